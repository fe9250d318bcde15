import type { SeriesEntry, SourceRef, Transform } from '../../data/series/entry.ts';
import type { Compiled, Expression } from './compile.ts';

/** The catalogue entry of a derived series: calendar, frequency and release of the symbol whose dates it has, sources of all. */
export function seriesEntryOf(compiled: Compiled): SeriesEntry {
  const { entry, on, columns } = compiled;
  return {
    id: entry.id,
    title: entry.title,
    assetClass: entry.assetClass ?? on.assetClass,
    unit: entry.unit,
    frequency: entry.frequency ?? (on.frequency === 'intraday' ? 'daily' : on.frequency),
    calendar: on.calendar,
    release: on.release,
    transform: entry.transform ?? transformOf(compiled),
    revised: columns.some((column) => column.entry.revised),
    sources: sourcesOf(columns.map((column) => column.entry)),
    note: entry.meaning,
  };
}

/** What was multiplied and divided from prices changes like a price; everything else is a level. */
function transformOf({ expression, columns }: Compiled): Transform {
  return isProduct(expression) && columns.every(({ entry }) => entry.transform === 'price')
    ? 'price'
    : 'level';
}

function isProduct(expression: Expression): boolean {
  if (expression.kind === 'operation')
    return /[*/]/.test(expression.operator) && isProduct(expression.left) && isProduct(expression.right);
  if (expression.kind === 'function')
    return ['as', 'index'].includes(expression.of.id) && isProduct(expression.over[0]!);
  return expression.kind !== 'minus';
}

/** Where the observations come from, each place once; a file of a pack feeds its own series only. */
function sourcesOf(entries: readonly SeriesEntry[]): readonly SourceRef[] {
  const places = new Map<string, SourceRef>();
  for (const { pack: _, ...source } of entries.flatMap(({ sources }) => sources)) {
    const place = `${source.provider}:${source.symbol}`;
    if (!places.has(place)) places.set(place, source);
  }
  return [...places.values()];
}
