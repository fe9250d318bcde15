import { z } from 'zod';
import type { Series } from '../../../data/observation.ts';
import { formatDay } from '../../../data/time.ts';
import type { BaseUnit } from '../../../data/unit.ts';
import { wilsonInterval } from '../../../measures/wilson-interval.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { USD_LIQUIDITY, weeklyLiquidity } from '../liquidity/usd-liquidity.ts';
import { type ExplainContext, explainPart } from '../part.ts';
import { logOf, moveOver } from './factors.ts';
import { interpolated, lastRow, readSessions, type Sessions, sessionSeries } from './sessions.ts';

export const CHANNELS = ['liquidity', 'term-premium', 'dollar'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a channel acts on, and the sign it should have: +1 when the asset is to move with it. */
const ASSETS: Readonly<Record<Channel, { readonly sign: 1 | -1; readonly ids: readonly string[] }>> = {
  liquidity: { sign: 1, ids: ['btc-usd', 'eth-usd', 'mstr'] },
  'term-premium': { sign: -1, ids: ['nasdaq-100', 'arkk', 'tlt'] },
  dollar: { sign: -1, ids: ['gold-front', 'copper-front', 'eem'] },
};

const ACTED_ON = Object.values(ASSETS).flatMap(({ ids }) => ids);

/** Past windows of the sign test, at most. */
const WINDOWS = 150;
const FEWEST = 20;
const LEVEL = 0.95;

const schema = z.object({
  channels: z.array(
    z.object({
      channel: z.enum(CHANNELS),
      series: z.array(z.string()),
      /** First and last date of the values between which it moved; null when it has none. */
      from: isoDay.nullable(),
      to: isoDay.nullable(),
      size: figureSchema,
      /** Share of the past windows in which it moved less. */
      rank: figureSchema,
      responses: z.array(
        z.object({
          asset: z.string(),
          move: figureSchema,
          /** The asset moved as the mechanism says; null when one of the two did not move or is not measured. */
          agrees: z.boolean().nullable(),
          /** Share of past windows in which it did, and whether its band excludes one half. */
          record: figureSchema,
          proven: z.boolean(),
        }),
      ),
    }),
  ),
});

export type ChannelRow = z.infer<typeof schema>['channels'][number];

/** Table T-A: three channels of a shock, how large each was, and whether the assets it acts on answered as they should. */
export const channels = explainPart({
  id: 'channels',
  title: { 'zh-Hans': '冲击渠道', 'zh-Hant': '衝擊渠道', en: 'Channels of the shock' },
  series: [...USD_LIQUIDITY, 'us-10y-term-premium', 'dollar-index', ...ACTED_ON],
  schema,
  formulas: [
    formula(
      'channel-size',
      '渠道的变动',
      '渠道的變動',
      'Size of a channel',
      'x_t − x_{t−w} over the last w New York sessions by the latest value known: net USD liquidity in dollars (Wednesdays, between them in a straight line), ACM 10-year term premium in fractions a year, dollar index as a return',
      'definition; term premium: Adrian, Crump & Moench (2013), Journal of Financial Economics 110(1)',
    ),
    formula(
      'channel-rank',
      '渠道变动的分位',
      '渠道變動的分位',
      'Rank of the size',
      'share of the last 150 windows, end to end, with a smaller |x_t − x_{t−w}|',
    ),
    formula(
      'channel-move',
      '资产的反应',
      '資產的反應',
      'Response of an asset',
      'P_t / P_{t−w} − 1 over the sessions over which the channel is measured',
    ),
    formula(
      'channel-record',
      '方向一致的频率',
      '方向一致的頻率',
      'How often the sign agreed',
      'share of the last 150 windows, end to end and before this one, in which the asset moved as the mechanism says (with liquidity; against the term premium; against the dollar); 95 % Wilson interval, base rate one half. An association',
      'Wilson (1927), JASA 22(158)',
    ),
  ],
  async compute(context) {
    const { view, window } = context;
    const sessions = await readSessions(view, ['us-10y-term-premium', 'dollar-index', ...ACTED_ON], window);
    const liquidity = await view.seriesMany(USD_LIQUIDITY);
    return { channels: CHANNELS.map((channel) => channelOf(context, sessions, liquidity, channel)) };
  },
});

interface Path {
  readonly series: readonly string[];
  readonly unit: BaseUnit;
  readonly level: Float64Array;
  readonly source: Uint8Array;
  readonly carry: number;
}

function pathOf(sessions: Sessions, liquidity: ReadonlyMap<string, Series>, channel: Channel): Path {
  const rows = sessions.dates.length;
  const source = new Uint8Array(rows);
  if (channel === 'liquidity') {
    const { dates, net } = weeklyLiquidity(liquidity);
    const level = interpolated(sessions.dates, { dates, values: net });
    return { series: USD_LIQUIDITY, unit: 'usd', level, source, carry: 0 };
  }
  const id = channel === 'dollar' ? 'dollar-index' : 'us-10y-term-premium';
  const column = sessions.get(id);
  const values = column?.values ?? new Float64Array(rows).fill(Number.NaN);
  return {
    series: [id],
    unit: channel === 'dollar' ? 'fraction' : 'fraction-per-year',
    level: channel === 'dollar' ? values.map(logOf) : values,
    source: column?.source ?? source,
    carry: 4,
  };
}

function channelOf(
  context: ExplainContext,
  sessions: Sessions,
  liquidity: ReadonlyMap<string, Series>,
  channel: Channel,
): ChannelRow {
  const { figure, window } = context;
  const path = pathOf(sessions, liquidity, channel);
  const last = lastRow(path.level, sessions.dates.length - 1, sessions.dates.length);
  const first = Math.max(-1, last - window);
  const move = first < 0 ? Number.NaN : moveOver(path, first, last);
  const ends = windowsBefore(first, window);
  const past = ends.map((end) => moveOver(path, end - window, end));
  const known = past.filter(Number.isFinite);
  const told = path.unit === 'fraction' ? Math.expm1(move) : move;
  const day = (row: number) => (row < 0 || Number.isNaN(move) ? null : formatDay(sessions.dates[row]!));
  const of = (formulaId: string) => ({ formula: formulaId, series: path.series, params: { w: window } });
  return {
    channel,
    series: [...path.series],
    from: day(first),
    to: day(last),
    size: figure({
      path: `${channel}.size`,
      value: told,
      unit: path.unit,
      of: of('channel-size'),
      why: 'no value at both ends of the window',
    }),
    rank: figure({
      path: `${channel}.rank`,
      value:
        known.length < FEWEST || !Number.isFinite(move)
          ? Number.NaN
          : known.filter((one) => Math.abs(one) < Math.abs(move)).length / known.length,
      unit: 'fraction',
      of: of('channel-rank'),
      why: 'fewer than 20 past windows',
    }),
    responses: ASSETS[channel].ids.map((asset) =>
      responseOf(context, sessions, { channel, path, move, past, ends, first, last }, asset),
    ),
  };
}

/** Last rows of windows that lie end to end before a row, the latest first. */
function windowsBefore(first: number, window: number): readonly number[] {
  const count = Math.max(0, Math.min(WINDOWS, Math.floor(first / window)));
  return Array.from({ length: count }, (_, k) => first - k * window);
}

interface Moved {
  readonly channel: Channel;
  readonly path: Path;
  readonly move: number;
  readonly past: readonly number[];
  readonly ends: readonly number[];
  readonly first: number;
  readonly last: number;
}

function responseOf(
  { view, figure, window }: ExplainContext,
  sessions: Sessions,
  { channel, path, move, past, ends, first, last }: Moved,
  asset: string,
) {
  const column = sessions.get(asset);
  const level = column?.values.map(logOf) ?? new Float64Array(sessions.dates.length).fill(Number.NaN);
  const own = { level, source: column?.source ?? new Uint8Array(level.length), carry: 4 };
  const over = (from: number, to: number) => (from < 0 ? Number.NaN : moveOver(own, from, to));
  const answer = over(first, last);
  const { sign } = ASSETS[channel];
  const agree = (a: number, b: number) => (a * b === 0 || Number.isNaN(a * b) ? null : sign * a * b > 0);
  const signs = ends.flatMap((end, k) => agree(past[k]!, over(end - window, end)) ?? []);
  const hits = signs.filter(Boolean).length;
  const enough = signs.length >= FEWEST;
  const band = wilsonInterval(hits, signs.length, LEVEL);
  const series = [...path.series, ...sessionSeries(view, asset)];
  return {
    asset,
    move: figure({
      path: `${channel}.${asset}.move`,
      value: Math.expm1(answer),
      unit: 'fraction',
      of: { formula: 'channel-move', series: sessionSeries(view, asset), params: { w: window } },
      why: 'no value at both ends of the window',
    }),
    agrees: agree(move, answer),
    record: figure({
      path: `${channel}.${asset}.record`,
      value: enough ? hits / signs.length : Number.NaN,
      unit: 'fraction',
      of: { formula: 'channel-record', series, params: { windows: signs.length } },
      ...(enough ? { band: { ...band, level: LEVEL, how: 'Wilson' } } : {}),
      flags: enough && band.low > 0.5 ? [] : ['unproven'],
      why: 'fewer than 20 past windows',
    }),
    proven: enough && band.low > 0.5,
  };
}
