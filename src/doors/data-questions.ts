import { UserError } from '../data/errors.ts';
import { type ExportRow, exportRows } from '../data/export/rows.ts';
import { type HealthReport, healthReport } from '../data/health/report.ts';
import type { Join, Panel } from '../data/panel.ts';
import type { SeriesEntry } from '../data/series/entry.ts';
import type { Store } from '../data/store/store.ts';
import type { EpochDay, Instant } from '../data/time.ts';
import type { View } from '../data/view.ts';
import type { Parts } from './parts.ts';
import { viewAt } from './questions.ts';
import type { ListedSeries } from './series-list.ts';
import { unknownSeries } from './universe.ts';

/** An id of a series that nobody has. */
export class UnknownSeries extends UserError {}

export interface ObservationsRequest {
  readonly asOf: Instant | undefined;
  readonly id: string;
  readonly from?: EpochDay | undefined;
  readonly to?: EpochDay | undefined;
}

export interface PanelQuestion {
  readonly asOf: Instant | undefined;
  readonly ids: readonly string[];
  readonly from?: EpochDay | undefined;
  readonly to?: EpochDay | undefined;
  readonly join?: Exclude<Join, object> | undefined;
}

/** The data that an answer stood on. */
export interface Seen {
  readonly instant: Instant;
  readonly dataVersion: string;
  readonly simulated: boolean;
}

/** What a door asks of the data themselves. */
export interface DataQuestions {
  /** The latest close in the store; undefined when it is empty. */
  latestClose(): Promise<Instant | undefined>;
  /** A word for what is in the store: another after each commit. */
  latestCommit(): Promise<string>;
  /** What would be seen at an instant, the latest close when none is given. */
  seen(asOf: Instant | undefined): Promise<Seen>;
  /** Series that the store holds, by id; `all`: also those it lacks. */
  list(part: string | undefined, all: boolean): Promise<readonly ListedSeries[]>;
  /** The observations of one series as known at the instant. */
  observations(
    request: ObservationsRequest,
  ): Promise<{ readonly seen: Seen; readonly entry: SeriesEntry; readonly rows: readonly ExportRow[] }>;
  /** How the store is: what is late and missing as seen from the instant, what was kept apart, and every load. */
  health(asOf: Instant | undefined): Promise<{ readonly seen: Seen; readonly health: HealthReport }>;
  panel(question: PanelQuestion): Promise<{ readonly seen: Seen; readonly panel: Panel }>;
}

export function dataQuestions(store: Store, parts: Pick<Parts, 'catalogue' | 'listSeries'>): DataQuestions {
  return {
    latestClose: () => store.latestClose(),
    latestCommit: () => store.latestCommit(),
    seen: async (asOf) => seenBy(await viewAt(store, asOf)),
    list: (part, all) => parts.listSeries(store, part, all),
    async observations({ asOf, id, from, to }) {
      const view = await viewAt(store, asOf);
      const entry = view.entry(id);
      if (!entry) {
        const { message, hint } = unknownSeries([id], (await parts.catalogue()).all, '/api/v1/series');
        throw new UnknownSeries(message, hint, 2);
      }
      const rows: ExportRow[] = [];
      for await (const row of exportRows(view, [id], { from, to })) rows.push(row);
      return { seen: seenBy(view), entry, rows };
    },
    async health(asOf) {
      const view = await viewAt(store, asOf);
      return { seen: seenBy(view), health: await healthReport(store, view.instant) };
    },
    async panel({ asOf, ids, from, to, join }) {
      const view = await viewAt(store, asOf);
      const unknown = ids.filter((id) => view.entry(id) === undefined);
      if (unknown.length > 0) {
        throw unknownSeries(unknown, (await parts.catalogue()).all, 'ids of /api/v1/series');
      }
      const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
      const panel = await view.panel({ ids, ...range, ...(join ? { join } : {}) });
      return { seen: seenBy(view), panel };
    },
  };
}

function seenBy({ instant, dataVersion, simulated }: View): Seen {
  return { instant, dataVersion, simulated };
}
