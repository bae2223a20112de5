import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MatterComparison } from '../authority/compare.ts';
import type { VoiceLevel } from '../authority/question.ts';
import { is, sketch } from '../authority/testing/sketch.ts';
import { colourOf, colourOfActor, columnsOf, needsOf, onlyPartyOf, partiesOf, placeMap } from './index.ts';

const LEAGUE = sketch({
  offices: { 'a-chief': 'arden', 'b-chief': 'borea', 'c-chief': 'corin', general: ['arden', 'borea'] },
  bodies: { council: { members: ['a-chief', 'b-chief'], way: { type: 'consensus' } } },
  powers: {
    acting: {
      act: 'decide by a-chief on aid',
      valid: { type: 'anyOf', of: [is('concur by b-chief on aid'), is('concur by c-chief on aid')] },
    },
  },
});

describe('parties', () => {
  test('of an office, of a body through its members, and of a party itself', () => {
    expect(partiesOf(LEAGUE, 'general')).toEqual(['arden', 'borea']);
    expect(partiesOf(LEAGUE, 'council')).toEqual(['arden', 'borea']);
    expect(partiesOf(LEAGUE, 'corin')).toEqual(['corin']);
    expect(onlyPartyOf(LEAGUE, 'council')).toBeUndefined();
    expect(onlyPartyOf(LEAGUE, 'c-chief')).toBe('corin');
  });

  test('have a colour each; what is of several has none', () => {
    expect(['arden', 'borea', 'corin'].map((party) => colourOf(LEAGUE, party))).toEqual([1, 2, 3]);
    expect(colourOfActor(LEAGUE, 'b-chief')).toBe(2);
    expect(colourOfActor(LEAGUE, 'general')).toBeUndefined();
  });
});

describe('a matrix', () => {
  const voice = (kind: VoiceLevel['kind']): VoiceLevel => ({ kind, firmness: 'may', alone: false });
  const voices = (kinds: Readonly<Record<string, VoiceLevel['kind']>>) =>
    Object.entries(kinds).map(([party, kind]) => ({
      party,
      most: voice(kind),
      least: voice('none'),
      rank: 1,
    }));

  test('has one column for parties whose voice is the same in every matter', () => {
    const rows: readonly MatterComparison[] = [
      { matter: 'aid', left: voices({ arden: 'decide', borea: 'consult', corin: 'consult' }), right: null },
      { matter: 'talks', left: voices({ arden: 'plan', borea: 'plan', corin: 'plan' }), right: null },
    ];
    expect(columnsOf('left', LEAGUE, rows).map(({ parties }) => parties)).toEqual([
      ['arden'],
      ['borea', 'corin'],
    ]);
  });
});

test('an act that another way does without is needed sometimes only', () => {
  const { valid } = LEAGUE.powers.get('acting')!;
  expect([...needsOf(valid)].map(([act, need]) => [act.by, need])).toEqual([
    ['b-chief', 'sometimes'],
    ['c-chief', 'sometimes'],
  ]);
  expect([...needsOf(is('concur by b-chief on aid'))].map(([, need]) => need)).toEqual(['needed']);
});

describe('a layered map', () => {
  const size = fc.integer({ min: 10, max: 200 });
  const drawn = fc.array(fc.tuple(size, size), { minLength: 1, maxLength: 12 }).chain((sizes) => {
    const boxes = sizes.map(([width, height], index) => ({ id: `b${index}`, width, height }));
    const end = fc.nat({ max: boxes.length - 1 });
    // No line is drawn twice, and none from a box to itself.
    const lines = fc
      .uniqueArray(fc.tuple(end, end), { selector: String, maxLength: 20 })
      .map((ends) => ends.flatMap(([a, b]) => (a < b ? [{ from: `b${a}`, to: `b${b}`, weight: 1 }] : [])));
    return fc.tuple(fc.constant(boxes), lines);
  });

  test('keeps the sizes, lets no two boxes overlap and none stand outside, and leads each line from side to side', () => {
    fc.assert(
      fc.property(drawn, ([boxes, lines]) => {
        const placed = placeMap(boxes, lines);
        expect(placed.boxes.map(({ height, id, width }) => ({ id, width, height }))).toEqual(boxes);
        const apart = (from: number, a: number, other: number, b: number): boolean =>
          from + a <= other + 0.01 || other + b <= from + 0.01;
        for (const [index, box] of placed.boxes.entries()) {
          expect(box.left >= 0 && box.top >= 0).toBe(true);
          expect(box.left + box.width <= placed.width + 0.01).toBe(true);
          expect(box.top + box.height <= placed.height + 0.01).toBe(true);
          for (const other of placed.boxes.slice(index + 1))
            expect(
              apart(box.left, box.width, other.left, other.width) ||
                apart(box.top, box.height, other.top, other.height),
            ).toBe(true);
        }
        for (const [index, line] of placed.lines.entries()) {
          expect(line).toMatchObject({ from: lines[index]!.from, to: lines[index]!.to });
          const from = placed.boxes.find(({ id }) => id === line.from)!;
          const to = placed.boxes.find(({ id }) => id === line.to)!;
          expect(line.points.at(0)!.x).toBeCloseTo(from.left + from.width);
          expect(line.points.at(-1)!.x).toBeCloseTo(to.left);
        }
      }),
      { numRuns: 50 },
    );
  });
});
