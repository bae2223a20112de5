/** What generated alliances of 100, 1,000 and 10,000 offices take: every question, and a what-if. */
import { ask, type Day, type Question } from '@foedus/kernel';
import { generateAlliance, SHAPES, WhatIf, type Alliance } from '@foedus/kernel/engine';
import { measure } from './measure.ts';

const SIZES = [100, 1_000, 10_000];
const frame = { at: '2026-01-01' as Day };

function questions({ arrangement, outcome }: Alliance): readonly (readonly [string, Question])[] {
  const who = [...arrangement.bodies.values()][0]!.members[0]!;
  const party = [...arrangement.parties.keys()][1]!;
  return [
    ['canAlone', { ask: 'canAlone', who: 'president', outcome }],
    ['canBlock', { ask: 'canBlock', who, outcome }],
    ['canBypass', { ask: 'canBypass', who: party, outcome }],
    ['needs', { ask: 'needs', outcome }],
    ['coalitions', { ask: 'coalitions', outcome }],
    ['blockers', { ask: 'blockers', outcome }],
    ['voice', { ask: 'voice', who, on: outcome.on }],
    ['power of parties', { ask: 'power', outcome, level: 'party' }],
    ['survives', { ask: 'survives', who: 'capital' }],
    ['pace, 2,000 runs', { ask: 'pace', outcome }],
  ];
}

/** The median in milliseconds; of work that takes long, of fewer runs. */
function milliseconds(work: () => void): string {
  const { median } = measure(1, 0, work);
  return (median > 2_000 ? median : measure(5, 0, work).median).toFixed(median < 10 ? 2 : 0);
}

/** One office dissents, and one rule is written otherwise; each asks anew where the outcome can come about. */
function whatIf({ arrangement, outcome }: Alliance): { dissent: string; change: string } {
  const made = WhatIf.of(arrangement, frame, 'seat', outcome);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const now = made.value;
  const offices = [...arrangement.offices.keys()];
  const powers = [...arrangement.powers.values()];
  let turn = 0;
  const dissent = measure(101, 20, () => {
    turn += 1;
    now.without([offices[(turn * 7919) % offices.length]!]);
  });
  const change = measure(101, 20, () => {
    turn += 1;
    const power = powers[(turn * 7919) % powers.length]!;
    const changed = now.withPower({
      ...power,
      valid: { type: 'allOf', of: [power.valid, { type: 'never' }] },
    });
    if (!changed.ok) throw new Error(JSON.stringify(changed.refusal));
    changed.value.without([]);
  });
  const shown = ({ median, worst }: typeof dissent): string =>
    `${median.toFixed(2)} (worst ${worst.toFixed(1)})`;
  return { dissent: shown(dissent), change: shown(change) };
}

/** A section of docs/benchmarks.md. */
export function alliances(): string {
  const columns = SHAPES.flatMap((shape) =>
    SIZES.map((size) => ({ shape, size, ...generateAlliance(shape, size) })),
  );
  const names = questions(columns[0]!).map(([name]) => name);
  const rows = names.map((name, row) => [
    name,
    ...columns.map((alliance) => {
      const question = questions(alliance)[row]![1];
      let refused = '';
      const time = milliseconds(() => {
        const reply = ask(alliance.arrangement, frame, question);
        if (!reply.ok) refused = ` ${reply.refusal.code}`;
      });
      console.log(name, alliance.shape, alliance.size, `${time} ms${refused}`);
      return `${time}${refused}`;
    }),
  ]);
  const whatIfs = columns.map(whatIf);
  const all = [
    ['question (ms)', ...columns.map(({ shape, size }) => `${shape} ${size.toLocaleString('en')}`)],
    ['---', ...columns.map(() => '---:')],
    ...rows,
    ['what if one office dissents', ...whatIfs.map(({ dissent }) => dissent)],
    ['what if one power changes', ...whatIfs.map(({ change }) => change)],
  ];
  return `## Alliances

Generated alliances by shape and number of offices; medians in milliseconds, each question asked from nothing. A what-if keeps what it has worked out
and works out anew only what a change touches.

${all.map((row) => `| ${row.join(' | ')} |`).join('\n')}
`;
}

if (import.meta.main) console.log(alliances());
