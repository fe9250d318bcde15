import { z } from 'zod';
import type { EpochDay } from '../../../data/time.ts';
import { normalQuantile } from '../../../math/distributions.ts';
import { neweyWest, ols, standardErrors } from '../../../math/regression.ts';
import { valuesAt } from '../../../math/values-at.ts';
import { figureSchema } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { type Draw, spanOf } from '../drawing.ts';
import { bartlettLag, LEVEL } from './etf/slope.ts';

/** Cases without which nothing is said of what came after them. */
export const FEWEST_CASES = 10;

/** What a price did within some days of the cases of a rule, beside what it did after any day. */
export const afterSchema = z.object({
  days: z.number().int(),
  /** Cases whose days after are known. */
  cases: z.number().int(),
  mean: figureSchema,
  up: figureSchema,
  baseMean: figureSchema,
  baseUp: figureSchema,
});

export const AFTER_FORMULAS = [
  formula(
    'after-mean',
    '其后平均涨跌',
    '其後平均漲跌',
    'Mean change after',
    'mean of P_{t+h}/P_t − 1 over the cases t with t + h known, h calendar days; band: mean ± 1.96 s, s the Newey–West error of the cases’ dummy in a regression on it and on that of all other days, lag max(h − 1, ⌊4(n/100)^(2/9)⌋)',
    'Newey & West (1987), Econometrica 55, eq. 5',
  ),
  formula(
    'after-up',
    '其后上涨占比',
    '其後上漲占比',
    'Share of rises after',
    'share of the cases t with P_{t+h}/P_t − 1 > 0',
  ),
  formula(
    'after-base-mean',
    '任意一日之后的平均涨跌',
    '任意一日之後的平均漲跌',
    'Mean change after any day',
    'mean of P_{t+h}/P_t − 1 over all days t with t + h known on which the rule is defined: the base rate',
  ),
  formula(
    'after-base-up',
    '任意一日之后的上涨占比',
    '任意一日之後的上漲占比',
    'Share of rises after any day',
    'share of all days t on which the rule is defined with P_{t+h}/P_t − 1 > 0: the base rate',
  ),
];

/** P_{t+h}/P_t − 1 by date, h calendar days. NaN where either price is missing. */
export function forwardReturns(dates: Int32Array, price: Float64Array, h: number): Float64Array {
  const rowOf = new Map<EpochDay, number>();
  for (const [row, date] of dates.entries()) rowOf.set(date, row);
  return price.map((now, t) => {
    const later = rowOf.get(dates[t]! + h);
    return later === undefined || !(now > 0) ? Number.NaN : price[later]! / now - 1;
  });
}

interface GroupMean {
  readonly mean: number;
  /** Newey–West; NaN when the group is all there is of one value. */
  readonly error: number;
  readonly up: number;
  readonly n: number;
}

/**
 * Mean of the values of a group with its Newey–West error from the regression on the dummies of the group and of the rest, in time order.
 * NaN policy: rows without a value are left out. Undefined when the group has none.
 */
export function groupMean(
  values: Float64Array,
  inGroup: (row: number) => boolean,
  lag: number,
): GroupMean | undefined {
  const rows = [...values.keys()].filter((row) => Number.isFinite(values[row]!));
  const inside = rows.map(inGroup);
  const chosen = rows.filter((_, at) => inside[at]);
  if (chosen.length === 0) return undefined;
  const k = chosen.length === rows.length ? 1 : 2;
  const x = new Float64Array(rows.length * k);
  for (const [at, is] of inside.entries()) x[at * k + (is ? 0 : k - 1)] = 1;
  const fit = ols(valuesAt(values, rows), x, rows.length, k);
  return {
    mean: chosen.reduce((sum, row) => sum + values[row]!, 0) / chosen.length,
    error: fit ? standardErrors(neweyWest(fit, lag), k)[0]! : Number.NaN,
    up: chosen.filter((row) => values[row]! > 0).length / chosen.length,
    n: chosen.length,
  };
}

/**
 * Mean of the values of one group less that of another with its Newey–West error, from the regression on a constant and the first group’s
 * dummy, in time order.
 * NaN policy: rows without a value or in neither group are left out. Undefined when either group has fewer than `FEWEST_CASES` rows.
 */
export function groupDifference(
  values: Float64Array,
  groupOf: (row: number) => 0 | 1 | undefined,
  lag: number,
): { readonly difference: number; readonly error: number; readonly n: number } | undefined {
  const rows = [...values.keys()].filter(
    (row) => Number.isFinite(values[row]!) && groupOf(row) !== undefined,
  );
  const first = rows.filter((row) => groupOf(row) === 1).length;
  if (Math.min(first, rows.length - first) < FEWEST_CASES) return undefined;
  const y = valuesAt(values, rows);
  const x = Float64Array.from(rows.flatMap((row) => [1, groupOf(row)!]));
  const fit = ols(y, x, rows.length, 2);
  if (!fit) return undefined;
  return { difference: fit.beta[1]!, error: standardErrors(neweyWest(fit, lag), 2)[1]!, n: rows.length };
}

/** Lag of the Newey–West error of returns over h overlapping days among n. */
export function overlapLag(h: number, n: number): number {
  return Math.max(h - 1, bartlettLag(n));
}

interface Cases {
  readonly dates: Int32Array;
  readonly price: Float64Array;
  /** Whether the rule says anything of this row: the base rate is of these rows. */
  readonly defined: (row: number) => boolean;
  readonly isCase: (row: number) => boolean;
}

/** What came after the cases, at each horizon, as figures under `path`; a rule that nobody has tested forward is flagged so. */
export function afterFigures(
  draw: Draw,
  path: string,
  { dates, price, defined, isCase }: Cases,
  horizons: readonly number[],
): z.infer<typeof afterSchema>[] {
  return horizons.map((h) => {
    const values = forwardReturns(dates, price, h).map((value, row) => (defined(row) ? value : Number.NaN));
    const known = [...values.keys()].filter((row) => Number.isFinite(values[row]!));
    const lag = overlapLag(h, known.length);
    const group = groupMean(values, isCase, lag);
    const base = groupMean(values, () => true, lag);
    const enough = (group?.n ?? 0) >= FEWEST_CASES;
    const why = `fewer than ${FEWEST_CASES} past cases`;
    const params = { h };
    const span = known.length > 0 ? spanOf(dates, known[0]!, known.at(-1)!, known.length) : {};
    const reach = normalQuantile((1 + LEVEL) / 2) * (group?.error ?? Number.NaN);
    const at = `${path}.after-${h}`;
    const of = (name: string, value: number, formula: string, rest = {}) =>
      draw(`${at}.${name}`, value, 'fraction', formula, { params, why, ...span, ...rest });
    return {
      days: h,
      cases: group?.n ?? 0,
      mean: of('mean', enough ? group!.mean : Number.NaN, 'after-mean', {
        flags: ['unproven'],
        params: { h, cases: group?.n ?? 0 },
        ...(enough && Number.isFinite(reach)
          ? {
              band: {
                low: group!.mean - reach,
                high: group!.mean + reach,
                level: LEVEL,
                how: `Newey–West, lag ${lag}`,
              },
            }
          : {}),
      }),
      up: of('up', enough ? group!.up : Number.NaN, 'after-up', { flags: ['unproven'] }),
      baseMean: of('base-mean', base?.mean ?? Number.NaN, 'after-base-mean'),
      baseUp: of('base-up', base?.up ?? Number.NaN, 'after-base-up'),
    };
  });
}
