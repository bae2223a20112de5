import { describe, expect, test } from 'vitest';
import { EXIT } from '../exit.ts';
import { fixture, foedus } from '../testing/foedus.ts';

describe.concurrent('foedus exercise check', () => {
  test('tells what a scenario leaves out, and holds that it can be played', async () => {
    const { exit, out } = await foedus(fixture('good'), 'exercise', 'check');
    expect(exit).toBe(EXIT.ok);
    expect(out).toContain('Drill  drill · pact, 2022-01-01 · 1 inject\n');
    expect(out).toContain(
      'gap[matters-untouched]: No consultation is about these matters, on which rules are in force: border.\n',
    );
    expect(out).toMatch(/ {2}No problems, \d+ gaps\n$/);
  });
  test('names the place and the reason of what will not work', async () => {
    const { exit, out } = await foedus(
      fixture('failing'),
      'exercise',
      'check',
      'scenarios/stuck',
      '--lang',
      'ko',
    );
    expect(exit).toBe(EXIT.fails);
    expect(out).toContain(
      'scenarios/stuck/scenario.yaml:17:3: 문제[inject-unreachable]: 상황 부여 1은 전달되지 않습니다. 약정상 연습에 나오는 누구도 `decide by borea-leader on border`',
    );
  });
  test('tells of errors at their place, and checks the others all the same', async () => {
    const paths = ['slip', '../good/scenarios/drill'];
    const { err, exit, out } = await foedus(fixture('failing'), 'exercise', 'check', ...paths);
    expect(exit).toBe(EXIT.input);
    expect(err).toContain('scenarios/slip/scenario.yaml:20:10: error[unknown-addressee]');
    expect(err).toContain('Did you mean “all”?');
    expect(out).toContain('Drill  drill');
  });
  test('asked for one that is not there, tells what is', async () => {
    const { err, exit } = await foedus(fixture('good'), 'exercise', 'check', 'drlil');
    expect(exit).toBe(EXIT.usage);
    expect(err).toContain('There is no scenario “drlil”.');
    expect(err).toContain('Did you mean “drill”?');
  });
});
