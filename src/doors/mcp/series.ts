import { type ExportRow, exportRows } from '../../data/export/rows.ts';
import type { SeriesEntry } from '../../data/series/entry.ts';
import type { Store } from '../../data/store/store.ts';
import { formatInstant, type Instant } from '../../data/time.ts';
import { viewAt } from '../questions.ts';
import { unknownSeries } from '../universe.ts';

/** A series as known at an instant. */
export interface KnownSeries {
  readonly id: string;
  readonly title: SeriesEntry['title'];
  readonly assetClass: string;
  readonly unit: string;
  readonly frequency: string;
  readonly sources: readonly Pick<
    SeriesEntry['sources'][number],
    'provider' | 'symbol' | 'licence' | 'redistribute'
  >[];
  readonly asOf: string;
  readonly dataVersion: string;
  readonly simulated: boolean;
  readonly observations: readonly Pick<
    ExportRow,
    'date' | 'time' | 'value' | 'knownAt' | 'source' | 'flags'
  >[];
}

/** @throws UserError (2) for an unknown id, with the nearest known ones; (3) when nothing was known then. */
export async function knownSeries(store: Store, id: string, asOf: Instant | undefined): Promise<KnownSeries> {
  const view = await viewAt(store, asOf);
  const entry = view.entry(id);
  if (!entry) throw unknownSeries([id], view.ids(), 'an id of the tool data_list');
  const observations: KnownSeries['observations'][number][] = [];
  for await (const { series: _series, unit: _unit, ...row } of exportRows(view, [id])) observations.push(row);
  return {
    id,
    title: entry.title,
    assetClass: entry.assetClass,
    unit: entry.unit,
    frequency: entry.frequency,
    sources: entry.sources.map(({ provider, symbol, licence, redistribute }) => ({
      provider,
      symbol,
      licence,
      redistribute,
    })),
    asOf: formatInstant(view.instant),
    dataVersion: view.dataVersion,
    simulated: view.simulated,
    observations,
  };
}
