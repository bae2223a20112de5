/** What a file is, by its first bytes: names and media types are not believed. */
import type { msel } from '@foedus/kernel';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** A compound file ([MS-CFB]): a workbook of Excel 97–2003, or one that is encrypted. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** `undefined`: a ZIP archive, which may be read. */
export function faultOfKind(bytes: Uint8Array): msel.MselFault | undefined {
  const starts = (magic: readonly number[]): boolean => magic.every((byte, index) => bytes[index] === byte);
  if (bytes.length === 0) return { code: 'empty-file', params: {} };
  if (starts(ZIP)) return undefined;
  if (!starts(COMPOUND)) return { code: 'not-a-workbook', params: {} };
  const code = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(ENCRYPTED)
    ? 'protected-workbook'
    : 'old-workbook';
  return { code, params: {} };
}

/** Of an archive: whether its entries make a workbook, an archive with JSON, or something else that is known. */
export function kindOf(entries: ReadonlyMap<string, Uint8Array>): 'workbook' | 'json' | msel.MselFaultCode {
  if (entries.has('xl/workbook.bin')) return 'binary-workbook';
  if (entries.has('[Content_Types].xml')) return 'workbook';
  const type = entries.get('mimetype');
  if (type && Buffer.from(type).toString('latin1').includes('opendocument')) return 'open-document';
  return [...entries.keys()].some((name) => name.toLowerCase().endsWith('.json')) ? 'json' : 'not-a-workbook';
}
