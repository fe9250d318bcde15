import { describe, expect, it } from 'vitest';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import {
  correlationBand,
  dccPath,
  differenceBand,
  ewmaPath,
  levelBefore,
  type Pair,
  rollingPath,
} from '../../../../src/diagnosis/explain/havens/correlation/correlation-paths.ts';
import { correlationRegimes } from '../../../../src/diagnosis/explain/havens/correlation/correlation-regimes.ts';
import { pearson } from '../../../../src/measures/correlation.ts';
import { normals } from '../../../measures/random.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../../scan/synthetic.ts';
import { INSTANT, TO } from './market.ts';

/** Standard normal pairs of a correlation that may differ by row. */
function pairOf(n: number, seed: number, rho: (t: number) => number): Pair {
  const [x, e] = [normals(n, seed), normals(n, seed + 5000)];
  return [x, x.map((value, t) => rho(t) * value + Math.sqrt(1 - rho(t) ** 2) * e[t]!)];
}

const ones = (n: number): Pair => [new Float64Array(n).fill(1), new Float64Array(n).fill(1)];

describe('the paths of a correlation', () => {
  const pair = pairOf(800, 1, (t) => (t < 400 ? 0 : 0.8));

  it('end at the correlation of the last window and follow a change', () => {
    const path = rollingPath(pair, 90);
    expect(path[88]).toBeNaN();
    expect(path.at(-1)).toBeCloseTo(pearson(pair[0].subarray(-90), pair[1].subarray(-90)), 12);
    for (const one of [path, ewmaPath(pair), dccPath(pair)]) {
      expect(Math.abs(one[380]!)).toBeLessThan(0.45);
      expect(one[700]).toBeGreaterThan(0.5);
    }
  });

  it('have no dynamic conditional correlation below 500 rows', () => {
    expect(dccPath(pairOf(499, 1, () => 0.5)).every(Number.isNaN)).toBe(true);
    expect(dccPath([new Float64Array(600), normals(600, 1)]).every(Number.isNaN)).toBe(true);
  });

  it('have bands that hold the estimate and leave out 0 for a difference that is large', () => {
    const [before, now] = [pairOf(90, 3, () => 0), pairOf(90, 4, () => 0.7)];
    const band = correlationBand(now, 0.9);
    expect(band.low).toBeLessThan(pearson(...now));
    expect(band.high).toBeGreaterThan(pearson(...now));
    expect(correlationBand(now, 0.9)).toEqual(band);
    expect(differenceBand(before, now, 0.9).low).toBeGreaterThan(0);
    const same = differenceBand(before, before, 0.9);
    expect(same.low).toBeLessThan(0);
    expect(same.high).toBeGreaterThan(0);
  });

  it('cover the truth about as often as they say', () => {
    // 200 windows of 90 independent pairs with ρ = 0.5: a percentile band of 90 % holds it in about 87 % of such windows.
    const z = normals(200 * 180, 77);
    const held = Array.from({ length: 200 }, (_, k) => {
      const x = z.subarray(180 * k, 180 * k + 90);
      const y = x.map((value, t) => 0.5 * value + Math.sqrt(0.75) * z[180 * k + 90 + t]!);
      return correlationBand([x, y], 0.9);
    });
    const share = held.filter(({ low, high }) => low <= 0.5 && 0.5 <= high).length / held.length;
    expect(share).toBeGreaterThan(0.83);
    expect(share).toBeLessThan(0.95);
  });
});

describe('when a path last stood at its level', () => {
  it('is the latest crossing that is not of the same episode', () => {
    const path = Float64Array.from([0.1, 0.6, 0.2, 0.1, 0.3, 0.45, 0.5]);
    // At 0.5 on row 6; rows 5 and 6 are the same episode with a gap of 2; it fell from 0.6 to 0.2 through 0.5 at row 2.
    expect(levelBefore(path, 2)).toEqual({ row: 2, extreme: undefined });
    expect(levelBefore(Float64Array.from([0.1, Number.NaN, 0.2, 0.4, 0.9]), 1)).toEqual({
      row: undefined,
      extreme: 'highest',
    });
    expect(levelBefore(Float64Array.from([0.1, 0.2, 0.4, -0.9]), 1).extreme).toBe('lowest');
    expect(levelBefore(new Float64Array(0), 1)).toEqual({ row: undefined, extreme: undefined });
  });
});

describe('the regimes of a correlation', () => {
  it('find a planted break within ten sessions, and none where there is none', () => {
    const draws = Array.from({ length: 60 }, (_, k) => k);
    const near = draws.filter((k) => {
      const found = correlationRegimes(
        pairOf(700, 10 + k, (t) => (t < 430 ? 0 : 0.7)),
        ones(700),
      );
      return found.some(({ from }) => Math.abs(from - 430) <= 10);
    });
    expect(near.length / draws.length).toBeGreaterThan(0.85);
    const steady = draws.filter(
      (k) =>
        correlationRegimes(
          pairOf(700, 10 + k, () => 0.4),
          ones(700),
        ).length === 1,
    );
    expect(steady.length / draws.length).toBeGreaterThan(0.95);
  });

  it('cover every row once and are none of fewer than 120 rows', () => {
    const found = correlationRegimes(
      pairOf(500, 2, (t) => (t < 250 ? -0.8 : 0.8)),
      ones(500),
    );
    expect(found[0]!.from).toBe(0);
    expect(found.at(-1)!.to).toBe(499);
    expect(found.slice(1).map(({ from }) => from - 1)).toEqual(found.slice(0, -1).map(({ to }) => to));
    expect(
      correlationRegimes(
        pairOf(119, 2, () => 0),
        ones(119),
      ),
    ).toEqual([]);
  });
});

/** Bitcoin that begins to follow the Nasdaq-100 300 sessions before the end. */
function market(sessions: number) {
  const [x, y] = pairOf(sessions, 7, (t) => (t < sessions - 300 ? 0 : 0.8));
  const walked = (id: string, steps: Float64Array) => {
    let level = 100;
    return columnsOf(
      id,
      rowsUpTo(
        'nasdaq-100',
        TO,
        steps.map((z) => (level *= 1 + 0.01 * z)),
      ),
    );
  };
  return [walked('btc-usd', x), walked('nasdaq-100', y), walked('sp500', normals(sessions, 3))];
}

async function partOf(columns: Parameters<typeof viewOf>[0]) {
  const answer = await explain(viewOf(columns, INSTANT), { window: '5d', part: 'technology-correlation' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.havens!.parts.technologyCorrelation!;
}

describe('bitcoin and the Nasdaq-100', () => {
  it('tells the level, its rank, the planted break and how bitcoin was cut', async () => {
    const part = await partOf(market(1000));
    const long = part.readings.find(({ method }) => method === 'rolling-90')!;
    expect(long.correlation.value).toBeGreaterThan(0.6);
    expect(long.correlation.band!.low).toBeLessThan(long.correlation.value!);
    expect(long.percentile.value).toBeGreaterThan(0.5);
    expect(part.regimes).toHaveLength(2);
    expect(part.alignment.atClose).toBe(0);
    expect(part.alignment.byUtcDay).toBeGreaterThan(800);
    expect(part.alignment.utc.value).toBeCloseTo(long.correlation.value!, 12);
    expect(part.change.difference.value).toBeCloseTo(long.correlation.value! - part.change.before.value!, 14);
  });

  it('does not change by what is known later or by the order of the series', async () => {
    const columns = market(700);
    const part = await partOf(columns);
    expect(part.series.dates.at(-1)).toBe('2026-02-12');
    for (const how of ['remove', 'alter'] as const) {
      expect(await partOf(columns.map((one) => later(one, INSTANT, how)).reverse())).toEqual(part);
    }
  });

  it('says so when there are too few sessions', async () => {
    const none = await partOf([]);
    expect(none.date).toBeNull();
    expect(none.readings[0]!.correlation.why).toBe('fewer than 30 sessions with bitcoin and the Nasdaq-100');
    const few = await partOf(market(220));
    expect(few.readings[1]!.correlation.value).not.toBeNull();
    expect(few.readings[3]!.correlation.why).toMatch(/^DCC-GARCH needs 500/);
    expect(few.readings[0]!.percentile.why).toBe('fewer than 250 sessions with bitcoin and the Nasdaq-100');
    expect(few.change.difference.why).toBe('fewer than 180 sessions with bitcoin and the Nasdaq-100');
  });
});

describeWithPack('bitcoin and the Nasdaq-100 in the data pack', () => {
  // pandas: hourly BTC bars (Binance 2026, CCCAGG from October 2025, Binance before) cut at the New York close, else the four-hourly ones,
  // with ^NDX; numpy’s corrcoef over the last 30 and 90 and the 90 before; the recursion of RiskMetrics in numpy.
  it('has the correlations that numpy gives at the New York close', async () => {
    const store = await openPack();
    const view = await store.asOf(INSTANT);
    const part = (await explain(view, { window: '5d', part: 'technology-correlation' })).havens!.parts
      .technologyCorrelation!;
    const [short, long, ewma] = part.readings;
    expect(short!.correlation.value).toBeCloseTo(0.4985244763298467, 10);
    expect(long!.correlation.value).toBeCloseTo(0.538788810002586, 10);
    expect(ewma!.correlation.value).toBeCloseTo(0.5822508266254004, 6);
    expect(part.change.before.value).toBeCloseTo(0.4227888128376816, 10);
    expect(part.alignment.utc.value).toBeCloseTo(0.5870465888711431, 10);
    expect(part.regimes.at(-1)!.from).toMatch(/^2020-03/);
    await store.close();
  });
});
