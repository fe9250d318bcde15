import type { Trace } from '../../../data/trace.ts';

/** Series side by side that one request may name. */
const MOST_SERIES = 100;

/** Address of the observations over the window as known at the instant: of one series, or of several side by side. */
export function csvOf({ figure, series }: Trace): string | undefined {
  const ids = series.filter(({ observations }) => observations > 0).map((one) => one.series);
  const [first] = ids;
  if (first === undefined || ids.length > MOST_SERIES) return undefined;
  const { window, asOf } = figure;
  const query = { asof: asOf, format: 'csv', ...(window ? { from: window.from, to: window.to } : {}) };
  if (ids.length === 1) return `/api/v1/series/${encodeURIComponent(first)}?${queryOf(query)}`;
  return `/api/v1/panel?${queryOf({ ids: ids.join(','), join: 'union', ...query })}`;
}

function queryOf(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}
