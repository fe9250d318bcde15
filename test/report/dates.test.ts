import { describe, expect, it } from 'vitest';
import { dayInTable, dayInWords, instantInWords, shortDay, yearOf } from '../../src/report/dates.ts';

describe('a date', () => {
  it('is written as each language writes it', () => {
    expect(dayInWords('2026-02-05', 'en')).toBe('5 Feb 2026');
    expect(dayInWords('2026-02-05', 'zh-Hans')).toBe('2026年2月5日');
    expect(dayInWords('2026-12-31', 'zh-Hant')).toBe('2026年12月31日');
    expect(shortDay('2026-02-05', 'en')).toBe('5 Feb');
    expect(shortDay('2026-02-05', 'zh-Hans')).toBe('2月5日');
  });

  it('is ISO in Chinese tables', () => {
    expect(dayInTable('2026-02-05', 'zh-Hant')).toBe('2026-02-05');
    expect(dayInTable('2026-02-05', 'en')).toBe('5 Feb 2026');
  });

  it('is refused when it does not exist', () => {
    for (const text of ['2026-02-30', '2026-2-5', '', '20260205']) {
      expect(() => dayInWords(text, 'en')).toThrow(RangeError);
    }
    expect(() => yearOf('2026-13-01')).toThrow(RangeError);
  });
});

describe('an instant', () => {
  it('always has its zone, and seconds only when they are not zero', () => {
    expect(instantInWords('2026-02-06T01:00Z')).toBe('2026-02-06 01:00 UTC');
    expect(instantInWords('2026-02-06T01:00:00Z')).toBe('2026-02-06 01:00 UTC');
    expect(instantInWords('2026-02-06T01:00:00.000Z')).toBe('2026-02-06 01:00 UTC');
    expect(instantInWords('2026-02-06T01:00:30Z')).toBe('2026-02-06 01:00:30 UTC');
  });

  it('is refused without one', () => {
    expect(() => instantInWords('2026-02-06T01:00')).toThrow(RangeError);
    expect(() => instantInWords('2026-02-06')).toThrow(RangeError);
  });
});
