import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { calendar } from '../../../src/data/calendar.ts';
import { epochDay, formatDay } from '../../../src/data/time.ts';
import { type FakeStore, fakeStore } from './fakes.ts';
import { importPack, refusals, rowsOf, writePack } from './pack-folder.ts';

const DAYS = [...calendar('new-york').sessions(epochDay(2024, 1, 1), epochDay(2025, 12, 31))].map(formatDay);

/** Every stored row as a text, in no order. */
function stored(store: FakeStore): string[] {
  return store.rows
    .flatMap((columns) =>
      Array.from(columns.times, (time, i) =>
        [
          columns.series,
          columns.source,
          time,
          columns.values[i],
          columns.knownAt[i],
          columns.flags[i],
          columns.rules[i],
        ].join(' '),
      ),
    )
    .sort();
}

const HEAD = 'date,open,high,low,close,volume';
const spy = (lines: readonly string[]) =>
  writePack([{ id: 'ohlcv/SPY', unit: 'USD', file: 'market/SPY.csv', text: [HEAD, ...lines].join('\n') }]);

type Kind = 'plain' | 'spike' | 'step' | 'duplicate' | 'crossed' | 'broken' | 'saturday' | 'blank';

/** Lines of a bar file in which anything may happen on any day. */
function linesOf(kinds: readonly Kind[]): string[] {
  let price = 100;
  return kinds.flatMap((kind, i) => {
    price *= i % 2 === 0 ? 1.01 : 1 / 1.01;
    if (kind === 'step') price *= 1.6;
    const close = kind === 'spike' ? price * 1.7 : price;
    const line = (value: number | string) =>
      `${DAYS[i]},${price},${Math.max(price, close)},${Math.min(price, close)},${value},5`;
    if (kind === 'duplicate') return [line(close), line(close * 3)];
    if (kind === 'crossed') return [`${DAYS[i]},${price},${price * 0.9},${price * 0.8},${close},5`];
    if (kind === 'broken') return [`${DAYS[i]},x,NaN,,1e999,?`, 'short'];
    if (kind === 'saturday') return ['2024-01-06,1,1,1,1,1', line(close)];
    return [line(kind === 'blank' ? '' : close)];
  });
}

const kind = fc.oneof(
  { weight: 30, arbitrary: fc.constant<Kind>('plain') },
  { weight: 3, arbitrary: fc.constant<Kind>('spike') },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Kind>('step', 'duplicate', 'crossed', 'broken', 'saturday', 'blank'),
  },
);

describe('what is imported later', () => {
  test.prop([fc.array(kind, { minLength: 25, maxLength: 70 }), fc.nat(69)], { numRuns: 40 })(
    'changes no verdict on an earlier row: a file and then its longer version store what the longer version stores alone',
    async (kinds, cut) => {
      const days = Math.min(cut, kinds.length);
      const whole = await importPack(spy(linesOf(kinds)));
      const part = await importPack(spy(linesOf(kinds.slice(0, days))));
      const before = stored(part.store);
      const both = await importPack(spy(linesOf(kinds)), part.store);
      expect(stored(both.store)).toEqual(stored(whole.store));
      expect(before.every((row) => stored(whole.store).includes(row))).toBe(true);
    },
  );

  test.prop([fc.array(kind, { minLength: 25, maxLength: 70 }), fc.nat(69)], { numRuns: 40 })(
    'changes no verdict when only the new rows come',
    async (kinds, cut) => {
      fc.pre(!kinds.includes('saturday'));
      const days = Math.min(cut, kinds.length);
      const whole = await importPack(spy(linesOf(kinds)));
      const part = await importPack(spy(linesOf(kinds.slice(0, days))));
      const rest = linesOf(kinds).slice(linesOf(kinds.slice(0, days)).length);
      const both = await importPack(spy(rest), part.store);
      expect(stored(both.store)).toEqual(stored(whole.store));
    },
  );
});

describe('a jump that the next row undoes', () => {
  const calm = DAYS.slice(0, 60).map((day, i) => `${day},100,102,99,${i % 2 === 0 ? 100 : 101},5`);
  const spiked = [...calm, `${DAYS[60]},100,180,99,170,5`, `${DAYS[61]},100,102,99,100,5`];

  it('is stored and marked, and taken back as a whole bar by a row known with the one that undid it', async () => {
    const { store } = await importPack(spy(spiked));
    const day = DAYS[60] as string;
    const next = `${DAYS[61]}T20:00Z`;
    expect(rowsOf(store, 'spy').filter((row) => row.startsWith(day))).toEqual([
      `${day} 170 ${day}T20:00Z suspect`,
      `${day} NaN ${next}`,
    ]);
    expect(rowsOf(store, 'spy.high').filter((row) => row.startsWith(day))).toEqual([
      `${day} 180 ${day}T20:00Z`,
      `${day} NaN ${next}`,
    ]);
    expect(refusals(store)).toEqual(['reverted-jump 0']);
  });

  it('is taken back when the row that undoes it comes with a later import', async () => {
    const { store } = await importPack(spy(spiked.slice(0, 61)));
    expect(rowsOf(store, 'spy').at(-1)).toMatch(/170 .* suspect$/);
    await importPack(spy(spiked), store);
    expect(rowsOf(store, 'spy').some((row) => row.startsWith(`${DAYS[60]} NaN`))).toBe(true);
  });

  it('stands when a second source has it, whichever file comes first', async () => {
    const bars = { id: 'btcusdt_binance_1d', unit: 'USDT (volume in BTC)', text: '' };
    const closes = { id: 'btcusd_coinbase_close_1d', unit: 'USD', text: '' };
    const values = spiked.map((line) => line.split(','));
    const barText = [HEAD, ...values.map((cells) => cells.join(','))].join('\n');
    const closeText = ['date,value', ...values.map((cells) => `${cells[0]},${cells[4]}`)].join('\n');
    const files = [
      { ...bars, text: barText },
      { ...closes, text: closeText },
    ];
    for (const order of [files, files.toReversed()]) {
      const { store } = await importPack(writePack(order));
      expect(rowsOf(store, 'btc-usd').filter((row) => row.includes('NaN'))).toEqual([]);
      expect(rowsOf(store, 'btc-usd').filter((row) => row.endsWith('suspect')).length).toBe(2);
    }
    const alone = await importPack(writePack([files[0] as (typeof files)[0]]), fakeStore());
    expect(rowsOf(alone.store, 'btc-usd').filter((row) => row.includes('NaN')).length).toBe(1);
  });

  it('stands in a statistic, which its office corrects by a revision', async () => {
    const rates = DAYS.slice(0, 60).map((day, i) => `${day},${i % 2 === 0 ? 4.2 : 4.25}`);
    const text = ['date,value', ...rates, `${DAYS[60]},9.9`, `${DAYS[61]},4.2`].join('\n');
    const { store } = await importPack(writePack([{ id: 'DGS2', unit: 'percent', text }]));
    expect(rowsOf(store, 'us-2y').filter((row) => row.includes('NaN'))).toEqual([]);
    expect(rowsOf(store, 'us-2y').filter((row) => row.endsWith('suspect')).length).toBe(1);
  });
});
