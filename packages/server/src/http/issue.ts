/** What is wrong with a part of a request, and what was expected there, in the language of the one who asked. */
import { catalogue, type Lang } from '@foedus/kernel';
import en from './issues.en.json' with { type: 'json' };
import ja from './issues.ja.json' with { type: 'json' };
import ko from './issues.ko.json' with { type: 'json' };

export const ISSUE_MESSAGES = { en, ko, ja };
const say = catalogue(ISSUE_MESSAGES);

export interface Issue {
  /** Where: `body/marking/to`, `querystring/after`. */
  readonly at: string;
  /** Stable. */
  readonly code: string;
  /** What was expected there. */
  readonly message: string;
}

/** What the validator of a request found at one place. */
export interface Invalid {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message?: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
}

/** `context`: which part of the request: `body`, `params`, `querystring`. */
export function issueOf(context: string, invalid: Invalid, lang: Lang): Issue {
  const at = `${context}${invalid.instancePath === '/' ? '' : invalid.instancePath}`;
  return { at, code: invalid.keyword, message: said(invalid)[lang] };
}

/** A body that can't be read at all. */
export function unreadable(code: 'not-json' | 'no-body', lang: Lang): Issue {
  return { at: 'body', code, message: say(code)[lang] };
}

function said({ keyword, message = '', params }: Invalid): ReturnType<typeof say> {
  const { expected, format, inclusive, keys, maximum, minimum, options, origin, pattern, values } =
    params as Particulars;
  const what = origin ?? '';
  switch (keyword) {
    case 'invalid_type':
      // The validator keeps no input; whether there was any is in its own words only.
      return say(message.endsWith('received undefined') ? 'missing' : 'type', { expected: expected ?? '' });
    case 'too_small':
      return say(inclusive === false ? 'more-than' : 'at-least', { count: minimum ?? 0, what });
    case 'too_big':
      return say(inclusive === false ? 'less-than' : 'at-most', { count: maximum ?? 0, what });
    case 'invalid_format':
      return format === 'regex'
        ? say('pattern', { pattern: pattern ?? '' })
        : say('format', { format: format ?? '' });
    case 'unrecognized_keys':
      return say('unknown-keys', { keys: (keys ?? []).join(', ') });
    case 'invalid_value':
    case 'invalid_union':
      return say('one-of', { values: (values ?? options ?? []).map(String).join(', ') });
    case 'invalid_key':
      return say('key');
    default:
      return say('other');
  }
}

/** Of what kinds of issues say, the parts that are told. */
interface Particulars {
  readonly expected?: string;
  readonly format?: string;
  readonly inclusive?: boolean;
  readonly keys?: readonly string[];
  readonly maximum?: number;
  readonly minimum?: number;
  readonly options?: readonly unknown[];
  readonly origin?: string;
  readonly pattern?: string;
  readonly values?: readonly unknown[];
}
