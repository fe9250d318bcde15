import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../../src/data/time.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { regimeBefore, stressLines } from '../../../../src/diagnosis/explain/havens/stress-days.ts';
import { stressRecord } from '../../../../src/diagnosis/explain/havens/stress-record.ts';
import { quantile } from '../../../../src/math/quantile.ts';
import { normals } from '../../../measures/random.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { later, viewOf } from '../../scan/synthetic.ts';
import { havenMarket, INSTANT } from './market.ts';

describe('the line of a stress day', () => {
  it('is the quantile of the rows before the day, holes left out', () => {
    const returns = normals(2000, 3);
    returns[700] = Number.NaN;
    const lines = stressLines(returns);
    for (const t of [500, 701, 1300, 1999]) {
      const known = returns.subarray(Math.max(0, t - 1250), t).filter((r) => !Number.isNaN(r));
      expect(lines[t]).toBe(quantile(known, 0.05));
    }
    expect(lines[499]).toBeNaN();
  });

  it('does not move when the day itself or a later one does', () => {
    const returns = normals(900, 3);
    const before = stressLines(returns)[800];
    returns[800] = -9;
    returns[801] = -9;
    expect(stressLines(returns)[800]).toBe(before);
  });
});

describe('a record on stress days', () => {
  it('has a band about the mean that is the textbook one for independent days', () => {
    // 1.645 standard errors of 400 independent normal days: 0.082.
    const found = stressRecord(normals(400, 9), 0.9)!;
    expect((found.meanBand.high - found.meanBand.low) / 2).toBeGreaterThan(0.06);
    expect((found.meanBand.high - found.meanBand.low) / 2).toBeLessThan(0.11);
    expect(found.hitBand.low).toBeLessThan(found.hit);
  });

  it('is none for fewer than twenty days, and a band of no width for a return that never varies', () => {
    expect(stressRecord(normals(19, 9), 0.9)).toBeUndefined();
    expect(stressRecord(new Float64Array(30).fill(0.5), 0.9)!.meanBand).toMatchObject({
      low: 0.5,
      high: 0.5,
    });
  });
});

it('names the regime by the correlation before the day, and none from too few days', () => {
  const equity = normals(300, 2);
  expect(
    regimeBefore(
      equity,
      equity.map((r) => -r),
      300,
    ),
  ).toBe('bonds-against');
  expect(regimeBefore(equity, equity, 300)).toBe('bonds-along');
  expect(regimeBefore(equity, equity, 150)).toBeUndefined();
  expect(regimeBefore(equity, new Float64Array(300), 300)).toBeUndefined();
});

async function leagueOf(columns: Parameters<typeof viewOf>[0], instant = INSTANT) {
  const answer = await explain(viewOf(columns, instant), { window: '5d', part: 'haven-league' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.havens!.parts.havenLeague!;
}

describe('the haven league', () => {
  it('is ranked by the mean return, and no order of the series changes it', async () => {
    const columns = havenMarket(1800);
    const part = await leagueOf(columns);
    const means = part.league.map(({ mean }) => mean.value).filter((value) => value !== null);
    expect(means.length).toBeGreaterThan(4);
    expect(means).toEqual(means.toSorted((a, b) => b - a));
    // Long Treasuries are a hedge of the made-up market, miners a risk asset.
    const place = (id: string) => part.league.findIndex(({ member }) => member === id);
    expect(place('gdx')).toBeGreaterThan(place('tlt'));
    expect(part.gold.days).toHaveLength(6);
    expect(part.gold.failed.value).toBe(part.gold.days.filter(({ gold }) => gold.value! <= 0).length);
    expect(await leagueOf(columns.toReversed())).toEqual(part);
  });

  it('does not change by what is known later, and says what is missing of an empty store', async () => {
    const early = parseInstant('2025-06-02T01:00Z');
    const columns = havenMarket(900);
    const values = async (all: typeof columns) =>
      (await leagueOf(all, early)).league.map(({ member, mean, hit }) => [member, mean.value, hit.value]);
    expect(await values(columns.map((one) => later(one, early, 'alter')))).toEqual(await values(columns));
    const empty = await leagueOf([]);
    expect(empty.days).toMatchObject({
      value: null,
      why: 'fewer than 500 sessions of the S&P 500 before it',
    });
    expect(empty.session.stress).toBeNull();
  });
});

describeWithPack('the haven league in the data pack', () => {
  // numpy on the CSV files from 2004: 298 stress days to 2026-02-12; mean and share above 0 of TLT and GDX on them; TLT where the
  // correlation before was not below 0 (24 days).
  it('has the means that numpy gives', async () => {
    const store = await openPack();
    const view = await store.asOf(INSTANT);
    const part = (await explain(view, { window: '5d', part: 'haven-league' })).havens!.parts.havenLeague!;
    const of = (id: string) => part.league.find(({ member }) => member === id)!;
    expect(part.days.value).toBe(298);
    expect(part.session.line.value).toBeCloseTo(-0.016435182692761646, 14);
    expect(of('tlt').mean.value).toBeCloseTo(0.00747118343226123, 12);
    expect(of('tlt').hit.value).toBeCloseTo(0.7684563758389261, 12);
    expect(of('tlt').regimes[1]!.mean.value).toBeCloseTo(0.0010384031574563652, 12);
    expect(of('gdx').mean.value).toBeCloseTo(-0.014999353380429743, 12);
    expect(part.league[0]!.member).toBe('tlt');
    await store.close();
  });
});
