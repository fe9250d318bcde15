import { describe, expect, it } from 'vitest';
import { cissLike, cissPath } from '../../src/measures/ciss-like.ts';
import { panelOf } from './panel-of.ts';
import { normals } from './random.ts';

const rows = 300;
const indicators = [1, 2, 3, 4].map((seed) => normals(rows, seed));
const options = { segments: [0, 0, 1, 2], weights: [0.5, 0.3, 0.2], decay: 0.93, initial: 100 };
const path = cissPath(indicators, options);

describe('the CISS-like composite', () => {
  it('is the sum of the parts of its segments', () => {
    for (let t = 100; t < rows; t++) {
      const sum = path.contributions.reduce((total, part) => total + part[t]!, 0);
      expect(sum).toBeCloseTo(path.values[t]!, 12);
      expect(path.perfectCorrelation[t]! + path.correlationContribution[t]!).toBeCloseTo(path.values[t]!, 12);
      expect(path.correlationContribution[t]).toBeLessThanOrEqual(1e-15);
    }
  });

  it('is the square of the weighted mean when all segments are the same', () => {
    const same = [indicators[0]!, indicators[0]!, indicators[0]!];
    const { values, subIndices } = cissPath(same, { ...options, segments: [0, 1, 2] });
    for (let t = 100; t < rows; t++) expect(values[t]).toBeCloseTo(subIndices[0]![t]! ** 2, 12);
  });

  it('keeps the rows of the initial window apart, as they know its end', () => {
    expect(path.values.subarray(0, 100).every(Number.isNaN)).toBe(true);
    expect(path.inSample.subarray(0, 100).some(Number.isNaN)).toBe(false);
    expect(path.inSample.subarray(100).every(Number.isNaN)).toBe(true);
  });

  it('ranks later rows among themselves and all before, ties in full', () => {
    const steps = Float64Array.of(1, 2, 3, 4, 2, 5);
    const { ranks } = cissPath([steps, steps], {
      segments: [0, 1],
      weights: [0.5, 0.5],
      decay: 0.9,
      initial: 4,
    });
    // in the window: 1/4 … 4/4; then #{≤ 2 of 1 2 3 4 2} = 3 of 5; 6 of 6
    expect([...ranks[0]!]).toEqual([0.25, 0.5, 0.75, 1, 0.6, 1]);
  });

  it('measures a segment by the indicators that it has', () => {
    const late = indicators[1]!.map((x, t) => (t < 180 ? Number.NaN : x));
    const ragged = cissPath([indicators[0]!, late, indicators[2]!, indicators[3]!], options);
    expect(ragged.values[150]).toBeGreaterThan(0);
    expect(ragged.subIndices[0]![150]).toBe(ragged.ranks[0]![150]);
    expect(ragged.ranks[1]![180]).toBe(1);
    expect(ragged.values.subarray(100).some(Number.isNaN)).toBe(false);
  });

  it('has no value where a segment has no indicator at all', () => {
    const holed = indicators[2]!.map((x, t) => (t === 200 ? Number.NaN : x));
    const found = cissPath([indicators[0]!, indicators[1]!, holed, indicators[3]!], options);
    expect(found.values[200]).toBeNaN();
    expect(found.values[201]).toBeGreaterThan(0);
  });

  it('has no value until every indicator has moved, since ties in full would call it the worst stress', () => {
    const late = indicators.map((x, k) => (k === 1 ? x.map((v, t) => (t < 250 ? 2 : v)) : x));
    const params = cissLike.params.parse({ initial: 100 });
    const values = cissLike.compute(panelOf(late), params);
    expect(values.subarray(0, 250).every(Number.isNaN)).toBe(true);
    expect(values.subarray(250).some(Number.isNaN)).toBe(false);
  });

  it('does not change earlier values when rows are added', () => {
    const shorter = cissPath(
      indicators.map((x) => x.slice(0, 200)),
      options,
    );
    expect([...shorter.values.subarray(100)]).toEqual([...path.values.subarray(100, 200)]);
  });

  it('refuses weights that do not sum to 1 and segments that are not there', () => {
    expect(() => cissPath(indicators, { ...options, weights: [0.5, 0.3, 0.3] })).toThrow(RangeError);
    expect(() => cissPath(indicators, { ...options, segments: [0, 1, 2, 3] })).toThrow(RangeError);
    expect(() => cissPath(indicators, { ...options, segments: [0] })).toThrow(RangeError);
    expect(() => cissPath(indicators, { ...options, decay: 1 })).toThrow(RangeError);
    expect(() => cissPath(indicators, { ...options, initial: 0 })).toThrow(RangeError);
  });
});
