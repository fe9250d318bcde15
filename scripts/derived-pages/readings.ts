import type { Series } from '../../src/data/observation.ts';
import type { Store } from '../../src/data/store/store.ts';
import { formatDay, parseInstant } from '../../src/data/time.ts';
import { DERIVED } from '../../src/measures/derived/index.ts';
import { INSTANTS } from '../explain-pages/findings.ts';
import type { Readings } from './page.ts';

/** The last value of every derived series at every instant, of those that have one. */
export async function readingsOf(store: Store): Promise<Readings> {
  const readings = new Map<string, string[]>();
  for (const instant of INSTANTS) {
    const view = await store.asOf(parseInstant(instant));
    for (const { id } of DERIVED) {
      const text = lastOf(await view.series(id));
      if (text !== undefined) readings.set(id, [...(readings.get(id) ?? []), `${instant}: ${text}`]);
    }
  }
  return readings;
}

function lastOf({ dates, values, entry }: Series): string | undefined {
  const row = dates.length - 1;
  return row < 0 ? undefined : `${valued(values[row]!, entry.unit)} (${formatDay(dates[row]!)})`;
}

function valued(value: number, unit: string): string {
  if (unit === 'usd') return `${String(Number((value / 1e9).toPrecision(6))).replace('-', '−')} usd-bn`;
  const share = unit === 'fraction' || unit === 'fraction-per-year';
  const short = Number((share ? 100 * value : value).toPrecision(4));
  const name = share ? (unit === 'fraction' ? '%' : '% a year') : unit;
  return `${String(short).replace('-', '−')} ${name}`;
}
