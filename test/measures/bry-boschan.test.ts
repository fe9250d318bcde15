import { fc, it } from '@fast-check/vitest';
import { expect } from 'vitest';
import { parseInstant } from '../../src/data/time.ts';
import {
  QUARTERLY_CYCLE,
  type TurningPoint,
  turningPoints,
  WEEKLY_CYCLE,
} from '../../src/measures/bry-boschan.ts';
import { describeWithPack } from '../pack.ts';
import { openPack } from '../pack-store.ts';

const rows = (points: readonly TurningPoint[]) => points.map(({ row, kind }) => `${kind} ${row}`);

it('dates the peaks and troughs of a cosine at its extremes', () => {
  // cos(2πt/100): peaks at 100, 200, 300, troughs at 50, 150, 250, 350; the ends have no full window.
  const wave = Float64Array.from({ length: 400 }, (_, t) => Math.cos((2 * Math.PI * t) / 100));
  expect(rows(turningPoints(wave, WEEKLY_CYCLE))).toEqual([
    'trough 50',
    'peak 100',
    'trough 150',
    'peak 200',
    'trough 250',
    'peak 300',
    'trough 350',
  ]);
});

it('keeps the deeper of two troughs of a cycle that is too short', () => {
  const values = Float64Array.of(9, 8, 7, 3, 7, 9, 7, 2, 7, 8, 9);
  expect(rows(turningPoints(values, { window: 2, phase: 1, cycle: 4 }))).toEqual([
    'trough 3',
    'peak 5',
    'trough 7',
  ]);
  expect(rows(turningPoints(values, { window: 2, phase: 1, cycle: 5 }))).toEqual(['peak 5', 'trough 7']);
});

it('has none in a constant, in a trend, beside a hole and in too few rows', () => {
  const line = Float64Array.from({ length: 60 }, (_, t) => t);
  const hole = Float64Array.of(5, 4, Number.NaN, 1, 4, 5, 6);
  expect(turningPoints(new Float64Array(60), QUARTERLY_CYCLE)).toEqual([]);
  expect(turningPoints(line, QUARTERLY_CYCLE)).toEqual([]);
  expect(turningPoints(hole, QUARTERLY_CYCLE)).toEqual([]);
  expect(turningPoints(new Float64Array(0), QUARTERLY_CYCLE)).toEqual([]);
  expect(() => turningPoints(line, { window: 0, phase: 1, cycle: 1 })).toThrow(RangeError);
});

const walk = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 0, maxLength: 120 })
  .map((steps) => {
    let level = 0;
    return Float64Array.from(steps, (step) => {
      level += step;
      return level;
    });
  });

it.prop([walk])('alternates, keeps the lengths of its rule and turns over with the series', (values) => {
  const rule = { window: 3, phase: 3, cycle: 8 };
  const points = turningPoints(values, rule);
  points.forEach((point, i) => {
    expect(point.row).toBeLessThan(values.length - rule.window);
    if (i > 0) {
      expect(point.kind).not.toBe(points[i - 1]!.kind);
      expect(point.row - points[i - 1]!.row).toBeGreaterThanOrEqual(rule.phase);
    }
    if (i > 1) expect(point.row - points[i - 2]!.row).toBeGreaterThanOrEqual(rule.cycle);
  });
  expect(
    turningPoints(
      values.map((value) => -value),
      rule,
    ).map(({ row }) => row),
  ).toEqual(points.map(({ row }) => row));
});

describeWithPack('turning points of real GDP of the United States', () => {
  it('are the quarters that the NBER gives for its deepest recessions', async () => {
    const store = await openPack();
    const view = await store.asOf(parseInstant('2026-02-13T01:00Z'));
    const gdp = await view.series('gdp-real');
    const found = turningPoints(gdp.values.map(Math.log), QUARTERLY_CYCLE).map(({ row, kind }) => {
      const date = new Date(gdp.dates[row]! * 86_400_000);
      return `${kind} ${date.getUTCFullYear()}Q${1 + Math.floor(date.getUTCMonth() / 3)}`;
    });
    // NBER, US Business Cycle Expansions and Contractions, quarterly dates (its other turning points rest on more than GDP, which by the
    // latest vintage peaked in 2008Q2, not 2007Q4).
    for (const point of [
      'peak 1973Q4',
      'trough 1975Q1',
      'peak 1980Q1',
      'trough 1980Q3',
      'peak 1981Q3',
      'peak 1990Q3',
      'trough 1991Q1',
      'trough 2009Q2',
      'peak 2019Q4',
      'trough 2020Q2',
    ]) {
      expect(found).toContain(point);
    }
  });
});
