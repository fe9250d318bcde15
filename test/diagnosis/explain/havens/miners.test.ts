import { describe, expect, it } from 'vitest';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { normals } from '../../../measures/random.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../../scan/synthetic.ts';
import { INSTANT, TO } from './market.ts';

/** Miners that move 1.5 times with gold and 0.5 times with equities, all of 1 % a day. */
function market(sessions: number) {
  const [gold, equity, own] = [1, 2, 3].map((seed) => normals(sessions, seed).map((x) => 0.01 * x));
  const priced = (id: string, returns: Float64Array) => {
    let level = 100;
    return columnsOf(
      id,
      rowsUpTo(
        id,
        TO,
        returns.map((r) => (level *= 1 + r)),
      ),
    );
  };
  return [
    priced('gld', gold!),
    priced('spy', equity!),
    priced(
      'gdx',
      gold!.map((g, t) => 1.5 * g + 0.5 * equity![t]! + own![t]!),
    ),
  ];
}

async function partOf(columns: Parameters<typeof viewOf>[0]) {
  const answer = await explain(viewOf(columns, INSTANT), { window: '5d', part: 'miners' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return { part: answer.havens!.parts.miners!, needs: answer.havens!.needs };
}

describe('miners', () => {
  it('splits their variance into metal, equities and the rest, which sum to 1', async () => {
    const { part } = await partOf(market(500));
    const { metal, equity, own } = part.shares;
    expect(metal.value! + equity.value! + own.value!).toBeCloseTo(1, 14);
    // 2.25, 0.25 and 1 of 3.5.
    expect(Math.abs(metal.value! - 0.643)).toBeLessThan(0.15);
    expect(Math.abs(own.value! - 0.286)).toBeLessThan(0.15);
    expect(Math.abs(part.betas.metal.value! - 1.5)).toBeLessThan(0.35);
    expect(part.betas.metal.band!.low).toBeLessThan(part.betas.metal.value!);
    expect(part.ratio.z.value).not.toBeNull();
  });

  it('asks for cost and debt, and computes leverage once they are imported', async () => {
    const { part, needs } = await partOf(market(300));
    expect(part.leverage.margin).toMatchObject({
      value: null,
      why: 'gold-mining-aisc or gold-front has no value',
    });
    expect(needs.map(({ series }) => series)).toContain('gold-mining-aisc');
    const quarter = TO - 200;
    const told = await partOf([
      ...market(300),
      columnsOf('gold-front', [{ date: TO, value: 5000 }]),
      columnsOf('gold-mining-aisc', [{ date: quarter, value: 1600 }]),
      columnsOf('gdx-net-debt-to-equity', [{ date: quarter, value: 0.1 }]),
    ]);
    const { margin, elasticity, breakEven } = told.part.leverage;
    // (5000 − 1600) / 5000, 5000 / 3400 · 1.1.
    expect(margin.value).toBeCloseTo(0.68, 12);
    expect(elasticity.value).toBeCloseTo(1.6176470588235294, 12);
    expect(breakEven.value).toBe(1600);
  });

  it('does not change by what is known later or by the order of the series, and gives reasons', async () => {
    const columns = market(500);
    const { part } = await partOf(columns);
    expect((await partOf(columns.map((one) => later(one, INSTANT, 'remove')).reverse())).part).toEqual(part);
    for (const few of [[], market(60), market(500).slice(0, 2)]) {
      expect((await partOf(few)).part.shares.metal).toMatchObject({
        value: null,
        why: 'fewer than 120 sessions with GDX, GLD and SPY',
      });
    }
  });
});

describeWithPack('miners in the data pack', () => {
  // numpy and statsmodels on GDX.csv, GLD.csv and SPY.csv, 120 sessions to 2026-02-12: φ_1 = (R²(g) + R²(g, s) − R²(s)) / 2; ratio and high of 250.
  it('has the shares that numpy gives', async () => {
    const store = await openPack();
    const view = await store.asOf(INSTANT);
    const part = (await explain(view, { window: '5d', part: 'miners' })).havens!.parts.miners!;
    expect(part.shares.metal.value).toBeCloseTo(0.656044529892239, 10);
    expect(part.shares.equity.value).toBeCloseTo(0.06446244101585263, 10);
    expect(part.betas.metal.value).toBeCloseTo(1.2614202237894934, 8);
    expect(part.ratio.z.value).toBeCloseTo(1.243151398709971, 10);
    expect(part.fromHigh.miners.value).toBeCloseTo(-0.12375178316690438, 12);
    await store.close();
  });
});
