import { z } from 'zod';
import { ASSET_CLASSES } from '../../data/series/entry.ts';
import { answerHead, figureSchema as figure, isoDay, wordsSchema } from '../answer.ts';
import { scanSections } from './answer-sections.ts';
import {
  indexClose,
  levelLadder,
  sectorBreadth,
  upVolume,
  VOLUME_VERDICTS,
  vixCard,
  volatilityCone,
  volatilityRanking,
} from './levels-answer.ts';

/** The largest move in its direction since `since`; null `since` means in the whole history, which began on `from`. */
const record = z.object({
  direction: z.enum(['fall', 'rise']),
  since: isoDay.nullable(),
  from: isoDay,
  /** k of n: 1 is the largest. */
  rank: figure,
  of: figure,
});

export const RISK_CLASSES = ['equity', 'credit', 'metals', 'energy', 'crypto'] as const;
export const HEDGES = ['treasuries', 'dollar', 'yen', 'cash'] as const;

/**
 * quiet: nothing unusual · selective: some classes only · broad: most risk classes, hedges held · indiscriminate: hedges fell too ·
 * not-measured: too few classes are known, so that nothing can be said.
 */
export const VERDICTS = ['quiet', 'selective', 'broad', 'indiscriminate', 'not-measured'] as const;

/** Which class the fall belongs to when it does not belong to all. */
export const SCOPES = [
  'none',
  'crypto-only',
  'crypto-led',
  'metals-only',
  'metals-led',
  'equity-only',
  'equity-led',
  'energy-only',
  'energy-led',
  'credit-only',
  'credit-led',
  'cross-asset',
  'not-measured',
] as const;

const instrument = z.object({
  id: z.string(),
  title: wordsSchema,
  assetClass: z.enum(ASSET_CLASSES),
  venue: z.string().optional(),
  quote: z.string().optional(),
  /** Session of the close, and the instant it closed. */
  date: isoDay,
  closedAt: z.string(),
  unit: z.string(),
  close: figure,
  change: z.object({ window: figure, day: figure, week: figure, month: figure, year: figure }),
  /** Low against the previous close, where there is a low. */
  lowVsPrevious: figure.optional(),
  /** Crypto only: return between two New York closes. */
  newYorkDay: figure.optional(),
  z: figure,
  /** Move over the asked window in σ, when that is not one session. */
  windowZ: figure.optional(),
  percentile: figure,
  drawdown: z.object({
    fromClose: figure,
    peakCloseDate: isoDay,
    peakClose: figure,
    fromHigh: figure.optional(),
    peakHighDate: isoDay.optional(),
    peakHigh: figure.optional(),
    /** Sessions since the peak close. */
    daysUnderWater: figure,
  }),
  averages: z.object({
    average50: figure,
    below50Since: isoDay.nullable(),
    average200: figure,
    below200Since: isoDay.nullable(),
  }),
  bearSince: isoDay.nullable(),
  volatility: z.object({ annual: figure, percentile: figure }),
  /** Volume over its 20-session mean, where there is volume. */
  volumeRatio: figure.optional(),
  volumeVerdict: z.enum(VOLUME_VERDICTS).optional(),
  /** Equity indices only. */
  indexClose: indexClose.optional(),
  streak: z.object({ direction: z.enum(['fall', 'rise', 'none']), sessions: figure, change: figure }),
  record: record.extend({ what: z.literal('day') }),
  weekRecord: record.extend({ what: z.literal('week') }),
  /** Last date before today on which the close stood at or below (for a fall) today's close. */
  roundTrip: isoDay.nullable(),
  /** Last 60 closes as a fraction of the first: for the spark line. */
  spark: z.array(z.number().nullable()),
});

const classMove = z.object({
  assetClass: z.enum(RISK_CLASSES),
  /** Mean standardised move of the class, after sign (positive = fell). Null with a reason when not yet known. */
  move: figure,
  /** Points of the score; the parts sum to the score. */
  contribution: figure,
  members: z.array(z.object({ id: z.string(), z: figure })),
});

const hedgeMove = z.object({
  hedge: z.enum(HEDGES),
  series: z.string(),
  change: figure,
  z: figure,
  held: z.boolean(),
});

const matrix = z.object({
  ids: z.array(z.string()),
  short: z.array(z.array(z.number().nullable())),
  long: z.array(z.array(z.number().nullable())),
  shortDays: z.number().int(),
  longDays: z.number().int(),
});

const horizon = z.object({
  sessions: z.number().int(),
  n: z.number().int(),
  median: figure,
});

export const scanAnswer = z.object({
  verb: z.literal('scan'),
  schema: z.literal(1),
  ...answerHead,
  parameters: z.object({ universe: z.string(), window: z.string(), event: z.string().optional() }),
  joint: z.object({
    verdict: z.enum(VERDICTS),
    scope: z.enum(SCOPES),
    score: figure,
    rank: figure,
    of: figure,
    percentile: figure,
    since: isoDay,
    /** Days a year with such a score in history, and what independent classes would give. */
    perYear: figure,
    perYearIndependent: figure,
    classes: z.array(classMove),
    hedges: z.array(hedgeMove),
    leftOut: z.array(
      z.object({
        what: z.string(),
        title: wordsSchema,
        reason: z.enum(['not-yet-known', 'missing', 'short-history']),
      }),
    ),
    /** Score of the last 250 sessions, oldest first. */
    history: z.array(z.object({ date: isoDay, score: z.number().nullable() })),
    /** Count of days by score, bins of 5 points from 0. */
    histogram: z.array(z.number().int()),
  }),
  /** Ids of what rose and what fell over the asked window, largest standardised move first. */
  rose: z.array(z.string()),
  fell: z.array(z.string()),
  instruments: z.array(instrument),
  breadth: z.array(
    z.object({
      assetClass: z.enum(ASSET_CLASSES),
      n: z.number().int(),
      down: figure,
      below: figure,
      above50: figure,
      above200: figure,
      dispersion: figure,
    }),
  ),
  together: z.object({
    correlationShort: figure,
    correlationLong: figure,
    cryptoCorrelationShort: figure,
    firstEigenvectorShort: figure,
    firstEigenvectorLong: figure,
    cissLike: figure,
    matrix,
  }),
  analogues: z.object({
    days: z.array(
      z.object({
        date: isoDay,
        distance: figure,
        score: figure,
        after: z.array(z.object({ series: z.string(), sessions: z.number().int(), change: figure })),
      }),
    ),
    fan: z.array(z.object({ series: z.string(), horizons: z.array(horizon) })),
    from: isoDay,
  }),
  /** S1.56: where the money went. */
  flight: z.object({
    kind: z.enum([
      'none',
      'to-treasuries',
      'to-dollar-cash',
      'to-treasuries-and-dollar',
      'out-of-everything',
      'undecided',
    ]),
    evidence: z.array(z.object({ series: z.string(), change: figure })),
  }),
  /** S1.59: sign of the 2-year yield against equities. */
  shock: z.object({
    kind: z.enum(['growth', 'policy', 'liquidity', 'relief', 'easing', 'not-measured']),
    yield2y: figure,
    equity: figure,
  }),
  /** S1.31, by weights estimated from the index and its sector funds; contributions sum to the move. */
  sectors: z
    .object({
      index: z.string(),
      move: figure,
      parts: z.array(
        z.object({ series: z.string(), title: wordsSchema, weight: figure, contribution: figure }),
      ),
      residual: figure,
    })
    .nullable(),
  /** S1.33: spread between the best and worst of a basket. */
  dispersion: z.array(
    z.object({
      basket: z.string(),
      title: wordsSchema,
      standardDeviation: figure,
      percentile: figure,
      best: z.string(),
      worst: z.string(),
    }),
  ),
  /** S1.43: share of the fall from previous close to low that was taken back by the close, and by the next close. */
  snapBack: z.array(z.object({ series: z.string(), sameDay: figure, nextDay: figure })),
  /** S1.04, S1.42: price × supply. */
  valueLost: z.array(z.object({ series: z.string(), day: figure, fromPeak: figure, supply: figure })),
  levels: z.array(levelLadder),
  volatilityCones: z.array(volatilityCone),
  volatilityRanking,
  sectorBreadth: sectorBreadth.nullable(),
  upVolume,
  vix: vixCard.nullable(),
  ...scanSections,
});

export type ScanAnswer = z.infer<typeof scanAnswer>;
export type ScanInstrument = z.infer<typeof instrument>;
