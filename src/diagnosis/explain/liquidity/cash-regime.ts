import { z } from 'zod';
import type { FigureMaker } from '../../../data/figure.ts';
import type { Panel } from '../../../data/panel.ts';
import { ASSET_CLASSES } from '../../../data/series/entry.ts';
import { type EpochDay, epochDay, formatDay } from '../../../data/time.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { BASKET } from '../../scan/basket.ts';
import { explainPart } from '../part.ts';
import { cashIndex, classReturns, type Holding, shareBeating } from './cash-returns.ts';

const HORIZONS = [5, 20, 60] as const;
const RULE = { short: 20, long: 60, most: 1 / 3 } as const;
const LEAST_CLASSES = 4;
const FROM: EpochDay = epochDay(2006, 1, 1);
/** Sessions of history before a base rate is told: five years. */
const LEAST_SESSIONS = 1250;

/** The basket of the joint-fall score, and long Treasuries as a class of their own. */
const MEMBERS = [...BASKET, { id: 'tlt', assetClass: 'rates', reading: 'itself' } as const];
const CLASSES = [...new Set(MEMBERS.map(({ assetClass }) => assetClass))];
const CASH = 'us-3m';
const READ = [...MEMBERS.map(({ id }) => id), CASH];

const schema = z.object({
  /** Latest New York session; null: none known. */
  date: isoDay.nullable(),
  horizons: z.array(
    z.object({
      sessions: z.number().int(),
      cash: figureSchema,
      /** Share of the classes measured whose mean return beat bills. */
      beat: figureSchema,
      classes: z.array(z.object({ assetClass: z.enum(ASSET_CLASSES), change: figureSchema })),
    }),
  ),
  lamp: z.object({
    /** Null: not measured. */
    on: z.boolean().nullable(),
    /** New York session since which it has been as it is. */
    since: isoDay.nullable(),
    baseRate: figureSchema,
  }),
});

const WHY = 'fewer than four classes or no bill yield over these sessions';

/** Whether anything but cash has paid lately: every class against Treasury bills. */
export const cashRegime = explainPart({
  id: 'cash-regime',
  title: { 'zh-Hans': '现金为王', 'zh-Hant': '現金為王', en: 'Is cash king' },
  series: READ,
  schema,
  formulas: [
    formula(
      'cash-return',
      '国库券收益',
      '國庫券報酬',
      'Return of Treasury bills',
      'Σ y_d · Δ_d / 365 over the days of the span; y the three-month constant-maturity yield of the session before, Δ_d days to the next session. The bill fund’s price is not used: it lacks its dividends',
    ),
    formula(
      'cash-class-return',
      '类别收益',
      '類別報酬',
      'Return of a class',
      'mean over its members of p_t / p_{t−n} − 1 (credit: −4 · (s_t − s_{t−n}) of the high-yield spread), New York sessions, a value missing at an end being that of up to four sessions before; prices without dividends, the spread without its carry',
    ),
    formula(
      'cash-beaten-by',
      '跑赢现金的类别占比',
      '跑贏現金的類別占比',
      'Share of classes that beat cash',
      'classes with a return above that of bills / classes measured (at least 4)',
    ),
    formula(
      'cash-regime-base-rate',
      '现金为王的基准频率',
      '現金為王的基準頻率',
      'Base rate of the cash regime',
      'share of the New York sessions since 2006 on which at most a third of the classes beat cash over both 20 and 60 sessions, as it would have been told then',
    ),
  ],
  async compute({ view, figure }) {
    const panel = await view.panel({
      ids: READ,
      from: FROM - 120,
      join: { calendar: 'new-york' },
    });
    const market = marketOf(panel);
    const { last } = market;
    const lamps = lampsOf(market);
    const from = lamps.findIndex((lamp) => lamp !== null);
    const known = lamps.slice(Math.max(0, from)).filter((lamp) => lamp !== null);
    const on = lamps[last] ?? null;
    const enough = known.length >= LEAST_SESSIONS;
    return {
      date: last < 0 ? null : formatDay(panel.dates[last]!),
      horizons: HORIZONS.map((sessions) => horizonFigures(market, sessions, figure)),
      lamp: {
        on,
        since: on === null ? null : formatDay(panel.dates[firstOfRun(lamps, last)]!),
        baseRate: figure({
          path: 'base-rate',
          value: enough ? known.filter((lamp) => lamp === true).length / known.length : Number.NaN,
          unit: 'fraction',
          of: {
            formula: 'cash-regime-base-rate',
            series: READ,
            params: { short: RULE.short, long: RULE.long, most: RULE.most },
          },
          ...(enough
            ? {
                window: {
                  from: formatDay(panel.dates[from]!),
                  to: formatDay(panel.dates[last]!),
                  n: known.length,
                },
              }
            : { why: `fewer than ${LEAST_SESSIONS} sessions with both spans` }),
        }),
      },
    };
  },
});

interface CashMarket {
  readonly dates: Int32Array;
  readonly holdings: readonly Holding[];
  readonly cash: Float64Array;
  /** Latest row on which some holding has a value; −1: none. */
  readonly last: number;
}

function marketOf({ dates, columns }: Panel): CashMarket {
  const holdings = MEMBERS.map((member, k) => ({
    member,
    values:
      'from' in member && member.from ? after(dates, columns[k]!.values, member.from) : columns[k]!.values,
  }));
  let last = dates.length - 1;
  const spy = columns[0]!.values;
  while (last >= 0 && Number.isNaN(spy[last]!)) last--;
  return { dates, holdings, cash: cashIndex(dates, columns.at(-1)!.values), last };
}

function after(dates: Int32Array, values: Float64Array, from: EpochDay): Float64Array {
  return values.map((value, row) => (dates[row]! < from ? Number.NaN : value));
}

function shareAt({ holdings, cash }: CashMarket, row: number, sessions: number): number {
  const cashReturn = row < sessions ? Number.NaN : cash[row]! - cash[row - sessions]!;
  const { beat, measured } = shareBeating(classReturns(holdings, CLASSES, row, sessions), cashReturn);
  return Number.isNaN(cashReturn) || measured < LEAST_CLASSES ? Number.NaN : beat / measured;
}

/** Whether the lamp is on, by row; null where it is not measured. */
function lampsOf(market: CashMarket): readonly (boolean | null)[] {
  return Array.from({ length: market.last + 1 }, (_, row) => {
    if (market.dates[row]! < FROM) return null;
    const [short, long] = [shareAt(market, row, RULE.short), shareAt(market, row, RULE.long)];
    return Number.isNaN(short) || Number.isNaN(long) ? null : short <= RULE.most && long <= RULE.most;
  });
}

function firstOfRun<T>(values: readonly T[], last: number): number {
  let row = last;
  while (row > 0 && values[row - 1] === values[last]) row--;
  return row;
}

function horizonFigures(market: CashMarket, sessions: number, figure: FigureMaker) {
  const { dates, cash, holdings, last } = market;
  const measurable = last >= sessions;
  const window = measurable
    ? { window: { from: formatDay(dates[last - sessions]!), to: formatDay(dates[last]!), n: sessions } }
    : {};
  const params = { sessions };
  const returns = classReturns(holdings, CLASSES, last, sessions);
  return {
    sessions,
    cash: figure({
      path: `cash-${sessions}`,
      value: measurable ? cash[last]! - cash[last - sessions]! : Number.NaN,
      unit: 'fraction',
      of: { formula: 'cash-return', series: [CASH], params },
      ...window,
      why: 'no bill yield over these sessions',
    }),
    beat: figure({
      path: `beat-${sessions}`,
      value: shareAt(market, last, sessions),
      unit: 'fraction',
      of: { formula: 'cash-beaten-by', series: READ, params },
      ...window,
      why: WHY,
    }),
    classes: CLASSES.map((assetClass, c) => ({
      assetClass,
      change: figure({
        path: `${assetClass}-${sessions}`,
        value: returns[c]!,
        unit: 'fraction',
        of: {
          formula: 'cash-class-return',
          series: MEMBERS.filter((member) => member.assetClass === assetClass).map(({ id }) => id),
          params,
        },
        ...window,
        why: 'no member of the class has a value at both ends',
      }),
    })),
  };
}
