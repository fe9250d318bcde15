import { z } from 'zod';
import { formatDay } from '../../../../data/time.ts';
import { mean, standardDeviation } from '../../../../math/moments.ts';
import { ols } from '../../../../math/regression.ts';
import { valuesAt } from '../../../../math/values-at.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { type Draw, dayAt, drawing, pointsOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { readSessions, type Sessions } from '../sessions.ts';
import { ASSUMED, EXPOSURE_TABLE, type Exposure, exposuresIn } from './exposure-scores.ts';
import { priceReturns } from './price-returns.ts';
import { SECTOR_MARKET } from './sectors.ts';

/** Sessions before the window from which the spread’s beta and size are measured, and the fewest of them. */
const SAMPLE = 250;
const LEAST = 120;
/** Sessions of the picture. */
const SHOWN = 250;

const SIDES = ['gains', 'loses'] as const;

const schema = z.object({
  from: isoDay.nullable(),
  date: isoDay.nullable(),
  /** Whether the scores are ours or come from the reader’s table. */
  scores: z.enum(['assumed', 'supplied']),
  refused: z.number().int(),
  members: z.array(
    z.object({
      series: z.string(),
      side: z.enum(SIDES),
      score: z.number(),
      /** Within its side. */
      weight: figureSchema,
      moved: figureSchema,
    }),
  ),
  gains: figureSchema,
  loses: figureSchema,
  spread: figureSchema,
  beta: figureSchema,
  /** Spread less its beta times the market. */
  beyond: figureSchema,
  score: figureSchema,
  /** Share of earlier windows of that length, which do not overlap, with a spread at least as high. */
  rarity: figureSchema,
  path: z.object({ dates: z.array(isoDay), values: z.array(z.number().nullable()) }),
  standing: z.literal('unproven'),
});

const IDS = [SECTOR_MARKET, ...ASSUMED.map(({ series }) => series)];

/** Whether those said to gain by artificial intelligence beat those said to lose by it, beside what the market does to both. */
export const aiBaskets = explainPart({
  id: 'ai-baskets',
  title: {
    'zh-Hans': '受益与受损组合',
    'zh-Hant': '受益與受損組合',
    en: 'Baskets of those that gain and those that lose',
  },
  series: IDS,
  schema,
  formulas: [
    formula(
      'basket-weight',
      '权重',
      '權重',
      'Weight in its basket',
      '|s_i| / Σ |s_j| over the members of the same sign with a price at both ends; s the exposure score from −1 to 1, an assumption unless the reader supplies it',
    ),
    formula(
      'basket-move',
      '成分变动',
      '成分變動',
      'Move of a member',
      'P_t / P_{t−w} − 1 over w sessions, dividends left out',
    ),
    formula(
      'basket-return',
      '组合变动',
      '組合變動',
      'Return of a basket',
      'Π (1 + Σ w_i r_i,t) − 1 over the window, weights restored every session, no costs',
    ),
    formula(
      'basket-spread',
      '多空差',
      '多空差',
      'Spread of the baskets',
      'return of the basket of gains less that of the basket of losses over the window',
    ),
    formula(
      'basket-beta',
      '多空差的贝塔',
      '多空差的貝塔',
      'Beta of the spread',
      `slope of the daily spread on the return of the S&P 500 fund, least squares, the ${SAMPLE} sessions before the window`,
    ),
    formula(
      'basket-beyond',
      '扣除大盘后的多空差',
      '扣除大盤後的多空差',
      'Spread beside the market',
      'spread − β times the return of the S&P 500 fund over the window',
    ),
    formula(
      'basket-score',
      '以标准差计的多空差',
      '以標準差計的多空差',
      'Size of the spread',
      'Σ (d_t − β m_t) over the window / (s √w); d the daily spread, s the standard deviation of d − β m over the sample',
    ),
    formula(
      'basket-rarity',
      '此前至少如此的比例',
      '此前至少如此的比例',
      'Earlier windows with as much',
      'share of the earlier windows of the same length, which do not overlap, whose sum of daily spreads is at least as far from 0 on the same side; at least 30',
    ),
  ],
  covers: (asset) => IDS.includes(asset) || asset === 'nasdaq-100' || asset === 'sp500',
  async compute({ view, figure, window }) {
    const given = exposuresIn(await view.table(EXPOSURE_TABLE), (id) => view.entry(id) !== undefined);
    const supplied = given.scores.length > 0;
    const scores = supplied ? given.scores : ASSUMED;
    const ids = [SECTOR_MARKET, ...scores.map(({ series }) => series)];
    const sessions = await readSessions(view, ids, window);
    const flags = supplied ? (['unproven'] as const) : (['proxy', 'unproven'] as const);
    const base = drawing(figure, ids);
    const draw: Draw = (path, value, unit, of, rest = {}) => base(path, value, unit, of, { flags, ...rest });
    const found = basketsOf(sessions, scores, window);
    const { first, last, dates } = found;
    return {
      from: dayAt(dates, first),
      date: dayAt(dates, last),
      scores: supplied ? ('supplied' as const) : ('assumed' as const),
      refused: given.refused,
      members: memberFigures(sessions, found, draw),
      ...spreadFigures(found, window, draw),
      path: pathOf(found),
      standing: 'unproven' as const,
    };
  },
});

const NO_SIDE = 'a basket has no member with a price at both ends of the window';
const SHORT = `fewer than ${LEAST} sessions before the window`;
const FEW = 'fewer than 30 earlier windows';

interface Member extends Exposure {
  readonly weight: number;
  readonly returns: Float64Array;
}

interface Baskets {
  readonly dates: Int32Array;
  readonly first: number;
  readonly last: number;
  readonly members: readonly Member[];
  readonly market: Float64Array;
  readonly gains: Float64Array;
  readonly loses: Float64Array;
  /** Both sides have a member. */
  readonly whole: boolean;
}

function basketsOf({ dates, get }: Sessions, scores: readonly Exposure[], window: number): Baskets {
  const returns = (id: string) => priceReturns(get(id), dates.length);
  const market = returns(SECTOR_MARKET);
  const last = market.findLastIndex(Number.isFinite);
  const first = last < window ? -1 : last - window;
  const there = scores
    .map((one) => ({ ...one, returns: returns(one.series) }))
    .filter(({ returns: own }) => first >= 0 && own.subarray(first + 1, last + 1).every(Number.isFinite));
  const members = there.map((one) => {
    const side = there.filter(({ score }) => Math.sign(score) === Math.sign(one.score));
    return {
      ...one,
      weight: Math.abs(one.score) / side.reduce((sum, { score }) => sum + Math.abs(score), 0),
    };
  });
  const side = (sign: number) => members.filter(({ score }) => Math.sign(score) === sign);
  const together = (of: readonly Member[]) =>
    dates.length === 0 || of.length === 0
      ? new Float64Array(dates.length).fill(Number.NaN)
      : Float64Array.from(dates, (_, t) => of.reduce((sum, one) => sum + one.weight * one.returns[t]!, 0));
  const whole = side(1).length > 0 && side(-1).length > 0;
  return { dates, first, last, members, market, gains: together(side(1)), loses: together(side(-1)), whole };
}

function memberFigures(sessions: Sessions, { members, first, last, dates }: Baskets, draw: Draw) {
  return members.map(({ series, score, weight }) => {
    const values = sessions.get(series)!.values;
    const window = { from: formatDay(dates[first]!), to: formatDay(dates[last]!), n: last - first };
    return {
      series,
      side: SIDES[score > 0 ? 0 : 1],
      score,
      weight: draw(`${series}.weight`, weight, 'fraction', 'basket-weight'),
      moved: draw(`${series}.move`, values[last]! / values[first]! - 1, 'fraction', 'basket-move', {
        window,
        flags: [],
      }),
    };
  });
}

function spreadFigures(baskets: Baskets, window: number, draw: Draw) {
  const { gains, loses, market, first, last, whole, dates } = baskets;
  const over = (returns: Float64Array) =>
    whole ? returns.subarray(first + 1, last + 1).reduce((level, r) => level * (1 + r), 1) - 1 : Number.NaN;
  const daily = gains.map((gain, t) => gain - loses[t]!);
  const model = whole ? spreadModel(daily, market, first) : undefined;
  const spread = over(gains) - over(loses);
  const own = daily.map((d, t) => d - (model?.beta ?? Number.NaN) * market[t]!);
  const sum = own.subarray(first + 1, last + 1).reduce((total, d) => total + d, 0);
  const why = whole ? SHORT : NO_SIDE;
  const span = whole
    ? { window: { from: formatDay(dates[first]!), to: formatDay(dates[last]!), n: window } }
    : {};
  return {
    gains: draw('gains', over(gains), 'fraction', 'basket-return', { ...span, why: NO_SIDE }),
    loses: draw('loses', over(loses), 'fraction', 'basket-return', { ...span, why: NO_SIDE }),
    spread: draw('spread', spread, 'fraction', 'basket-spread', { ...span, why: NO_SIDE }),
    beta: draw('beta', model?.beta ?? Number.NaN, 'ratio', 'basket-beta', {
      params: { sessions: model?.rows ?? 0 },
      why,
    }),
    beyond: draw('beyond', spread - (model?.beta ?? Number.NaN) * over(market), 'fraction', 'basket-beyond', {
      ...span,
      why,
    }),
    score: draw(
      'score',
      model ? sum / (model.scale * Math.sqrt(window)) : Number.NaN,
      'sigma',
      'basket-score',
      { ...span, why },
    ),
    rarity: rarityOf(daily, baskets, window, draw),
  };
}

function spreadModel(daily: Float64Array, market: Float64Array, first: number) {
  const rows = Array.from({ length: Math.min(SAMPLE, first + 1) }, (_, k) => first - k).filter((t) =>
    Number.isFinite(daily[t]! + market[t]!),
  );
  if (rows.length < LEAST) return undefined;
  const y = valuesAt(daily, rows);
  const fit = ols(y, new Float64Array(rows.flatMap((t) => [1, market[t]!])), rows.length, 2);
  const beta = fit?.beta[1] ?? Number.NaN;
  const scale = standardDeviation(Float64Array.from(rows, (t) => daily[t]! - beta * market[t]!));
  return scale > 0 ? { beta, scale, rows: rows.length } : undefined;
}

function rarityOf(daily: Float64Array, { first, last, whole }: Baskets, window: number, draw: Draw) {
  const sumTo = (row: number) => window * mean(daily, row + 1 - window, row + 1);
  const now = whole ? sumTo(last) : Number.NaN;
  const earlier: number[] = [];
  for (let row = whole ? first : -1; row >= window; row -= window) {
    const sum = sumTo(row);
    if (Number.isFinite(sum)) earlier.push(sum);
  }
  const reached = earlier.filter((sum) => (now >= 0 ? sum >= now : sum <= now)).length;
  return draw(
    'rarity',
    earlier.length < 30 ? Number.NaN : reached / earlier.length,
    'fraction',
    'basket-rarity',
    { params: { windows: earlier.length }, why: whole ? FEW : NO_SIDE },
  );
}

/** What one in the gains and minus one in the losses have added up to. */
function pathOf({ gains, loses, whole, dates, last }: Baskets) {
  if (!whole) return { dates: [], values: [] };
  const from = Math.max(1, last + 1 - SHOWN);
  let sum = 0;
  const values = Float64Array.from({ length: last + 1 - from }, (_, k) => {
    const step = gains[from + k]! - loses[from + k]!;
    if (Number.isFinite(step)) sum += step;
    return Number.isFinite(step) ? sum : Number.NaN;
  });
  const days = Array.from(values, (_, k) => formatDay(dates[from + k]!));
  return { dates: days, values: pointsOf(values) };
}
