/** `foedus start`: checks every arrangement and writes the report of the first one. */
import type { Exit } from '../exit.ts';
import { library } from '../load/library.ts';
import { say } from '../messages.ts';
import type { Shell } from '../shell.ts';
import { check } from './check.ts';
import { reportOf, writePage } from './report.ts';

const NAME = 'rok-us';
/** The day of the meeting that the first of the two documents reports. */
const AT = '2023-12-15';
const FILE = 'out/report.html';

export function start(shell: Shell): Exit {
  const shelf = library(shell.cwd);
  const exit = check(shell, [], {}, shelf);
  const made = reportOf(shell, shelf, NAME, { at: AT });
  writePage(shell, made, FILE);
  shell.out.print(say('report-where', { name: made.arrangement.name, path: FILE })[shell.lang]);
  return exit;
}
