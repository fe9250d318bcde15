import { type EpochDay, epochDay } from '../../data/time.ts';
import type { HEDGES, RISK_CLASSES } from './answer.ts';

export type RiskClass = (typeof RISK_CLASSES)[number];
export type Hedge = (typeof HEDGES)[number];

/** First session that is scored. */
export const SINCE: EpochDay = epochDay(2005, 1, 1);

/** Sessions of the trailing scale: half a trading year, of which at least 60 must be measured. */
export const SCALE_SESSIONS = 126;
export const SCALE_LEAST = 60;

/**
 * How a change of the series is read as a return of its holder. `itself` · `spread`: −4 × the change of the spread, four years being
 * the usual duration of high-yield bonds · `inverse`: 1/(1 + r) − 1, the return of the other currency of a pair.
 */
export type Reading = 'itself' | 'spread' | 'inverse';

export interface BasketMember {
  readonly id: string;
  readonly assetClass: RiskClass;
  readonly reading: Reading;
  /** First session from which it counts. */
  readonly from?: EpochDay;
}

/**
 * What the joint-fall score is made of. The spread stands for credit because the close of HYG lacks its dividends; Treasuries, dollar,
 * yen and cash are hedges and stand apart: they rise on most of the days on which the rest falls together.
 * Bitcoin counts from 2014: before, its price was that of one failing exchange.
 */
export const BASKET: readonly BasketMember[] = [
  { id: 'spy', assetClass: 'equity', reading: 'itself' },
  { id: 'qqq', assetClass: 'equity', reading: 'itself' },
  { id: 'eem', assetClass: 'equity', reading: 'itself' },
  { id: 'us-hy-oas', assetClass: 'credit', reading: 'spread' },
  { id: 'gld', assetClass: 'metals', reading: 'itself' },
  { id: 'slv', assetClass: 'metals', reading: 'itself' },
  { id: 'copper-front', assetClass: 'metals', reading: 'itself' },
  { id: 'gdx', assetClass: 'metals', reading: 'itself' },
  { id: 'uso', assetClass: 'energy', reading: 'itself' },
  { id: 'btc-usd', assetClass: 'crypto', reading: 'itself', from: epochDay(2014, 1, 1) },
];

export interface HedgeSeries {
  readonly hedge: Hedge;
  readonly id: string;
  readonly reading: Reading;
}

export const HEDGE_SERIES: readonly HedgeSeries[] = [
  { hedge: 'treasuries', id: 'tlt', reading: 'itself' },
  { hedge: 'dollar', id: 'dollar-index', reading: 'itself' },
  { hedge: 'yen', id: 'usd-jpy', reading: 'inverse' },
  { hedge: 'cash', id: 'bil', reading: 'itself' },
];

/** The return that a change of the series means for its holder; NaN for NaN. */
export function readAs(reading: Reading, change: number): number {
  if (reading === 'spread') return -4 * change;
  return reading === 'inverse' ? 1 / (1 + change) - 1 : change;
}
