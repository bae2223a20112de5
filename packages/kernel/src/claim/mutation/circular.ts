/** Whether a change has made a requirement go round in a circle, which no arrangement that is read ever does. */
import { memberAct, showAct, type Act } from '../../arrangement/act.ts';
import type { Day } from '../../arrangement/date.ts';
import { actsIn } from '../../arrangement/formula.ts';
import { entry, type Any, type Arrangement } from '../../arrangement/model.ts';
import { delegationsOf, dutiesBefore, powersOn } from '../../authority/grants.ts';
import { isActRule } from './rule.ts';

/** Whether, on one of the days, an act that the changed entry bears on needs itself. */
export function isCircular(arrangement: Arrangement, changed: string, days: readonly Day[]): boolean {
  const found = entry(arrangement, changed);
  const starts = found ? actsAt(found, arrangement) : [];
  return days.some((day) => starts.some((act) => needsItself(act, arrangement, day)));
}

function actsAt(found: Any, { powers }: Arrangement): readonly Act[] {
  if (isActRule(found)) return [found.act];
  return [...powers.values()].map(({ act }) => act).filter(({ by }) => by === found.id);
}

function needsItself(start: Act, arrangement: Arrangement, day: Day): boolean {
  const path = new Set<string>();
  const done = new Set<string>();
  const visit = (act: Act): boolean => {
    const name = showAct(act);
    if (path.has(name)) return true;
    if (done.has(name)) return false;
    path.add(name);
    const circular = needed(act, arrangement, day).some(visit);
    path.delete(name);
    done.add(name);
    return circular;
  };
  return visit(start);
}

/** The acts that an act may need on a day. */
function needed(act: Act, arrangement: Arrangement, day: Day): readonly Act[] {
  const formulas = [
    ...powersOn(arrangement, act, day).flatMap(({ valid, proper }) => [valid, proper]),
    ...dutiesBefore(arrangement, act, day).flatMap(({ cases }) => cases.map(({ must }) => must)),
    ...delegationsOf(arrangement, act, day).map(({ when }) => when),
  ];
  const members = arrangement.bodies.get(act.by)?.members ?? [];
  return [...formulas.flatMap(actsIn), ...members.map((member) => memberAct(act, member))];
}
