/** The schemas of all JSON outputs, by command. `docs/schema` publishes them. */
import { z } from 'zod';
import { askOutput } from './ask.ts';
import { changesOutput } from './changes.ts';
import { checkOutput } from './check.ts';
import { compareOutput } from './compare.ts';
import { exerciseCheckOutput } from './exercise-check.ts';
import { exerciseRunOutput } from './exercise-run.ts';
import { explainOutput } from './explain.ts';
import { reportOutput } from './report.ts';
import { solveOutput } from './solve.ts';
import { verifyOutput } from './verify.ts';

export const OUTPUTS = {
  ask: askOutput,
  changes: changesOutput,
  check: checkOutput,
  compare: compareOutput,
  'exercise-check': exerciseCheckOutput,
  'exercise-run': exerciseRunOutput,
  explain: explainOutput,
  report: reportOutput,
  solve: solveOutput,
  verify: verifyOutput,
};
export type OutputName = keyof typeof OUTPUTS;

/** JSON Schema (2020-12) of what a command prints with `--json`. */
export function outputSchema(name: OutputName): object {
  return { title: `foedus ${name.replace('-', ' ')} --json`, ...z.toJSONSchema(OUTPUTS[name]) };
}
