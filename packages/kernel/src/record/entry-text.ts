/** An entry as one line of canonical JSON, and back. */
import { z } from 'zod';
import { base64, fromBase64 } from './bytes.ts';
import { canonical, parseCanonical, type Json } from './canonical.ts';
import { ENTRY_KINDS, VERDICTS, parseInstant, type Content, type Entry } from './entry.ts';
import { sound, wrong, type Checked } from './fault.ts';
import { isKeyName } from './key.ts';
import { named } from './nominal.ts';

/** Says what the line is and how it is to be read; another version has another word. */
const FORMAT = 'foedus-entry/1';

/** A byte string of one kind, in base64. */
function bytes<Name extends Parameters<typeof named>[0]>(name: Name) {
  return z.string().transform((text, context) => {
    const found = named<Name>(name, fromBase64(text) ?? new Uint8Array());
    if (found) return found;
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  });
}

const INSTANT = z.string().transform((text, context) => {
  const found = parseInstant(text);
  if (found) return found;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});
const COUNT = z.int().nonnegative();
const ORIGIN = z.string().refine(isKeyName);

const SCHEMA = z.strictObject({
  format: z.literal(FORMAT),
  log: ORIGIN,
  kind: z.enum(ENTRY_KINDS),
  seat: z.string().min(1),
  time: INSTANT,
  verdict: z.enum(VERDICTS),
  seen: z.array(z.strictObject({ origin: ORIGIN, size: COUNT, root: bytes('hash') })),
  replaces: z.strictObject({ index: COUNT, leaf: bytes('hash') }).optional(),
  // Whatever canonical JSON can say.
  payload: z.unknown().optional(),
  commitment: bytes('commitment').optional(),
});

/** The line of an entry, its line feed included. Faults: what canonical JSON can't say, and an entry that could not be read back. */
export function entryText(entry: Entry): Checked<string> {
  const { content, replaces, seen, ...rest } = entry;
  const line = canonical({
    ...rest,
    format: FORMAT,
    seen: seen.map(({ origin, size, root }) => ({ origin, size, root: base64(root) })),
    ...(replaces && { replaces: { index: replaces.index, leaf: base64(replaces.leaf) } }),
    ...('payload' in content ? { payload: content.payload } : { commitment: base64(content.commitment) }),
  });
  if (!line.ok) return line;
  const back = readEntry(line.value);
  return back.ok ? sound(`${line.value}\n`) : back;
}

/** The entry of a note's text. */
export function parseEntry(text: string): Checked<Entry> {
  return text.endsWith('\n') ? readEntry(text.slice(0, -1)) : wrong('entry-malformed', { where: 'entry' });
}

function readEntry(line: string): Checked<Entry> {
  const value = parseCanonical(line);
  if (!value.ok) return value;
  const parsed = SCHEMA.safeParse(value.value);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.');
    return wrong('entry-malformed', { where: where === undefined || where === '' ? 'entry' : where });
  }
  const { format: _, replaces, payload, commitment, ...rest } = parsed.data;
  // JSON has no undefined: exactly one of the two is there.
  if ((payload === undefined) === (commitment === undefined))
    return wrong('entry-malformed', { where: 'payload' });
  const content: Content = commitment ? { commitment } : { payload: payload as Json };
  const origins = rest.seen.map(({ origin }) => origin);
  if (origins.includes(rest.log)) return wrong('entry-quotes-own-log');
  if (origins.some((origin, i) => i > 0 && origins[i - 1]! >= origin)) return wrong('entry-quotes-twice');
  return sound({ ...rest, ...(replaces && { replaces }), content });
}
