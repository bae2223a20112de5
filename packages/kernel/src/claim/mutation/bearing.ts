/** The rules whose change could tell on a check. */
import { splitAct, type Act } from '../../arrangement/act.ts';
import { within } from '../../arrangement/formula.ts';
import { entry, type Arrangement } from '../../arrangement/model.ts';
import { names } from '../../authority/players.ts';
import type { Check, Measure } from '../model.ts';
import { distinct, rulesAt, type RuleAt, type World } from '../world.ts';
import type { Aim } from './model.ts';
import { actorsOf, formulasOf, isActRule } from './rule.ts';

/**
 * The nearest to the check first: what it rests on; who acts in those and what they leave open; what else is on the matters or
 * of the actors that it asks about, and other events like those that it counts.
 */
export function rulesToChange(
  check: Check,
  home: string,
  grounds: readonly RuleAt[],
  aim: Aim,
  world: World,
): readonly RuleAt[] {
  const involvedIn = ({ arrangement, rule }: RuleAt): readonly RuleAt[] => {
    const within = world.arrangements.get(arrangement);
    return within ? rulesAt(arrangement, involved(within, rule)) : [];
  };
  const bearing = [...new Set(placesOf(check).map(({ arrangement = home }) => arrangement))].flatMap((id) => {
    const within = world.arrangements.get(id);
    return within ? rulesAt(id, bearingOn(within, check, aim)) : [];
  });
  return distinct([...grounds, ...grounds.flatMap(involvedIn), ...bearing]);
}

/** The parts of a check that name an arrangement. */
function placesOf(check: Check): readonly { readonly arrangement?: string }[] {
  switch (check.type) {
    case 'extent':
    case 'sets':
    case 'voice':
    case 'survives':
      return [check.asked];
    case 'compare':
    case 'trend':
      return measuresOf(check).filter((measure) => measure.type !== 'number');
    case 'stands':
    case 'absent':
      return [check];
  }
}

function measuresOf(check: Check): readonly Measure[] {
  if (check.type === 'compare') return [check.left, check.right];
  return check.type === 'trend' ? [check.measure] : [];
}

/** Who acts in a rule, in which seats and bodies, and the conditions and readings that it names. */
function involved(arrangement: Arrangement, rule: string): readonly string[] {
  const found = entry(arrangement, rule);
  const leaves =
    found && isActRule(found) ? formulasOf(found).flatMap((formula) => [...within(formula)]) : [];
  const acts = leaves.flatMap((leaf) => (leaf.type === 'act' || leaf.type === 'silence' ? [leaf.act] : []));
  const actors = [...(found && 'act' in found ? [found.act] : []), ...acts].flatMap(actorsOf);
  const bodies = actors.filter((actor) => arrangement.bodies.has(actor));
  const members = bodies.flatMap((body) => arrangement.bodies.get(body)!.members);
  const offices = [...actors, ...members].filter((actor) => arrangement.offices.has(actor));
  const seats = [...arrangement.seats.values()]
    .filter((seat) => seat.offices.some((office) => offices.includes(office)))
    .map(({ id }) => id);
  const open = leaves.flatMap((leaf) => {
    if (leaf.type === 'condition') return [leaf.condition];
    return leaf.type === 'reading' ? [leaf.reading] : [];
  });
  return [...open, ...bodies, ...offices, ...seats];
}

/** Powers and duties on the matters, of the actors, or of the kind of act that is said to be absent; events partly like those counted. */
function bearingOn(arrangement: Arrangement, check: Check, aim: Aim): readonly string[] {
  const actors = new Set(aim.actors.flatMap((actor) => [...names(arrangement, actor)]));
  const absent = check.type === 'absent' ? splitAct(check.outcome)?.kind : undefined;
  const bears = ({ act }: { readonly act: Act }): boolean =>
    aim.matters.includes(act.on) || act.kind === absent || actorsOf(act).some((actor) => actors.has(actor));
  const counts = measuresOf(check).filter((measure) => measure.type === 'events');
  const events = [...arrangement.events.values()].filter((event) =>
    counts.some(
      ({ kind, who, about }) =>
        event.kind === kind || event.who.includes(who ?? '') || event.about.includes(about ?? ''),
    ),
  );
  return [...arrangement.powers.values(), ...arrangement.duties.values()]
    .filter(bears)
    .map(({ id }) => id)
    .concat(events.map(({ id }) => id));
}
