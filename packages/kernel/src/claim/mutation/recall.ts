/**
 * Questions that a change can not touch are not asked anew.
 *
 * An answer about a matter comes from the rules that are about it or name an act on it, and from those on the matters of the acts
 * that these name in turn. A change of a rule that touches none of these matters, before or after, leaves the answer as it was; so
 * does a change, in anything but its act, of a rule that is in force on that day neither before nor after.
 */
import { showAct } from '../../arrangement/act.ts';
import { holdsOn, type Day } from '../../arrangement/date.ts';
import { entry, type Arrangement } from '../../arrangement/model.ts';
import type { Question, Reply } from '../../authority/question.ts';
import type { Ask, World } from '../world.ts';
import { isActRule, mattersOf, type ActRule } from './rule.ts';
import type { Mutation } from './model.ts';

/** Replies to what was asked of arrangements as they stand. */
export class Recall {
  readonly #replies = new Map<string, Reply>();
  readonly #world: World;
  readonly #ask: Ask;

  constructor(world: World, ask: Ask) {
    this.#world = world;
    this.#ask = ask;
  }

  /** The world as it stands, in which nothing is asked twice. */
  get world(): World {
    return { ...this.#world, ask: this.#reply };
  }

  readonly #reply: Ask = (arrangement, frame, question) => {
    const key = JSON.stringify([arrangement.id, frame, question]);
    const known = this.#replies.get(key);
    if (known) return known;
    const reply = this.#ask(arrangement, frame, question);
    this.#replies.set(key, reply);
    return reply;
  };

  /** The world with a change made, in which only what the change may touch is asked. */
  after(mutation: Mutation): World {
    const before = this.#world.arrangements.get(mutation.arrangement)!;
    const after = mutation.apply(before);
    const touches = touching(before, after, mutation.rule);
    return {
      arrangements: new Map(this.#world.arrangements).set(before.id, after),
      ask: (arrangement, frame, question) => {
        if (arrangement !== after) return this.#reply(arrangement, frame, question);
        return touches(question, frame.at)
          ? this.#ask(after, frame, question)
          : this.#reply(before, frame, question);
      },
    };
  }
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
