import type { TableRow } from '../../../../data/observation.ts';
import type { Instant } from '../../../../data/time.ts';
import { dayOf } from '../../../../data/time.ts';
import type { View } from '../../../../data/view.ts';

/**
 * Tables of order-book depth, the user's own first. Columns: `time`; `percent` from mid, below 0 bids, above 0 asks; `notional_usdt`, what
 * stands between mid and there, in dollars.
 */
export const DEPTH_TABLES = ['order_book_depth', 'btcusdt_binance_bookdepth_20251010'] as const;

/** Percents of the table, as fractions. */
export const BANDS = [0.01, 0.02, 0.03, 0.04, 0.05] as const;

/** Snapshots in a row with one and the same value from which a band counts as frozen. */
const FROZEN_RUN = 5;
/** A band this near a frozen value of its side holds nothing but the frozen order. */
const NEAR_FROZEN = 0.02;

/** One side of the book by snapshot: cumulative dollars within each of BANDS, NaN where not measured. */
export type Side = readonly Float64Array[];

export interface DepthDay {
  readonly table: string;
  /** Instants of the snapshots, ascending. */
  readonly times: Float64Array;
  readonly bids: Side;
  readonly asks: Side;
  /** Values that the feed repeated while it stood still, and how many readings were left out for them, those refused at the import not counted. */
  readonly frozen: { readonly values: readonly number[]; readonly readings: number };
}

/** The latest UTC day with depth known at the view's instant; undefined when there is none. */
export async function depthDay(view: View): Promise<DepthDay | undefined> {
  for (const table of DEPTH_TABLES) {
    const rows = await view.table(table);
    if (rows.length > 0) return dayFrom(table, rows);
  }
  return undefined;
}

function dayFrom(table: string, all: readonly TableRow[]): DepthDay {
  const day = dayOf(all.reduce((latest, { time }) => Math.max(latest, time), Number.NEGATIVE_INFINITY));
  const rows = all.filter(({ time }) => dayOf(time) === day);
  const times = Float64Array.from(new Set(rows.map(({ time }) => time))).sort();
  const at = new Map<Instant, number>([...times].map((time, row) => [time, row]));
  const empty = (): Float64Array[] => BANDS.map(() => new Float64Array(times.length).fill(Number.NaN));
  const [bids, asks] = [empty(), empty()];
  for (const { time, cells } of rows) {
    const { percent, notional_usdt: usd } = cells;
    if (typeof percent !== 'number' || typeof usd !== 'number' || !(usd >= 0)) continue;
    const band = BANDS.findIndex((one) => Math.abs(one - Math.abs(percent)) < 1e-9);
    if (band >= 0) (percent < 0 ? bids : asks)[band]![at.get(time)!] = usd;
  }
  const values = [...takeFrozen(bids), ...takeFrozen(asks)];
  return { table, times, bids, asks, frozen: summed(values) };
}

function summed(found: readonly { value: number; readings: number }[]): DepthDay['frozen'] {
  return {
    values: [...new Set(found.map(({ value }) => value))].sort((a, b) => a - b),
    readings: found.reduce((sum, { readings }) => sum + readings, 0),
  };
}

/** Takes the readings of a feed that stood still out of a side, in place. */
function takeFrozen(side: readonly Float64Array[]): { value: number; readings: number }[] {
  const values = new Set(side.flatMap(repeated));
  return [...values].map((value) => {
    let readings = 0;
    for (const band of side) {
      for (let row = 0; row < band.length; row++) {
        if (!(Math.abs(band[row]! / value - 1) <= NEAR_FROZEN)) continue;
        band[row] = Number.NaN;
        readings++;
      }
    }
    return { value, readings };
  });
}

/** Values that stand in FROZEN_RUN snapshots in a row. */
function repeated(band: Float64Array): number[] {
  const found = new Set<number>();
  let run = 1;
  for (let row = 1; row < band.length; row++) {
    run = band[row] === band[row - 1] && band[row]! > 0 ? run + 1 : 1;
    if (run >= FROZEN_RUN) found.add(band[row]!);
  }
  return [...found];
}
