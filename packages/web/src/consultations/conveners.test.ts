import type { Day } from '@foedus/kernel';
import { describe, expect, test } from 'vitest';
import type { Session } from '../api/session.ts';
import { arrangementIn } from '../testing/arrangements.ts';
import { chosenOf, convenersOf, dayBefore } from './conveners.ts';

const EEC = arrangementIn('examples/eec-1958');
const ROK_US = arrangementIn('rok-us');
const TODAY = '2026-06-01' as Day;
const DEMO: Session = { demo: true, principal: null, csrf: null, signIn: [] };

function holding(seat: string): Session {
  const roles = [{ role: 'seat-holder', arrangement: 'rok-us', seat }] as const;
  return { ...DEMO, demo: false, principal: { id: 'kim', login: 'kim', name: 'Kim', roles } };
}

describe('who can open a consultation', () => {
  test('in a demonstration everybody; else who holds the seat, under that arrangement', () => {
    expect(convenersOf(ROK_US, TODAY, DEMO).length).toBeGreaterThan(20);
    expect(convenersOf(ROK_US, TODAY, holding('rok-presidency')).map(({ office }) => office)).toEqual([
      'rok-president',
    ]);
    expect(convenersOf(EEC, '1960-01-01' as Day, holding('rok-presidency'))).toEqual([]);
    expect(convenersOf(ROK_US, TODAY, undefined)).toEqual([]);
  });

  test('before others, one who can', () => {
    const idle = { seat: 'clerk', office: 'clerk', matters: [] };
    const able = { seat: 'envoy', office: 'envoy', matters: ['trade'] };
    expect(chosenOf([idle, able], undefined, undefined)).toBe(able);
    expect(chosenOf([idle, able], 'clerk', undefined)).toBe(idle);
    expect(chosenOf([idle, able], 'gone', 'gone')).toBe(able);
    expect(chosenOf([], 'clerk', undefined)).toBeUndefined();
  });

  test('nobody under an arrangement whose rules have run out: the last day before is offered', () => {
    expect(convenersOf(EEC, TODAY, DEMO).filter(({ matters }) => matters.length > 0)).toEqual([]);
    const day = dayBefore(EEC, TODAY, DEMO)!;
    expect(convenersOf(EEC, day, DEMO).some(({ matters }) => matters.length > 0)).toBe(true);
    expect(dayBefore(EEC, '1950-01-01' as Day, DEMO)).toBeUndefined();
  });
});
