/** Bytes to text, refusing what is not UTF-8. */

interface Decoder {
  decode(bytes: Uint8Array, options?: { stream: boolean }): string;
}
// The decoder of the WHATWG Encoding Standard is a global of browsers and of Node; the kernel takes types from neither.
declare const TextDecoder: new (label: 'utf-8', options: { fatal: boolean }) => Decoder;

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly before: string };

function decodes(bytes: Uint8Array, stream: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}

/** The text; where the bytes are not UTF-8, the text `before` the first wrong byte. A byte order mark is dropped. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const text = decodes(bytes, false);
  if (text !== undefined) return { ok: true, text };
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (decodes(bytes.subarray(0, middle), true) === undefined) bad = middle;
    else good = middle;
  }
  return { ok: false, before: decodes(bytes.subarray(0, good), true) ?? '' };
}
