import { z } from 'zod';

/** Length of a rolling window in rows, bounded, with its default. */
export function windowParam(byDefault: number, [least, most]: readonly [number, number], what: string) {
  return z.number().int().min(least).max(most).default(byDefault).meta({ unit: 'rows', description: what });
}

/** Days in a year for annualising: 365 where a market trades every day, 252 for exchange sessions. */
export const daysPerYearParam = z
  .union([z.literal(252), z.literal(365)])
  .default(252)
  .meta({
    unit: 'days',
    description: 'days in a year: 252 exchange sessions, 365 for a market open every day',
  });
