/** Sentences of conditions: `sent 12`, `refused execute by field-commander`, an act. */
import { ACT_KINDS } from '../../../arrangement/act.ts';
import type { Place } from '../../../arrangement/fault.ts';
import { nearest } from '../../../arrangement/nearest.ts';
import { OUTCOME_PATTERN, readOutcomeSentence } from '../../../arrangement/read/sentence.ts';
import { resolve } from '../../../arrangement/read/words.ts';
import type { Recorded } from '../../../consultation/command.ts';
import { placeInside, type Scalar } from '../../../yaml/tree.ts';
import type { Condition } from '../condition.ts';
import { resolveName, type ScenarioReader, type ScenarioReference } from './words.ts';

/** Everything that may stand on the record of a consultation. */
const COMMANDS: Readonly<Record<Recorded['type'], true>> = {
  inform: true,
  consult: true,
  advise: true,
  plan: true,
  concur: true,
  decide: true,
  execute: true,
  review: true,
  revoke: true,
  delegate: true,
  declare: true,
  request: true,
  answer: true,
  object: true,
  reserve: true,
  dissent: true,
  position: true,
  receipt: true,
  'request-release': true,
  'request-document': true,
  'refuse-release': true,
  release: true,
  recall: true,
  withdraw: true,
  'break-silence': true,
  'take-back': true,
  open: true,
  succeed: true,
  absent: true,
  present: true,
  'link-down': true,
  'link-up': true,
  suspend: true,
  restore: true,
  adjourn: true,
  resume: true,
  close: true,
};

const NAME = '[a-z][a-z0-9-]*';
const WORDS = Object.keys(COMMANDS).join('|');
const SENTENCES = [
  'always',
  `when ${NAME}`,
  `recorded (?:${WORDS})(?: by ${NAME})?(?: (?:to|with) ${NAME})?(?: on ${NAME})?`,
  `refused(?: (?:${WORDS}))?(?: by ${NAME})?`,
  `convened ${NAME}`,
  'sent \\S+',
  `acknowledged \\S+(?: by ${NAME})?`,
  `written by ${NAME}(?: to ${NAME})?`,
];
/** How a sentence looks. */
export const SENTENCE = new RegExp(`^(?:${SENTENCES.join('|')}|${OUTCOME_PATTERN.source.slice(1, -1)})$`);

/** The words of a sentence after the first, taken one after another; a word that names nothing is reported at its own place. */
interface Words {
  readonly place: Place;
  readonly count: number;
  /** The word after the next one, if the next one is one of these. */
  after(...prepositions: readonly string[]): At | undefined;
  next(): At | undefined;
  isDone(): boolean;
}
interface At {
  readonly word: string;
  readonly index: number;
}

function wordsOf(node: Scalar): Words {
  const words = [...node.text.matchAll(/\S+/g)].map(({ 0: word, index }): At => ({ word, index }));
  let at = 1;
  const next = (): At | undefined => words[at++];
  return {
    place: placeInside(node, 0),
    count: words.length,
    next,
    isDone: () => at >= words.length,
    after: (...prepositions) => {
      if (!prepositions.includes(words[at]?.word ?? '') || at + 1 >= words.length) return undefined;
      at++;
      return next();
    },
  };
}

type ReadSentence = (words: Words, node: Scalar, reader: ScenarioReader) => Condition | undefined;

/** `false`: the word is there and names nothing. */
function named(
  at: At | undefined,
  as: ScenarioReference,
  node: Scalar,
  reader: ScenarioReader,
): string | undefined | false {
  return at && (resolveName(at.word, as, node, at.index, reader) ?? false);
}

function command(at: At | undefined, node: Scalar, reader: ScenarioReader): Recorded['type'] | undefined {
  if (!at) return undefined;
  const known = Object.keys(COMMANDS) as Recorded['type'][];
  const found = known.find((each) => each === at.word);
  if (found) return found;
  const params = { value: at.word, known: known.join(', ') };
  reader.report('bad-value', placeInside(node, at.index), params, nearest(at.word, known));
  return undefined;
}

const READ: Readonly<Record<string, ReadSentence>> = {
  always: () => ({ type: 'always' }),
  when: (words, node, reader) => {
    const at = words.next();
    const found = at && resolve(at.word, 'condition', node, at.index, reader);
    return found === undefined ? undefined : { type: 'condition', condition: found, place: words.place };
  },
  recorded: (words, node, reader) => {
    const type = command(words.next(), node, reader);
    const by = named(words.after('by'), 'seat', node, reader);
    const toAt = words.after('to', 'with');
    const to = toAt && (resolve(toAt.word, 'addressee', node, toAt.index, reader) ?? false);
    const onAt = words.after('on');
    const about = type === 'declare' ? 'condition' : 'matter';
    const on = onAt && (resolve(onAt.word, about, node, onAt.index, reader) ?? false);
    if (type === undefined || by === false || to === false || on === false) return undefined;
    const more = { ...(by ? { by } : {}), ...(to ? { to } : {}), ...(on ? { on } : {}) };
    return { type: 'recorded', command: type, ...more, place: words.place };
  },
  refused: (words, node, reader) => {
    const before = words.after('by');
    const typeAt = before ? undefined : words.next();
    const type = command(typeAt, node, reader);
    const by = named(before ?? words.after('by'), 'seat', node, reader);
    if (by === false || (typeAt && type === undefined)) return undefined;
    const more = { ...(type ? { command: type } : {}), ...(by ? { by } : {}) };
    return { type: 'refused', ...more, place: words.place };
  },
  convened: (words, node, reader) => {
    const consultation = named(words.next(), 'consultation', node, reader);
    return consultation ? { type: 'convened', consultation, place: words.place } : undefined;
  },
  sent: (words, node, reader) => {
    const inject = named(words.next(), 'inject', node, reader);
    return inject ? { type: 'sent', inject, place: words.place } : undefined;
  },
  acknowledged: (words, node, reader) => {
    const inject = named(words.next(), 'inject', node, reader);
    const by = named(words.after('by'), 'addressee', node, reader);
    if (!inject || by === false) return undefined;
    return { type: 'acknowledged', inject, ...(by ? { by } : {}), place: words.place };
  },
  written: (words, node, reader) => {
    const by = named(words.after('by'), 'correspondent', node, reader);
    const to = named(words.after('to'), 'correspondent', node, reader);
    return by && to !== false
      ? { type: 'written', by, ...(to ? { to } : {}), place: words.place }
      : undefined;
  },
};

/** The first words that need no second. */
const ALONE: readonly string[] = ['always', 'refused'];

export function readSentence(node: Scalar, reader: ScenarioReader): Condition | undefined {
  const first = /\S+/.exec(node.text)?.[0] ?? '';
  const words = wordsOf(node);
  const wrong = (): undefined => {
    const starts = [...Object.keys(READ), ...ACT_KINDS];
    const near = nearest(first, starts);
    reader.report('bad-condition', words.place, { text: node.text }, near === first ? undefined : near);
  };
  const read = Object.hasOwn(READ, first) ? READ[first] : undefined;
  if (!read) {
    if (words.count < 3) return wrong();
    const done = readOutcomeSentence(node, reader);
    return done && { type: 'effected', outcome: done, place: words.place };
  }
  if (words.count === 1 && !ALONE.includes(first)) return wrong();
  let reported = false;
  const found = read(words, node, {
    ...reader,
    report: (...fault) => {
      reported = true;
      reader.report(...fault);
    },
  });
  if (reported) return undefined;
  return found && words.isDone() ? found : wrong();
}
