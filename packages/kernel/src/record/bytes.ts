/** Bytes, and text that stands for them. Every decoder is strict: a text that is accepted is the one its bytes encode to. */

interface Decoder {
  decode(bytes: Uint8Array): string;
}
// Globals of browsers and of Node alike (WHATWG Encoding Standard); the kernel takes types from neither.
declare const TextDecoder: new (label: 'utf-8', options: { fatal: boolean; ignoreBOM: boolean }) => Decoder;
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Text to UTF-8. The text holds no lone surrogate. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** UTF-8 to text, a byte order mark kept; `undefined` when the bytes are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Standard base64 with padding (RFC 4648, section 4). */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += ALPHABET[group >> 18]! + ALPHABET[(group >> 12) & 63]!;
    text += (left > 1 ? ALPHABET[(group >> 6) & 63]! : '=') + (left > 2 ? ALPHABET[group & 63]! : '=');
  }
  return text;
}

const SIXTETS = new Map(Array.from(ALPHABET, (letter, value) => [letter, value] as const));

/** Back from base64; `undefined` for anything that `base64` would not have written. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const letters = text.replace(/={1,2}$/, '');
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of letters) {
    const sixtet = SIXTETS.get(letter);
    if (sixtet === undefined) return undefined;
    held = ((held << 6) | sixtet) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
    }
  }
  const spare = held & ((1 << bits) - 1);
  return spare === 0 ? bytes : undefined;
}
