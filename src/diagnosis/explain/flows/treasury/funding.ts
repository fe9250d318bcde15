import { z } from 'zod';
import { formatDay } from '../../../../data/time.ts';
import type { View } from '../../../../data/view.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { type Draw, spanOf } from '../../drawing.ts';

const SECURITIES = ['mstr', 'strc', 'strk', 'strf', 'strd'] as const;
const IDS = SECURITIES.map((name) => `strategy-atm-${name}`);
export const FUNDING_SERIES = [...IDS, 'strategy-atm-btc'] as const;
const PURCHASES = 'mstr_btc_purchases';
const WEEKS = 13;

export const fundingSchema = z.object({
  from: isoDay.nullable(),
  to: isoDay.nullable(),
  securities: z.array(z.object({ id: z.string(), sum: figureSchema })),
  issued: figureSchema,
  spent: figureSchema,
  funded: figureSchema,
});

const NO_WEEKS = `fewer than ${WEEKS} weeks of issuance are known`;

/** What the share programmes brought in over the last 13 known weeks, by security, and what was spent on bitcoin. */
export async function fundingOf(view: View, draw: Draw): Promise<z.infer<typeof fundingSchema>> {
  const { dates, columns } = await view.panel({ ids: IDS, join: 'intersection' });
  const first = dates.length - WEEKS;
  const known = first >= 0;
  const sums = columns.map(({ values }) =>
    known ? values.subarray(first).reduce((sum, value) => sum + value, 0) : Number.NaN,
  );
  const issued = sums.reduce((sum, value) => sum + value, 0);
  const rest = known ? spanOf(dates, first, dates.length - 1) : { why: NO_WEEKS };
  const spent = known ? await spentBetween(view, dates[first]!, dates.at(-1)!) : Number.NaN;
  const why = known ? 'no purchase is known of these weeks' : NO_WEEKS;
  return {
    from: known ? formatDay(dates[first]!) : null,
    to: known ? formatDay(dates.at(-1)!) : null,
    securities: SECURITIES.map((name, k) => ({
      id: IDS[k]!,
      sum: draw(`issued.${name}`, sums[k]!, 'usd', 'treasury-issuance', {
        params: { security: name },
        ...rest,
      }),
    })),
    issued: draw('issued', issued, 'usd', 'treasury-issuance', { params: { security: 'all' }, ...rest }),
    spent: draw('spent', spent, 'usd', 'treasury-purchases', { ...rest, why }),
    funded: draw('funded', issued / spent, 'ratio', 'treasury-funded', { ...rest, why }),
  };
}

async function spentBetween(view: View, from: number, to: number): Promise<number> {
  const rows = (await view.table(PURCHASES)).filter(({ date }) => date >= from && date <= to);
  const costs = rows.map(({ cells }) => (typeof cells.total_usd === 'number' ? cells.total_usd : Number.NaN));
  return costs.length === 0 ? Number.NaN : costs.reduce((sum, cost) => sum + cost, 0);
}
