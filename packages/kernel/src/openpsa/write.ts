/** A circuit as an Open-PSA model that other programs read, SCRAM among them. */
import type { Circuit, Gate } from '../authority/diagram/circuit.ts';
import { thresholdGates, type Argument } from './threshold.ts';

export interface WriteOptions {
  /** Of the fault tree. */
  readonly name: string;
  readonly circuit: Circuit;
  readonly root: Gate;
  /** The name of each variable. What the format does not allow in a name is replaced, and the name then stands in a label. */
  readonly events: readonly string[];
  /** Of each variable; absent: the model is a qualitative one. */
  readonly probabilities?: readonly number[];
}

/** An Open-PSA model with one fault tree, whose top gate is `top`. */
export function writeOpenPsa({ name, circuit, root, events, probabilities }: WriteOptions): string {
  const ids = identifiers(events);
  const { gates, variables } = define(circuit, root, ids);
  const data = variables.flatMap((variable) => [
    `    <define-basic-event name="${ids[variable]!}">`,
    ...(ids[variable] === events[variable] ? [] : [`      <label>${escaped(events[variable]!)}</label>`]),
    ...(probabilities ? [`      <float value="${probabilities[variable]!}"/>`] : []),
    '    </define-basic-event>',
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opsa-mef>',
    `  <define-fault-tree name="${identifiers([name])[0]!}">`,
    ...gates,
    '  </define-fault-tree>',
    '  <model-data>',
    ...data,
    '  </model-data>',
    '</opsa-mef>',
    '',
  ].join('\n');
}

interface Defined {
  /** Lines. */
  readonly gates: readonly string[];
  /** Those that the gates name, ascending. */
  readonly variables: readonly number[];
}

/** The gates from the root down. What a threshold's parts can't make a difference to is not named, and so not defined either. */
function define(circuit: Circuit, root: Gate, ids: readonly string[]): Defined {
  const gates: string[] = [];
  const variables = new Set<number>();
  const named = new Set<number>();
  const add = (id: string, formula: string): void => {
    gates.push(`    <define-gate name="${id}">`, `      ${formula}`, '    </define-gate>');
  };
  const refer = (argument: Argument): string => {
    if (typeof argument === 'string') return `<gate name="${argument}"/>`;
    const kind = circuit.kind(argument);
    let event = '<constant value="true"/>';
    if (kind.type === 'variable') {
      variables.add(kind.variable);
      event = `<basic-event name="${ids[kind.variable]!}"/>`;
    } else if (kind.type !== 'constant') {
      named.add(argument >> 1);
      event = `<gate name="g${argument >> 1}"/>`;
    }
    return (argument & 1) === 1 ? `<not>${event}</not>` : event;
  };
  const junction = (type: string, of: readonly Argument[], min?: number): string =>
    `<${type}${min === undefined ? '' : ` min="${min}"`}>${of.map(refer).join('')}</${type}>`;
  add('top', refer(root));
  // A set goes on to what is added to it on the way.
  for (const index of named) {
    const kind = circuit.kind((index << 1) as Gate);
    if (kind.type === 'and' || kind.type === 'or') add(`g${index}`, junction(kind.type, kind.of));
    if (kind.type !== 'weighted') continue;
    const { is, gates: made } = thresholdGates(`g${index}`, kind.quota, kind.of);
    add(`g${index}`, refer(is));
    for (const { name, type, of, min } of made) add(name, junction(type, of, min));
  }
  return { gates, variables: [...variables].toSorted((a, b) => a - b) };
}

/**
 * Names that the format allows: letters and digits, joined by single hyphens or underscores, a letter first. Two that would become the
 * same are told apart by a number; none is taken that a gate has.
 */
function identifiers(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name
      .replaceAll(/[^A-Za-z0-9_-]+/g, '_')
      .replaceAll(/--+/g, '-')
      .replaceAll(/^-|-$/g, '');
    const base = /^[A-Za-z]/.test(plain) && !/^(?:top$|g\d)/.test(plain) ? plain : `e_${plain}`;
    let id = base;
    for (let count = 2; taken.has(id); count++) id = `${base}_${count}`;
    taken.add(id);
    return id;
  });
}

function escaped(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\t\n\r]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
