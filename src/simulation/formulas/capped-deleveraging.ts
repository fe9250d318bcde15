import { checkNotNegative, checkWhole } from '../../math/arguments.ts';
import {
  type BankSystem,
  checkPerAsset,
  countAssets,
  equityOf,
  holdingsOf,
  rowSums,
  rowTimes,
  timesColumn,
} from './banks.ts';

export interface DeleveragingRound {
  /** Sales of each asset, k values, US dollars. */
  readonly sold: Float64Array;
  /** Price change that they make, k values, fraction, at most 0. */
  readonly priceChange: Float64Array;
  /** Equity of each bank when it decides to sell, n values, US dollars. */
  readonly equity: Float64Array;
}

export interface CappedDeleveraging {
  /** The last round sells nothing unless `settled` is false. */
  readonly rounds: readonly DeleveragingRound[];
  /** Price of each asset over its price before the shock, k values. */
  readonly price: Float64Array;
  /** Equity of each bank at the end, n values, US dollars. */
  readonly equity: Float64Array;
  /** False when banks still sold at the last round that was allowed. */
  readonly settled: boolean;
}

/** Sales below which a round counts as empty, US dollars. */
const NOTHING = 1e-10;
/** No price falls by more than this in a round. */
const LARGEST_FALL = 0.99;

/**
 * Rounds of fire sales by banks that can sell what they hold and no more: an extension of ours to Greenwood, Landier & Thesmar.
 * A round: losses → equity → target assets (1 + B)·E⁺ → the same share of every holding is sold, all of it when E ≤ 0 → the proceeds
 * repay debt → price change −min(ℓ∘v, 0.99), which is the loss of the next round.
 *
 * Symbols as in `vulnerableBanks`; v sales of each asset. Prices start at 1 + f. A bank whose assets are below target buys nothing.
 * @throws RangeError when sizes disagree, a shock is below −1, an impact is below 0, or no round is allowed.
 */
export function cappedDeleveraging(
  system: BankSystem,
  shock: Float64Array,
  impact: Float64Array,
  mostRounds = 20,
): CappedDeleveraging {
  checkInputs(system, shock, impact, mostRounds);
  const { leverage } = system;
  const n = leverage.length;
  const equity = equityOf(system);
  let holdings = holdingsOf(system);
  const price = new Float64Array(shock.length).fill(1);
  const rounds: DeleveragingRound[] = [];
  let change: Float64Array = shock;
  let settled = false;
  while (!settled && rounds.length < mostRounds) {
    const gains = timesColumn(holdings, change);
    for (let i = 0; i < n; i++) equity[i]! += gains[i]!;
    holdings = scaleColumns(holdings, change);
    for (let j = 0; j < price.length; j++) price[j]! *= 1 + change[j]!;
    const share = shareSold(rowSums(holdings, n), equity, leverage);
    const sold = rowTimes(share, holdings);
    change = sold.map((amount, j) => -Math.min(impact[j]! * amount, LARGEST_FALL));
    rounds.push({ sold, priceChange: change, equity: equity.slice() });
    holdings = keep(holdings, share);
    settled = sold.reduce((sum, amount) => sum + amount, 0) < NOTHING;
  }
  return { rounds, price, equity, settled };
}

function shareSold(assets: Float64Array, equity: Float64Array, leverage: Float64Array): Float64Array {
  return assets.map((held, i) => {
    if (!(held > 0)) return 0;
    if (equity[i]! <= 0) return 1;
    return Math.min(1, Math.max(0, (held - (1 + leverage[i]!) * equity[i]!) / held));
  });
}

function scaleColumns(holdings: Float64Array, change: Float64Array): Float64Array {
  return holdings.map((held, at) => held * (1 + change[at % change.length]!));
}

function keep(holdings: Float64Array, share: Float64Array): Float64Array {
  const k = holdings.length / share.length;
  return holdings.map((held, at) => held * (1 - share[Math.floor(at / k)]!));
}

function checkInputs(
  system: BankSystem,
  shock: Float64Array,
  impact: Float64Array,
  mostRounds: number,
): void {
  const k = countAssets(system);
  checkPerAsset('shock', shock, k);
  checkPerAsset('impact', impact, k);
  for (const coefficient of impact) checkNotNegative('impact', coefficient);
  const below = shock.find((change) => change < -1);
  if (below !== undefined) throw new RangeError(`a shock must be at least -1, came ${below}`);
  checkWhole('rounds', mostRounds, 1);
}
