import { z } from 'zod';
import {
  CENTRAL_BANKS,
  type CentralBank,
  decisionBefore,
  nextDecision,
} from '../../../data/calendars/policy-meetings.ts';
import type { FigureMaker } from '../../../data/figure.ts';
import type { Series } from '../../../data/observation.ts';
import { dayOf, type EpochDay, formatDay } from '../../../data/time.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { explainPart } from '../part.ts';
import { type Dated, latestOf, valueOn } from './usd-liquidity.ts';

const RATES: Readonly<Record<CentralBank, readonly string[]>> = {
  fed: ['fed-target-upper', 'fed-target-lower'],
  ecb: ['ecb-deposit-rate'],
  boj: ['boj-policy-rate'],
  boe: ['boe-bank-rate'],
};

const schema = z.object({
  banks: z.array(
    z.object({
      bank: z.enum(CENTRAL_BANKS),
      series: z.array(z.string()),
      /** Day the rate is of; of the Fed the middle of its range. */
      date: isoDay.nullable(),
      rate: figureSchema,
      lastMove: z
        .object({
          /** First day the rate was in force, and the scheduled decision it goes back to (null: none is scheduled here). */
          effective: isoDay,
          decision: isoDay.nullable(),
          change: figureSchema,
        })
        .nullable(),
      nextDecision: isoDay.nullable(),
      /** Rate less the Fed's, and how that changed over a year; null for the Fed itself. */
      divergence: z.object({ now: figureSchema, overYear: figureSchema }).nullable(),
    }),
  ),
  /** What futures expect of the Fed's next meeting, and the move that this means. */
  expected: z.object({ date: isoDay.nullable(), rate: figureSchema, move: figureSchema }),
});

const YEAR_DAYS = 365;
/** A rate stands until it is changed: a source that is updated rarely is carried this long. */
const OLDEST = 45;

/** Central banks beside the Fed: rates, last and next decisions, and how far they stand apart. */
export const centralBanks = explainPart({
  id: 'central-banks',
  title: { 'zh-Hans': '全球央行', 'zh-Hant': '全球央行', en: 'Central banks' },
  series: [...Object.values(RATES).flat(), 'fed-expected-rate'],
  schema,
  formulas: [
    formula(
      'policy-rate',
      '政策利率',
      '政策利率',
      'Policy rate',
      'rate in force on day t: the middle of the Fed’s target range, the ECB’s deposit rate, the Bank of Japan’s call rate target, Bank Rate',
    ),
    formula(
      'policy-last-move',
      '上次变动',
      '上次變動',
      'Last move',
      'rate in force from the day it last changed, less the rate before',
    ),
    formula(
      'policy-divergence',
      '与美联储的利差',
      '與聯準會的利差',
      'Distance from the Fed',
      'x_t − f_t; x the bank’s rate, f the middle of the Fed’s range on the same day',
    ),
    formula(
      'policy-divergence-change',
      '一年来的分化',
      '一年來的分化',
      'Divergence over a year',
      '(x_t − f_t) − (x_{t−365} − f_{t−365}), t in days',
    ),
    formula(
      'policy-expected',
      '预期的下次利率',
      '預期的下次利率',
      'Rate expected for the next meeting',
      'upper bound of the target range expected after the next meeting by the federal funds futures',
      'CME FedWatch',
    ),
    formula(
      'policy-expected-move',
      '预期变动',
      '預期變動',
      'Move expected at the next meeting',
      'E_t − U_t; E the expected upper bound, U the upper bound of the range in force that day',
    ),
  ],
  async compute({ view, figure }) {
    const all = await view.seriesMany(centralBanks.series);
    const today = dayOf(view.instant);
    const fed = rateOf('fed', all);
    return {
      banks: CENTRAL_BANKS.map((bank) => bankFigures(bank, rateOf(bank, all), fed, today, figure)),
      expected: expectedFigures(all.get('fed-expected-rate'), all.get('fed-target-upper'), figure),
    };
  },
});

/** The rate of a bank by day: of a range its middle on the days that have both ends. */
function rateOf(bank: CentralBank, all: ReadonlyMap<string, Series>): readonly Dated[] {
  const [first, second] = RATES[bank].map((id) => all.get(id)!);
  return [...first!.dates.keys()].flatMap((row) => {
    const date = first!.dates[row]!;
    const other = second ? valueOn(second, date, 0)?.value : first!.values[row]!;
    return other === undefined ? [] : [{ date, value: exactly((first!.values[row]! + other) / 2) }];
  });
}

/** Rates come in hundredths of a percent, their middles in half of one. */
function exactly(rate: number): number {
  return Math.round(rate * 1e9) / 1e9;
}

function onDay(rates: readonly Dated[], day: EpochDay): Dated | undefined {
  const found = rates.findLast(({ date }) => date <= day);
  return found && found.date >= day - OLDEST ? found : undefined;
}

function lastMoveOf(rates: readonly Dated[]): { readonly to: Dated; readonly from: Dated } | undefined {
  for (let k = rates.length - 1; k > 0; k--) {
    if (rates[k]!.value !== rates[k - 1]!.value) return { to: rates[k]!, from: rates[k - 1]! };
  }
  return undefined;
}

function bankFigures(
  bank: CentralBank,
  rates: readonly Dated[],
  fed: readonly Dated[],
  today: EpochDay,
  figure: FigureMaker,
) {
  const series = RATES[bank];
  const latest = rates.at(-1);
  const move = lastMoveOf(rates);
  const why = `the rate of ${bank} has no value`;
  const decision = move && decisionBefore(bank, move.to.date);
  const next = nextDecision(bank, today);
  return {
    bank,
    series: [...series],
    date: latest ? formatDay(latest.date) : null,
    rate: figure({
      path: `${bank}.rate`,
      value: latest?.value ?? Number.NaN,
      unit: 'fraction-per-year',
      of: {
        formula: 'policy-rate',
        series,
        ...(latest
          ? { inputs: series.map((id) => ({ symbol: 'x_t', series: id, date: formatDay(latest.date) })) }
          : {}),
      },
      why,
    }),
    lastMove: move
      ? {
          effective: formatDay(move.to.date),
          decision: decision === undefined ? null : formatDay(decision),
          change: figure({
            path: `${bank}.move`,
            value: exactly(move.to.value - move.from.value),
            unit: 'fraction-per-year',
            of: { formula: 'policy-last-move', series },
            window: { from: formatDay(move.from.date), to: formatDay(move.to.date), n: 1 },
          }),
        }
      : null,
    nextDecision: next === undefined ? null : formatDay(next),
    divergence: bank === 'fed' ? null : divergenceFigures(bank, rates, fed, figure),
  };
}

function divergenceFigures(
  bank: CentralBank,
  rates: readonly Dated[],
  fed: readonly Dated[],
  figure: FigureMaker,
) {
  const latest = rates.at(-1);
  const day = Math.min(latest?.date ?? Number.NaN, fed.at(-1)?.date ?? Number.NaN);
  const apart = (at: EpochDay) => {
    const [own, other] = [onDay(rates, at), onDay(fed, at)];
    return own && other ? exactly(own.value - other.value) : Number.NaN;
  };
  const series = [...RATES[bank], ...RATES.fed];
  const now = apart(day);
  return {
    now: figure({
      path: `${bank}.divergence`,
      value: now,
      unit: 'fraction-per-year',
      of: { formula: 'policy-divergence', series },
      why: `the rate of ${bank} or of the Fed has no value`,
    }),
    overYear: figure({
      path: `${bank}.divergence-year`,
      value: exactly(now - apart(day - YEAR_DAYS)),
      unit: 'fraction-per-year',
      of: { formula: 'policy-divergence-change', series },
      why: `the rate of ${bank} or of the Fed has no value a year before`,
    }),
  };
}

function expectedFigures(expected: Series | undefined, upper: Series | undefined, figure: FigureMaker) {
  const rate = latestOf(expected);
  const now = rate && valueOn(upper, rate.date, 7);
  return {
    date: rate ? formatDay(rate.date) : null,
    rate: figure({
      path: 'expected.rate',
      value: rate?.value ?? Number.NaN,
      unit: 'fraction-per-year',
      of: { formula: 'policy-expected', series: ['fed-expected-rate'] },
      why: 'fed-expected-rate has no value',
    }),
    move: figure({
      path: 'expected.move',
      value: rate && now ? rate.value - now.value : Number.NaN,
      unit: 'fraction-per-year',
      of: { formula: 'policy-expected-move', series: ['fed-expected-rate', 'fed-target-upper'] },
      why: rate ? 'no upper bound of the range near that day' : 'fed-expected-rate has no value',
    }),
  };
}
