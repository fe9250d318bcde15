import type { z } from 'zod';
import { formatDay } from '../../data/time.ts';
import { type History, readHistories } from '../../diagnosis/history.ts';
import { type trendFollowers, trendPosition, trendTriggers } from '../sellers/trend-followers.ts';
import type { Reading, Setting, StateReader, StateTable } from './reading.ts';
import { dailyVolatility } from './scheduled/daily-volatility.ts';
import { type Underlying, underlyingOf } from './scheduled/underlying.ts';
import { midTheta, type Unknown } from './unknown.ts';

type Params = z.infer<typeof trendFollowers.params>;

/** Sessions of the look-backs: one, three, six and twelve months, with equal weight. */
const LOOKBACKS = [21, 63, 126, 252] as const;

const MINUTES_A_SESSION = 390;

/** Futures of which the CFTC counts what managed money holds: series and ounces a contract. */
const COUNTED: Partial<Record<Underlying, { readonly series: string; readonly ounces: number }>> = {
  gold: { series: 'cot-gold-managed-money-long', ounces: 100 },
  silver: { series: 'cot-silver-managed-money-long', ounces: 5000 },
};

const ASSETS: Unknown = {
  name: 'trend-followers.assets',
  title: { 'zh-Hans': '趋势跟随者的资产', 'zh-Hant': '趨勢跟隨者的資產', en: 'Assets of trend followers' },
  unit: 'usd',
  low: 200e9,
  high: 400e9,
  scale: 'log',
  source:
    'BarclayHedge, managed futures by quarter, 2018: $323 to 358 billion, $303 to 307 billion of it systematic.',
};

const RISK: Unknown = {
  name: 'trend-followers.risk',
  title: {
    'zh-Hans': '单一市场的年波动率预算',
    'zh-Hant': '單一市場的年波動率預算',
    en: 'Volatility a year that one market may add',
  },
  unit: 'fraction',
  low: 0.005,
  high: 0.02,
  scale: 'log',
  source:
    'Hurst, Ooi & Pedersen (2017): 67 markets with equal risk and 10 percent a year together; 0.10/√67 = 1.2 percent if they were uncorrelated, more in the deep ones.',
};

const CRYPTO_RISK: Unknown = {
  name: 'trend-followers.crypto-risk',
  title: {
    'zh-Hans': '加密资产的年波动率预算',
    'zh-Hant': '加密資產的年波動率預算',
    en: 'Volatility a year that a crypto asset may add',
  },
  unit: 'fraction',
  low: 0.0002,
  high: 0.003,
  scale: 'log',
  source:
    'At σ of 50 percent a year these are $0.1 to 2 billion: up to about a third of the long non-commercial futures on bitcoin at the CME (CFTC, 24 February 2026: 18,054 contracts of 5 coins); no count of trend followers is public.',
};

const SHARE: Unknown = {
  name: 'trend-followers.share',
  title: {
    'zh-Hans': '管理基金多头中趋势跟随者的占比',
    'zh-Hant': '管理基金多頭中趨勢跟隨者的占比',
    en: 'Share of trend followers in the longs of managed money',
  },
  unit: 'fraction',
  low: 0.3,
  high: 0.9,
  scale: 'linear',
  source:
    'CFTC, Disaggregated Commitments of Traders: managed money holds commodity trading advisers, pool operators and other funds together; the share is not published.',
};

const MINUTES: Unknown = {
  name: 'trend-followers.minutes',
  title: {
    'zh-Hans': '翻仓的执行时间',
    'zh-Hant': '翻倉的執行時間',
    en: 'Days in which a reversal is traded',
  },
  unit: 'days',
  low: 0.1,
  high: 2,
  scale: 'log',
  source: 'Reasoning: from within the hour to two sessions after a signal; one session is 390 minutes.',
};

interface ReadMarket {
  readonly asset: string;
  readonly volatility: number;
  readonly lookbacks: Params['portfolios'][number]['lookbacks'];
  readonly history: History;
  /** What managed money is long, US dollars at the price of the start. */
  readonly long?: { readonly usd: number; readonly series: string; readonly date: string };
}

/** Look-backs, volatility and, for metals, the longs of managed money from the view; assets, risk and speed from priors. */
export const readTrendFollowers: StateReader<Params> = async (setting) => {
  const traded = setting.assets.filter(({ id }) => underlyingOf(id) !== undefined);
  const counted = traded.flatMap(({ id }) => COUNTED[underlyingOf(id)!]?.series ?? []);
  const histories = await readHistories(setting.view, [...traded.map(({ id }) => id), ...counted]);
  const markets = traded.flatMap((asset) => marketOf(asset, histories));
  const priors = markets.filter(({ long }) => long === undefined);
  return {
    params: (theta) =>
      markets.length === 0
        ? null
        : {
            portfolios: markets.map((one) => ({
              asset: one.asset,
              size: sizeOf(one, theta),
              lookbacks: one.lookbacks,
            })),
            minutes: theta[MINUTES.name]! * MINUTES_A_SESSION,
          },
    readings: markets.flatMap(readingsOf),
    unknowns: [
      ...(priors.length > 0 ? [ASSETS] : []),
      ...(priors.some(({ asset }) => !isCrypto(asset)) ? [RISK] : []),
      ...(priors.some(({ asset }) => isCrypto(asset)) ? [CRYPTO_RISK] : []),
      ...(markets.some(({ long }) => long !== undefined) ? [SHARE] : []),
      ...(markets.length > 0 ? [MINUTES] : []),
    ],
    missing: [
      ...traded.map(({ id }) => id).filter((id) => !markets.some(({ asset }) => asset === id)),
      ...counted.filter((series) => !markets.some(({ long }) => long?.series === series)),
    ],
    tables: markets.length === 0 ? [] : [triggerTable(markets, setting)],
  };
};

/** Prices at which each look-back turns, nearest first within an asset, and what it then sells. */
function triggerTable(markets: readonly ReadMarket[], { assets }: Setting): StateTable {
  const theta = midTheta([ASSETS, RISK, CRYPTO_RISK, SHARE, MINUTES]);
  return {
    id: 'trend-triggers',
    title: {
      'zh-Hans': '趋势跟随者的触发价',
      'zh-Hant': '趨勢跟隨者的觸發價',
      en: 'Prices at which trend followers turn',
    },
    columns: [
      { 'zh-Hans': '资产与回看期', 'zh-Hant': '資產與回看期', en: 'Asset and look-back' },
      { 'zh-Hans': '触发价（美元）', 'zh-Hant': '觸發價（美元）', en: 'Trigger, US dollars' },
      { 'zh-Hans': '距现价', 'zh-Hant': '距現價', en: 'From the present price' },
      {
        'zh-Hans': '届时卖出（负为买入）',
        'zh-Hant': '屆時賣出（負為買入）',
        en: 'Sells then (below 0: buys)',
      },
    ],
    rows: markets.flatMap((one) => {
      const { price } = assets.find(({ id }) => id === one.asset)!;
      return trendTriggers({ size: sizeOf(one, theta), lookbacks: one.lookbacks }, price)
        .toSorted((a, b) => Math.abs(a.distance) - Math.abs(b.distance))
        .map(({ days, price: trigger, distance, usd }) => ({
          label: `${one.asset}, ${days}d`,
          values: [
            { value: trigger, unit: 'usd' as const },
            { value: Math.expm1(distance), unit: 'fraction' as const },
            { value: usd, unit: 'usd' as const },
          ],
        }));
    }),
    formula: 'cascade-trend-trigger',
  };
}

function marketOf(
  { id, price }: Setting['assets'][number],
  histories: ReadonlyMap<string, History>,
): readonly ReadMarket[] {
  const history = histories.get(id);
  const volatility = dailyVolatility(history);
  if (!history || !(volatility > 0)) return [];
  const days = LOOKBACKS.filter((k) => history.last + 1 >= k);
  const lookbacks = days.map((k) => ({
    days: k,
    weight: 1 / days.length,
    references: referencesOf(history, k, price),
  }));
  const long = longOf(id, price, histories);
  return lookbacks.length === 0
    ? []
    : [{ asset: id, volatility, lookbacks, history, ...(long ? { long } : {}) }];
}

/** Log prices k sessions before the next close and those after it, as far as they are known. */
function referencesOf({ values, last }: History, k: number, price: number): number[] {
  return Array.from(values.subarray(last + 1 - k, last + 1), (value) => Math.log(value / price));
}

function longOf(id: string, price: number, histories: ReadonlyMap<string, History>): ReadMarket['long'] {
  const counted = COUNTED[underlyingOf(id)!];
  const history = counted && histories.get(counted.series);
  if (!history || history.last < 0) return undefined;
  return {
    usd: history.values[history.last]! * counted.ounces * price,
    series: counted.series,
    date: formatDay(history.dates[history.last]!),
  };
}

function sizeOf({ asset, volatility, long }: ReadMarket, theta: Readonly<Record<string, number>>): number {
  if (long) return theta[SHARE.name]! * long.usd;
  const risk = theta[isCrypto(asset) ? CRYPTO_RISK.name : RISK.name]!;
  return trendPosition(theta[ASSETS.name]!, risk, volatility * Math.sqrt(252));
}

function isCrypto(asset: string): boolean {
  const underlying = underlyingOf(asset);
  return underlying === 'bitcoin' || underlying === 'ether';
}

function readingsOf({ asset, volatility, history, long }: ReadMarket): readonly Reading[] {
  const sigma: Reading = {
    name: `trend-followers.${asset}.volatility`,
    title: {
      'zh-Hans': `${asset} 日波动率预测`,
      'zh-Hant': `${asset} 日波動率預測`,
      en: `Forecast of the daily volatility of ${asset}`,
    },
    value: volatility,
    unit: 'fraction',
    how: 'measured',
    inputs: [{ symbol: 'r', series: asset, date: formatDay(history.dates[history.last]!) }],
    note: {
      'zh-Hans': '日收益率的指数加权均方根，λ = 0.94；回看期的参照价来自同一序列。',
      'zh-Hant': '日報酬率的指數加權均方根，λ = 0.94；回看期的參照價來自同一序列。',
      en: 'Root of the exponentially weighted mean square of daily returns, λ = 0.94; the prices of the look-backs are of the same series.',
    },
  };
  if (!long) return [sigma];
  return [
    sigma,
    {
      name: `trend-followers.${asset}.managed-money`,
      title: {
        'zh-Hans': `${asset} 管理基金多头`,
        'zh-Hant': `${asset} 管理基金多頭`,
        en: `Longs of managed money in ${asset}`,
      },
      value: long.usd,
      unit: 'usd',
      how: 'proxy',
      inputs: [{ symbol: 'N', series: long.series, date: long.date }],
      note: {
        'zh-Hans': '合约数 × 每手盎司 × 起点价格；趋势跟随者只占其中一部分，占比为先验。',
        'zh-Hant': '合約數 × 每口盎司 × 起點價格；趨勢跟隨者只占其中一部分，占比為先驗。',
        en: 'Contracts times ounces a contract times the price of the start; trend followers are a share of it, which is a prior.',
      },
    },
  ];
}
