import { describe, expect, test } from 'vitest';
import { explain } from './refusal.ts';
import { ALLIANCE } from './testing/alliance.ts';
import { code, EVERYBODY, inEffect, opened, Run, second } from './testing/run.ts';

describe('opening', () => {
  test('an office that a rule in force names on the matter may open', () => {
    expect(code(new Run(ALLIANCE).opens('b-minister', ['strike']))).toBe('accepted');
  });

  test('nobody else may', () => {
    const run = new Run(ALLIANCE);
    expect(code(run.opens('b-minister', ['talks']))).toBe('not-named');
    expect(code(run.opens('b-minister', []))).toBe('no-matter');
    expect(code(run.opens('b-minister', ['weather']))).toBe('unknown-name');
    expect(run.state).toBeNull();
  });

  test('nothing can be done before, and it is opened once', () => {
    const run = new Run(ALLIANCE);
    expect(code(run.does('concur by b-chief on strike'))).toBe('not-open');
    run.opens('a-chief', ['strike']);
    expect(code(run.opens('b-chief', ['strike']))).toBe('already-open');
  });
});

describe('an act', () => {
  test('without which another has no effect is named when that other is refused', () => {
    const run = opened(ALLIANCE);
    const decision = run.does('decide by a-chief on strike');
    expect(decision).toMatchObject({
      ok: false,
      refusal: { code: 'not-valid', missing: [{ kind: 'concur', by: 'b-chief' }] },
    });
    expect(run.open.entries).toHaveLength(1);
    expect(decision.ok ? undefined : explain(ALLIANCE, decision.refusal)).toMatchObject({
      en: 'Refused: the decision on strike by a-chief would have no effect. Missing: concurrence in strike by b-chief. Rules: “striking” (s) and “after-chief” (s).',
      ko: '거부: a-chief에 의한 strike에 대한 결정은 효력이 없습니다. 필요한 행위: b-chief에 의한 strike에 대한 동의. 근거 규칙: ‘striking’(s) 및 ‘after-chief’(s).',
      ja: '不受理：a-chiefによるstrikeの決定は効力を生じません。必要な行為：b-chiefによるstrikeへの同意。根拠となる規則：「striking」（s）、「after-chief」（s）。',
    });
  });

  test('valid and not proper is refused, and with a reason is kept as a departure with those passed over', () => {
    const run = opened(ALLIANCE);
    run.does('concur by b-chief on strike');
    expect(run.does('decide by a-chief on strike')).toMatchObject({
      refusal: { code: 'not-proper', missing: [{ kind: 'consult', to: 'b-minister' }] },
    });
    expect(code(run.does('decide by a-chief on strike', { departure: 'no time' }))).toBe('accepted');
    expect(run.open.entries.at(-1)).toMatchObject({ standing: 'departure', passedOver: ['b-minister'] });
    expect(inEffect(run)).toContain('decide by a-chief on strike (departure)');
  });

  test('consulted about afterwards, a departure remains one; decided anew it is proper', () => {
    const run = opened(ALLIANCE);
    run.does('concur by b-chief on strike');
    run.does('decide by a-chief on strike', { departure: 'no time' });
    run.does('consult by a-chief with b-minister on strike');
    expect(inEffect(run)).not.toContain('decide by a-chief on strike (proper)');
    expect(code(run.does('execute by general on strike'))).toBe('not-proper');
    run.does('decide by a-chief on strike');
    expect(code(run.does('execute by general on strike'))).toBe('accepted');
  });

  test('of a body takes effect when its members have acted', () => {
    const run = opened(ALLIANCE);
    run.does('concur by a-minister on aid');
    expect(inEffect(run)).not.toContain('decide by council on aid (proper)');
    run.does('concur by b-minister on aid');
    expect(inEffect(run)).toContain('decide by council on aid (proper)');
  });

  test('that depends on how a text is read is refused until the reading relied on is said', () => {
    const run = opened(ALLIANCE);
    expect(run.does('decide by b-chief on talks')).toMatchObject({
      refusal: { code: 'unsettled', where: [{ readings: { link: 'tight' } }] },
    });
    expect(code(run.does('decide by b-chief on talks', { relyingOn: { readings: { link: 'loose' } } }))).toBe(
      'not-valid',
    );
    expect(code(run.does('decide by b-chief on talks', { relyingOn: { readings: { link: 'tight' } } }))).toBe(
      'accepted',
    );
  });

  test('is done by nobody in an office or a seat that is not theirs', () => {
    const run = opened(ALLIANCE);
    const command = { type: 'concur', on: 'strike', marking: EVERYBODY, key: 'k', at: second(9) } as const;
    expect(code(run.send({ ...command, seat: 'a-chief', office: 'b-chief' }))).toBe('office-not-held');
    expect(code(run.send({ ...command, seat: 'nobody', office: 'b-chief' }))).toBe('unknown-seat');
  });

  test('sent twice is done once; another command under the same key is refused', () => {
    const run = opened(ALLIANCE);
    const command = {
      type: 'concur',
      on: 'strike',
      marking: EVERYBODY,
      key: 'k',
      seat: 'b-chief',
      office: 'b-chief',
    } as const;
    run.send({ ...command, at: second(9) });
    expect(run.send({ ...command, at: second(10) })).toEqual({ ok: true, events: [] });
    expect(code(run.send({ ...command, on: 'talks', at: second(10) }))).toBe('key-reused');
    expect(code(run.send({ ...command, key: 'l', at: second(8) }))).toBe('out-of-order');
  });
});

describe('standing in', () => {
  test('a delegate acts in the place of who delegated, until that is taken back', () => {
    const run = opened(ALLIANCE);
    run.does('concur by b-chief on strike');
    run.does('consult by a-chief with b-minister on strike');
    expect(code(run.does('decide by a-deputy on strike'))).toBe('not-valid');
    run.does('delegate by a-chief to a-deputy on strike');
    const about = run.last;
    expect(code(run.does('decide by a-deputy on strike'))).toBe('accepted');
    expect(inEffect(run)).toContain('decide by a-chief on strike (proper)');
    expect(code(run.by('b-chief', { type: 'take-back', about }))).toBe('not-delegated');
    expect(code(run.by('a-chief', { type: 'take-back', about }))).toBe('accepted');
    expect(code(run.by('a-chief', { type: 'take-back', about }))).toBe('not-delegated');
    expect(code(run.does('decide by a-deputy on strike'))).toBe('not-valid');
    expect(inEffect(run)).toContain('decide by a-chief on strike (proper)');
  });

  test('who succeeds to a vacant office acts in its place, and the one who left no longer does', () => {
    const run = opened(ALLIANCE);
    run.does('concur by b-chief on strike');
    run.does('consult by a-chief with b-minister on strike');
    expect(code(run.declares('b-chief', 'vacant-a-chief', true))).toBe('not-valid');
    expect(code(run.declares('a-minister', 'vacant-a-chief', true))).toBe('accepted');
    expect(code(run.does('decide by a-chief on strike'))).toBe('not-valid');
    expect(code(run.does('decide by a-minister on strike'))).toBe('accepted');
    expect(inEffect(run)).toContain('decide by a-chief on strike (proper)');
  });

  test('a seat names its new holder', () => {
    const run = opened(ALLIANCE);
    run.by('a-minister', { type: 'succeed', holder: 'Two', acting: true });
    expect(run.open.holders).toEqual({ 'a-minister': { holder: 'Two', acting: true } });
  });
});

test('disagreement is kept as it was said, with the reading relied on', () => {
  const run = opened(ALLIANCE);
  run.does('concur by b-chief on strike');
  const about = run.last;
  const relyingOn = { readings: { link: 'loose' } };
  for (const type of ['object', 'reserve', 'dissent', 'position'] as const)
    expect(code(run.by('b-minister', { type, about, relyingOn, text: 'no', marking: EVERYBODY }))).toBe(
      'accepted',
    );
  expect(run.open.entries.at(-1)!.command).toMatchObject({ about, relyingOn });
});

test('once closed, nothing more is recorded', () => {
  const run = opened(ALLIANCE);
  run.by('a-chief', { type: 'close' });
  expect(code(run.does('concur by b-chief on strike'))).toBe('closed');
});
