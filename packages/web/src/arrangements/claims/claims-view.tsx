import { describeFault } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { useLoaded } from '../../api/use-loaded.ts';
import { askWorker } from '../../engine/ask.ts';
import { openAll } from '../../engine/library.ts';
import type { Claims } from '../../engine/tasks.ts';
import { Condition, Failure, Loading } from '../../parts/condition.tsx';
import { Field } from '../../parts/field.tsx';
import { useLang, useSay, useText } from '../../text/speak.ts';
import type { ViewProps } from '../explorer/view.ts';
import { say } from '../words.ts';
import { ClaimRow } from './claim-row.tsx';

/** Claims may speak of any arrangement, so all are read first. */
async function claimsOf(kept: string): Promise<Claims> {
  await openAll();
  return askWorker('claims', { key: kept });
}

/** What documents say, and whether it holds. */
export function ClaimsView({ arrangement, kept }: ViewProps): ReactNode {
  const told = useSay(say);
  const text = useText();
  const lang = useLang();
  const [wanted, setWanted] = useState('');
  const [loaded, again] = useLoaded(kept, () => claimsOf(kept));
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  if (!loaded.value.ok)
    return (
      <ul>
        {loaded.value.faults.map((fault) => (
          <li key={JSON.stringify(fault)}>{text(describeFault(fault))}</li>
        ))}
      </ul>
    );
  const results = loaded.value.value;
  if (results.length === 0) return <Condition sign="∅" title={told('claims-none')} />;
  const found = results.filter(({ claim }) =>
    `${claim.id} ${claim.says[lang]}`.toLowerCase().includes(wanted.toLowerCase()),
  );
  return (
    <div className="stack view">
      <p className="soft">
        {told('claims-lead', { all: results.length, hold: results.filter(({ holds }) => holds).length })}
      </p>
      <div className="screen-only claims-search">
        <Field label={told('search')} value={wanted} onChange={setWanted} />
      </div>
      <ul className="claims">
        {found.map((result) => (
          <ClaimRow key={result.claim.id} arrangement={arrangement} result={result} />
        ))}
      </ul>
      {found.length === 0 && <Condition sign="∅" title={told('search-none')} />}
    </div>
  );
}
