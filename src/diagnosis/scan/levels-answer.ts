import { z } from 'zod';
import { ASSET_CLASSES } from '../../data/series/entry.ts';
import { figureSchema as figure, isoDay } from '../answer.ts';

/** Where a level comes from. */
export const LEVEL_KINDS = [
  'round',
  'swing-low',
  'swing-high',
  'average-50',
  'average-200',
  'peak-close',
  'peak-high',
] as const;

/**
 * What the present leg did to a level. broken-today: the latest close is below, the one before was not · broken-earlier · reclaimed:
 * broken in this leg, and the latest close is back above · held: a low reached it, no close fell below · not-reached.
 */
export const LEVEL_STATES = ['broken-today', 'broken-earlier', 'reclaimed', 'held', 'not-reached'] as const;

/** S1.06: the ladder of levels of one price. */
export const levelLadder = z.object({
  series: z.string(),
  date: isoDay,
  close: figure,
  /** The highest close of the last year, from which the present leg is counted. */
  legFrom: isoDay,
  /** Step between round numbers. */
  step: figure,
  /** Highest first. */
  rungs: z.array(
    z.object({
      kind: z.enum(LEVEL_KINDS),
      /** Session of the swing or the peak. */
      of: isoDay.nullable(),
      price: figure,
      /** Level against the latest close: negative below it. */
      distance: figure,
      state: z.enum(LEVEL_STATES),
      /** First close below in this leg; of an average the first of the latest run below. */
      brokenOn: isoDay.nullable(),
      /** Latest session of this leg whose low reached a level that held. */
      testedOn: isoDay.nullable(),
      /** Latest close below before this leg: what the break gives back. */
      lastBelow: isoDay.nullable(),
    }),
  ),
});

export const CRISES = ['2008-10', '2020-03'] as const;

/** S1.08: volatility of one price in its own history. */
export const volatilityCone = z.object({
  series: z.string(),
  yangZhang: figure,
  yangZhangPercentile: figure,
  windows: z.array(
    z.object({
      sessions: z.number().int(),
      now: figure,
      percentile: figure,
      min: figure,
      low: figure,
      median: figure,
      high: figure,
      max: figure,
      maxDate: isoDay.nullable(),
    }),
  ),
  /** Peak of the 30-session volatility in a crisis, and the latest over it. */
  crises: z.array(z.object({ crisis: z.enum(CRISES), peak: figure, date: isoDay.nullable(), ratio: figure })),
});

/** S1.38: volatilities in order, highest first, and how many bitcoins' worth of volatility silver has. */
export const volatilityRanking = z.object({
  order: z.array(z.string()),
  silverOverBitcoin: figure,
});

/** S1.26: points of an index, with the identity that ties them to percent and level. */
export const indexClose = z.object({
  previous: figure,
  points: figure,
  /** Points less percent × previous close: 0 but for rounding. */
  gap: figure,
  /**
   * consistent: points, percent and level agree, and the close lies inside the session's range where there is one · inconsistent: they do
   * not · not-measured: no change over one source.
   */
  check: z.enum(['consistent', 'inconsistent', 'not-measured']),
});

/** S1.29: thin below 0.8 of the 20-session mean, confirmed from 1.3. */
export const VOLUME_VERDICTS = ['thin', 'ordinary', 'confirmed'] as const;

/** S1.28: of the sector funds of the S&P 500. */
export const sectorBreadth = z.object({
  n: z.number().int(),
  down: figure,
  above50: figure,
  above200: figure,
});

/** S1.28: value traded in what rose, over all value traded; where price and volume give US dollars. */
export const upVolume = z.object({
  n: z.number().int(),
  share: figure,
  classes: z.array(z.object({ assetClass: z.enum(ASSET_CLASSES), n: z.number().int(), share: figure })),
});

/** S1.30: the VIX and its term structure. */
export const vixCard = z.object({
  date: isoDay,
  level: figure,
  points: figure,
  change: figure,
  percentile: figure,
  /** Latest earlier session that closed higher; null: none in the history, which began on `from`. */
  highestSince: isoDay.nullable(),
  from: isoDay,
  /** VIX over VIX3M of one session. */
  ratio: figure,
  ratioPercentile: figure,
  termStructure: z.enum(['normal', 'inverted', 'not-measured']),
  /** First session of the present run with the VIX above VIX3M. */
  invertedSince: isoDay.nullable(),
});
