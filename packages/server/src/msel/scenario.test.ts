import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGS, msel, type Day, type exercise, type Lang } from '@foedus/kernel';
import { readList, writeList, type ListFile } from './list.ts';
import { scenarioFrom, tutorialScenario } from './testing/arrangement.ts';
import { rows } from './testing/rows.ts';

const DAY = '2026-11-23' as Day;
const FRAME: msel.Frame = {
  id: 'imported',
  name: { en: 'Imported' },
  situation: { en: 'Quiet.' },
  arrangement: 'tutorial-two-party',
  at: DAY,
  seatsOf: () => new Set(['arden-president', 'borea-president']),
};

function written(scenario: exercise.Scenario, lang: Lang): Uint8Array {
  const { frame, rows: list } = msel.fromScenario(scenario, lang);
  const reply = writeList(list, { lang, title: 'test', frame, files: new Map() });
  if (!reply.ok) throw new Error(reply.fault.code);
  return reply.value;
}

function read(bytes: Uint8Array): ListFile {
  const reply = readList(bytes, DAY, msel.NO_MAPPING);
  if (!reply.ok) throw new Error(reply.fault.code);
  return reply.value;
}

function scenarioOf(reading: msel.MselReading): exercise.Scenario {
  return scenarioFrom(msel.toScenario(reading, msel.NO_MAPPING, FRAME).files);
}

/** A scenario as values: maps in their order, without where things stand and without the last line break of a block. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, each]) => [key, plain(each)] as const);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'place');
  return Object.fromEntries(entries.map(([key, each]) => [key, plain(each)]));
}

test('rows become a scenario, and the scenario the same rows', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const reading: msel.MselReading = {
        rows: list,
        report: [],
        columns: [],
        startex: 1_800_000_000,
        language: 'en',
      };
      const again = msel.fromScenario(scenarioOf(reading), 'en').rows;
      expect(again.map(msel.contentOf)).toEqual(list.map(msel.contentOf));
    }),
    { numRuns: 80 },
  );
});

describe('a scenario that was written by hand', () => {
  test.each(LANGS)(
    'goes through a workbook with headings in %s and back: conditions, world changes, all languages',
    (lang) => {
      const scenario = tutorialScenario();
      const back = scenarioOf(read(written(scenario, lang)));
      expect(plain(back)).toEqual(plain(scenario));
    },
  );

  test('is the same workbook again', () => {
    const once = written(tutorialScenario(), 'ko');
    expect(written(scenarioOf(read(once)), 'ko')).toEqual(once);
  });
});
