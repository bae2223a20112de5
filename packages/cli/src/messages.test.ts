import { incomplete } from '@foedus/kernel';
import { expect, test } from 'vitest';
import { BACKUP_MESSAGES } from './commands/backup/words.ts';
import { CONSULT_MESSAGES } from './consult/words.ts';
import { EXERCISE_MESSAGES } from './commands/exercise/words.ts';
import { MSEL_MESSAGES } from './commands/msel/words.ts';
import { RECORD_MESSAGES } from './commands/record/words.ts';
import { SERVE_MESSAGES } from './commands/serve/words.ts';
import { SOLVE_MESSAGES } from './commands/solve/words.ts';
import { USER_MESSAGES } from './commands/user/words.ts';
import { MESSAGES } from './messages.ts';
import { REPORT_MESSAGES } from './report/words.ts';

test.each([
  ['of the command', MESSAGES],
  ['of the report', REPORT_MESSAGES],
  ['of consult', CONSULT_MESSAGES],
  ['of exercise', EXERCISE_MESSAGES],
  ['of msel', MSEL_MESSAGES],
  ['of serve', SERVE_MESSAGES],
  ['of solve', SOLVE_MESSAGES],
  ['of backup', BACKUP_MESSAGES],
  ['of user', USER_MESSAGES],
  ['of the record', RECORD_MESSAGES],
])('the messages %s are complete in every language', (_, messages) => {
  expect(incomplete(messages)).toEqual([]);
});
