import { z } from 'zod';
import type { FigureFlag } from '../../../data/figure.ts';
import type { Series } from '../../../data/observation.ts';
import { dayOf, type EpochDay, formatDay } from '../../../data/time.ts';
import type { View } from '../../../data/view.ts';
import { quantile } from '../../../math/quantile.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { rowAtOrBefore } from '../../history.ts';
import { drawing } from '../drawing.ts';
import { explainPart } from '../part.ts';

const COINS = ['btc', 'eth', 'xrp', 'bnb', 'sol'] as const;
const STABLE = 'stablecoin-supply';
const TOTAL = 'crypto-market-cap';
const KINDS = [...COINS, 'stablecoins'] as const;
export type ValueKind = (typeof KINDS)[number];

/** Days in which the top is looked for, and days of values whose median gives a supply. */
const YEAR = 365;
const SUPPLY_DAYS = 30;
/** A supply or a total older than so many days is stale. */
const OLD = 30;

const schema = z.object({
  /** Latest UTC day with a price of bitcoin, and the day of the highest value of the year to it. */
  date: isoDay.nullable(),
  top: isoDay.nullable(),
  value: figureSchema,
  valueAtTop: figureSchema,
  /** Change of the last day. */
  day: z.object({ dollars: figureSchema, share: figureSchema }),
  /** Change since the top: in dollars, of the value at the top, and – the wrong base – of what is left. */
  sinceTop: z.object({ dollars: figureSchema, share: figureSchema, ofWhatIsLeft: figureSchema }),
  /** Changes since the top by what is counted; they sum to the change. */
  parts: z.array(z.object({ kind: z.enum(KINDS), value: figureSchema, change: figureSchema })),
  /** Of the value of all crypto, where that is known. */
  cover: figureSchema,
});

const COUNTED =
  'V_t = Σ S_i P_i,t + stablecoins at par; S_i the median over 30 days of market value over price, the last known held on; bitcoin, ether, XRP, BNB and Solana, not all of crypto';

/** How much of the market value of crypto is gone, of which base, and how much of the market is counted. */
export const cryptoValue = explainPart({
  id: 'crypto-value',
  title: {
    'zh-Hans': '加密货币市值的损失',
    'zh-Hant': '加密貨幣市值的損失',
    en: 'Market value of crypto lost',
  },
  series: [...COINS.flatMap((coin) => [priceOf(coin), capOf(coin)]), STABLE, TOTAL],
  covers: (asset) => COINS.some((coin) => priceOf(coin) === asset),
  schema,
  formulas: [
    formula('crypto-value', '市值', '市值', 'Market value counted', COUNTED),
    formula(
      'crypto-value-change',
      '市值变动',
      '市值變動',
      'Change of the market value',
      `V_t − V_0, V_0 the value a day before, or the highest of the 365 days to t; of a coin S_i (P_i,t − P_i,0), of stablecoins the rest; ${COUNTED}`,
    ),
    formula(
      'crypto-value-share',
      '损失占起点的比例',
      '損失占起點的比例',
      'Change in per cent of where it began',
      `(V_t − V_0) / V_0; ${COUNTED}`,
    ),
    formula(
      'crypto-value-wrong-base',
      '损失占余值的比例',
      '損失占餘值的比例',
      'Change in per cent of what is left',
      `(V_t − V_0) / V_t: the wrong base, given so that a share quoted elsewhere can be checked; ${COUNTED}`,
    ),
    formula(
      'crypto-value-cover',
      '所计部分占总市值',
      '所計部分占總市值',
      'Share of all crypto that is counted',
      `V_t over the market value of all crypto on the same day; ${COUNTED}`,
    ),
  ],
  async compute({ view, figure }) {
    const counted = await countedOf(view);
    const { last, top, parts, known, stale } = counted;
    const draw = drawing(figure, counted.series);
    const params = { coins: known.join(' '), ...(stale ? { supplyOf: stale } : {}) };
    const flags: readonly FigureFlag[] = stale ? ['proxy', 'stale'] : ['proxy'];
    const rest = { params, flags, why: NONE };
    const at = (day: EpochDay) => parts.reduce((sum, one) => sum + one.at(day), 0);
    const [now, before, high] =
      last === undefined || top === undefined
        ? [Number.NaN, Number.NaN, Number.NaN]
        : [at(last), at(last - 1), at(top)];
    const span = last !== undefined && top !== undefined ? { window: windowOf(top, last) } : {};
    const change = (path: string, value: number) =>
      draw(path, value, 'usd', 'crypto-value-change', { ...rest, ...(path === 'day.dollars' ? {} : span) });
    return {
      date: last === undefined ? null : formatDay(last),
      top: top === undefined ? null : formatDay(top),
      value: draw('value', now, 'usd', 'crypto-value', rest),
      valueAtTop: draw('value-at-top', high, 'usd', 'crypto-value', rest),
      day: {
        dollars: change('day.dollars', now - before),
        share: draw('day.share', now / before - 1, 'fraction', 'crypto-value-share', rest),
      },
      sinceTop: {
        dollars: change('since-top.dollars', now - high),
        share: draw('since-top.share', now / high - 1, 'fraction', 'crypto-value-share', {
          ...rest,
          ...span,
        }),
        ofWhatIsLeft: draw(
          'since-top.of-what-is-left',
          1 - high / now,
          'fraction',
          'crypto-value-wrong-base',
          {
            ...rest,
            ...span,
          },
        ),
      },
      parts: partsOf(parts, now, high, last, top).map(({ kind, value, lost }) => ({
        kind,
        value: draw(`${kind}.value`, value, 'usd', 'crypto-value', rest),
        change: change(`${kind}.change`, lost),
      })),
      cover: draw('cover', now / counted.total, 'fraction', 'crypto-value-cover', {
        ...rest,
        why: `${TOTAL} has no value on the day`,
      }),
    };
  },
});

const NONE = 'bitcoin or its market value has no value';

function priceOf(coin: string): string {
  return `${coin}-usd`;
}

function capOf(coin: string): string {
  return `${coin}-market-cap`;
}

function windowOf(from: EpochDay, to: EpochDay) {
  return { from: formatDay(from), to: formatDay(to), n: to - from + 1 };
}

interface Part {
  readonly kind: ValueKind;
  /** Dollars at the end of a UTC day; 0 before the first price. */
  at(day: EpochDay): number;
}

interface Counted {
  readonly parts: readonly Part[];
  readonly known: readonly string[];
  readonly series: readonly string[];
  /** Latest day of bitcoin, and the day of the highest value of the year to it. */
  readonly last: EpochDay | undefined;
  readonly top: EpochDay | undefined;
  /** Day of the oldest supply that is held on, where it is old. */
  readonly stale: string | undefined;
  readonly total: number;
}

async function countedOf(view: View): Promise<Counted> {
  const all = await view.seriesMany([
    ...COINS.flatMap((coin) => [priceOf(coin), capOf(coin)]),
    STABLE,
    TOTAL,
  ]);
  const get = (id: string) => all.get(id)!;
  const coins = COINS.map((coin) => coinPart(coin, get(priceOf(coin)), get(capOf(coin)))).filter(
    (one) => one !== undefined,
  );
  const bitcoin = coins.find(({ kind }) => kind === 'btc');
  const last = bitcoin?.last;
  const stable = get(STABLE);
  const parts: Part[] = [...coins, { kind: 'stablecoins', at: (day) => latest(stable, day)?.value ?? 0 }];
  const known = coins.map(({ kind }) => kind);
  const oldest = Math.min(...coins.map(({ supplyOf }) => supplyOf));
  const total = last === undefined ? undefined : latest(get(TOTAL), last);
  return {
    parts,
    known,
    series: [...known.flatMap((coin) => [priceOf(coin), capOf(coin)]), STABLE, TOTAL],
    last,
    top: last === undefined ? undefined : topDay(parts, last),
    stale: last !== undefined && last - oldest > OLD ? formatDay(oldest) : undefined,
    total: total && total.day === last ? total.value : Number.NaN,
  };
}

function coinPart(kind: (typeof COINS)[number], price: Series, cap: Series) {
  const rows = [...cap.dates.keys()].slice(-SUPPLY_DAYS);
  const ratios = rows
    .map((row) => cap.values[row]! / (latest(price, cap.dates[row]!)?.value ?? Number.NaN))
    .filter(Number.isFinite);
  const last = price.times.length === 0 ? undefined : dayOf(price.times.at(-1)! - 1);
  if (ratios.length === 0 || last === undefined) return undefined;
  const supply = quantile(Float64Array.from(ratios), 0.5);
  return {
    kind,
    last,
    supplyOf: cap.dates.at(-1)!,
    at: (day: EpochDay) => supply * (latest(price, day)?.value ?? 0),
  };
}

/** The last value at or before a day. */
function latest({ dates, values }: Series, day: EpochDay) {
  const row = rowAtOrBefore(dates, day);
  return row < 0 ? undefined : { day: dates[row]!, value: values[row]! };
}

function topDay(parts: readonly Part[], last: EpochDay): EpochDay {
  let [top, most] = [last, 0];
  for (let day = last - YEAR + 1; day <= last; day++) {
    const value = parts.reduce((sum, one) => sum + one.at(day), 0);
    if (value > most) [top, most] = [day, value];
  }
  return top;
}

/** Value and change of each part; those of the last are what is left, so that they sum to the whole. */
function partsOf(
  parts: readonly Part[],
  now: number,
  high: number,
  last: EpochDay | undefined,
  top: EpochDay | undefined,
) {
  let [value, lost] = [now, now - high];
  return parts.map(({ kind, at }, k) => {
    if (k === parts.length - 1 || last === undefined || top === undefined) return { kind, value, lost };
    const own = { kind, value: at(last), lost: at(last) - at(top) };
    value -= own.value;
    lost -= own.lost;
    return own;
  });
}
