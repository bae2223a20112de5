/** How long one what-if takes on rok-us: drop one office's concurrence, and ask again who can prevent the outcome. */
import { readFileSync } from 'node:fs';
import {
  ask,
  parts,
  readArrangement,
  type Arrangement,
  type Day,
  type Formula,
  type Question,
} from '@foedus/kernel';
import { measure, report } from './measure.ts';

const read = readArrangement('rok-us/arrangement.yaml', (path) =>
  readFileSync(new URL(`../arrangements/${path}`, import.meta.url)),
);
if (!read.ok) throw new Error(JSON.stringify(read.faults[0]));
const arrangement = read.value;

const RULE = 'kill-chain-by-strategic-command';
const OFFICE = 'cfc-commander';
const question: Question = { ask: 'canBlock', who: OFFICE, outcome: { kind: 'execute', on: 'kill-chain' } };
const frame = { at: '2025-01-01' as Day };

/** The formula with every act of the office taken out of what is needed. */
function without(formula: Formula): Formula {
  if (formula.type === 'act') return formula.act.by === OFFICE ? { type: 'always' } : formula;
  if (formula.type === 'allOf' || formula.type === 'anyOf')
    return { ...formula, of: parts(formula).map(without) };
  return formula;
}

function whatIf(): Arrangement {
  const power = arrangement.powers.get(RULE)!;
  return {
    ...arrangement,
    powers: new Map(arrangement.powers).set(RULE, { ...power, valid: without(power.valid) }),
  };
}

function extent(of: Arrangement): string {
  const reply = ask(of, frame, question);
  return reply.ok && reply.answer.ask === 'canBlock' ? reply.answer.extent : JSON.stringify(reply);
}

report(
  `One what-if on rok-us: can ${OFFICE} prevent it? as it is: ${extent(arrangement)}; without its concurrence: ${extent(whatIf())}`,
  [{ what: 'change and ask', goal: 2, of: measure(500, 100, () => extent(whatIf())) }],
);
