import {
  actInWords,
  covers,
  describeRefusal,
  durationInWords,
  holdsOn,
  list,
  playerInWords,
  type Arrangement,
  type Formula,
  type Outcome,
  type Power,
} from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useLoaded } from '../../api/use-loaded.ts';
import { askWorker } from '../../engine/ask.ts';
import type { Procedure as Found } from '../../engine/tasks.ts';
import { Failure, Loading } from '../../parts/condition.tsx';
import { ExtentTag } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { say as words } from '../../text/words.ts';
import type { Fate } from '../map/fates.ts';
import { say } from '../words.ts';
import { FormulaTree } from './formula.tsx';
import { frameOf, type Looking } from './looking.ts';
import { RuleLine } from './rule.tsx';

interface Props {
  readonly arrangement: Arrangement;
  /** Under which the worker keeps the arrangement. */
  readonly kept: string;
  readonly looking: Looking;
  readonly outcome: Outcome;
  readonly fate: Fate | undefined;
}

const PARTS = ['valid', 'proper', 'inForce', 'revocableBy'] as const;

function Way({
  arrangement,
  power,
  without,
}: {
  readonly arrangement: Arrangement;
  readonly power: Power;
  readonly without: ReadonlySet<string>;
}): ReactNode {
  const told = useSay(say);
  const shown = PARTS.flatMap((part): { part: (typeof PARTS)[number]; formula: Formula }[] => {
    const formula = power[part];
    return formula && (part === 'valid' || formula.type !== 'always') ? [{ part, formula }] : [];
  });
  return (
    <li className="way">
      <RuleLine arrangement={arrangement} rule={power} />
      <dl className="way-parts">
        {shown.map(({ part, formula }) => (
          <div key={part}>
            <dt>{told(`part-${part}`)}</dt>
            <dd>
              <FormulaTree arrangement={arrangement} formula={formula} without={without} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function Answers({
  arrangement,
  found,
}: {
  readonly arrangement: Arrangement;
  readonly found: Found;
}): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  const text = useText();
  const { control, coalitions, pace } = found;
  const named = (players: readonly string[]): string =>
    players.length === 0
      ? told('nobody')
      : text(list(players.map((each) => playerInWords(arrangement, each))));
  const needed = control.needs.players.filter(({ extent }) => extent !== 'none');
  const rows: readonly (readonly [string, readonly ReactNode[]])[] = [
    [
      told('can-prevent'),
      needed.map(({ player, extent }) => (
        <ExtentTag key={player} extent={extent}>
          {named([player])}
          {extent === 'some' && <small> {word('extent-some')}</small>}
        </ExtentTag>
      )),
    ],
    [told('sets-prevent'), control.blockers.inSome.sets.map((set) => named(set))],
    [told('sets-suffice'), coalitions.inSome.sets.map((set) => named(set))],
    [told('passed-over'), control.passedOver.map(({ party }) => named([party]))],
    [told('shortest'), pace.shortest === null ? [] : [text(durationInWords(pace.shortest))]],
  ];
  return (
    <dl className="answers">
      {rows.map(([label, items]) => (
        <div key={label}>
          <dt>{label}</dt>
          {items.length === 0 && <dd className="soft">{told('nobody')}</dd>}
          {items.map((item, index) => (
            // The items of one answer come in the order of the engine, which is the same for the same question.
            <dd key={index}>{item}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** An outcome in full: the ways to it, what each takes, and who controls it. */
export function Procedure({ arrangement, kept, looking, outcome, fate }: Props): ReactNode {
  const told = useSay(say);
  const text = useText();
  const { at, effect } = looking;
  const frame = frameOf(looking);
  const [loaded, again] = useLoaded(JSON.stringify([kept, frame, outcome, effect]), () =>
    askWorker('procedure', { key: kept, frame, outcome, effect }),
  );
  const powers = [...arrangement.powers.values()].filter(
    (power) => holdsOn(power, at) && covers(power.act, outcome),
  );
  const duties = [...arrangement.duties.values()].filter(
    (duty) => holdsOn(duty, at) && covers(duty.act, outcome),
  );
  const without = new Set(looking.without);
  return (
    <section className="procedure stack" aria-labelledby="procedure-title">
      <h2 id="procedure-title">{text(actInWords(arrangement, outcome))}</h2>
      {fate && (
        <p className={`fate fate-${fate.now}`} role="status">
          <ExtentTag extent={fate.now}>
            {fate.before === fate.now
              ? told(`possible-${fate.now}`)
              : told('changed-to', {
                  change: told(`falls-${fate.now}`),
                  now: told(`possible-${fate.now}`),
                })}
          </ExtentTag>
        </p>
      )}
      {loaded.state === 'loading' && (
        <div className="answers-place">
          <Loading />
        </div>
      )}
      {loaded.state === 'failed' && <Failure problem={loaded.problem} again={again} />}
      {loaded.state === 'ready' &&
        (loaded.value.ok ? (
          <Answers arrangement={arrangement} found={loaded.value.value} />
        ) : (
          <p>{text(describeRefusal(loaded.value.refusal))}</p>
        ))}
      <h3>{told('ways', { count: powers.length })}</h3>
      <ul className="ways">
        {powers.map((power) => (
          <Way key={power.id} arrangement={arrangement} power={power} without={without} />
        ))}
      </ul>
      {duties.length > 0 && <h3>{told('duties')}</h3>}
      {duties.length > 0 && (
        <ul className="ways">
          {duties.map((duty) => (
            <li key={duty.id} className="way">
              <RuleLine arrangement={arrangement} rule={duty} />
              {duty.cases.map((each) => (
                <FormulaTree
                  key={each.label}
                  arrangement={arrangement}
                  formula={each.must}
                  without={without}
                />
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
