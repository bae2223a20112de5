import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Command } from '../command.ts';
import { decide } from '../decide.ts';
import { feed } from '../feed.ts';
import { ALLIANCE } from '../testing/alliance.ts';
import { second } from '../testing/run.ts';
import { told, VIEWERS } from '../testing/told.ts';
import { view } from '../view.ts';
import { commandSchema } from './command.ts';
import { eventSchema } from './event.ts';
import { refusalSchema, updateSchema, viewSchema } from './seen.ts';

const EVERY_TYPE: Readonly<Record<Command['type'], true>> = {
  open: true,
  inform: true,
  consult: true,
  advise: true,
  plan: true,
  concur: true,
  decide: true,
  execute: true,
  review: true,
  revoke: true,
  delegate: true,
  declare: true,
  request: true,
  answer: true,
  object: true,
  reserve: true,
  dissent: true,
  position: true,
  receipt: true,
  'request-release': true,
  'request-document': true,
  'refuse-release': true,
  withdraw: true,
  recall: true,
  'break-silence': true,
  'take-back': true,
  release: true,
  succeed: true,
  absent: true,
  present: true,
  'link-down': true,
  'link-up': true,
  suspend: true,
  restore: true,
  adjourn: true,
  resume: true,
  close: true,
  tick: true,
};

describe('commands', () => {
  const command = {
    type: 'inform',
    key: 'k-1',
    seat: 'a-chief',
    office: 'a-chief',
    at: second(1),
    on: 'strike',
    to: 'b-chief',
    marking: { to: 'all' },
    text: '협의',
  };
  const holds = (more: object): boolean => commandSchema.safeParse({ ...command, ...more }).success;

  test('are read as they are written', () => {
    const read: Command = commandSchema.parse(command);
    expect(read).toEqual(command);
    expect(holds({})).toBe(true);
  });

  test.each(Object.keys(EVERY_TYPE))('of type %s have a schema', (type) => {
    const wrong = commandSchema.safeParse({ type }).error?.issues ?? [];
    expect(wrong.map(({ code }) => code)).not.toContain('invalid_union');
  });

  test.each([
    ['a field that no command has', { colour: 'red' }],
    ['a field of another command', { holds: true }],
    ['a key with a slash', { key: 'a/b' }],
    ['a key of 65 characters', { key: 'k'.repeat(65) }],
    ['no key', { key: '' }],
    ['an id that is none', { seat: 'A chief' }],
    ['half a millisecond', { at: 1.5 }],
    ['a time before 1970', { at: -1 }],
    ['a text of 20,001 characters', { text: 'x'.repeat(20_001) }],
    ['a lone surrogate', { text: '\ud800' }],
    ['a marking that is none', { marking: { to: 'everybody' } }],
    ['a marking that says more', { marking: { to: 'all', seats: ['a-chief'] } }],
    ['an item that is none', { from: { relation: 'quote', of: 'a-chief' } }],
    ['an unknown kind', { type: 'conclude' }],
    ['undefined where nothing should be', { text: undefined }],
  ])('with %s are refused', (_, more) => {
    expect(holds(more)).toBe(false);
  });
});

test('whatever happens, is shown or is refused is as the schemas say, in JSON Schema too', () => {
  const ajv = new Ajv2020({ strict: false, formats: { date: true } });
  const [commands, events, updates, views, refusals] = [
    commandSchema,
    eventSchema,
    updateSchema,
    viewSchema,
    refusalSchema,
  ].map((schema) => {
    const compiled = ajv.compile(z.toJSONSchema(schema, { target: 'draft-2020-12' }));
    return (value: unknown): void => {
      const json: unknown = JSON.parse(JSON.stringify(value));
      expect(schema.safeParse(json).error).toBeUndefined();
      compiled(json);
      expect(compiled.errors).toBeNull();
    };
  });
  for (let seed = 1; seed <= 6; seed += 1) {
    const { random, run } = told(seed);
    run.events.forEach(events!);
    for (const event of run.events) if (event.type === 'recorded') commands!(event.entry.command);
    for (const viewer of Object.values(VIEWERS)) {
      feed(ALLIANCE, run.events, viewer).forEach(updates!);
      views!(view(ALLIANCE, run.open, viewer, run.now));
    }
    for (let tries = 0; tries < 20; tries += 1) {
      const decision = decide(ALLIANCE, run.state, { ...random(), at: second(run.clock) });
      if (!decision.ok) refusals!(decision.refusal);
    }
  }
});
