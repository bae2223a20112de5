/**
 * XML as a tree of elements with their places, by the streaming parser `saxes`. No document type is processed, so there are no
 * entities but XML's own five and nothing outside the file is ever read.
 */
import { SaxesParser } from 'saxes';
import type { Place } from '../arrangement/fault.ts';
import { textFile } from '../yaml/tree.ts';
import { decodeUtf8 } from '../yaml/utf8.ts';
import type { MefFault, MefFaultCode, MefResult } from './fault.ts';

/** The largest file that is read, in bytes or UTF-16 code units. */
export const MAX_SIZE = 64 * 1024 * 1024;
/** The deepest nesting of elements; published models stay below 10. */
export const MAX_DEPTH = 256;

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly place: Place;
}

interface Growing extends Element {
  readonly children: Growing[];
}

/** The root element of a file. Any bytes may be given; only the first thing wrong is told, since what follows rests on it. */
export function parseXml(name: string, content: Uint8Array | string): MefResult<Element> {
  const fail = (code: MefFaultCode, place: Place, params: MefFault['params'] = {}): MefResult<never> => ({
    ok: false,
    faults: [{ code, place, params }],
  });
  const start = { file: name, line: 1, column: 1 };
  if (content.length > MAX_SIZE) return fail('too-large', start, { limit: MAX_SIZE });
  const decoded = typeof content === 'string' ? ({ ok: true, text: content } as const) : decodeUtf8(content);
  if (!decoded.ok) return fail('not-utf8', textFile(name, decoded.before).place(decoded.before.length));
  const file = textFile(name, decoded.text);
  const parser = new SaxesParser<{ readonly xmlns: false; readonly position: true }>({
    xmlns: false,
    position: true,
  });
  const open: Growing[] = [];
  let root: Element | undefined;
  let wrong: MefResult<never> | undefined;
  parser.on('error', (error) => {
    wrong ??= fail('xml-syntax', file.place(parser.position), { detail: messageOf(error) });
  });
  parser.on('opentag', (tag) => {
    // No attribute may have a `<` in it, so the last one is the element's own.
    const place = file.place(Math.max(0, decoded.text.lastIndexOf('<', parser.position - 1)));
    if (open.length >= MAX_DEPTH) wrong ??= fail('too-deep', place, { limit: MAX_DEPTH });
    const element: Growing = { name: tag.name, attributes: tag.attributes, children: [], place };
    if (wrong === undefined) open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  try {
    parser.write(decoded.text).close();
  } catch (error) {
    wrong ??= fail('xml-syntax', file.place(parser.position), { detail: messageOf(error) });
  }
  if (wrong) return wrong;
  return root ? { ok: true, value: root } : fail('xml-syntax', start, { detail: 'no element' });
}

/** What the parser says, without the line and column that it puts in front. */
function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/^\d+:\d+: /, '') : String(error);
}
