/** Words in cells that stand for one of a few things: how an inject is delivered, what it is for, how far it is written. */
import {
  INJECT_KINDS,
  INJECT_STATUSES,
  METHODS,
  type InjectKind,
  type InjectStatus,
  type Method,
} from '../exercise/scenario/model.ts';
import { LANGS, type Lang } from '../text/lang.ts';
import { bare } from './fields.ts';
import en from './values.en.json' with { type: 'json' };
import ja from './values.ja.json' with { type: 'json' };
import ko from './values.ko.json' with { type: 'json' };
import synonyms from './value-synonyms.json' with { type: 'json' };

export const VALUES: Readonly<
  Record<
    Lang,
    {
      readonly kind: Readonly<Record<InjectKind, string>>;
      readonly status: Readonly<Record<InjectStatus, string>>;
      readonly method: Readonly<Record<Method, string>>;
      readonly reserve: string;
      readonly branch: string;
    }
  >
> = { en, ko, ja };

function table<W extends string>(
  words: readonly W[],
  of: 'kind' | 'status' | 'method',
): ReadonlyMap<string, W> {
  return new Map(
    words.flatMap((word) => [
      ...(synonyms[of] as Readonly<Record<W, readonly string[]>>)[word].map(
        (each) => [bare(each), word] as const,
      ),
      ...LANGS.map((lang) => [bare((VALUES[lang][of] as Readonly<Record<W, string>>)[word]), word] as const),
      [bare(word), word] as const,
    ]),
  );
}

const KINDS = table(INJECT_KINDS, 'kind');
const STATUSES = table(INJECT_STATUSES, 'status');
const METHOD_WORDS = table(METHODS, 'method');

/** `undefined`: the word is not known. */
export function kindOf(text: string): InjectKind | undefined {
  return KINDS.get(bare(text));
}

export function statusOf(text: string): InjectStatus | undefined {
  return STATUSES.get(bare(text));
}

export function methodOf(text: string): Method | undefined {
  return METHOD_WORDS.get(bare(text));
}

const DUE_WORDS: ReadonlyMap<string, 'reserve' | 'branch'> = new Map([
  ...synonyms.due.reserve.map((word) => [bare(word), 'reserve'] as const),
  ...LANGS.map((lang) => [bare(VALUES[lang].reserve), 'reserve'] as const),
  ...LANGS.map((lang) => [bare(VALUES[lang].branch), 'branch'] as const),
]);

/** A word in place of a time. */
export function dueWordOf(text: string): 'reserve' | 'branch' | undefined {
  return DUE_WORDS.get(bare(text));
}
