import type { Figure, FigureFlag, FigureMaker } from '../../data/figure.ts';
import { releaseOf } from '../../data/series/release.ts';
import { formatDay, formatInstant } from '../../data/time.ts';
import type { BaseUnit } from '../../data/unit.ts';
import type { Market } from './market.ts';

export interface SessionChange {
  readonly path: string;
  readonly unit?: BaseUnit;
  /** Beside those of the value itself. */
  readonly flags?: readonly FigureFlag[];
}

/** Figure of the change of a series in the latest session; without a value it says whether the value is still due. */
export function sessionChange(
  market: Market,
  figures: FigureMaker,
  id: string,
  { path, unit = 'fraction', flags = [] }: SessionChange,
): Figure {
  const series = market.get(id);
  const dates = [market.last, market.last - 1].map((row) => formatDay(market.dates[row] ?? market.session));
  const value = series?.moves[market.last] ?? Number.NaN;
  return figures({
    path,
    value,
    unit,
    of: {
      formula: 'session-change',
      series: [id],
      inputs: [
        { symbol: 'x_t', series: id, date: dates[0] as string },
        { symbol: 'x_0', series: id, date: dates[1] as string },
      ],
    },
    flags: [...(series?.flags ?? []), ...flags],
    ...(Number.isNaN(value) ? { why: whyAbsent(market, id) } : {}),
  });
}

function whyAbsent(market: Market, id: string): string {
  const series = market.get(id);
  const session = formatDay(market.session);
  if (!series) return `the series ${id} is not in the store`;
  const due = releaseOf(series.column.entry, market.session);
  return due > market.instant
    ? `the value of ${session} is released at ${formatInstant(due)}`
    : `not measured on ${session} or on the session before`;
}
