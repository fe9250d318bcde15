import { z } from 'zod';
import type { FigureMaker } from '../../../data/figure.ts';
import { ASSET_CLASSES } from '../../../data/series/entry.ts';
import { CROSS_CLASS_15 } from '../../../data/series/universe.ts';
import { formatDay } from '../../../data/time.ts';
import type { View } from '../../../data/view.ts';
import { normalQuantile } from '../../../math/distributions.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { rowsWindow } from '../../scan/rows.ts';
import { latestSession } from '../../sessions.ts';
import { drawing, pointsOf } from '../drawing.ts';
import { explainPart } from '../part.ts';
import { CHANNEL_FACTORS, CHANNELS, channelSplit, ORDERS } from './channel-shares.ts';
import { bandOf, fitWindow, totals, WINDOW, type WindowFit } from './fit.ts';
import { FREQUENCY_BANDS, frequencySplit } from './frequency.ts';
import { closeBarsOf, type NewYorkRows, newYorkRows } from './new-york-rows.ts';
import { SPILLOVER_FORMULAS } from './spillover-formulas.ts';

/** Strongest pairs that are told. */
const EDGES = 15;
/** Most points of the history, so that it stays a picture. */
const POINTS = 500;

const SENDERS = ['semiconductors', 'nasdaq-100'] as const;
const RECEIVERS = ['btc-usd', 'gdx', 'gld'] as const;
const FACTORS: readonly string[] = Object.values(CHANNEL_FACTORS).flat();
const LEVEL = 0.9;

const schema = z.object({
  /** Last session of the window, and of the one before it; null when there is none. */
  date: isoDay.nullable(),
  yearBefore: isoDay.nullable(),
  /** Members without a value in the session or with too short a history. */
  leftOut: z.array(z.string()),
  /** Coins that stand with their UTC day, which ends after the New York close. */
  utcDays: z.array(z.string()),
  /** Longest gap in hours between two closes of one session. */
  asynchronyHours: z.number(),
  total: figureSchema,
  percentile: figureSchema,
  totalBefore: figureSchema,
  /** The largest net sender first. */
  members: z.array(
    z.object({
      series: z.string(),
      assetClass: z.enum(ASSET_CLASSES),
      to: figureSchema,
      from: figureSchema,
      net: figureSchema,
      netBefore: figureSchema,
    }),
  ),
  /** Shares of the forecast-error variance, in the order of `series`: a row receives, a column sends, and a row sums to one; null where one was left out. */
  table: z.object({ series: z.array(z.string()), shares: z.array(z.array(z.number().nullable())) }),
  /** Pairs with the largest net spillover, from sender to receiver. */
  edges: z.array(z.object({ from: z.string(), to: z.string(), net: figureSchema })),
  technology: z.array(z.object({ from: z.enum(SENDERS), to: z.enum(RECEIVERS), share: figureSchema })),
  frequency: z.array(z.object({ cycles: z.enum(FREQUENCY_BANDS), share: figureSchema })),
  /** Shares of the total; with the rest they sum to one. */
  channels: z.array(
    z.object({ channel: z.enum(CHANNELS), factors: z.array(z.string()), share: figureSchema }),
  ),
  channelRest: figureSchema,
  /** What the share of information would be if no session led the next, and how often chance gave as much. */
  led: z.object({ byChance: figureSchema, p: figureSchema }),
  history: z.object({ dates: z.array(isoDay), total: z.array(z.number().nullable()) }),
});

/** Who sends the shocks to whom: forecast-error variance across classes, now and a year before. */
export const spillovers = explainPart({
  id: 'spillovers',
  title: {
    'zh-Hans': '谁把冲击传给谁',
    'zh-Hant': '誰把衝擊傳給誰',
    en: 'Who sends the shocks to whom',
  },
  series: [...CROSS_CLASS_15, ...['btc-usd', 'eth-usd'].map(closeBarsOf), ...SENDERS, ...FACTORS],
  schema,
  formulas: SPILLOVER_FORMULAS,
  async compute({ view, figure }) {
    const session = latestSession('new-york', view.instant);
    const rows = await newYorkRows(view, CROSS_CLASS_15, session, WINDOW + 1);
    const now = fitWindow(rows, 0);
    const before = fitWindow(rows, WINDOW);
    const all = totals(rows);
    const about = { series: rows.ids, params: paramsOf(rows) };
    return {
      date: now ? now.window.to : null,
      yearBefore: before ? before.window.to : null,
      leftOut: [...rows.leftOut],
      utcDays: [...rows.utcDays],
      asynchronyHours: rows.asynchronyHours,
      ...totalFigures({ now, before, all, about }, figure),
      members: memberFigures(view, rows, { now, before, about }, figure),
      table: tableOf(rows, now),
      edges: now ? edgeFigures(rows, now, about, figure) : [],
      technology: await technologyFigures(view, session, figure),
      frequency: frequencyFigures(rows, now, about, figure),
      ...(await channelFigures(view, session, figure)),
      history: historyOf(rows, all),
    };
  },
});

type About = Pick<Parameters<FigureMaker>[0]['of'], 'series' | 'params'>;

const HOW = 'jackknife that leaves out a tenth of the sessions at a time';
const NONE = `fewer than ${WINDOW} common sessions of two members`;

function paramsOf(rows: NewYorkRows) {
  return {
    window: WINDOW,
    asynchronyHours: rows.asynchronyHours,
    ...(rows.leftOut.length > 0 ? { leftOut: rows.leftOut.join(' ') } : {}),
    ...(rows.utcDays.length > 0 ? { utcDays: rows.utcDays.join(' ') } : {}),
  };
}

function windowOf(fit: WindowFit | undefined) {
  return fit ? { window: fit.window } : {};
}

interface Fits {
  readonly now: WindowFit | undefined;
  readonly before: WindowFit | undefined;
  readonly about: About;
}

function totalFigures({ now, before, all, about }: Fits & { all: Float64Array }, figure: FigureMaker) {
  const total = (path: string, fit: WindowFit | undefined, why: string) =>
    figure({
      path,
      value: fit?.bands.total.value ?? Number.NaN,
      unit: 'fraction',
      of: { formula: 'spillover-total', ...about },
      ...windowOf(fit),
      ...(fit ? bandOf(fit.bands.total, fit.bands) : {}),
      why,
    });
  const known = all.filter((value) => !Number.isNaN(value));
  const latest = all.at(-1) ?? Number.NaN;
  const enough = known.length >= WINDOW && !Number.isNaN(latest);
  return {
    total: total('total', now, NONE),
    percentile: figure({
      path: 'percentile',
      value: enough ? known.filter((value) => value <= latest).length / known.length : Number.NaN,
      unit: 'fraction',
      of: { formula: 'spillover-percentile', series: about.series, params: { windows: known.length } },
      why: `fewer than ${WINDOW} windows of ${WINDOW} sessions`,
    }),
    totalBefore: total('total-before', before, `fewer than ${2 * WINDOW} common sessions of two members`),
  };
}

function memberFigures(view: View, rows: NewYorkRows, { now, before, about }: Fits, figure: FigureMaker) {
  const one = (key: 'to' | 'from' | 'net', fit: WindowFit | undefined, k: number, path: string) => {
    const band = fit?.bands[key][k];
    return figure({
      path: `${path}.${rows.ids[k]}`,
      value: band?.value ?? Number.NaN,
      unit: 'fraction',
      of: {
        formula: `spillover-${key}`,
        series: about.series,
        params: { ...about.params, of: rows.ids[k]! },
      },
      ...windowOf(fit),
      ...(fit ? bandOf(band, fit.bands) : {}),
      why: fit ? 'constant or collinear in the window' : NONE,
    });
  };
  return rows.ids
    .map((series, k) => ({
      series,
      assetClass: view.entry(series)!.assetClass,
      to: one('to', now, k, 'to'),
      from: one('from', now, k, 'from'),
      net: one('net', now, k, 'net'),
      netBefore: one('net', before, k, 'net-before'),
    }))
    .sort((a, b) => (b.net.value ?? -1) - (a.net.value ?? -1) || (a.series < b.series ? -1 : 1));
}

function tableOf({ ids }: NewYorkRows, fit: WindowFit | undefined) {
  if (!fit) return { series: [], shares: [] };
  const n = ids.length;
  return {
    series: [...ids],
    shares: ids.map((_, i) =>
      pointsOf(Float64Array.from(ids, (__, j) => fit.bands.shares[i * n + j]!.value)),
    ),
  };
}

function edgeFigures({ ids }: NewYorkRows, { bands, window }: WindowFit, about: About, figure: FigureMaker) {
  const n = ids.length;
  const pairs = ids.flatMap((_, i) =>
    ids.slice(0, i).map((__, j) => {
      const net = bands.shares[i * n + j]!.value - bands.shares[j * n + i]!.value;
      return net < 0 ? { from: ids[i]!, to: ids[j]!, net: -net } : { from: ids[j]!, to: ids[i]!, net };
    }),
  );
  return pairs
    .filter(({ net }) => net > 0)
    .sort((a, b) => b.net - a.net)
    .slice(0, EDGES)
    .map(({ from, to, net }) => ({
      from,
      to,
      net: figure({
        path: `pair.${from}.${to}`,
        value: net,
        unit: 'fraction',
        of: { formula: 'spillover-pair', series: about.series, params: { ...about.params, from, to } },
        window,
        why: NONE,
      }),
    }));
}

/** What a technology index sends to BTC, gold miners and gold, each index in a network of its own with the three. */
async function technologyFigures(view: View, session: number, figure: FigureMaker) {
  const all = [];
  for (const from of SENDERS) {
    const rows = await newYorkRows(view, [from, ...RECEIVERS], session, WINDOW + 1);
    const fit = rows.ids.includes(from) ? fitWindow(rows, 0) : undefined;
    const n = rows.ids.length;
    for (const to of RECEIVERS) {
      const k = rows.ids.indexOf(to);
      const band = k < 0 ? undefined : fit?.bands.shares[k * n + rows.ids.indexOf(from)];
      const share = figure({
        path: `technology.${from}.${to}`,
        value: band?.value ?? Number.NaN,
        unit: 'fraction',
        of: { formula: 'spillover-share', series: rows.ids, params: { ...paramsOf(rows), from, to } },
        ...windowOf(fit),
        ...(fit ? bandOf(band, fit.bands) : {}),
        why: `fewer than ${WINDOW} common sessions of ${from} and ${to}`,
      });
      all.push({ from, to, share });
    }
  }
  return all;
}

function frequencyFigures(rows: NewYorkRows, now: WindowFit | undefined, about: About, figure: FigureMaker) {
  const shares = now ? frequencySplit(rows) : undefined;
  return FREQUENCY_BANDS.map((cycles, k) => ({
    cycles,
    share: figure({
      path: `frequency.${cycles}`,
      value: shares?.[k] ?? Number.NaN,
      unit: 'fraction',
      of: { formula: 'spillover-frequency', series: about.series, params: { ...about.params, cycles } },
      ...windowOf(now),
      why: NONE,
    }),
  }));
}

async function channelFigures(view: View, session: number, figure: FigureMaker) {
  const rows = await newYorkRows(view, [...CROSS_CLASS_15, ...FACTORS], session, WINDOW + 1);
  const split = channelSplit(rows);
  const { dates } = rows;
  const window = split ? { window: rowsWindow(rows, dates.length - WINDOW, dates.length) } : {};
  const draw = drawing(figure, rows.ids);
  const [params, why] = [paramsOf(rows), NONE];
  const reach = normalQuantile((1 + LEVEL) / 2);
  const channels = CHANNELS.map((channel, k) => {
    const [value, error] = [split?.shares[k] ?? Number.NaN, split?.errors[k] ?? Number.NaN];
    const band = { low: value - reach * error, high: value + reach * error, level: LEVEL, how: HOW };
    const share = draw(`channel.${channel}`, value, 'fraction', `spillover-${channel}`, {
      params,
      ...window,
      ...(Number.isFinite(error) ? { band } : {}),
      flags: channel === 'mood' ? [] : ['proxy', 'unproven'],
      why: split ? 'a factor of the channel has no value in the session' : why,
    });
    return { channel, factors: [...CHANNEL_FACTORS[channel]], share };
  });
  const sum = channels.reduce((total, { share }) => total + (share.value ?? 0), 0);
  const chance = { params: { ...params, orders: ORDERS }, ...window, why };
  return {
    channels,
    channelRest: draw('channel.rest', split ? 1 - sum : Number.NaN, 'fraction', 'spillover-rest', {
      params,
      ...window,
      why,
    }),
    led: {
      byChance: draw(
        'channel.led.by-chance',
        split?.byChance ?? Number.NaN,
        'fraction',
        'spillover-led',
        chance,
      ),
      p: draw('channel.led.p', split?.p ?? Number.NaN, 'fraction', 'spillover-led-p', chance),
    },
  };
}

/** Totals of every k-th window, the latest among them. */
function historyOf({ dates }: NewYorkRows, all: Float64Array) {
  const first = all.findIndex((value) => !Number.isNaN(value));
  if (first < 0) return { dates: [], total: [] };
  const step = Math.ceil((all.length - first) / POINTS);
  const kept = [...all.keys()].filter((t) => t >= first && (all.length - 1 - t) % step === 0);
  return {
    dates: kept.map((t) => formatDay(dates[t]!)),
    total: kept.map((t) => (Number.isNaN(all[t]!) ? null : all[t]!)),
  };
}
