import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveRun } from '../../../src/data/store/resolve.ts';
import { type Run, sortRun } from '../../../src/data/store/run.ts';
import { stackRun, unstackRun } from '../../../src/data/store/stacked.ts';

interface Row {
  readonly date: number;
  readonly time: number;
  readonly value: number;
  readonly lag: number;
  readonly load: number;
  readonly flag: number;
  readonly rule: number;
}

const row: fc.Arbitrary<Row> = fc.record({
  date: fc.integer({ min: 0, max: 1 }),
  time: fc.integer({ min: -3, max: 3 }),
  value: fc.constantFrom(1, 2, Number.NaN),
  lag: fc.integer({ min: 0, max: 4 }),
  load: fc.integer({ min: 1, max: 2 }),
  flag: fc.integer({ min: 0, max: 1 }),
  rule: fc.integer({ min: 0, max: 1 }),
});

function runOf(rows: readonly Row[]): Run {
  return sortRun({
    series: 'a',
    source: 'p:A',
    dates: Int32Array.from(rows, ({ date }) => date),
    times: Float64Array.from(rows, ({ time }) => time),
    values: Float64Array.from(rows, ({ value }) => value),
    knownAt: Float64Array.from(rows, ({ time, lag }) => time + lag),
    flags: Uint16Array.from(rows, ({ flag }) => flag),
    rules: Uint8Array.from(rows, ({ rule }) => rule),
    loads: Int32Array.from(rows, ({ load }) => load),
  });
}

describe('a stacked run', () => {
  it('gives back every row, also when dates, loads, flags or rules differ within a time', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const run = runOf(rows);
        expect(unstackRun(stackRun(run))).toEqual(run);
      }),
    );
  });

  it('says once what all rows, or all rows of a time, have alike', () => {
    // By hand: times 1 1 2, so stacks end after rows 2 and 3.
    const rows = [
      { date: 5, time: 1, value: 1, lag: 0, load: 1, flag: 0, rule: 0 },
      { date: 5, time: 1, value: 2, lag: 1, load: 2, flag: 0, rule: 0 },
      { date: 6, time: 2, value: 3, lag: 0, load: 2, flag: 0, rule: 0 },
    ];
    expect(stackRun(runOf(rows))).toEqual({
      series: 'a',
      source: 'p:A',
      dates: Int32Array.of(5, 6),
      times: Float64Array.of(1, 2),
      ends: Uint32Array.of(2, 3),
      values: Float64Array.of(1, 2, 3),
      knownAt: Float64Array.of(1, 2, 2),
      loads: Int32Array.of(1, 2, 2),
      flags: Uint16Array.of(0),
      rules: Uint8Array.of(0),
    });
  });

  it('is cut to the row of each time that was known last, none where that withdraws', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.integer({ min: -4, max: 8 }), (rows, instant) => {
        const run = runOf(rows);
        // The definition, time by time.
        const standing = [...new Set(run.times)].flatMap((time) => {
          const known = [...run.times.keys()].filter(
            (i) => run.times[i] === time && (run.knownAt[i] as number) <= instant,
          );
          const last = known.at(-1);
          return last === undefined || Number.isNaN(run.values[last]) ? [] : [last];
        });
        const cut = resolveRun(stackRun(run), instant);
        const expected = (column: ArrayLike<number>) => standing.map((i) => column[i] as number);
        expect(Array.from(cut.times)).toEqual(expected(run.times));
        expect(Array.from(cut.values)).toEqual(expected(run.values));
        expect(Array.from(cut.knownAt)).toEqual(expected(run.knownAt));
        expect(Array.from(cut.dates)).toEqual(expected(run.dates));
        expect(Array.from(cut.flags)).toEqual(expected(run.flags));
      }),
    );
  });
});
