import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isUnit } from '../../src/data/unit.ts';
import * as catalogue from '../../src/measures/index.ts';
import type { Measure } from '../../src/measures/measure.ts';
import { panelOf } from '../measures/panel-of.ts';
import { normals, prices } from '../measures/random.ts';

const ROWS = 700;
const measures: readonly Measure[] = Object.values(catalogue) as unknown as Measure[];

/** Open, high, low and close of a day: the close of the day before, a range around both, the close. */
function bars(seed: number): Float64Array[] {
  const close = prices(ROWS, seed);
  const open = close.map((c, t) => (t > 0 ? close[t - 1]! : c) * 1.001);
  const noise = normals(ROWS, seed + 50).map((z) => Math.exp(0.01 * Math.abs(z)));
  const high = close.map((c, t) => Math.max(c, open[t]!) * noise[t]!);
  const low = close.map((c, t) => Math.min(c, open[t]!) / noise[t]!);
  return [open, high, low, close];
}

function inputFor(measure: Measure, seed: number): Float64Array[] {
  if (measure.input === 'bars') return bars(seed);
  if (measure.input === 'close-and-volume') return [prices(ROWS, seed), prices(ROWS, seed + 1)];
  const [fewest, most] = measure.columns;
  const make = measure.input === 'levels' ? prices : normals;
  return Array.from({ length: Math.min(most, fewest + 2) }, (_, k) => make(ROWS, seed + k));
}

/** Defaults, but the shortest windows that are allowed. */
function shortest(measure: Measure): Record<string, unknown> {
  const { properties = {} } = z.toJSONSchema(measure.params, { io: 'input' }) as {
    properties?: Record<string, { readonly unit?: string; readonly minimum?: number }>;
  };
  const rows = Object.entries(properties).filter(
    ([, { unit, minimum }]) => unit === 'rows' && minimum !== undefined,
  );
  return measure.params.parse(Object.fromEntries(rows.map(([name, { minimum }]) => [name, minimum])));
}

/** The second moments of what stands still are 0, or its square about zero: numbers like any other. */
const MOMENTS = ['covariance', 'ewma-covariance', 'semicovariance'];

const bits = (values: Float64Array) => Array.from(new BigUint64Array(values.slice().buffer));

describe('the catalogue of measures', () => {
  it('has unique ids in the form of file names', () => {
    const ids = measures.map((measure) => measure.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(50);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});

describe.each(measures.map((measure) => [measure.id, measure] as const))('%s', (_id, measure) => {
  const params = measure.params.parse({});
  const input = inputFor(measure, 7);
  const output = measure.compute(panelOf(input), params);

  it('gives one value a row', () => {
    expect(output).toBeInstanceOf(Float64Array);
    expect(output.length).toBe(ROWS);
  });

  it('has no value exactly on the rows of its warm-up', () => {
    const empty = Array.from(output, Number.isNaN);
    expect(empty).toEqual(empty.map((_, t) => t < measure.warmUp(params)));
  });

  it('stays in its range', () => {
    const [low, high] = measure.range;
    for (const value of output.slice(measure.warmUp(params))) {
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
    }
  });

  it('does not change one bit of an earlier row when later rows change', () => {
    const other = inputFor(measure, 991);
    for (const cut of [0, 1, 253, 254, 301, 512, 611, 699]) {
      const mixed = input.map((column, k) => column.map((x, t) => (t < cut ? x : other[k]![t]!)));
      const again = measure.compute(panelOf(mixed), params);
      expect(bits(again.subarray(0, cut))).toEqual(bits(output.subarray(0, cut)));
    }
  });

  it('gives the same bits on a panel that ends earlier', () => {
    const shorter = measure.compute(panelOf(input.map((column) => column.slice(0, 555))), params);
    expect(bits(shorter)).toEqual(bits(output.subarray(0, 555)));
  });

  it('leaves its input untouched', () => {
    const before = input.map(bits);
    measure.compute(panelOf(input), params);
    expect(input.map(bits)).toEqual(before);
  });

  it('gives no value on a row whose input is missing', () => {
    const holed = input.map((column) => column.map((x, t) => (t === 600 ? Number.NaN : x)));
    expect(measure.compute(panelOf(holed), params)[600]).toBeNaN();
  });

  it('takes an infinite value for a missing one', () => {
    const spoilt = (x: number) => input.map((column) => column.map((v, t) => (t === 600 ? x : v)));
    const missing = measure.compute(panelOf(spoilt(Number.NaN)), params);
    for (const infinite of [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(bits(measure.compute(panelOf(spoilt(infinite)), params))).toEqual(bits(missing));
    }
  });

  it.each([
    ['series that stand still', input.map((column) => new Float64Array(ROWS).fill(column[0]!))],
    ['series that repeat one another', input.map(() => input[0]!)],
    ['one observation', input.map((column) => column.slice(0, 1))],
    ['a column without any value', input.map((c, k) => (k === 0 ? c.map(() => Number.NaN) : c))],
    [
      'every other value missing',
      input.map((column) => column.map((x, t) => (t % 2 === 0 ? x : Number.NaN))),
    ],
    ['values of the size of rounding', input.map((column) => column.map((x) => x * 1e-150))],
    ['values beyond all measure', input.map((column) => column.map((x) => x * 1e150))],
    ['a zero and a fall below it', input.map((c) => c.map((x, t) => (t === 300 ? 0 : t === 301 ? -x : x)))],
  ])('gives no value or one of its range for %s', (_name, hostile) => {
    const [low, high] = measure.range;
    const found = measure.compute(panelOf(hostile), params);
    expect(found.length).toBe(hostile[0]!.length);
    for (const value of found) {
      expect(Number.isNaN(value) || (Number.isFinite(value) && value >= low && value <= high)).toBe(true);
    }
  });

  it('has no value where a column holds none, nor from one observation that needs more', () => {
    for (const nothing of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const missing = input.map((column, k) => (k === 0 ? column.map(() => nothing) : column));
      expect(measure.compute(panelOf(missing), params).every(Number.isNaN)).toBe(true);
    }
    const one = measure.compute(panelOf(input.map((column) => column.slice(0, 1))), params);
    expect(Number.isNaN(one[0])).toBe(measure.warmUp(params) > 0);
  });

  it('finds nothing moving in series that stand still', () => {
    for (const level of [0.1, 0]) {
      const still = measure.compute(panelOf(input.map(() => new Float64Array(ROWS).fill(level))), params);
      const found = new Set(still.filter((value) => !Number.isNaN(value)));
      expect(found.size).toBeLessThanOrEqual(1);
      if (measure.group === 'dependence' && !MOMENTS.includes(measure.id)) expect(found.size).toBe(0);
    }
  });

  it('answers an empty panel with nothing and refuses a wrong number of columns', () => {
    expect(measure.compute(panelOf(input.map(() => new Float64Array(0))), params).length).toBe(0);
    expect(() => measure.compute(panelOf([]), params)).toThrow(RangeError);
    const [first] = input as [Float64Array];
    const [fewest, most] = measure.columns;
    for (const n of [fewest - 1, most + 1]) {
      const wrong = Array.from({ length: n }, () => first);
      expect(() => measure.compute(panelOf(wrong), params)).toThrow(RangeError);
    }
  });

  it('cites its source, its formula, its unit and its three titles', () => {
    expect(measure.source.citation).toMatch(/\(\d{4}\)/);
    expect(measure.formula.length).toBeGreaterThan(10);
    expect(measure.reading.length).toBeGreaterThan(20);
    expect(isUnit(measure.unit)).toBe(true);
    for (const title of Object.values(measure.title)) expect(title).not.toBe('');
  });

  it('bounds, describes and gives a unit to every parameter', () => {
    const schema = z.toJSONSchema(measure.params, { io: 'input' }) as {
      properties?: Record<string, Record<string, unknown>>;
    };
    for (const property of Object.values(schema.properties ?? {})) {
      const bounded =
        ('minimum' in property && 'maximum' in property) || 'enum' in property || 'anyOf' in property;
      expect(bounded).toBe(true);
      expect(property.default).toBeDefined();
      expect(property.description).toBeTypeOf('string');
      expect(property.unit).toBeTypeOf('string');
    }
  });
});

const wide = measures.filter(({ columns: [, most] }) => most > 5);

describe.each(wide.map((measure) => [measure.id, measure] as const))('%s of many columns', (_id, measure) => {
  const rows = 320;
  const params = shortest(measure);
  const make = measure.input === 'levels' ? prices : normals;
  // As many as the shortest window has rows, where that is few enough to compute.
  const width = measure.warmUp(params) < 100 ? 60 : 8;
  const columns = Array.from({ length: Math.min(measure.columns[1], width) }, (_, k) => make(rows, 7 + k));

  it.each([
    ['that are many beside its rows', columns],
    ['that are two over and over', columns.map((_, k) => columns[k % 2]!)],
    ['of which one stands still', columns.map((c, k) => (k === 0 ? c.map(() => 0.1) : c))],
  ])('has no value or a sane one %s', (_name, hostile) => {
    const [low, high] = measure.range;
    const found = measure.compute(panelOf(hostile), params);
    for (const value of found) {
      // Columns of variance 1 are nowhere near a million deviations from anything.
      expect(Number.isNaN(value) || (value >= low && value <= high && Math.abs(value) < 1e6)).toBe(true);
    }
  });

  it('has no value when the panel ends within the warm-up', () => {
    const few = columns.map((column) => column.slice(0, measure.warmUp(params)));
    expect(measure.compute(panelOf(few), params).every(Number.isNaN)).toBe(true);
  });
});
