import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { disturb, disturbances, randomScenario } from '../testing/random.ts';
import { edit, RESERVE } from '../testing/scenario.ts';
import { Play, real } from '../testing/stage.ts';
import { begin } from './begin.ts';
import { evolve } from './evolve.ts';
import { seen } from './see.ts';
import type { ExerciseViewer } from './seen.ts';
import { applySeen, updates } from './tell.ts';

const VIEWERS: readonly ExerciseViewer[] = [
  { as: 'control' },
  { as: 'evaluator' },
  { as: 'observer' },
  { as: 'cell', cell: 'arden-cell' },
  { as: 'cell', cell: 'arden-cell', seat: 'a-chief' },
  { as: 'cell', cell: 'borea-cell', seat: 'b-minister' },
  { as: 'cell', cell: 'others' },
];

const WHO = ['connie', 'eve', 'pat', 'quin', 'otis', 'extra'];

function cast(play: Play): void {
  play.admit('connie', 'controller');
  play.admit('eve', 'evaluator');
  play.admit('pat', 'player', { cell: 'arden-cell', seat: 'a-chief' });
  play.admit('quin', 'player', { cell: 'borea-cell', seat: 'b-minister' });
  play.admit('otis', 'role-player', { cell: 'others' });
}

const serial = fc.integer({ min: 1, max: 5 }).map((number) => `i-${number}`);
const who = fc.constantFrom(...WHO);
/** Most are refused, as is right: what is accepted is told. */
const commands = fc.array(
  fc.tuple(
    who,
    fc.oneof(
      fc.record({
        type: fc.constantFrom(
          'hold' as const,
          'release' as const,
          'skip' as const,
          'send' as const,
          'test' as const,
          'acknowledge' as const,
        ),
        inject: serial,
      }),
      fc.record({
        type: fc.constant('write' as const),
        to: fc.subarray(['control', 'arden-cell', 'b-minister', 'others'], { minLength: 1 }),
        text: fc.constant('Text'),
        asks: fc.constant(true as const),
      }),
      fc
        .nat(20)
        .chain((number) => who.map((author) => ({ type: 'own' as const, message: `${author}/k${number}` }))),
      fc.constant({ type: 'insert' as const, inject: 'i-new', edit: edit(RESERVE), now: true as const }),
      fc
        .constantFrom('P' as const, 'U' as const)
        .map((rating) => ({ type: 'rate' as const, task: 'consult-early', rating, why: '', evidence: [] })),
      serial.map((id) => ({
        type: 'overrule' as const,
        expectation: `${id}-done`,
        verdict: 'met' as const,
        why: '',
      })),
      fc.constant({ type: 'observe' as const, text: 'Seen', evidence: [] }),
      fc.constant({ type: 'answer' as const, questionnaire: 'feedback', answers: {} }),
      fc.constant({
        type: 'find' as const,
        finding: 'f-1',
        kind: 'strength' as const,
        text: '',
        rules: [],
        evidence: [],
      }),
      fc.constant({ type: 'dismiss' as const, participant: 'otis' }),
    ),
  ),
  { maxLength: 20 },
);

test('what each viewer was told, put together, is what it sees', () => {
  fc.assert(
    fc.property(randomScenario(5), disturbances, commands, (scenario, events, said) => {
      const play = new Play(scenario);
      cast(play);
      play.directs({ type: 'startex' });
      for (let index = 0; index < Math.max(events.length, said.length); index += 1) {
        if (events[index]) disturb(play, events[index]!);
        const [by, command] = said[index] ?? [];
        if (by && command)
          play.by(command.type === 'dismiss' || command.type === 'send' ? 'director' : by, command);
      }
      for (const viewer of VIEWERS) {
        let state = begin(scenario, real(0));
        let told = seen(play.stage, state, viewer);
        for (const event of play.events) {
          const after = evolve(state, event);
          const update = updates(play.stage, state, event, after, viewer);
          if (update) told = applySeen(told, update);
          state = after;
        }
        const { participants, ...rest } = seen(play.stage, play.state, viewer);
        const byId = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] =>
          all.toSorted((one, other) => (one.id < other.id ? -1 : 1));
        expect({ ...told, now: 0, participants: byId(told.participants) }).toEqual({
          ...rest,
          now: 0,
          participants: byId(participants),
        });
      }
    }),
    { numRuns: 150 },
  );
});

test('who plays learns nothing of what was not sent to him', () => {
  fc.assert(
    fc.property(randomScenario(5), disturbances, (scenario, events) => {
      const play = new Play(scenario);
      cast(play);
      play.directs({ type: 'startex' });
      play.by('connie', { type: 'write', to: ['control'], text: 'Between us' });
      for (const each of events) disturb(play, each);
      for (const viewer of VIEWERS.filter(({ as }) => as === 'cell')) {
        const told = JSON.stringify(seen(play.stage, play.state, viewer));
        for (const { inject, state } of play.state.injects.values()) {
          const mine =
            viewer.as === 'cell' &&
            state === 'sent' &&
            inject.to.some((to) => to === viewer.cell || to === viewer.seat);
          expect(told.includes(`"Text of ${inject.id}"`)).toBe(mine);
        }
        expect(told).not.toMatch(/Notes on|-done|Between us|draft/);
      }
    }),
    { numRuns: 40 },
  );
});
