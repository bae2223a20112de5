import { describe, expect, test } from 'vitest';
import type { Duration } from '../../arrangement/formula.ts';
import { ALLIANCE } from '../../consultation/testing/alliance.ts';
import type { Instant } from '../../consultation/clock.ts';
import type { Outcome } from '../../arrangement/act.ts';
import type { Elapsed } from '../run/clock.ts';
import { play, type Move, type ScriptedMove } from '../play/play.ts';
import type { SeatCommand } from '../play/playing.ts';
import { at, expectation, inject, PLACE, scenario, TALKS } from '../testing/scenario.ts';
import { compare } from './compare.ts';
import { measures } from './measures.ts';
import { rehearsals } from './rehearsed.ts';
import { timeline, waits } from './timeline.ts';

const BEGIN = 2_000_000_000_000 as Instant;
const DECIDED: Outcome = { kind: 'decide', by: 'a-chief', on: 'strike' };

const SCENARIO = scenario(
  [
    inject('alarm', at(60), {
      expected: [
        expectation('decided', {
          met: { type: 'effected', outcome: DECIDED, place: PLACE },
          task: 'consult-early',
        }),
      ],
    }),
    inject('cut', at(120), { effects: [{ type: 'link-down', of: 'b-chief', place: PLACE }] }),
    inject('back', at(180), { effects: [{ type: 'link-up', of: 'b-chief', place: PLACE }] }),
  ],
  {
    length: 600 as Duration,
    consultations: new Map([['talks', { ...TALKS, convened: 30 as Duration }]]),
  },
);

const does = (
  seconds: number,
  seat: string,
  command: Partial<SeatCommand> & { type: string },
): ScriptedMove => ({
  elapsed: (seconds * 1000) as Elapsed,
  move: {
    type: 'act',
    consultation: 'talks',
    command: { marking: { to: 'all' }, on: 'strike', ...command, seat, office: seat },
  } as Move,
});

const HASTY: readonly ScriptedMove[] = [
  does(70, 'a-chief', { type: 'decide' }),
  does(90, 'a-chief', { type: 'request', to: 'b-minister' }),
  does(100, 'b-chief', { type: 'concur' }),
  does(130, 'a-chief', { type: 'decide', departure: 'In haste' }),
  {
    elapsed: 140_000 as Elapsed,
    move: {
      type: 'command',
      command: { type: 'write', by: 'a-chief', to: ['borea-cell'], text: 'Agreed?', asks: true },
    },
  },
];

describe('a run in haste', () => {
  const record = play(SCENARIO, ALLIANCE, { at: BEGIN, script: HASTY });
  const found = measures(record);
  const [talks] = found.consultations;

  test('is measured from its record', () => {
    expect(found.lasted).toBe(600_000);
    expect(found.refusedFor).toEqual({ 'not-valid': 1 });
    expect(talks).toMatchObject({
      consultation: 'talks',
      toConsult: null,
      concurrences: [{ act: { by: 'b-chief' }, at: 70_000 }],
      neverConsulted: ['b-minister'],
      departures: [{ why: 'In haste', at: 100_000, passedOver: ['b-minister'] }],
      linksDown: [{ of: { of: 'b-chief' }, from: 90_000, until: 150_000 }],
    });
    expect(talks!.outcomes.find(({ act }) => act.by === 'a-chief')).toMatchObject({
      at: 100_000,
      standing: 'departure',
    });
  });

  test('tells what nobody received, answered or took upon himself', () => {
    expect(found.injects.received).toContainEqual({ inject: 'alarm', to: 'arden-cell', after: null });
    expect(found.messages).toMatchObject({
      written: 1,
      unanswered: [expect.stringMatching(/^a-chief\//)],
      unowned: [expect.stringMatching(/^a-chief\//)],
    });
    expect(found.expectations).toMatchObject([
      { expectation: 'decided', verdict: { verdict: 'met' }, after: 70_000 },
    ]);
    expect(found.tasks).toMatchObject([{ task: 'consult-early', met: 1, missed: 0 }]);
  });

  test('is drawn: who acted when, and who was awaited by whom', () => {
    const moments = timeline(record).map(
      ({ elapsed, of, what, who }) => `${elapsed / 1000} ${who} ${what} ${of}`,
    );
    expect(moments).toContain('70 a-chief refused decide');
    expect(moments).toContain('120 exercise-director entry link-down');
    expect(moments).toContain('130 a-chief entry decide');
    expect(waits(record)).toMatchObject([{ by: 'a-chief', on: 'b-minister', from: 90_000, until: null }]);
  });

  test('is set beside another', () => {
    const calm = play(SCENARIO, ALLIANCE, { at: BEGIN });
    const both = compare([
      { id: 'hasty', record },
      { id: 'calm', record: calm },
    ]);
    const figure = (of: string) => both.figures.find((each) => each.of === of)?.values;
    expect(figure('refused')).toEqual([1, 0]);
    expect(figure('departures')).toEqual([1, 0]);
    expect(figure('never-consulted')).toEqual([1, 0]);
    expect(figure('to-consult')).toEqual([null, expect.any(Number)]);
    expect(both.expectations).toEqual([{ of: 'decided', values: ['met', 'met'] }]);
  });

  test('has rehearsed what it has, and not what it has not', () => {
    const map = rehearsals(ALLIANCE, [{ id: 'hasty', record }]);
    const by = (of: unknown, rows: readonly { readonly of: unknown; readonly by: readonly string[] }[]) =>
      rows.find((each) => JSON.stringify(each.of) === JSON.stringify(of))?.by;
    expect(by('striking', map.rules)).toEqual(['hasty']);
    expect(by('aiding', map.rules)).toEqual([]);
    expect(by('link', map.failures)).toEqual(['hasty']);
    expect(by('departure', map.failures)).toEqual(['hasty']);
    expect(by('refusal', map.failures)).toEqual(['hasty']);
    expect(by('absence', map.failures)).toEqual([]);
    expect(by(['a-chief', 'b-minister'], map.pairs)).toEqual(['hasty']);
  });
});
