/** Tar archives of plain files. Format: POSIX ustar (IEEE Std 1003.1, pax). */

const BLOCK = 512;
const NAME = 100;
const PREFIX = 155;

/** Where the fields of a header begin, and how long they are. */
const FIELD = {
  name: [0, NAME],
  mode: [100, 8],
  uid: [108, 8],
  gid: [116, 8],
  size: [124, 12],
  time: [136, 12],
  sum: [148, 8],
  type: [156, 1],
  magic: [257, 8],
  prefix: [345, PREFIX],
} as const;

/** The archive of files, in their order; dated 1970, so that the same files give the same bytes. */
export function tarBytes(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const parts = [...files].flatMap(([path, bytes]) => [
    header(path, bytes.length),
    bytes,
    Buffer.alloc(-bytes.length & (BLOCK - 1)),
  ]);
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}

/** The files of an archive; `undefined` when it is none, or is cut off. Other members than plain files are passed over. */
export function tarFiles(archive: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.length);
  const files = new Map<string, Uint8Array>();
  for (let at = 0; at + BLOCK <= bytes.length;) {
    const head = bytes.subarray(at, at + BLOCK);
    if (head.every((byte) => byte === 0)) return files;
    const size = octal(head, FIELD.size);
    if (sumOf(head) !== octal(head, FIELD.sum) || at + BLOCK + size > bytes.length) return undefined;
    const [prefix, name] = [text(head, FIELD.prefix), text(head, FIELD.name)];
    const isFile = ['0', ''].includes(text(head, FIELD.type));
    if (isFile) files.set(prefix ? `${prefix}/${name}` : name, bytes.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return undefined;
}

function header(path: string, size: number): Buffer {
  const head = Buffer.alloc(BLOCK);
  const put = ([at]: readonly [number, number], value: string): void => void head.write(value, at, 'latin1');
  // A long path is divided at a slash; paths of records are ASCII and far shorter than both parts together.
  const cut = path.length > NAME ? path.indexOf('/', path.length - NAME - 1) : -1;
  put(FIELD.prefix, path.slice(0, Math.max(0, cut)));
  put(FIELD.name, path.slice(cut + 1));
  put(FIELD.mode, '0000644\0');
  put(FIELD.uid, '0000000\0');
  put(FIELD.gid, '0000000\0');
  put(FIELD.size, `${size.toString(8).padStart(11, '0')}\0`);
  put(FIELD.time, '00000000000\0');
  put(FIELD.type, '0');
  put(FIELD.magic, 'ustar\u000000');
  put(FIELD.sum, `${sumOf(head).toString(8).padStart(6, '0')}\0 `);
  return head;
}

/** The sum of a header's bytes, those of the sum itself taken as spaces. */
function sumOf(head: Buffer): number {
  const [at, length] = FIELD.sum;
  return head.reduce((sum, byte, i) => sum + (i >= at && i < at + length ? 32 : byte), 0);
}

function text(head: Buffer, [at, length]: readonly [number, number]): string {
  return head.toString('latin1', at, at + length).replace(/\0.*$/s, '');
}

function octal(head: Buffer, field: readonly [number, number]): number {
  return Number.parseInt(text(head, field).trim() || '0', 8);
}
