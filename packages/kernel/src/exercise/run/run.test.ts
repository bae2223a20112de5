import { describe, expect, test } from 'vitest';
import type { Duration } from '../../arrangement/formula.ts';
import { outcome } from '../../authority/testing/sketch.ts';
import {
  at,
  edit,
  expectation,
  inject,
  PLACE,
  RESERVE,
  scenario,
  sent,
  TALKS,
  when,
} from '../testing/scenario.ts';
import { code, Play, real } from '../testing/stage.ts';
import { behind } from './behind.ts';
import type { Elapsed } from './clock.ts';
import { nextMoment } from './decide.ts';
import type { Exercise } from './model.ts';
import { seen } from './see.ts';

const THREE = [inject('one', at(60)), inject('two', at(60)), inject('three', at(120))];

function elapsed(seconds: number): Elapsed {
  return (seconds * 1000) as Elapsed;
}

function started(play: Play): Play {
  play.directs({ type: 'startex' });
  return play;
}

describe('the clock', () => {
  test('sends what is due in the order of the list, each at its own scenario time, however late it is looked at', () => {
    const play = started(new Play(scenario(THREE)));
    expect(nextMoment(play.stage, play.state)).toBe(real(60));
    play.wait(59);
    expect(play.sent).toEqual([]);
    play.wait(1000);
    expect(play.sent).toEqual(['one@60', 'two@60', 'three@120']);
    expect(nextMoment(play.stage, play.state)).toBeNull();
  });

  test('stands while the exercise is paused, and goes on where it stood', () => {
    const play = started(new Play(scenario(THREE)));
    play.wait(30);
    play.directs({ type: 'pause' });
    play.wait(5000);
    expect(play.sent).toEqual([]);
    expect(nextMoment(play.stage, play.state)).toBeNull();
    play.directs({ type: 'resume' });
    expect(nextMoment(play.stage, play.state)).toBe(real(5060));
    play.wait(29);
    expect(play.sent).toEqual([]);
    play.wait(1);
    expect(play.sent).toEqual(['one@60', 'two@60']);
  });

  test('runs at another rate from the moment on at which it is set', () => {
    const play = started(new Play(scenario(THREE)));
    play.wait(30);
    play.directs({ type: 'set-rate', rate: 10 });
    play.wait(3);
    expect(play.sent).toEqual(['one@60', 'two@60']);
  });

  test.each([
    ['send', ['one@60', 'two@60', 'three@120'], 'sent'],
    ['hold', ['three@120'], 'held'],
    ['skip', ['three@120'], 'skipped'],
  ] as const)('is set forward, and what lies between is dealt with: %s', (passed, is, state) => {
    const play = started(new Play(scenario(THREE)));
    play.directs({ type: 'jump', to: elapsed(120), passed });
    expect(play.sent).toEqual(is);
    expect(play.state.injects.get('one')?.state).toBe(state);
  });

  test('is never set back', () => {
    const play = started(new Play(scenario(THREE)));
    play.wait(90);
    expect(code(play.directs({ type: 'jump', to: elapsed(89), passed: 'send' }))).toBe('clock-back');
    play.clock = 10;
    expect(code(play.wait(0))).toBe('accepted');
    expect(play.state.now).toBe(real(90));
  });

  test('steps to the next inject that is due, and stands there', () => {
    const play = started(new Play(scenario([inject('z', when(sent('a'), 5)), inject('a', at(60))])));
    play.directs({ type: 'step' });
    expect([play.sent, play.state.phase]).toEqual([['a@60'], 'paused']);
    play.directs({ type: 'step' });
    expect(play.sent).toEqual(['a@60', 'z@65']);
    expect(code(play.directs({ type: 'step' }))).toBe('nothing-due');
  });

  test('stands from when the program was last alive, so that what came due while it was away does not come in a burst', () => {
    const play = started(new Play(scenario(THREE)));
    play.wait(30);
    play.clock = 900;
    play.send({ type: 'recover', at: real(900), alive: real(61) });
    expect([play.sent, play.state.phase]).toEqual([['one@60', 'two@60'], 'paused']);
    play.directs({ type: 'resume' });
    play.wait(58);
    expect(play.sent).toHaveLength(2);
    play.wait(1);
    expect(play.sent).toHaveLength(3);
  });

  test.each([0, -1, 3601, Number.NaN, Infinity])('does not run at a rate of %d', (rate) => {
    expect(code(new Play(scenario(THREE)).directs({ type: 'set-rate', rate }))).toBe('rate-range');
  });
});

describe('the board', () => {
  test('an inject is held, released, skipped and sent early', () => {
    const play = started(new Play(scenario(THREE)));
    play.directs({ type: 'hold', inject: 'one' });
    play.directs({ type: 'skip', inject: 'two' });
    play.directs({ type: 'send', inject: 'three' });
    play.wait(200);
    expect(play.sent).toEqual(['three@0']);
    play.directs({ type: 'release', inject: 'one' });
    expect(play.sent).toEqual(['three@0', 'one@200']);
    expect(code(play.directs({ type: 'send', inject: 'one' }))).toBe('already-sent');
  });

  test('a test sends nothing to players', () => {
    const play = started(new Play(scenario(THREE)));
    play.directs({ type: 'test', inject: 'one' });
    expect(play.sent).toEqual([]);
    expect(play.state.injects.get('one')?.tested).toBe(true);
  });

  test('what is not ready and what is in reserve waits for a controller', () => {
    const play = started(
      new Play(scenario([inject('draft', at(1), { status: 'draft' }), inject('spare', RESERVE)])),
    );
    play.wait(10);
    expect(play.sent).toEqual([]);
    play.directs({ type: 'send', inject: 'spare' });
    play.directs({ type: 'edit', inject: 'draft', edit: edit(at(20)) });
    play.wait(10);
    expect(play.sent).toEqual(['spare@10', 'draft@20']);
  });

  test('an inject is written while the exercise runs, for a moment to come or to be sent at once', () => {
    const play = started(new Play(scenario(THREE)));
    play.wait(10);
    expect(code(play.directs({ type: 'insert', inject: 'four', edit: edit(at(5)) }))).toBe('due-past');
    expect(code(play.directs({ type: 'insert', inject: 'one', edit: edit(at(50)) }))).toBe('inject-exists');
    play.directs({ type: 'insert', inject: 'four', edit: edit(at(50)) });
    play.directs({ type: 'insert', inject: 'five', edit: edit(RESERVE), now: true });
    play.wait(45);
    expect(play.sent).toEqual(['five@10', 'four@50']);
    expect([...play.state.injects.keys()]).toEqual(['one', 'two', 'three', 'four', 'five']);
  });

  test('names that nobody knows are refused', () => {
    const play = new Play(scenario(THREE));
    const write = (more: Parameters<typeof edit>[1]): string =>
      code(play.directs({ type: 'edit', inject: 'one', edit: edit(at(5), more) }));
    expect(write({ to: ['nobody'] })).toBe('unknown-name');
    expect(write({ tasks: ['nothing'] })).toBe('unknown-name');
    expect(write({ effects: [{ type: 'suspend', rule: 'nothing', place: PLACE }] })).toBe('unknown-name');
    expect(write({ due: when(sent('nothing')) })).toBe('unknown-name');
    expect(write({ effects: [{ type: 'suspend', rule: 'striking', place: PLACE }] })).toBe('accepted');
  });
});

describe('branches', () => {
  test('an inject comes so long after its condition has become true, not after that was noticed', () => {
    const play = started(new Play(scenario([inject('a', at(60)), inject('b', when(sent('a'), 30))])));
    play.wait(75);
    play.wait(100);
    expect(play.sent).toEqual(['a@60', 'b@90']);
  });

  test('what becomes due at one moment is sent in the order of the list, whatever made it due', () => {
    const play = started(
      new Play(scenario([inject('b', when(sent('a'))), inject('a', at(60)), inject('c', at(60))])),
    );
    play.wait(60);
    expect(play.sent).toEqual(['a@60', 'b@60', 'c@60']);
  });

  test('a condition that something has not happened for so long comes true by itself', () => {
    const silent = {
      type: 'for',
      span: 30 as Duration,
      of: {
        type: 'allOf',
        of: [sent('a'), { type: 'not', of: { type: 'acknowledged', inject: 'a', place: PLACE } }],
      },
    } as const;
    const both = scenario([inject('a', at(60)), inject('reminder', when(silent))]);
    const play = started(new Play(both));
    play.wait(60);
    expect(nextMoment(play.stage, play.state)).toBe(real(90));
    play.wait(100);
    expect(play.sent).toEqual(['a@60', 'reminder@90']);

    const heard = started(new Play(both));
    heard.admit('pat', 'player', { cell: 'arden-cell' });
    heard.wait(70);
    heard.by('pat', { type: 'acknowledge', inject: 'a' });
    heard.wait(100);
    expect(heard.sent).toEqual(['a@60']);
  });

  test('look at the record of the consultations', () => {
    const consulted = outcome('consult by a-chief with b-minister on strike');
    const play = started(
      new Play(
        scenario([inject('next', when({ type: 'effected', outcome: consulted, place: PLACE }, 10))], {
          consultations: new Map([['talks', { ...TALKS, convened: 5 as Duration }]]),
        }),
      ),
    );
    play.wait(20);
    expect(play.state.consultations.get('talks')).toBe('talks');
    play.acts('talks', {
      type: 'consult',
      seat: 'a-chief',
      office: 'a-chief',
      to: 'b-minister',
      on: 'strike',
      marking: { to: 'all' },
    });
    play.wait(10);
    expect(play.sent).toEqual(['next@30']);
  });

  test('of branches that wait for each other none comes, and nothing hangs', () => {
    const play = started(new Play(scenario([inject('a', when(sent('b'))), inject('b', when(sent('a')))])));
    play.wait(1000);
    expect(play.sent).toEqual([]);
    play.directs({ type: 'send', inject: 'a' });
    expect(play.sent).toEqual(['a@1000', 'b@1000']);
  });
});

describe('expectations', () => {
  const acknowledging = { type: 'acknowledged', inject: 'a', place: PLACE } as const;
  const expected = [
    expectation('heard', { met: acknowledging, within: 30 as Duration }),
    expectation('by-hand', {}),
  ];
  const one = scenario([inject('a', at(60), { expected })]);
  const verdict = ({ verdicts }: Exercise, id: string): unknown => {
    const found = verdicts.get(id);
    return found && [found.verdict, found.elapsed / 1000, found.evidence];
  };

  const isBehind = (play: Play) =>
    behind(play.scenario.cells.values(), seen(play.stage, play.state, { as: 'control' })).find(
      ({ cell }) => cell === 'arden-cell',
    );

  test('are met with evidence when what they say has happened', () => {
    const play = started(new Play(one));
    play.admit('pat', 'player', { cell: 'arden-cell' });
    play.wait(70);
    expect(isBehind(play)).toMatchObject({
      unacknowledged: ['a'],
      awaited: ['heard', 'by-hand'],
    });
    play.by('pat', { type: 'acknowledge', inject: 'a' });
    expect(verdict(play.state, 'heard')).toEqual(['met', 70, [{ of: 'inject', inject: 'a' }]]);
    expect(isBehind(play)).toMatchObject({ unacknowledged: [], awaited: ['by-hand'] });
  });

  test('are missed in the first moment after their time', () => {
    const play = started(new Play(one));
    play.wait(90);
    expect(verdict(play.state, 'heard')).toBeUndefined();
    play.wait(1);
    expect(verdict(play.state, 'heard')).toEqual(['missed', 90.001, []]);
  });

  test('without a time are missed at ENDEX', () => {
    const play = started(
      new Play(scenario([inject('a', at(60), { expected: [expectation('heard', { met: acknowledging })] })])),
    );
    play.wait(100);
    play.directs({ type: 'endex' });
    expect(verdict(play.state, 'heard')).toEqual(['missed', 100, []]);
  });

  test('are overruled with a reason, and what no program decides is decided so', () => {
    const play = started(new Play(one));
    play.admit('eve', 'evaluator');
    const overrule = (id: string) =>
      code(play.by('eve', { type: 'overrule', expectation: id, verdict: 'met', why: 'Said by telephone' }));
    expect(overrule('heard')).toBe('unknown-expectation');
    play.wait(200);
    expect([overrule('heard'), overrule('by-hand'), overrule('nothing')]).toEqual([
      'accepted',
      'accepted',
      'unknown-expectation',
    ]);
    expect(play.state.verdicts.get('heard')).toMatchObject({
      verdict: 'met',
      by: 'eve',
      why: 'Said by telephone',
    });
  });
});

describe('the world', () => {
  test('changes in every consultation, also in one that is convened later', () => {
    const effects = [
      { type: 'absent', seat: 'b-chief', place: PLACE },
      { type: 'condition', condition: 'emergency', holds: true, place: PLACE },
      { type: 'suspend', rule: 'striking', place: PLACE },
      { type: 'succeed', seat: 'a-minister', holder: { en: 'New' }, acting: true, place: PLACE },
      { type: 'link-down', of: 'a-deputy', place: PLACE },
    ] as const;
    const play = started(
      new Play(
        scenario(
          [
            inject('change', at(10), { effects }),
            inject('again', at(30), { effects: [{ type: 'restore', rule: 'striking', place: PLACE }] }),
          ],
          {
            consultations: new Map([
              ['talks', { ...TALKS, convened: 0 as Duration }],
              ['later', { ...TALKS, id: 'later', convened: 20 as Duration }],
            ]),
          },
        ),
      ),
    );
    play.wait(25);
    for (const name of ['talks', 'later'])
      expect(play.stage.cases.get(name)).toMatchObject({
        absent: ['b-chief'],
        conditions: { emergency: true },
        suspended: ['striking'],
        holders: { 'a-minister': { holder: 'New', acting: true } },
        cut: [{ of: 'a-deputy' }],
      });
    play.wait(10);
    expect(play.stage.cases.get('later')?.suspended).toEqual([]);
  });
});

describe('who may do what', () => {
  const cast = (): Play => {
    const play = started(new Play(scenario(THREE)));
    play.admit('connie', 'controller', { controller: 'lead' });
    play.admit('eve', 'evaluator');
    play.admit('otto', 'observer');
    play.admit('pat', 'player', { cell: 'arden-cell', seat: 'a-chief' });
    play.admit('quin', 'player', { cell: 'borea-cell', seat: 'b-chief' });
    play.wait(60);
    return play;
  };

  test('control has the board, the director the clock, evaluators judge, players play', () => {
    const play = cast();
    expect(code(play.by('connie', { type: 'hold', inject: 'three' }))).toBe('accepted');
    expect(code(play.by('connie', { type: 'pause' }))).toBe('not-for-role');
    expect(code(play.by('pat', { type: 'hold', inject: 'three' }))).toBe('not-for-role');
    expect(code(play.by('pat', { type: 'acknowledge', inject: 'one' }))).toBe('accepted');
    expect(code(play.by('pat', { type: 'acknowledge', inject: 'one' }))).toBe('already-acknowledged');
    expect(code(play.by('quin', { type: 'acknowledge', inject: 'one' }))).toBe('not-received');
    expect(code(play.by('otto', { type: 'write', to: ['control'], text: 'Hello' }))).toBe('not-for-role');
    const rating = { type: 'rate', task: 'consult-early', rating: 'S', why: 'Late', evidence: [] } as const;
    expect(code(play.by('eve', rating))).toBe('accepted');
    expect(code(play.by('eve', { ...rating, evidence: [{ of: 'inject', inject: 'three' }] }))).toBe(
      'unknown-evidence',
    );
    expect(code(play.by('pat', rating))).toBe('not-for-role');
    expect(code(play.by('nobody', { type: 'pause' }))).toBe('unknown-participant');
  });

  test('who is dismissed does no more, and nobody is two things', () => {
    const play = cast();
    expect(code(play.admit('pat', 'player', { cell: 'borea-cell' }))).toBe('other-part');
    play.directs({ type: 'dismiss', participant: 'pat' });
    expect(code(play.by('pat', { type: 'write', to: ['control'], text: 'Hello' }))).toBe('dismissed');
    expect(code(play.admit('pat', 'player', { cell: 'arden-cell', seat: 'a-chief' }))).toBe('accepted');
    expect(code(play.by('pat', { type: 'write', to: ['control'], text: 'Hello' }))).toBe('accepted');
    expect(code(play.admit('zed', 'player', { cell: 'nowhere' }))).toBe('unknown-cell');
    expect(code(play.admit('zed', 'player', { cell: 'arden-cell', seat: 'b-chief' }))).toBe('unknown-seat');
  });

  test('a question is answered for by one, who has seen it', () => {
    const play = cast();
    play.by('pat', { type: 'write', to: ['borea-cell'], text: 'Do you concur?', asks: true });
    const { id } = play.state.messages[0]!;
    play.admit('otis', 'role-player', { cell: 'others' });
    expect(code(play.by('otis', { type: 'own', message: id }))).toBe('unknown-item');
    expect(code(play.by('quin', { type: 'own', message: id }))).toBe('accepted');
    expect(code(play.by('connie', { type: 'own', message: id }))).toBe('already-owned');
    expect(code(play.by('pat', { type: 'write', to: ['nowhere'], text: '' }))).toBe('unknown-address');
    expect(code(play.by('quin', { type: 'write', to: ['arden-cell'], text: 'Yes', about: id }))).toBe(
      'accepted',
    );
    expect(code(play.by('quin', { type: 'write', to: ['arden-cell'], text: 'Yes', about: 'one' }))).toBe(
      'unknown-item',
    );
  });

  test('a questionnaire is answered by those whom it asks, with what it asks for', () => {
    const play = cast();
    const answer = (who: string, answers: Record<string, string>) =>
      code(play.by(who, { type: 'answer', questionnaire: 'feedback', answers }));
    expect(answer('pat', { clear: '5', pace: 'slow' })).toBe('accepted');
    expect(answer('pat', { clear: '6' })).toBe('wrong-answer');
    expect(answer('pat', { pace: 'other' })).toBe('wrong-answer');
    expect(answer('eve', { clear: '5' })).toBe('not-asked');
  });

  test('after ENDEX nothing is sent, but it is still judged', () => {
    const play = cast();
    play.directs({ type: 'endex' });
    expect(code(play.by('connie', { type: 'send', inject: 'three' }))).toBe('ended');
    expect(code(play.directs({ type: 'resume' }))).toBe('ended');
    play.wait(500);
    expect(play.sent).toEqual(['one@60', 'two@60']);
    const found = {
      type: 'find',
      finding: 'f-1',
      kind: 'area-for-improvement',
      text: 'Late',
      rules: ['striking'],
      evidence: [],
    } as const;
    const assigned = {
      type: 'assign',
      action: 'a-1',
      finding: 'f-1',
      text: 'Train',
      owner: 'Staff',
      status: 'open',
    } as const;
    expect(code(play.by('eve', assigned))).toBe('unknown-finding');
    expect(code(play.by('eve', found))).toBe('accepted');
    expect(code(play.by('eve', assigned))).toBe('accepted');
    expect(code(play.by('eve', { ...found, rules: ['nothing'] }))).toBe('unknown-name');
  });

  test('a command that comes again changes nothing; another under its key is refused', () => {
    const play = cast();
    const command = { type: 'hold', inject: 'three', key: 'x', by: 'connie', at: real(61) } as const;
    expect(code(play.send(command))).toBe('accepted');
    const events = play.events.length;
    expect(code(play.send({ ...command, at: real(70) }))).toBe('accepted');
    expect(play.events).toHaveLength(events);
    expect(code(play.send({ ...command, inject: 'two' }))).toBe('key-reused');
  });
});
