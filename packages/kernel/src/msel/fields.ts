/** The columns that a list has for us, their headings in each language, and what else practitioners call them. */
import { LANGS, type Lang } from '../text/lang.ts';
import en from './headings.en.json' with { type: 'json' };
import ja from './headings.ja.json' with { type: 'json' };
import ko from './headings.ko.json' with { type: 'json' };
import synonyms from './synonyms.json' with { type: 'json' };

/** In the order in which an export has them. */
export const FIELDS = [
  'serial',
  'time',
  'part',
  'kind',
  'method',
  'from',
  'to',
  'title',
  'text',
  'expected',
  'tasks',
  'controller',
  'status',
  'notes',
  'attachments',
  'rest',
] as const;
export type Field = (typeof FIELDS)[number];

/** Fields that have a column for each language. */
export const WORDED = ['from', 'title', 'text', 'expected', 'notes'] as const satisfies readonly Field[];
export type WordedField = (typeof WORDED)[number];

export function isWorded(field: Field): field is WordedField {
  return (WORDED as readonly Field[]).includes(field);
}

export const HEADINGS: Readonly<Record<Lang, Readonly<Record<Field, string>>>> = { en, ko, ja };

/** Words are compared in one form of letters, digits and sizes, without spaces and signs. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Where a field's own heading stands, 0; a synonym's place after it. Smaller is nearer. */
interface Known {
  readonly field: Field;
  readonly rank: number;
  /** The language whose standard heading it is. */
  readonly lang?: Lang;
}

const KNOWN: ReadonlyMap<string, Known> = new Map([
  ...FIELDS.flatMap((field) =>
    synonyms[field].map((word, index) => [bare(word), { field, rank: index + 1 }] as const),
  ).toReversed(),
  ...LANGS.flatMap((lang) =>
    FIELDS.map((field) => [bare(HEADINGS[lang][field]), { field, rank: 0, lang }] as const),
  ).toReversed(),
]);

export interface Heading extends Known {
  /** The language that the heading says its column is in: `Title (ko)`. */
  readonly in?: Lang;
}

const IN_LANG: Readonly<Record<Lang, RegExp>> = {
  en: /[([](?:en|eng|english|영어|영문|英語|英文)[)\]]$/iu,
  ko: /[([](?:ko|kor|korean|한국어|국문|한글|韓国語)[)\]]$/iu,
  ja: /[([](?:ja|jpn|japanese|일본어|일문|日本語|和文)[)\]]$/iu,
};

/** What a heading means; `undefined`: nothing that is known. */
export function headingOf(text: string): Heading | undefined {
  const plain = text.normalize('NFKC').trim();
  if (/^(?:#|№|no\.?|nr\.?)$/iu.test(plain)) return { field: 'serial', rank: 1 };
  const lang = LANGS.find((each) => IN_LANG[each].test(plain));
  const known = KNOWN.get(bare(lang === undefined ? plain : plain.replace(IN_LANG[lang], '')));
  if (known === undefined || (lang !== undefined && !isWorded(known.field))) return undefined;
  return lang === undefined ? known : { ...known, in: lang };
}
