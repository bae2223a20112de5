/** Small scenarios for tests, written as values: only what matters is said, the rest is filled in. */
import type { Duration } from '../../arrangement/formula.ts';
import { TODAY } from '../../authority/testing/sketch.ts';
import { ALLIANCE } from '../../consultation/testing/alliance.ts';
import type { Instant } from '../../consultation/clock.ts';
import type { Condition } from '../scenario/condition.ts';
import type { DueWhen, Expectation, Inject, PlannedConsultation, Scenario } from '../scenario/model.ts';
import type { InjectEdit } from '../run/model.ts';

export const PLACE = { file: 'scenario', line: 1, column: 1 };

export const STARTEX = 1_900_000_000_000 as Instant;

export function at(seconds: number): DueWhen {
  return { type: 'time', after: seconds as Duration };
}

export function when(condition: Condition, delay = 0): DueWhen {
  return { type: 'branch', when: condition, delay: delay as Duration };
}

export const RESERVE: DueWhen = { type: 'reserve' };

export function sent(inject: string): Condition {
  return { type: 'sent', inject, place: PLACE };
}

export function expectation(id: string, more: Partial<Expectation>): Expectation {
  return { id, says: { en: id }, place: PLACE, ...more };
}

export function inject(id: string, due: DueWhen, more: Partial<Inject> = {}): Inject {
  return {
    id,
    kind: 'contextual',
    status: 'ready',
    due,
    method: 'message',
    from: { en: 'Simulation' },
    to: ['arden-cell'],
    title: { en: id },
    text: { en: `Text of ${id}` },
    attachments: [],
    tasks: [],
    expected: [],
    notes: { en: `Notes on ${id}` },
    effects: [],
    extra: {},
    place: PLACE,
    ...more,
  };
}

export function edit(due: DueWhen, more: Partial<Inject> = {}): InjectEdit {
  const { id: _id, place: _place, ...rest } = inject('', due, more);
  return rest;
}

export const TALKS: PlannedConsultation = {
  id: 'talks',
  name: { en: 'Talks' },
  matters: ['strike'],
  convener: { seat: 'a-chief', office: 'a-chief' },
  place: PLACE,
};

/** Two cells of players, one of role-players, one task, one questionnaire. */
export function scenario(injects: readonly Inject[], more: Partial<Scenario> = {}): Scenario {
  return {
    id: 'notional',
    name: { en: 'Notional' },
    situation: {},
    arrangement: ALLIANCE.id,
    at: TODAY,
    given: {},
    reading: {},
    startex: STARTEX,
    capitals: { arden: 'Asia/Seoul' },
    cells: new Map(
      [
        {
          id: 'arden-cell',
          name: { en: 'Arden' },
          kind: 'players',
          seats: ['a-chief', 'a-minister', 'a-deputy'],
          place: PLACE,
        } as const,
        {
          id: 'borea-cell',
          name: { en: 'Borea' },
          kind: 'players',
          seats: ['b-chief', 'b-minister'],
          place: PLACE,
        } as const,
        { id: 'others', name: { en: 'Others' }, kind: 'role-players', seats: [], place: PLACE } as const,
      ].map((cell) => [cell.id, cell]),
    ),
    controllers: new Map([['lead', { id: 'lead', name: { en: 'Lead' }, place: PLACE }]]),
    consultations: new Map([['talks', TALKS]]),
    objectives: new Map([
      [
        'consulting',
        {
          id: 'consulting',
          name: { en: 'Consulting' },
          capabilities: new Map([
            [
              'voice',
              {
                id: 'voice',
                name: { en: 'Voice' },
                tasks: new Map([
                  [
                    'consult-early',
                    { id: 'consult-early', name: { en: 'Consult early' }, rules: ['striking'], place: PLACE },
                  ],
                ]),
              },
            ],
          ]),
          place: PLACE,
        },
      ],
    ]),
    parts: new Map(),
    injects: new Map(injects.map((each) => [each.id, each])),
    questionnaires: new Map([
      [
        'feedback',
        {
          id: 'feedback',
          name: { en: 'Feedback' },
          to: ['player'],
          questions: [
            { id: 'clear', asks: { en: 'Was it clear?' }, type: 'scale' },
            {
              id: 'pace',
              asks: { en: 'The pace?' },
              type: 'choice',
              of: [
                { id: 'fast', says: { en: 'Fast' } },
                { id: 'slow', says: { en: 'Slow' } },
              ],
            },
          ],
          place: PLACE,
        },
      ],
    ]),
    ...more,
  };
}
