import { describe, expect, test } from 'vitest';
import { isZone, NO_TIMES, readMoment, zonesOf } from './times.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');

describe('the times of a consultation', () => {
  test('nothing written, nothing sent', () => {
    expect(zonesOf(NO_TIMES, NOW)).toBeUndefined();
    expect(zonesOf({ capitals: { arden: ' ' }, scenario: ' ' }, NOW)).toBeUndefined();
  });

  test('zones of capitals, and how far the scenario is ahead', () => {
    const written = { capitals: { arden: ' Asia/Seoul ', borea: '' }, scenario: '2026-01-02 06:00' };
    expect(zonesOf(written, NOW)).toEqual({ scenario: 30 * 3_600_000, capitals: { arden: 'Asia/Seoul' } });
  });

  test('what is no time is not sent', () => {
    expect(zonesOf({ ...NO_TIMES, capitals: { arden: 'Asia/Atlantis' } }, NOW)).toBe('wrong');
    expect(zonesOf({ ...NO_TIMES, scenario: 'tomorrow' }, NOW)).toBe('wrong');
  });

  test('a zone has its IANA name, not an offset or an abbreviation', () => {
    expect(['Asia/Seoul', 'America/New_York', 'KST', '+09:00', ''].map(isZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('a day that the calendar has not is none', () => {
    expect(readMoment('2026-02-28 23:59')).toBe(Date.parse('2026-02-28T23:59:00Z'));
    expect(readMoment('2026-02-30 10:00')).toBeUndefined();
    expect(readMoment('2026-02-28 24:30')).toBeUndefined();
  });
});
