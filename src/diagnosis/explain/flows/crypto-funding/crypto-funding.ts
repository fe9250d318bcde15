import { z } from 'zod';
import { dayOf, type EpochDay, formatDay } from '../../../../data/time.ts';
import type { BaseUnit } from '../../../../data/unit.ts';
import { empiricalCdf } from '../../../../math/rank.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { drawing, pointsOf, spanOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import {
  composite,
  compositePath,
  GAUGES,
  type Gauge,
  type GaugeId,
  LEAST_WEIGHT,
  type Standardised,
  standardised,
} from './composite.ts';
import { FUNDING_FORMULAS } from './formulas.ts';
import { GAUGE_SERIES, readGauges } from './gauges.ts';
import { LEVERAGE_SERIES, leverageOf, leverageSchema } from './leverage.ts';

const YEAR = 365;

const schema = z.object({
  /** Day of the composite: the latest UTC day that had ended. */
  date: isoDay,
  score: figureSchema,
  percentile: figureSchema,
  /** Share of the weights that is measured. */
  weight: z.number(),
  leastWeight: z.number(),
  gauges: z.array(
    z.object({
      gauge: z.enum(GAUGES),
      date: isoDay.nullable(),
      value: figureSchema,
      z: figureSchema,
      /** What it adds to the score; they sum to it. */
      contribution: figureSchema,
    }),
  ),
  leverage: z.array(leverageSchema),
  series: z.object({ dates: z.array(isoDay), score: z.array(z.number().nullable()) }),
});

const UNITS: Readonly<Record<GaugeId, BaseUnit>> = {
  funding: 'fraction-per-8h',
  basis: 'fraction',
  stablecoins: 'fraction',
  'etf-flow': 'usd',
  borrowing: 'fraction-per-year',
};

const DARK = 'no recent value, or fewer than 200 in the year before it';

/** How much money seeks exposure to crypto, and on how much credit it already stands. */
export const cryptoFunding = explainPart({
  id: 'crypto-funding',
  title: { 'zh-Hans': '加密资金环境', 'zh-Hant': '加密資金環境', en: 'Crypto funding environment' },
  series: [...new Set([...GAUGES.flatMap((id) => GAUGE_SERIES[id]), ...LEVERAGE_SERIES])],
  covers: (asset) => asset === 'btc-usd',
  schema,
  formulas: FUNDING_FORMULAS,
  async compute({ view, figure }) {
    const gauges = await readGauges(view);
    const today = dayOf(view.instant) - 1;
    const found = new Map(
      GAUGES.flatMap((id) => {
        const one = standardised(gauges.get(id)!, today);
        return one ? [[id, one] as const] : [];
      }),
    );
    const now = composite(new Map([...found].map(([id, { z: score }]) => [id, score])));
    const series = [...found.keys()].flatMap((id) => GAUGE_SERIES[id]);
    const draw = drawing(figure, series);
    const few = 'less than 60 % of the weights is measured';
    const path = compositePath(gauges, today - YEAR + 1, today);
    const known = path.filter(Number.isFinite).length;
    const dates = Int32Array.from(path, (_, k) => today - YEAR + 1 + k);
    return {
      date: formatDay(today),
      score: draw('score', now.value, 'sigma', 'crypto-funding', {
        params: { gauges: found.size },
        flags: ['unproven'],
        why: few,
      }),
      percentile: draw(
        'percentile',
        Number.isFinite(now.value) && known >= YEAR / 2 ? empiricalCdf(path, now.value) : Number.NaN,
        'fraction',
        'crypto-funding-percentile',
        Number.isFinite(now.value) && known >= YEAR / 2
          ? spanOf(dates, 0, YEAR - 1, known)
          : {
              why: Number.isFinite(now.value) ? 'fewer than half of the days of the year have a score' : few,
            },
      ),
      weight: found.size / GAUGES.length,
      leastWeight: LEAST_WEIGHT,
      gauges: GAUGES.map((id) =>
        gaugeOf(
          drawing(figure, GAUGE_SERIES[id]),
          id,
          gauges.get(id)!,
          found.get(id),
          now.contributions.get(id),
        ),
      ),
      leverage: leverageOf(figure, await view.seriesMany(LEVERAGE_SERIES), today),
      series: chartOf(path, dates),
    };
  },
});

function gaugeOf(
  draw: ReturnType<typeof drawing>,
  id: GaugeId,
  gauge: Gauge,
  found: Standardised | undefined,
  contribution: number | undefined,
) {
  const at = `gauge.${id}`;
  return {
    gauge: id,
    date: found ? formatDay(gauge.dates[found.row]!) : null,
    value: draw(at, found?.value ?? Number.NaN, UNITS[id], `gauge-${id}`, {
      why: DARK,
      flags: id === 'basis' ? ['proxy'] : [],
    }),
    z: draw(`${at}.z`, found?.z ?? Number.NaN, 'sigma', 'gauge-z', { why: DARK }),
    contribution: draw(
      `${at}.contribution`,
      contribution ?? Number.NaN,
      'sigma',
      'crypto-funding-contribution',
      {
        why: DARK,
      },
    ),
  };
}

function chartOf(path: Float64Array, dates: Int32Array) {
  return { dates: Array.from(dates, (day: EpochDay) => formatDay(day)), score: pointsOf(path) };
}
