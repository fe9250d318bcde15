import { betaAmplification } from './beta/beta-amplification.ts';
import { orderBook } from './book/order-book.ts';
import { brentCurve } from './brent/brent-curve.ts';
import { selfFeeding } from './cascade/self-feeding.ts';
import { coinbasePremium } from './coinbase-premium/coinbase-premium.ts';
import { cryptoFunding } from './crypto-funding/crypto-funding.ts';
import { defi } from './defi/defi.ts';
import { equityFlows } from './etf/equity-flows.ts';
import { etfExhaustion } from './etf/etf-exhaustion.ts';
import { etfFlows } from './etf/etf-flows.ts';
import { flowElasticity } from './etf/flow-elasticity.ts';
import { flowTarget } from './etf/flow-target.ts';
import { goldFlows } from './etf/gold-flows.ts';
import { exchangeReserves } from './exchange-reserves/exchange-reserves.ts';
import { impliedVolatility } from './implied-volatility/implied-volatility.ts';
import { roundNumbers } from './levels/round-numbers.ts';
import { liquidations } from './liquidations/liquidations.ts';
import { positioning } from './positioning/positioning.ts';
import { spreads } from './spreads/spreads.ts';
import { stablecoins } from './stablecoins.ts';
import { threeLamps } from './three-lamps/three-lamps.ts';
import { treasuryCompanies } from './treasury/treasury-companies.ts';

/** Parts of the section `flows`, in the order in which they are told. */
export const FLOWS = {
  threeLamps,
  etfFlows,
  flowElasticity,
  etfExhaustion,
  flowTarget,
  coinbasePremium,
  exchangeReserves,
  cryptoFunding,
  stablecoins,
  positioning,
  impliedVolatility,
  goldFlows,
  liquidations,
  orderBook,
  spreads,
  roundNumbers,
  selfFeeding,
  betaAmplification,
  treasuryCompanies,
  defi,
  brentCurve,
  equityFlows,
} as const;
