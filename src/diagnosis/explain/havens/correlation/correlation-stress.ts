import { z } from 'zod';
import { formatDay } from '../../../../data/time.ts';
import { percentileBand, stationaryBootstrapIndices } from '../../../../math/bootstrap.ts';
import { stream } from '../../../../math/random.ts';
import { rollingCorrelation } from '../../../../math/rolling-correlation.ts';
import { symmetricEigenvalues } from '../../../../math/symmetric-eigenvalues.ts';
import { valuesAt } from '../../../../math/values-at.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { trailingScale } from '../../../scan/trailing-scale.ts';
import { type Draw, drawing } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
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
} from '../portfolio.ts';
import { HAVEN_SERIES, type HavenReturns, havenReturns } from '../returns.ts';
import { CORRELATION_STRESS_FORMULAS } from './correlation-stress-formulas.ts';
import {
  correlationsOf,
  dayCorrelation,
  meanOfPairs,
  riskRatio,
  stressedCorrelation,
  wayToOne,
} from './stressed-correlation.ts';

const N = POSITIONS.length;
const LEVEL = 0.9;
const SEED = 20251010;
const DRAWS = 400;
const BLOCK = 5;
const STEP = 5;
/** Fewest values that a rank is taken in. */
const LEAST_RANKED = 50;

const MATRICES = ['normal', 'realised', 'half', 'one'] as const;
export type StressMatrix = (typeof MATRICES)[number];

const schema = z.object({
  /** Latest session on which all positions are measured; null: none. */
  date: isoDay.nullable(),
  positions: z.array(z.string()),
  matrices: z.array(
    z.object({
      matrix: z.enum(MATRICES),
      meanCorrelation: figureSchema,
      leastEigenvalue: figureSchema,
      /** Value at risk under it over that under the normal one. */
      ratio: figureSchema,
    }),
  ),
  /** Of the realised matrix with its volatilities. */
  withVolatility: figureSchema,
  way: z.object({ lambda: figureSchema, percentile: figureSchema }),
  day: z.object({ correlation: figureSchema, lambda: figureSchema, percentile: figureSchema }),
});

/** How far correlations have gone toward 1, and what that does to the value at risk. */
export const correlationStress = explainPart({
  id: 'correlation-stress',
  title: {
    'zh-Hans': '相关趋一与风险价值',
    'zh-Hant': '相關趨一與風險值',
    en: 'Correlations toward one, and value at risk',
  },
  series: HAVEN_SERIES,
  schema,
  formulas: CORRELATION_STRESS_FORMULAS,
  async compute({ view, figure }) {
    const sample = sampleOf(await havenReturns(view));
    const draw = drawing(figure, POSITION_SERIES);
    const last = sample.rows.at(-1);
    return {
      date: last === undefined ? null : formatDay(sample.returns.dates[last]!),
      positions: [...POSITIONS],
      matrices: matricesOf(sample).map((one) => matrixFigures(one, sample, draw)),
      withVolatility: draw('with-volatility', volatileRatio(sample), 'ratio', 'stress-risk-with-volatility', {
        ...windowOf(sample, sample.recent),
        why: FEW_POSITIONS,
      }),
      way: wayFigures(sample, draw),
      day: dayFigures(sample, draw),
    };
  },
});

interface Sample {
  readonly returns: HavenReturns;
  readonly columns: readonly Float64Array[];
  /** All rows on which every position is measured, and the returns on them. */
  readonly rows: Int32Array;
  readonly picked: readonly Float64Array[];
  readonly recent: Int32Array;
  readonly before: Int32Array;
  /** Covariances of the two; undefined with too few rows, or where a position does not move. */
  readonly found: { readonly now: Float64Array; readonly normal: Float64Array } | undefined;
}

function sampleOf(returns: HavenReturns): Sample {
  const columns = positionReturns(returns);
  const rows = completeRows(columns);
  const picked = columns.map((column) => valuesAt(column, rows));
  const recent = rows.subarray(-RECENT);
  const before = rows.subarray(-RECENT - BEFORE, -RECENT);
  const found =
    rows.length < RECENT + BEFORE
      ? undefined
      : { now: covarianceOn(columns, recent), normal: covarianceOn(columns, before) };
  const moves =
    found && [found.now, found.normal].every((matrix) => POSITIONS.every((_, i) => matrix[i * N + i]! > 0));
  return { returns, columns, rows, picked, recent, before, found: moves ? found : undefined };
}

function windowOf({ returns, found }: Sample, rows: Int32Array) {
  return found ? { window: windowOn(returns, rows) } : {};
}

interface Matrix {
  readonly matrix: StressMatrix;
  readonly correlations: Float64Array | undefined;
  readonly normal: Float64Array | undefined;
}

function matricesOf({ found }: Sample): readonly Matrix[] {
  const normal = found && correlationsOf(found.normal, N);
  const of = {
    normal,
    realised: found && correlationsOf(found.now, N),
    half: normal && stressedCorrelation(normal, 0.5),
    one: normal && stressedCorrelation(normal, 1),
  };
  return MATRICES.map((matrix) => ({ matrix, correlations: of[matrix], normal }));
}

function matrixFigures({ matrix, correlations, normal }: Matrix, sample: Sample, draw: Draw) {
  const rest = {
    ...windowOf(sample, matrix === 'realised' ? sample.recent : sample.before),
    params: { matrix },
    why: FEW_POSITIONS,
  };
  const value = (of: (matrix: Float64Array, base: Float64Array) => number) =>
    correlations && normal ? of(correlations, normal) : Number.NaN;
  return {
    matrix,
    meanCorrelation: draw(
      `${matrix}.mean`,
      value((one) => meanOfPairs(one, N)),
      'ratio',
      'stress-mean-correlation',
      rest,
    ),
    leastEigenvalue: draw(
      `${matrix}.least-eigenvalue`,
      value((one) => withoutRounding(symmetricEigenvalues(one, N).at(-1)!)),
      'ratio',
      'stress-least-eigenvalue',
      rest,
    ),
    ratio: draw(`${matrix}.ratio`, value(riskRatio), 'ratio', 'stress-risk-ratio', rest),
  };
}

/** Rounding of the eigenvalues of a matrix whose trace is N. */
function withoutRounding(value: number): number {
  return Math.abs(value) < N * 1e-13 ? 0 : value;
}

/** Volatility of the portfolio that had the same volatility in each position before, now over then. */
function volatileRatio({ found }: Sample): number {
  if (!found) return Number.NaN;
  const { now, normal } = found;
  const weight = POSITIONS.map((_, i) => 1 / Math.sqrt(normal[i * N + i]!));
  const variance = (matrix: Float64Array) =>
    matrix.reduce((sum, value, at) => sum + value * weight[Math.floor(at / N)]! * weight[at % N]!, 0);
  return Math.sqrt(variance(now) / variance(normal));
}

function wayFigures(sample: Sample, draw: Draw) {
  const { found, recent } = sample;
  const normal = found && correlationsOf(found.normal, N);
  const now = found && normal ? wayToOne(normal, correlationsOf(found.now, N), N) : Number.NaN;
  const past = pastWays(sample, now);
  return {
    lambda: draw('way.lambda', now, 'fraction', 'stress-way', {
      ...windowOf(sample, recent),
      ...(normal && !Number.isNaN(now) ? { band: wayBand(sample, normal) } : {}),
      why: FEW_POSITIONS,
    }),
    percentile: draw(
      'way.percentile',
      past.length < LEAST_RANKED ? Number.NaN : past.filter((one) => one <= now).length / past.length,
      'fraction',
      'stress-way-percentile',
      { params: { ways: past.length }, why: FEW_POSITIONS },
    ),
  };
}

/** λ on every fifth row counted back from the last, which is `now`. */
function pastWays({ picked, rows }: Sample, now: number): readonly number[] {
  if (Number.isNaN(now)) return [];
  const last = rows.length - 1;
  const wanted = (t: number) => t < last && (last - t) % STEP === 0;
  const normals = new Map<number, Float64Array>();
  rollingCorrelation(picked, BEFORE, (t, r) => {
    if (r && wanted(t + RECENT)) normals.set(t + RECENT, r.slice());
  });
  const ways = [now];
  rollingCorrelation(picked, RECENT, (t, r) => {
    const normal = normals.get(t);
    if (r && normal) ways.push(wayToOne(normal, r, N));
  });
  return ways.filter((way) => !Number.isNaN(way));
}

function wayBand({ columns, recent }: Sample, normal: Float64Array) {
  const random = stream(SEED);
  const at = new Int32Array(RECENT);
  const draws = Float64Array.from({ length: DRAWS }, () => {
    stationaryBootstrapIndices(RECENT, BLOCK, random, at);
    const drawn = at.map((row) => recent[row]!);
    return wayToOne(normal, correlationsOf(covarianceOn(columns, drawn), N), N);
  });
  const { low, high } = percentileBand(draws, LEVEL);
  return { low, high, level: LEVEL, how: 'stationary bootstrap' };
}

function dayFigures({ picked, rows, found }: Sample, draw: Draw) {
  const scales = picked.map((column) => trailingScale(column, 126, 60));
  const implied = Array.from(rows, (_, t) =>
    dayCorrelation(Float64Array.from(picked, (column, i) => column[t]! / scales[i]![t]!)),
  ).filter((one) => !Number.isNaN(one));
  const now = found ? (implied.at(-1) ?? Number.NaN) : Number.NaN;
  const mean = found ? meanOfPairs(correlationsOf(found.normal, N), N) : Number.NaN;
  const why = { why: FEW_POSITIONS };
  return {
    correlation: draw('day.correlation', now, 'ratio', 'stress-day-correlation', why),
    lambda: draw('day.lambda', (now - mean) / (1 - mean), 'fraction', 'stress-day-way', why),
    percentile: draw(
      'day.percentile',
      Number.isNaN(now) ? Number.NaN : implied.filter((one) => one <= now).length / implied.length,
      'fraction',
      'stress-day-percentile',
      { params: { sessions: implied.length }, ...why },
    ),
  };
}
