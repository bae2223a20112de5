/**
 * `voice`: the most that somebody may do, or is owed, on a matter, and how firmly.
 *
 * Being informed and being consulted are voices of the one addressed; the other kinds are voices of the one who acts, through a body of
 * which it is a member too. A voice exists where the act can come about with everybody willing. What is at stake on a matter is its decision and
 * execution or, where nothing is decided on it, acts of the voice's own kind and above. The voice is *needed* where none of that takes effect
 * without the one who has it, and a *duty* where none of it is proper without that one's part.
 */
import { showAct, VOICE_KINDS, type Act, type VoiceKind } from '../../arrangement/act.ts';
import type { Day } from '../../arrangement/date.ts';
import type { Arrangement } from '../../arrangement/model.ts';
import type { Text } from '../../text/lang.ts';
import { Compilation } from '../compile.ts';
import type { Ref } from '../diagram/bdd.ts';
import { delegationsOf, voiceRank } from '../grants.ts';
import { cite } from '../ground.ts';
import { isOrSeats, levelFor, playersOf, speaksAs } from '../players.ts';
import type { Effect, Frame, Level, Question, Refusal, Reply, Voice, VoiceLevel } from '../question.ts';
import { unknownActor, unknownName } from '../reply.ts';
import { say, tell } from '../sentences.ts';
import { attempt, diagrams, fixPlayers, type Outcomes, type Solved } from '../solve.ts';
import { namedActs, universe } from '../universe.ts';
import { actInWords, nameOf } from '../words.ts';

/** The acts of one kind on the matter, taken together, and what they take: functions of the openings. */
interface Stake {
  readonly kind: VoiceKind;
  /** One of them in which this one's voice is can come about with everybody willing. */
  readonly mine: Ref;
  /** None of them takes effect without this one, though one can with it. */
  readonly needsMe: Ref;
  /** None is proper without this one's part, though one can be with it. */
  readonly owesMe: Readonly<Record<'some' | 'every', boolean>>;
  readonly alone: Ref;
}

const NO_VOICE: VoiceLevel = { kind: 'none', firmness: 'may', alone: false };

export function voice(
  arrangement: Arrangement,
  frame: Frame,
  question: Extract<Question, { ask: 'voice' }>,
): Reply<Voice> {
  const wrong = refusal(arrangement, question);
  if (wrong) return { ok: false, refusal: wrong };
  const { who, on } = question;
  const mine = speaksAs(arrangement, who);
  const acts = namedActs(arrangement, frame.at).filter((act) => act.on === on && voiceRank(act.kind) > 0);
  // Whether it is passed over is a question about acts; whether it is needed, about the one who answers for them.
  const byAct = solveActs(new Compilation(arrangement, frame, 'act'), acts, 'proper');
  if (!byAct.ok) return byAct;
  const byPlayer = solveActs(new Compilation(arrangement, frame, levelFor(arrangement, who)), acts, 'valid');
  if (!byPlayer.ok) return byPlayer;
  const worked = attempt(() => {
    const me = new Set(
      playersOf(arrangement, who, levelFor(arrangement, who) as Exclude<Level, 'act'>, frame.at),
    );
    const kinds = VOICE_KINDS.filter((kind) => acts.some((act) => act.kind === kind));
    const stakes = kinds.map((kind) => stake(arrangement, mine, kind, acts, byAct.value, byPlayer.value, me));
    return { most: level(byPlayer.value, stakes, 'some'), least: level(byPlayer.value, stakes, 'every') };
  });
  if (!worked.ok) return worked;
  const { most, least } = worked.value;
  const voiced = acts.filter((act) => hasVoice(arrangement, mine, act, frame.at));
  const rules = new Set([...voiced, ...acts].flatMap((act) => byAct.value.compilation.grounds(act)));
  return {
    ok: true,
    answer: {
      ask: 'voice',
      arrangement: arrangement.id,
      at: frame.at,
      who,
      on,
      most,
      least,
      grounds: cite(arrangement, rules),
      sentence: sentence(arrangement, question, most, least, voiced),
    },
  };
}

function sentence(
  arrangement: Arrangement,
  question: Extract<Question, { ask: 'voice' }>,
  most: VoiceLevel,
  least: VoiceLevel,
  mine: readonly Act[],
): Text {
  const inWords = (each: VoiceLevel): Text =>
    each.kind === 'none'
      ? say('kind.none')
      : say('voice.level', { kind: say(`kind.${each.kind}`), firmness: say(`firmness.${each.firmness}`) });
  return tell(most.kind === 'none' ? 'voice.none' : 'voice.some', {
    who: nameOf(arrangement, question.who),
    on: nameOf(arrangement, question.on),
    most: inWords(most),
    alone: most.alone ? 'yes' : 'no',
    acts: mine.filter((act) => act.kind === most.kind).map((act) => actInWords(arrangement, act)),
    same: most.kind === least.kind && most.firmness === least.firmness ? 'yes' : 'no',
    least: inWords(least),
  });
}

/** The diagrams of several acts for one effect, with silence procedures taken as broken. */
function solveActs(compilation: Compilation, acts: readonly Act[], effect: Effect): Outcomes<Solved> {
  const gates = acts.map((act) => compilation.act(act, effect));
  return diagrams(compilation, gates);
}

function refusal(
  arrangement: Arrangement,
  question: Extract<Question, { ask: 'voice' }>,
): Refusal | undefined {
  const wrong = unknownActor(arrangement, question.who);
  if (wrong) return wrong;
  return arrangement.matters.has(question.on) ? undefined : unknownName(arrangement, question.on);
}

/** Whether an act gives these a voice: they are addressed, or they act, themselves, in the body that acts, or as delegates. */
function hasVoice(arrangement: Arrangement, mine: ReadonlySet<string>, act: Act, at: Day): boolean {
  if (act.kind === 'inform' || act.kind === 'consult')
    return act.to !== undefined && isOrSeats(arrangement, act.to, mine);
  const acting = [act.by, ...delegationsOf(arrangement, act, at).map((each) => each.to)];
  return acting.some((by) => isOrSeats(arrangement, by, mine));
}

/** The acts that these do or that are addressed to them. */
function involving(arrangement: Arrangement, mine: ReadonlySet<string>): ReadonlySet<string> {
  const found = [...universe(arrangement)].filter(
    ([, act]) => mine.has(act.by) || (act.to !== undefined && isOrSeats(arrangement, act.to, mine)),
  );
  return new Set(found.map(([sentence]) => sentence));
}

function stake(
  arrangement: Arrangement,
  mine: ReadonlySet<string>,
  kind: VoiceKind,
  acts: readonly Act[],
  byAct: Solved,
  byPlayer: Solved,
  me: ReadonlySet<string>,
): Stake {
  const nobody = new Set<string>();
  const either = (solved: Solved, wanted: (act: Act) => boolean): Ref =>
    acts.reduce(
      (any, act, index) => (act.kind === kind && wanted(act) ? solved.bdd.or(any, solved.refs[index]!) : any),
      solved.bdd.no,
    );
  const without = (solved: Solved, f: Ref, left: ReadonlySet<string>): Ref =>
    solved.bdd.and(fixPlayers(solved, f, nobody, false), solved.bdd.not(fixPlayers(solved, f, left, false)));
  const all = either(byPlayer, () => true);
  // What is asked about is not owed to itself: being addressed by the very act is no duty that comes before it.
  const asked = new Set(acts.filter((act) => act.kind === kind).map(showAct));
  const others = (sentence: string): boolean => !mine.has(universe(arrangement).get(sentence)!.by);
  const undone = new Set(
    [...involving(arrangement, mine)].filter((each) => !(asked.has(each) && others(each))),
  );
  const owesMe = without(
    byAct,
    either(byAct, () => true),
    undone,
  );
  return {
    kind,
    mine: fixPlayers(
      byPlayer,
      either(byPlayer, (act) => hasVoice(arrangement, mine, act, byPlayer.compilation.frame.at)),
      nobody,
      false,
    ),
    needsMe: without(byPlayer, all, me),
    owesMe: { some: owesMe !== byAct.bdd.no, every: owesMe === byAct.bdd.yes },
    alone: fixPlayers(byPlayer, all, me, true),
  };
}

/** The highest kind that is possible in some, or in every, reading, and how firm the voice then is. */
function level({ bdd }: Solved, stakes: readonly Stake[], extent: 'some' | 'every'): VoiceLevel {
  const holds = (refs: readonly Ref[]): boolean => {
    const any = refs.reduce((left, right) => bdd.or(left, right), bdd.no);
    return extent === 'some' ? any !== bdd.no : any === bdd.yes;
  };
  const from = (kind: VoiceKind): readonly Stake[] =>
    stakes.filter((each) => voiceRank(each.kind) >= voiceRank(kind));
  const kind = VOICE_KINDS.toReversed().find((each) => holds(from(each).map((one) => one.mine)));
  if (kind === undefined) return NO_VOICE;
  const decisive = from('decide');
  const atStake = decisive.length > 0 ? decisive : from(kind);
  const needed = holds(atStake.map((each) => each.needsMe));
  const owed = atStake.some((each) => each.owesMe[extent]);
  const own = decisive.filter((each) => each.kind === kind);
  return {
    kind,
    firmness: needed ? 'needed' : owed ? 'duty' : 'may',
    alone: holds(own.map((each) => each.alone)),
  };
}
