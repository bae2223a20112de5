/** A list as people make it, of any length. */
import { writeWorkbook } from '@foedus/server/msel';
import type { msel } from '@foedus/kernel';

const CELLS = ['Presidential office', 'Joint staff', 'CFC', 'Foreign ministry', 'Press'];

/** Times in the notations that stand beside each other in real lists. */
function time(index: number): string {
  const [hours, minutes] = [Math.floor(index / 60), index % 60].map((part) => String(part).padStart(2, '0'));
  const notations = [
    `T+${index}`,
    `D+${Math.floor(index / 1440)} H+${Math.floor((index % 1440) / 60)}`,
    `2026-11-${22 + Math.floor(index / 1440)} ${String(Math.floor((index % 1440) / 60)).padStart(2, '0')}:${minutes}`,
    `+${hours}:${minutes}`,
    `${index} min`,
    `PT${index}M`,
    'Reserve',
  ];
  return notations[index % notations.length]!;
}

const HEADINGS = [
  'Ser.',
  'Event time',
  'Delivery method',
  'Sender',
  'Recipients',
  'Subject',
  'Message text',
  'Expected outcome',
  'Controller',
  'Weather',
  'Room',
];

export function messyList(count: number): Uint8Array {
  const rows = Array.from({ length: count }, (_, index) => {
    const row = [
      `N-${index + 1}`,
      time(index),
      ['E-mail', 'Phone call', 'VTC', 'Press'][index % 4]!,
      'Exercise control',
      `${CELLS[index % CELLS.length]!}, ${CELLS[(index + 2) % CELLS.length]!}`,
      ` Event ${index + 1}`,
      `Event ${index + 1} is reported.\nThe source is held to be reliable; a second one has not been heard. ${'Further detail follows. '.repeat(index % 9)}`,
      index % 3 === 0 ? 'The cell consults its partner.\nThe cell records its position.' : '',
      `Controller ${(index % 12) + 1}`,
      'Clear',
      `B${index % 40}`,
    ];
    return index % 250 === 0
      ? [[`Phase ${index / 250 + 1}`, ...HEADINGS.slice(1).map(() => '')], row]
      : [row];
  }).flat();
  const list: msel.Table = {
    name: 'List',
    columns: HEADINGS.map(() => ({ heading: '', width: 20, wraps: true })),
    rows: [['EXERCISE NORTH 26', ...HEADINGS.slice(1).map(() => '')], HEADINGS, ...rows],
  };
  return writeWorkbook({ tables: [list], title: 'list', marking: 'EXERCISE', files: new Map() });
}
