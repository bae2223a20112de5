/** The shape of a whole file of claims, and the canonical form and JSON Schema of both kinds of file. */
import { z } from 'zod';
import type { Result } from '../arrangement/fault.ts';
import { fileShape, includeShape } from '../arrangement/read/layout.ts';
import { readId } from '../arrangement/read/words.ts';
import { formatAs } from '../yaml/format.ts';
import { mapping, optional, record } from '../yaml/shape.ts';
import { claimFields, claimKey } from './read.ts';

const claimsShape = record({
  include: optional(includeShape.describe('Files of this folder with further claims.')),
  claims: optional(
    mapping(claimKey, record(claimFields), readId).describe('What the documents say, row by row.'),
  ),
});

/** The JSON Schema (2020-12) of files of claims. */
export function claimsSchema(): object {
  return { ...z.toJSONSchema(claimsShape, { io: 'input' }), title: 'Foedus claims' };
}

/** Puts a file into its one canonical form, comments kept; `file` is its name in faults. */
export function format(text: string, kind: 'arrangement' | 'claims', file: string): Result<string> {
  return formatAs(kind === 'arrangement' ? fileShape : claimsShape, text, file);
}
