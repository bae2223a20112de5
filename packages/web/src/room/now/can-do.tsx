/** What I can do now, each with the rule it rests on; and why not the rest, with what is missing. */
import { showAct, type consultation } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../text/speak.ts';
import type { Draft } from '../act/draft.ts';
import { useRoom } from '../room.ts';
import { say } from '../words.ts';
import { MoreActs } from './more-acts.tsx';
import { OptionRow } from './option-row.tsx';

interface Props {
  readonly seat: string;
  readonly begin: (draft: Draft) => void;
}

/** In the order in which they are of use. */
const GROUPS = ['proper', 'unsettled', 'departure', 'refused'] as const satisfies consultation.Permission[];
/** Of a long group, so many are shown at first. */
const FEW = 6;

export function CanDo({ begin, seat }: Props): ReactNode {
  const { shown } = useRoom();
  const told = useSay(say);
  const acts = shown.options?.acts ?? [];
  const grouped = Map.groupBy(acts, ({ may }) => may);
  return (
    <section className="panel can-do" aria-labelledby="can-do-title">
      <h2 id="can-do-title">{told('can-do')}</h2>
      {shown.phase === 'open' ? (
        <>
          {acts.length === 0 && <p className="soft">{told('can-do-nothing')}</p>}
          {GROUPS.map((may) => (
            <Group key={may} may={may} options={grouped.get(may) ?? []} seat={seat} begin={begin} />
          ))}
        </>
      ) : (
        <p className="soft">{told(`phase-${shown.phase}-help`)}</p>
      )}
      <MoreActs seat={seat} begin={begin} />
    </section>
  );
}

function Group({
  may,
  options,
  ...rest
}: Props & {
  readonly may: consultation.Permission;
  readonly options: readonly consultation.Option[];
}): ReactNode {
  const told = useSay(say);
  const [all, setAll] = useState(false);
  if (options.length === 0) return null;
  const few = may === 'refused' ? 2 : FEW;
  const visible = all ? options : options.slice(0, few);
  return (
    <div className={`options-group options-${may}`}>
      <h3>
        {told(`may-${may}`)} <span className="soft">{options.length}</span>
      </h3>
      <ul className="option-rows">
        {visible.map((option) => (
          <OptionRow key={showAct(option.act)} option={option} {...rest} />
        ))}
      </ul>
      {options.length > few && (
        <Button weight="quiet" onPress={() => setAll(!all)} aria-expanded={all}>
          {told(all ? 'fewer' : 'all-of-them', { count: options.length })}
        </Button>
      )}
    </div>
  );
}
