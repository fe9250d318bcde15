import { z } from 'zod';
import type { FigureMaker } from '../../../data/figure.ts';
import { dayOf, epochDay, formatDay } from '../../../data/time.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { rowAtOrBefore } from '../../history.ts';
import { explainPart } from '../part.ts';
import { DEFINITIONS, type Definition, type DefinitionId, type Sum, sumBy } from './liquidity-definitions.ts';

const YEARS = 5;
/** A year begins and ends with a week not older than this; H.8 comes nine days after its own. */
const OLDEST = 20;

const IDS = DEFINITIONS.map(({ id }) => id) as [DefinitionId, ...DefinitionId[]];

const schema = z.object({
  definitions: z.array(
    z.object({
      id: z.enum(IDS),
      date: isoDay.nullable(),
      level: figureSchema,
      years: z.array(
        z.object({
          year: z.number().int(),
          from: isoDay.nullable(),
          to: isoDay.nullable(),
          change: figureSchema,
          share: figureSchema,
        }),
      ),
    }),
  ),
  /** Signs of the last whole year: how many definitions fell and how many rose of those measured. */
  verdict: z.object({ year: z.number().int(), fell: z.number().int(), rose: z.number().int() }),
});

/** Whether liquidity fell or rose in a year depends on what is called liquidity: every definition beside the others. */
export const liquidityVariants = explainPart({
  id: 'liquidity-variants',
  title: { 'zh-Hans': '流动性：各种定义', 'zh-Hant': '流動性：各種定義', en: 'Liquidity by definition' },
  series: [...new Set(DEFINITIONS.flatMap(({ series }) => series))],
  schema,
  formulas: [
    formula(
      'liquidity-by-definition',
      '流动性（按定义）',
      '流動性（按定義）',
      'Liquidity by definition',
      'net: Fed assets − Treasury account − reverse repo on Wednesday; net-average: with the week average of the account; net-deposits, net-credit, net-stablecoins: net plus bank deposits, bank credit or the stablecoin supply of the same Wednesday (or up to 6 days before); reserves: reserve balances, week average; three-central-banks: Fed + ECB · (USD per EUR) + Bank of Japan / (JPY per USD), each at its last value by the Wednesday. US dollars. The definitions overlap and are not to be added',
    ),
    formula(
      'liquidity-year-change',
      '流动性年变化',
      '流動性年變化',
      'Change of liquidity over a year',
      'L_e − L_b; b the last Wednesday of the year before, e the last one of the year, or the latest of a year that is not over',
    ),
    formula(
      'liquidity-year-share',
      '流动性年变化率',
      '流動性年變化率',
      'Relative change of liquidity over a year',
      '(L_e − L_b) / L_b',
    ),
  ],
  async compute({ view, figure }) {
    const all = await view.seriesMany(liquidityVariants.series);
    const thisYear = new Date(view.instant).getUTCFullYear();
    const today = dayOf(view.instant);
    const definitions = DEFINITIONS.map((definition) =>
      definitionFigures(definition, sumBy(definition, all), thisYear, today, figure),
    );
    const whole = thisYear - 1;
    const changes = definitions.map(
      ({ years }) => years.find(({ year }) => year === whole)?.change.value ?? null,
    );
    return {
      definitions,
      verdict: {
        year: whole,
        fell: changes.filter((change) => change !== null && change < 0).length,
        rose: changes.filter((change) => change !== null && change > 0).length,
      },
    };
  },
});

function definitionFigures(
  definition: Definition,
  sum: Sum,
  thisYear: number,
  today: number,
  figure: FigureMaker,
) {
  const { id, series } = definition;
  const last = sum.dates.length - 1;
  return {
    id,
    date: last < 0 ? null : formatDay(sum.dates[last]!),
    level: figure({
      path: `${id}.level`,
      value: sum.values[last] ?? Number.NaN,
      unit: 'usd',
      of: { formula: 'liquidity-by-definition', series, params: { definition: id } },
      why: `the parts of ${id} have no week in common`,
    }),
    years: Array.from({ length: YEARS }, (_, back) =>
      yearFigures(definition, sum, thisYear - YEARS + 1 + back, today, figure),
    ),
  };
}

function yearFigures({ id, series }: Definition, sum: Sum, year: number, today: number, figure: FigureMaker) {
  const begin = rowNear(sum, epochDay(year - 1, 12, 31));
  const end = rowNear(sum, Math.min(epochDay(year, 12, 31), today));
  const found = begin >= 0 && end > begin;
  const change = found ? sum.values[end]! - sum.values[begin]! : Number.NaN;
  const from = found ? formatDay(sum.dates[begin]!) : null;
  const to = found ? formatDay(sum.dates[end]!) : null;
  const rest = {
    ...(from && to ? { window: { from, to, n: end - begin } } : {}),
    why: `no ${id} at both ends of ${year}`,
  };
  const params = { definition: id, year };
  return {
    year,
    from,
    to,
    change: figure({
      path: `${id}.${year}`,
      value: change,
      unit: 'usd',
      of: { formula: 'liquidity-year-change', series, params },
      ...rest,
    }),
    share: figure({
      path: `${id}.${year}.share`,
      value: found ? change / sum.values[begin]! : Number.NaN,
      unit: 'fraction',
      of: { formula: 'liquidity-year-share', series, params },
      ...rest,
    }),
  };
}

/** Row of the last week at or before a day; −1 when there is none within three weeks of it. */
function rowNear({ dates }: Sum, day: number): number {
  const row = rowAtOrBefore(dates, day);
  return row >= 0 && dates[row]! >= day - OLDEST ? row : -1;
}
