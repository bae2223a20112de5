/**
 * The one shape of every error (RFC 9457, problem details): a code that is stable, what was wrong, what was expected and what to do, in the
 * language of the one who asked. Nothing else about the failure leaves the server.
 */
import { catalogue, type Fillings, type Lang, type Text } from '@foedus/kernel';
import en from './problems.en.json' with { type: 'json' };
import ja from './problems.ja.json' with { type: 'json' };
import ko from './problems.ko.json' with { type: 'json' };

export const PROBLEM_MESSAGES = { en, ko, ja };
const say = catalogue(PROBLEM_MESSAGES);

/** The problems of the API itself, with their HTTP status. Accounts and the record have more, of the same shape. */
export const STATUSES = {
  'bad-request': 400,
  'bad-cursor': 400,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  'too-slow': 408,
  'bad-code': 403,
  'exercise-over': 409,
  'key-reused': 409,
  'case-behind': 409,
  'too-large': 413,
  'media-type': 415,
  'scenario-faulty': 422,
  'unknown-document': 422,
  'documents-full': 422,
  'too-many-requests': 429,
  'headers-too-large': 431,
  defect: 500,
  'no-pdf': 503,
  busy: 503,
  'store-unavailable': 503,
  'record-blocked': 503,
  'shutting-down': 503,
} as const;
export type ProblemCode = keyof typeof STATUSES;

export interface Told {
  /** Of HTTP. */
  readonly status: number;
  readonly code: string;
  readonly title: Text;
  readonly expected: Text;
  readonly todo: Text;
  /** Further members of the body; they have no strings for people. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Thrown anywhere below a route; the error handler tells it. */
export class Problem extends Error {
  readonly told: Told;

  constructor(told: Told) {
    super(told.code);
    this.told = told;
  }
}

/** A problem of the API's own catalogue. */
export function problem(
  code: ProblemCode,
  fillings: Fillings = {},
  more?: Readonly<Record<string, unknown>>,
): Problem {
  return new Problem({
    status: STATUSES[code],
    code,
    title: say(`${code}.title`, fillings),
    expected: say(`${code}.expected`, fillings),
    todo: say(`${code}.todo`, fillings),
    ...(more ? { more } : {}),
  });
}

export interface ProblemBody {
  readonly type: string;
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly expected: string;
  readonly todo: string;
  readonly [more: string]: unknown;
}

export function bodyOf({ code, expected, more, status, title, todo }: Told, lang: Lang): ProblemBody {
  return {
    ...more,
    type: `urn:foedus:problem:${code}`,
    status,
    code,
    title: title[lang],
    expected: expected[lang],
    todo: todo[lang],
  };
}
