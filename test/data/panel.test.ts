import { describe, expect, it } from 'vitest';
import type { Series } from '../../src/data/observation.ts';
import { alignSeries, changes, type Join, type PanelColumn } from '../../src/data/panel.ts';
import type { Transform } from '../../src/data/series/entry.ts';
import { MS_PER_DAY } from '../../src/data/time.ts';
import { entryFor } from './store/rows.ts';

function seriesOf(id: string, points: Record<number, number>, hour = 24): Series {
  const dates = Int32Array.from(Object.keys(points), Number);
  return {
    entry: entryFor(id),
    dates,
    times: Float64Array.from(dates, (date) => date * MS_PER_DAY + hour * 3_600_000),
    values: Float64Array.from(Object.values(points)),
    knownAt: Float64Array.from(dates),
    flags: new Uint16Array(dates.length),
    source: new Uint8Array(dates.length),
    sources: ['binance:BTCUSDT'],
  };
}

function columnOf(values: number[], transform: Transform, source?: number[]): PanelColumn {
  return {
    id: 'a',
    entry: entryFor('a', transform),
    values: Float64Array.from(values),
    times: new Float64Array(values.length),
    ...(source ? { source: Uint8Array.from(source) } : {}),
  };
}

const a = seriesOf('a', { 1: 10, 2: 20, 3: 30, 5: 50 });
const b = seriesOf('b', { 2: 2, 3: 3, 4: 4, 6: 6 }, 21);
const align = (join?: Join, from?: number, to?: number) =>
  alignSeries([a, b], {
    ids: ['a', 'b'],
    ...(join ? { join } : {}),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });

describe('alignSeries', () => {
  it('keeps by default the dates that every series has', () => {
    const panel = align();
    expect(panel.join).toBe('intersection');
    expect(Array.from(panel.dates)).toEqual([2, 3]);
    expect(panel.columns.map((column) => Array.from(column.values))).toEqual([
      [20, 30],
      [2, 3],
    ]);
  });

  it('leaves holes open when it keeps every date', () => {
    const panel = align('union');
    expect(Array.from(panel.dates)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(Array.from((panel.columns[0] as PanelColumn).values)).toEqual([
      10,
      20,
      30,
      Number.NaN,
      50,
      Number.NaN,
    ]);
    expect((panel.columns[1] as PanelColumn).times[0]).toBeNaN();
  });

  it('takes the dates of the first series when asked', () => {
    const panel = align('first');
    expect(Array.from(panel.dates)).toEqual([1, 2, 3, 5]);
    expect(Array.from((panel.columns[1] as PanelColumn).values)).toEqual([Number.NaN, 2, 3, Number.NaN]);
  });

  it('keeps to the closed range', () => {
    expect(Array.from(align('union', 2, 4).dates)).toEqual([2, 3, 4]);
    expect(Array.from(align('union', 7, 9).dates)).toEqual([]);
    expect(() => align('union', 4, 2)).toThrow(RangeError);
    expect(() => align('union', 1.5)).toThrow('not an epoch day: 1.5');
  });

  it('states the widest gap between two closes of one row in hours', () => {
    expect(align().asynchronyHours).toBe(3);
    expect(alignSeries([a], { ids: ['a'] }).asynchronyHours).toBe(0);
  });

  it('takes the last value of a date that a series has several times', () => {
    const bars: Series = {
      ...seriesOf('bars', { 1: 0, 2: 0, 3: 0 }),
      dates: Int32Array.of(1, 1, 2),
      times: Float64Array.of(100, 200, 300),
      values: Float64Array.of(7, 8, 9),
    };
    const panel = alignSeries([bars], { ids: ['bars'] });
    expect(Array.from(panel.dates)).toEqual([1, 2]);
    expect(Array.from((panel.columns[0] as PanelColumn).values)).toEqual([8, 9]);
  });

  it('is empty when a series is, or when there is none', () => {
    expect(alignSeries([a, seriesOf('c', {})], { ids: ['a', 'c'] }).dates.length).toBe(0);
    expect(alignSeries([], { ids: [] }).dates.length).toBe(0);
  });
});

describe('changes', () => {
  it('forms the change that the entry names, after a first row that has none', () => {
    const values = [100, 110, 99];
    // 110/100 − 1 = 0.1 and 99/110 − 1 = −0.1 (closed form)
    const [none, up, down] = changes(columnOf(values, 'price'));
    expect(none).toBeNaN();
    expect(up).toBeCloseTo(0.1, 15);
    expect(down).toBeCloseTo(-0.1, 15);
    for (const transform of ['yield', 'spread', 'level'] as const) {
      expect(Array.from(changes(columnOf(values, transform)))).toEqual([Number.NaN, 10, -11]);
    }
    expect(Array.from(changes(columnOf(values, 'flow')))).toEqual([Number.NaN, 110, 99]);
  });

  it('has no change beside a hole, nor from a price that is not positive', () => {
    expect(Array.from(changes(columnOf([1, Number.NaN, 3, 6], 'price')))).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      1,
    ]);
    expect(Array.from(changes(columnOf([2, -1, 4, 0, 5], 'price')))).toEqual([
      Number.NaN,
      -1.5,
      Number.NaN,
      -1,
      Number.NaN,
    ]);
  });

  it('makes no return of a splice of two sources', () => {
    const spliced = [1, 2, 4, 8];
    const source = [0, 0, 1, 1];
    expect(Array.from(changes(columnOf(spliced, 'price', source)))).toEqual([Number.NaN, 1, Number.NaN, 1]);
    expect(Array.from(changes(columnOf(spliced, 'level', source)))).toEqual([Number.NaN, 1, Number.NaN, 4]);
    expect(Array.from(changes(columnOf(spliced, 'flow', source)))).toEqual([Number.NaN, 2, 4, 8]);
  });

  it('is empty for an empty column', () => {
    expect(changes(columnOf([], 'price')).length).toBe(0);
  });
});
