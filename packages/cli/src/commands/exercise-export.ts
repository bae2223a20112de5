/** `foedus exercise export`: plays a scenario and writes the whole record, marked as an exercise's. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { exercise } from '@foedus/kernel';
import { EXIT, type Exit } from '../exit.ts';
import type { Shell } from '../shell.ts';
import { played, type PlayOptions } from './exercise/played.ts';
import { sayExercise } from './exercise/words.ts';

export interface ExportOptions extends PlayOptions {
  readonly output?: string;
}

export function exportExercise(shell: Shell, path: string, { output, ...options }: ExportOptions): Exit {
  const record = played(shell, path, options);
  if (!record) return EXIT.input;
  const lines = exercise.jsonLines(record);
  if (output === undefined) for (const line of lines) shell.out.print(line);
  else {
    writeFileSync(resolve(shell.cwd, output), `${lines.join('\n')}\n`);
    shell.out.print(sayExercise('exported', { lines: lines.length, file: output })[shell.lang]);
  }
  return EXIT.ok;
}
