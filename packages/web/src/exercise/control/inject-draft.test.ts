import type { exercise } from '@foedus/kernel';
import { describe, expect, test } from 'vitest';
import { draftOf, editOf, emptyDraft, freeSerial, isComplete } from './inject-draft.ts';

const BEFORE = {
  id: '12',
  kind: 'expected-action',
  status: 'ready',
  due: { type: 'time', after: 5400 },
  part: 'opening',
  method: 'telephone',
  from: { en: 'Joint Staff', ko: '합참' },
  to: ['seoul'],
  title: { en: 'A report', ko: '보고' },
  text: { en: 'All quiet.', ko: '이상 없음.' },
  attachments: [],
  tasks: ['t1'],
  expected: [],
  effects: [],
  extra: { Remark: 'kept' },
  place: { file: 'scenario.yaml', line: 1, column: 1 },
} as unknown as exercise.Inject;

describe('an inject that is written in the pages', () => {
  test('and left as it was is the same inject', () => {
    const { id: _, place: __, ...same } = BEFORE;
    expect(editOf(draftOf(BEFORE, 'en'), 'en', BEFORE)).toEqual(same);
  });

  test('keeps the other languages, and all that the form does not show', () => {
    const edit = editOf({ ...draftOf(BEFORE, 'en'), title: 'News', at: '2:00' }, 'en', BEFORE);
    expect(edit.title).toEqual({ en: 'News', ko: '보고' });
    expect(edit.due).toEqual({ type: 'time', after: 7200 });
    expect(edit).toMatchObject({ tasks: ['t1'], extra: { Remark: 'kept' } });
  });

  test('needs a title, a text, somebody from whom and to whom it goes, and a time that can be read', () => {
    const whole = { ...emptyDraft('F1'), title: 'a', text: 'b', from: 'c', to: ['seoul'] };
    expect(isComplete(whole)).toBe(true);
    for (const less of [
      { title: ' ' },
      { text: '' },
      { from: '' },
      { to: [] },
      { when: 'time', at: 'soon' } as const,
    ])
      expect(isComplete({ ...whole, ...less })).toBe(false);
  });

  test('has a serial that is not taken', () => {
    expect(freeSerial(['1', 'F1', 'F3'])).toBe('F2');
  });
});
