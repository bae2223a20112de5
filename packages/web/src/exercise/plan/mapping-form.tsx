/** How the columns and names of a list were understood, to be corrected. */
import { msel } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { useLang, useSay } from '../../text/speak.ts';
import { say } from './words.ts';

type Meaning = msel.Field | 'keep';
const MEANINGS: readonly Meaning[] = [...msel.FIELDS, 'keep'];

interface Props {
  /** YAML. */
  readonly mapping: string;
  readonly busy: boolean;
  readonly again: (mapping: string) => void;
}

export function MappingForm({ again, busy, mapping: text }: Props): ReactNode {
  const told = useSay(say);
  const lang = useLang();
  const [mapping, setMapping] = useState(() => {
    const read = msel.readMapping('mapping.yaml', text);
    return read.ok ? read.value : msel.NO_MAPPING;
  });
  const put = (key: 'columns' | 'names', name: string, value: string): void =>
    setMapping({ ...mapping, [key]: new Map([...mapping[key], [name, value]]) });
  const meaning = (field: Meaning): string =>
    field === 'keep' ? told('import-unread') : msel.HEADINGS[lang][field];
  return (
    <details className="panel">
      <summary>{told('import-mapping')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          again(msel.writeMapping(mapping));
        }}
      >
        <Field
          label={told('import-startex')}
          value={mapping.startex ?? ''}
          onChange={(startex) => {
            const { startex: _, ...rest } = mapping;
            setMapping(startex === '' ? rest : { ...rest, startex });
          }}
          placeholder="2026-11-22T09:00"
        />
        <div className="mapping-grid">
          {[...mapping.columns].map(([heading, field]) => (
            <Select
              key={heading}
              label={heading}
              chosen={field}
              options={MEANINGS.map((id) => ({ id, label: meaning(id) }))}
              onChoose={(next) => put('columns', heading, next)}
            />
          ))}
          {[...mapping.names].map(([name, id]) => (
            <Field key={name} label={name} value={id} onChange={(next) => put('names', name, next)} />
          ))}
        </div>
        <div>
          <Button type="submit" isDisabled={busy}>
            {told('import-again')}
          </Button>
        </div>
      </form>
    </details>
  );
}
