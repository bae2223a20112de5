/**
 * Colours that mean something have to differ for everybody, and text has to stand out from its ground. Colour vision is simulated by
 * the matrices of Machado, Oliveira and Fernandes (2009) at full severity, on linear RGB; distances are Euclidean in Oklab; contrast is
 * WCAG 2.2's.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Triple = readonly [number, number, number];
type Theme = 'light' | 'dark';

const TOKENS = readFileSync(new URL('./css/tokens.css', import.meta.url), 'utf8');

function token(name: string, theme: Theme): Triple {
  const match = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(TOKENS);
  if (!match) throw new Error(`no colour --${name}`);
  const hex = match[theme === 'light' ? 1 : 2]!;
  const linear = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [linear(1), linear(3), linear(5)];
}

const VISION: Readonly<Record<string, readonly Triple[]>> = {
  common: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function times(rows: readonly Triple[], [x, y, z]: Triple): Triple {
  const [a, b, c] = rows.map((row) => row[0] * x + row[1] * y + row[2] * z);
  return [a!, b!, c!];
}

function seen(colour: Triple, vision: string): Triple {
  const [r, g, b] = times(VISION[vision]!, colour);
  const clamp = (value: number): number => Math.min(1, Math.max(0, value));
  return [clamp(r), clamp(g), clamp(b)];
}

function oklab(colour: Triple): Triple {
  const [l, m, s] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)],
  );
}

function distance(a: Triple, b: Triple): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function contrast(a: Triple, b: Triple): number {
  const luminance = ([red, green, blue]: Triple): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

const THEMES = ['light', 'dark'] as const;
const PARTIES = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `party-${n}`);
const VOICES = [1, 2, 3, 4, 5, 6, 7].map((n) => `voice-${n}`);

describe.each(THEMES)('%s', (theme) => {
  test.each(Object.keys(VISION))('any two parties differ under %s', (vision) => {
    const shown = PARTIES.map((name) => ({ name, as: oklab(seen(token(name, theme), vision)) }));
    const close = shown.flatMap((one, index) =>
      shown
        .slice(index + 1)
        .filter((other) => distance(one.as, other.as) < 0.1)
        .map((other) => `${one.name} and ${other.name}`),
    );
    expect(close).toEqual([]);
  });

  test('the kinds of act go from the ground towards the ink, step by step', () => {
    const lightness = VOICES.map((name) => oklab(token(name, theme))[0]);
    const steps = lightness.slice(1).map((value, index) => value - lightness[index]!);
    const sign = theme === 'light' ? -1 : 1;
    expect(steps.every((step) => step * sign > 0.03)).toBe(true);
  });

  test.each(PARTIES)('%s stands out from the ground', (name) => {
    expect(contrast(token(name, theme), token('paper', theme))).toBeGreaterThanOrEqual(3);
  });

  test.each(['ink', 'soft', 'accent', 'good', 'partly', 'bad'])('%s can be read', (name) => {
    for (const ground of ['paper', 'sheet', 'wash']) {
      expect(contrast(token(name, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(VOICES)('what is written on %s can be read', (name) => {
    const low = VOICES.indexOf(name) < 4;
    const text = low ? token('ink', theme) : token('on-voice-high', theme);
    expect(contrast(token(name, theme), text)).toBeGreaterThanOrEqual(4.5);
  });
});
