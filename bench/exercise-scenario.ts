/** A scenario of the size of a large exercise, as its files: every inject has texts in three languages, some wait for others, some are judged. */
import { consultation, type Arrangement, type Day } from '@foedus/kernel';
import { keyOf } from './server-watcher.ts';

export interface Size {
  readonly cells: number;
  /** With a time. */
  readonly timed: number;
  /** Sent by hand. */
  readonly reserve: number;
  /** Seconds of scenario time between two. */
  readonly every: number;
}

const DAY = '2024-12-01';
const TEXT =
  'A notional report of the usual length, which says what is known, what is not, and what is asked. ';

/** Every so many is for all cells, waits for the one before it, or is expected to be acknowledged. */
const FOR_ALL = 20;
const BRANCH = 10;
const EXPECTED = 5;

export function seatsOf(arrangement: Arrangement, cells: number): readonly string[] {
  return [...consultation.seating(arrangement, DAY as Day).keys()].slice(0, cells);
}

export function cellOf(number: number, cells: number): number | 'all' {
  return number % FOR_ALL === 0 ? 'all' : number % cells;
}

/** When an inject is due, in seconds of scenario time; a branch comes with the one before it. */
export function dueOf(number: number, { every }: Size): number {
  return number % BRANCH === 0 ? (number - 1) * every : number * every;
}

/** Injects in a file, which may not be too large. */
const IN_FILE = 500;

/** Contents by path. */
export function scenarioFiles(arrangement: Arrangement, size: Size): Readonly<Record<string, string>> {
  const seats = seatsOf(arrangement, size.cells);
  const all = seats.map((_, index) => `cell-${index}`).join(', ');
  const injects = Array.from({ length: size.timed + size.reserve }, (_, index) => {
    const number = index + 1;
    const cell = cellOf(number, size.cells);
    const when =
      number > size.timed
        ? 'reserve: true'
        : number % BRANCH === 0
          ? `when: sent ${keyOf(number - 1)}`
          : `at: PT${number * size.every}S`;
    const expected =
      number % EXPECTED === 0
        ? `
    expected:
      e-${number}:
        says: { en: Somebody says that it was received. }
        met: acknowledged ${keyOf(number)}`
        : '';
    return `  ${keyOf(number)}:
    ${when}
    method: message
    from: { en: Staff, ko: 참모부, ja: 幕僚部 }
    to: [${cell === 'all' ? all : `cell-${cell}`}]
    title: { en: Report ${number}, ko: 보고 ${number}, ja: 報告${number} }
    text:
      en: ${TEXT.repeat(4)}
      ko: ${TEXT.repeat(3)}
      ja: ${TEXT.repeat(3)}${expected}`;
  });
  const parts = Array.from({ length: Math.ceil(injects.length / IN_FILE) }, (_, index) => [
    `injects-${index + 1}.yaml`,
    `injects:\n${injects.slice(index * IN_FILE, (index + 1) * IN_FILE).join('\n')}\n`,
  ]);
  const head = `id: large
name: { en: A large exercise }
situation: { en: 'EXERCISE. Notional.' }
arrangement: ${arrangement.id}
at: ${DAY}
startex: ${DAY}T08:00:00Z
include: [${parts.map(([name]) => name).join(', ')}]
cells:
${seats.map((seat, index) => `  cell-${index}:\n    name: { en: Cell ${index} }\n    seats: [${seat}]`).join('\n')}
`;
  return Object.fromEntries([['scenario.yaml', head], ...parts]);
}
