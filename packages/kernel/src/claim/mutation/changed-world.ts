/**
 * Questions that a change can not touch are asked of the arrangement as it was, which has answered them before.
 *
 * An answer about a matter comes from the rules that are about it or name an act on it, and from those on the matters of the acts
 * that these name in turn. A change of a rule that touches none of these matters, before or after, leaves the answer as it was; so
 * does a change, in anything but its act, of a rule that is in force on that day neither before nor after.
 */
import { showAct } from '../../arrangement/act.ts';
import { holdsOn, type Day } from '../../arrangement/date.ts';
import { entry, type Arrangement } from '../../arrangement/model.ts';
import type { Question } from '../../authority/question.ts';
import { askOnce, type World } from '../world.ts';
import { isActRule, mattersOf, type ActRule } from './rule.ts';
import type { Mutation } from './model.ts';

/** The world with a change made, in which only what the change can touch is asked of the changed arrangement. */
export function changedWorld(world: World, mutation: Mutation): World {
  const before = world.arrangements.get(mutation.arrangement)!;
  const after = mutation.apply(before);
  const touches = touching(before, after, mutation.rule);
  const ask = world.ask ?? askOnce;
  return {
    arrangements: new Map(world.arrangements).set(before.id, after),
    ask: (arrangement, frame, question) => {
      const same = arrangement === after && !touches(question, frame.at);
      return ask(same ? before : arrangement, frame, question);
    },
  };
}

function touching(
  before: Arrangement,
  after: Arrangement,
  changed: string,
): (question: Question, day: Day) => boolean {
  const versions = [entry(before, changed), entry(after, changed)].filter((each) => each !== undefined);
  const rules = versions.filter(isActRule);
  if (rules.length < versions.length) return () => true;
  const [first, second] = rules;
  const sameAct = first && second && showAct(first.act) === showAct(second.act);
  return (question, day) => {
    const matter = matterOf(question);
    if (matter === undefined) return true;
    if (sameAct && !rules.some((rule) => holdsOn(rule, day))) return false;
    const reached = reachedFrom(before, matter);
    return rules.some((rule) => mattersOf(rule).some((on) => reached.has(on)));
  };
}

function matterOf(question: Question): string | undefined {
  if ('outcome' in question) return question.outcome.on;
  return question.ask === 'voice' ? question.on : undefined;
}

const known = new WeakMap<Arrangement, Map<string, ReadonlySet<string>>>();

/** The matter and all matters that an answer about it may come from. */
function reachedFrom(arrangement: Arrangement, matter: string): ReadonlySet<string> {
  const remembered = known.get(arrangement) ?? new Map<string, ReadonlySet<string>>();
  known.set(arrangement, remembered);
  const before = remembered.get(matter);
  if (before) return before;
  const rules: readonly ActRule[] = [
    ...arrangement.powers.values(),
    ...arrangement.duties.values(),
    ...arrangement.delegations.values(),
  ];
  const reached = new Set([matter]);
  // Sets are walked in the order of insertion, those that are added on the way too.
  for (const on of reached) {
    for (const rule of rules) {
      if (rule.act.on === on) for (const further of mattersOf(rule)) reached.add(further);
    }
  }
  remembered.set(matter, reached);
  return reached;
}
