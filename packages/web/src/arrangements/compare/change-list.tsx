import { describeRefusal, type Any, type Arrangement, type Frame } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useLoaded } from '../../api/use-loaded.ts';
import { askWorker } from '../../engine/ask.ts';
import { Condition, Failure, Loading } from '../../parts/condition.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { RuleLine } from '../explorer/rule.tsx';
import { say } from '../words.ts';

function Rules({
  arrangement,
  title,
  rules,
}: {
  readonly arrangement: Arrangement;
  readonly title: string;
  readonly rules: readonly Any[];
}): ReactNode {
  return (
    <section>
      <h2>{title}</h2>
      <ul className="ways">
        {rules.map((rule) => (
          <li key={rule.id}>
            <RuleLine arrangement={arrangement} rule={rule} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Rules that began and ended between two days. */
export function ChangeList({
  arrangement,
  kept,
  from,
  to,
}: {
  readonly arrangement: Arrangement;
  readonly kept: string;
  readonly from: Frame;
  readonly to: Frame;
}): ReactNode {
  const told = useSay(say);
  const text = useText();
  const [earlier, later] = from.at <= to.at ? [from, to] : [to, from];
  const [loaded, again] = useLoaded(JSON.stringify([kept, earlier, later]), () =>
    askWorker('changes', { key: kept, from: earlier, to: later }),
  );
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  if (!loaded.value.ok) return <p>{text(describeRefusal(loaded.value.refusal))}</p>;
  const { begun, ended } = loaded.value.value;
  if (begun.length + ended.length === 0) return <Condition sign="=" title={told('no-change')} />;
  const rules = (all: readonly Any[]): readonly Any[] => all.filter(({ type }) => type !== 'event');
  return (
    <div className="two-columns">
      <Rules
        arrangement={arrangement}
        title={told('begun', { from: earlier.at, to: later.at })}
        rules={rules(begun)}
      />
      <Rules
        arrangement={arrangement}
        title={told('ended', { from: earlier.at, to: later.at })}
        rules={rules(ended)}
      />
    </div>
  );
}
