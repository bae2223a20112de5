/** The parts of a workbook as events of elements, by `saxes`: no document type is processed, so there are no entities but XML's own five. */
import { SaxesParser } from 'saxes';
import type { msel } from '@foedus/kernel';

export interface Visitor {
  /** Names without their prefix. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** A fault that ends the reading of a workbook. */
export class WorkbookFault extends Error {
  readonly fault: msel.MselFault;
  constructor(code: msel.MselFaultCode, params: msel.MselFault['params']) {
    super(code);
    this.fault = { code, params };
  }
}

const CHUNK = 2 ** 20;

export function visitXml(part: string, bytes: Uint8Array, { close, open, text }: Visitor): void {
  const parser = new SaxesParser<{ readonly xmlns: false; readonly position: false }>({
    xmlns: false,
    position: false,
  });
  const broken = (error: unknown): never => {
    if (error instanceof WorkbookFault) throw error;
    const detail =
      error instanceof Error ? error.message.replace(/^(?:undefined:)?\d*:?\d*: /, '') : String(error);
    throw new WorkbookFault('xml-broken', { part, detail });
  };
  parser.on('error', broken);
  parser.on('opentag', (tag) => open(local(tag.name), tag.attributes));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close) parser.on('closetag', (tag) => close(local(tag.name)));
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (let at = 0; at < bytes.length; at += CHUNK)
      parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (error) {
    broken(error);
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** OOXML writes characters that XML can't hold as `_x000D_` (ECMA-376, 22.4.2.4), and a text that looks so with `_x005F_`. */
export function unescape(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;
}
