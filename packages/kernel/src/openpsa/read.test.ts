import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incomplete } from '../text/catalogue.ts';
import { describeMefFault, MEF_MESSAGES } from './fault.ts';
import { readOpenPsa } from './read.ts';
import { randomModel } from './testing/random-tree.ts';

const tree = (gates: string, data = '') =>
  `<opsa-mef><define-fault-tree name="ft">${gates}</define-fault-tree><model-data>${data}</model-data></opsa-mef>`;
const gate = (formula: string, name = 'top') => `<define-gate name="${name}">${formula}</define-gate>`;
const event = (name: string, value = '<float value="0.1"/>') =>
  `<define-basic-event name="${name}">${value}</define-basic-event>`;
const A = event('a');

function formula(text: string, data = A + event('b') + event('c')) {
  const result = readOpenPsa('t.xml', tree(gate(text), data));
  if (!result.ok) return result.faults;
  const top = result.value.events.get('top');
  return top?.type === 'gate' ? top.formula : top;
}

function faults(text: string) {
  const result = readOpenPsa('t.xml', text);
  return result.ok ? [] : result.faults;
}
const codes = (text: string) => faults(text).map(({ code }) => code);

describe('a formula', () => {
  const [a, b] = ['a', 'b'].map((name) => ({ type: 'event', name }));
  test.for([
    ['<basic-event name="a"/>', a],
    ['<event name="a"/>', a],
    ['<event name="a" type="basic-event"/>', a],
    ['<constant value="true"/>', { type: 'constant', value: true }],
    ['<or><basic-event name="a"/><event name="b"/></or>', { type: 'or', of: [a, b] }],
    [
      '<atleast min="1"><basic-event name="a"/><event name="b"/></atleast>',
      { type: 'atleast', min: 1, of: [a, b] },
    ],
    [
      '<cardinality min="0" max="1"><event name="a"/><event name="b"/></cardinality>',
      { type: 'cardinality', min: 0, max: 1, of: [a, b] },
    ],
    [
      '<label>why</label><attributes><attribute name="x" value="1"/></attributes><not><event name="a"/></not>',
      { type: 'not', of: [a] },
    ],
    [
      '<and><xor><event name="a"/><event name="b"/></xor><event name="a"/></and>',
      { type: 'and', of: [{ type: 'xor', of: [a, b] }, a] },
    ],
  ] as const)('%s', ([text, expected]) => expect(formula(text)).toEqual(expected));
});

describe('events', () => {
  test('have a probability, as a number in any notation', () => {
    const result = readOpenPsa(
      't.xml',
      tree(gate('<event name="a"/>'), event('a', '<float value="1.5e-3"/>')),
    );
    expect(result.ok && result.value.events.get('a')).toMatchObject({ probability: 0.0015 });
  });

  test('of a house are as they are set, and false where they are not', () => {
    const house = (value: string) => `<define-house-event name="h">${value}</define-house-event>`;
    const read = (value: string) => {
      const result = readOpenPsa('t.xml', tree(gate('<house-event name="h"/>'), house(value)));
      return result.ok && result.value.events.get('h');
    };
    expect(read('<constant value="true"/>')).toMatchObject({ type: 'house-event', value: true });
    expect(read('')).toMatchObject({ value: false });
  });

  test('of a model that defines none are those that it names', () => {
    const result = readOpenPsa('t.xml', tree(gate('<basic-event name="a"/>')));
    expect(result.ok && [...result.value.events.keys()]).toEqual(['top', 'a']);
  });

  test('that are private belong to their component; from outside they have a path', () => {
    const inner = `<define-component name="pump" role="private">${event('a')}${gate('<event name="a"/>', 'g')}</define-component>`;
    const text = tree(
      `${gate('<and><gate name="ft.pump.g"/><event name="pump.a"/><event name="a"/></and>')}${inner}`,
      A,
    );
    const result = readOpenPsa('t.xml', text);
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    expect([...result.value.events.keys()]).toEqual(['top', 'ft.pump.a', 'ft.pump.g', 'a']);
    expect(result.value.events.get('ft.pump.g')).toMatchObject({ formula: { name: 'ft.pump.a' } });
    expect(result.value.events.get('top')).toMatchObject({
      formula: { of: [{ name: 'ft.pump.g' }, { name: 'ft.pump.a' }, { name: 'a' }] },
    });
  });
});

describe('what is wrong is told with its code', () => {
  test.for([
    ['wrong-root', '<html/>'],
    ['xml-syntax', '<opsa-mef>'],
    ['xml-syntax', ''],
    ['xml-syntax', '<opsa-mef>&unknown;</opsa-mef>'],
    ['xml-syntax', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><opsa-mef>&e;</opsa-mef>'],
    ['too-deep', tree(gate('<not>'.repeat(300) + '<event name="a"/>' + '</not>'.repeat(300)), A)],
    ['unsupported-element', '<opsa-mef><define-event-tree name="e"/></opsa-mef>'],
    ['unsupported-element', tree(gate('<event name="a"/>'), event('a', '<exponential/>'))],
    ['missing-attribute', tree('<define-gate><event name="a"/></define-gate>', A)],
    ['missing-attribute', tree(gate('<event/>'), A)],
    ['missing-attribute', tree(gate('<atleast><event name="a"/></atleast>'), A)],
    ['bad-number', tree(gate('<atleast min="x"><event name="a"/></atleast>'), A)],
    ['bad-threshold', tree(gate('<atleast min="2"><event name="a"/></atleast>'), A)],
    ['bad-threshold', tree(gate('<cardinality min="1" max="0"><event name="a"/></cardinality>'), A)],
    ['bad-probability', tree(gate('<event name="a"/>'), event('a', '<float value="1.5"/>'))],
    ['bad-probability', tree(gate('<event name="a"/>'), event('a', '<float value=""/>'))],
    ['bad-truth', tree(gate('<constant value="yes"/>'))],
    ['wrong-count', tree(gate('<not><event name="a"/><event name="a"/></not>'), A)],
    ['wrong-count', tree(gate('<and/>'), A)],
    ['wrong-count', tree(gate(''), A)],
    ['repeated-argument', tree(gate('<atleast min="2"><event name="a"/><event name="a"/></atleast>'), A)],
    ['duplicate-name', tree(gate('<event name="a"/>'), A + A)],
    ['wrong-kind', tree(gate('<gate name="a"/>'), A)],
  ] as const)('%s', ([code, text]) => expect(codes(text)).toEqual([code]));

  test('unknown-name, with the nearest', () => {
    expect(faults(tree(gate('<basic-event name="pumpp"/>'), event('pump')))).toMatchObject([
      { code: 'unknown-name', nearest: 'pump' },
    ]);
  });

  test('not-utf8', () => {
    const result = readOpenPsa('t.xml', Uint8Array.of(0x3c, 0x61, 0xff));
    expect(result).toMatchObject({ faults: [{ code: 'not-utf8', place: { line: 1, column: 3 } }] });
  });

  test('all of it, each at its line and column, with a message in every language', () => {
    const text =
      '<opsa-mef>\n<define-fault-tree name="ft">\n  <define-gate name="g"><gate name="x"/></define-gate>\n  <nope/>\n</define-fault-tree></opsa-mef>';
    const found = faults(text);
    expect(found.map(({ code, place }) => [code, place.line, place.column])).toEqual([
      ['unsupported-element', 4, 3],
      ['unknown-name', 3, 25],
    ]);
    for (const fault of found) {
      const { en, ko, ja } = describeMefFault(fault);
      expect(new Set([en, ko, ja]).size).toBe(3);
    }
    expect(incomplete(MEF_MESSAGES)).toEqual([]);
  });
});

test('no bytes make it throw', () => {
  const model = new TextEncoder().encode(randomModel(1, { events: 5, gates: 4, coherent: false }));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(model.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      fc.nat(model.length),
      (edits, length) => {
        const bytes = model.slice(0, edits.length % 2 === 0 ? length : model.length);
        for (const [at, byte] of edits) if (at < bytes.length) bytes[at] = byte;
        expect(typeof readOpenPsa('t.xml', bytes).ok).toBe('boolean');
      },
    ),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(readOpenPsa('t.xml', bytes).ok).toBe(false);
    }),
  );
});
