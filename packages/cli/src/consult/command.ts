/** A command from the words and options of a command line. */
import { consultation, readOutcome, type Arrangement, type Day } from '@foedus/kernel';
import { orStop } from '../load/open.ts';
import type { Shell } from '../shell.ts';
import { misuse } from '../stop.ts';
import { readMarking } from './marking.ts';
import type { Sent } from './place.ts';
import { reasons } from './reasons.ts';
import { sayConsult } from './words.ts';

export interface CommandOptions {
  readonly office?: string;
  readonly key?: string;
  readonly marking?: string;
  readonly text?: string;
  readonly departure?: string;
  readonly underSilence?: boolean;
  readonly about?: string;
  readonly to?: string;
  readonly on?: string;
  readonly holds?: string;
  /** Seconds. */
  readonly within?: number;
  readonly title?: string;
  readonly reason?: string;
  readonly answering?: string;
  readonly holder?: string;
  readonly acting?: boolean;
  readonly of?: string;
  readonly linkWith?: string;
  readonly relying?: readonly string[];
  readonly from?: string;
  /** Further members in JSON, as the API takes them. */
  readonly with?: string;
}

/** Types that nobody marks: they are for all, or for whoever sees what they undo. */
const UNMARKED: ReadonlySet<string> = new Set(
  'declare succeed adjourn resume close absent present link-down link-up break-silence take-back withdraw recall'.split(
    ' ',
  ),
);
const COPIED = [
  'office',
  'text',
  'departure',
  'about',
  'to',
  'on',
  'within',
  'title',
  'reason',
  'answering',
  'holder',
  'of',
] as const;

/**
 * `what` is an act in the arrangement's language (`consult with borea-president on border-exercise`) or the type of a command (`answer`); what
 * the type needs beside it comes from the options. Whether it is permitted is judged where it is sent.
 */
export function commandOf(
  shell: Shell,
  arrangement: Arrangement,
  day: Day,
  seat: string,
  what: string,
  options: CommandOptions,
): Sent {
  const said = sentence(shell, arrangement, what);
  const type = said?.kind ?? what;
  const office = said?.by ?? options.office ?? onlyOffice(arrangement, day, seat);
  const copied = Object.fromEntries(
    COPIED.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
  const command = {
    type,
    key: options.key ?? `${type}-${crypto.randomUUID().slice(0, 13)}`,
    ...(UNMARKED.has(type) ? {} : { marking: readMarking(options.marking ?? 'all') }),
    ...copied,
    office,
    ...(said ? { on: said.on } : {}),
    ...(said?.to === undefined ? {} : { to: said.to }),
    ...(type === 'declare' ? { holds: options.holds !== 'false' } : {}),
    ...(type === 'succeed' ? { acting: options.acting ?? false } : {}),
    ...(options.linkWith === undefined ? {} : { with: options.linkWith }),
    ...(options.underSilence ? { underSilence: true } : {}),
    ...(options.relying ? { relyingOn: relyingOf(arrangement, options.relying) } : {}),
    ...(options.from === undefined ? {} : { from: fromOf(options.from) }),
    ...(options.with === undefined ? {} : further(options.with)),
  };
  const whole = consultation.recordedSchema.safeParse({ ...command, seat, at: 0 });
  if (whole.success) return command as unknown as Sent;
  throw misuse(sayConsult('bad-command', { why: reasons(whole.error) }));
}

/** The act that a sentence says; `undefined` of what is the bare type of a command. */
function sentence(shell: Shell, arrangement: Arrangement, what: string) {
  if (!what.includes(' ')) return undefined;
  return orStop(shell, readOutcome(what, arrangement));
}

export function onlyOffice(arrangement: Arrangement, day: Day, seat: string): string {
  const offices = consultation.seating(arrangement, day).get(seat)?.offices ?? [];
  const [office, ...others] = offices;
  // That the seat is none is told where the command is sent.
  if (office === undefined) return seat;
  if (others.length === 0) return office;
  throw misuse(sayConsult('which-office', { seat, offices: offices.join(', ') }));
}

/** `<reading>=<alternative>`; of an unknown or a condition `<name>=true` or `false`. */
function relyingOf(arrangement: Arrangement, all: readonly string[]) {
  const readings: Record<string, string> = {};
  const unknowns: Record<string, boolean> = {};
  const conditions: Record<string, boolean> = {};
  for (const each of all) {
    const [name = '', value = ''] = each.split('=');
    if (arrangement.conditions.has(name)) conditions[name] = value === 'true';
    else if (value === 'true' || value === 'false') unknowns[name] = value === 'true';
    else readings[name] = value;
  }
  return { readings, unknowns, conditions };
}

/** `copy:<item>`, `quote:<item>` or `translation:<item>`. */
function fromOf(text: string) {
  const [relation, of] = text.split(/:(.*)/s, 2) as [string, string?];
  return { relation, of };
}

export function further(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Told below, with what is not an object.
  }
  throw misuse(sayConsult('bad-with'));
}
