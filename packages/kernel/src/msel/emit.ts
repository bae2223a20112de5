/**
 * Plain data as YAML in the layout of the program's own files, many thousand entries in a moment. What is simple is written here; a text that
 * has to be quoted or folded is left to the package `yaml`, which the layout is that of.
 */
import { Document } from 'yaml';
import { WIDTH } from '../yaml/format.ts';
import type { Plain, PlainTable } from './plain.ts';

/** Letters, digits and what has no meaning to YAML within a line, not before or after a space. */
const SIMPLE =
  /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\p{Extended_Pictographic}.,;()/+"'=…“”–—・、。「」（）？！?!%&_-]| (?![# ])|:(?=[\p{L}\p{N}]))*$/u;
/** What a reader would take for something else though it is plain, and what the package would quote. */
const SPECIAL = /^(?:---|\.\.\.)|[ \t]$/;

export function emit(data: PlainTable): string {
  const lines: string[] = [];
  writeTable(data, 0, lines);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function writeTable(table: PlainTable, depth: number, lines: string[]): void {
  const indent = '  '.repeat(depth);
  for (const [key, value] of Object.entries(table)) {
    const name = isSimple(key, WIDTH - 2) ? key : undefined;
    const isText = typeof value === 'string';
    if (name !== undefined && isText && isSimple(value, WIDTH - indent.length - name.length - 2)) {
      lines.push(`${indent}${name}: ${value}`);
    } else if (name !== undefined && isText && isBlock(value, WIDTH - indent.length - 2)) {
      lines.push(`${indent}${name}: |-`);
      for (const line of value.split('\n')) lines.push(line === '' ? '' : `${indent}  ${line}`);
    } else if (name !== undefined && isTable(value) && Object.keys(value).length > 0) {
      lines.push(`${indent}${name}:`);
      writeTable(value, depth + 1, lines);
    } else if (name !== undefined && isSimpleList(value, WIDTH - indent.length - 4)) {
      lines.push(`${indent}${name}:`);
      for (const item of value) lines.push(`${indent}  - ${item}`);
    } else {
      lines.push(...byPackage({ [key]: value }, depth));
    }
  }
}

function isTable(value: Plain): value is PlainTable {
  return typeof value === 'object' && !isList(value);
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

function isSimple(text: string, width: number): boolean {
  return text.length <= width && SIMPLE.test(text) && !SPECIAL.test(text);
}

function isSimpleList(value: Plain, width: number): value is readonly string[] {
  return (
    isList(value) &&
    value.length > 0 &&
    value.every((item) => typeof item === 'string' && isSimple(item, width))
  );
}

/** Lines that a literal block holds as they are. */
function isBlock(text: string, width: number): boolean {
  if (!text.includes('\n') || text.endsWith('\n')) return false;
  const lines = text.split('\n');
  return lines.every((line) => line === '' || isSimple(line, width)) && lines[0] !== '';
}

/** The lines that the package makes of an entry as deep as this. */
function byPackage(entry: PlainTable, depth: number): readonly string[] {
  let data = entry;
  for (let level = 0; level < depth; level += 1) data = { a: data };
  const document = new Document(data, { schema: 'failsafe', aliasDuplicateObjects: false });
  const text = document.toString({
    lineWidth: WIDTH,
    singleQuote: true,
    doubleQuotedMinMultiLineLength: Infinity,
  });
  const lines = text.split('\n');
  // Its last line break ends the last line.
  return lines.slice(depth, -1);
}
