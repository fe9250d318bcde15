import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { parseIsoDay, parseIsoInstant } from '../../../src/data/import/iso.ts';
import { formatDay, parseDay } from '../../../src/data/time.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const day = (text: string) => parseIsoDay(bytes(text), 0, bytes(text).length);
const instant = (text: string) => parseIsoInstant(bytes(text), 0, bytes(text).length);

describe('parseIsoDay', () => {
  test.prop([fc.integer({ min: -719_000, max: 100_000 })], { numRuns: 2000 })(
    'undoes formatDay for every day',
    (epochDay) => {
      expect(day(formatDay(epochDay))).toBe(epochDay);
    },
  );

  test.prop([fc.nat(2100), fc.nat(14), fc.nat(33)], { numRuns: 2000 })(
    'agrees with parseDay on dates that may not exist',
    (y, m, d) => {
      const text = `${String(y + 1).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
      fc.pre(y + 1 > 99);
      expect(day(text)).toEqual(parseDay(text));
    },
  );

  it('reads a midnight after the date as the date, and blanks around it', () => {
    const texts = ['2026-02-05', ' 2026-02-05', '2026-02-05T00:00:00Z', '2026-02-05 00:00:00'];
    expect(texts.map(day)).toEqual(texts.map(() => parseDay('2026-02-05')));
  });

  it('refuses other orders, words, zeros and times of the day', () => {
    const texts = [
      '05/02/2026',
      '2026/02/05',
      '20260205',
      '2026-2-5',
      'yesterday',
      '',
      '0000-01-01',
      '2026-02-30',
      '2026-02-05T10:00:00Z',
    ];
    expect(texts.map(day).every(Number.isNaN)).toBe(true);
  });
});

describe('parseIsoInstant', () => {
  test.prop([fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })], {
    numRuns: 1000,
  })('reads what a Date prints', (date) => {
    expect(instant(date.toISOString())).toBe(date.getTime());
  });

  it('reads offsets and a blank for the T', () => {
    const expected = Date.UTC(2025, 9, 10, 21, 20);
    const texts = [
      '2025-10-10T21:20Z',
      '2025-10-10 21:20:00Z',
      '2025-10-10T17:20:00-04:00',
      '2025-10-11T05:20:00+08:00',
    ];
    expect(texts.map(instant)).toEqual(texts.map(() => expected));
  });

  it('refuses a time without a zone, and times that do not exist', () => {
    const texts = [
      '2025-10-10T21:20:00',
      '2025-10-10T24:20:00Z',
      '2025-10-10T21:60Z',
      '2025-02-30T00:00Z',
      '2025-10-10',
    ];
    expect(texts.map(instant).every(Number.isNaN)).toBe(true);
  });
});
