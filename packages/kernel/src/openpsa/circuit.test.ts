import { describe, expect, test } from 'vitest';
import { build } from '../authority/diagram/build.ts';
import { treeCircuit } from './circuit.ts';
import { readOpenPsa } from './read.ts';
import { randomModel, tableOfTree } from './testing/random-tree.ts';
import { writeOpenPsa } from './write.ts';

function read(text: string) {
  const result = readOpenPsa('t.xml', text);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

const gates = (...defined: readonly (readonly [name: string, formula: string])[]) =>
  read(
    `<opsa-mef><define-fault-tree name="ft">${defined
      .map(([name, formula]) => `<define-gate name="${name}">${formula}</define-gate>`)
      .join('')}</define-fault-tree></opsa-mef>`,
  );

function must(text: string) {
  const tree = read(text);
  const found = treeCircuit(tree);
  if (!found.ok) throw new Error(JSON.stringify(found.faults));
  return { tree, ...found.value };
}

/** The value of a circuit in every world. */
function table({ circuit, root, events }: ReturnType<typeof must>): boolean[] {
  const built = build(circuit, [root], { budget: 1_000_000 });
  if (!built.ok) throw new Error('refused');
  const { bdd, refs } = built;
  return Array.from({ length: 2 ** events.length }, (_, world) =>
    bdd.evaluate(refs[0]!, (variable) => ((world >> variable) & 1) === 1),
  );
}

describe('the top', () => {
  const two = gates(
    ['a', '<and><gate name="b"/><basic-event name="x"/></and>'],
    ['b', '<basic-event name="y"/>'],
    ['c', '<basic-event name="z"/>'],
  );

  test('is the gate that no other refers to', () => {
    const one = gates(['b', '<basic-event name="y"/>'], ['a', '<gate name="b"/>']);
    expect(treeCircuit(one)).toMatchObject({ ok: true, value: { top: 'a', events: ['y'], gates: 2 } });
  });

  test('must be named where there are several; only what is below it counts', () => {
    expect(treeCircuit(two)).toMatchObject({
      ok: false,
      faults: [{ code: 'several-tops', params: { names: 'a, c' } }],
    });
    expect(treeCircuit(two, 'b')).toMatchObject({ ok: true, value: { events: ['y'], gates: 1 } });
  });

  test('is told to be unknown, with the nearest, and that there is none', () => {
    const wide = gates(['first', '<basic-event name="x"/>']);
    expect(treeCircuit(wide, 'frist')).toMatchObject({ faults: [{ code: 'unknown-top', nearest: 'first' }] });
    expect(treeCircuit(gates())).toMatchObject({ faults: [{ code: 'no-gate' }] });
  });

  test('may not lead into a circle', () => {
    const circle = gates(
      ['top', '<gate name="a"/>'],
      ['a', '<and><gate name="b"/><basic-event name="x"/></and>'],
      ['b', '<not><gate name="a"/></not>'],
    );
    expect(treeCircuit(circle)).toMatchObject({
      faults: [{ code: 'cycle', params: { path: 'a → b → a' } }],
    });
  });

  test('may stand on a chain of any length', () => {
    const links = Array.from(
      { length: 20_000 },
      (_, link) => [`g${link}`, `<gate name="g${link + 1}"/>`] as const,
    );
    expect(treeCircuit(gates(...links, ['g20000', '<basic-event name="x"/>']))).toMatchObject({
      value: { gates: 20_001 },
    });
  });
});

test('probabilities are known when every event has one', () => {
  const model = randomModel(3, { events: 4, gates: 5, coherent: true });
  const { events, probabilities } = must(model);
  expect(probabilities).toHaveLength(events.length);
  const lacking = model.replace(/<float value="[^"]*"\/>/, '');
  expect(must(lacking).probabilities).toBeUndefined();
});

test.each([true, false])(
  'a circuit means what its tree says, and is written and read back as the same function; coherent: %s',
  (coherent) => {
    for (let seed = 0; seed < 80; seed++) {
      const shape = { events: 4 + (seed % 6), gates: 2 + (seed % 11), coherent };
      const own = must(randomModel(seed, shape));
      const expected = [seed, ...tableOfTree(own.tree, own.top, own.events)];
      expect([seed, ...table(own)]).toEqual(expected);
      const { circuit, root, events, probabilities } = own;
      const again = must(
        writeOpenPsa({ name: 'again', circuit, root, events, probabilities: probabilities! }),
      );
      // An event that makes no difference may be gone.
      const kept = events.filter((event) => again.events.includes(event));
      expect(again.events).toEqual(kept);
      expect([seed, ...tableOfTree(again.tree, again.top, events)]).toEqual(expected);
      expect(again.probabilities).toEqual(kept.map((event) => probabilities![events.indexOf(event)]));
    }
  },
);
