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
  'demo-beyond-loopback': 403,
  'foreign-origin': 403,
  'session-proof': 403,
  'sign-in-again': 403,
  'bad-invitation': 403,
  'passkey-refused': 403,
  'oidc-refused': 403,
  'oidc-unknown': 403,
  'unknown-account': 404,
  'unknown-grant': 404,
  'unknown-passkey': 404,
  'unknown-session': 404,
  'unknown-token': 404,
  'login-taken': 409,
  'passkey-known': 409,
  'last-passkey': 409,
  'oidc-linked': 409,
  'secretariat-holds-no-seat': 409,
  'bad-login': 422,
  'unknown-arrangement': 422,
  'unknown-case': 422,
  'unknown-party': 422,
  'unknown-seat': 422,
  'empty-period': 422,
  'account-busy': 503,
  'provider-unreachable': 503,
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
