/** The problems of accounts, in the API's one shape. */
import { catalogue, type Fillings } from '@foedus/kernel';
import { Problem } from '../http/problem.ts';
import en from './accounts.en.json' with { type: 'json' };
import ja from './accounts.ja.json' with { type: 'json' };
import ko from './accounts.ko.json' with { type: 'json' };

export const ACCOUNT_MESSAGES = { en, ko, ja };
const say = catalogue(ACCOUNT_MESSAGES);

/** The stable codes, each with the HTTP status that it is answered with. */
const STATUSES = {
  'foreign-origin': 403,
  'demo-beyond-loopback': 403,
} as const;
export type AccountProblemCode = keyof typeof STATUSES;

export function accountProblem(code: AccountProblemCode, fillings: Fillings = {}): Problem {
  return new Problem({
    status: STATUSES[code],
    code,
    title: say(`${code}.title`, fillings),
    expected: say(`${code}.expected`, fillings),
    todo: say(`${code}.todo`, fillings),
  });
}
