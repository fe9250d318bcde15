import type { ObservationColumns } from '../../../src/data/observation.ts';
import type { SeriesEntry, Transform } from '../../../src/data/series/entry.ts';
import { MS_PER_DAY } from '../../../src/data/time.ts';

export interface Row {
  readonly date: number;
  readonly value: number;
  /** Days after the close at which the row became known; may be a fraction. */
  readonly lag?: number;
  readonly flags?: number;
  readonly rule?: number;
}

/** Observations of one series whose day closes at 00:00 UTC. */
export function columnsOf(
  series: string,
  rows: readonly Row[],
  source = 'binance:BTCUSDT',
): ObservationColumns {
  const times = Float64Array.from(rows, (row) => (row.date + 1) * MS_PER_DAY);
  return {
    series,
    source,
    dates: Int32Array.from(rows, (row) => row.date),
    times,
    values: Float64Array.from(rows, (row) => row.value),
    knownAt: Float64Array.from(rows, (row, i) => (times[i] as number) + (row.lag ?? 0) * MS_PER_DAY),
    flags: Uint16Array.from(rows, (row) => row.flags ?? 0),
    rules: Uint8Array.from(rows, (row) => row.rule ?? 0),
  };
}

/** A catalogue entry for tests; sources `binance:BTCUSDT`, then `coinbase:BTC-USD`. */
export function entryFor(id: string, transform: Transform = 'price'): SeriesEntry {
  const source = { unit: 'usd', licence: 'for tests', redistribute: true } as const;
  return {
    id,
    title: { 'zh-Hans': id, 'zh-Hant': id, en: id },
    assetClass: 'crypto',
    unit: 'usd',
    frequency: 'daily',
    calendar: 'utc',
    release: { kind: 'at-close' },
    transform,
    revised: false,
    sources: [
      { provider: 'binance', symbol: 'BTCUSDT', ...source },
      { provider: 'coinbase', symbol: 'BTC-USD', ...source },
    ],
  };
}
