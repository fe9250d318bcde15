import { betaAmplification } from './beta/beta-amplification.ts';
import { orderBook } from './book/order-book.ts';
import { brentCurve } from './brent/brent-curve.ts';
import { selfFeeding } from './cascade/self-feeding.ts';
import { equityFlows } from './etf/equity-flows.ts';
import { etfExhaustion } from './etf/etf-exhaustion.ts';
import { etfFlows } from './etf/etf-flows.ts';
import { flowElasticity } from './etf/flow-elasticity.ts';
import { flowTarget } from './etf/flow-target.ts';
import { goldFlows } from './etf/gold-flows.ts';
import { roundNumbers } from './levels/round-numbers.ts';
import { liquidations } from './liquidations/liquidations.ts';
import { spreads } from './spreads/spreads.ts';
import { treasuryCompanies } from './treasury/treasury-companies.ts';

/** Parts of the section `flows`, in the order in which they are told. */
export const FLOWS = {
  etfFlows,
  flowElasticity,
  etfExhaustion,
  flowTarget,
  goldFlows,
  equityFlows,
  orderBook,
  liquidations,
  selfFeeding,
  roundNumbers,
  betaAmplification,
  spreads,
  treasuryCompanies,
  brentCurve,
} as const;
