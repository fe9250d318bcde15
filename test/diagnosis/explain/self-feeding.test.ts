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

const OPTIONS = { window: '5d', section: 'flows', part: 'self-feeding' } as const;
const INSTANT = parseInstant('2025-10-11T00:00Z');
const HOUR = 3_600_000;

/** Hourly closes of a year up to the instant; `calm` has independent returns, otherwise a fall is followed by two more. */
function hours(calm: boolean): ObservationColumns {
  const n = 365 * 24;
  const draws = normals(n, 21);
  let [level, left] = [Math.log(100_000), 0];
  const values = Float64Array.from(draws, (z) => {
    const set = !calm && left > 0;
    if (!calm && z < -2) left = 3;
    left -= 1;
    level += set ? -0.012 : 0.004 * z;
    return Math.exp(level);
  });
  const times = Float64Array.from(values, (_, t) => INSTANT - (n - 1 - t) * HOUR);
  return {
    series: 'btc-usd-1h',
    source: 'binance:a',
    times,
    dates: Int32Array.from(times, (time) => dayOf(time - 1)),
    values,
    knownAt: times,
    flags: new Uint16Array(n),
    rules: new Uint8Array(n),
  };
}

async function told(columns: readonly ObservationColumns[], instant = INSTANT) {
  const answer = await explain(memoryView(columns, instant, { entry: entryOf }), OPTIONS);
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.flows!.parts.selfFeeding!;
}

it('finds little branching in independent returns, and more where a fall sets off others', async () => {
  const calm = await told([hours(true)]);
  expect(calm.now.branching.band!.low).toBeLessThan(0.1);
  expect(calm.now.branching.flags).toEqual(['proxy']);
  const cascade = await told([hours(false)]);
  expect(cascade.now.branching.value!).toBeGreaterThan(0.3);
  expect(cascade.now.branching.band!.low).toBeGreaterThan(calm.now.branching.band!.low);
  // a twentieth of the hours are falls
  expect(Math.abs(calm.now.falls / (90 * 24) - 0.05)).toBeLessThan(0.015);
});

it('changes no byte for what is known later', async () => {
  const cut = INSTANT - 30 * 24 * HOUR;
  const before = await told([hours(false)], cut);
  for (const how of ['alter', 'remove'] as const) {
    expect(await told([later(hours(false), cut, how)], cut)).toEqual(before);
  }
});

it('gives reasons when there is nothing, when hours lie apart, and never a gain without liquidations', async () => {
  const none = await told([]);
  expect(none.now.branching.why).toBe('fewer than 2000 hourly returns in the last 365 days');
  expect(none.variance.regime).toBeNull();
  expect(none.gain.why).toBe('liquidations by the hour are not known');
  const apart = hours(true);
  const stretched = { ...apart, times: apart.times.map((time) => INSTANT - 2 * (INSTANT - time)) };
  expect((await told([stretched])).threshold.value).toBeNull();
});

describeWithPack('the pack', () => {
  it('agrees with numpy on what goes with the day’s return', async () => {
    const view = await (await openPack()).asOf(parseInstant('2026-02-13T01:00Z'));
    const part = (await explain(view, OPTIONS)).flows!.parts.selfFeeding!;
    const { balance, narrative, unexplained } = part.variance;
    // numpy lstsq over all orders; stablecoins and Fear & Greed taken from the day after
    expect(balance.value).toBeCloseTo(0.11046796256851457, 6);
    expect(narrative.value).toBeCloseTo(0.4152965383818491, 6);
    expect(balance.value! + narrative.value! + unexplained.value!).toBeCloseTo(1, 12);
    // clustering rose after October
    expect(part.now.branching.value).toBeGreaterThan(0.5);
  });
});
