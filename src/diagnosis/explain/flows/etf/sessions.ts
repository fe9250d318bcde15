import { calendar } from '../../../../data/calendar.ts';
import { changes } from '../../../../data/panel.ts';
import type { EpochDay } from '../../../../data/time.ts';
import type { View } from '../../../../data/view.ts';
import { valuesAt } from '../../../../math/values-at.ts';
import { latestSession } from '../../../sessions.ts';
import type { FundCoin } from './coins.ts';

/** Flows of a coin's funds with its price, on the sessions that have a flow. */
export interface FundSessions {
  readonly dates: Int32Array;
  /** Net flow of all funds, US dollars. */
  readonly total: Float64Array;
  /** Close of the coin on the same date (UTC); NaN where it has none. */
  readonly price: Float64Array;
  /** Simple return from the session before; NaN in the first row. */
  readonly returns: Float64Array;
  /** In the order of the coin's funds; NaN where a fund has no value. */
  readonly funds: readonly Float64Array[];
  /** New York sessions since the first flow that have no reported one though the table has been there, ascending. */
  readonly unreported: readonly EpochDay[];
  /** New York sessions after the table’s last that had closed by the instant: their flow is not known yet. Ascending. */
  readonly awaited: readonly EpochDay[];
}

/**
 * Rows are the New York sessions with a reported total. The table writes a fund that has not reported as 0: a session on which the total
 * and every fund are 0 or blank cannot be told from one that nobody reported, so it is not measured.
 */
export async function readFundSessions(view: View, coin: FundCoin): Promise<FundSessions> {
  const ids = [coin.total, coin.asset, ...coin.funds.map(({ series }) => series)];
  const panel = await view.panel({ ids, join: 'first' });
  const [flow, , ...funds] = panel.columns.map(({ values }) => values);
  const market = calendar('new-york');
  const rows = [...panel.dates.keys()].filter(
    (row) =>
      market.isSession(panel.dates[row]!) &&
      Number.isFinite(flow![row]!) &&
      (flow![row] !== 0 || funds.some((fund) => Math.abs(fund[row]!) > 0)),
  );
  const pick = (values: Float64Array) => valuesAt(values, rows);
  const dates = Int32Array.from(rows, (row) => panel.dates[row]!);
  const price = panel.columns[1]!;
  const source = Uint8Array.from(rows, (row) => price.source?.[row] ?? 0);
  const values = pick(price.values);
  return {
    dates,
    total: pick(flow!),
    price: values,
    returns: changes({ ...price, values, times: pick(price.times), source }),
    funds: funds.map(pick),
    ...gaps(dates, panel.dates.at(-1) ?? 0, latestSession('new-york', view.instant)),
  };
}

function gaps(
  dates: Int32Array,
  tabled: EpochDay,
  latest: EpochDay,
): Pick<FundSessions, 'unreported' | 'awaited'> {
  if (dates.length === 0) return { unreported: [], awaited: [] };
  const market = calendar('new-york');
  const has = new Set(dates);
  return {
    unreported: [...market.sessions(dates[0]!, tabled)].filter((day) => !has.has(day)),
    awaited: tabled < latest ? [...market.sessions(tabled + 1, latest)] : [],
  };
}
