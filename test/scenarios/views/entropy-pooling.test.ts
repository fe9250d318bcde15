import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  effectiveScenarios,
  entropyPooling,
  type Pooled,
  relativeEntropy,
  withConfidence,
} from '../../../src/scenarios/views/entropy-pooling.ts';
import { exponentialPrior, uniformPrior } from '../../../src/scenarios/views/prior.ts';
import {
  correlationView,
  meanView,
  probabilityView,
  rankingView,
  type View,
  valueAtRiskView,
  volatilityViews,
} from '../../../src/scenarios/views/view.ts';
import { probabilityDeviation, probabilityMean } from '../../../src/scenarios/views/weighted-moments.ts';

const die = Float64Array.of(1, 2, 3, 4, 5, 6);
const S = 400;
const wave = (a: number) =>
  Float64Array.from({ length: S }, (_, s) => Math.sin(a * s * s) + 0.5 * Math.cos(s));
const [x, y] = [wave(1.1), wave(0.37)];

function solved(prior: Float64Array, views: readonly View[]): Pooled {
  const result = entropyPooling(prior, views);
  if (result.status !== 'solved') throw new Error(`expected a solution, came ${result.status}`);
  return result;
}

describe('entropy pooling', () => {
  it('solves Jaynes’ die: a mean of 4.5 and nothing else', () => {
    // Jaynes (1978), Where do we stand on maximum entropy?: 0.0543, 0.0788, 0.1142, 0.1654, 0.2398, 0.3475; λ −0.37105 by scipy brentq.
    const { probabilities, multipliers } = solved(uniformPrior(6), [meanView('eyes', die, '=', 4.5)]);
    const published = [0.05435317, 0.07877155, 0.11415998, 0.1654468, 0.23977444, 0.34749407];
    for (const [s, p] of published.entries()) expect(probabilities[s]).toBeCloseTo(p, 8);
    expect(multipliers[0]).toBeCloseTo(-0.37104893808103334, 10);
  });

  it('conditions on an event in proportion to the prior', () => {
    const prior = exponentialPrior(6, 2);
    const { probabilities } = solved(prior, [valueAtRiskView('eyes', die, 2, 0.5)]);
    const low = prior[0]! + prior[1]!;
    expect(probabilities[0]).toBeCloseTo((0.5 * prior[0]!) / low, 12);
    expect(probabilities[5]).toBeCloseTo((0.5 * prior[5]!) / (1 - low), 12);
  });

  it('is certain of an event, or excludes it', () => {
    const even = [false, true, false, true, false, true];
    const sure = solved(uniformPrior(6), [probabilityView('even', even, '=', 1)]);
    expect(sure.effectiveScenarios).toBeCloseTo(3, 8);
    const never = solved(uniformPrior(6), [probabilityView('even', even, '<=', 0)]);
    expect(never.probabilities[1]!).toBeLessThan(1e-9);
  });

  it('meets means, deviations and a correlation at once', () => {
    const views = [
      ...volatilityViews('x', x, 0.2, 0.6),
      ...volatilityViews('y', y, -0.1, 0.9),
      correlationView(
        { name: 'x', values: x, mean: 0.2, deviation: 0.6 },
        { name: 'y', values: y, mean: -0.1, deviation: 0.9 },
        0.5,
      ),
    ];
    const { probabilities: q } = solved(uniformPrior(S), views);
    expect(probabilityMean(q, x)).toBeCloseTo(0.2, 10);
    expect(probabilityDeviation(q, x)).toBeCloseTo(0.6, 10);
    expect(probabilityDeviation(q, y)).toBeCloseTo(0.9, 10);
    const product = probabilityMean(
      q,
      x.map((value, s) => (value - 0.2) * (y[s]! + 0.1)),
    );
    expect(product / (0.6 * 0.9)).toBeCloseTo(0.5, 10);
  });

  it('leaves the prior alone when an inequality holds already', () => {
    const result = solved(uniformPrior(S), [
      meanView('x', x, '<=', 0.9),
      rankingView({ name: 'y', values: y }, { name: 'x', values: x }, -3),
    ]);
    expect([...result.binding]).toEqual([false, false]);
    expect(result.relativeEntropy).toBeCloseTo(0, 12);
    expect(result.effectiveScenarios).toBeCloseTo(S, 6);
  });

  it('repeats views without harm', () => {
    const view = meanView('x', x, '=', 0.3);
    const [once, twice] = [
      solved(uniformPrior(S), [view]),
      solved(uniformPrior(S), [view, view, meanView('x', x, '>=', 0.3)]),
    ];
    for (let s = 0; s < S; s++) expect(twice.probabilities[s]).toBeCloseTo(once.probabilities[s]!, 10);
  });

  it('proves that views contradict, and names them', () => {
    const result = entropyPooling(uniformPrior(S), [
      meanView('y', y, '=', 0.1),
      meanView('x', x, '>=', 0.5),
      meanView('x', x, '<=', 0.4),
    ]);
    expect(result).toEqual({ status: 'infeasible', views: ['E[x] >= 0.5', 'E[x] <= 0.4'] });
  });

  it('gives the nearest bound of a view that is out of reach by itself', () => {
    const result = entropyPooling(uniformPrior(6), [meanView('eyes', die, '=', 6.5)]);
    expect(result).toEqual({ status: 'infeasible', views: ['E[eyes] = 6.5'], reach: [1, 6] });
    const cut = entropyPooling(Float64Array.of(0.5, 0.5, 0, 0, 0, 0), [meanView('eyes', die, '=', 3)]);
    expect(cut).toMatchObject({ status: 'infeasible', reach: [1, 2] });
  });

  it('takes a view on a constant for true or out of reach', () => {
    const constant = new Float64Array(6).fill(2);
    expect(solved(uniformPrior(6), [meanView('c', constant, '=', 2)]).relativeEntropy).toBeCloseTo(0, 14);
    expect(entropyPooling(uniformPrior(6), [meanView('c', constant, '>=', 2.1)]).status).toBe('infeasible');
  });

  it('warns when one scenario or few carry the views', () => {
    const { warnings } = solved(uniformPrior(S), [meanView('x', x, '=', 0.999 * Math.max(...x))]);
    expect(warnings).toEqual(['one-scenario-dominates', 'few-effective-scenarios']);
    expect(solved(uniformPrior(S), []).warnings).toEqual([]);
  });

  /** Decimals, as data have them. */
  const number = (min: number, max: number) =>
    fc.integer({ min: 1e4 * min, max: 1e4 * max }).map((n) => n / 1e4);
  const problem = fc.record({
    rows: fc.array(fc.array(number(-5, 5), { minLength: 12, maxLength: 12 }), { minLength: 1, maxLength: 4 }),
    mixture: fc.array(number(0.05, 1), { minLength: 12, maxLength: 12 }),
    slack: fc.array(number(0, 1), { minLength: 4, maxLength: 4 }),
    relation: fc.array(fc.constantFrom<View['relation']>('=', '<=', '>='), { minLength: 4, maxLength: 4 }),
  });
  it.prop([problem])(
    'solves every problem that some probabilities solve, at the optimum',
    ({ rows, mixture, slack, relation }) => {
      const total = mixture.reduce((a, b) => a + b);
      const views = rows.map((row, k): View => {
        const values = Float64Array.from(row);
        const mean = values.reduce((sum, v, s) => sum + (v * mixture[s]!) / total, 0);
        const room = relation[k] === '=' ? 0 : relation[k] === '<=' ? slack[k]! : -slack[k]!;
        return meanView(`v${k}`, values, relation[k]!, mean + room);
      });
      const prior = uniformPrior(12);
      const { probabilities: q, multipliers, normaliser } = solved(prior, views);
      for (const [k, { values, target, relation: of }] of views.entries()) {
        const miss = probabilityMean(q, values) - target;
        if (of === '=') expect(Math.abs(miss)).toBeLessThan(1e-7);
        else expect(of === '<=' ? miss : -miss).toBeLessThan(1e-7);
        // Complementary slackness: a view with room has no multiplier, and one that binds pushes its own way.
        if (of !== '=') expect(Math.abs(miss * multipliers[k]!)).toBeLessThan(1e-6);
        if (of !== '=') expect(of === '<=' ? multipliers[k]! : -multipliers[k]!).toBeGreaterThanOrEqual(0);
      }
      for (let s = 0; s < 12; s++) {
        const exponent = views.reduce(
          (sum, { values }, k) => sum + multipliers[k]! * values[s]!,
          1 + normaliser,
        );
        expect(q[s]).toBeCloseTo(prior[s]! * Math.exp(-exponent), 9);
      }
    },
  );

  it('solves views that nearly repeat one another, in any unit', () => {
    // Given the second view, the first one bounds a scenario whose weight in it is 6e-6 of the other's.
    for (const unit of [1e-160, 1, 1e100]) {
      const near = [0, 0, 4e-9, -6.4e-4].map((value) => unit * value);
      const views = [
        meanView('near', Float64Array.from(near), '<=', 0.04 * near[2]! + 0.07 * near[3]!),
        meanView('last', Float64Array.of(0, 0, 0, 1), '=', 0.07),
      ];
      const { probabilities } = solved(uniformPrior(4), views);
      expect(probabilities[3]).toBeCloseTo(0.07, 9);
      expect(probabilities[2]).toBeCloseTo(0.04, 4);
    }
  });

  it.prop([problem])('refutes every problem whose views sum to a contradiction', ({ rows }) => {
    const [a, b] = [Float64Array.from(rows[0]!), Float64Array.from(rows.at(-1)!)];
    const sum = a.map((value, s) => value + b[s]!);
    // E[a] + E[b] cannot exceed the largest a + b.
    const views = [meanView('a', a, '>=', Math.max(...sum) + 0.01), meanView('b', b, '>=', 0)];
    expect(entropyPooling(uniformPrior(12), views).status).toBe('infeasible');
  });

  it('refuses a prior that is none and views of another shape', () => {
    const view = meanView('eyes', die, '=', 4);
    expect(() => entropyPooling(new Float64Array(6), [view])).toThrow(/sum to 1/);
    expect(() => entropyPooling(Float64Array.of(-1, 2), [])).toThrow(RangeError);
    expect(() => entropyPooling(Float64Array.of(Number.NaN), [])).toThrow(RangeError);
    expect(() => entropyPooling(uniformPrior(5), [view])).toThrow(/5 values/);
    expect(() => meanView('x', Float64Array.of(Number.NaN), '=', 0)).toThrow(RangeError);
    expect(() => meanView('x', die, '=', Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => entropyPooling(uniformPrior(6), [{ ...view, relation: '<' as '<=' }])).toThrow(/relation/);
    expect(() => volatilityViews('x', die, 3, 0)).toThrow(RangeError);
    expect(() => probabilityView('e', [true], '=', 1.2)).toThrow(RangeError);
    expect(() => exponentialPrior(5, 0)).toThrow(RangeError);
    expect(() => uniformPrior(0)).toThrow(RangeError);
  });
});

describe('what is said of probabilities', () => {
  it('blends prior and views by confidence', () => {
    const [p, q] = [uniformPrior(2), Float64Array.of(1, 0)];
    expect([...withConfidence(p, q, 0.5)]).toEqual([0.75, 0.25]);
    expect([...withConfidence(p, q, 0)]).toEqual([...p]);
    expect(() => withConfidence(p, q, 1.1)).toThrow(RangeError);
  });

  it('counts effective scenarios: all when equal, one when certain', () => {
    expect(effectiveScenarios(uniformPrior(50))).toBeCloseTo(50, 10);
    expect(effectiveScenarios(Float64Array.of(0, 1, 0))).toBe(1);
  });

  it('measures relative entropy: ln 2 from a coin to its head', () => {
    expect(relativeEntropy(Float64Array.of(1, 0), uniformPrior(2))).toBeCloseTo(Math.LN2, 15);
    expect(relativeEntropy(uniformPrior(2), Float64Array.of(1, 0))).toBe(Number.POSITIVE_INFINITY);
  });

  it('halves weights every half-life', () => {
    const prior = exponentialPrior(11, 5);
    expect(prior[10]! / prior[5]!).toBeCloseTo(2, 12);
    expect(prior.reduce((a, b) => a + b)).toBeCloseTo(1, 14);
  });
});
