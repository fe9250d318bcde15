import { checkPositive, checkWhole } from '../../math/arguments.ts';
import { symmetricEigenvalues } from '../../math/symmetric-eigenvalues.ts';
import { rowSums, rowTimes, timesColumn } from './banks.ts';
import { exponentialImpact } from './impact.ts';

/** Leveraged institutions with assets that they can sell and assets that they cannot: n institutions, k marketable assets. */
export interface Institutions {
  /** Marketable holdings, n×k row-major, US dollars, at least 0. */
  readonly marketable: Float64Array;
  /** Assets that cannot be sold, n values, US dollars, at least 0. */
  readonly illiquid: Float64Array;
  /** Equity, n values, US dollars. */
  readonly equity: Float64Array;
}

export interface FireSaleShock {
  /** Price change of each marketable asset, k values, fraction. */
  readonly marketable: Float64Array;
  /** Price change of the assets that cannot be sold, fraction. */
  readonly illiquid: number;
}

export interface FireSaleRules {
  /** Assets over equity above which an institution deleverages. */
  readonly trigger: number;
  /** Assets over equity down to which it sells. */
  readonly target: number;
  /** Market depth of each marketable asset, k values, US dollars. */
  readonly depth: Float64Array;
  /** Largest fall of a price, fraction: B in Ψ(v) = B·(1 − exp(−v/D)). */
  readonly largestFall: number;
  readonly mostRounds?: number;
}

export interface FireSaleRound {
  /** Share of its marketable assets that each institution sells, n values. */
  readonly share: Float64Array;
  /** Sales of each asset, k values, US dollars. */
  readonly sold: Float64Array;
  /** Fall of each price, k values, fraction, at least 0. */
  readonly impact: Float64Array;
  /** Loss of each institution, n values, US dollars. */
  readonly loss: Float64Array;
  /** Equity afterwards, n values, US dollars. */
  readonly equity: Float64Array;
}

export interface FireSales {
  /** Rounds in which something was sold. */
  readonly rounds: readonly FireSaleRound[];
  /** Price of each marketable asset over its price after the shock, k values. */
  readonly price: Float64Array;
  readonly equity: Float64Array;
  /** False when something was still to be sold after the last round that was allowed. */
  readonly settled: boolean;
}

/** Sales below which nothing is left to do, US dollars. */
const NOTHING = 1e-10;

/**
 * Fire sales triggered by a leverage limit: only institutions above it sell.
 * A round: leverage = assets/E; γ = min(1, max(0, (assets − target·E)/marketable)) above the trigger, 1 when E ≤ 0, else 0;
 * v = γᵀQ; falls Ψ(v) = B·(1 − exp(−v/D)); loss = Σ Q·(1 − γ + γ/2)·Ψ; Q ← Q·(1 − γ)·(1 − Ψ); E ← E − loss
 *
 * What is sold bears half of the fall (execution along the way), what is kept bears all of it. The shock comes first, on everything.
 * @throws RangeError when sizes disagree, a holding is below 0, a shock is below −1, or a rule is out of range (1 ≤ target ≤ trigger).
 * @see Cont & Schaanning (2017), Fire sales, indirect contagion and systemic stress testing, Norges Bank Working Paper 2/2017.
 */
export function fireSales(institutions: Institutions, shock: FireSaleShock, rules: FireSaleRules): FireSales {
  checkInstitutions(institutions, rules.depth.length);
  checkRules(shock, rules);
  const k = rules.depth.length;
  const illiquid = institutions.illiquid.map((held) => held * (1 + shock.illiquid));
  const first = timesColumn(institutions.marketable, shock.marketable);
  const equity = institutions.equity.map(
    (e, i) => e + first[i]! + institutions.illiquid[i]! * shock.illiquid,
  );
  let holdings = institutions.marketable.map((held, at) => held * (1 + shock.marketable[at % k]!));
  const price = new Float64Array(k).fill(1);
  const rounds: FireSaleRound[] = [];
  for (;;) {
    const share = shareSold(rowSums(holdings, equity.length), illiquid, equity, rules);
    const sold = rowTimes(share, holdings);
    const settled = sold.reduce((sum, amount) => sum + amount, 0) < NOTHING;
    if (settled || rounds.length === (rules.mostRounds ?? 20)) return { rounds, price, equity, settled };
    const impact = sold.map((amount, j) => exponentialImpact(amount, rules.depth[j]!, rules.largestFall));
    const loss = timesColumn(holdings, impact).map((full, i) => full * (1 - share[i]! / 2));
    for (let i = 0; i < equity.length; i++) equity[i]! -= loss[i]!;
    for (let j = 0; j < k; j++) price[j]! *= 1 - impact[j]!;
    holdings = holdings.map((held, at) => held * (1 - share[Math.floor(at / k)]!) * (1 - impact[at % k]!));
    rounds.push({ share, sold, impact, loss, equity: equity.slice() });
  }
}

function shareSold(
  marketable: Float64Array,
  illiquid: Float64Array,
  equity: Float64Array,
  { trigger, target }: FireSaleRules,
): Float64Array {
  return marketable.map((held, i) => deleveragingShare(held, illiquid[i]!, equity[i]!, trigger, target));
}

/**
 * Share of its marketable assets that a leveraged institution sells: γ = min(1, max(0, (assets − target·E)/marketable)) when assets/E is
 * above the trigger, 1 when E ≤ 0, else 0, with assets = marketable + illiquid. All in US dollars; 0 without anything to sell.
 * @see Cont & Schaanning (2017), Fire sales, indirect contagion and systemic stress testing, Norges Bank Working Paper 2/2017.
 */
export function deleveragingShare(
  marketable: number,
  illiquid: number,
  equity: number,
  trigger: number,
  target: number,
): number {
  if (!(marketable > 0)) return 0;
  if (equity <= 0) return 1;
  const assets = marketable + illiquid;
  if (assets / equity <= trigger) return 0;
  return Math.min(1, Math.max(0, (assets - target * equity) / marketable));
}

export interface LiquidityWeightedOverlaps {
  /** Ω_ij = Σ_k Q_ik·Q_jk / D_k, n×n row-major, US dollars. */
  readonly overlaps: Float64Array;
  /** Largest eigenvalue of Ω, the index of indirect contagion. */
  readonly largestEigenvalue: number;
}

/**
 * Liquidity-weighted overlaps of holdings: Ω = Q·diag(1/D)·Qᵀ, Q n×k row-major and D depth of each asset, US dollars.
 * @throws RangeError when sizes disagree or a depth is not above 0.
 * @see Cont & Schaanning (2019), Monitoring indirect contagion, J. Banking & Finance 104, 85–102.
 */
export function liquidityWeightedOverlaps(
  holdings: Float64Array,
  depth: Float64Array,
): LiquidityWeightedOverlaps {
  const k = depth.length;
  const n = holdings.length / k;
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`holdings must be n×${k}, came ${holdings.length} values`);
  for (const d of depth) checkPositive('depth', d);
  const overlaps = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      for (let a = 0; a < k; a++)
        overlaps[i * n + j]! += (holdings[i * k + a]! * holdings[j * k + a]!) / depth[a]!;
    }
  }
  return { overlaps, largestEigenvalue: symmetricEigenvalues(overlaps, n)[0]! };
}

function checkInstitutions({ marketable, illiquid, equity }: Institutions, k: number): void {
  const n = equity.length;
  if (n === 0 || k === 0 || illiquid.length !== n || marketable.length !== n * k) {
    throw new RangeError(
      `n institutions and ${k} assets need n×${k} holdings, came ${marketable.length}, ${illiquid.length} illiquid and ${n} equities`,
    );
  }
  const odd = [...marketable, ...illiquid].find((held) => !(held >= 0 && held < Number.POSITIVE_INFINITY));
  if (odd !== undefined) throw new RangeError(`a holding must be finite and at least 0, came ${odd}`);
  const lost = equity.find((e) => !Number.isFinite(e));
  if (lost !== undefined) throw new RangeError(`equity must be finite, came ${lost}`);
}

function checkRules(shock: FireSaleShock, { trigger, target, depth, mostRounds = 20 }: FireSaleRules): void {
  if (shock.marketable.length !== depth.length) {
    throw new RangeError(`shock needs ${depth.length} values, one an asset, came ${shock.marketable.length}`);
  }
  const odd = [...shock.marketable, shock.illiquid].find(
    (change) => !(change >= -1 && change < Number.POSITIVE_INFINITY),
  );
  if (odd !== undefined) throw new RangeError(`a shock must be finite and at least -1, came ${odd}`);
  if (!(target >= 1 && trigger >= target && trigger < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`leverage must have 1 ≤ target ≤ trigger, came ${target} and ${trigger}`);
  }
  checkWhole('rounds', mostRounds, 1);
}
