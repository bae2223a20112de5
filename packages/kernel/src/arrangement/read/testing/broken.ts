/** Broken examples: where a fault is expected, the text has the mark `⟦`, which is taken out before it is read. */
import { readClaims } from '../../../claim/read.ts';
import type { Fault } from '../../fault.ts';
import { readArrangement } from '../arrangement.ts';
import { SAMPLE, SAMPLE_CLAIMS } from './sample.ts';

const MARK = '⟦';

/** `sample`, with one piece replaced, which has to be there once. */
export function change(sample: string, piece: string, by: string): string {
  if (sample.split(piece).length !== 2) throw new RangeError(`“${piece}” is not there just once`);
  return sample.split(piece).join(by);
}

/** The text without its mark, and the line and column of the mark. */
export function unmark(text: string): { readonly text: string; readonly place: string } {
  const before = text.slice(0, text.indexOf(MARK)).split('\n');
  return { text: text.replace(MARK, ''), place: `${before.length}:${before.at(-1)!.length + 1}` };
}

/** Every fault as `line:column code`. */
export function shown(faults: readonly Fault[]): string[] {
  return faults.map(({ place, code }) => `${place.line}:${place.column} ${code}`);
}

/** The faults of an arrangement in one file. */
export function faultsIn(text: string): readonly Fault[] {
  const result = readArrangement('a/arrangement.yaml', (path) =>
    path === 'a/arrangement.yaml' ? text : undefined,
  );
  return result.ok ? [] : result.faults;
}

const HOME = readArrangement('a/arrangement.yaml', () => SAMPLE);
const OTHER = readArrangement('b/arrangement.yaml', () =>
  change(SAMPLE, 'id: sample', 'id: other').replaceAll(/\bforum\b/g, 'assembly'),
);

/** The faults of claims about the sample, beside which there is an arrangement `other` whose `forum` is an `assembly`. */
export function claimFaultsIn(text: string): readonly Fault[] {
  if (!HOME.ok || !OTHER.ok) throw new RangeError('the sample is broken');
  const result = readClaims('a/claims.yaml', () => text, HOME.value, new Map([['other', OTHER.value]]));
  return result.ok ? [] : result.faults;
}

export { SAMPLE, SAMPLE_CLAIMS };
