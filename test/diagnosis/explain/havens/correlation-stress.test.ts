import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import {
  correlationsOf,
  dayCorrelation,
  meanOfPairs,
  riskRatio,
  stressedCorrelation,
  wayToOne,
} from '../../../../src/diagnosis/explain/havens/correlation/stressed-correlation.ts';
import { sampleCovariance } from '../../../../src/math/covariance.ts';
import { symmetricEigenvalues } from '../../../../src/math/symmetric-eigenvalues.ts';
import { normals } from '../../../measures/random.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { later, viewOf } from '../../scan/synthetic.ts';
import { havenMarket, INSTANT } from './market.ts';

const N = 4;
const IDENTITY = Float64Array.from({ length: N * N }, (_, at) => (at % (N + 1) === 0 ? 1 : 0));

/** Correlations of 12 random rows of 4 columns. */
function randomCorrelations(seed: number): Float64Array {
  return correlationsOf(sampleCovariance(normals(12 * N, seed), 12, N), N);
}

describe('correlations moved toward one', () => {
  it('stay positive semi-definite with 1 on the diagonal, whatever they were', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, lambda) => {
          const blend = stressedCorrelation(randomCorrelations(seed), lambda);
          expect(symmetricEigenvalues(blend, N).at(-1)).toBeGreaterThan(-1e-12);
          for (let i = 0; i < N; i++) expect(blend[i * N + i]).toBe(1);
        },
      ),
    );
  });

  it('are found again as the way they went', () => {
    const before = randomCorrelations(3);
    for (const lambda of [0, 0.25, 1, -0.1]) {
      expect(wayToOne(before, stressedCorrelation(before, lambda), N)).toBeCloseTo(lambda, 12);
    }
    expect(wayToOne(stressedCorrelation(before, 1), before, N)).toBeNaN();
  });

  it('raise the value at risk of uncorrelated positions from 1 to √n', () => {
    // Σ of all entries: 4 of the identity, 16 of ones, 10 half way.
    expect(riskRatio(stressedCorrelation(IDENTITY, 1), IDENTITY)).toBeCloseTo(2, 12);
    expect(riskRatio(stressedCorrelation(IDENTITY, 0.5), IDENTITY)).toBeCloseTo(Math.sqrt(2.5), 12);
    expect(meanOfPairs(stressedCorrelation(IDENTITY, 0.5), N)).toBeCloseTo(0.5, 12);
  });
});

describe('the correlation that one day implies', () => {
  it('is 1 when all move alike, −1/(n − 1) when they cancel, and on average the mean of the pairs', () => {
    expect(dayCorrelation(Float64Array.from([-2, -2, -2, -2]))).toBe(1);
    expect(dayCorrelation(Float64Array.from([1, -1, 2, -2]))).toBeCloseTo(-1 / 3, 12);
    expect(dayCorrelation(new Float64Array(4))).toBeNaN();
    expect(dayCorrelation(Float64Array.from([1, Number.NaN]))).toBeNaN();
    const z = normals(4000 * 40, 5);
    const days = Array.from({ length: 4000 }, (_, t) => {
      const common = z[t * 40]!;
      return dayCorrelation(
        z.slice(t * 40 + 1, t * 40 + 40).map((own) => Math.sqrt(0.3) * common + Math.sqrt(0.7) * own),
      );
    });
    // A ratio of means is 0.3; the mean of the ratio lies a little below.
    const mean = days.reduce((sum, one) => sum + one, 0) / days.length;
    expect(Math.abs(mean - 0.25)).toBeLessThan(0.06);
  });
});

async function partOf(columns: Parameters<typeof viewOf>[0]) {
  const answer = await explain(viewOf(columns, INSTANT), { window: '5d', part: 'correlation-stress' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.havens!.parts.correlationStress!;
}

describe('correlations toward one', () => {
  it('have a value at risk between the normal and that of one position, whatever the order of the series', async () => {
    const columns = havenMarket(800);
    const part = await partOf(columns);
    const [normal, , half, one] = part.matrices;
    expect(normal!.ratio.value).toBe(1);
    expect(half!.ratio.value).toBeGreaterThan(1);
    expect(one!.ratio.value).toBeGreaterThan(half!.ratio.value!);
    expect(one!.meanCorrelation.value).toBeCloseTo(1, 12);
    for (const { leastEigenvalue } of part.matrices) expect(leastEigenvalue.value).toBeGreaterThanOrEqual(0);
    expect(part.way.lambda.band!.low).toBeLessThan(part.way.lambda.value!);
    expect(part.way.lambda.band!.high).toBeGreaterThan(part.way.lambda.value!);
    expect(await partOf(columns.toReversed())).toEqual(part);
  });

  it('do not change by what is known later, and give reasons where too little is known', async () => {
    const columns = havenMarket(800);
    const part = await partOf(columns);
    for (const how of ['remove', 'alter'] as const) {
      expect(await partOf(columns.map((one) => later(one, INSTANT, how)))).toEqual(part);
    }
    for (const few of [[], havenMarket(200)]) {
      const none = await partOf(few);
      expect(none.way.lambda).toMatchObject({
        value: null,
        why: 'fewer than 310 sessions on which all positions are measured, or one that does not move',
      });
      expect(none.matrices[3]!.ratio.value).toBeNull();
    }
  });
});

describeWithPack('correlations toward one in the data pack', () => {
  // numpy on the CSV files of the pack (GSPC, TLT, IEF, GC, GDX, USDJPY, CHFJPY), coins at the New York close, 60 sessions to 2026-02-12 and
  // the 250 before.
  it('are those that numpy gives', async () => {
    const store = await openPack();
    const view = await store.asOf(INSTANT);
    const part = (await explain(view, { window: '5d', part: 'correlation-stress' })).havens!.parts
      .correlationStress!;
    expect(part.way.lambda.value).toBeCloseTo(0.045318710160210496, 10);
    const [normal, realised, half, one] = part.matrices;
    expect(realised!.ratio.value).toBeCloseTo(1.0761035065506825, 10);
    expect(half!.ratio.value).toBeCloseTo(1.619046639361914, 10);
    expect(one!.ratio.value).toBeCloseTo(2.0597631030917647, 10);
    expect(normal!.leastEigenvalue.value).toBeCloseTo(0.08707288363473652, 10);
    expect(part.withVolatility.value).toBeCloseTo(1.1845322331364665, 10);
    await store.close();
  });
});
