import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { formatDay, MS_PER_DAY } from '../../src/data/time.ts';
import type { Frame } from '../../src/report/charts/svg.ts';
import { timeBars } from '../../src/report/charts/time-bars.ts';
import { timeLines } from '../../src/report/charts/time-lines.ts';
import { placeMarks } from '../../src/report/charts/time-plot.ts';
import { timeOf, timeTicks } from '../../src/report/charts/time-ticks.ts';
import { valueAxis } from '../../src/report/charts/value-axis.ts';

const frame: Frame = { id: 'c', width: 698, height: 240, title: 'A finding', description: 'A measure' };
const texts = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((match) => match[1]);

describe('labels of time', () => {
  const ticks = (from: string, to: string, width: number) =>
    timeTicks(timeOf(from), timeOf(to), width).map(({ text }) => text);

  it('are as fine as fits: years, months, days, minutes', () => {
    expect(ticks('2014-01-02', '2026-02-06', 300)).toEqual(['2016', '2018', '2020', '2022', '2024', '2026']);
    expect(ticks('2025-10-08', '2026-02-11', 300)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(ticks('2025-10-06', '2025-10-10', 300)).toEqual([
      '2025-10-06',
      '10-07',
      '10-08',
      '10-09',
      '10-10',
    ]);
    expect(ticks('2025-10-10T20:40Z', '2025-10-10T21:25Z', 400)).toEqual([
      '10-10 20:40',
      '20:50',
      '21:00',
      '21:10',
      '21:20',
    ]);
  });

  it('are the first date alone where there is one date or no room', () => {
    expect(ticks('2025-10-08', '2025-10-08', 300)).toEqual(['2025-10-08']);
    expect(ticks('2025-10-08', '2026-02-11', 20)).toEqual(['2025-10-08']);
  });

  test.prop([
    fc.integer({ min: 0, max: 30_000 }),
    fc.integer({ min: 0, max: 20_000 }),
    fc.integer({ min: 60, max: 900 }),
  ])('lie inside the span, ascend and are few', (from, days, width) => {
    const [start, end] = [from * MS_PER_DAY, (from + days) * MS_PER_DAY];
    const found = timeTicks(start, end, width).map(({ at }) => at);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(41);
    expect(found.every((at) => at >= start && at <= end)).toBe(true);
    expect([...found].sort((a, b) => a - b)).toEqual(found);
    expect(new Set(found).size).toBe(found.length);
  });
});

describe('an axis of values', () => {
  it('has round steps', () => {
    expect(valueAxis([5661.8, 5791.5], false)).toEqual({
      low: 5650,
      high: 5800,
      ticks: [5650, 5700, 5750, 5800],
    });
    expect(valueAxis([0.03, 0.1], true).ticks).toEqual([0, 0.02, 0.04, 0.06, 0.08, 0.1]);
    expect(valueAxis([-0.3, 0.2], true).ticks).toEqual([-0.3, -0.2, -0.1, 0, 0.1, 0.2]);
  });

  it('gives room to values that are all alike, and stands without any', () => {
    expect(valueAxis([4, 4], false).low).toBeLessThan(4);
    expect(valueAxis([4, 4], false).high).toBeGreaterThan(4);
    expect(valueAxis([0], true)).toEqual(valueAxis([0, 0], false));
    expect(valueAxis([], false)).toMatchObject({ low: 0, high: 1 });
  });

  const values = fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 20 });
  test.prop([values, fc.boolean()])('holds every value between at most seven gridlines', (all, zero) => {
    const { low, high, ticks } = valueAxis(all, zero);
    const slack = 1e-6 * (high - low);
    expect(Math.min(...all)).toBeGreaterThanOrEqual(low - slack);
    expect(Math.max(...all)).toBeLessThanOrEqual(high + slack);
    expect(ticks.length).toBeLessThanOrEqual(7);
    expect(low).toBeLessThan(high);
    if (zero) expect(low <= 0 && high >= 0).toBe(true);
  });
});

describe('lines over time', () => {
  const dates = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09'];
  const draw = (values: readonly (number | null)[]) =>
    timeLines(frame, { dates, lines: [{ name: 'A', values }], format: (value) => value.toFixed(1) });
  const path = (svg: string) => / d="(M[^"]*)"/.exec(svg)?.[1];

  it('break where a value is missing and show a value that stands alone', () => {
    expect(path(draw([1, 2, 3, 4, 5]))?.match(/M/g)).toHaveLength(1);
    expect(path(draw([1, 2, null, 4, 5]))?.match(/M/g)).toHaveLength(2);
    expect(path(draw([null, null, 3, null, null]))).toMatch(/^M[\d.]+ [\d.]+h0$/);
    expect(path(draw([null, null, null, null, null]))).toBeUndefined();
  });

  it('keep the distances of the calendar', () => {
    const svg = timeLines(frame, {
      dates: ['2026-01-05', '2026-01-06', '2026-01-15'],
      lines: [{ name: '', values: [1, 1, 1] }],
      format: String,
    });
    const xs = path(svg)!
      .slice(1)
      .split('L')
      .map((point) => Number(point.split(' ')[0]));
    expect((xs[2]! - xs[0]!) / (xs[1]! - xs[0]!)).toBeCloseTo(10, 1);
  });

  it('carry their name and last known value at the end', () => {
    expect(texts(draw([1, 2, 3, 4.25, null]))).toContain('A 4.3');
  });

  it('leave out marks that lie outside, and put words that would touch in rows', () => {
    const marks = ['2025-12-01', '2026-01-07', '2026-01-08'].map((date) => ({ date, text: `mark ${date}` }));
    const svg = timeLines(frame, {
      dates,
      lines: [{ name: '', values: [1, 2, 3, 4, 5] }],
      format: String,
      marks,
    });
    expect(texts(svg).filter((text) => text?.startsWith('mark'))).toEqual([
      'mark 2026-01-07',
      'mark 2026-01-08',
    ]);
    const rows = placeMarks(
      [
        { x: 10, text: 'aaaa' },
        { x: 12, text: 'b' },
        { x: 300, text: 'c' },
      ],
      320,
    );
    expect(rows.placed.map(({ row }) => row)).toEqual([0, 1, 0]);
  });
});

describe('bars over time', () => {
  const draw = (tone?: 'signed' | 'plain') =>
    timeBars(frame, {
      dates: ['2026-01-05', '2026-01-06', '2026-01-07'],
      values: [-2, null, 1],
      format: String,
      ...(tone ? { tone } : {}),
    });

  it('have the colours of direction, or one grey', () => {
    expect(draw().match(/<rect [^>]*fill="var\(--(?:down|up)\)"/g)).toHaveLength(2);
    expect(draw('plain').match(/<rect [^>]*fill="var\(--grey-3\)"/g)).toHaveLength(2);
    expect(draw('plain')).not.toContain('--down');
  });

  it('stand on the zero line', () => {
    const rects = [...draw().matchAll(/<rect x="[^"]*" y="([^"]*)" width="[^"]*" height="([^"]*)"/g)].map(
      (m) => [Number(m[1]), Number(m[2])],
    );
    // The fall begins where the rise ends.
    expect(rects[0]![0]).toBeCloseTo(rects[1]![0]! + rects[1]![1]!, 0);
  });
});

describe('pictures over time', () => {
  const finite = fc.double({ min: -1e15, max: 1e15, noNaN: true });
  const drawn = fc.array(fc.option(finite, { freq: 5 }), { maxLength: 40 });
  test.prop([drawn, fc.integer({ min: 200, max: 800 })])(
    'are drawn from any values, without a hole in the text',
    (values, width) => {
      const dates = values.map((_, k) => formatDay(20_000 + 3 * k));
      const format = (value: number) => value.toPrecision(3);
      const line = { name: 'x', values };
      for (const svg of [
        timeLines({ ...frame, width }, { dates, lines: [line, line], format, zero: true }),
        timeBars({ ...frame, width }, { dates, values, format, line }),
      ])
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    },
  );
});
