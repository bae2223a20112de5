/**
 * `survives`: what is left when one side turns against the arrangement.
 *
 * A power falls when the one of ill will can bring about, alone, what revokes it (`revocableBy`); when what has to go on for it to exist
 * (`inForce`) fails without that one; or when its `valid` formula can no longer be met, even with everybody willing, because the powers
 * that it rests on have fallen. Requirements have no cycles, so each power is judged once.
 */
import type { Act } from '../../arrangement/act.ts';
import { actsIn, NEVER, type Formula } from '../../arrangement/formula.ts';
import { holdsOn } from '../../arrangement/date.ts';
import type { Arrangement, Power } from '../../arrangement/model.ts';
import { Compilation } from '../compile.ts';
import type { Ref } from '../diagram/bdd.ts';
import type { Gate } from '../diagram/circuit.ts';
import { powersFor } from '../grants.ts';
import { cite } from '../ground.ts';
import { actingOffices } from '../players.ts';
import type { Extent, Frame, Question, Reply, Survival } from '../question.ts';
import { unknownActor, unknownName } from '../reply.ts';
import { say, tell } from '../sentences.ts';
import { attempt, diagrams, judge } from '../solve.ts';
import { nameOf } from '../words.ts';
import { showAct } from '../../arrangement/act.ts';

/** How many of the fallen the sentence names. */
const NAMED = 4;

type Fate = Survival['rules'][number];

/** The gates, over the openings alone, that say what becomes of one power. */
interface Fates {
  readonly power: Power;
  readonly revoked: Gate;
  readonly supported: Gate;
  readonly usable: Gate;
  readonly stands: Gate;
}

export function survives(
  arrangement: Arrangement,
  frame: Frame,
  question: Extract<Question, { ask: 'survives' }>,
): Reply<Survival> {
  const wrong =
    unknownActor(arrangement, question.who) ??
    (question.rule === undefined || arrangement.powers.has(question.rule)
      ? undefined
      : unknownName(arrangement, question.rule));
  if (wrong) return { ok: false, refusal: wrong };
  const compilation = new Compilation(arrangement, frame, 'office');
  const illWilled = new Set(actingOffices(arrangement, question.who));
  const fates = judgePowers(compilation, illWilled);
  const before = judgePowers(compilation, new Set());
  const gates = fates.flatMap((fate, index) => [
    fate.stands,
    fate.revoked,
    fate.supported,
    before[index]!.stands,
  ]);
  const solved = diagrams(compilation, gates);
  if (!solved.ok) return solved;
  const { bdd, refs } = solved.value;
  const worked = attempt(() =>
    fates.map((fate, index): Fate => {
      const [stands, revoked, supported, stood] = refs.slice(4 * index, 4 * index + 4) as [
        Ref,
        Ref,
        Ref,
        Ref,
      ];
      // Of the readings in which it stood at all: one in which it never did says nothing about ill will.
      const extent =
        stands === bdd.no ? 'none' : judge({ bdd, compilation }, bdd.or(bdd.not(stood), stands)).extent;
      return { rule: fate.power.id, survives: extent, ...because(fate.power, extent) };

      function because({ revocableBy, inForce, valid }: Power, of: Extent): Pick<Fate, 'why' | 'by'> {
        if (of === 'every') return { why: 'stands', by: [] };
        if (revoked !== bdd.no) return { why: 'revocable', by: theirs(revocableBy ?? NEVER, illWilled) };
        if (supported !== bdd.yes) return { why: 'support-withdrawn', by: theirs(inForce, illWilled) };
        return { why: 'rests-on-fallen', by: actsIn(valid).map(showAct) };
      }
    }),
  );
  if (!worked.ok) return worked;
  const all = worked.value;
  const rules = question.rule === undefined ? all : all.filter((each) => each.rule === question.rule);
  return {
    ok: true,
    answer: {
      ask: 'survives',
      arrangement: arrangement.id,
      at: frame.at,
      who: question.who,
      rules,
      grounds: cite(
        arrangement,
        question.rule === undefined
          ? all.map((each) => each.rule)
          : [question.rule, ...restsOn(arrangement, question.rule)],
      ),
      sentence: sentence(arrangement, question, rules),
    },
  };
}

/** The acts in a formula that are for those of ill will to do or to withhold. */
function theirs(formula: Formula, illWilled: ReadonlySet<string>): string[] {
  return actsIn(formula)
    .filter((act) => illWilled.has(act.by))
    .map(showAct);
}

/** The powers, on any day, for the acts that a power's formulas name. */
function restsOn(arrangement: Arrangement, rule: string): string[] {
  const found = new Set<string>();
  const visit = (power: Power): void => {
    for (const act of actsIn(power.valid)) {
      for (const next of powersFor(arrangement, act)) {
        if (found.has(next.id)) continue;
        found.add(next.id);
        visit(next);
      }
    }
  };
  const power = arrangement.powers.get(rule);
  if (power) visit(power);
  return [...found];
}

function judgePowers(compilation: Compilation, illWilled: ReadonlySet<string>): Fates[] {
  const { arrangement, circuit, frame } = compilation;
  const done = new Map<string, Fates>();
  const byHim =
    (does: boolean) =>
    (act: Act): Gate => {
      const members = arrangement.bodies.get(act.by)?.members ?? [act.by];
      // Ill will needs every office whose act revokes; support is lost as soon as one that it takes is withdrawn.
      const his = does
        ? members.every((each) => illWilled.has(each))
        : !members.some((each) => illWilled.has(each));
      return circuit.constant(his);
    };
  const possible = (act: Act): Gate => {
    const powers = powersFor(arrangement, act);
    if (powers.length === 0) return circuit.constant(true);
    return circuit.or(powers.filter((power) => holdsOn(power, frame.at)).map((power) => fate(power).stands));
  };
  const fate = (power: Power): Fates => {
    const known = done.get(power.id);
    if (known) return known;
    const revoked = power.revocableBy
      ? compilation.formula(power.revocableBy, byHim(true))
      : circuit.constant(false);
    const supported = compilation.formula(power.inForce, byHim(false));
    const usable = compilation.formula(power.valid, possible);
    const made = {
      power,
      revoked,
      supported,
      usable,
      stands: circuit.and([circuit.not(revoked), supported, usable]),
    };
    done.set(power.id, made);
    return made;
  };
  return [...arrangement.powers.values()].filter((power) => holdsOn(power, frame.at)).map(fate);
}

function sentence(
  arrangement: Arrangement,
  question: Extract<Question, { ask: 'survives' }>,
  rules: readonly Fate[],
) {
  const who = nameOf(arrangement, question.who);
  const named = (extent: Extent) =>
    rules.filter((each) => each.survives === extent).map((each) => nameOf(arrangement, each.rule));
  if (question.rule !== undefined) {
    const [only] = rules;
    const rule = nameOf(arrangement, question.rule);
    if (!only) return tell('survives.not-in-force', { rule });
    return tell(`survives.one.${only.survives}`, { who, rule, why: say(`why.${only.why}`) });
  }
  const fallen = named('none');
  return tell('survives.all', {
    who,
    stand: named('every').length,
    some: named('some').length,
    fall: fallen.length,
    fallen: fallen.slice(0, NAMED).map((name) => say('quoted', { name })),
    more: Math.max(0, fallen.length - NAMED),
  });
}
