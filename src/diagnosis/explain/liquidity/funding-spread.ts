import { z } from 'zod';
import { formatDay } from '../../../data/time.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { explainPart } from '../part.ts';

const YEAR = 250;

const schema = z.object({
  /** Date of the two rates; null when they have none in common. */
  date: isoDay.nullable(),
  spread: figureSchema,
  /** Share of the last year's days with a spread at or below this one. */
  percentile: figureSchema,
});

/** SOFR less the interest on reserve balances: above zero, cash in the repo market costs more than the Fed pays for it. */
export const fundingSpread = explainPart({
  id: 'funding-spread',
  title: {
    'zh-Hans': '回购利率减准备金利率',
    'zh-Hant': '附買回利率減準備金利率',
    en: 'Repo rate less interest on reserves',
  },
  series: ['sofr', 'iorb'],
  schema,
  formulas: [
    formula(
      'funding-spread',
      '资金利差',
      '資金利差',
      'Funding spread',
      'S_t − I_t; S SOFR, I interest on reserve balances',
    ),
    formula(
      'funding-spread-percentile',
      '资金利差的历史分位',
      '資金利差的歷史分位',
      'Percentile of the funding spread',
      'share of the spreads of the last 250 days that are ≤ the latest, which is one of them',
    ),
  ],
  async compute({ view, figure }) {
    const panel = await view.panel({ ids: ['sofr', 'iorb'], join: 'intersection' });
    const [sofr, iorb] = panel.columns.map(({ values }) => values) as [Float64Array, Float64Array];
    const last = panel.dates.length - 1;
    const date = last < 0 ? null : formatDay(panel.dates[last]!);
    const from = Math.max(0, last - YEAR + 1);
    const spreads = sofr.map((rate, t) => rate - iorb[t]!).subarray(from);
    const latest = spreads.at(-1) ?? Number.NaN;
    const enough = last - from + 1 >= YEAR;
    const at = (symbol: string, series: string) => ({ symbol, series, date: date! });
    const why = 'SOFR and the interest on reserves have no day in common';
    return {
      date,
      spread: figure({
        path: 'spread',
        value: latest,
        unit: 'fraction-per-year',
        of: {
          formula: 'funding-spread',
          series: ['sofr', 'iorb'],
          ...(date ? { inputs: [at('S_t', 'sofr'), at('I_t', 'iorb')] } : {}),
        },
        why,
      }),
      percentile: figure({
        path: 'percentile',
        value: enough ? spreads.filter((spread) => spread <= latest).length / YEAR : Number.NaN,
        unit: 'fraction',
        of: { formula: 'funding-spread-percentile', series: ['sofr', 'iorb'] },
        ...(enough
          ? { window: { from: formatDay(panel.dates[from]!), to: date!, n: YEAR } }
          : { why: date ? `fewer than ${YEAR} days with both rates` : why }),
      }),
    };
  },
});
