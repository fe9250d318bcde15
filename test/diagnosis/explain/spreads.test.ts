import { expect, it } from 'vitest';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { memoryView } from '../../../src/data/store/memory.ts';
import { dayOf, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { normals } from '../../measures/random.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { later } from '../scan/synthetic.ts';

const OPTIONS = { window: '5d', section: 'flows', part: 'spreads' } as const;
const INSTANT = parseInstant('2025-10-11T00:00Z');
const HOUR = 3_600_000;

/** Bars that end at the instant, a value a step, known at their close. */
function barsOf(
  series: string,
  step: number,
  values: readonly number[],
  source = 'binance:a',
): ObservationColumns {
  const times = Float64Array.from(values, (_, t) => INSTANT - (values.length - 1 - t) * step);
  return {
    series,
    source,
    times,
    dates: Int32Array.from(times, (time) => dayOf(time - 1)),
    values: Float64Array.from(values),
    knownAt: times,
    flags: new Uint16Array(values.length),
    rules: new Uint8Array(values.length),
  };
}

async function told(columns: readonly ObservationColumns[], instant = INSTANT) {
  const answer = await explain(memoryView(columns, instant, { entry: entryOf }), OPTIONS);
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.flows!.parts.spreads!;
}

/** A spot that walks and a perpetual whose spread to it is an AR(1) of φ = 0.8. */
function market(): ObservationColumns[] {
  const [steps, noise] = [normals(600, 1), normals(600, 2)];
  let [level, spread] = [Math.log(100_000), 0];
  const rows = Array.from(steps, (step, t) => {
    level += 0.002 * step;
    spread = 0.8 * spread + 1e-4 * noise[t]!;
    return { spot: Math.exp(level), perpetual: Math.exp(level + spread) };
  });
  return [
    barsOf(
      'btc-usd-1h',
      HOUR,
      rows.map(({ spot }) => spot),
    ),
    barsOf(
      'btc-perpetual-1h',
      HOUR,
      rows.map(({ perpetual }) => perpetual),
    ),
  ];
}

const PERPETUAL = 'bybit-perpetual-binance';
const pair = (part: Awaited<ReturnType<typeof told>>, id = PERPETUAL) =>
  part.pairs.find((one) => one.id === id)!;

it('measures a constant spread exactly, and its share beyond the fees', async () => {
  const spot = Array.from(normals(100, 5), (z) => 100_000 * (1 + 0.01 * z));
  const part = await told([
    barsOf('btc-usd-1h', HOUR, spot),
    barsOf(
      'btc-perpetual-1h',
      HOUR,
      spot.map((price, t) => price * Math.exp(t === 60 ? 0.01 : 0.001)),
    ),
  ]);
  const { median, largest, largestAt, beyondFees, net, closes } = pair(part);
  expect(closes).toBe(100);
  expect(median.value).toBeCloseTo(0.001, 12);
  expect(largest.value).toBeCloseTo(0.01, 12);
  expect(largestAt).toBe('2025-10-09T09:00Z');
  // one close of a hundred lies beyond 15.5 bp, by 84.5 bp
  expect(beyondFees.value).toBeCloseTo(0.01, 12);
  expect(net.value).toBeCloseTo(0.0000845, 12);
});

it('covers the half-life of a spread that fades by a fifth an hour', async () => {
  const { halfLife } = pair(await told(market()));
  // closed form: ln ½/ln 0.8 = 3.106 hours
  const truth = Math.log(0.5) / Math.log(0.8) / 24;
  expect(halfLife.band!.low).toBeLessThan(truth);
  expect(halfLife.band!.high).toBeGreaterThan(truth);
  expect(Math.abs(halfLife.value! / truth - 1)).toBeLessThan(0.3);
});

it('keeps the rows of an index out of a spread between two venues', async () => {
  const [spot, perpetual] = market() as [ObservationColumns, ObservationColumns];
  const index = { ...spot, source: 'cryptocompare:a', values: spot.values.map((value) => 2 * value) };
  expect(pair(await told([index, perpetual])).median.why).toMatch(/^fewer than 20 closes/);
});

it('sees which of two markets moves a bar before the other', async () => {
  const steps = normals(900, 11);
  const path = (lag: number) => {
    let level = 0;
    return Array.from(steps, (_, t) => {
      level += 0.002 * (steps[t - lag] ?? 0);
      return 100 * Math.exp(level);
    });
  };
  const part = await told([barsOf('ibit-2m', 120_000, path(0)), barsOf('spy-2m', 120_000, path(1))]);
  const found = part.leadLags.find(({ first }) => first === 'ibit-2m')!;
  expect(found.leads).toBe('first');
  expect(found.lags.find(({ lag }) => lag === 1)!.correlation.value).toBeCloseTo(1, 1);
});

it('changes no byte for what is known later, and gives reasons when there is nothing', async () => {
  const cut = INSTANT - 100 * HOUR;
  const before = await told(market(), cut);
  expect(
    await told(
      market().map((columns) => later(columns, cut, 'alter')),
      cut,
    ),
  ).toEqual(before);
  expect(await told([...market()].reverse(), cut)).toEqual(before);
  const none = await told([]);
  expect(pair(none).largest.why).toBe('fewer than 20 closes of both venues in the last 30 days');
  expect(none.leadLags[0]!.lags[0]!.correlation.value).toBeNull();
});

describeWithPack('the crash of October 2025', () => {
  it('agrees with pandas', async () => {
    const view = await (await openPack()).asOf(parseInstant('2025-10-11T01:00Z'));
    const part = (await explain(view, OPTIONS)).flows!.parts.spreads!;
    // pandas: ln of the closes of btcusdt_perp_bybit_1h over btcusdt_binance_1h_2025, bars that close up to 2025-10-11T00:00Z
    const perpetual = pair(part);
    expect(perpetual.closes).toBe(683);
    expect(perpetual.median.value).toBeCloseTo(-0.000434006, 9);
    expect(perpetual.largest.value).toBeCloseTo(-0.00237969639, 9);
    // premium_bp of the Coinbase file: 18.222 on 2025-10-10, median of 30 days 4.3185
    expect(pair(part, 'coinbase-binance').largest.value).toBeCloseTo(0.0018222, 12);
    expect(pair(part, 'coinbase-binance').median.value).toBeCloseTo(0.00043185, 12);
  });
});
