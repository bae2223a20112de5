import { expect, test } from 'vitest';
import { ALLIANCE } from './testing/alliance.ts';
import { Run, second } from './testing/run.ts';
import { localTimes } from './zones.ts';
import { seatViewer } from './viewer.ts';

const DAY = 24 * 60 * 60 * 1000;

test('a moment is told in UTC and in the capitals of a viewer, in real time and in that of the scenario', () => {
  const run = new Run(ALLIANCE);
  run.by('a-chief', {
    type: 'open',
    arrangement: ALLIANCE.id,
    frame: { at: run.today },
    matters: ['strike'],
    zones: { scenario: 10 * DAY, capitals: { arden: 'Asia/Seoul', borea: 'America/New_York' } },
  });
  const told = (viewer: Parameters<typeof localTimes>[2], lang: 'en' | 'ko' | 'ja' = 'en') =>
    localTimes(ALLIANCE, run.open.case, viewer, second(0), lang).map(({ of, party, text }) => [
      of,
      party,
      text,
    ]);
  expect(told(seatViewer('a-chief'))).toEqual([
    ['real', undefined, 'Nov 14, 2023, 22:13:20 UTC'],
    ['real', 'arden', 'Nov 15, 2023, 07:13:20 GMT+9'],
    ['scenario', undefined, 'Nov 24, 2023, 22:13:20 UTC'],
    ['scenario', 'arden', 'Nov 25, 2023, 07:13:20 GMT+9'],
  ]);
  expect(told(seatViewer('general')).map(([, party]) => party)).toEqual([
    undefined,
    'arden',
    'borea',
    undefined,
    'arden',
    'borea',
  ]);
  expect(told({ as: 'party', party: 'borea' }, 'ja')[1]![2]).toContain('2023/11/14');
});

test('in a case whose clock is that of a scenario, every moment is scenario time', () => {
  const run = new Run(ALLIANCE);
  run.opens('a-chief', ['strike']);
  const kase = {
    ...run.open.case,
    zones: { scenario: 'clock', capitals: { arden: 'Asia/Seoul' } },
  } as const;
  expect(
    localTimes(ALLIANCE, kase, seatViewer('a-chief'), second(0), 'en').map(({ of, text }) => [of, text]),
  ).toEqual([
    ['scenario', 'Nov 14, 2023, 22:13:20 UTC'],
    ['scenario', 'Nov 15, 2023, 07:13:20 GMT+9'],
  ]);
});

test('a zone that is not known is left out, and judges nothing', () => {
  const run = new Run(ALLIANCE);
  run.opens('a-chief', ['strike']);
  const kase = { ...run.open.case, zones: { capitals: { arden: 'Nowhere/Land' } } };
  expect(localTimes(ALLIANCE, kase, seatViewer('a-chief'), second(0), 'en').map(({ zone }) => zone)).toEqual([
    'UTC',
  ]);
});
