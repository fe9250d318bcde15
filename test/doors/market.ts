import type { ObservationColumns } from '../../src/data/observation.ts';
import type { SeriesEntry } from '../../src/data/series/entry.ts';
import { MS_PER_DAY, parseDay, parseInstant } from '../../src/data/time.ts';

/** A small invented market for tests of the doors: two closes of bitcoin, and a revised figure in USD millions. */
export const BTC: SeriesEntry = {
  id: 'btc-usd',
  title: { 'zh-Hans': '比特币', 'zh-Hant': '比特幣', en: 'Bitcoin' },
  assetClass: 'crypto',
  unit: 'usd',
  frequency: 'daily',
  calendar: 'utc',
  release: { kind: 'at-close' },
  transform: 'price',
  revised: false,
  venue: 'Binance',
  sources: [
    {
      provider: 'binance',
      symbol: 'BTCUSDT 1d',
      unit: 'usd',
      licence: 'Binance terms of use',
      redistribute: false,
    },
  ],
};

export const ASSETS: SeriesEntry = {
  ...BTC,
  id: 'fed-assets',
  title: { 'zh-Hans': '美联储总资产', 'zh-Hant': '聯準會總資產', en: 'Federal Reserve total assets' },
  assetClass: 'liquidity',
  transform: 'level',
  revised: true,
  sources: [
    { provider: 'fred', symbol: 'WALCL', unit: 'usd-mn', licence: 'public domain', redistribute: true },
  ],
  note: { 'zh-Hans': '周三水平', 'zh-Hant': '週三水準', en: 'Wednesday level' },
};

export const ENTRIES = new Map([BTC, ASSETS].map((entry) => [entry.id, entry]));
export const entryOf = (id: string): SeriesEntry | undefined => ENTRIES.get(id);

interface Row {
  readonly date: string;
  readonly value: number;
  readonly knownAt?: string;
  readonly rule?: number;
  readonly flags?: number;
}

/** Columns of rows; a day is over, and its value known, at its UTC end unless stated. */
export function columns(series: string, source: string, rows: readonly Row[]): ObservationColumns {
  const days = rows.map((row) => parseDay(row.date));
  return {
    series,
    source,
    dates: Int32Array.from(days),
    times: Float64Array.from(days, (day) => (day + 1) * MS_PER_DAY),
    values: Float64Array.from(rows, (row) => row.value),
    knownAt: Float64Array.from(rows, (row) => parseInstant(row.knownAt ?? row.date)),
    flags: Uint16Array.from(rows, (row) => row.flags ?? 0),
    rules: Uint8Array.from(rows, (row) => row.rule ?? 0),
  };
}

export const MARKET: readonly ObservationColumns[] = [
  columns('btc-usd', 'binance:BTCUSDT 1d', [
    { date: '2026-02-03', value: 80_000 },
    { date: '2026-02-04', value: 75_000 },
    { date: '2026-02-05', value: 60_000 },
  ]),
  columns('fed-assets', 'fred:WALCL', [
    { date: '2026-02-04', value: 6.6e12, knownAt: '2026-02-05T21:30Z' },
    { date: '2026-02-04', value: 6.5e12, knownAt: '2026-02-12T21:30Z', rule: 2, flags: 2 },
  ]),
];
