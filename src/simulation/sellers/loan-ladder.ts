import { z } from 'zod';

/** A pool of loans in US dollars against one volatile collateral. */
export const loanPool = z
  .object({
    asset: z.string(),
    /** Where liquidators sell the collateral. */
    venue: z.string(),
    debt: z.number().min(0).describe('unit: US dollars'),
    threshold: z.number().gt(0).lt(1).describe('unit: fraction of the collateral that the debt may reach'),
    closeFactor: z.number().gt(0).max(1).describe('unit: fraction of the debt repaid in one liquidation'),
    bonus: z
      .number()
      .min(0)
      .max(0.5)
      .describe('unit: fraction of the debt repaid; what the liquidator gains'),
    oracleLag: z.number().min(0).max(10_080).describe('unit: minutes behind the index'),
    bands: z.array(
      z.object({
        health: z.number().min(1).describe('unit: ratio; health factor at the start'),
        share: z.number().min(0).max(1).describe('unit: fraction of the debt'),
      }),
    ),
  })
  .refine(({ threshold, bonus }) => threshold * (1 + bonus) < 1, {
    message: 'threshold times (1 + bonus) must be below 1, or a liquidation would lower the health factor',
    path: ['bonus'],
  })
  .refine(({ bands }) => bands.reduce((sum, { share }) => sum + share, 0) <= 1 + 1e-9, {
    message: 'the shares of the bands sum to at most 1',
    path: ['bands'],
  });

export type LoanPool = z.infer<typeof loanPool>;

/** One liquidation of the loans of a band. */
export interface Liquidation {
  /** Log price of the oracle relative to the start at which the health factor is 1; at most 0. */
  readonly at: number;
  /** US dollars repaid. */
  readonly debt: number;
  /** Units of collateral seized and sold. */
  readonly units: number;
  /** Units of collateral that stand behind the debt repaid. */
  readonly backing: number;
}

/** A loan whose debt has come down to this share of what it was is taken to be closed. */
const CLOSED = 1e-4;

/**
 * Liquidations of a pool in the order in which a falling oracle price reaches them, down to a log distance of `reach`.
 * health h = C·P·T/D; at h = 1 the share f of the debt is repaid and f·D·(1 + b)/P of the collateral sold, which leaves
 * h′ = (1 − f·T·(1 + b))/(1 − f): the next liquidation of the same loan comes at P/h′.
 *
 * C units of collateral, D debt (US dollars), T liquidation threshold, f close factor, b bonus. The oracle moves in steps small against the
 * distance between liquidations (deviation thresholds of half a percent), so that each loan is liquidated where its health factor is 1; what
 * is sold then depends on the lowest oracle price alone, however it was reached.
 * @see Aave v3, liquidations; Qin, Zhou, Gamito, Jovanovic & Gervais (2021), An empirical study of DeFi liquidations, IMC ’21
 */
export function loanLadder(pool: LoanPool, price: number, reach: number): readonly Liquidation[] {
  const { debt, threshold, closeFactor, bonus, bands } = pool;
  const healed = (1 - closeFactor * threshold * (1 + bonus)) / (1 - closeFactor);
  const found: Liquidation[] = [];
  for (const { health, share } of bands) {
    let left = debt * share;
    let at = -Math.log(health);
    while (left > CLOSED * debt * share && at >= -reach) {
      const repaid = left * closeFactor;
      const then = price * Math.exp(at);
      found.push({
        at,
        debt: repaid,
        units: (repaid * (1 + bonus)) / then,
        backing: repaid / (threshold * then),
      });
      left -= repaid;
      at -= Math.log(healed);
    }
  }
  return found.sort((a, b) => b.at - a.at);
}
