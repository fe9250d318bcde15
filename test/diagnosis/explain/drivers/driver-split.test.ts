import { describe, expect, it } from 'vitest';
import { epochDay, parseDay, parseInstant } from '../../../../src/data/time.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { driverSplit, type SplitAsset } from '../../../../src/diagnosis/explain/drivers/driver-split.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf, later, randomMarket, viewOf } from '../../scan/synthetic.ts';

const TO = parseDay('2026-02-11');
const INSTANT = parseInstant('2026-02-12T22:30Z');
const READ = driverSplit.series.filter((id) => !['fed-assets', 'tga', 'fed-rrp'].includes(id));

const market = (rows = 900) => randomMarket(READ, TO, rows, 17);

async function split(columns: ReturnType<typeof market>, asset?: string, window = '5d') {
  const answer = await explain(viewOf(columns, INSTANT), {
    window,
    part: 'driver-split',
    ...(asset ? { asset } : {}),
  });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return { answer, assets: answer.drivers!.parts.driverSplit!.assets };
}

const values = ({ drivers }: SplitAsset) => drivers.map(({ contribution }) => contribution.value);

describe('the split of a move', () => {
  it('adds to the move exactly, the residual last', async () => {
    const { assets } = await split(market());
    expect(assets.map(({ asset }) => asset)).toEqual(['btc-usd', 'gold-front', 'nasdaq-100']);
    for (const one of assets) {
      const explained = values(one).reduce<number>((sum, value) => sum + (value ?? 0), 0);
      expect(explained).toBe(one.explained.value);
      expect(one.move.value! - explained).toBe(one.residual.value.value);
      expect(one.sample).toMatchObject({ n: 500, to: one.from });
    }
  });

  it('is the same for an asset alone, whatever order the series come in', async () => {
    const columns = market();
    const all = (await split(columns)).assets[1];
    const alone = (await split(columns.toReversed(), 'gold-front')).assets[0];
    const bare = (one: unknown) => JSON.stringify(one).replace(/"id":"[^"]*"/g, '');
    expect(bare(alone)).toBe(bare(all));
  });

  it('does not look ahead: what is known later changes nothing', async () => {
    const columns = market();
    const early = parseInstant('2026-01-15T23:00Z');
    const ask = async (from: typeof columns) =>
      JSON.stringify(
        (await explain(viewOf(from, early), { window: '5d', part: 'driver-split' })).drivers!.parts,
      ).replace(/#[0-9a-f]{6}/g, '');
    const plain = await ask(columns);
    for (const how of ['alter', 'remove', 'withdraw'] as const) {
      expect(await ask(columns.map((one) => later(one, early, how)))).toBe(plain);
    }
  });

  it('leaves out a driver without values, says why, and keeps the rest', async () => {
    const { answer, assets } = await split(market().filter(({ series }) => series !== 'vix'));
    const [btc] = assets;
    const of = (driver: string) => btc!.drivers.find((one) => one.driver === driver)!;
    expect(of('volatility').contribution).toMatchObject({
      value: null,
      why: 'the driver has no value near the session',
    });
    expect(of('liquidity').contribution.value).toBeNull();
    expect(of('dollar').contribution.value).not.toBeNull();
    expect(answer.drivers!.needs.map(({ series }) => series)).toEqual(
      expect.arrayContaining(['vix', 'fed-assets']),
    );
  });

  it('says that a sample is too short, and still tells the move', async () => {
    const [btc] = (await split(market(80))).assets;
    expect(btc!.move.value).not.toBeNull();
    expect(btc!.explained).toMatchObject({
      value: null,
      why: 'fewer than 120 sessions with the instrument and its drivers before the window',
    });
    expect(btc!.single).toBeNull();
  });

  it('gives reasons for an empty view and for an instrument without changes', async () => {
    const [none] = (await split([])).assets;
    expect(none!.move).toMatchObject({ value: null, why: 'the instrument has no value' });
    const flat = market().map((one) =>
      one.series === 'gold-front' ? { ...one, values: one.values.map(() => 100) } : one,
    );
    const gold = (await split(flat, 'gold-front')).assets[0]!;
    expect(gold.move.value).toBe(0);
    expect(values(gold).every((value) => value === null || Math.abs(value) === 0)).toBe(true);
  });

  it('does not explain an instrument by itself', async () => {
    const drivers = async (asset: string) => (await split(market(), asset)).assets[0]!.drivers;
    const dollar = await drivers('dollar-index');
    expect(dollar.find(({ driver }) => driver === 'dollar')!.contribution.why).toBe(
      'the driver is the instrument itself',
    );
    const shares = await drivers('nasdaq-100');
    expect(shares.find(({ driver }) => driver === 'equity')!.series).toEqual(['russell-2000']);
    expect((await drivers('russell-2000')).find(({ driver }) => driver === 'equity')!.series).toEqual([
      'sp500',
    ]);
  });
});

it('finds the one driver that an asset is made of', async () => {
  const dollar = market().find(({ series }) => series === 'dollar-index')!;
  // Gold falls by 2 % of its price where the dollar index rises by 1 %.
  const rows = [...dollar.dates].map((date, row) => ({ date, value: 1e6 / dollar.values[row]! ** 2 }));
  const one = (await split([dollar, columnsOf('gold-front', rows)], 'gold-front')).assets[0]!;
  expect(one.single).toBe('dollar');
  expect(one.outOfSample.value).toBeGreaterThan(0.99);
});

it('cuts a coin at the New York close where there are bars', async () => {
  const hour = 3_600_000;
  const days = [epochDay(2026, 2, 10), epochDay(2026, 2, 11)];
  // New York closes at 21:00 UTC in winter: the bar that ends at 20:00 stands for it, not the day that ends at 24:00.
  const day = columnsOf(
    'btc-usd',
    days.map((date, k) => ({ date, value: 100 * (k + 1) })),
  );
  const at = days.flatMap((date) => [16, 20, 24].map((h) => date * 86_400_000 + h * hour));
  const bars = {
    ...day,
    series: 'btc-usd-4h',
    dates: Int32Array.from(at, (time) => Math.floor((time - 1) / 86_400_000)),
    times: Float64Array.from(at),
    knownAt: Float64Array.from(at),
    values: Float64Array.of(1, 50, 3, 4, 60, 6),
    flags: new Uint16Array(6),
    rules: new Uint8Array(6),
  };
  const [btc] = (await split([day, bars], 'btc-usd', '1d')).assets;
  expect(btc!.move.value).toBeCloseTo(0.2, 12);
  expect(btc!.utcDay).toBe(false);
  expect((await split([day], 'btc-usd', '1d')).assets[0]).toMatchObject({
    utcDay: true,
    move: { flags: ['proxy'] },
  });
});

describeWithPack('the real data', () => {
  it('split bitcoin, gold and the Nasdaq-100 over the five sessions to 2026-02-05', async () => {
    const store = await openPack();
    const view = await store.asOf(parseInstant('2026-02-06T01:00Z'));
    const { assets } = (await explain(view, { window: '5d', part: 'driver-split' })).drivers!.parts
      .driverSplit!;
    const [btc, gold, ndx] = assets as [SplitAsset, SplitAsset, SplitAsset];
    // pandas on the raw files: the 1 h bars that end at 21:00 UTC (84,216.91 and 63,775.67), GC=F (5,318.40 and 4,861.40), ^NDX.
    expect(btc.move.value).toBeCloseTo(-0.2427213252065411, 10);
    expect(gold.move.value).toBeCloseTo(-0.0859281002919694, 10);
    expect(ndx.move.value).toBeCloseTo(-0.0515992805955956, 10);
    // numpy: weighted ridge on 500 sessions to 2026-01-29 and the Shapley sum over all 256 sets; in percent.
    const numpy = {
      'real-yield': 0.0263,
      dollar: -1.8771,
      equity: -0.0378,
      credit: -0.0244,
      volatility: 0.1273,
    };
    const rest = { liquidity: -0.088, carry: -0.1267, technology: -0.5809 };
    for (const [driver, percent] of Object.entries({ ...numpy, ...rest })) {
      const found = gold.drivers.find((one) => one.driver === driver)!;
      expect(100 * found.contribution.value!).toBeCloseTo(percent, 3);
    }
    expect(gold.explained.value).toBeCloseTo(-0.02581440909008246, 8);
    expect([btc.single, gold.single, ndx.single]).toEqual(['residual', 'residual', null]);
    await store.close();
  });
});
