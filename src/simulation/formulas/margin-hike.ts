import { checkNotNegative, checkPositive, checkWithin } from '../../math/arguments.ts';

/**
 * Cash that a rise of the margin calls for, US dollars: OI·(m₁ − m₀).
 * @param openInterest notional, US dollars; margins are fractions of notional.
 * @throws RangeError when the open interest is below 0, or a margin is not above 0.
 */
export function marginToPost(openInterest: number, before: number, after: number): number {
  checkNotNegative('open interest', openInterest);
  checkPositive('margin before', before);
  checkPositive('margin after', after);
  return openInterest * (after - before);
}

/**
 * Share of a position that must be closed when only its equity can carry it: 1 − min(1, E⁺/(m₁·N)).
 * An account that holds just the old margin closes 1 − m₀/m₁.
 * @param equity E over the notional N at its present price, fraction; below 0 all is closed.
 * @throws RangeError when the margin is not above 0.
 */
export function shareClosed(equity: number, margin: number): number {
  checkPositive('margin', margin);
  return 1 - Math.min(1, Math.max(0, equity) / margin);
}

/**
 * Positions closed by a rise of the margin, US dollars: OI·u·(1 − m₀/m₁), and 0 when it does not rise.
 * u share of the open interest whose holders have the old margin and no cash beside it: 0 closes nothing, 1 closes OI·(1 − m₀/m₁).
 * @throws RangeError for an argument out of range.
 */
export function positionsClosed(
  openInterest: number,
  before: number,
  after: number,
  unfunded: number,
): number {
  checkNotNegative('open interest', openInterest);
  checkPositive('margin before', before);
  checkWithin('unfunded share', unfunded, 0, 1);
  return openInterest * unfunded * shareClosed(before, after);
}
