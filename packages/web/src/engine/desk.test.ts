import type { Day } from '@foedus/kernel';
import { describe, expect, test } from 'vitest';
import { filesOf } from '../testing/arrangements.ts';
import { Desk } from './desk.ts';
import type { Files } from './tasks.ts';

const TUTORIAL = filesOf('examples/tutorial-two-party');
const AT = { at: '2024-01-01' as Day };
const DRAFT = 'draft:tutorial-two-party:';

/** The President of Arden answers to Borea. */
function turned(files: Files): Files {
  const root = files['arrangement.yaml']!;
  return { ...files, 'arrangement.yaml': root.replace('answersTo: arden', 'answersTo: borea') };
}

function failing(desk: Desk, key: string): number {
  const claims = desk.do('claims', { key });
  return claims.ok ? claims.value.filter(({ holds }) => !holds).length : Number.NaN;
}

describe('the desk', () => {
  test('reads files, and tells what is wrong with them', () => {
    const desk = new Desk();
    expect(desk.do('read', { key: 'a', files: TUTORIAL }).ok).toBe(true);
    expect(desk.do('read', { key: 'b', files: {} })).toMatchObject({
      ok: false,
      faults: [{ code: 'file-missing' }],
    });
  });

  test('answers for the draft from the draft and for the original from the original', () => {
    const desk = new Desk();
    desk.do('read', { key: 'tutorial', files: TUTORIAL });
    desk.do('read', { key: `${DRAFT}1`, files: turned(TUTORIAL), replaces: DRAFT });
    expect(failing(desk, 'tutorial')).toBe(0);
    expect(failing(desk, `${DRAFT}1`)).toBeGreaterThan(0);
  });

  test('keeps the draft before the last, about which something may still be asked, and no earlier one', () => {
    const desk = new Desk();
    for (const version of [1, 2, 3]) {
      desk.do('read', { key: `${DRAFT}${version}`, files: TUTORIAL, replaces: DRAFT });
    }
    const ask = (version: number): unknown =>
      desk.do('voices', { left: { key: `${DRAFT}${version}`, frame: AT } });
    expect(ask(3)).toMatchObject({ ok: true });
    expect(ask(2)).toMatchObject({ ok: true });
    expect(() => ask(1)).toThrow('before it was read');
  });
});
