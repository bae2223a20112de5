/** Unpacks a ZIP archive (APPNOTE 6.3) under limits that are checked while it is inflated: what a header says of a size is not believed. */
import { Unzip, UnzipInflate } from 'fflate';
import { msel } from '@foedus/kernel';

/** Bytes. */
export const LIMITS = {
  packed: 64 * 2 ** 20,
  unpacked: 256 * 2 ** 20,
  entries: 4096,
} as const;
const CHUNK = 2 ** 16;
const MEGA = 2 ** 20;

/** A fault on its way out of callbacks. */
class Faulty extends Error {
  readonly fault: msel.MselFault;
  constructor(fault: msel.MselFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** The entries of an archive, by path. `limits` are those of the program, unless a test sets smaller ones. */
export function unpack(
  bytes: Uint8Array,
  limits: { readonly packed: number; readonly unpacked: number; readonly entries: number } = LIMITS,
): msel.MselResult<ReadonlyMap<string, Uint8Array>> {
  if (bytes.length > limits.packed)
    return msel.mselFault('file-too-large', { limit: Math.floor(limits.packed / MEGA) });
  const found = new Map<string, Uint8Array>();
  let size = 0;
  let open = 0;
  const unzip = new Unzip((file) => {
    if (found.size + open >= limits.entries) stop('zip-too-many-entries', { limit: limits.entries });
    open += 1;
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, final) => {
      // What is thrown here the package catches, and comes back with.
      if (error instanceof Faulty) throw error;
      if (error) stop('zip-broken', { detail: error.message });
      size += chunk.length;
      if (size > limits.unpacked) stop('zip-too-large', { limit: Math.floor(limits.unpacked / MEGA) });
      chunks.push(chunk);
      if (!final) return;
      open -= 1;
      found.set(file.name, Buffer.concat(chunks));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    if (isEncrypted(bytes)) stop('protected-workbook', {});
    for (let at = 0; at < bytes.length; at += CHUNK)
      unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
    if (open > 0) stop('zip-broken', { detail: 'the end is missing' });
  } catch (error) {
    if (error instanceof Faulty) return { ok: false, fault: error.fault };
    const detail = error instanceof Error ? error.message : String(error);
    return msel.mselFault('zip-broken', { detail });
  }
  return { ok: true, value: found };
}

function stop(code: msel.MselFaultCode, params: msel.MselFault['params']): never {
  throw new Faulty({ code, params });
}

/** Bit 0 of the flags of the first entry: it is encrypted. */
function isEncrypted(bytes: Uint8Array): boolean {
  return ((bytes[6] ?? 0) & 1) === 1;
}
