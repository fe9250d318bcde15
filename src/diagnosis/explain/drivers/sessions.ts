import { calendar } from '../../../data/calendar.ts';
import type { Series } from '../../../data/observation.ts';
import { type EpochDay, epochDay } from '../../../data/time.ts';
import type { View } from '../../../data/view.ts';
import { rowAtOrBefore } from '../../history.ts';
import { barsOf } from '../../scan/new-york-day.ts';
import { latestSession } from '../../sessions.ts';

/** Rows are loaded from here: the longest sample ends before the shortest of the factors begins. */
const FROM: EpochDay = epochDay(2004, 1, 1);

/** A bar stands for a New York close when it ended at most this long before it. */
const LONGEST_GAP = 4 * 3_600_000;

/** One series on New York sessions. */
export interface SessionColumn {
  /** NaN where not measured; never filled. */
  readonly values: Float64Array;
  /** Instant of each value. */
  readonly times: Float64Array;
  /** Values of different sources are not compared; for coins 255 is the UTC day. */
  readonly source: Uint8Array;
}

export const UTC_DAY = 255;

/** Sources that one layer of bars may have. */
const LAYER = 64;

/** Series side by side on New York sessions, up to the last one closed by the instant; coins as of the New York close where bars allow. */
export interface Sessions {
  readonly dates: Int32Array;
  get(id: string): SessionColumn | undefined;
}

/** Ids that `readSessions` reads for an instrument: itself, and the bars of a coin. */
export function sessionSeries(view: View, id: string): readonly string[] {
  const coin = view.entry(id)?.calendar === 'utc';
  return coin ? [id, ...barsOf(id).filter((bar) => view.entry(bar) !== undefined)] : [id];
}

/**
 * Values at New York sessions. A coin takes the close of the last bar that ended at or before the New York close and at most four hours
 * earlier: of the finest bars (1 h, then 4 h) that are of one source over the last `window` sessions, then of the others; elsewhere its
 * UTC day of the same date, which ends three to four hours after that close.
 */
export async function readSessions(view: View, ids: readonly string[], window: number): Promise<Sessions> {
  const known = [...new Set(ids)].filter((id) => view.entry(id) !== undefined);
  const to = latestSession('new-york', view.instant);
  const from = Math.min(FROM, to);
  const panel = await view.panel({ ids: known, from, to, join: { calendar: 'new-york' } });
  const bars = await view.seriesMany(known.flatMap((id) => sessionSeries(view, id).slice(1)));
  const columns = panel.columns.map(({ id, values, times, source = new Uint8Array(values.length) }) => {
    const cuts = sessionSeries(view, id)
      .slice(1)
      .map((bar) => cutAtClose(bars.get(bar) as Series, panel.dates));
    const own = { values, times, source };
    return [id, cuts.length === 0 ? own : layered(cuts, own, window)] as const;
  });
  const byId = new Map<string, SessionColumn>(columns);
  return { dates: panel.dates, get: (id) => byId.get(id) };
}

function cutAtClose({ times, values, source }: Series, dates: Int32Array): SessionColumn {
  const market = calendar('new-york');
  const out = emptyColumn(dates.length);
  if (times.length === 0) return out;
  let at = -1;
  for (let row = 0; row < dates.length; row++) {
    const close = market.closeOf(dates[row]!);
    while (at + 1 < times.length && times[at + 1]! <= close) at++;
    if (at < 0 || close - times[at]! > LONGEST_GAP) continue;
    out.values[row] = values[at]!;
    out.times[row] = times[at]!;
    out.source[row] = source[at]!;
  }
  return out;
}

/** The best cut where it has a value, then the next, then the UTC day; each layer has sources of its own. */
function layered(cuts: readonly SessionColumn[], own: SessionColumn, window: number): SessionColumn {
  const best = cuts.filter((cut) => isWhole(cut, window));
  const layers = [...best, ...cuts.filter((cut) => !best.includes(cut)), own];
  const out = emptyColumn(own.values.length);
  for (let row = 0; row < out.values.length; row++) {
    const rank = layers.findIndex(({ values }) => !Number.isNaN(values[row]!));
    const layer = layers[rank] ?? own;
    out.values[row] = layer.values[row]!;
    out.times[row] = layer.times[row]!;
    out.source[row] = layer === own ? UTC_DAY : LAYER * rank + layer.source[row]!;
  }
  return out;
}

function isWhole({ values, source }: SessionColumn, window: number): boolean {
  const last = values.length - 1;
  return Number.isFinite(values[last]! + values[last - window]!) && source[last] === source[last - window];
}

function emptyColumn(rows: number): SessionColumn {
  const holes = () => new Float64Array(rows).fill(Number.NaN);
  return { values: holes(), times: holes(), source: new Uint8Array(rows) };
}

/** Last row at or before `row`, at most `oldest` rows earlier, with a value; −1 without one. */
export function lastRow(values: Float64Array, row: number, oldest: number): number {
  for (let t = row; t >= Math.max(0, row - oldest); t--) if (!Number.isNaN(values[t]!)) return t;
  return -1;
}

/** Row of the latest session on which the series has a value; −1 without one. */
export function latestRow({ values }: Pick<SessionColumn, 'values'>): number {
  return lastRow(values, values.length - 1, values.length);
}

/** Values known by a day, spread over the sessions in a straight line from one to the next; NaN before the first and after the last. */
export function interpolated(
  dates: Int32Array,
  known: { readonly dates: Int32Array; readonly values: Float64Array },
): Float64Array {
  const rows = Int32Array.from(known.dates, (day) => rowAtOrBefore(dates, day));
  const out = new Float64Array(dates.length).fill(Number.NaN);
  for (let i = 0; i < rows.length; i++) {
    const [row, before] = [rows[i]!, i === 0 ? -1 : rows[i - 1]!];
    if (row < 0) continue;
    out[row] = known.values[i]!;
    if (before < 0) continue;
    const step = (known.values[i]! - known.values[i - 1]!) / (row - before);
    for (let t = before + 1; t < row; t++) out[t] = known.values[i - 1]! + (t - before) * step;
  }
  return out;
}
