import { consultation } from '@foedus/kernel';
import { describe, expect, test } from 'vitest';
import { commandOf, isComplete, type CommandType, type Draft } from './draft.ts';

const DRAFT: Draft = {
  key: 'k-1',
  type: 'inform',
  office: 'a-chief',
  on: 'strike',
  to: 'b-chief',
  about: 'b-chief/k',
  answering: '',
  marking: { to: 'all' },
  text: '협의를 요청합니다',
  document: undefined,
  from: undefined,
  within: '1.5',
  departure: '',
  relyingOn: undefined,
  underSilence: false,
  holds: true,
  title: 'Assessment',
  reason: 'Not ours',
  holder: 'Kim',
  acting: true,
  sent: false,
  refused: undefined,
};

const TYPES: readonly CommandType[] = [
  'inform',
  'consult',
  'advise',
  'plan',
  'concur',
  'decide',
  'execute',
  'review',
  'revoke',
  'delegate',
  'declare',
  'request',
  'answer',
  'object',
  'reserve',
  'dissent',
  'position',
  'receipt',
  'request-release',
  'request-document',
  'refuse-release',
  'break-silence',
  'take-back',
  'withdraw',
  'recall',
  'release',
  'succeed',
  'adjourn',
  'resume',
  'close',
];

describe('a draft', () => {
  test.each(TYPES)('of %s is a command that the kernel reads', (type) => {
    const command = { ...commandOf({ ...DRAFT, type }), seat: 'a-chief', at: 0 };
    const read = consultation.recordedSchema.safeParse(command);
    expect(read.error?.issues).toBeUndefined();
  });

  test('leaves out what was left empty', () => {
    const empty = { ...DRAFT, to: '', text: '  ' };
    expect(commandOf(empty)).toEqual({
      type: 'inform',
      key: 'k-1',
      office: 'a-chief',
      on: 'strike',
      marking: { to: 'all' },
    });
  });

  test('counts hours in seconds, and passes over what is no number', () => {
    const within = (written: string): unknown =>
      commandOf({ ...DRAFT, type: 'request', within: written })['within'];
    expect([within('1.5'), within('1,5'), within('0'), within('soon'), within('-1'), within('')]).toEqual([
      5400,
      5400,
      0,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('is incomplete without what its type has to say', () => {
    expect(isComplete({ ...DRAFT, type: 'refuse-release', reason: ' ' })).toBe(false);
    expect(isComplete({ ...DRAFT, type: 'request', to: '' })).toBe(false);
    expect(isComplete({ ...DRAFT, type: 'close', text: '' })).toBe(true);
  });
});
