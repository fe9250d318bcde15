import { UserError } from '../../data/errors.ts';
import { solve } from '../../math/lu.ts';
import type { MarketSpec } from '../market/spec.ts';

/** Changes of price from outside, by asset, fractions. */
export type ShockAsked = Readonly<Record<string, number>>;

/** The shock when none is asked for. */
export const DEFAULT_SHOCK: ShockAsked = { 'btc-usd': -0.05 };

const HINT = 'write ASSET=CHANGE, parted by commas: btc-usd=-5%,gold-front=-2%';

/** @throws UserError (2) on what is no shock: no such form, a fall of all or more, a rise beyond tenfold, an asset named twice. */
export function parseShock(text: string): ShockAsked {
  const shock: Record<string, number> = {};
  for (const part of text.split(',')) {
    const match = /^\s*([a-z0-9-]+)\s*=\s*([+-]?\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(part);
    if (!match) throw new UserError(`--shock: cannot read "${part.trim()}"`, HINT, 2);
    const [, asset, number, percent] = match as unknown as [string, string, string, string];
    const change = Number(number) / (percent ? 100 : 1);
    if (!possible(change)) {
      throw new UserError(
        `--shock: a change of ${(change * 100).toFixed(0)} % of ${asset} is not possible`,
        'allowed: above -100 %, at most +900 %',
        2,
      );
    }
    if (Object.hasOwn(shock, asset)) throw new UserError(`--shock: ${asset} is named twice`, HINT, 2);
    shock[asset] = change;
  }
  return shock;
}

/** @throws RangeError that names the asset whose change is no number above -1 and at most 9. */
export function checkShock(shock: ShockAsked): void {
  for (const [asset, change] of Object.entries(shock)) {
    if (!possible(change)) {
      throw new RangeError(`shock.${asset} must be a fraction above -1 and at most 9, came ${change}`);
    }
  }
}

/** A price cannot lose all; beyond tenfold is a slip of the pen. */
function possible(change: number): boolean {
  return change > -1 && change <= 9;
}

/** The shock as it stands in ids of figures: fractions, assets in order. */
export function shockText(shock: ShockAsked): string {
  return Object.keys(shock)
    .sort()
    .map((asset) => `${asset}:${shock[asset]}`)
    .join(',');
}

/**
 * Log return from outside of every asset. Named ones move as asked; the others by their expectation given those, Σ_BA·Σ_AA⁻¹·x with
 * Σ = σ_i·σ_j·ρ_ij of daily returns, or not at all when `alone`.
 */
export function outerMoves(market: MarketSpec, shock: ShockAsked, alone = false): number[] {
  const { assets, correlation } = market;
  const named = assets.flatMap(({ id }, i) => (shock[id] === undefined ? [] : [i]));
  const moves = assets.map(({ id }) => (shock[id] === undefined ? 0 : Math.log1p(shock[id])));
  if (alone || named.length === 0) return moves;
  const n = named.length;
  const covariance = (i: number, j: number) =>
    correlation[i]![j]! * assets[i]!.volatility * assets[j]!.volatility;
  const matrix = Float64Array.from({ length: n * n }, (_, k) =>
    covariance(named[Math.floor(k / n)]!, named[k % n]!),
  );
  const x = Float64Array.from(named, (i) => moves[i]!);
  const solved = solve(matrix, n, x);
  if (!solved) return moves;
  return moves.map((move, b) =>
    named.includes(b) ? move : named.reduce((sum, a, k) => sum + covariance(b, a) * solved[k]!, 0),
  );
}
