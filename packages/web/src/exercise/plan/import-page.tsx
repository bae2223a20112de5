/** Bringing in a list of events: the file, what became of each row, and how its columns were understood. */
import type { Day } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { listArrangements } from '../../api/arrangements.ts';
import { importList, readAgain, type Imported } from '../../api/imports.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { Button } from '../../parts/button.tsx';
import { Failure, Loading } from '../../parts/condition.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Select } from '../../parts/select.tsx';
import { Link } from '../../place/link.tsx';
import { Attempted, useAttempt } from '../../session/attempt.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { say as words } from '../../text/words.ts';
import { MappingForm } from './mapping-form.tsx';
import { RowReport } from './row-report.tsx';
import { say } from './words.ts';

export default function ImportPage(): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  const text = useText();
  const [heads, again] = useLoaded('arrangements', listArrangements);
  const { attempt, state } = useAttempt();
  const [file, setFile] = useState<File>();
  const [wished, setArrangement] = useState<string>();
  const [at, setAt] = useState(() => new Date().toISOString().slice(0, 10) as Day);
  const [imported, setImported] = useState<Imported>();
  const title = told('import');
  if (heads.state === 'loading') return <Loading />;
  if (heads.state === 'failed') return <Failure problem={heads.problem} again={again} />;
  const chosen = heads.value.find(({ id }) => id === wished) ?? heads.value[0];
  return (
    <div className="list-page stack">
      <title>{`${title} · ${word('product')}`}</title>
      <h1>{title}</h1>
      <p className="soft">{told('import-lead')}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (file && chosen) attempt(() => importList(file, chosen.id, at), setImported);
        }}
      >
        <div className="form-row">
          <label className="field">
            <span className="field-label">{told('import-file')}</span>
            <input
              type="file"
              accept=".xlsx,.zip,.json"
              onChange={({ currentTarget }) => setFile(currentTarget.files?.[0])}
            />
          </label>
          {chosen && (
            <Select
              label={told('import-arrangement')}
              chosen={chosen.id}
              options={heads.value.map(({ id, name }) => ({ id, label: text(name) }))}
              onChoose={setArrangement}
            />
          )}
          <DayField label={told('import-day')} day={at} onChange={setAt} />
        </div>
        <div>
          <Button type="submit" weight="main" isDisabled={!file || !chosen || state === 'busy'}>
            {told(state === 'busy' ? 'import-busy' : 'import-do')}
          </Button>
        </div>
      </form>
      <Attempted state={state} />
      {imported && (
        <section className="stack" aria-labelledby="imported-title">
          <div className="panel-head">
            <h2 id="imported-title">{told('import-done', { id: imported.scenario })}</h2>
            <Link to={{ name: 'scenario', id: imported.scenario }} className="button button-plain">
              {told('import-open')}
            </Link>
          </div>
          <RowReport rows={imported.report} />
          <MappingForm
            key={imported.mapping}
            mapping={imported.mapping}
            busy={state === 'busy'}
            again={(mapping) => attempt(() => readAgain(imported.scenario, mapping), setImported)}
          />
        </section>
      )}
    </div>
  );
}
