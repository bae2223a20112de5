/** Numbers that are comparable between arrangements and dates: ranks of voice, counts of matters and of events, days. */
import { powersFor, voiceRank } from '../../authority/grants.ts';
import { holdsOn } from '../../arrangement/date.ts';
import { entry, type Arrangement, type Happening } from '../../arrangement/model.ts';
import { nameOf } from '../../authority/words.ts';
import { list, plain } from '../../text/catalogue.ts';
import type { Text } from '../../text/lang.ts';
import type { Measure } from '../model.ts';
import {
  answerTo,
  arrangementOf,
  distinct,
  rulesAt,
  unknownName,
  type Or,
  type RuleAt,
  type World,
} from '../world.ts';

export interface Measured {
  readonly value: number;
  readonly grounds: readonly RuleAt[];
  /** What the number is made of: the sentence about a voice, the names of what was counted. */
  readonly made: Text;
}

/** Reads a measure off the arrangement that it names. */
export function measure(measure: Measure, home: string, world: World): Or<Measured> {
  if (measure.type === 'number')
    return { ok: true, value: { value: measure.value, grounds: [], made: plain('') } };
  const within = arrangementOf(world, home, measure.arrangement);
  if (!within.ok) return within;
  const arrangement = within.value;
  switch (measure.type) {
    case 'voice':
      return rankOfVoice(measure, measure.on, measure.bound, arrangement, world);
    case 'voices': {
      const least = voiceRank(measure.kind);
      return count(arrangement, [...arrangement.matters.keys()], (matter) => {
        const rank = rankOfVoice(measure, matter, 'most', arrangement, world);
        return rank.ok ? { ok: true, value: { ...rank.value, counts: rank.value.value >= least } } : rank;
      });
    }
    case 'blocks':
      return count(arrangement, mattersWithPower(measure, arrangement), (matter) =>
        canBlock(measure, matter, arrangement, world),
      );
    case 'events': {
      const counted = [...arrangement.events.values()].filter((event) => isCounted(measure, event));
      const grounds = rulesAt(
        arrangement.id,
        counted.map(({ id }) => id),
      );
      return {
        ok: true,
        value: { value: counted.length, grounds, made: list(counted.map(({ name }) => name)) },
      };
    }
    case 'days':
      return daysBetween(measure.between, arrangement);
  }
}

interface Counted {
  readonly counts: boolean;
  readonly grounds: readonly RuleAt[];
}

/** How many matters count; it rests on those that do not, too. */
function count(
  arrangement: Arrangement,
  matters: readonly string[],
  judge: (matter: string) => Or<Counted>,
): Or<Measured> {
  const counting: string[] = [];
  let grounds: readonly RuleAt[] = [];
  for (const matter of matters) {
    const judged = judge(matter);
    if (!judged.ok) return judged;
    if (judged.value.counts) counting.push(matter);
    grounds = [...grounds, ...judged.value.grounds];
  }
  const made = list(counting.map((matter) => nameOf(arrangement, matter)));
  return { ok: true, value: { value: counting.length, grounds: distinct(grounds), made } };
}

/** 0 for no voice, 1 for being informed … 7 for executing. */
function rankOfVoice(
  { frame, who }: Extract<Measure, { type: 'voice' | 'voices' }>,
  on: string,
  bound: 'most' | 'least',
  arrangement: Arrangement,
  world: World,
): Or<Measured> {
  const answered = answerTo({ frame, question: { ask: 'voice', who, on } }, arrangement.id, world);
  if (!answered.ok) return answered;
  const { answer, grounds } = answered.value;
  if (answer.ask !== 'voice') throw new Error('INVARIANT: a question about voice is answered as one');
  return { ok: true, value: { value: voiceRank(answer[bound].kind), grounds, made: answer.sentence } };
}

type Blocks = Extract<Measure, { type: 'blocks' }>;

/** The matters on which a power of that kind is in force on the day. */
function mattersWithPower({ kind, frame }: Blocks, arrangement: Arrangement): readonly string[] {
  return [...arrangement.matters.keys()].filter((on) =>
    powersFor(arrangement, { kind, on }).some((power) => holdsOn(power, frame.at)),
  );
}

/** Whether `who` can prevent it in at least some reading. */
function canBlock(
  { kind, frame, who }: Blocks,
  on: string,
  arrangement: Arrangement,
  world: World,
): Or<Counted> {
  const question = { ask: 'canBlock', who, outcome: { kind, on } } as const;
  const answered = answerTo({ frame, question }, arrangement.id, world);
  if (!answered.ok) return answered;
  const { answer, grounds } = answered.value;
  if (answer.ask !== 'canBlock') throw new Error('INVARIANT: a question about blocking is answered as one');
  return { ok: true, value: { counts: answer.extent !== 'none', grounds } };
}

/** Whether an event is of the kind, has taken part in it, is about it, and begins in the period. */
export function isCounted(
  { kind, who, about, from, until }: Extract<Measure, { type: 'events' }>,
  event: Happening,
): boolean {
  return (
    (kind === undefined || event.kind === kind) &&
    (who === undefined || event.who.includes(who)) &&
    (about === undefined || event.about.includes(about)) &&
    event.from !== undefined &&
    holdsOn({ from, until }, event.from.day)
  );
}

const DAY = 86_400_000;

/** From the first day of one entry to that of another; negative when the other comes before. */
function daysBetween([first, second]: readonly [string, string], arrangement: Arrangement): Or<Measured> {
  const start = (id: string): number => Date.parse(entry(arrangement, id)?.from?.day ?? '');
  for (const id of [first, second]) if (Number.isNaN(start(id))) return unknownName(id);
  const value = (start(second) - start(first)) / DAY;
  const made = list([first, second].map((id) => nameOf(arrangement, id)));
  return { ok: true, value: { value, grounds: rulesAt(arrangement.id, [first, second]), made } };
}
