import { z } from 'zod';
import type { Panel } from '../../../../data/panel.ts';
import { formatDay } from '../../../../data/time.ts';
import type { View } from '../../../../data/view.ts';
import { empiricalCdf } from '../../../../math/rank.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { type Draw, drawing, pointsOf, spanOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { bandOf, type Slope, slopeOf } from '../etf/slope.ts';
import { CHANNEL_SERIES, channelsOf, channelsSchema, logReturns } from './channels.ts';
import { TREASURY_FORMULAS } from './formulas.ts';
import { FUNDING_SERIES, fundingOf, fundingSchema } from './funding.ts';

const OWN = ['mstr', 'btc-usd', 'strategy-shares', 'strategy-btc-held', 'strategy-mnav'] as const;
const CLAIMS = ['strategy-debt', 'strategy-preferred', 'strategy-cash'] as const;
const METAPLANET = ['metaplanet', 'btc-usd', 'usd-jpy'] as const;
const METAPLANET_NAV = ['metaplanet-shares', 'metaplanet-btc-held'] as const;

const YEARS = 500;
const BETA = 120;
const POINTS = 520;
const LEVELS = [60_000, 75_000, 90_000, 100_000, 110_000, 125_000, 150_000] as const;
/** Price of bitcoin above which the notes say that the leverage turns. */
const TRIGGER = 110_000;

const line = z.array(z.number().nullable());

const schema = z.object({
  date: isoDay.nullable(),
  mnav: figureSchema,
  percentile: figureSchema,
  stated: figureSchema,
  /** What the stated ratio counts beyond the common shares. */
  added: figureSchema,
  enterprise: figureSchema,
  priceRatios: z.array(
    z.object({ id: z.string(), ratio: figureSchema, change: figureSchema, percentile: figureSchema }),
  ),
  metaplanetMnav: figureSchema,
  beta: figureSchema,
  betaAbove: figureSchema,
  betaBelow: figureSchema,
  conditional: z.array(z.object({ bitcoin: z.number(), price: figureSchema, constant: figureSchema })),
  funding: fundingSchema,
  channels: channelsSchema,
  series: z.object({ dates: z.array(isoDay), mnav: line, stated: line }),
});

const NO_SESSION = 'no session has the share, bitcoin, the shares and the holdings';
const SHORT = `fewer than ${YEARS} sessions`;
const FEW = `fewer than 30 sessions of the last ${BETA} with both returns`;

/** What the shares of bitcoin treasury companies cost against what they hold, how far they move with it, and who pays for the purchases. */
export const treasuryCompanies = explainPart({
  id: 'treasury-companies',
  title: { 'zh-Hans': '持币公司', 'zh-Hant': '持幣公司', en: 'Treasury companies' },
  series: [
    ...new Set([...OWN, ...CLAIMS, ...METAPLANET, ...METAPLANET_NAV, ...FUNDING_SERIES, ...CHANNEL_SERIES]),
  ],
  covers: (asset) => asset === 'btc-usd' || asset === 'mstr' || asset === 'metaplanet',
  schema,
  formulas: TREASURY_FORMULAS,
  async compute({ view, window, figure }) {
    const panel = await view.panel({ ids: OWN.slice(0, 4), join: 'intersection' });
    const draw = drawing(figure, OWN);
    const last = panel.dates.length - 1;
    const [price, bitcoin, shares, held] = panel.columns.map(({ values }) => values) as Four;
    const mnav = price.map((one, t) => (one * shares[t]!) / (held[t]! * bitcoin[t]!));
    const stated = await statedOn(view, panel);
    return {
      date: last < 0 ? null : formatDay(panel.dates[last]!),
      ...ratiosOf(draw, panel, mnav, stated, await claimsOf(view)),
      priceRatios: [
        priceRatio(
          drawing(figure, ['mstr', 'btc-usd']),
          'mstr',
          panel,
          (t) => price[t]! / bitcoin[t]!,
          window,
        ),
        await metaplanetRatio(view, drawing(figure, METAPLANET), window),
      ],
      metaplanetMnav: await metaplanetMnav(view, drawing(figure, [...METAPLANET, ...METAPLANET_NAV])),
      ...elasticityOf(drawing(figure, ['mstr', 'btc-usd']), panel),
      funding: await fundingOf(view, drawing(figure, FUNDING_SERIES)),
      channels: await channelsOf(view, drawing(figure, [...CHANNEL_SERIES, 'btc-usd']), window),
      series: {
        dates: Array.from(panel.dates.subarray(-POINTS), formatDay),
        mnav: pointsOf(mnav.subarray(-POINTS)),
        stated: pointsOf(stated.subarray(-POINTS)),
      },
    };
  },
});

type Four = [Float64Array, Float64Array, Float64Array, Float64Array];

/** The stated ratio on the dates of the panel; NaN where it has none. */
async function statedOn(view: View, { dates }: Panel): Promise<Float64Array> {
  const { dates: own, values } = await view.series('strategy-mnav');
  const at = new Map<number, number>(Array.from(own, (day, t) => [day, values[t]!]));
  return Float64Array.from(dates, (day) => at.get(day) ?? Number.NaN);
}

/** Debt, preferred shares and cash, each the last known; NaN without it. */
async function claimsOf(view: View): Promise<number> {
  const series = await view.seriesMany(CLAIMS);
  const [debt, preferred, cash] = CLAIMS.map((id) => series.get(id)!.values.at(-1) ?? Number.NaN) as [
    number,
    number,
    number,
  ];
  return debt + preferred - cash;
}

function ratiosOf(draw: Draw, panel: Panel, mnav: Float64Array, stated: Float64Array, claims: number) {
  const last = panel.dates.length - 1;
  const [price, bitcoin, shares, held] = panel.columns.map(({ values }) => values[last] ?? Number.NaN) as [
    number,
    number,
    number,
    number,
  ];
  const [now, given] = [mnav[last] ?? Number.NaN, stated[last] ?? Number.NaN];
  const value = held * bitcoin;
  const date = last < 0 ? '' : formatDay(panel.dates[last]!);
  const inputs = (['P', 'S', 'N', 'B', 'm'] as const).map((symbol, k) => ({ symbol, series: OWN[k]!, date }));
  const of = (symbols: string) =>
    last < 0 ? {} : { inputs: inputs.filter(({ symbol }) => symbols.includes(symbol)) };
  return {
    mnav: draw('mnav', now, 'ratio', 'treasury-mnav', { ...of('NPBS'), why: NO_SESSION }),
    percentile: percentileOf(draw, 'percentile', panel, mnav),
    stated: draw('stated', given, 'ratio', 'treasury-mnav-stated', {
      ...of('m'),
      why: 'the stated ratio has no value for the session',
    }),
    added: draw('added', (given - now) * value, 'usd', 'treasury-mnav-added', {
      ...of('mNPBS'),
      flags: ['proxy'],
      why: 'the stated ratio has no value for the session',
    }),
    enterprise: draw('enterprise', (shares * price + claims) / value, 'ratio', 'treasury-enterprise-mnav', {
      why: 'debt, preferred shares and cash of the company are not known',
    }),
  };
}

function percentileOf(draw: Draw, path: string, { dates }: Panel, values: Float64Array) {
  const rows = values.subarray(-YEARS);
  const enough = rows.length === YEARS && rows.every(Number.isFinite);
  return draw(
    path,
    enough ? empiricalCdf(rows, rows.at(-1)!) : Number.NaN,
    'fraction',
    'treasury-percentile',
    {
      ...(enough ? spanOf(dates, dates.length - YEARS, dates.length - 1) : {}),
      why: SHORT,
    },
  );
}

function priceRatio(draw: Draw, id: string, panel: Panel, of: (t: number) => number, window: number) {
  const values = Float64Array.from(panel.dates.keys(), of);
  const last = values.length - 1;
  const why = 'the share and bitcoin have no date in common';
  return {
    id,
    ratio: draw(`price-ratio.${id}`, values[last] ?? Number.NaN, 'ratio', 'treasury-price-ratio', {
      params: { series: id },
      ...(last < 0 ? {} : { window: spanOf(panel.dates, last, last).window }),
      why,
    }),
    change: draw(
      `price-ratio.${id}.change`,
      last >= window ? values[last]! / values[last - window]! - 1 : Number.NaN,
      'fraction',
      'treasury-price-ratio',
      {
        params: { series: id, sessions: window },
        ...(last >= window ? spanOf(panel.dates, last - window, last) : {}),
        why,
      },
    ),
    percentile: percentileOf(draw, `price-ratio.${id}.percentile`, panel, values),
  };
}

async function metaplanetRatio(view: View, draw: Draw, window: number) {
  const panel = await view.panel({ ids: METAPLANET, join: 'intersection' });
  const [share, bitcoin, yen] = panel.columns.map(({ values }) => values) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return priceRatio(draw, 'metaplanet', panel, (t) => share[t]! / (bitcoin[t]! * yen[t]!), window);
}

async function metaplanetMnav(view: View, draw: Draw) {
  const { columns, dates } = await view.panel({
    ids: [...METAPLANET, ...METAPLANET_NAV],
    join: 'intersection',
  });
  const [price, bitcoin, yen, shares, held] = columns.map(
    ({ values }) => values[dates.length - 1] ?? Number.NaN,
  ) as [number, number, number, number, number];
  return draw('metaplanet-mnav', (price * shares) / (held * bitcoin * yen), 'ratio', 'treasury-mnav', {
    params: { currency: 'jpy' },
    why: 'shares and holdings of Metaplanet are not known',
  });
}

function elasticityOf(draw: Draw, panel: Panel) {
  const [own, bitcoin] = logReturns(panel) as [Float64Array, Float64Array];
  const from = Math.max(0, own.length - BETA);
  const slope = slopeOf(own.subarray(from), bitcoin.subarray(from));
  const prices = panel.columns[1]!.values;
  const where = (keep: (before: number) => boolean) =>
    slopeOf(
      own.map((value, t) => (t > 0 && keep(prices[t - 1]!) ? value : Number.NaN)),
      bitcoin,
    );
  const beta = (
    path: string,
    found: Slope | undefined,
    params: Record<string, string | number>,
    why: string,
  ) =>
    draw(path, found?.slope ?? Number.NaN, 'ratio', 'treasury-beta', {
      params: { series: 'mstr', ...params, ...(found ? { rows: found.rows } : {}) },
      ...(found ? { band: bandOf(found) } : {}),
      why,
    });
  const few = `fewer than 30 sessions on that side of ${TRIGGER}`;
  const whole = panel.dates.length;
  return {
    beta: beta('beta', slope, { sessions: BETA }, FEW),
    betaAbove: beta(
      'beta-above',
      where((before) => before > TRIGGER),
      { sessions: whole, bitcoin: `above ${TRIGGER} the session before` },
      few,
    ),
    betaBelow: beta(
      'beta-below',
      where((before) => before <= TRIGGER),
      { sessions: whole, bitcoin: `up to ${TRIGGER} the session before` },
      few,
    ),
    conditional: LEVELS.map((level) => conditionalOf(draw, panel, slope, level)),
  };
}

function conditionalOf(draw: Draw, panel: Panel, slope: Slope | undefined, level: number) {
  const last = panel.dates.length - 1;
  const [price, bitcoin] = panel.columns.map(({ values }) => values[last] ?? Number.NaN) as [number, number];
  const at = (beta: number) => price * (level / bitcoin) ** beta;
  const ends = slope ? [at(bandOf(slope).low), at(bandOf(slope).high)].sort((a, b) => a - b) : [];
  return {
    bitcoin: level,
    price: draw(`at-${level}`, at(slope?.slope ?? Number.NaN), 'usd', 'treasury-conditional', {
      params: { bitcoin: level },
      ...(slope ? { band: { low: ends[0]!, high: ends[1]!, level: 0.95, how: bandOf(slope).how } } : {}),
      flags: ['unproven', 'extrapolated'],
      why: FEW,
    }),
    constant: draw(`at-${level}.constant`, at(1), 'usd', 'treasury-conditional', {
      params: { bitcoin: level, elasticity: 1 },
      flags: ['unproven', 'extrapolated'],
      why: NO_SESSION,
    }),
  };
}
