/** Whether the cases of a duty say exactly one thing in every circumstance. */
import type { Place } from '../fault.ts';
import type { Formula } from '../formula.ts';
import type { Case } from '../model.ts';
import { satisfy, showWorld } from './satisfy.ts';
import type { Reader } from './words.ts';

/** Reports cases that can hold together, and circumstances that none covers where there is no general case. */
export function checkCases(cases: readonly Case[], place: Place, reader: Reader): boolean {
  const general = cases.filter((each) => !each.when);
  const special = cases.filter((each) => each.when);
  let sound = true;
  const report = (
    code: 'cases-overlap' | 'cases-gap',
    formula: Formula,
    at: Place,
    labels: readonly string[],
  ): void => {
    const found = satisfy(formula, reader.scope.within);
    if (found === undefined) return;
    sound = false;
    if (found === 'undecided') reader.report('cases-undecided', at);
    else reader.report(code, at, { when: showWorld(found), labels: labels.join(', ') });
  };
  for (const [index, later] of special.entries()) {
    for (const earlier of special.slice(0, index)) {
      const both: Formula = { type: 'allOf', of: [earlier.when!, later.when!] };
      report('cases-overlap', both, later.place, [earlier.label, later.label]);
    }
  }
  for (const extra of general.slice(1)) {
    sound = false;
    const labels = `${general[0]!.label}, ${extra.label}`;
    reader.report('cases-overlap', extra.place, { when: 'always', labels });
  }
  if (general.length === 0) {
    const none: Formula = { type: 'not', of: { type: 'anyOf', of: special.map((each) => each.when!) } };
    report(
      'cases-gap',
      none,
      place,
      special.map((each) => each.label),
    );
  }
  return sound;
}
