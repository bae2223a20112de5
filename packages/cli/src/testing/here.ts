/** Runs the command in this process: as people do, but for the start of a process, which takes longer than all the rest. */
import { CommanderError } from 'commander';
import { EXIT } from '../exit.ts';
import { program } from '../program.ts';
import { language, type Paper } from '../shell.ts';
import { Stop } from '../stop.ts';
import type { Run } from './foedus.ts';

export async function here(cwd: string, ...args: readonly string[]): Promise<Run> {
  const printed: string[] = [];
  const told: string[] = [];
  const paper = (lines: string[]): Paper => ({
    print: (line = '') => void lines.push(line),
    style: (_, text) => text,
    columns: undefined,
  });
  const lang = language(args, {});
  let exit: number = EXIT.ok;
  const shell = { cwd, lang, out: paper(printed), err: paper(told) };
  const root = program(shell, async (work) => {
    exit = await work();
  });
  try {
    await root.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof Stop) {
      exit = error.exit;
      told.push(error.says[lang], error.hint?.[lang] ?? '');
    } else if (error instanceof CommanderError) {
      exit = EXIT.usage;
      told.push(error.message);
    } else throw error;
  }
  return { exit, out: printed.join('\n'), err: told.join('\n') };
}
