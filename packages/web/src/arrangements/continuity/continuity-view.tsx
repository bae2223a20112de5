import {
  actInWords,
  describeRefusal,
  list,
  nameOf,
  splitAct,
  type Arrangement,
  type Outcome,
  type Text,
} from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useLoaded } from '../../api/use-loaded.ts';
import { askWorker } from '../../engine/ask.ts';
import type { Survival } from '../../engine/tasks.ts';
import { Failure, Loading } from '../../parts/condition.tsx';
import { Table } from '../../parts/table.tsx';
import { ExtentTag } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { frameOf } from '../explorer/looking.ts';
import { RuleLine } from '../explorer/rule.tsx';
import type { ViewProps } from '../explorer/view.ts';
import { say } from '../words.ts';

type Fate = Survival['rules'][number];

/** What a power is ended by, or rests on: acts, or other powers. */
function named(arrangement: Arrangement, by: readonly string[]): Text {
  return list(
    by.map((each) => {
      const act = splitAct(each) as Outcome | undefined;
      return act ? actInWords(arrangement, act) : nameOf(arrangement, each);
    }),
  );
}

function FateCell({
  arrangement,
  fate,
}: {
  readonly arrangement: Arrangement;
  readonly fate: Fate;
}): ReactNode {
  const told = useSay(say);
  const { survives, why, by } = fate;
  return (
    <td>
      <ExtentTag extent={survives}>{told(`survives-${survives}`)}</ExtentTag>
      {why !== 'stands' && <p className="soft small">{told(`why-${why}`, { by: named(arrangement, by) })}</p>}
    </td>
  );
}

/** What outlives a change of government: the powers that a party which turns against the arrangement can end, and by what. */
export function ContinuityView({ arrangement, kept, looking }: ViewProps): ReactNode {
  const told = useSay(say);
  const text = useText();
  const frame = frameOf(looking);
  const [loaded, again] = useLoaded(JSON.stringify([kept, frame]), () =>
    askWorker('continuity', { key: kept, frame }),
  );
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  if (!loaded.value.ok) return <p>{text(describeRefusal(loaded.value.refusal))}</p>;
  const sides = loaded.value.value.map(({ who, rules }) => ({
    who,
    fates: new Map(rules.map((fate) => [fate.rule, fate])),
  }));
  const powers = [...(sides[0]?.fates.keys() ?? [])];
  const mortal = powers.filter((id) => sides.some(({ fates }) => fates.get(id)?.survives !== 'every'));
  const all = powers.length;
  return (
    <div className="stack view">
      <p className="soft">{told('continuity-lead')}</p>
      {mortal.length === 0 && <p>{told('continuity-none', { all })}</p>}
      {mortal.length > 0 && (
        <Table
          caption={told('continuity-caption', { at: looking.at, mortal: mortal.length, all })}
          heads={[
            told('power'),
            ...sides.map(({ who }) => told('against', { party: nameOf(arrangement, who) })),
          ]}
        >
          {mortal.map((id) => (
            <tr key={id}>
              <th scope="row">
                <RuleLine arrangement={arrangement} rule={arrangement.powers.get(id)!} />
              </th>
              {sides.map(({ who, fates }) => {
                const fate = fates.get(id);
                return fate ? <FateCell key={who} arrangement={arrangement} fate={fate} /> : <td key={who} />;
              })}
            </tr>
          ))}
        </Table>
      )}
    </div>
  );
}
