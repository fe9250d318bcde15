import { expect, it } from 'vitest';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { memoryView } from '../../../src/data/store/memory.ts';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { normals } from '../../measures/random.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, rowsUpTo } from '../scan/synthetic.ts';

const OPTIONS = { window: '5d', section: 'flows', part: 'beta-amplification' } as const;
const INSTANT = parseInstant('2026-02-13T01:00Z');
const TO = parseDay('2026-02-11');
const COINS = ['eth-usd', 'bnb-usd', 'sol-usd', 'xrp-usd', 'doge-usd', 'zec-usd'];
const STOCKS = ['spy', 'qqq', 'iwm', 'eem', 'smh', 'igv', 'hyg', 'silver-front', 'gold-front'];

/** Coins that fall k times as far as bitcoin (k = 1 … 6) and rise with it one for one, the further the less they trade. */
function coins(): ObservationColumns[] {
  const steps = normals(400, 4).map((z) => 0.02 * z);
  const path = (k: number) => {
    let level = 0;
    return Array.from(steps, (step) => {
      level += step < 0 ? k * step : step;
      return 100 * Math.exp(level);
    });
  };
  return [
    columnsOf('btc-usd', rowsUpTo('btc-usd', TO, path(1))),
    ...COINS.flatMap((id, at) => {
      const days = rowsUpTo(id, TO, path(at + 1));
      const volumes = days.map(({ date, value }) => ({ date, value: 10 ** (9 - at / 2) / value }));
      return [columnsOf(id, days), columnsOf(`${id}.volume`, volumes)];
    }),
  ];
}

/** Shares that all follow one factor exactly. */
function shares(): ObservationColumns[] {
  let level = 0;
  const values = Array.from(normals(1200, 6), (z) => {
    level += 0.01 * z;
    return 100 * Math.exp(level);
  });
  return ['btc-usd', 'eth-usd', ...STOCKS].map((id) => columnsOf(id, rowsUpTo(id, TO, values)));
}

async function told(columns: readonly ObservationColumns[], instant = INSTANT) {
  const answer = await explain(memoryView(columns, instant, { entry: entryOf }), OPTIONS);
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.flows!.parts.betaAmplification!;
}

it('measures the beta of falls alone, and its fall with volume', async () => {
  const part = await told(coins());
  // log returns on the days of falls are k times those of bitcoin
  part.coins.forEach(({ beta, volume }, at) => {
    expect(beta.value).toBeCloseTo(at + 1, 9);
    expect(volume.value! / 10 ** (9 - at / 2)).toBeCloseTo(1, 9);
  });
  // one more for half a power of ten less
  expect(part.slope.value).toBeCloseTo(-2, 9);
  expect(part.slope.flags).toEqual(['proxy', 'unproven']);
});

it('gives the whole to one factor when all move as one', async () => {
  const { button } = await told(shares());
  if (button.shareOnAll.value === null) throw new Error(button.shareOnAll.why);
  expect(button.days).toBe(50);
  expect(button.shareBefore.why).toBe('fewer than 1000 sessions that all risk assets have');
  const { loading } = button.loadings[0]!;
  expect(loading.band!.low).toBeLessThanOrEqual(loading.value!);
  // weekends make bitcoin and ether differ a little from the sessions of the others
  expect(button.shareOnAll.value).toBeGreaterThan(0.5);
  expect(button.loadings[0]!.loading.value).toBeLessThanOrEqual(1 + 1e-12);
});

it('changes no byte for what is known later, and gives reasons when there is nothing', async () => {
  const cut = parseInstant('2025-12-20T01:00Z');
  const before = await told(coins(), cut);
  expect(
    await told(
      coins().map((columns) => later(columns, cut, 'alter')),
      cut,
    ),
  ).toEqual(before);
  const none = await told([]);
  expect(none.coins[0]!.beta.why).toBe('fewer than 30 days of the last 250 on which bitcoin fell');
  expect(none.slope.why).toBe('fewer than 4 coins with a downside beta and a volume');
  expect(none.button.shareOnFalls.why).toBe('fewer than 500 sessions that all risk assets have');
});

describeWithPack('the pack', () => {
  it('agrees with pandas on ether', async () => {
    const view = await (await openPack()).asOf(INSTANT);
    const part = (await explain(view, OPTIONS)).flows!.parts.betaAmplification!;
    // pandas on the daily Binance files up to 2026-02-12: 129 of 250 days on which bitcoin fell; mean of close × volume of 30 days
    expect(part.coins[0]!.beta.value).toBeCloseTo(1.3482604650568741, 9);
    expect(part.coins[0]!.volume.value! / 1e6).toBeCloseTo(1643.2288, 3);
  });
});
