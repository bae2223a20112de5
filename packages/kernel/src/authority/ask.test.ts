/** What each question means, on arrangements small enough to see the answer. */
import { describe, expect, test } from 'vitest';
import type { Day } from '../arrangement/date.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { ask } from './ask.ts';
import type { AnswerTo, Frame, Question } from './question.ts';
import { allOf, anyOf, is, outcome, sketch, TODAY } from './testing/sketch.ts';

function answer<Q extends Question>(
  arrangement: Arrangement,
  question: Q,
  frame: Partial<Frame> = {},
): AnswerTo<Q> {
  const reply = ask(arrangement, { at: TODAY, ...frame }, question);
  if (!reply.ok) throw new Error(JSON.stringify(reply.refusal));
  return reply.answer;
}

const RELEASE = outcome('decide on release');
const CONSULT = 'consult by president with premier on release';

/** The owner decides and has promised to consult the ally first, time permitting. */
const pledge = sketch({
  offices: { president: 'owner', premier: 'ally' },
  conditions: { 'time-permits': undefined },
  powers: { 'release-decision': { act: 'decide by president on release' } },
  duties: {
    'consult-first': {
      before: 'decide by president on release',
      cases: [
        { label: 'time', when: is('when time-permits'), must: is(CONSULT) },
        { label: 'no-time', when: is('not when time-permits'), must: { type: 'always' } },
      ],
    },
  },
});

describe('a duty to consult is a voice, and no veto', () => {
  test('the owner decides alone, validly, though properly only after consulting', () => {
    expect(answer(pledge, { ask: 'canAlone', who: 'owner', outcome: RELEASE }).extent).toBe('every');
    expect(answer(pledge, { ask: 'canBlock', who: 'ally', outcome: RELEASE }).extent).toBe('none');
  });

  test('the ally can be passed over where time permits; where it does not, nothing is owed and nobody is passed over', () => {
    const bypass = answer(pledge, { ask: 'canBypass', who: 'ally', outcome: RELEASE });
    expect(bypass.extent).toBe('some');
    expect(bypass.where).toEqual([{ readings: {}, unknowns: {}, conditions: { 'time-permits': true } }]);
    expect(bypass.witness).toMatchObject({ shows: true, players: ['decide by president on release'] });
    const given = (value: boolean) =>
      answer(
        pledge,
        { ask: 'canBypass', who: 'ally', outcome: RELEASE },
        { given: { 'time-permits': value } },
      ).extent;
    expect([given(true), given(false)]).toEqual(['every', 'none']);
  });

  test('its voice is to be consulted, as a duty; the owner has the decision to itself', () => {
    const ally = answer(pledge, { ask: 'voice', who: 'ally', on: 'release' });
    expect(ally.most).toEqual({ kind: 'consult', firmness: 'duty', alone: false });
    const owner = answer(pledge, { ask: 'voice', who: 'owner', on: 'release' });
    expect(owner.most).toEqual({ kind: 'decide', firmness: 'needed', alone: true });
  });

  test('every answer cites the rules it rests on and says itself in three languages', () => {
    const bypass = answer(pledge, { ask: 'canBypass', who: 'ally', outcome: RELEASE });
    expect(bypass.grounds.map((each) => each.rule)).toEqual(
      expect.arrayContaining(['release-decision', 'consult-first']),
    );
    expect(bypass.sentence.en).toContain('Ally can be passed over in the decision on release');
    expect(bypass.sentence.ko).toContain('ally');
    expect(bypass.sentence.ja).toContain('ally');
  });
});

/** A command that two parties hold together; its commander also leads one party's forces. */
const combined = sketch({
  offices: {
    president: 'north',
    commander: ['north', 'south'],
    'force-commander': 'north',
    minister: 'south',
  },
  seats: { general: ['commander', 'force-commander'] },
  readings: { link: ['presupposed', 'independent'] },
  powers: {
    strike: {
      act: 'execute by minister on strike',
      valid: anyOf('reading link is independent', 'concur by commander on strike'),
    },
    support: { act: 'execute by force-commander on support', valid: is('concur by commander on support') },
  },
});

describe('readings, seats and parties', () => {
  const strike = outcome('execute on strike');

  test('a veto that depends on how a text is read holds in some reading, and the answer says in which', () => {
    const block = answer(combined, { ask: 'canBlock', who: 'commander', outcome: strike });
    expect(block.extent).toBe('some');
    expect(block.where).toEqual([{ readings: { link: 'presupposed' }, unknowns: {}, conditions: {} }]);
    const read = (alternative: string) =>
      answer(
        combined,
        { ask: 'canBlock', who: 'commander', outcome: strike },
        { reading: { link: alternative } },
      ).extent;
    expect([read('presupposed'), read('independent')]).toEqual(['every', 'none']);
  });

  test('an office that answers to two parties gives each of them a veto', () => {
    expect(answer(combined, { ask: 'canBlock', who: 'north', outcome: strike }).extent).toBe('some');
    expect(answer(combined, { ask: 'needs', outcome: strike, level: 'party' }).players).toEqual([
      {
        player: 'north',
        extent: 'some',
        where: [{ readings: { link: 'presupposed' }, unknowns: {}, conditions: {} }],
      },
      { player: 'south', extent: 'every', where: [] },
    ]);
  });

  test('a dual-hatted officer is one seat: two offices, no second consent', () => {
    const support = outcome('execute on support');
    const sets = (level: 'office' | 'seat') =>
      answer(combined, { ask: 'coalitions', outcome: support, level }).inEvery.sets;
    expect(sets('office')).toEqual([['commander', 'force-commander']]);
    expect(sets('seat')).toEqual([['general']]);
    expect(answer(combined, { ask: 'canAlone', who: 'general', outcome: support }).extent).toBe('every');
    expect(answer(combined, { ask: 'canAlone', who: 'commander', outcome: support }).extent).toBe('none');
  });

  test('a refuted answer shows what refutes it', () => {
    const alone = answer(
      combined,
      { ask: 'canAlone', who: 'minister', outcome: strike },
      { reading: { link: 'presupposed' } },
    );
    expect(alone.witness).toMatchObject({ shows: false, players: ['minister', 'commander'] });
    const block = answer(combined, { ask: 'canBlock', who: 'president', outcome: strike });
    expect(block.witness).toMatchObject({ shows: false, players: ['minister'] });
  });
});

describe('bodies and silence', () => {
  const council = (silence?: number) =>
    sketch({
      offices: { a: 'p', b: 'q', c: 'r' },
      bodies: {
        council: {
          members: ['a', 'b', 'c'],
          way: { type: 'consensus' },
          ...(silence === undefined ? {} : { silence }),
        },
      },
      powers: { policy: { act: 'decide by council on policy' } },
    });
  const policy = outcome('decide on policy');

  test('by consensus each member can prevent and none decides alone; each has a decision’s voice', () => {
    expect(answer(council(), { ask: 'blockers', outcome: policy }).inEvery.sets).toEqual([
      ['a'],
      ['b'],
      ['c'],
    ]);
    expect(answer(council(), { ask: 'voice', who: 'q', on: 'policy' }).most).toEqual({
      kind: 'decide',
      firmness: 'needed',
      alone: false,
    });
  });

  test('under a silence procedure one member carries it when the others keep silent, and not when they break it', () => {
    const alone = (others: 'oppose' | 'silent') =>
      answer(council(3600), { ask: 'canAlone', who: 'a', outcome: policy, others }).extent;
    expect([alone('oppose'), alone('silent')]).toEqual(['none', 'every']);
  });
});

describe('delegation and succession', () => {
  const chain = sketch({
    offices: { president: 'p', vice: 'p', commander: 'p' },
    powers: { order: { act: 'decide by president on order' } },
    delegations: { standing: { act: 'decide by president on order', to: 'commander', when: is('when war') } },
    successions: { line: { office: 'president', order: ['vice'] } },
    conditions: { war: undefined },
  });
  const order = outcome('decide on order');

  test('a delegate acts in the place of the office where the delegation holds', () => {
    expect(answer(chain, { ask: 'canAlone', who: 'commander', outcome: order }).where).toEqual([
      { readings: {}, unknowns: {}, conditions: { war: true } },
    ]);
  });

  test('a delegation gives the delegate a voice and takes none from those who are owed one', () => {
    const owed = sketch({
      offices: { president: 'p', commander: 'p', premier: 'q' },
      powers: { order: { act: 'decide by president on order' } },
      duties: {
        first: {
          before: 'decide by president on order',
          cases: [{ label: 'always', must: is('consult by president with premier on order') }],
        },
      },
      delegations: { standing: { act: 'decide by president on order', to: 'commander' } },
    });
    expect(answer(owed, { ask: 'voice', who: 'commander', on: 'order' }).most.kind).toBe('decide');
    expect(answer(owed, { ask: 'voice', who: 'q', on: 'order' }).most).toMatchObject({
      kind: 'consult',
      firmness: 'duty',
    });
  });

  test('the successor acts when the office is vacant, and only then', () => {
    const vice = (vacant: boolean) =>
      answer(
        chain,
        { ask: 'canAlone', who: 'vice', outcome: order },
        { given: { 'vacant-president': vacant, war: false } },
      ).extent;
    expect([vice(false), vice(true)]).toEqual(['none', 'every']);
  });
});

describe('time', () => {
  const arrangement = sketch({
    offices: { a: 'p', b: 'q' },
    powers: {
      before: { act: 'decide by a on matter', until: '2020' },
      after: { act: 'decide by a on matter', valid: is('concur by b on matter'), from: '2020' },
    },
  });

  test('a question is asked on a day, and only the rules of that day answer', () => {
    const blocks = (day: string) =>
      answer(
        arrangement,
        { ask: 'canBlock', who: 'q', outcome: outcome('decide on matter') },
        { at: day as Day },
      ).extent;
    expect([blocks('2019-12-31'), blocks('2020-01-01')]).toEqual(['none', 'every']);
  });

  test('what nobody can bring about, nobody prevents', () => {
    const ended = sketch({
      offices: { a: 'p' },
      powers: { old: { act: 'decide by a on matter', until: '2020' } },
    });
    const block = answer(ended, { ask: 'canBlock', who: 'p', outcome: outcome('decide on matter') });
    expect(block.extent).toBe('none');
    expect(block.grounds.map((each) => each.rule)).toEqual(['old']);
  });
});

describe('survives', () => {
  const arrangement = sketch({
    offices: { president: 'owner', premier: 'ally' },
    readings: { promise: ['binding', 'revocable'] },
    powers: {
      inherent: { act: 'decide by president on release' },
      group: { act: 'plan by premier on planning', revocableBy: is('revoke by president on planning') },
      joint: {
        act: 'advise by premier on planning',
        revocableBy: allOf('revoke by president on planning', 'revoke by premier on planning'),
      },
      base: { act: 'execute by premier on base', inForce: is('concur by president on base') },
      guideline: {
        act: 'decide by premier on guideline',
        revocableBy: allOf('reading promise is revocable', 'revoke by president on planning'),
      },
      rests: { act: 'execute by premier on guideline', valid: is('execute by premier on base') },
      read: { act: 'advise by premier on guideline', valid: is('reading promise is binding') },
    },
  });
  const fate = (who: string) =>
    Object.fromEntries(
      answer(arrangement, { ask: 'survives', who }).rules.map((each) => [
        each.rule,
        [each.survives, each.why],
      ]),
    );

  test('ill will of the owner ends what it can revoke alone, what lives on its support, and what rests on these', () => {
    expect(fate('owner')).toEqual({
      inherent: ['every', 'stands'],
      group: ['none', 'revocable'],
      joint: ['every', 'stands'],
      base: ['none', 'support-withdrawn'],
      guideline: ['some', 'revocable'],
      rests: ['none', 'rests-on-fallen'],
      // It stands in one reading only, ill will or not.
      read: ['every', 'stands'],
    });
  });

  test('ill will of the ally ends none of these', () => {
    expect(Object.values(fate('ally')).map(([extent]) => extent)).toEqual(
      Array.from({ length: 7 }, () => 'every'),
    );
  });
});

describe('pace', () => {
  const arrangement = sketch({
    offices: { president: 'owner', premier: 'ally' },
    powers: {
      release: {
        act: 'decide by president on release',
        valid: allOf(CONSULT, 'advise by premier on release'),
      },
    },
    paces: {
      talk: { act: CONSULT, seconds: [600, 1200, 3600] },
      advice: { act: 'advise by premier on release', seconds: [60, 60, 60] },
    },
  });
  const pace = answer(arrangement, { ask: 'pace', outcome: RELEASE, deadline: 1800, runs: 4000, seed: 7 });

  test('the shortest way takes the longest of what is needed at once', () => {
    expect(pace.shortest).toBe(600);
    expect(pace.path.map((step) => step.act)).toEqual([CONSULT, 'decide by president on release']);
  });

  test('the simulated chance agrees with the triangular distribution: F(1800) = 1 - (1800²)/(3000·2400) = 0.55', () => {
    expect(pace.distribution?.withinDeadline).toBeGreaterThan(0.53);
    expect(pace.distribution?.withinDeadline).toBeLessThan(0.57);
  });

  test('the same seed gives the same answer', () => {
    expect(
      answer(arrangement, { ask: 'pace', outcome: RELEASE, deadline: 1800, runs: 4000, seed: 7 }),
    ).toEqual(pace);
  });
});

describe('refusals name what was not found', () => {
  test.each([
    [{ ask: 'canAlone', who: 'premiere', outcome: RELEASE } as const, 'unknown-name', 'premier'],
    [
      { ask: 'canAlone', who: 'premier', outcome: outcome('decide on releas') } as const,
      'unknown-outcome',
      'decide on release',
    ],
    [{ ask: 'voice', who: 'ally', on: 'releas' } as const, 'unknown-name', 'release'],
  ])('%j', (question, code, nearest) => {
    expect(ask(pledge, { at: TODAY }, question)).toEqual({
      ok: false,
      refusal: expect.objectContaining({ code, nearest }),
    });
  });

  test('a frame that fixes what is not there', () => {
    const reply = ask(
      combined,
      { at: TODAY, reading: { link: 'presuposed' } },
      { ask: 'canBlock', who: 'commander', outcome: outcome('execute on strike') },
    );
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'unknown-name', nearest: 'presupposed' } });
  });
});

test('counts beyond what a number holds keep every digit in every language', () => {
  // Of each of 60 pairs one is needed: 2^60 coalitions.
  const pairs = Array.from({ length: 60 }, (_, index) => [`a${index}`, `b${index}`] as const);
  const wide = sketch({
    offices: Object.fromEntries(pairs.flat().map((office) => [office, 'p'])),
    powers: {
      go: {
        act: 'decide by a0 on aid',
        valid: allOf(
          ...pairs.map(([one, other]) => anyOf(`concur by ${one} on aid`, `concur by ${other} on aid`)),
        ),
      },
    },
  });
  const { inEvery, sentence } = answer(wide, {
    ask: 'coalitions',
    outcome: outcome('decide on aid'),
    level: 'office',
    limit: 1,
  });
  // The one who decides is in the first pair.
  expect(inEvery.count).toBe(2n ** 59n);
  expect(inEvery.sets[0]).toHaveLength(60);
  expect(sentence.en).toMatch(/^576,460,752,303,423,488 minimal coalitions can bring about/);
  expect(sentence.ko).toContain('최소 연합은 576,460,752,303,423,488개이다');
  expect(sentence.ja).toContain('最小の連合は576,460,752,303,423,488組である');
});
