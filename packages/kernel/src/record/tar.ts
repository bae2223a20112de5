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

/** The archive of files, in their order; dated 1970, so that the same files give the same bytes. Paths are ASCII. */
export function tarBytes(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const room = (size: number): number => BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  const sizes = [...files.values()].map(({ length }) => room(length));
  const archive = new Uint8Array(sizes.reduce((sum, size) => sum + size, 2 * BLOCK));
  let at = 0;
  for (const [path, bytes] of files) {
    archive.set(header(path, bytes.length), at);
    archive.set(bytes, at + BLOCK);
    at += room(bytes.length);
  }
  return archive;
}

/** The files of an archive; `undefined` when it is none, or is cut off. Other members than plain files are passed over. */
export function tarFiles(archive: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  const files = new Map<string, Uint8Array>();
  for (let at = 0; at + BLOCK <= archive.length;) {
    const head = archive.subarray(at, at + BLOCK);
    if (head.every((byte) => byte === 0)) return files;
    const size = octal(head, FIELD.size);
    if (sumOf(head) !== octal(head, FIELD.sum) || at + BLOCK + size > archive.length) return undefined;
    const [prefix, name] = [text(head, FIELD.prefix), text(head, FIELD.name)];
    const isFile = ['0', ''].includes(text(head, FIELD.type));
    if (isFile)
      files.set(prefix ? `${prefix}/${name}` : name, archive.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return undefined;
}

function header(path: string, size: number): Uint8Array {
  const head = new Uint8Array(BLOCK);
  const put = ([at]: readonly [number, number], value: string): void =>
    head.set(
      Uint8Array.from(value, (letter) => letter.charCodeAt(0)),
      at,
    );
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
function sumOf(head: Uint8Array): number {
  const [at, length] = FIELD.sum;
  return head.reduce((sum, byte, i) => sum + (i >= at && i < at + length ? 32 : byte), 0);
}

function text(head: Uint8Array, [at, length]: readonly [number, number]): string {
  const field = head.subarray(at, at + length);
  const end = field.indexOf(0);
  return String.fromCharCode(...(end < 0 ? field : field.subarray(0, end)));
}

function octal(head: Uint8Array, field: readonly [number, number]): number {
  return Number.parseInt(text(head, field).trim() || '0', 8);
}
