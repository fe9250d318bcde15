import { z } from 'zod';

/** Length of a rolling window in rows, bounded, with its default. */
export function windowParam(byDefault: number, [least, most]: readonly [number, number], what: string) {
  return z.number().int().min(least).max(most).default(byDefault).meta({ unit: 'rows', description: what });
}

/** A number between two bounds, with its default and unit. */
export function numberParam(
  byDefault: number,
  [least, most]: readonly [number, number],
  unit: string,
  what: string,
) {
  return z.number().min(least).max(most).default(byDefault).meta({ unit, description: what });
}

/** λ of an exponentially weighted moment: the share that yesterday's estimate keeps. */
export const decayParam = numberParam(
  0.94,
  [0.5, 0.999],
  'ratio',
  'λ, the share that the estimate keeps each row: 0.94 is RiskMetrics’ for daily rows, 0.97 for monthly rows',
);

/** Days in a year for annualising: 365 where a market trades every day, 252 for exchange sessions. */
export const daysPerYearParam = z
  .union([z.literal(252), z.literal(365)])
  .default(252)
  .meta({
    unit: 'days',
    description: 'days in a year: 252 exchange sessions, 365 for a market open every day',
  });
