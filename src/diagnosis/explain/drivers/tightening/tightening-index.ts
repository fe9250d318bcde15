import { z } from 'zod';
import type { Series } from '../../../../data/observation.ts';
import { dayOf, type EpochDay, epochDay, formatDay } from '../../../../data/time.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { drawing } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import {
  BANKS,
  type Breadth,
  bankChange,
  breadthOf,
  HORIZONS,
  monthsBefore,
  rateOn,
} from './policy-changes.ts';

const FEWEST = 3;
/** Months of the picture. */
const MONTHS = 300;
/** From here on the rates of the Fed, the ECB and the Bank of Japan are all known. */
const FROM = epochDay(2009, 12, 31);
/** The verdict is read over this many months. */
const READ = 6;

const VERDICTS = ['supports', 'refutes', 'mixed'] as const;

const schema = z.object({
  date: isoDay.nullable(),
  banks: z.array(
    z.object({
      series: z.string(),
      rate: figureSchema,
      /** In the order of the horizons. */
      changes: z.array(figureSchema),
      real: figureSchema,
    }),
  ),
  horizons: z.array(
    z.object({
      months: z.number().int(),
      banks: z.number().int(),
      realBanks: z.number().int(),
      up: figureSchema,
      down: figureSchema,
      mean: figureSchema,
      real: figureSchema,
    }),
  ),
  /** How often more than half of the banks had raised over six months. */
  base: figureSchema,
  verdict: z.enum(VERDICTS).nullable(),
  /** Share of banks up less share down over twelve months, by the end of each month. */
  history: z.object({ dates: z.array(isoDay), net: z.array(z.number().nullable()) }),
  standing: z.literal('unproven'),
});

const SERIES = BANKS.flatMap(({ rate, prices }) => [rate, prices]);

/** Whether central banks tighten together: how many have raised, and whether real policy rates rise. */
export const tighteningIndex = explainPart({
  id: 'tightening-index',
  title: { 'zh-Hans': '同步收紧指数', 'zh-Hant': '同步緊縮指數', en: 'Synchronous tightening' },
  series: SERIES,
  schema,
  formulas: [
    formula(
      'tightening-rate',
      '政策利率',
      '政策利率',
      'Policy rate',
      'rate in force on the day, at most 45 days old; of the Fed the upper bound of its range',
    ),
    formula(
      'tightening-change',
      '政策利率的变化',
      '政策利率的變化',
      'Change of a policy rate',
      'r_t − r_{t−h}; h months of the calendar',
    ),
    formula(
      'tightening-real-change',
      '实际政策利率的变化',
      '實質政策利率的變化',
      'Change of a real policy rate',
      '(r_t − r_{t−h}) − (π_m − π_{m−h}); π consumer price inflation over twelve months of the latest month known, m, and of h months before it; h six months for a bank',
    ),
    formula(
      'tightening-up',
      '加息央行的占比',
      '升息央行的占比',
      'Share of banks up',
      'share of the banks with both rates whose r_t − r_{t−h} is above 0',
    ),
    formula(
      'tightening-down',
      '降息央行的占比',
      '降息央行的占比',
      'Share of banks down',
      'share of the banks with both rates whose r_t − r_{t−h} is below 0',
    ),
    formula(
      'tightening-mean',
      '平均变化',
      '平均變化',
      'Mean change',
      'mean of r_t − r_{t−h} over the banks, each counting the same',
    ),
    formula(
      'tightening-real',
      '实际利率的平均变化',
      '實質利率的平均變化',
      'Mean change of real rates',
      'mean of (r_t − r_{t−h}) − (π_m − π_{m−h}) over the banks whose inflation is known. The story of synchronous tightening is supported when over six months more than half of the banks are up and this mean is above 0, refuted when no more are up than down; anything else is mixed. The lines are ours and have no record',
    ),
    formula(
      'tightening-base',
      '基准频率',
      '基準頻率',
      'Base rate',
      'share of the ends of months since December 2009 at which, of at least three banks, more than half were up over six months',
    ),
  ],
  async compute({ view, figure }) {
    const all = await view.seriesMany(SERIES);
    const banks = BANKS.map(({ rate, prices }) => ({
      id: rate,
      rate: all.get(rate)!,
      prices: all.get(prices)!,
    }));
    const day = lastDay(banks, dayOf(view.instant));
    const changesOver = (months: number) =>
      banks.map(({ rate, prices }) => bankChange(rate, prices, day, months));
    const breadths = HORIZONS.map((months) => breadthOf(changesOver(months)));
    const six = breadths[HORIZONS.indexOf(READ)]!;
    const there = banks.filter(({ rate }) => Number.isFinite(rateOn(rate, day)));
    const ends = monthEnds(day);
    return {
      date: there.length > 0 ? formatDay(day) : null,
      banks: there.map(({ id, rate, prices }) => {
        const draw = drawing(figure, [id]);
        return {
          series: id,
          rate: draw(`${id}.rate`, rateOn(rate, day), 'fraction-per-year', 'tightening-rate'),
          changes: HORIZONS.map((months) =>
            draw(
              `${id}.change-${months}m`,
              bankChange(rate, prices, day, months).change,
              'fraction-per-year',
              'tightening-change',
              { params: { months }, why: NO_PAST },
            ),
          ),
          real: drawing(figure, [id, prices.entry.id])(
            `${id}.real`,
            bankChange(rate, prices, day, READ).real,
            'fraction-per-year',
            'tightening-real-change',
            { params: { months: READ }, why: 'inflation of the country is not known then and now' },
          ),
        };
      }),
      horizons: HORIZONS.map((months, k) => horizonOf(drawing(figure, SERIES), months, breadths[k]!)),
      base: drawing(
        figure,
        BANKS.map(({ rate }) => rate),
      )('base', baseOf(banks, ends), 'fraction', 'tightening-base', {
        why: 'fewer than 60 ends of months with three banks',
      }),
      verdict: verdictOf(six),
      history: historyOf(banks, ends),
      standing: 'unproven' as const,
    };
  },
});

const NO_PAST = 'the rate is not known both then and now';
const FEW = `fewer than ${FEWEST} central banks with a rate then and now`;

type Rates = readonly { readonly rate: Series; readonly prices: Series }[];

/** The day of the latest rate, at most that of the instant. */
function lastDay(banks: Rates, today: EpochDay): EpochDay {
  return Math.min(today, Math.max(0, ...banks.map(({ rate }) => rate.dates.at(-1) ?? 0)));
}

function horizonOf(draw: ReturnType<typeof drawing>, months: number, breadth: Breadth) {
  const { banks, realBanks } = breadth;
  const enough = banks >= FEWEST;
  const path = (name: string) => `${months}m.${name}`;
  const rest = { params: { months, banks }, flags: ['unproven' as const], why: FEW };
  const told = (value: number) => (enough ? value : Number.NaN);
  return {
    months,
    banks,
    realBanks,
    up: draw(path('up'), told(breadth.up), 'fraction', 'tightening-up', rest),
    down: draw(path('down'), told(breadth.down), 'fraction', 'tightening-down', rest),
    mean: draw(path('mean'), told(breadth.mean), 'fraction-per-year', 'tightening-mean', rest),
    real: draw(path('real'), told(breadth.real), 'fraction-per-year', 'tightening-real', {
      params: { months, banks: realBanks },
      flags: realBanks < banks ? ['unproven', 'proxy'] : ['unproven'],
      why: enough ? 'inflation of none of them is known then and now' : FEW,
    }),
  };
}

function verdictOf({ banks, up, down, real }: Breadth): (typeof VERDICTS)[number] | null {
  if (banks < FEWEST) return null;
  if (up <= down) return 'refutes';
  return up > 0.5 && real > 0 ? 'supports' : 'mixed';
}

/** Last days of the whole months before a day, oldest first. */
function monthEnds(day: EpochDay): readonly EpochDay[] {
  const ends: EpochDay[] = [];
  for (let back = 0; back < MONTHS; back++) {
    const first = monthsBefore(day, back);
    const end = first - new Date(first * 86_400_000).getUTCDate();
    if (end < FROM) break;
    ends.push(end);
  }
  return ends.reverse();
}

function breadthAt(banks: Rates, end: EpochDay, months: number): Breadth {
  const before = monthsBefore(end, months);
  return breadthOf(
    banks.map(({ rate }) => ({ change: rateOn(rate, end) - rateOn(rate, before), real: Number.NaN })),
  );
}

function baseOf(banks: Rates, ends: readonly EpochDay[]): number {
  const known = ends.map((end) => breadthAt(banks, end, READ)).filter((one) => one.banks >= FEWEST);
  return known.length < 60 ? Number.NaN : known.filter(({ up }) => up > 0.5).length / known.length;
}

function historyOf(banks: Rates, ends: readonly EpochDay[]) {
  const rows = ends.map((end) => breadthAt(banks, end, 12));
  const first = rows.findIndex((one) => one.banks >= FEWEST);
  if (first < 0) return { dates: [], net: [] };
  return {
    dates: ends.slice(first).map(formatDay),
    net: rows.slice(first).map(({ banks: n, up, down }) => (n < FEWEST ? null : up - down)),
  };
}
