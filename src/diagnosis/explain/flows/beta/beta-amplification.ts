import { z } from 'zod';
import { changes } from '../../../../data/panel.ts';
import type { View } from '../../../../data/view.ts';
import { percentileBand, stationaryBootstrapIndices } from '../../../../math/bootstrap.ts';
import { studentTQuantile } from '../../../../math/distributions.ts';
import { quantile } from '../../../../math/quantile.ts';
import { stream } from '../../../../math/random.ts';
import { classical, ols, standardErrors } from '../../../../math/regression.ts';
import { valuesAt } from '../../../../math/values-at.ts';
import { principalComponents } from '../../../../measures/principal-components.ts';
import { figureSchema } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { type Draw, drawing, spanOf } from '../../drawing.ts';
import { havenReturns, seriesBehind } from '../../havens/returns.ts';
import { explainPart } from '../../part.ts';
import { bandOf, slopeOf } from '../etf/slope.ts';

const COINS = ['eth-usd', 'bnb-usd', 'sol-usd', 'xrp-usd', 'doge-usd', 'zec-usd'] as const;
const RISK = [
  'btc-usd',
  'eth-usd',
  'spy',
  'qqq',
  'iwm',
  'eem',
  'smh',
  'igv',
  'hyg',
  'silver-front',
  'gold-front',
] as const;
const MARKET = 'spy';
const COINS_AT_CLOSE = ['btc-usd', 'eth-usd'] as const;

const ROWS = 250;
const VOLUME_ROWS = 30;
const SESSIONS = 500;
const TAIL = 0.1;
const LEVEL = 0.95;
const SEED = 20260206;
const DRAWS = 300;

const schema = z.object({
  coins: z.array(
    z.object({ id: z.string(), beta: figureSchema, volume: figureSchema, change: figureSchema }),
  ),
  /** Change of the downside beta for ten times the volume. */
  slope: figureSchema,
  button: z.object({
    days: z.number().int(),
    shareOnFalls: figureSchema,
    /** On such days of the 500 sessions before. */
    shareBefore: figureSchema,
    shareOnAll: figureSchema,
    /** Correlation of each with the common factor on the days of falls, largest first. */
    loadings: z.array(
      z.object({ id: z.string(), loading: figureSchema, before: figureSchema, onAll: figureSchema }),
    ),
  }),
});

const FEW = `fewer than 30 days of the last ${ROWS} on which bitcoin fell`;
const FEW_SESSIONS = `fewer than ${SESSIONS} sessions that all risk assets have`;
const FEW_BEFORE = `fewer than ${2 * SESSIONS} sessions that all risk assets have`;

const BETA_FORMULAS = [
  formula(
    'downside-beta',
    '下行贝塔',
    '下行貝塔',
    'Downside beta',
    'slope of the coin’s log return on that of bitcoin with a constant, over the days of the last 250 on which bitcoin fell; band: Newey–West',
    'Ang, Chen & Xing (2006), Review of Financial Studies 19(4), eq. 4 (with 0 in place of the mean)',
  ),
  formula(
    'dollar-volume',
    '美元成交量',
    '美元成交量',
    'Dollar volume',
    'mean of close × volume over the last 30 days on Binance: a stand-in for depth',
  ),
  formula(
    'coin-return',
    '币价变动',
    '幣價變動',
    'Change of the coin',
    'P_t/P_{t−n} − 1 over the last n = params.days rows',
  ),
  formula(
    'beta-by-volume',
    '贝塔随成交量的变化',
    '貝塔隨成交量的變化',
    'Downside beta by volume',
    'slope of the downside beta on log₁₀ of the dollar volume across the coins, least squares; band: Student’s t with n − 2 degrees of freedom; of a handful of coins',
  ),
  formula(
    'common-factor-share',
    '共同因子的份额',
    '共同因子的份額',
    'Share of the common factor',
    'λ₁/Σλ of the correlation matrix of log returns over the last 500 sessions, or the 500 before, or those of them on which the S&P 500 fund is in its lowest tenth; bitcoin and ether between New York closes where bars reach them, else by UTC days; choosing days by a fall lowers correlations by itself',
    'Jolliffe (2002), Principal Component Analysis, 2nd ed., ch. 3',
  ),
  formula(
    'common-factor-loading',
    '对共同因子的载荷',
    '對共同因子的負荷',
    'Loading on the common factor',
    'v₁ √λ₁: correlation of the asset with the first principal component over the same sessions; band: percentiles of 300 draws of the days with replacement',
    'Jolliffe (2002), Principal Component Analysis, 2nd ed., eq. 2.3.2',
  ),
] as const;

/** Whether smaller coins fall further than bitcoin, and how much of a fall is one button pressed for all risk assets. */
export const betaAmplification = explainPart({
  id: 'beta-amplification',
  title: {
    'zh-Hans': '贝塔放大与同一颗减仓按钮',
    'zh-Hant': '貝塔放大與同一顆減倉按鈕',
    en: 'Amplified betas and the one button',
  },
  series: [
    ...new Set([
      ...COINS,
      ...COINS.map((id) => `${id}.volume`),
      ...RISK,
      ...COINS_AT_CLOSE.flatMap(seriesBehind),
    ]),
  ],
  covers: (asset) => asset === 'btc-usd' || COINS.some((id) => id === asset),
  schema,
  formulas: BETA_FORMULAS,
  async compute({ view, window, figure }) {
    const coins = await Promise.all(
      COINS.map((id) => coinOf(view, drawing(figure, [id, 'btc-usd']), id, window)),
    );
    return {
      coins,
      slope: slopeByVolume(drawing(figure, COINS), coins),
      button: await buttonOf(view, drawing(figure, RISK)),
    };
  },
});

type Coin = z.infer<typeof schema>['coins'][number];

async function coinOf(view: View, draw: Draw, id: string, days: number): Promise<Coin> {
  const panel = await view.panel({ ids: [id, 'btc-usd', `${id}.volume`], join: 'first' });
  const [own, bitcoin] = panel.columns
    .slice(0, 2)
    .map((column) => changes(column).map(Math.log1p).subarray(-ROWS)) as [Float64Array, Float64Array];
  const slope = slopeOf(
    own,
    bitcoin.map((value) => (value < 0 ? value : Number.NaN)),
  );
  const [price, , volume] = panel.columns.map(({ values }) => values) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const dollars = price.map((one, t) => one * volume[t]!).subarray(-VOLUME_ROWS);
  const full = dollars.length === VOLUME_ROWS;
  const last = price.length - 1;
  const span = (rows: number, n = rows) =>
    last >= rows - 1 ? spanOf(panel.dates, last - rows + 1, last, n) : {};
  return {
    id,
    beta: draw(`${id}.beta`, slope?.slope ?? Number.NaN, 'ratio', 'downside-beta', {
      ...(slope ? { ...span(ROWS, slope.rows), band: bandOf(slope) } : {}),
      why: FEW,
    }),
    volume: draw(
      `${id}.volume`,
      full ? dollars.reduce((sum, one) => sum + one, 0) / VOLUME_ROWS : Number.NaN,
      'usd',
      'dollar-volume',
      {
        ...span(VOLUME_ROWS),
        flags: ['proxy'],
        why: `a day of the last ${VOLUME_ROWS} has no volume`,
      },
    ),
    change: draw(
      `${id}.change`,
      last >= days ? price[last]! / price[last - days]! - 1 : Number.NaN,
      'fraction',
      'coin-return',
      {
        params: { days },
        ...span(days + 1),
        why: 'too few days',
      },
    ),
  };
}

function slopeByVolume(draw: Draw, coins: readonly Coin[]) {
  const known = coins.filter(
    ({ beta, volume }) => beta.value !== null && volume.value !== null && volume.value > 0,
  );
  const n = known.length;
  const x = Float64Array.from(known.flatMap(({ volume }) => [1, Math.log10(volume.value!)]));
  const fit =
    n > 3
      ? ols(
          Float64Array.from(known, ({ beta }) => beta.value!),
          x,
          n,
          2,
        )
      : undefined;
  const reach = fit
    ? studentTQuantile((1 + LEVEL) / 2, n - 2) * standardErrors(classical(fit), 2)[1]!
    : Number.NaN;
  return draw('slope', fit?.beta[1] ?? Number.NaN, 'ratio', 'beta-by-volume', {
    params: { coins: n },
    ...(fit
      ? {
          band: {
            low: fit.beta[1]! - reach,
            high: fit.beta[1]! + reach,
            level: LEVEL,
            how: `Student’s t, ${n - 2} degrees of freedom`,
          },
        }
      : {}),
    flags: ['proxy', 'unproven'],
    why: 'fewer than 4 coins with a downside beta and a volume',
  });
}

async function buttonOf(view: View, draw: Draw) {
  const sample = await riskReturns(view);
  const last = sample.dates.length - 1;
  const now = windowOf(sample, last - SESSIONS + 1);
  const before = windowOf(sample, last - 2 * SESSIONS + 1);
  const [onFalls, onAll, earlier] = [now.falls, now.all, before.falls].map(componentOf);
  const bands = onFalls ? loadingBands(now.falls) : undefined;
  const one = (path: string, value: number, formulaId: string, of: string, rest: object = now.span) =>
    draw(`button.${path}`, value, formulaId === 'common-factor-share' ? 'fraction' : 'ratio', formulaId, {
      params: { days: of },
      ...rest,
      why: FEW_SESSIONS,
    });
  const [tenth, every] = [`lowest tenth of ${MARKET}`, 'all'];
  const none = Number.NaN;
  const loadings = RISK.map((id, k) => ({
    id,
    loading: one(`loading.${id}`, onFalls?.loadings[k] ?? none, 'common-factor-loading', tenth, {
      ...now.span,
      ...(bands ? { band: bands[k]! } : {}),
    }),
    before: draw(
      `button.loading.${id}.before`,
      earlier?.loadings[k] ?? none,
      'ratio',
      'common-factor-loading',
      { params: { days: tenth }, ...before.span, why: FEW_BEFORE },
    ),
    onAll: one(`loading.${id}.all`, onAll?.loadings[k] ?? none, 'common-factor-loading', every),
  }));
  return {
    days: now.falls[0]?.length ?? 0,
    shareOnFalls: one('share', onFalls?.share ?? none, 'common-factor-share', tenth),
    shareBefore: draw('button.share.before', earlier?.share ?? none, 'fraction', 'common-factor-share', {
      params: { days: tenth },
      ...before.span,
      why: FEW_BEFORE,
    }),
    shareOnAll: one('share.all', onAll?.share ?? none, 'common-factor-share', every),
    loadings: loadings.sort(
      (a, b) => (b.loading.value ?? 0) - (a.loading.value ?? 0) || (a.id < b.id ? -1 : 1),
    ),
  };
}

interface RiskReturns {
  readonly dates: Int32Array;
  readonly columns: readonly Float64Array[];
}

/** Log returns of the risk assets on the sessions that all have; bitcoin and ether between New York closes where bars reach them. */
async function riskReturns(view: View): Promise<RiskReturns> {
  const havens = await havenReturns(view);
  const { dates } = havens;
  if (dates.length === 0) return { dates, columns: RISK.map(() => new Float64Array(0)) };
  const panel = await view.panel({
    ids: RISK,
    from: dates[0]!,
    to: dates.at(-1)!,
    join: { calendar: 'new-york' },
  });
  const columns = panel.columns.map((column) => {
    const coin = COINS_AT_CLOSE.find((id) => id === column.id);
    return (coin ? havens.of(coin) : changes(column)).map(Math.log1p);
  });
  const rows = Int32Array.from(
    [...dates.keys()].filter((t) => columns.every((column) => Number.isFinite(column[t]!))),
  );
  return {
    dates: Int32Array.from(rows, (t) => dates[t]!),
    columns: columns.map((column) => valuesAt(column, rows)),
  };
}

/** 500 sessions from a row on: all of them, and those on which the market is in its lowest tenth; empty when they are fewer. */
function windowOf({ dates, columns }: RiskReturns, from: number) {
  if (from < 0) return { all: [], falls: [], span: {} };
  const all = columns.map((column) => column.subarray(from, from + SESSIONS));
  const market = all[RISK.indexOf(MARKET)]!;
  const cut = quantile(market, TAIL);
  return {
    all,
    falls: all.map((one) => one.filter((_, t) => market[t]! <= cut)),
    span: spanOf(dates, from, from + SESSIONS - 1),
  };
}

/** Percentile band of each loading: the days are drawn anew, each with all its assets. */
function loadingBands(columns: readonly Float64Array[]) {
  const days = columns[0]!.length;
  const random = stream(SEED);
  const at = new Int32Array(days);
  const draws = columns.map(() => new Float64Array(DRAWS).fill(Number.NaN));
  for (let draw = 0; draw < DRAWS; draw++) {
    stationaryBootstrapIndices(days, 1, random, at);
    const found = componentOf(columns.map((column) => valuesAt(column, at)));
    for (const [k, loading] of (found?.loadings ?? []).entries()) draws[k]![draw] = loading;
  }
  return draws.map((one) => {
    const { low, high } = percentileBand(one, LEVEL);
    return { low, high, level: LEVEL, how: 'bootstrap of the days' };
  });
}

/** Share and loadings of the first principal component; undefined when a column is missing or does not vary. */
function componentOf(columns: readonly Float64Array[]) {
  if (columns.length === 0) return undefined;
  const found = principalComponents(columns);
  if (typeof found === 'string' || found.used.length < columns.length) return undefined;
  const n = columns.length;
  const root = Math.sqrt(found.eigenvalues[0]!);
  return { share: found.explained[0]!, loadings: columns.map((_, k) => found.vectors[k * n]! * root) };
}
