/**
 * JSON with one way to write each value (RFC 8785, JSON Canonicalization Scheme), so that a signature over the text is a signature over the
 * value: no white space, keys sorted by UTF-16 code units, numbers and strings as ECMAScript writes them.
 */
import { sound, wrong, type Checked } from './fault.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** How deeply lists and tables may be nested; far more than an entry needs, far less than a call stack holds. */
const DEPTH_LIMIT = 100;

/** The canonical text of a value. Faults: a number that is not finite, a lone surrogate, too deep, not a value of JSON. */
export function canonical(value: unknown): Checked<string> {
  try {
    return sound(write(value, DEPTH_LIMIT));
  } catch (error) {
    if (error instanceof Unwritable) return error.fault;
    throw error;
  }
}

/** The value of a canonical text. Every other text is refused, even where it is JSON: of duplicate keys, say, readers differ. */
export function parseCanonical(text: string): Checked<Json> {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return wrong('json-not-canonical');
  }
  const written = canonical(value);
  if (!written.ok) return written;
  return written.value === text ? sound(value) : wrong('json-not-canonical');
}

/** Ends the writing at once: every entry is written when it is made and when it is verified, so the way without a fault has to be short. */
class Unwritable extends Error {
  readonly fault: ReturnType<typeof wrong>;

  constructor(...fault: Parameters<typeof wrong>) {
    super(fault[0]);
    this.fault = wrong(...fault);
  }
}

function write(value: unknown, depth: number): string {
  if (typeof value === 'string') return writeString(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Unwritable('json-number');
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new Unwritable('json-value', { found: typeof value });
  if (depth === 0) throw new Unwritable('json-deep', { limit: DEPTH_LIMIT });
  // Array.from and not map: a hole in a list is no value of JSON, and map would pass over it.
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, depth - 1)).join()}]`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new Unwritable('json-value', { found: 'object' });
  const table = value as Readonly<Record<string, unknown>>;
  // Without a comparison of its own, toSorted compares by UTF-16 code units, which is the order that RFC 8785 asks for.
  const members = Object.keys(table)
    .toSorted()
    .map((key) => `${writeString(key)}:${write(table[key], depth - 1)}`);
  return `{${members.join()}}`;
}

function writeString(text: string): string {
  if (!text.isWellFormed()) throw new Unwritable('json-surrogate');
  return JSON.stringify(text);
}
