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

  it('answers an empty panel with nothing and refuses a wrong number of columns', () => {
    expect(measure.compute(panelOf(input.map(() => new Float64Array(0))), params).length).toBe(0);
    expect(() => measure.compute(panelOf([]), params)).toThrow(RangeError);
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
