import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SolveOutput } from '../schema/solve.ts';
import { fixture, foedus } from '../testing/foedus.ts';

const good = fixture('good');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foedus-solve-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function solved(...args: readonly string[]): Promise<SolveOutput> {
  const run = await foedus(good, 'solve', ...args, '--json');
  expect(run).toMatchObject({ exit: 0, err: '' });
  return JSON.parse(run.out) as SolveOutput;
}

describe.concurrent('a fault tree', () => {
  test('has its minimal sets by size, its blocking sets, probability and importance', async () => {
    const pumps = await solved('solve/pumps.xml', '--list', '5');
    expect(pumps).toMatchObject({
      kind: 'fault-tree',
      name: 'pumps',
      top: 'no-water',
      variables: 4,
      gates: 4,
      coherent: true,
      minimalSets: {
        count: '3',
        bySize: [
          { size: 1, count: '2' },
          { size: 2, count: '1' },
        ],
        sets: [['tank'], ['power'], ['motor-one', 'motor-two']],
      },
      blockingSets: { count: '2' },
      refused: [],
    });
    // 1 - (1 - 0.001) (1 - 0.01) (1 - 0.1 · 0.2)
    expect(pumps.topProbability).toBeCloseTo(1 - 0.999 * 0.99 * 0.98, 12);
    const tank = pumps.importance!.find(({ event }) => event === 'tank')!;
    expect(tank.birnbaum).toBeCloseTo(0.99 * 0.98, 12);
    expect(tank.raw).toBeCloseTo(1 / pumps.topProbability!, 12);
    expect(tank.rrw).toBeCloseTo(pumps.topProbability! / (1 - 0.99 * 0.98), 12);
    expect(tank.fussellVesely).toBeCloseTo(0.001 / pumps.topProbability!, 12);
    expect(tank.criticality).toBeCloseTo((0.001 * 0.99 * 0.98) / pumps.topProbability!, 12);
  });

  test('lists no set that was not asked for', async () => {
    expect((await solved('solve/pumps.xml')).minimalSets).toMatchObject({ count: '3', sets: [] });
  });

  test('with a negation has probabilities only', async () => {
    const interlock = await solved('solve/interlock.xml');
    expect(interlock).toMatchObject({
      coherent: false,
      minimalSets: null,
      blockingSets: null,
      players: null,
    });
    expect(interlock.topProbability).toBeCloseTo(0.5, 12);
  });

  test('may be solved from one of its gates', async () => {
    expect(await solved('solve/pumps.xml', '--top', 'pump-one')).toMatchObject({
      top: 'pump-one',
      variables: 2,
    });
  });

  test('with errors tells them as file:line:column and ends with 3', async () => {
    const file = join(folder, 'broken.xml');
    writeFileSync(file, '<opsa-mef>\n<define-fault-tree name="t">\n<oops/>\n</define-fault-tree></opsa-mef>');
    const run = await foedus(good, 'solve', file);
    expect(run).toMatchObject({ exit: 3, out: '' });
    expect(run.err).toContain('broken.xml:3:1: error[unsupported-element]:');
  });

  test('past its budget or its time is refused with 4, in the language asked for', async () => {
    expect(await foedus(good, 'solve', 'solve/council.json', '--budget', '3')).toMatchObject({
      exit: 4,
      out: '',
    });
    const late = await foedus(good, 'solve', 'solve/pumps.xml', '--timeout', 'PT0S', '--lang', 'ko');
    expect(late).toMatchObject({ exit: 4, out: '' });
    expect(late.err).toContain('시간이 다 되었습니다');
  });
});

describe.concurrent('a voting game', () => {
  test('has exact indices: the Council of the EEC of 1958, where Luxembourg had none', async () => {
    const council = await solved('solve/council.json');
    expect(council).toMatchObject({ kind: 'game', name: 'EEC Council 1958', winningCoalitions: '14' });
    const shares = council.players!.map((each) => [
      each.player,
      each.swings,
      each.banzhaf,
      each.shapleyShubik,
    ]);
    expect(shares).toEqual([
      ['fr', '10', '5/21', '7/30'],
      ['de', '10', '5/21', '7/30'],
      ['it', '10', '5/21', '7/30'],
      ['nl', '6', '1/7', '3/20'],
      ['be', '6', '1/7', '3/20'],
      ['lu', '0', '0', '0'],
    ]);
    expect(council.players![0]).toMatchObject({ banzhafAbsolute: '5/16' });
    expect(council.players![0]!.banzhafDecimal).toBeCloseTo(5 / 21, 12);
    expect(council.players![0]!.shapleyShubikDecimal).toBeCloseTo(7 / 30, 12);
  });
});

describe.concurrent('an outcome of an arrangement', () => {
  const outcome = ['--arrangement', 'pact', '--outcome', 'decide on border', '--at', '2022'];

  test('is the same when it is written as a fault tree and read back', async () => {
    const file = join(folder, 'border.xml');
    const own = await solved(...outcome, '--list', '20', '--mef', file);
    expect(own).toMatchObject({ kind: 'arrangement', name: 'pact', top: 'decide on border' });
    expect(Number(own.minimalSets!.count)).toBeGreaterThan(0);
    const { minimalSets, blockingSets } = await solved(file, '--list', '20');
    expect({ minimalSets, blockingSets }).toEqual({
      minimalSets: own.minimalSets,
      blockingSets: own.blockingSets,
    });
  });

  test('that some reading allows is not what every reading allows', async () => {
    const every = await solved(...outcome, '--list', '20');
    const some = await solved(...outcome, '--list', '20', '--extent', 'some');
    expect(some.minimalSets).not.toEqual(every.minimalSets);
  });

  test('needs to be named, and what only it can use is refused elsewhere', async () => {
    expect(await foedus(good, 'solve', '--arrangement', 'pact')).toMatchObject({ exit: 2 });
    expect(await foedus(good, 'solve')).toMatchObject({ exit: 2 });
    expect(await foedus(good, 'solve', 'solve/pumps.xml', '--level', 'party')).toMatchObject({ exit: 2 });
    expect(await foedus(good, 'solve', 'solve/council.json', '--top', 'x')).toMatchObject({ exit: 2 });
    expect(await foedus(good, 'solve', 'nowhere.xml')).toMatchObject({ exit: 2 });
  });
});

test('a person sees the same in tables', async () => {
  const { out, exit } = await foedus(good, 'solve', 'solve/pumps.xml', '--list', '2');
  expect(exit).toBe(0);
  expect(out).toContain('pumps · no-water');
  expect(out).toMatch(/Minimal sets\s+3/);
  expect(out).toContain('· tank');
  expect(out).toContain('… and 1 more');
  expect(out).toMatch(/tank\s+0\.9702/);
});
