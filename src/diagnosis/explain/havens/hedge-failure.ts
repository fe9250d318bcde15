import { z } from 'zod';
import type { FigureDraft, FigureMaker } from '../../../data/figure.ts';
import { formatDay } from '../../../data/time.ts';
import { quantile } from '../../../math/quantile.ts';
import { valuesAt } from '../../../math/values-at.ts';
import { pearson } from '../../../measures/correlation.ts';
import { effectiveBets } from '../../../measures/effective-bets.ts';
import { fisherInterval } from '../../../measures/fisher-interval.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { explainPart } from '../part.ts';
import { HEDGE_FAILURE_FORMULAS } from './hedge-failure-formulas.ts';
import { coexceedances, effectivenessBand, hedgeEffectiveness, hedgeRatio } from './hedge-value.ts';
import {
  BEFORE,
  completeRows,
  covarianceOn,
  FEW_POSITIONS,
  POSITION_SERIES,
  POSITIONS,
  positionReturns,
  RECENT,
  windowOn,
} from './portfolio.ts';
import {
  commonRows,
  EQUITY,
  HAVEN_SERIES,
  type HavenAsset,
  type HavenReturns,
  havenReturns,
  seriesBehind,
} from './returns.ts';

export const YEAR = 250;
const STRESS_TAIL = 0.1;
const LEVEL = 0.9;

const HEDGES = ['tlt', 'gold-front'] as const satisfies readonly HavenAsset[];
const schema = z.object({
  /** Latest New York session; null: none known. */
  date: isoDay.nullable(),
  /** Return of equities in the session. */
  equity: figureSchema,
  hedges: z.array(
    z.object({
      asset: z.enum(HEDGES),
      correlation: figureSchema,
      /** On the worst tenth of equity days of the year. */
      stressCorrelation: figureSchema,
      ratio: figureSchema,
      effectiveness: figureSchema,
      coexceedances: figureSchema,
      session: figureSchema,
      /** Part of the loss of equities that the hedge made up; negative: it lost too. */
      covered: figureSchema,
    }),
  ),
  bets: z.object({
    positions: z.array(z.string()),
    recent: figureSchema,
    before: figureSchema,
  }),
});

/** Whether what is held against a fall of equities still works: over a year, in its worst days, and in the session. */
export const hedgeFailure = explainPart({
  id: 'hedge-failure',
  title: {
    'zh-Hans': '对冲与分散是否失效',
    'zh-Hant': '對沖與分散是否失效',
    en: 'Do hedges and diversification hold',
  },
  series: HAVEN_SERIES,
  schema,
  formulas: HEDGE_FAILURE_FORMULAS,
  async compute({ view, figure }) {
    const returns = await havenReturns(view);
    const last = returns.dates.length - 1;
    return {
      date: last < 0 ? null : formatDay(returns.dates[last]!),
      equity: figure({
        path: 'equity',
        value: returns.equity[last] ?? Number.NaN,
        unit: 'fraction',
        of: { formula: 'hedge-session-return', series: [EQUITY] },
        why: NO_SESSION,
      }),
      hedges: HEDGES.map((asset) => hedgeBlock(asset, returns, figure)),
      ...portfolioBlock(returns, figure),
    };
  },
});

const NO_SESSION = 'a return of the latest session is not measured';
const FEW = `fewer than ${2 * YEAR} sessions with both returns`;
const NO_LOSS = 'equities did not fall in the session, or a return is not measured';

function hedgeBlock(asset: HavenAsset & (typeof HEDGES)[number], returns: HavenReturns, figure: FigureMaker) {
  const own = returns.of(asset);
  const rows = commonRows(returns, own, 2 * YEAR);
  const enough = rows.length === 2 * YEAR;
  const [before, year] = [rows.subarray(0, YEAR), rows.subarray(YEAR)];
  const equity = enough ? valuesAt(returns.equity, year) : new Float64Array(0);
  const hedge = enough ? valuesAt(own, year) : new Float64Array(0);
  const line = enough ? quantile(equity, STRESS_TAIL) : Number.NaN;
  const worst = (values: Float64Array) => values.filter((_, t) => equity[t]! < line);
  const ratio = enough ? hedgeRatio(valuesAt(returns.equity, before), valuesAt(own, before)) : Number.NaN;
  const window = enough ? windowOn(returns, year) : undefined;
  const last = returns.dates.length - 1;
  const [fall, gain] = [returns.equity[last] ?? Number.NaN, own[last] ?? Number.NaN];
  const draw = (path: string, value: number, formula: string, more: Partial<FigureDraft> = {}) =>
    figure({
      path: `${asset}.${path}`,
      value,
      unit: 'ratio',
      of: { formula, series: [...seriesBehind(asset), EQUITY] },
      ...(window ? { window } : {}),
      why: FEW,
      ...more,
    });
  const correlated = (path: string, a: Float64Array, b: Float64Array) => {
    const r = enough ? pearson(a, b) : Number.NaN;
    return draw(path, r, `hedge-${path}`, Number.isNaN(r) ? {} : { band: fisherBand(r, a.length) });
  };
  const effectiveness = enough ? hedgeEffectiveness(equity, hedge, ratio) : Number.NaN;
  return {
    asset,
    correlation: correlated('correlation', equity, hedge),
    stressCorrelation: correlated('stress-correlation', worst(equity), worst(hedge)),
    ratio: draw('ratio', ratio, 'hedge-ratio', enough ? { window: windowOn(returns, before) } : {}),
    effectiveness: draw('effectiveness', effectiveness, 'hedge-effectiveness', {
      unit: 'fraction',
      ...(!(ratio > 0)
        ? {}
        : {
            band: {
              ...effectivenessBand(equity, hedge, ratio, LEVEL),
              level: LEVEL,
              how: 'stationary bootstrap',
            },
          }),
    }),
    coexceedances: draw(
      'coexceedances',
      enough ? coexceedances(equity, hedge, STRESS_TAIL) : Number.NaN,
      'hedge-coexceedances',
      { unit: 'count' },
    ),
    session: figure({
      path: `${asset}.session`,
      value: gain,
      unit: 'fraction',
      of: { formula: 'hedge-session-return', series: [...seriesBehind(asset)] },
      why: NO_SESSION,
    }),
    covered: figure({
      path: `${asset}.covered`,
      value: fall < 0 ? -gain / fall : Number.NaN,
      unit: 'fraction',
      of: { formula: 'hedge-covered', series: [...seriesBehind(asset), EQUITY] },
      why: NO_LOSS,
    }),
  };
}

function fisherBand(r: number, n: number): NonNullable<FigureDraft['band']> {
  const [low, high] = fisherInterval(r, n, LEVEL);
  return { low, high, level: LEVEL, how: 'Fisher’s z' };
}

function portfolioBlock(returns: HavenReturns, figure: FigureMaker) {
  const columns = positionReturns(returns);
  const rows = completeRows(columns, RECENT + BEFORE);
  const enough = rows.length === RECENT + BEFORE;
  const drawn = (path: string, some: Int32Array) => {
    const covariance = enough ? covarianceOn(columns, some) : new Float64Array(0);
    return figure({
      path,
      value: enough
        ? effectiveBets(covariance, sameVolatility(covariance, columns.length), 'principal')
        : Number.NaN,
      unit: 'ratio',
      of: { formula: 'hedge-bets', series: POSITION_SERIES, params: { positions: columns.length } },
      ...(enough ? { window: windowOn(returns, some) } : {}),
      why: FEW_POSITIONS,
    });
  };
  return {
    bets: {
      positions: [...POSITIONS],
      recent: drawn('bets.recent', rows.subarray(BEFORE)),
      before: drawn('bets.before', rows.subarray(0, BEFORE)),
    },
  };
}

function sameVolatility(covariance: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => 1 / Math.sqrt(covariance[i * n + i]!));
}
