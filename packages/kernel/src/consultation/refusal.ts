/** Why a command is not recorded. */
import type { Act } from '../arrangement/act.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { cite } from '../authority/ground.ts';
import type { Circumstance, Ground } from '../authority/question.ts';
import { actInWords, nameOf, whereInWords } from '../authority/words.ts';
import { catalogue, list, plain } from '../text/catalogue.ts';
import type { Text } from '../text/lang.ts';
import en from './consultation.en.json' with { type: 'json' };
import ja from './consultation.ja.json' with { type: 'json' };
import ko from './consultation.ko.json' with { type: 'json' };

const say = catalogue({ en, ko, ja });

export const REFUSAL_CODES = [
  'not-open',
  'already-open',
  'other-arrangement',
  'closed',
  'adjourned',
  'absent',
  'no-change',
  'not-for-this-seat',
  'not-adjourned',
  'key-reused',
  'out-of-order',
  'unknown-seat',
  'office-not-held',
  'unknown-name',
  'no-matter',
  'not-named',
  'not-convener',
  'unknown-item',
  'wider-than-item',
  'not-shown-to',
  'not-originator',
  'revoked-in-secret',
  'not-valid',
  'unsettled',
  'not-proper',
  'no-silence',
  'not-delegated',
  'originator-not-asked',
  'not-asked',
  'own-item',
  'recalled',
  'document-without-source',
  'not-withdrawable',
  'already-used',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** `code` is stable; the rest is what the message is filled with, and nothing that the seat may not see. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The id of what the refusal is about: a seat, an office, a name, an item. */
  readonly subject?: string;
  readonly act?: Act;
  /** The rules on which it rests, with their sources. */
  readonly grounds: readonly Ground[];
  /** Acts that would complete it, in an order in which they can be done; `null`: none would. */
  readonly missing: readonly Act[] | null;
  /** Where it would be valid, for `unsettled`. */
  readonly where: readonly Circumstance[];
}

/** A refusal with nothing more to say than its code and what it is about. */
export function refuse(code: RefusalCode, subject?: string): Refusal {
  return { code, grounds: [], missing: [], where: [], ...(subject === undefined ? {} : { subject }) };
}

/** A refusal of an act, with the rules behind it. */
export function refuseAct(
  arrangement: Arrangement,
  code: RefusalCode,
  act: Act,
  rules: readonly string[],
  missing: readonly Act[] | null,
  where: readonly Circumstance[] = [],
): Refusal {
  return { code, act, grounds: cite(arrangement, rules), missing, where };
}

/** The refusal in words: what, why, what is missing, and the rules with their sources. */
export function explain(arrangement: Arrangement, refusal: Refusal): Text {
  const { act, code, grounds, missing, subject, where } = refusal;
  const parts = [
    say(code, {
      act: act ? actInWords(arrangement, act) : plain(''),
      subject: subject === undefined ? plain('') : nameOf(arrangement, subject),
      where: whereInWords(arrangement, where),
    }),
    ...(missing === null ? [say('missing.none')] : []),
    ...(missing !== null && missing.length > 0
      ? [say('missing.acts', { acts: missing.map((each) => actInWords(arrangement, each)) })]
      : []),
    ...(grounds.length > 0 ? [say('grounds', { rules: grounds.map(citation) })] : []),
  ];
  return parts.reduce((left, right) => say('sentences', { left, right }));
}

function citation({ name, sources }: Ground): Text {
  const places = sources.map(({ source, at }) => plain(at === undefined ? source : `${source} ${at}`));
  return say('citation', { name, places: list(places) });
}
