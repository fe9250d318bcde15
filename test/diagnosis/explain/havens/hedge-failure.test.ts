import { describe, expect, it } from 'vitest';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import {
  coexceedances,
  effectivenessBand,
  hedgeEffectiveness,
  hedgeRatio,
} from '../../../../src/diagnosis/explain/havens/hedge-value.ts';
import { normals } from '../../../measures/random.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { later, viewOf } from '../../scan/synthetic.ts';
import { havenMarket, INSTANT } from './market.ts';

describe('the value of a hedge', () => {
  const position = normals(500, 1);

  it('is whole for its mirror image, nothing without a ratio, and below nothing for more of the same', () => {
    const mirror = position.map((r) => -r / 2);
    expect(hedgeRatio(position, mirror)).toBeCloseTo(2, 12);
    expect(hedgeEffectiveness(position, mirror, 2)).toBeCloseTo(1, 12);
    expect(hedgeEffectiveness(position, mirror, 0)).toBeCloseTo(0, 12);
    // r + r: four times the variance.
    expect(hedgeEffectiveness(position, position, 1)).toBeCloseTo(-3, 12);
    expect(hedgeRatio(position, position)).toBe(0);
    expect(hedgeRatio(position, new Float64Array(500))).toBeNaN();
  });

  it('is the squared correlation at the ratio of least variance of the same rows', () => {
    // Ederington (1979), eq. 8.
    const noise = normals(500, 2);
    const hedge = position.map((r, t) => -0.6 * r + 0.8 * noise[t]!);
    const ratio = hedgeRatio(position, hedge);
    const centred = (values: Float64Array) => {
      const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
      return values.map((x) => x - mean);
    };
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, t) => sum + x * b[t]!, 0);
    const [a, b] = [centred(position), centred(hedge)];
    const squared = dot(a, b) ** 2 / (dot(a, a) * dot(b, b));
    expect(hedgeEffectiveness(position, hedge, ratio)).toBeCloseTo(squared, 12);
    const band = effectivenessBand(position, hedge, ratio, 0.9);
    expect(band.low).toBeLessThan(squared);
    expect(band.high).toBeGreaterThan(squared);
  });

  it('counts the days on which both lie in their own worst tenth', () => {
    expect(coexceedances(position, position, 0.1)).toBe(50);
    expect(
      coexceedances(
        position,
        position.map((r) => -r),
        0.1,
      ),
    ).toBe(0);
  });
});

async function partOf(columns: Parameters<typeof viewOf>[0]) {
  const answer = await explain(viewOf(columns, INSTANT), { window: '5d', part: 'hedge-failure' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.havens!.parts.hedgeFailure!;
}

describe('hedges and diversification', () => {
  it('sees a planted hedge, with a band about its effectiveness, whatever the order of the series', async () => {
    const columns = havenMarket(700);
    const part = await partOf(columns);
    const tlt = part.hedges[0]!;
    expect(tlt.correlation.value).toBeLessThan(-0.3);
    expect(tlt.ratio.value).toBeGreaterThan(0.2);
    expect(tlt.effectiveness.band!.low).toBeLessThan(tlt.effectiveness.value!);
    expect(tlt.effectiveness.band!.high).toBeGreaterThan(tlt.effectiveness.value!);
    expect(part.bets.recent.value).toBeGreaterThan(1);
    expect(part.bets.recent.value).toBeLessThan(9);
    expect(await partOf(columns.toReversed())).toEqual(part);
  });

  it('does not change by what is known later, and gives reasons where nothing is known', async () => {
    const columns = havenMarket(700);
    expect(await partOf(columns.map((one) => later(one, INSTANT, 'remove')))).toEqual(await partOf(columns));
    for (const few of [[], havenMarket(40)]) {
      const part = await partOf(few);
      expect(part.hedges[0]!.correlation).toMatchObject({
        value: null,
        why: 'fewer than 500 sessions with both returns',
      });
      expect(part.bets.recent.value).toBeNull();
    }
  });
});

describeWithPack('hedges in the data pack', () => {
  // numpy on GSPC, TLT and GC as CSV, 250 sessions to 2026-02-12.
  it('has the correlations that numpy gives', async () => {
    const store = await openPack();
    const view = await store.asOf(INSTANT);
    const part = (await explain(view, { window: '5d', part: 'hedge-failure' })).havens!.parts.hedgeFailure!;
    const [tlt, gold] = part.hedges;
    expect(tlt!.correlation.value).toBeCloseTo(0.06365751640002129, 10);
    expect(gold!.correlation.value).toBeCloseTo(0.027242055914181648, 10);
    expect(gold!.stressCorrelation.value).toBeCloseTo(0.2016947495076962, 10);
    expect(gold!.covered.value).toBeLessThan(-1);
    expect(tlt!.covered.value).toBeGreaterThan(0.5);
    await store.close();
  });
});
