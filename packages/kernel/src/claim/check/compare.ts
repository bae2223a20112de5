/** Checks that relate measures: one to another, or one to itself from date to date. */
import { showWhen, type Day } from '../../arrangement/date.ts';
import { list, plain } from '../../text/catalogue.ts';
import type { Text } from '../../text/lang.ts';
import { refused, type Finding } from '../finding.ts';
import type { Check, Measure, Relation } from '../model.ts';
import { say } from '../words.ts';
import { distinct, type RuleAt, type World } from '../world.ts';
import { measure, type Measured } from './measure.ts';

const RELATES: Readonly<Record<Relation, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '=': (a, b) => a === b,
  '>=': (a, b) => a >= b,
  '>': (a, b) => a > b,
};

export function checkCompare(
  check: Extract<Check, { type: 'compare' }>,
  home: string,
  world: World,
): Finding {
  const { left, relation, right } = check;
  return related([left, right], relation, home, world, ([a, b]) =>
    say('found.compare', { left: valued(a!), right: valued(b!) }),
  );
}

/** Each date's measure is related to the next date's. */
export function checkTrend(check: Extract<Check, { type: 'trend' }>, home: string, world: World): Finding {
  const dated = check.at.map((when) => measureAt(check.measure, when.day));
  return related(dated, check.relation, home, world, (measured) => {
    const values = measured.map((value, index) =>
      say('found.at', { value: valued(value), at: plain(showWhen(check.at[index]!)) }),
    );
    return say('found.trend', { values: list(values) });
  });
}

/** A number with what it is made of. */
function valued({ value, made }: Measured): Text {
  return say('found.valued', { value, made, given: made.en === '' ? 'no' : 'yes' });
}

/** The same measure on another day; one that is not taken on a day stays as it is. */
export function measureAt(measure: Measure, at: Day): Measure {
  return 'frame' in measure ? { ...measure, frame: { ...measure.frame, at } } : measure;
}

function related(
  measures: readonly Measure[],
  relation: Relation,
  home: string,
  world: World,
  tell: (measured: readonly Measured[]) => ReturnType<Finding['tell']>,
): Finding {
  const measured: Measured[] = [];
  for (const each of measures) {
    const found = measure(each, home, world);
    if (!found.ok) return refused(found.refusal);
    measured.push(found.value);
  }
  const pairs = measured.slice(1).map((next, index) => [measured[index]!, next] as const);
  return {
    holds: pairs.every(([before, next]) => RELATES[relation](before.value, next.value)),
    grounds: differingFirst(measured.map(({ grounds }) => grounds)),
    tell: () => tell(measured),
  };
}

/** What the fewest of the measures rest on comes first: there lies the difference. */
function differingFirst(grounds: readonly (readonly RuleAt[])[]): readonly RuleAt[] {
  const all = grounds.flat();
  const times = (each: RuleAt): number =>
    all.filter(({ arrangement, rule }) => arrangement === each.arrangement && rule === each.rule).length;
  return distinct(all)
    .map((rule) => ({ rule, times: times(rule) }))
    .toSorted((a, b) => a.times - b.times)
    .map(({ rule }) => rule);
}
