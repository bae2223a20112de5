import { describe, expect, test } from 'vitest';
import { showAct } from '../arrangement/act.ts';
import { is } from '../authority/testing/sketch.ts';
import { options } from './options.ts';
import { ALLIANCE } from './testing/alliance.ts';
import { opened, Run, second } from './testing/run.ts';

describe('what is open to a seat', () => {
  test('is each of its acts, and for each outcome the shortest way, who is awaited and what an objection does', () => {
    const run = opened(ALLIANCE);
    const decision = () => options(ALLIANCE, run.open, 'b-chief', run.now).prospects[0]!;
    expect(options(ALLIANCE, run.open, 'b-chief', run.now).acts).toMatchObject([
      { act: { kind: 'concur' }, may: 'proper' },
      { act: { kind: 'decide', on: 'talks' }, may: 'unsettled' },
    ]);
    expect(decision().way?.map(showAct)).toEqual([
      'concur by b-chief on strike',
      'consult by a-chief with b-minister on strike',
      'decide by a-chief on strike',
    ]);
    expect(decision().awaited.map(({ seat }) => seat)).toEqual(['b-chief', 'a-chief', 'a-chief']);
    expect(decision().objection).toBe('prevents');
    run.does('concur by b-chief on strike');
    expect(decision().objection).toBe('recorded');
    expect(
      options(ALLIANCE, run.open, 'a-chief', run.now).acts.map(({ act, may }) => `${act.kind} ${may}`),
    ).toEqual(['decide departure', 'delegate proper', 'consult proper']);
  });

  test('silence that runs says until when, and that an objection breaks it', () => {
    const run = new Run(ALLIANCE);
    run.opens('a-minister', ['aid']);
    run.does('plan by a-minister on aid', { underSilence: true });
    const [prospect] = options(ALLIANCE, run.open, 'b-minister', run.now).prospects;
    expect(prospect!.awaited.map(({ until }) => until)).toEqual([second(3602), second(3602)]);
    run.does('concur by b-minister on aid');
    expect(options(ALLIANCE, run.open, 'b-minister', run.now).prospects[0]!.objection).toBe('breaks-silence');
  });

  test('is all that the arrangement has it do, on the matters opened first', () => {
    const run = opened(ALLIANCE);
    const acts = () => options(ALLIANCE, run.open, 'b-minister', run.now).acts.map(({ act }) => showAct(act));
    expect(acts()).toEqual(['concur by b-minister on aid', 'revoke by b-minister on aid']);
    expect(options(ALLIANCE, run.open, 'b-chief', run.now).acts.map(({ act }) => act.on)).toEqual([
      'strike',
      'talks',
    ]);
    expect(run.does('concur by b-minister on aid').ok).toBe(true);
  });

  test('tells beforehand in which readings an act that the texts leave open would break a duty', () => {
    const talking = ALLIANCE.powers.get('talking')!;
    const proper = is('consult by b-chief with a-minister on talks');
    const alliance = {
      ...ALLIANCE,
      powers: new Map([...ALLIANCE.powers, ['talking', { ...talking, proper }]]),
    };
    const run = opened(alliance);
    const option = () =>
      options(alliance, run.open, 'b-chief', run.now).acts.find(({ act }) => act.kind === 'decide')!;
    expect(option()).toMatchObject({ may: 'unsettled', where: [{ readings: { link: 'tight' } }] });
    expect(option().departing).toEqual(option().where);
    const relyingOn = option().where[0]!;
    expect(run.does('decide by b-chief on talks', { relyingOn })).toMatchObject({
      refusal: { code: 'not-proper' },
    });
    run.does('consult by b-chief with a-minister on talks');
    expect(option()).toMatchObject({ may: 'unsettled', departing: [] });
    expect(run.does('decide by b-chief on talks', { relyingOn }).ok).toBe(true);
  });
});
