/** The frame of a question from the options `--at`, `--reading` and `--given`. The engine judges the names. */
import { parseWhen, type Day, type Frame } from '@foedus/kernel';
import { say } from './messages.ts';
import { misuse } from './stop.ts';

export interface FrameOptions {
  readonly at?: string;
  readonly reading?: readonly string[];
  readonly given?: readonly string[];
}

/** A date of the command line; without one, today. */
export function dayOf(option: string, text: string | undefined): Day {
  const when = parseWhen(text ?? Temporal.Now.plainDateISO().toString());
  if (!when) throw misuse(say('bad-date', { option, text: text! }));
  return when.day;
}

function pair(option: 'reading' | 'given', text: string): [name: string, value: string] {
  const [name, value, ...more] = text.split('=');
  if (!name || !value || more.length > 0) throw misuse(say(`bad-${option}`, { text }));
  return [name, value];
}

function givenOf(text: string): [string, boolean] {
  const [name, value] = pair('given', text);
  if (value !== 'true' && value !== 'false') throw misuse(say('bad-given', { text }));
  return [name, value === 'true'];
}

export function frameOf(options: FrameOptions): Frame {
  return {
    at: dayOf('--at', options.at),
    given: Object.fromEntries((options.given ?? []).map(givenOf)),
    reading: Object.fromEntries((options.reading ?? []).map((text) => pair('reading', text))),
  };
}
