import { checkFinite, checkWithin } from '../../math/arguments.ts';

export interface MarginBracket {
  /** Notional above which the bracket holds, US dollars. */
  readonly floor: number;
  /** Notional up to which it holds, US dollars. */
  readonly cap: number;
  /** Maintenance margin rate, fraction of notional. */
  readonly rate: number;
}

export interface MarginTier extends MarginBracket {
  /** Maintenance amount cum, US dollars: what is taken off notional·rate so that the margin is continuous across tiers. */
  readonly deduction: number;
}

/**
 * Maintenance-margin tiers with their deductions, lowest first.
 * cum_1 = 0; cum_n = cum_{n−1} + floor_n (rate_n − rate_{n−1})
 * @throws RangeError on no bracket, a gap or overlap between brackets, a rate outside [0, 1] or one that falls with notional.
 * @see Binance, Leverage and margin of USD-M futures, FAQ b3c689c1f50a44cabb3a84e663b81d93 (its example: 250,000·(1% − 0.5%) + 50 = 1,300).
 */
export function marginTiers(brackets: readonly MarginBracket[]): readonly MarginTier[] {
  if (brackets.length === 0) throw new RangeError('margin tiers need at least one bracket, came none');
  const tiers: MarginTier[] = [];
  for (const { floor, cap, rate } of brackets) {
    const last = tiers.at(-1);
    checkWithin('maintenance margin rate', rate, last?.rate ?? 0, 1);
    checkFinite('floor of a bracket', floor);
    if (floor !== (last?.cap ?? 0) || !(cap > floor)) {
      throw new RangeError(
        `brackets must join from 0 upwards, came ${floor} to ${cap} after ${last?.cap ?? 0}`,
      );
    }
    const deduction = last === undefined ? 0 : last.deduction + floor * (rate - last.rate);
    tiers.push({ floor, cap, rate, deduction });
  }
  return tiers;
}

/** The tier with floor < notional ≤ cap; the lowest for 0; undefined above the last cap and for NaN. Notional in US dollars. */
export function tierOf(notional: number, tiers: readonly MarginTier[]): MarginTier | undefined {
  if (notional === 0) return tiers[0];
  return tiers.find(({ floor, cap }) => floor < notional && notional <= cap);
}

/** Maintenance margin of a notional, US dollars: notional·rate − cum of its tier. Null above the last cap and for NaN. */
export function maintenanceMargin(notional: number, tiers: readonly MarginTier[]): number | null {
  const tier = tierOf(notional, tiers);
  return tier === undefined ? null : notional * tier.rate - tier.deduction;
}
