import { describe, expect, it } from 'vitest';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { factorShares } from '../../../../src/diagnosis/explain/havens/factor-shares.ts';
import { normals } from '../../../measures/random.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../../scan/synthetic.ts';
import { havenMarket, INSTANT, TO } from './market.ts';

const N = 800;
const ONES = new Float64Array(N).fill(1);

describe('the shares of a return’s variance', () => {
  it('sum to 1 and come near those planted', () => {
    const [a, b, e] = [1, 2, 3].map((seed) => normals(N, seed)) as [Float64Array, Float64Array, Float64Array];
    // Variances 1.44, 0.25 and 1 of uncorrelated parts: shares 0.535, 0.093 and 0.372.
    const y = a.map((x, t) => 1.2 * x - 0.5 * b[t]! + e[t]!);
    const { shares, betas } = factorShares(y, [a, b], ONES)!;
    const last = shares.map((one) => one.at(-1)!);
    expect(last[0]! + last[1]! + last[2]!).toBeCloseTo(1, 14);
    expect(betas[0]!.at(-1)).toBeCloseTo(1.2, 0);
    const meanOf = (one: Float64Array) => one.subarray(300).reduce((sum, x) => sum + x, 0) / (N - 300);
    expect(Math.abs(meanOf(shares[0]!) - 0.535)).toBeLessThan(0.08);
    expect(Math.abs(meanOf(shares[2]!) - 0.372)).toBeLessThan(0.08);
  });

  it('follow a beta that changes, at the speed that the rows suggest', () => {
    const [x, e] = [normals(N, 4), normals(N, 5)];
    const steady = factorShares(
      x.map((m, t) => 0.5 * m + e[t]!),
      [x],
      ONES,
    )!;
    const broken = factorShares(
      x.map((m, t) => (t < 400 ? 0 : 1.5) * m + e[t]!),
      [x],
      ONES,
    )!;
    expect(broken.speed).toBeGreaterThan(steady.speed);
    expect(broken.betas[0]!.at(-1)).toBeGreaterThan(1);
    expect(Math.abs(broken.betas[0]![395]!)).toBeLessThan(0.4);
  });

  it('do not depend on the order of the factors or on their units', () => {
    const [a, b, e] = [1, 2, 3].map((seed) => normals(N, seed)) as [Float64Array, Float64Array, Float64Array];
    const y = a.map((x, t) => x + b[t]! + e[t]!);
    const one = factorShares(y, [a, b], ONES)!;
    const other = factorShares(y, [b.map((x) => 100 * x), a], ONES)!;
    expect(other.shares[1]!.at(-1)).toBeCloseTo(one.shares[0]!.at(-1)!, 8);
    expect(other.betas[0]!.at(-1)).toBeCloseTo(one.betas[1]!.at(-1)! / 100, 8);
  });

  it('are none of too few rows or of a factor that does not move', () => {
    expect(factorShares(ONES.subarray(0, 239), [ONES.subarray(0, 239)], ONES)).toBeUndefined();
    expect(factorShares(normals(N, 1), [new Float64Array(N)], ONES)).toBeUndefined();
  });
});

function market(sessions: number) {
  const others = ['nasdaq-100', 'russell-2000', 'eem', 'efa', 'hyg', 'copper-front'].map((id, seed) => {
    let level = 100;
    const own = normals(sessions + 1, 50 + seed);
    const common = normals(sessions + 1, 49);
    const prices = own.map((x, t) => (level *= 1 + 0.008 * common[t]! + 0.004 * x));
    return columnsOf(id, rowsUpTo(id, TO, prices));
  });
  return [...havenMarket(sessions), ...others];
}

async function partOf(columns: Parameters<typeof viewOf>[0]) {
  const answer = await explain(viewOf(columns, INSTANT), { window: '5d', part: 'identity' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.havens!.parts.identity!;
}

describe('what bitcoin is', () => {
  it('has shares that sum to 1 and does not change by what is known later or by the order of the series', async () => {
    const columns = market(500);
    const part = await partOf(columns);
    const shares = part.shares.map(({ share }) => share.value!);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 14);
    expect(part.series.dates.at(-1)).toBe('2026-02-12');
    const { value, band } = part.risk.rSquared;
    expect(value).toBeLessThan(0.3);
    expect(band!.low).toBeLessThan(value!);
    expect(band!.high).toBeGreaterThan(value!);
    expect(part.series.rSquaredLow.at(-1)).toBeLessThan(value!);
    expect(part.series.rSquaredHigh.at(-1)).toBeGreaterThan(value!);
    expect(await partOf(columns.map((one) => later(one, INSTANT, 'remove')).reverse())).toEqual(part);
  });

  it('says so when there are too few sessions', async () => {
    for (const columns of [[], market(150)]) {
      const part = await partOf(columns);
      expect(part.shares[0]!.share).toMatchObject({
        value: null,
        why: 'fewer than 240 sessions with bitcoin and its factors',
      });
      expect(part.change).toBeNull();
    }
  });
});

describeWithPack('bitcoin in the data pack', () => {
  // pandas on the four-hourly BTCUSDT bars cut at 16:00 New York and ^NDX: beta 0.11 from September 2017 to February 2020, 0.77 in 2020–21,
  // 0.97 in 2022–23, 0.93 since; correlation 0.03, 0.31, 0.46, 0.39. The break lies in March 2020.
  it('became technology in March 2020', async () => {
    const store = await openPack();
    const view = await store.asOf(INSTANT);
    const part = (await explain(view, { window: '5d', part: 'identity' })).havens!.parts.identity!;
    expect(part.change!.date).toMatch(/^2020-03/);
    expect(Math.abs(part.change!.before.value!)).toBeLessThan(0.15);
    expect(Math.abs(part.change!.after.value! - 0.9)).toBeLessThan(0.1);
    expect(part.risk.sinceFunds.value).toBeGreaterThan(part.risk.beforeFunds.value!);
    await store.close();
  });
});

it('has no shares where a factor is the return itself', () => {
  const y = normals(N, 1);
  expect(factorShares(y, [y, normals(N, 2)], ONES)).toBeUndefined();
});
