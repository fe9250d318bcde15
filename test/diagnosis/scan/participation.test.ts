import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import type { ScanAnswer } from '../../../src/diagnosis/scan/answer.ts';
import { scan } from '../../../src/diagnosis/scan/scan.ts';
import { sectorBreadth } from '../../../src/diagnosis/scan/sector-breadth.ts';
import { columnsOf, makerFor, rowsUpTo, viewOf } from './synthetic.ts';

const DAY = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');

function bars(id: string, closes: readonly number[], volumes?: readonly number[], low?: number) {
  const rows = rowsUpTo(id, DAY, closes);
  const field = (name: string, values: readonly number[]) =>
    columnsOf(
      `${id}.${name}`,
      rows.map((row, t) => ({ date: row.date, value: values[t]! })),
    );
  return [
    columnsOf(id, rows),
    ...(volumes ? [field('volume', volumes)] : []),
    ...(low === undefined
      ? []
      : [
          field(
            'low',
            closes.map((close, t) => (t === closes.length - 1 ? low : close)),
          ),
        ]),
  ];
}

const flat = (n: number, ...last: number[]) => [...Array<number>(n).fill(100), ...last];

async function answerOf(columns: ReturnType<typeof bars>): Promise<ScanAnswer> {
  const view = viewOf(columns, INSTANT);
  const universe = columns.map(({ series }) => series).filter((id) => !id.includes('.'));
  return scan(view, { universe, universeName: 'core', window: '1d' });
}

describe('volume in the scan', () => {
  it('gives the share of the dollars traded in what rose, and leaves out indices and futures', async () => {
    const answer = await answerOf([
      ...bars('spy', flat(30, 110), Array(31).fill(3)),
      ...bars('qqq', flat(30, 90), Array(31).fill(2)),
      ...bars('sp500', flat(30, 200), Array(31).fill(1e9)),
      ...bars('gold-front', flat(30, 200), Array(31).fill(1e9)),
      ...bars('btc-usd', flat(30, 80), Array(31).fill(5)),
    ]);
    // 110·3 of 110·3 + 90·2 + 80·5 dollars.
    expect(answer.upVolume.n).toBe(3);
    expect(answer.upVolume.share.value).toBeCloseTo(330 / 910, 14);
    expect(answer.upVolume.classes.map(({ assetClass, n, share }) => [assetClass, n, share.value])).toEqual([
      ['crypto', 1, 0],
      ['equity', 2, 330 / 510],
    ]);
  });

  it('is judged against the 20 sessions before: thin, ordinary or confirmed, and not for a front future', async () => {
    const verdict = async (id: string, volume: number) =>
      (await answerOf(bars(id, flat(30, 90), [...Array<number>(30).fill(100), volume]))).instruments[0]!
        .volumeVerdict;
    expect(await verdict('spy', 79)).toBe('thin');
    expect(await verdict('spy', 80)).toBe('ordinary');
    expect(await verdict('spy', 130)).toBe('confirmed');
    expect(await verdict('gold-front', 130)).toBeUndefined();
    expect((await answerOf(bars('spy', flat(30, 90)))).upVolume.share.why).toBe(
      'no value traded is measured',
    );
  });
});

describe('the close of an index', () => {
  it('has points that are percent times the close before', async () => {
    const { indexClose } = (await answerOf(bars('sp500', flat(30, 98.5)))).instruments[0]!;
    expect(indexClose).toMatchObject({ check: 'consistent' });
    expect([indexClose!.previous.value, indexClose!.points.value]).toEqual([100, -1.5]);
    expect(Math.abs(indexClose!.gap.value!)).toBeLessThan(1e-12);
  });

  it('is inconsistent outside the range of its session', async () => {
    const answer = await answerOf(bars('sp500', flat(30, 98.5), undefined, 99));
    expect(answer.instruments[0]!.indexClose!.check).toBe('inconsistent');
  });

  it('is not measured across two sources, and not told of what is no equity index', async () => {
    const rows = rowsUpTo('sp500', DAY, flat(30, 98.5));
    const spliced = await answerOf([
      columnsOf('sp500', rows.slice(0, 30), 'test:a'),
      columnsOf('sp500', rows.slice(30), 'test:b'),
    ]);
    const { indexClose } = spliced.instruments[0]!;
    expect(indexClose).toMatchObject({ check: 'not-measured' });
    expect(indexClose!.gap.why).toBe('the two closes come from different sources');
    expect((await answerOf(bars('vix', flat(30, 20)))).instruments[0]!.indexClose).toBeUndefined();
    expect((await answerOf(bars('spy', flat(30, 20)))).instruments[0]!.indexClose).toBeUndefined();
  });
});

describe('breadth above the averages', () => {
  it('counts members above their own mean, and only those that have one', async () => {
    const answer = await answerOf([
      ...bars('spy', flat(250, 110)),
      ...bars('qqq', flat(250, 90)),
      ...bars('iwm', flat(60, 110)),
      ...bars('eem', flat(10, 110)),
    ]);
    const equity = answer.breadth.find(({ assetClass }) => assetClass === 'equity')!;
    expect(equity.above50.value).toBeCloseTo(2 / 3, 14);
    expect(equity.above200.value).toBe(0.5);
  });

  it('is told of the sector funds that closed in the latest session', async () => {
    const late = columnsOf('xlu', rowsUpTo('xlu', DAY - 1, flat(250, 90)));
    const view = viewOf([...bars('xlk', flat(250, 110)), ...bars('xlf', flat(60, 90)), late], INSTANT);
    const breadth = (await sectorBreadth(view, makerFor(view)))!;
    expect(breadth.n).toBe(2);
    expect([breadth.down.value, breadth.above50.value, breadth.above200.value]).toEqual([0.5, 0.5, 1]);
    const empty = viewOf([late], INSTANT);
    expect(await sectorBreadth(empty, makerFor(empty))).toBeNull();
  });
});

describe('the ranking of volatilities', () => {
  it('orders prices only, and divides silver by bitcoin', async () => {
    const wave = (size: number) => Array.from({ length: 60 }, (_, t) => 100 * (1 + size * (t % 2)));
    const answer = await answerOf([
      ...bars('btc-usd', wave(0.05)),
      ...bars('silver-front', wave(0.1)),
      ...bars('vix', wave(0.5)),
      ...bars('us-10y', wave(0.5)),
    ]);
    expect(answer.volatilityRanking.order).toEqual(['silver-front', 'btc-usd']);
    // Both alternate: the deviations are as ln 1.1 to ln 1.05, the years as 252 to 365 days.
    expect(answer.volatilityRanking.silverOverBitcoin.value).toBeCloseTo(
      (Math.log(1.1) / Math.log(1.05)) * Math.sqrt(252 / 365),
      10,
    );
  });

  it('says why the ratio is missing', async () => {
    const answer = await answerOf(bars('spy', flat(60, 90)));
    expect(answer.volatilityRanking.silverOverBitcoin.why).toMatch(/silver or of bitcoin/);
  });
});
