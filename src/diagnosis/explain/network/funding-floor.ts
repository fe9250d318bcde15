import { z } from 'zod';
import type { FigureMaker } from '../../../data/figure.ts';
import type { Series } from '../../../data/observation.ts';
import { type EpochDay, formatDay } from '../../../data/time.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { rowAtOrBefore } from '../../history.ts';

/** Ten-year yields and the gross domestic product of 2024 in trillions of dollars, IMF World Economic Outlook of April 2025. */
const WEIGHTS = { 'us-10y': 29.2, 'japan-10y': 4.0, 'germany-10y': 4.7, 'uk-10y': 3.6 } as const;

export const FLOOR_SERIES = Object.keys(WEIGHTS) as readonly (keyof typeof WEIGHTS)[];

/** Days that a yield may be old, for holidays that differ. */
const OLDEST = 7;
const YEAR_DAYS = 365;

export const floorSchema = z.object({
  date: isoDay.nullable(),
  /** Countries whose yield is known then. */
  members: z.array(z.string()),
  level: figureSchema,
  yearChange: figureSchema,
});

export const FLOOR_FORMULAS = [
  formula(
    'funding-floor',
    '资金成本中枢',
    '資金成本中樞',
    'Floor of funding costs',
    'Σ w_i y_i / Σ w_i; y ten-year yields of the United States, Japan, Germany and the United Kingdom, each at most a week old, w gross domestic product of 2024 (29.2, 4.0, 4.7, 3.6 trillion US dollars); over those known, a proxy when not all are',
    'IMF World Economic Outlook, April 2025, for the weights; definition',
  ),
  formula(
    'funding-floor-change',
    '资金成本中枢的年变化',
    '資金成本中樞的年變化',
    'Change of the floor over a year',
    'floor less the floor of 365 days before, over the same countries',
  ),
];

/** The weighted long yield of the four, over those that are known: of the United States and one more at least. */
export function fundingFloor(read: ReadonlyMap<string, Series>, figure: FigureMaker) {
  const last = read.get('us-10y')!.dates.at(-1);
  const members =
    last === undefined ? [] : FLOOR_SERIES.filter((id) => at(read.get(id)!, last) !== undefined);
  const enough = members.length >= 2;
  const level = enough ? mean(read, members, last!) : Number.NaN;
  const before = enough ? mean(read, members, last! - YEAR_DAYS) : Number.NaN;
  const flags = members.length < FLOOR_SERIES.length ? (['proxy'] as const) : [];
  const of = { series: members, params: { date: last === undefined ? '' : formatDay(last) } };
  const why = 'fewer than two of the four ten-year yields are known';
  return {
    date: enough ? formatDay(last!) : null,
    members: [...members],
    level: figure({
      path: 'floor',
      value: level,
      unit: 'fraction-per-year',
      of: { formula: 'funding-floor', ...of },
      flags,
      why,
    }),
    yearChange: figure({
      path: 'floor.year',
      value: level - before,
      unit: 'fraction-per-year',
      of: { formula: 'funding-floor-change', ...of },
      flags,
      why: enough ? 'a ten-year yield has no value a year before' : why,
    }),
  };
}

function at({ dates, values }: Series, day: EpochDay): number | undefined {
  const row = rowAtOrBefore(dates, day);
  return row < 0 || day - dates[row]! > OLDEST ? undefined : values[row];
}

function mean(read: ReadonlyMap<string, Series>, ids: typeof FLOOR_SERIES, day: EpochDay): number {
  let [sum, whole] = [0, 0];
  for (const id of ids) {
    sum += WEIGHTS[id] * (at(read.get(id)!, day) ?? Number.NaN);
    whole += WEIGHTS[id];
  }
  return sum / whole;
}
