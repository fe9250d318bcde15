import { coinbasePremium } from './coinbase-premium/coinbase-premium.ts';
import { cryptoFunding } from './crypto-funding/crypto-funding.ts';
import { defi } from './defi/defi.ts';
import { flowElasticity } from './etf/flow-elasticity.ts';
import { exchangeReserves } from './exchange-reserves/exchange-reserves.ts';
import { impliedVolatility } from './implied-volatility/implied-volatility.ts';
import { positioning } from './positioning/positioning.ts';
import { stablecoins } from './stablecoins.ts';
import { threeLamps } from './three-lamps/three-lamps.ts';

/** Parts of the section `flows`, in the order in which they are told. */
export const FLOWS = {
  flowElasticity,
  coinbasePremium,
  exchangeReserves,
  threeLamps,
  cryptoFunding,
  positioning,
  impliedVolatility,
  stablecoins,
  defi,
} as const;
