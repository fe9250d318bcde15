import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../../src/data/observation.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { normals } from '../../../measures/random.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../../scan/synthetic.ts';
import { INSTANT, TO } from './market.ts';

function walked(returns: Float64Array): Float64Array {
  let level = 100;
  return returns.map((r) => (level *= 1 + r));
}

/** Miners with a beta of 1.5 to mid-cap growth while it stands above its mean of 200 closes, 0.3 below, and 2 to gold, without noise. */
function market(sessions: number): ObservationColumns[] {
  const [m, g] = [normals(sessions, 1), normals(sessions, 2)].map((z) => z.map((x) => 0.01 * x)) as [
    Float64Array,
    Float64Array,
  ];
  const closes = walked(m);
  const mean = (t: number) => closes.subarray(t - 200, t).reduce((sum, x) => sum + x, 0) / 200;
  const miners = m.map((r, t) => (t >= 200 && closes[t - 1]! >= mean(t) ? 1.5 : 0.3) * r + 2 * g[t]!);
  return Object.entries({ gdx: miners, gld: g, ijk: m }).map(([id, returns]) =>
    columnsOf(id, rowsUpTo(id, TO, walked(returns))),
  );
}

async function partOf(columns: readonly ObservationColumns[]) {
  const answer = await explain(viewOf(columns, INSTANT), { window: '5d', part: 'miners-growth' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.havens!.parts.minersGrowth!;
}

describe('miners as mid-cap growth', () => {
  it('finds the planted betas of both states, and says which fund is not there', async () => {
    const [ijk, iwp, qqq] = (await partOf(market(1200))).rows;
    expect(ijk!.bull.value).toBeCloseTo(1.5, 8);
    expect(ijk!.bear.value).toBeCloseTo(0.3, 8);
    expect(ijk!.difference.value).toBeCloseTo(1.2, 8);
    expect(ijk!.gold.value).toBeCloseTo(2, 8);
    expect(ijk!.sessions.bull + ijk!.sessions.bear).toBe(1000);
    expect(iwp!.bull.why).toBe(
      'fewer than 500 sessions with GDX, GLD and the fund, or fewer than 60 in a state',
    );
    expect(qqq!.bull.flags).toEqual(['proxy']);
  });

  it('does not change by what is known later or by the order of the series, and says when there is too little', async () => {
    const columns = market(900);
    const part = await partOf(columns);
    for (const how of ['remove', 'alter'] as const) {
      expect(await partOf(columns.map((one) => later(one, INSTANT, how)).reverse())).toEqual(part);
    }
    for (const few of [[], market(600)]) expect((await partOf(few)).date).toBeNull();
  });
});

describeWithPack('miners as growth in the data pack', () => {
  it('needs a mid-cap growth fund and tells its neighbours', async () => {
    const store = await openPack();
    const answer = await explain(await store.asOf(INSTANT), { window: '5d', part: 'miners-growth' });
    const rows = answer.havens!.parts.minersGrowth!.rows;
    expect(rows.map(({ bull }) => bull.value !== null)).toEqual([false, false, true, true]);
    // numpy’s lstsq on GDX, GLD and QQQ as CSV, 1,250 sessions to 2026-02-12, 951 of them rising.
    expect(rows[2]!.bull.value).toBeCloseTo(0.273133447, 8);
    expect(rows[2]!.bear.value).toBeCloseTo(0.29579738, 8);
    expect(rows[2]!.gold.value).toBeCloseTo(1.59824613, 7);
    expect(JSON.stringify(answer.havens!.needs)).toContain('ijk');
    await store.close();
  });
});
