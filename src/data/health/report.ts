import type { Quarantined, QuarantineReason } from '../observation.ts';
import { STORE_FORMAT } from '../store/format.ts';
import type { Health, SeriesHealth, Store } from '../store/store.ts';
import { formatInstant, type Instant } from '../time.ts';
import { type Gaps, gapsOf, mainSeries, type StaleSeries, staleSeries } from './freshness.ts';

export interface QuarantineCount {
  readonly reason: QuarantineReason;
  readonly rows: number;
  readonly examples: readonly Quarantined[];
}

/** The health of a store: what `tidemark data health` and the page of the data show. */
export interface HealthReport {
  readonly home: string;
  readonly format: number;
  readonly bytes: number;
  readonly segments: number;
  readonly latestClose: string | null;
  readonly series: number;
  readonly observations: number;
  readonly tables: Health['tables'];
  readonly stale: readonly StaleSeries[];
  readonly gaps: readonly Gaps[];
  readonly quarantined: readonly QuarantineCount[];
  readonly revised: readonly Marked[];
  readonly suspect: readonly Marked[];
  readonly withdrawn: readonly Marked[];
  readonly loads: Health['loads'];
  readonly damaged: Health['damaged'];
}

export interface Marked {
  readonly id: string;
  readonly rows: number;
}

const EXAMPLES = 3;

/**
 * Gathers the health of a store; series that cannot be read are in `damaged`.
 * @param at what is late and what is missing as seen from here; the latest close in the store when nothing is said
 */
export async function healthReport(store: Store, at?: Instant): Promise<HealthReport> {
  const health = await store.health();
  const close = await store.latestClose();
  const latest = at ?? close;
  const seen =
    latest === undefined || health.damaged.length > 0 ? [] : await mainSeries(await store.asOf(latest));
  const held = new Set(health.series.map(({ id }) => id));
  const series = seen.filter(({ entry }) => held.has(entry.id));
  return {
    home: store.home,
    format: STORE_FORMAT,
    bytes: health.bytes,
    segments: health.segments,
    latestClose: close === undefined ? null : formatInstant(close),
    series: health.series.length,
    observations: health.series.reduce((sum, { rows }) => sum + rows, 0),
    tables: health.tables,
    stale: latest === undefined ? [] : staleSeries(series, latest),
    gaps: gapsOf(series),
    quarantined: byReason(health.quarantined),
    revised: marked(health.series, ({ revisions }) => revisions),
    suspect: marked(health.series, ({ suspect }) => suspect),
    withdrawn: marked(health.series, ({ withdrawn }) => withdrawn),
    loads: health.loads,
    damaged: health.damaged,
  };
}

function byReason(rows: readonly Quarantined[]): QuarantineCount[] {
  const found = new Map<QuarantineReason, Quarantined[]>();
  for (const row of rows) {
    const known = found.get(row.reason);
    if (known) known.push(row);
    else found.set(row.reason, [row]);
  }
  return [...found]
    .map(([reason, list]) => ({ reason, rows: list.length, examples: list.slice(0, EXAMPLES) }))
    .sort((a, b) => b.rows - a.rows || (a.reason < b.reason ? -1 : 1));
}

function marked(series: readonly SeriesHealth[], count: (series: SeriesHealth) => number): Marked[] {
  return series
    .map((one) => ({ id: one.id, rows: count(one) }))
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => b.rows - a.rows || (a.id < b.id ? -1 : 1));
}
