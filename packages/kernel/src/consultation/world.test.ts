import { describe, expect, test } from 'vitest';
import type { Recorded } from './command.ts';
import { due } from './due.ts';
import { feed } from './feed.ts';
import { options } from './options.ts';
import { ALLIANCE } from './testing/alliance.ts';
import { code, EVERYBODY, inEffect, opened, Run, second } from './testing/run.ts';
import { seatViewer } from './viewer.ts';
import { DIRECTOR } from '../authority/director.ts';

describe('a seat that is absent', () => {
  test('is stood in for by whom the arrangement names, until it is back', () => {
    const run = opened(ALLIANCE);
    run.does('concur by b-chief on strike');
    run.does('consult by a-chief with b-minister on strike');
    expect(code(run.by('a-deputy', { type: 'absent', of: 'a-chief' }))).toBe('accepted');
    expect(code(run.does('decide by a-chief on strike'))).toBe('absent');
    expect(code(run.by('a-chief', { type: 'present', of: 'a-chief' }))).toBe('accepted');
    expect(code(run.does('decide by a-minister on strike'))).toBe('not-valid');
    run.by('a-chief', { type: 'absent', of: 'a-chief' });
    expect(code(run.does('decide by a-minister on strike'))).toBe('accepted');
    expect(inEffect(run)).toContain('decide by a-chief on strike (proper)');
  });

  test('is told of by itself or its own party, never by the other', () => {
    const run = opened(ALLIANCE);
    const tells = (office: string, of: string) => code(run.by(office, { type: 'absent', of }));
    expect(tells('b-chief', 'a-minister')).toBe('not-for-this-seat');
    expect(tells('general', 'a-minister')).toBe('not-for-this-seat');
    expect(tells('a-chief', 'b-minister')).toBe('not-for-this-seat');
    expect(tells('a-chief', 'nobody')).toBe('unknown-name');
    expect(tells('b-chief', 'b-minister')).toBe('accepted');
    expect(tells('b-chief', 'b-minister')).toBe('no-change');
  });

  test('breaks the quorum of a body in which nobody stands in for it', () => {
    const run = new Run(ALLIANCE);
    run.opens('a-minister', ['aid']);
    const prospect = () => options(ALLIANCE, run.open, 'a-minister', run.now).prospects[0]!;
    expect(prospect()).toMatchObject({ way: [{}, {}], heldUpBy: [] });
    run.by('b-minister', { type: 'absent', of: 'b-minister' });
    expect(prospect()).toMatchObject({ way: null, heldUpBy: ['b-minister'] });
    run.by('b-minister', { type: 'present', of: 'b-minister' });
    expect(prospect().way).toHaveLength(2);
  });
});

describe('a link that is down', () => {
  function proposed(silenceWithoutLink?: 'runs'): Run {
    const run = new Run(ALLIANCE);
    run.by('a-minister', {
      type: 'open',
      arrangement: ALLIANCE.id,
      frame: { at: run.today },
      matters: ['aid'],
      ...(silenceWithoutLink ? { silenceWithoutLink } : {}),
    });
    run.does('plan by a-minister on aid', { underSilence: true });
    return run;
  }
  const silences = (run: Run) =>
    due(ALLIANCE, run.open, seatViewer('general'), run.now).map(({ from, held, until }) => [
      from,
      held ?? false,
      until === null ? null : until - second(0),
    ]);

  test('stops the clock of the silence of who can not be reached, and of nobody else', () => {
    const run = proposed();
    expect(code(run.by('b-minister', { type: 'link-down', of: 'b-minister' }))).toBe('accepted');
    expect(silences(run)).toEqual([
      ['a-minister', false, 3_602_000],
      ['b-minister', true, null],
    ]);
    expect(feed(ALLIANCE, run.events, { as: 'public' }).slice(-2)).toMatchObject([
      { type: 'changed', item: { silences: [{ state: 'running' }, { state: 'running', held: true }] } },
      { type: 'world', cut: [{ of: 'b-minister' }] },
    ]);
    run.tick(10_000);
    expect(run.open.silences.map(({ state }) => state)).toEqual(['given', 'running']);
    run.by('a-minister', { type: 'link-up', of: 'b-minister' });
    expect(silences(run)).toEqual([['b-minister', false, second(10_004 + 3599) - second(0)]]);
    run.tick(3598);
    expect(inEffect(run)).not.toContain('decide by council on aid (proper)');
    run.tick(1);
    expect(inEffect(run)).toContain('decide by council on aid (proper)');
  });

  test('between two parties stops the silences of the one to what the other proposes', () => {
    const run = proposed();
    run.by('a-minister', { type: 'link-down', of: 'arden', with: 'borea' });
    run.does('plan by a-minister on aid', { underSilence: true });
    expect(silences(run).map(([from, held]) => [from, held])).toEqual([
      ['a-minister', false],
      ['a-minister', false],
      ['b-minister', true],
      ['b-minister', true],
    ]);
    expect(code(run.by('a-minister', { type: 'link-up', of: 'borea', with: 'arden' }))).toBe('accepted');
    expect(run.open.cut).toEqual([]);
  });

  test('stops nothing in a case that says so', () => {
    const run = proposed('runs');
    run.by('a-minister', { type: 'link-down', of: 'b-minister' });
    run.tick(3600);
    expect(inEffect(run)).toContain('decide by council on aid (proper)');
  });

  test('is told of by the seat, its party, and who opened the consultation', () => {
    const run = opened(ALLIANCE);
    const tells = (office: string, of: string, other?: string) =>
      code(run.by(office, { type: 'link-down', of, ...(other === undefined ? {} : { with: other }) }));
    expect(tells('a-minister', 'b-minister')).toBe('not-for-this-seat');
    expect(tells('a-chief', 'b-minister')).toBe('accepted');
    expect(tells('b-chief', 'arden', 'borea')).toBe('accepted');
    expect(tells('a-chief', 'borea')).toBe('unknown-name');
    expect(tells('b-minister', 'b-minister')).toBe('no-change');
  });
});

describe('the director of an exercise', () => {
  const change = { type: 'absent', of: 'b-chief', key: 'd1', seat: DIRECTOR, office: DIRECTOR } as const;

  test('tells of all that happens in its world, and does nothing else', () => {
    const run = new Run(ALLIANCE);
    run.opens('a-chief', ['strike']);
    expect(code(run.send({ ...change, at: second(5) }))).toBe('unknown-seat');
    const exercise = new Run(ALLIANCE);
    const at = second(1);
    exercise.send({
      type: 'open',
      key: 'o',
      seat: 'a-chief',
      office: 'a-chief',
      at,
      exercise: true,
      arrangement: ALLIANCE.id,
      frame: { at: run.today },
      matters: ['strike'],
    });
    expect(code(exercise.send({ ...change, at: second(5) }))).toBe('accepted');
    const director = { key: 'd2', seat: DIRECTOR, office: DIRECTOR, at: second(6) };
    expect(code(exercise.send({ ...director, type: 'concur', on: 'strike', marking: EVERYBODY }))).toBe(
      'unknown-seat',
    );
    expect(code(exercise.send({ ...director, type: 'close' }))).toBe('unknown-seat');
  });
});

describe('the director of an exercise', () => {
  const told = (exercise: boolean): ((command: object) => string) => {
    const run = new Run(ALLIANCE);
    run.by('a-chief', {
      type: 'open',
      arrangement: ALLIANCE.id,
      frame: { at: run.today },
      matters: ['strike'],
      ...(exercise ? { exercise } : {}),
    });
    let keys = 0;
    return (command) => {
      keys += 1;
      run.clock += 1;
      const issued = { key: `d${keys}`, seat: DIRECTOR, office: DIRECTOR, at: run.now };
      const decided = code(run.send({ ...command, ...issued } as Recorded));
      return `${decided} ${JSON.stringify([run.open.conditions, run.open.holders])}`;
    };
  };

  test('declares any condition and names any holder, while the consultation is adjourned too', () => {
    const tells = told(true);
    expect(tells({ type: 'declare', on: 'emergency', holds: true })).toBe('accepted [{"emergency":true},{}]');
    expect(tells({ type: 'succeed', of: 'b-chief', holder: 'New', acting: false })).toBe(
      'accepted [{"emergency":true},{"b-chief":{"holder":"New","acting":false}}]',
    );
    expect(tells({ type: 'succeed', of: 'nobody', holder: 'New', acting: false })).toMatch(/^unknown-seat/);
    expect(tells({ type: 'declare', on: 'nothing', holds: true })).toMatch(/^unknown-name/);
    expect(tells({ type: 'adjourn' })).toMatch(/^unknown-seat/);
    expect(tells({ type: 'decide', on: 'strike', marking: EVERYBODY })).toMatch(/^unknown-seat/);
  });

  test('is nobody in a live consultation', () => {
    const tells = told(false);
    expect(tells({ type: 'declare', on: 'emergency', holds: true })).toMatch(/^unknown-seat/);
    expect(tells({ type: 'succeed', of: 'b-chief', holder: 'New', acting: false })).toMatch(/^unknown-seat/);
    expect(tells({ type: 'absent', of: 'b-chief' })).toMatch(/^unknown-seat/);
  });

  test('alone tells of the holder of another seat', () => {
    const run = opened(ALLIANCE);
    expect(code(run.by('a-chief', { type: 'succeed', of: 'b-chief', holder: 'X', acting: false }))).toBe(
      'not-for-this-seat',
    );
  });
});
