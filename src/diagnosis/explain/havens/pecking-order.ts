import { z } from 'zod';
import type { FigureMaker } from '../../../data/figure.ts';
import { changes } from '../../../data/panel.ts';
import { type EpochDay, epochDay, formatDay } from '../../../data/time.ts';
import type { View } from '../../../data/view.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { latestSession } from '../../sessions.ts';
import { explainPart } from '../part.ts';
import { EQUITY } from './returns.ts';
import {
  agreement,
  agreementP,
  LEAST_ASSETS,
  type Saleable,
  type Sold,
  saleable,
  saleOrder,
} from './sale-order.ts';
import { stressLines } from './stress-days.ts';
import { stressRecord } from './stress-record.ts';

/** What can be sold in size, with prices and volumes of its own. */
export const SALEABLE = [
  'spy',
  'qqq',
  'eem',
  'hyg',
  'tlt',
  'gld',
  'slv',
  'gdx',
  'uso',
  'btc-usd',
  'eth-usd',
] as const;
type Asset = (typeof SALEABLE)[number];

const FROM: EpochDay = epochDay(2010, 1, 1);
const LEVEL = 0.9;
const COINS: readonly Asset[] = ['btc-usd', 'eth-usd'];
/** Left out of the record: its days are picked by their falls. */
const US_EQUITIES: readonly Asset[] = ['spy', 'qqq'];

const schema = z.object({
  /** Sessions of the falls, and the last of them; null: not measured. */
  sessions: z.number().int(),
  date: isoDay.nullable(),
  /** In the order in which they are expected to be sold. */
  order: z.array(
    z.object({
      asset: z.enum(SALEABLE),
      predicted: z.number(),
      actual: z.number(),
      cost: figureSchema,
      gain: figureSchema,
      change: figureSchema,
      z: figureSchema,
    }),
  ),
  agreement: figureSchema,
  p: figureSchema,
  /** The same agreement at the end of earlier stress days: what a rule like this is worth. */
  record: z.object({ agreement: figureSchema, positive: figureSchema }),
});

/** Whether what was cheapest to turn into cash, and had gains, was sold first. */
export const peckingOrder = explainPart({
  id: 'pecking-order',
  title: { 'zh-Hans': '变现次序', 'zh-Hant': '變現次序', en: 'What is sold for cash first' },
  series: [...SALEABLE, ...SALEABLE.map((id) => `${id}.volume`), EQUITY],
  schema,
  formulas: [
    formula(
      'sale-cost',
      '变现成本',
      '變現成本',
      'Cost to cash',
      '10⁹ · mean of |P_t / P_{t−1} − 1| / (P_t V_t) over the 60 sessions before the falls: the impact of selling a billion dollars; of a coin, one exchange’s volume',
      'Amihud (2002), Illiquidity and stock returns, J. Financial Markets 5(1), eq. 1',
    ),
    formula(
      'sale-gain',
      '浮盈',
      '浮盈',
      'Gain to harvest',
      'P / mean P of the 250 sessions before the falls − 1: what a holder who bought over the year has gained',
    ),
    formula(
      'sale-change',
      '窗口内涨跌',
      '視窗內漲跌',
      'Change over the window',
      'Π (1 + r) − 1 over the sessions asked for',
    ),
    formula(
      'sale-z',
      '窗口内涨跌（σ）',
      '視窗內漲跌（σ）',
      'Change over the window in σ',
      'change / (s √n), s the trailing robust scale known before the window of n sessions',
    ),
    formula(
      'sale-agreement',
      '次序吻合度',
      '次序吻合度',
      'Agreement of the orders',
      'Spearman’s ρ of the predicted order (sum of the ranks by cost, low first, and by gain, high first) and of the order of the falls (z, lowest first)',
      'definition; Spearman (1904), American J. Psychology 15',
    ),
    formula(
      'sale-p',
      '吻合度的p值',
      '吻合度的p值',
      'p of the agreement',
      'one-sided: (1 + permutations of 1,999 with a ρ at least as high) / 2,000; the assets are dependent, so it flatters',
      'permutation test',
    ),
    formula(
      'sale-record',
      '压力日的平均吻合度',
      '壓力日的平均吻合度',
      'Mean agreement on earlier stress days',
      'mean ρ over windows of as many sessions that end on a stress day of the S&P 500 (below the 5 % quantile of the 1,250 sessions before) before the latest session, SPY and QQQ left out, whose falls pick the days',
    ),
    formula(
      'sale-record-positive',
      '吻合度为正的比例',
      '吻合度為正的比例',
      'Share of stress days with agreement',
      'share of the same windows with ρ > 0; 1/2 is expected of chance',
    ),
  ],
  async compute({ view, window, figure }) {
    const { dates, assets, equity } = await marketOf(view);
    const last = dates.length - 1;
    const sold = last < 0 ? [] : saleOrder(assets, last, window);
    const lines = stressLines(equity);
    const stress = [...dates.keys()].filter((t) => t < last && equity[t]! < lines[t]!);
    const others = assets.filter((_, k) => !US_EQUITIES.includes(SALEABLE[k]!));
    const past = stress
      .map((t) => agreement(saleOrder(others, t, window)))
      .filter((rho) => !Number.isNaN(rho));
    return {
      sessions: window,
      date: sold.length > 0 ? formatDay(dates[last]!) : null,
      order: sold
        .toSorted((a, b) => a.predicted - b.predicted || a.cost - b.cost)
        .map((one) => orderRow(one, window, figure)),
      ...agreementFigures(sold, figure),
      record: recordFigures(Float64Array.from(past), window, figure),
    };
  },
});

interface Market {
  readonly dates: Int32Array;
  readonly equity: Float64Array;
  readonly assets: readonly Saleable[];
}

async function marketOf(view: View): Promise<Market> {
  const to = latestSession('new-york', view.instant);
  const panel = await view.panel({
    ids: [EQUITY, ...SALEABLE, ...SALEABLE.map((id) => `${id}.volume`)],
    from: Math.min(FROM, to),
    to,
    join: { calendar: 'new-york' },
  });
  const column = (id: string) => panel.columns.find((one) => one.id === id)!;
  return {
    dates: panel.dates,
    equity: changes(column(EQUITY)),
    assets: SALEABLE.map((id) =>
      saleable(column(id).values, changes(column(id)), column(`${id}.volume`).values),
    ),
  };
}

function orderRow({ index, predicted, actual, ...one }: Sold, window: number, figure: FigureMaker) {
  const asset = SALEABLE[index]!;
  const draw = (
    path: 'cost' | 'gain' | 'change' | 'z',
    unit: 'fraction' | 'sigma' | 'fraction-per-1e9-usd',
    series: readonly string[],
  ) =>
    figure({
      path: `${asset}.${path}`,
      value: one[path],
      unit,
      of: { formula: `sale-${path}`, series, params: { sessions: window } },
      ...(path === 'cost' && COINS.includes(asset) ? { flags: ['proxy'] as const } : {}),
      why: FEW,
    });
  return {
    asset,
    predicted,
    actual,
    cost: draw('cost', 'fraction-per-1e9-usd', [asset, `${asset}.volume`]),
    gain: draw('gain', 'fraction', [asset]),
    change: draw('change', 'fraction', [asset]),
    z: draw('z', 'sigma', [asset]),
  };
}

const FEW = `fewer than ${LEAST_ASSETS} assets with price, volume and a year behind them`;

function agreementFigures(sold: readonly Sold[], figure: FigureMaker) {
  const draft = (path: string, formulaId: string, value: number, unit: 'ratio' | 'fraction') =>
    figure({
      path,
      value,
      unit,
      of: { formula: formulaId, series: [...SALEABLE], params: { assets: sold.length } },
      flags: ['unproven'],
      why: FEW,
    });
  return {
    agreement: draft('agreement', 'sale-agreement', agreement(sold), 'ratio'),
    p: draft('p', 'sale-p', agreementP(sold), 'fraction'),
  };
}

function recordFigures(past: Float64Array, window: number, figure: FigureMaker) {
  const found = stressRecord(past, LEVEL);
  const of = (id: string) => ({
    formula: id,
    series: [...SALEABLE, EQUITY],
    params: { sessions: window, days: past.length },
  });
  const why = 'fewer than 20 earlier stress days with an order';
  const banded = (band: { low: number; high: number }, how: string) => ({
    band: { low: band.low, high: band.high, level: LEVEL, how },
  });
  return {
    agreement: figure({
      path: 'record.agreement',
      value: found?.mean ?? Number.NaN,
      unit: 'ratio',
      of: of('sale-record'),
      ...(found ? banded(found.meanBand, 'stationary bootstrap') : {}),
      why,
    }),
    positive: figure({
      path: 'record.positive',
      value: found?.hit ?? Number.NaN,
      unit: 'fraction',
      of: of('sale-record-positive'),
      ...(found ? banded(found.hitBand, 'Wilson') : {}),
      why,
    }),
  };
}
