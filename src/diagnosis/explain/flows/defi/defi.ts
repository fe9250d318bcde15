import { z } from 'zod';
import type { FigureMaker } from '../../../../data/figure.ts';
import { type EpochDay, formatDay } from '../../../../data/time.ts';
import { empiricalCdf } from '../../../../math/rank.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { dayAt, drawing, pointsOf, spanOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { growthOver } from '../growth.ts';
import { LOANS, type Loan, latestLoans, liquidatedBy } from './loans.ts';

const TVL = 'defi-tvl';
const COLLATERALS = { ETH: 'eth-usd', BTC: 'btc-usd', SOL: 'sol-usd' } as const;
type Collateral = keyof typeof COLLATERALS;
const COLLATERAL_IDS = Object.keys(COLLATERALS) as readonly Collateral[];
const SHOCKS = [-0.05, -0.1, -0.2, -0.3, -0.4, -0.5] as const;
const CHANGES = [7, 30, 365] as const;
const YEAR = 365;

const schema = z.object({
  date: isoDay.nullable(),
  tvl: figureSchema,
  changes: z.array(z.object({ days: z.number().int(), growth: figureSchema })),
  /** Of the growth over 30 days, in the last year. */
  percentile: figureSchema,
  loans: z.object({
    /** Day of the snapshot; null when no table of loans was imported. */
    date: isoDay.nullable(),
    table: z.string(),
    refused: z.number().int(),
    /** Why there is no curve. */
    why: z.string().nullable(),
    curves: z.array(
      z.object({
        collateral: z.enum(COLLATERAL_IDS as [Collateral, ...Collateral[]]),
        priceDate: isoDay,
        loans: z.number().int(),
        /** Loans liquidatable at the price already. */
        due: z.number().int(),
        falls: z.array(
          z.object({
            fall: z.number(),
            loans: z.number().int(),
            debt: figureSchema,
            collateral: figureSchema,
          }),
        ),
      }),
    ),
  }),
  series: z.object({ dates: z.array(isoDay), tvl: z.array(z.number().nullable()) }),
});

const NO_TABLE = `no table ${LOANS} was imported`;
const NONE = 'no value locked is known';

/** What decentralised finance holds, and what a fall of its collateral would put up for liquidation. */
export const defi = explainPart({
  id: 'defi',
  title: {
    'zh-Hans': 'DeFi锁仓与清算',
    'zh-Hant': 'DeFi鎖倉與清算',
    en: 'DeFi: value locked and liquidations',
  },
  series: [TVL, ...Object.values(COLLATERALS)],
  covers: (asset) => COLLATERAL_IDS.some((id) => COLLATERALS[id] === asset),
  schema,
  formulas: [
    formula(
      'defi-value',
      '锁仓价值',
      '鎖倉價值',
      'Value locked',
      'V_t, US dollars locked in decentralised finance as DefiLlama counts it',
    ),
    formula(
      'defi-growth',
      '锁仓变化率',
      '鎖倉變化率',
      'Change of the value locked',
      'V_t/V_{t−h} − 1, h days; prices move it as well as deposits',
    ),
    formula(
      'defi-percentile',
      '锁仓30日变化的分位',
      '鎖倉30日變化的百分位',
      'Percentile of the 30-day change',
      'share of the 30-day changes of the last 365 days, the latest among them, that are ≤ the latest',
    ),
    formula(
      'loan-debt',
      '跌幅下可清算的债务',
      '跌幅下可清算的債務',
      'Debt a fall makes liquidatable',
      'Σ D_i over loans i with a_i P L_i ≥ D_i > a_i P (1 + s) L_i; a units of collateral, D debt in dollars, L liquidation threshold, P the latest close, s the fall',
    ),
    formula(
      'loan-collateral',
      '跌幅下可清算的抵押',
      '跌幅下可清算的抵押',
      'Collateral a fall makes liquidatable',
      'Σ a_i P (1 + s) over the same loans: an upper bound, as protocols may sell a part first and oracles lag',
    ),
  ],
  async compute({ view, asset, figure }) {
    const all = await view.seriesMany([TVL, ...Object.values(COLLATERALS)]);
    const { dates, values } = all.get(TVL)!;
    const latest = latestLoans(await view.table(LOANS));
    const wanted = COLLATERAL_IDS.filter((id) => asset === undefined || COLLATERALS[id] === asset);
    const shown = Math.max(0, dates.length - YEAR);
    return {
      ...tvlOf(figure, dates, values),
      loans: {
        date: latest.date === undefined ? null : formatDay(latest.date),
        table: LOANS,
        refused: latest.refused,
        why: latest.date === undefined ? NO_TABLE : null,
        curves: wanted.flatMap((id) => {
          const price = all.get(COLLATERALS[id])!;
          const loans = latest.loans.filter(({ collateral }) => collateral === id);
          const day = price.dates.at(-1);
          return loans.length === 0 || day === undefined
            ? []
            : [curveOf(figure, id, loans, { day, price: price.values.at(-1)! })];
        }),
      },
      series: {
        dates: Array.from(dates.subarray(shown), formatDay),
        tvl: pointsOf(values.subarray(shown)),
      },
    };
  },
});

function tvlOf(figure: FigureMaker, dates: Int32Array, values: Float64Array) {
  const draw = drawing(figure, [TVL]);
  const last = dates.length - 1;
  const months = growthOver(dates, values, 30);
  const from = dates.findIndex((date) => date > dates[last]! - YEAR);
  const year = months.subarray(Math.max(0, from));
  const whole = last >= 0 && year.length >= YEAR && year.every(Number.isFinite);
  return {
    date: dayAt(dates, last),
    tvl: draw('tvl', values[last] ?? Number.NaN, 'usd', 'defi-value', { why: NONE }),
    changes: CHANGES.map((days) => ({
      days,
      growth: draw(
        `change-${days}`,
        growthOver(dates, values, days)[last] ?? Number.NaN,
        'fraction',
        'defi-growth',
        {
          params: { h: days },
          why: last < 0 ? NONE : `no value locked ${days} days before the latest`,
        },
      ),
    })),
    percentile: draw(
      'percentile',
      whole ? empiricalCdf(year, months[last]!) : Number.NaN,
      'fraction',
      'defi-percentile',
      {
        ...(whole ? spanOf(dates, from, last) : {}),
        why: last < 0 ? NONE : `fewer than ${YEAR} days of 30-day changes`,
      },
    ),
  };
}

function curveOf(
  figure: FigureMaker,
  collateral: Collateral,
  loans: readonly Loan[],
  { day, price }: { readonly day: EpochDay; readonly price: number },
) {
  const draw = drawing(figure, [COLLATERALS[collateral]]);
  const inputs = [{ symbol: 'P', series: COLLATERALS[collateral], date: formatDay(day) }];
  return {
    collateral,
    priceDate: formatDay(day),
    loans: loans.length,
    due: loans.filter(({ amount, debt, threshold }) => amount * price * threshold < debt).length,
    falls: SHOCKS.map((fall) => {
      const hit = liquidatedBy(loans, price, fall);
      const path = `loans.${collateral.toLowerCase()}.fall-${Math.round(-100 * fall)}`;
      const rest = { params: { s: fall, table: LOANS }, inputs };
      return {
        fall,
        loans: hit.loans,
        debt: draw(`${path}.debt`, hit.debt, 'usd', 'loan-debt', rest),
        collateral: draw(`${path}.collateral`, hit.collateral, 'usd', 'loan-collateral', {
          ...rest,
          flags: ['extrapolated'],
        }),
      };
    }),
  };
}
