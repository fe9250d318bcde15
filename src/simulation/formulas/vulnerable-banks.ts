import { checkNotNegative } from '../../math/arguments.ts';
import { type BankSystem, checkPerAsset, countAssets, equityOf, rowTimes, timesColumn } from './banks.ts';

export interface VulnerableBanks {
  /** Return of each bank's assets under the shock, n values: R1 = M·f. */
  readonly assetReturn: Float64Array;
  /** Net purchases of each asset, k values, US dollars, negative for sales: φ = Mᵀ·(A∘B∘R1). */
  readonly netPurchases: Float64Array;
  /** Price change of each asset by these trades, k values, fraction: F2 = ℓ∘φ. */
  readonly priceChange: Float64Array;
  /** Second-round return of each bank's assets, n values: R3 = M·F2. */
  readonly spilloverReturn: Float64Array;
  /** Equity wiped out by deleveraging over all equity: AV = −1ᵀA·R3 / Σ E. */
  readonly aggregateVulnerability: number;
  /** Part of AV that the trades of each bank make, n values; they sum to AV. */
  readonly systemicness: Float64Array;
  /** Share of each bank's equity lost by all trades, n values: IV = −A∘R3 / E. */
  readonly indirectVulnerability: Float64Array;
}

/**
 * One round of fire sales by banks that target their leverage and sell in proportion to what they hold.
 *
 * Symbols: M n×k weights, A assets and E = A/(1 + B) equity (US dollars), B debt over equity, f shock of each asset (fraction), ℓ price
 * impact of each asset (fraction a US dollar). Linear and uncapped: a bank may sell more than it holds, or wipe out its equity.
 * @throws RangeError when sizes disagree, an impact is below 0 or a value is not finite.
 * @see Greenwood, Landier & Thesmar (2015), Vulnerable banks, J. Financial Economics 115, 471–485, section 2.
 */
export function vulnerableBanks(
  system: BankSystem,
  shock: Float64Array,
  impact: Float64Array,
): VulnerableBanks {
  const k = countAssets(system);
  checkPerAsset('shock', shock, k);
  checkPerAsset('impact', impact, k);
  for (const coefficient of impact) checkNotNegative('impact', coefficient);
  const { assets, leverage, weights } = system;
  const equity = equityOf(system);
  const total = equity.reduce((sum, e) => sum + e, 0);
  const assetReturn = timesColumn(weights, shock);
  const traded = assets.map((a, n) => a * leverage[n]! * assetReturn[n]!);
  const netPurchases = rowTimes(traded, weights);
  const priceChange = netPurchases.map((amount, j) => impact[j]! * amount);
  const spilloverReturn = timesColumn(weights, priceChange);
  const damage = assetDamage(system, impact);
  return {
    assetReturn,
    netPurchases,
    priceChange,
    spilloverReturn,
    aggregateVulnerability: -sumProduct(assets, spilloverReturn) / total,
    systemicness: traded.map((amount, n) => (-amount * rowDot(weights, damage, n)) / total),
    indirectVulnerability: assets.map((a, n) => (-a * spilloverReturn[n]!) / equity[n]!),
  };
}

/** What all banks lose a US dollar sold of each asset, k values: ℓ_k·Σ_n A_n·M_nk. */
function assetDamage({ assets, weights }: BankSystem, impact: Float64Array): Float64Array {
  return rowTimes(assets, weights).map((held, j) => held * impact[j]!);
}

function rowDot(matrix: Float64Array, x: Float64Array, row: number): number {
  let sum = 0;
  for (let j = 0; j < x.length; j++) sum += matrix[row * x.length + j]! * x[j]!;
  return sum;
}

function sumProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
