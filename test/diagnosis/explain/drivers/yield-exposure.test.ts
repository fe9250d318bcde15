import { expect, it } from 'vitest';
import type { ObservationColumns } from '../../../../src/data/observation.ts';
import { parseDay, parseInstant } from '../../../../src/data/time.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { yieldExposure } from '../../../../src/diagnosis/explain/drivers/yield-exposure.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf, later, randomMarket, viewOf } from '../../scan/synthetic.ts';

const TO = parseDay('2026-02-11');
const INSTANT = parseInstant('2026-02-12T22:30Z');

async function exposures(columns: readonly ObservationColumns[], asset?: string, at = INSTANT) {
  const options = { window: '5d', part: 'yield-exposure', ...(asset ? { asset } : {}) };
  const answer = await explain(viewOf(columns, at), options);
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.drivers!.parts.yieldExposure!;
}

it('finds the slopes that an instrument is made of, before and since the break, and leaves nothing of the window', async () => {
  const columns = randomMarket(['us-10y-real', 'dollar-index'], TO, 2000, 7);
  const [real, dollar] = columns as [ObservationColumns, ObservationColumns];
  const byDay = new Map([...dollar.dates].map((date, row) => [date, dollar.values[row]!]));
  // ln P = −2 R − 0.5 ln D before 2022, and 3 R − 0.5 ln D from there: +10 bp goes with −0.2 % and with +0.3 %.
  const start = parseDay('2022-01-01');
  let [level, before] = [0, Number.NaN];
  const rows = [...real.dates].flatMap((date, row) => {
    const index = byDay.get(date);
    if (index === undefined) return [];
    const yieldNow = real.values[row]!;
    if (!Number.isNaN(before)) level += (date >= start ? 3 : -2) * (yieldNow - before);
    before = yieldNow;
    return [{ date, value: 1000 * Math.exp(level) * (index / 100) ** -0.5 }];
  });
  const { assets } = await exposures([...columns, columnsOf('gold-front', rows)], 'gold-front');
  const [gold] = assets;
  expect(gold!.realYield.slope.value).toBeCloseTo(0.003, 4);
  expect(gold!.realYield.sign).toBe('conflict');
  expect(gold!.dollar.slope.value).toBeCloseTo(-0.005, 4);
  expect(gold!.dollar.sign).toBe('as-expected');
  expect(gold!.break.before.value).toBeCloseTo(-0.002, 3);
  expect(gold!.break.after.value).toBeCloseTo(0.003, 3);
  expect(gold!.break.p.value).toBeLessThan(1e-6);
  const { move, realYield, dollar: byDollar, rest } = gold!.window;
  expect(move.value! - (realYield.value! + byDollar.value!)).toBe(rest.value);
});

it('does not look ahead', async () => {
  const columns = randomMarket(yieldExposure.series, TO, 700, 9);
  const early = parseInstant('2026-01-15T23:00Z');
  const plain = JSON.stringify(await exposures(columns, undefined, early)).replace(/#[0-9a-f]{6}/g, '');
  const altered = columns.map((one) => later(one, early, 'alter'));
  expect(JSON.stringify(await exposures(altered, undefined, early)).replace(/#[0-9a-f]{6}/g, '')).toBe(plain);
});

it('gives reasons where there is nothing to regress on', async () => {
  const { assets } = await exposures([]);
  expect(assets).toHaveLength(4);
  expect(assets[0]!.realYield).toMatchObject({
    sign: null,
    slope: { value: null, why: 'fewer than 60 sessions with the real yield, the dollar and the instrument' },
  });
  const flat = randomMarket(['us-10y-real', 'gold-front'], TO, 300, 9);
  expect((await exposures(flat, 'gold-front')).assets[0]!.rSquared.value).toBeNull();
});

describeWithPack('the real data', () => {
  it('give gold’s exposures as statsmodels does', async () => {
    const store = await openPack();
    const view = await store.asOf(parseInstant('2026-02-06T01:00Z'));
    const [gold] = (await explain(view, { window: '5d', part: 'yield-exposure' })).drivers!.parts
      .yieldExposure!.assets;
    // statsmodels OLS with cov_type HAC, 4 lags, on DFII10, ln DXY and ln GC=F, 250 sessions to 2026-01-29.
    expect(gold!.realYield.slope.value).toBeCloseTo(0.00191, 5);
    expect(gold!.realYield.slope.band!.low).toBeCloseTo(-0.001123183, 6);
    expect(gold!.realYield.slope.band!.high).toBeCloseTo(0.004942334, 6);
    expect(gold!.dollar.slope.value).toBeCloseTo(-0.01271, 5);
    expect(gold!.rSquared.value).toBeCloseTo(0.1896599943762578, 8);
    // The same since 2004 with a break at 2022-01-01: 5,456 sessions; the importer leaves a few rows out as suspect, hence fewer digits.
    expect(gold!.break.before.value).toBeCloseTo(-0.00248694, 5);
    expect(gold!.break.after.value).toBeCloseTo(-0.002956168, 5);
    expect(gold!.break.p.value).toBeCloseTo(0.6431686, 2);
    await store.close();
  });
});
