/** Reads what is given on a command line or in a form: an outcome, a formula. Places are in the file `<argument>`. */
import { parse } from '../../yaml/parse.ts';
import { readAs } from '../../yaml/shape.ts';
import type { z } from 'zod';
import type { Outcome } from '../act.ts';
import type { Result } from '../fault.ts';
import type { Formula } from '../formula.ts';
import type { Arrangement } from '../model.ts';
import { collector, result } from './files.ts';
import { formula } from './formula.ts';
import { scopeOf } from './scope.ts';
import { outcome } from './sentence.ts';
import type { Reader } from './words.ts';

/** Reads `execute on kill-chain` or `consult by us-president with rok-president on nuclear-release`. */
export function readOutcome(text: string, arrangement: Arrangement): Result<Outcome> {
  return readArgument(outcome, text, arrangement);
}

/** Reads a formula: `when emergency`, or in YAML's brackets `{allOf: [when emergency, concur by cfc-commander on kmpr]}`. */
export function readFormula(text: string, arrangement: Arrangement): Result<Formula> {
  return readArgument(formula, text, arrangement);
}

function readArgument<T>(shape: z.ZodType<T>, text: string, arrangement: Arrangement): Result<T> {
  const { tree, faults: broken } = parse('<argument>', text);
  const { faults, report } = collector();
  const reader: Reader = { report, scope: scopeOf(arrangement) };
  const value = tree && readAs(shape, tree, reader);
  return result<T>(value, [...broken, ...faults]);
}
