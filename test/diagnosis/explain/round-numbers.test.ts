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

const OPTIONS = { asset: 'btc-usd', window: '5d', section: 'flows', part: 'round-numbers' } as const;
const INSTANT = parseInstant('2026-02-13T00:00Z');
const TO = parseDay('2026-02-12');

/** A walk around 75,000; with `bounce` a close that falls below a round level is thrown back above it by the next. */
function market(seed: number, bounce = false, rows = 1500): ObservationColumns[] {
  const steps = normals(rows, seed);
  let price = 75_000;
  let thrown = 0;
  const close = Array.from(steps, (z) => {
    const before = price;
    price = thrown > 0 ? thrown : before * Math.exp(0.025 * z - 0.02 * Math.log(before / 75_000));
    const broke = Math.floor(price / 10_000) < Math.floor(before / 10_000);
    thrown = bounce && broke && thrown === 0 ? price * 1.06 : 0;
    return price;
  });
  const days = rowsUpTo('btc-usd', TO, close);
  return [
    columnsOf('btc-usd', days),
    columnsOf(
      'btc-usd.low',
      days.map(({ date, value }) => ({ date, value: 0.99 * value })),
    ),
  ];
}

async function told(columns: readonly ObservationColumns[], instant = INSTANT) {
  const answer = await explain(memoryView(columns, instant, { entry: entryOf }), OPTIONS);
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.flows!.parts.roundNumbers!.assets[0]!;
}

it('finds nothing special about round numbers in walks that know of none', async () => {
  const found = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((seed) => told(market(seed))));
  // at a level of 5 %, ten draws give at most two with a probability of 0.99
  expect(found.filter(({ after }) => after[0]!.p.value! < 0.05).length).toBeLessThanOrEqual(2);
});

it('sees a bounce that happens at round numbers only', async () => {
  const { after } = await told(market(3, true));
  expect(after[0]!.round.value).toBeCloseTo(0.06, 9);
  expect(after[0]!.p.value).toBeLessThan(0.05);
  expect(after[0]!.round.value!).toBeGreaterThan(after[0]!.base.band!.high);
});

it('gives the distance to the next levels, and the last breaks with what is over of them', async () => {
  const columns = market(4);
  const part = await told(columns);
  const price = columns[0]!.values.at(-1)!;
  expect(part.below.value).toBeCloseTo((Math.floor(price / 1e4) * 1e4) / price - 1, 12);
  expect(part.above.value).toBeCloseTo((Math.floor(price / 1e4) * 1e4 + 1e4) / price - 1, 12);
  expect(part.last.every(({ level }) => level % 10_000 === 0)).toBe(true);
});

it('changes no byte for what is known later, and gives reasons when there is nothing', async () => {
  const cut = parseInstant('2025-06-01T00:00Z');
  const before = await told(market(2), cut);
  expect(
    await told(
      market(2).map((columns) => later(columns, cut, 'alter')),
      cut,
    ),
  ).toEqual(before);
  const none = await told([]);
  expect(none.breakRate.round.why).toBe('fewer than 10 breaks of a round level');
  expect(none.below.why).toBe('the series has no value');
  expect((await told(market(2, false, 1))).breaks).toBe(0);
});

describeWithPack('the pack', () => {
  it('agrees with pandas on bitcoin', async () => {
    const view = await (await openPack()).asOf(parseInstant('2026-02-13T01:00Z'));
    const [part] = (await explain(view, OPTIONS)).flows!.parts.roundNumbers!.assets;
    // pandas on btcusdt_binance_1d.csv up to 2026-02-12
    expect(part!.breaks).toBe(95);
    expect(part!.breakRate.round.value).toBeCloseTo(0.4896907216494845, 9);
    expect(part!.after[1]!.round.value).toBeCloseTo(0.004569958782925399, 9);
  });
});
