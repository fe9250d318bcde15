import { beforeAll, expect, it } from 'vitest';
import { importFiles } from '../../../src/data/import/import-files.ts';
import type { ImportSummary } from '../../../src/data/import/summary.ts';
import { OBSERVATION_FLAGS } from '../../../src/data/observation.ts';
import { openDataPack } from '../../../src/data/sources/data-pack.ts';
import { formatDay, parseDay, weekdayOf } from '../../../src/data/time.ts';
import { describeWithPack, PACK } from '../../pack.ts';
import { effectsAt, type FakeStore, fakeStore, LOOKUPS } from '../import/fakes.ts';

const NOW = Date.UTC(2026, 10, 1);

/** Series that a file of the pack feeds, by its id in the manifest. */
function seriesOf(packId: string): string {
  return LOOKUPS.byPack(packId)[0]?.entry.id ?? packId.toLowerCase();
}

// Every count below was made by a pandas script over the same files, which shares nothing with this program.
describeWithPack('the real data pack', () => {
  let store: FakeStore;
  let summary: ImportSummary;

  beforeAll(async () => {
    const { label, cut, files } = await openDataPack(PACK as string, LOOKUPS);
    store = fakeStore();
    summary = await importFiles({ label, files, cut, store, lookups: LOOKUPS, effects: effectsAt(NOW) });
  });

  const refused = (file: string, reason: string) =>
    store.quarantined.filter((row) => row.file === file && row.reason === reason);
  const columnsOf = (packId: string) => store.rows.filter(({ series }) => series === seriesOf(packId));

  it('is read whole: all 429 files of the manifest, seven of them tables', () => {
    expect([summary.files, summary.failed]).toEqual([429, []]);
    expect(summary.tables).toEqual([
      'binance_leverage_tiers_history',
      'btcusdt_binance_bookdepth_20251010',
      'mstr_btc_purchases',
      'oct10_crash_window_volume',
      'polymarket_fed',
      'polymarket_price_targets',
      'press_derivatives_mentions',
    ]);
    expect(summary.refusedColumns).toEqual([]);
  });

  it.each([
    ['market/GC.csv', 440, 1],
    ['market/SI.csv', 243, 0],
    ['market/PA.csv', 497, 10],
  ])('drops high and low of the bars of %s that do not enclose, and refuses crossed ones', (file, notEnclosing, crossed) => {
    expect([refused(file, 'not-enclosing').length, refused(file, 'high-below-low').length]).toEqual([
      notEnclosing,
      crossed,
    ]);
  });

  it('keeps every close of gold but that of the crossed bar', () => {
    const close = columnsOf('ohlcv/GC').reduce((sum, { values }) => sum + values.length, 0);
    const high = store.rows
      .filter(({ series }) => series === `${seriesOf('ohlcv/GC')}.high`)
      .reduce((sum, { values }) => sum + values.length, 0);
    expect([close, high]).toEqual([6397 - 1, 6397 - 441]);
  });

  it('takes the frozen feed of 10 October 2025 for missing', () => {
    const depth = store.tables.find(({ table }) => table === 'btcusdt_binance_bookdepth_20251010');
    expect([
      refused('crypto/btcusdt_binance_bookdepth_20251010.csv', 'frozen-value').length,
      depth?.rows.length,
    ]).toEqual([1284, 28_790 - 1284]);
    expect(refused('macro/MOVE.csv', 'frozen-value').length).toBe(17);
  });

  it('refuses the 50 Saturdays and 50 Sundays of the high-yield spread', () => {
    const days = refused('macro/BAMLH0A0HYM2.csv', 'not-a-session').map(({ date }) =>
      weekdayOf(parseDay(date)),
    );
    expect([6, 0].map((weekday) => days.filter((day) => day === weekday).length)).toEqual([50, 50]);
  });

  it('refuses the value that the VIX file has on a New York holiday', () => {
    expect(refused('macro/VIXCLS.csv', 'not-a-session').map(({ date }) => date)).toContain('2026-02-16');
  });

  it.each([
    ['PAYEMS', 3],
    ['JTSJOL', 2],
    ['RSAFS', 17],
    ['PCEPILFE', 10],
    ['WALCL', 0],
  ])('finds the revisions of %s among its vintages', (id, revisions) => {
    const flags = columnsOf(id).flatMap((columns) => [...columns.flags]);
    expect(flags.filter((bits) => (bits & OBSERVATION_FLAGS.revised) !== 0).length).toBe(revisions);
  });

  it('knows the payrolls of January 2026 first as 158,558 thousand, and from 4 April 2026 as 158,592', () => {
    const rows = columnsOf('PAYEMS').flatMap(({ dates, values, knownAt }) =>
      [...dates.keys()]
        .filter((i) => formatDay(dates[i] as number) === '2026-01-01')
        .map((i) => [values[i], knownAt[i]] as const),
    );
    expect(rows.map(([value]) => value)).toEqual([158_558_000, 158_592_000]);
    expect(rows[1]?.[1]).toBe(Date.UTC(2026, 3, 4));
    expect(rows[0]?.[1]).toBeLessThan(Date.UTC(2026, 3, 1));
  });

  it('keeps every settlement of funding, coin by coin and exchange by exchange', () => {
    const { rows } = store;
    const of = (source: RegExp) =>
      rows.filter((columns) => source.test(`${columns.series} ${columns.source}`));
    const funding = of(/funding[-_]8h[-_]by[-_]exchange|funding.*(binance|bybit|gate|htx|kucoin|okx)/).filter(
      ({ values }) => [4930, 3832, 4290, 3284, 3285, 1642].includes(values.length),
    );
    expect(funding.reduce((sum, { values }) => sum + values.length, 0)).toBe(42_526);
  });

  it('withdraws no price: the great jumps of the pack are true', () => {
    expect(summary.withdrawn).toBe(0);
  });

  it('keeps the negative settlement of WTI on 20 April 2020, and marks it', () => {
    const [columns] = columnsOf('ohlcv/CL');
    const at = columns?.dates.indexOf(parseDay('2020-04-20')) ?? -1;
    expect(columns?.values[at]).toBeCloseTo(-37.63, 2);
    expect((columns?.flags[at] ?? 0) & OBSERVATION_FLAGS.suspect).toBe(OBSERVATION_FLAGS.suspect);
  });
});
