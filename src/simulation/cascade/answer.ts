import { z } from 'zod';
import { answerHead, figureSchema, wordsSchema } from '../../diagnosis/answer.ts';

const figure = figureSchema;

/** What the simulation started from: each input, how it is known, and where. */
const reading = z.object({
  name: z.string(),
  title: wordsSchema,
  how: z.enum(['measured', 'proxy', 'prior']),
  value: figure,
  note: wordsSchema,
});

/** What nobody can observe: its prior, what a calibration left of it, and how much the lowest price hangs on it. */
const unknown = z.object({
  name: z.string(),
  title: wordsSchema,
  unit: z.string(),
  low: z.number(),
  high: z.number(),
  source: z.string(),
  /** Median of the draws with the 90 % between their ends. */
  drawn: figure,
  calibrated: z.boolean(),
  /** Rank correlation over the draws with the depth of the fall of the first asset: above 0, more of it makes the fall deeper. */
  sensitivity: figure,
});

/** One asset's fall. Prices in US dollars, changes as fractions of the price of the start. */
const assetFall = z.object({
  asset: z.string(),
  title: wordsSchema,
  price: figure,
  /** What comes from outside. */
  shock: figure,
  /** Change at the end, and at the lowest, with all sellers. */
  final: figure,
  low: figure,
  /** The same paths with every seller switched off. */
  lowAlone: figure,
  /** Price at the lowest: where it stops. */
  stop: figure,
  /** Lowest with sellers over lowest without. */
  amplification: figure,
  /** Minutes from the start to the lowest, and from there until nine tenths of what the sellers took off has come back; in days. */
  toLow: figure,
  toHeal: figure,
  /** Share of paths that heal within the horizon. */
  healed: figure,
  /** Index by minute from the start: quantiles of the price. */
  fan: z.object({
    minutes: z.array(z.number()),
    quantiles: z.array(z.object({ level: z.number(), prices: z.array(z.number()) })),
    /** Median of the same paths with every seller switched off. */
    alone: z.array(z.number()).optional(),
  }),
  /** Last prices of the hours before, as far as they were known: minutes from the start, none above 0. */
  past: z.object({ minutes: z.array(z.number()), prices: z.array(z.number()) }).optional(),
});

const sold = z.object({ id: z.string(), title: wordsSchema, usd: figure, share: figure });

/** Forced orders that wait at prices, cumulative from the price of the start, US dollars at that price. */
const rung = z.object({
  /** Fraction of the price of the start, and US dollars. */
  distance: z.number(),
  price: figure,
  /** Sold once the price is there, cumulative. */
  sold: figure,
  /** What is added by this level alone. */
  added: figure.optional(),
  /** The same by seller, means. */
  bySeller: z.record(z.string(), z.number()),
  /** Extra forced sale a unit of forced sale at this level. */
  gain: figure,
});

const layer = z.object({
  /** Price of entry as a fraction of that of the start, lower end of the band, and days since. */
  entry: z.number(),
  age: z.enum(['day', 'week', 'month']),
  usd: z.number(),
  /** Mean distance to liquidation, log. */
  distance: z.number(),
});

export const cascadeAnswer = z.object({
  verb: z.literal('cascade'),
  schema: z.literal(1),
  ...answerHead,
  parameters: z.object({
    shock: z.record(z.string(), z.number()),
    over: z.number(),
    sellers: z.array(z.string()),
    assets: z.array(z.string()),
    paths: z.number().int(),
    draws: z.number().int(),
    seed: z.number().int(),
    stepMinutes: z.number(),
    horizonMinutes: z.number(),
    calibration: z.string(),
    /** Present when they are left out. */
    causes: z.literal('none').optional(),
  }),
  /** Sellers of the catalogue: on, and why one has nothing to sell. */
  sellers: z.array(
    z.object({
      id: z.string(),
      title: wordsSchema,
      summary: wordsSchema,
      side: z.enum(['seller', 'buyer']),
      state: z.enum(['on', 'off', 'nothing-to-sell']),
    }),
  ),
  falls: z.array(assetFall),
  forced: z.object({
    /** US dollars sold by forced sellers over all assets. */
    total: figure,
    bought: figure,
    bySeller: z.array(sold),
    byVenue: z.array(sold),
    byAsset: z.array(sold),
    /** By level of the price, one percent wide. */
    byLevel: z.array(z.object({ asset: z.string(), from: z.number(), to: z.number(), usd: z.number() })),
    /** By hour of the day, UTC and New York. */
    byHour: z.array(z.object({ utc: z.number(), newYork: z.number(), usd: z.number() })),
    /** Longs in what perpetual venues liquidate; null without perpetuals. */
    longs: figure.nullable(),
  }),
  /** Depth of the fall of each asset by seller (Shapley over runs with sellers switched off); with the shock they sum to the whole. Empty when left out. */
  causes: z.array(
    z.object({
      asset: z.string(),
      whole: figure,
      shock: figure,
      sellers: z.array(z.object({ id: z.string(), title: wordsSchema, share: figure })),
    }),
  ),
  gain: z.array(
    z.object({
      asset: z.string(),
      /** Extra forced sale a unit of forced sale at the price that the shock alone reaches. */
      here: figure,
      /** Least fall at which it passes 1. */
      threshold: figure,
    }),
  ),
  ladders: z.array(z.object({ asset: z.string(), rungs: z.array(rung) })),
  layers: z.array(z.object({ asset: z.string(), rows: z.array(layer) })),
  /** Open interest by leverage, with the distance to liquidation. */
  leverage: z.array(
    z.object({
      asset: z.string(),
      bands: z.array(z.object({ leverage: z.number(), usd: figure, distance: z.number() })),
    }),
  ),
  /** Falls of assets that were not shocked, when only those named are. */
  contagion: z.array(z.object({ from: z.string(), to: z.string(), fall: figure })),
  /** Insurance funds and auto-deleveraging; null without perpetuals. */
  funds: z.object({ left: figure, used: figure, emptied: figure, deleveraged: figure }).nullable(),
  /** What somebody says that leveraged funds traded, against what those of the state have; null when nothing is claimed. */
  claim: z
    .object({
      seller: z.literal('leveraged-funds'),
      trade: figure,
      move: figure,
      /** ΣA·L(L−1) that the trade requires, and that of the funds of the state, US dollars. */
      required: figure,
      has: figure,
      share: figure,
      /** What these funds trade at such a move. */
      trades: figure,
      funds: z.number().int(),
      byAsset: z.array(
        z.object({ asset: z.string(), title: wordsSchema, funds: z.number().int(), has: figure }),
      ),
    })
    .nullable(),
  /** Tables that sellers tell of themselves: trigger prices, demand at the close. */
  tables: z.array(
    z.object({
      seller: z.string(),
      title: wordsSchema,
      columns: z.array(wordsSchema),
      rows: z.array(z.object({ label: z.string(), figures: z.array(figure) })),
    }),
  ),
  readings: z.array(reading),
  unknowns: z.array(unknown),
  missing: z.array(z.object({ series: z.string(), title: wordsSchema, sources: z.array(z.string()) })),
});

export type CascadeAnswer = z.infer<typeof cascadeAnswer>;
