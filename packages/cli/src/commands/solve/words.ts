/** What `foedus solve` says. */
import { catalogue } from '@foedus/kernel/text';
import en from '../../messages/solve.en.json' with { type: 'json' };
import ja from '../../messages/solve.ja.json' with { type: 'json' };
import ko from '../../messages/solve.ko.json' with { type: 'json' };

export const SOLVE_MESSAGES = { en, ko, ja };
export const saySolve = catalogue(SOLVE_MESSAGES);
export type SolveKey = keyof typeof en;
