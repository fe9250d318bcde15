import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRecord, streaks } from '../../../src/diagnosis/scan/record.ts';

const values = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.integer({ min: -6, max: 6 }) },
      { weight: 1, arbitrary: fc.constant(Number.NaN) },
    ),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((list) => Float64Array.from(list));

const datesFor = (list: Float64Array) => Int32Array.from(list, (_, t) => 20000 + 3 * t);

describe('the record finder', () => {
  it('finds the last more extreme day, the rank and the beginning, as a count by hand does', () => {
    fc.assert(
      fc.property(
        values,
        fc.nat(),
        fc.constantFrom('fall' as const, 'rise' as const),
        (list, pick, direction) => {
          const at = pick % list.length;
          const dates = datesFor(list);
          const found = findRecord(list, dates, at, direction);
          const known = [...list.keys()].filter((t) => t <= at && !Number.isNaN(list[t]!));
          if (Number.isNaN(list[at]!)) {
            expect(found).toBeUndefined();
            return;
          }
          const beyond = known.filter((t) =>
            direction === 'fall' ? list[t]! < list[at]! : list[t]! > list[at]!,
          );
          expect(found).toEqual({
            direction,
            since: beyond.length > 0 ? dates[beyond.at(-1)!] : null,
            from: dates[known[0]!],
            rank: beyond.length + 1,
            of: known.length,
          });
        },
      ),
    );
  });

  it('does not read rows after the one it judges', () => {
    fc.assert(
      fc.property(values, values, (past, future) => {
        const joined = Float64Array.from([...past, ...future]);
        const at = past.length - 1;
        expect(findRecord(joined, datesFor(joined), at, 'fall')).toEqual(
          findRecord(past, datesFor(past), at, 'fall'),
        );
      }),
    );
  });

  it('lets an equal value stand: the record is since a strictly more extreme one', () => {
    const found = findRecord(Float64Array.of(-5, -3, 1, -3), Int32Array.of(1, 2, 3, 4), 3, 'fall');
    expect(found).toEqual({ direction: 'fall', since: 1, from: 1, rank: 2, of: 4 });
  });

  it('says null when nothing in the history was more extreme', () => {
    expect(findRecord(Float64Array.of(-1, -9), Int32Array.of(7, 8), 1, 'fall')?.since).toBeNull();
  });

  it('works on signed streaks: the longest losing run since', () => {
    const runs = streaks(Float64Array.of(Number.NaN, -1, -1, -1, 2, -1, -1));
    expect([...runs]).toEqual([Number.NaN, -1, -2, -3, 1, -1, -2]);
    expect(findRecord(runs, Int32Array.of(0, 1, 2, 3, 4, 5, 6), 6, 'fall')?.since).toBe(3);
  });

  it('breaks a streak at a flat day and at a missing one', () => {
    expect([...streaks(Float64Array.of(1, 1, 0, 1, Number.NaN, 1))]).toEqual([1, 2, 0, 1, Number.NaN, 1]);
  });

  it('refuses a row that does not exist', () => {
    expect(() => findRecord(Float64Array.of(1), Int32Array.of(1), 1, 'fall')).toThrow(RangeError);
    expect(() => findRecord(new Float64Array(0), new Int32Array(0), 0, 'fall')).toThrow(RangeError);
  });
});
