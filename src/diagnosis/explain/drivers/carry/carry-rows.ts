import type { Series } from '../../../../data/observation.ts';
import { alignSeries, changes } from '../../../../data/panel.ts';
import type { EpochDay } from '../../../../data/time.ts';
import type { View } from '../../../../data/view.ts';
import { countBelow } from '../../../../math/sorted.ts';
import { rowAtOrBefore } from '../../../history.ts';
import { readAs } from '../../../scan/basket.ts';

export const YEN = 'usd-jpy';
const CARRIED = ['aud-jpy', 'mxn-jpy', 'eur-jpy'] as const;
const FRANC = 'chf-jpy';
export const RISK_ASSETS = ['sp500', 'nasdaq-100'] as const;
export const RATES = ['effr', 'japan-call-rate'] as const;
export const POSITIONS = 'cot-jpy-spec-net';

export const BASKET_SERIES = [...CARRIED, FRANC] as const;
export const CARRY_SERIES = [YEN, ...BASKET_SERIES, ...RISK_ASSETS] as const;

/** Returns of one session on the dates that currencies and shares have in common; NaN where one is not measured. */
export interface CarryRows {
  readonly dates: Int32Array;
  /** Of the yen in dollars: above 0 it rose. */
  readonly yen: Float64Array;
  /** Of the Australian dollar, the Mexican peso and the euro held against yen and against francs, equal parts. */
  readonly basket: Float64Array;
  readonly assets: readonly Float64Array[];
  /** Dollar less yen overnight rate, as of the latest day before; a year. */
  readonly carry: Float64Array;
  /** Speculators' net position in yen futures, by date of the position. */
  readonly positions: Pick<Series, 'dates' | 'values'>;
}

/** The rows of the gauge as known by the view. */
export async function carryRows(view: View): Promise<CarryRows> {
  const ids = [...CARRY_SERIES, ...RATES, POSITIONS];
  const all = await view.seriesMany(ids);
  const panel = alignSeries(
    CARRY_SERIES.map((id) => all.get(id)!),
    { ids: CARRY_SERIES },
  );
  const of = new Map(panel.columns.map((column) => [column.id, changes(column)]));
  const francs = of.get(FRANC)!;
  const crosses = CARRIED.flatMap((id) => {
    const inYen = of.get(id)!;
    return [inYen, inYen.map((change, t) => (1 + change) / (1 + francs[t]!) - 1)];
  });
  const [dollar, yenRate] = RATES.map((id) => all.get(id)!) as [Series, Series];
  return {
    dates: panel.dates,
    yen: of.get(YEN)!.map((change) => readAs('inverse', change)),
    basket: francs.map((_, t) => crosses.reduce((sum, one) => sum + one[t]!, 0) / crosses.length),
    assets: RISK_ASSETS.map((id) => of.get(id)!),
    carry: Float64Array.from(panel.dates, (day) => before(dollar, day) - before(yenRate, day)),
    positions: all.get(POSITIONS)!,
  };
}

/** Value of the latest date before a day, at most ten days old; NaN when there is none. */
function before({ dates, values }: Series, day: EpochDay): number {
  const row = countBelow(dates, day) - 1;
  return row < 0 || day - dates[row]! > 10 ? Number.NaN : values[row]!;
}

/** Row of the latest report of a position taken by a day; −1 when there is none in three weeks. */
export function reportBy({ dates }: CarryRows['positions'], day: EpochDay): number {
  const row = rowAtOrBefore(dates, day);
  return row < 0 || day - dates[row]! > 21 ? -1 : row;
}
