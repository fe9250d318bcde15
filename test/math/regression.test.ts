import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiply, transpose } from '../../src/math/matrix.ts';
import {
  classical,
  combinationStandardError,
  hc0,
  hc1,
  neweyWest,
  ols,
  type Regression,
  standardErrors,
  wls,
} from '../../src/math/regression.ts';
import { matrixOf, relativeDifference, trigonometricDesign } from './matrices.ts';

interface Reference {
  readonly beta: readonly number[];
  readonly rss: number;
  readonly r2: number;
  readonly classical: readonly number[];
  readonly hc0: readonly number[];
  readonly hc1: readonly number[];
  readonly neweyWest5: readonly number[];
}

// statsmodels 0.13.5 on
//   t = np.arange(T); X = np.column_stack([np.ones(T)] + [np.sin(0.7*j*t*t + j) for j in range(1, k)])
//   y = X @ np.arange(1, k+1)/2 + np.sin(t*t*1.3 + 2)*(1 + t/T); w = 1/(1 + t/T)**2
//   r = sm.OLS(y, X).fit() or sm.WLS(y, X, weights=w).fit()
//   r.params, r.ssr, r.rsquared, r.bse, r.HC0_se, r.HC1_se,
//   np.sqrt(np.diag(statsmodels.stats.sandwich_covariance.cov_hac_simple(r, nlags=5, use_correction=False)))
const references: readonly (readonly [number, number, 'ols' | 'wls', Reference])[] = [
  [
    40,
    3,
    'ols',
    {
      beta: [0.6866948668873893, 1.1082137955167095, 1.4872479596053072],
      rss: 36.01999110149002,
      r2: 0.5991897858260451,
      classical: [0.16465088840067887, 0.2237984216199652, 0.23076333371011346],
      hc0: [0.16201951006844756, 0.23013281167734764, 0.22412584659979354],
      hc1: [0.16845986495407655, 0.23928070366519277, 0.23303495878347377],
      neweyWest5: [0.14065527877375425, 0.21795714465903626, 0.17925365662349185],
    },
  ],
  [
    40,
    3,
    'wls',
    {
      beta: [0.6997530373333416, 1.0148223404319203, 1.64355574452434],
      rss: 15.941999605736916,
      r2: 0.6695096680383468,
      classical: [0.15888319515578836, 0.20633507404576518, 0.21107936760599888],
      hc0: [0.1479735476389966, 0.20153889660071952, 0.20433524720082455],
      hc1: [0.15385556863806055, 0.20955016645839514, 0.21245767336456298],
      neweyWest5: [0.1332799210285051, 0.16919860062298583, 0.19740872288939773],
    },
  ],
  [
    25,
    5,
    'ols',
    {
      beta: [
        0.8014727565613269, 0.7072427306354294, 1.5753403563430617, 2.030561358994452, 2.330786096645789,
      ],
      rss: 20.079779540689163,
      r2: 0.873981411291749,
      classical: [
        0.2518182394117834, 0.3037507867881554, 0.30963646144456414, 0.321301940965893, 0.3050304599851919,
      ],
      hc0: [
        0.2101408626501731, 0.24109927088902008, 0.27630249748822117, 0.2894602331762065, 0.255987271185475,
      ],
      hc1: [
        0.23494462686811685, 0.26955717951674246, 0.3089155833683137, 0.32362637908246883,
        0.28620246987269765,
      ],
      neweyWest5: [
        0.18703720600413898, 0.15342990653357183, 0.2785501590704371, 0.21874096701452383,
        0.24078486957705356,
      ],
    },
  ],
  [
    25,
    5,
    'wls',
    {
      beta: [
        0.7959865481371299, 0.7793025730765532, 1.7925220576921426, 2.1418174900881457, 2.4584762292903224,
      ],
      rss: 8.760497835923687,
      r2: 0.8933017920809752,
      classical: [
        0.2668170703629658, 0.27134550332690405, 0.283358140125714, 0.3325225194009176, 0.27468820729186716,
      ],
      hc0: [
        0.2237817893266267, 0.2143496079993526, 0.2289758559816951, 0.28420933088543643, 0.2330997935627791,
      ],
      hc1: [
        0.25019564653043713, 0.2396501472184926, 0.25600278959063605, 0.31775569184978314, 0.260613491973771,
      ],
      neweyWest5: [
        0.20332681497018507, 0.13180721054405853, 0.23366640749003842, 0.253880104040713, 0.22763546957225356,
      ],
    },
  ],
  [
    300,
    4,
    'ols',
    {
      beta: [0.5256706681864146, 0.9818355897393637, 1.5071768242247738, 1.974440527026114],
      rss: 349.7977949569002,
      r2: 0.7574530634389649,
      classical: [0.06302368826908746, 0.08792228435544165, 0.08734314504084888, 0.0889388905100795],
      hc0: [0.062390285881753896, 0.08523477143154382, 0.0867832332236367, 0.08915474076127876],
      hc1: [0.06281042723410978, 0.08580874944159593, 0.08736763870364199, 0.08975511616945325],
      neweyWest5: [0.06360502520023409, 0.07276406263865304, 0.07531864842553229, 0.09762172861228942],
    },
  ],
  [
    300,
    4,
    'wls',
    {
      beta: [0.5866315540525799, 0.9928789365542027, 1.5027198977315939, 1.9428691120071435],
      rss: 148.5555916227923,
      r2: 0.7825438479608103,
      classical: [0.05816740214439512, 0.08035256705952827, 0.08032448233156166, 0.08183037476707335],
      hc0: [0.056813468540074165, 0.07784507801448945, 0.0777511540655246, 0.08029081413454012],
      hc1: [0.05719605514257337, 0.07836929321704908, 0.07827473677643303, 0.08083149912669056],
      neweyWest5: [0.0560528650697134, 0.06731952393601139, 0.07041597130134893, 0.08544344879744327],
    },
  ],
];

function fitted(T: number, k: number, kind: 'ols' | 'wls'): Regression {
  const { x, y, weights } = trigonometricDesign(T, k);
  return (kind === 'ols' ? ols(y, x, T, k) : wls(y, x, weights, T, k))!;
}

describe('a linear regression', () => {
  it.each(references)('agrees with statsmodels for %i rows, %i coefficients, %s', (T, k, kind, expected) => {
    const fit = fitted(T, k, kind);
    expect(relativeDifference(fit.beta, expected.beta)).toBeLessThan(1e-13);
    expect(relativeDifference([fit.rss, fit.r2], [expected.rss, expected.r2])).toBeLessThan(1e-13);
    for (const [covariance, errors] of [
      [classical(fit), expected.classical],
      [hc0(fit), expected.hc0],
      [hc1(fit), expected.hc1],
      [neweyWest(fit, 5), expected.neweyWest5],
    ] as const) {
      expect(relativeDifference(standardErrors(covariance, k), errors)).toBeLessThan(1e-13);
      expect(transpose(covariance, k, k)).toEqual(covariance);
    }
  });

  it('has the off-diagonal Newey–West covariance of statsmodels and the error of a sum from it', () => {
    // cov_hac_simple(r, nlags=5, use_correction=False)[0, 1] for T = 40, k = 3
    const covariance = neweyWest(fitted(40, 3, 'ols'), 5);
    expect(covariance[1]).toBeCloseTo(-0.015936727883789973, 15);
    const variance = covariance[0]! + covariance[4]! + 2 * covariance[1]!;
    expect(combinationStandardError(covariance, Float64Array.of(1, 1, 0))).toBeCloseTo(
      Math.sqrt(variance),
      15,
    );
  });

  it('takes R² about zero when no column is constant', () => {
    // sm.OLS(y, X[:, 1:]).fit().rsquared for T = 40, k = 3
    const { x, y } = trigonometricDesign(40, 3);
    const slopes = x.filter((_, at) => at % 3 !== 0);
    expect(ols(y, slopes, 40, 2)!.r2).toBeCloseTo(0.6024586804048032, 14);
  });

  it('reaches the certified values of Longley to ten digits', () => {
    // NIST StRD, Longley (1967), JASA 62, 819–841: certified coefficients and standard deviations.
    const rows = [
      [60323, 83, 234289, 2356, 1590, 107608, 1947],
      [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
      [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
      [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
      [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
      [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
      [64989, 99, 365385, 1870, 3547, 115094, 1953],
      [63761, 100, 363112, 3578, 3350, 116219, 1954],
      [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
      [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
      [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
      [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
      [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
      [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
      [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
      [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
    ];
    const y = Float64Array.from(rows, (row) => row[0]!);
    const x = Float64Array.from(rows.flatMap((row) => [1, ...row.slice(1)]));
    const fit = ols(y, x, 16, 7)!;
    const beta = [
      -3482258.63459582, 15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359,
      -0.0511041056535807, 1829.15146461355,
    ];
    const deviations = [
      890420.383607373, 84.9149257747669, 0.0334910077722432, 0.488399681651699, 0.214274163161675,
      0.22607320006937, 455.478499142212,
    ];
    const errors = standardErrors(classical(fit), 7);
    for (let i = 0; i < 7; i++) {
      expect(Math.abs(fit.beta[i]! / beta[i]! - 1)).toBeLessThan(1e-10);
      expect(Math.abs(errors[i]! / deviations[i]! - 1)).toBeLessThan(1e-10);
    }
    expect(fit.r2).toBeCloseTo(0.995479004577296, 12);
    expect(Math.sqrt(fit.rss / fit.degreesOfFreedom)).toBeCloseTo(304.854073561965, 8);
  });

  it('does not change in the coefficient when a regressor changes units', () => {
    const { x, y } = trigonometricDesign(40, 3);
    const scaled = x.map((value, at) => value * [1, 1e9, 1e-9][at % 3]!);
    const beta = ols(y, scaled, 40, 3)!.beta.map((value, i) => value * [1, 1e9, 1e-9][i]!);
    expect(relativeDifference(beta, ols(y, x, 40, 3)!.beta)).toBeLessThan(1e-14);
  });

  it('leaves residuals orthogonal to the columns, and weights of one are ordinary least squares', () => {
    fc.assert(
      fc.property(matrixOf(12, 3), matrixOf(12, 1), (x, y) => {
        const fit = ols(y, x, 12, 3);
        fc.pre(fit !== undefined);
        const largest = Math.max(...fit.xtxInverse.map(Math.abs));
        fc.pre(largest < 1e6);
        const dots = multiply(transpose(x, 12, 3), fit.residuals, 3, 12, 1);
        for (const dot of dots) expect(Math.abs(dot)).toBeLessThan(1e-8);
        const weighted = wls(y, x, new Float64Array(12).fill(1), 12, 3)!;
        expect(weighted.beta).toEqual(fit.beta);
        expect(weighted.rss).toBe(fit.rss);
      }),
    );
  });

  it('has Newey–West errors that are those of White at lag 0 and positive semidefinite at any lag', () => {
    const fit = fitted(40, 3, 'ols');
    expect(neweyWest(fit, 0)).toEqual(hc0(fit));
    for (const lag of [1, 10, 39, 400]) {
      for (const error of standardErrors(neweyWest(fit, lag), 3)) expect(error).toBeGreaterThanOrEqual(0);
    }
    expect(() => neweyWest(fit, -1)).toThrow(RangeError);
    expect(() => neweyWest(fit, 1.5)).toThrow('lag must be a whole number ≥ 0, came 1.5');
  });

  it('has no errors when there are as many rows as coefficients, and no R² when y does not vary', () => {
    const exact = ols(Float64Array.of(3, 5), Float64Array.of(1, 1, 1, 2), 2, 2)!;
    expect(relativeDifference(exact.beta, [1, 2])).toBeLessThan(1e-15);
    expect(exact.degreesOfFreedom).toBe(0);
    expect(classical(exact).every(Number.isNaN)).toBe(true);
    expect(hc1(exact).every(Number.isNaN)).toBe(true);
    const flat = ols(Float64Array.of(2, 2, 2), Float64Array.of(1, 0, 1, 1, 1, 5), 3, 2)!;
    expect(flat.r2).toBeNaN();
  });

  it('is undefined for dependent columns, too few rows, or a value that is not finite', () => {
    const y = Float64Array.of(1, 2, 4);
    expect(ols(y, Float64Array.of(1, 2, 1, 2, 1, 2), 3, 2)).toBeUndefined();
    expect(ols(y, Float64Array.of(1, 0, 1, 0, 1, 0), 3, 2)).toBeUndefined();
    expect(ols(Float64Array.of(1), Float64Array.of(1, 2), 1, 2)).toBeUndefined();
    expect(ols(Float64Array.of(1, Number.NaN), Float64Array.of(1, 2), 2, 1)).toBeUndefined();
    expect(ols(Float64Array.of(1, 2), Float64Array.of(1, Number.POSITIVE_INFINITY), 2, 1)).toBeUndefined();
    expect([...ols(Float64Array.of(4), Float64Array.of(2), 1, 1)!.beta]).toEqual([2]);
  });

  it('refuses lengths that disagree and weights that are none, and leaves its input alone', () => {
    const { x, y, weights } = trigonometricDesign(10, 2);
    const copies = [x, y, weights].map((values) => Float64Array.from(values));
    wls(y, x, weights, 10, 2);
    expect([x, y, weights]).toEqual(copies);
    expect(() => ols(y, x, 10, 3)).toThrow(RangeError);
    expect(() => ols(y, x, 9, 2)).toThrow(RangeError);
    expect(() => wls(y, x, weights.subarray(1), 10, 2)).toThrow(RangeError);
    for (const bad of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => wls(y, x, new Float64Array(10).fill(bad), 10, 2)).toThrow(
        'weights must be finite and above 0',
      );
    }
    expect(() => standardErrors(new Float64Array(3), 2)).toThrow(RangeError);
    expect(() => combinationStandardError(new Float64Array(3), new Float64Array(2))).toThrow(RangeError);
  });
});
