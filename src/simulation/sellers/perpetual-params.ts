import { z } from 'zod';

const share = z.number().min(0).max(1);

const tier = z.object({
  floor: z.number().min(0).describe('unit: US dollars of notional'),
  cap: z.number().positive().describe('unit: US dollars of notional'),
  rate: z.number().min(0).max(1).describe('unit: fraction of notional'),
  maxLeverage: z.number().min(1).describe('unit: ratio'),
});

const side = z.object({
  /** Share of the open interest on this side that no price in reach liquidates: hedges, cash-and-carry, unlevered. */
  hedged: share.describe('unit: fraction of open interest'),
  leverage: z
    .array(
      z.object({
        leverage: z.number().min(1).max(200).describe('position over wallet; unit: ratio'),
        share: share.describe('unit: fraction of the open interest that is not hedged'),
      }),
    )
    .min(1),
});

export const perpetualsParams = z.object({
  venues: z.array(
    z.object({
      asset: z.string(),
      venue: z.string(),
      openInterest: z.number().min(0).describe('unit: US dollars at the price of the start; of one side'),
      tiers: z
        .array(tier)
        .min(1)
        .refine(
          (tiers) => tiers.every((one, i) => one.floor === (tiers[i - 1]?.cap ?? 0) && one.cap > one.floor),
          {
            message: 'tiers must join from 0 upwards',
          },
        )
        .refine((tiers) => tiers.every((one, i) => i === 0 || one.rate >= tiers[i - 1]!.rate), {
          message: 'maintenance margin rates must ascend',
        }),
      /** Decide the tier of a position. */
      sizes: z
        .array(
          z.object({
            usd: z.number().positive().describe('notional of a position; unit: US dollars'),
            share: share.describe('unit: fraction of open interest'),
          }),
        )
        .min(1),
      long: side,
      short: side,
      /** When positions were opened. */
      entries: z
        .array(
          z.object({
            at: z.number().describe('price; unit: log relative to the start'),
            lowSince: z.number().describe('lowest price since; unit: log relative to the start'),
            highSince: z.number().describe('highest price since; unit: log relative to the start'),
            ageDays: z.number().min(0).describe('unit: days'),
            share: share.describe('unit: fraction of open interest'),
          }),
        )
        .min(1),
      insuranceFund: z.number().min(0).describe('unit: US dollars'),
    }),
  ),
  binWidth: z.number().positive().describe('unit: log'),
  bins: z.number().int().min(1).describe('of a ladder; unit: count'),
});

export type PerpetualsParams = z.infer<typeof perpetualsParams>;
export type PerpetualVenue = PerpetualsParams['venues'][number];
