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
  return write(value, DEPTH_LIMIT);
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

function write(value: unknown, depth: number): Checked<string> {
  if (value === null || typeof value === 'boolean') return sound(String(value));
  if (typeof value === 'string') return writeString(value);
  if (typeof value === 'number')
    return Number.isFinite(value) ? sound(JSON.stringify(value)) : wrong('json-number');
  if (typeof value !== 'object') return wrong('json-value', { found: typeof value });
  if (depth === 0) return wrong('json-deep', { limit: DEPTH_LIMIT });
  // Array.from and not map: a hole in a list is no value of JSON, and map would pass over it.
  if (Array.isArray(value))
    return joined(
      '[',
      ']',
      Array.from(value, (item) => write(item, depth - 1)),
    );
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return wrong('json-value', { found: 'object' });
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]): Checked<string> => {
      const name = writeString(key);
      if (!name.ok) return name;
      const written = write(item, depth - 1);
      return written.ok ? sound(`${name.value}:${written.value}`) : written;
    });
  return joined('{', '}', members);
}

function writeString(text: string): Checked<string> {
  return text.isWellFormed() ? sound(JSON.stringify(text)) : wrong('json-surrogate');
}

function joined(open: string, close: string, parts: readonly Checked<string>[]): Checked<string> {
  const texts: string[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    texts.push(part.value);
  }
  return sound(`${open}${texts.join()}${close}`);
}
