import type { FigureFlag } from '../../data/figure.ts';
import type { Series } from '../../data/observation.ts';
import { changes, type PanelColumn } from '../../data/panel.ts';
import { releaseOf } from '../../data/series/release.ts';
import { type EpochDay, epochDay, type Instant } from '../../data/time.ts';
import { flagNames, type View } from '../../data/view.ts';
import { countBelow } from '../../math/sorted.ts';
import { latestSession } from '../sessions.ts';
import { BASKET, HEDGE_SERIES, type Reading, readAs, SCALE_LEAST, SCALE_SESSIONS, SINCE } from './basket.ts';
import { trailingScale } from './trailing-scale.ts';

/** Rows are loaded from here, a year before the first score, so that its scales are warm. */
const FROM: EpochDay = epochDay(2004, 1, 1);

/** Series read beside the basket and the hedges: what analogues follow, and what flight and shock look at. */
const BESIDE = ['sp500', 'gold-front', 'vix', 'us-2y', 'us-5y-market'] as const;

interface Wanted {
  readonly reading: Reading;
  readonly from?: EpochDay;
}

/** Why a series has no standardised move in the latest session. */
export type Absence = 'not-yet-known' | 'missing' | 'short-history';

/** One series on New York sessions, with its moves read as returns (positive = rose for the holder). */
export interface MarketSeries {
  readonly id: string;
  readonly column: PanelColumn;
  /** Return-like change from the session before; NaN where one of the two is not measured. */
  readonly moves: Float64Array;
  /** moves / trailing scale, in σ. */
  readonly z: Float64Array;
  /** Flags of the value of the latest session. */
  readonly flags: readonly FigureFlag[];
}

/**
 * The series of the joint-fall diagnosis side by side on New York sessions, up to the last one closed by the instant. Crypto stands with
 * its UTC day of the same label, which ends three to four hours after the New York close; futures and currencies with their own close.
 */
export interface Market {
  readonly instant: Instant;
  /** Latest New York session closed by the instant. */
  readonly session: EpochDay;
  readonly dates: Int32Array;
  /** Row of the latest session; −1 when nothing is known. */
  readonly last: number;
  /** First row that is scored. */
  readonly first: number;
  get(id: string): MarketSeries | undefined;
  /** Why `z` has no value in the latest session; undefined when it has one. */
  absence(id: string): Absence | undefined;
}

const loaded = new WeakMap<View, Promise<Market>>();

/** The market of a view, read once: a view never changes. */
export function marketOf(view: View): Promise<Market> {
  const before = loaded.get(view);
  if (before) return before;
  const market = load(view);
  loaded.set(view, market);
  return market;
}

async function load(view: View): Promise<Market> {
  const session = latestSession('new-york', view.instant);
  const wanted = new Map<string, Wanted>([
    ...BESIDE.map((id) => [id, { reading: 'itself' }] as const),
    ...HEDGE_SERIES.map((hedge) => [hedge.id, hedge] as const),
    ...BASKET.map((member) => [member.id, member] as const),
  ]);
  const ids = [...wanted.keys()].filter((id) => view.entry(id) !== undefined);
  const from = Math.min(FROM, session);
  const join = { calendar: 'new-york' } as const;
  const panel = await view.panel({ ids, from, to: session, join });
  const series = await view.seriesMany(ids);
  const dates = panel.dates;
  const columns = new Map(
    panel.columns.map((column) => {
      const flags = flagsAt(series.get(column.id) as Series, session);
      return [column.id, standardise(column, dates, wanted.get(column.id) as Wanted, flags)];
    }),
  );
  const last = dates.length - 1;
  return {
    instant: view.instant,
    session,
    dates,
    last,
    first: countBelow(dates, SINCE),
    get: (id) => columns.get(id),
    absence: (id) => absenceOf(columns.get(id), view.instant, session, last),
  };
}

function standardise(
  column: PanelColumn,
  dates: Int32Array,
  { reading, from = 0 }: Wanted,
  flags: readonly FigureFlag[],
): MarketSeries {
  const moves = changes(column).map((change, t) =>
    (dates[t] as number) < from ? Number.NaN : readAs(reading, change),
  );
  const scale = trailingScale(moves, SCALE_SESSIONS, SCALE_LEAST);
  return { id: column.id, column, moves, z: moves.map((move, t) => move / (scale[t] as number)), flags };
}

function absenceOf(
  series: MarketSeries | undefined,
  instant: Instant,
  session: EpochDay,
  last: number,
): Absence | undefined {
  if (!series || last < 0) return 'missing';
  if (!Number.isNaN(series.z[last] as number)) return undefined;
  if (!Number.isNaN(series.moves[last] as number)) return 'short-history';
  if (!Number.isNaN(series.column.values[last] as number)) return 'missing';
  return releaseOf(series.column.entry, session) > instant ? 'not-yet-known' : 'missing';
}

function flagsAt(series: Series, date: EpochDay): readonly FigureFlag[] {
  const at = series.dates.lastIndexOf(date);
  return at < 0 ? [] : flagNames(series.flags[at] as number);
}
