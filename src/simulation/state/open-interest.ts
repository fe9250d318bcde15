import { dayOf, formatDay, type Instant, MS_PER_DAY } from '../../data/time.ts';
import type { History } from '../../diagnosis/history.ts';
import type { Reading } from './reading.ts';
import type { Unknown } from './unknown.ts';

/** Days after which a measured open interest says no more than its prior. */
const STALE_DAYS = 45;
/** How far the whole may lie from what one venue's share says. */
const SPREAD = 1.4;

interface CoinInterest {
  /** All venues of perpetuals and futures with margin in coins or stablecoins, US dollars. */
  readonly range: readonly [number, number];
  /** Series of all venues, and of Binance alone. */
  readonly all?: string;
  readonly binance?: string;
}

const SOURCE =
  'CoinGlass open interest of crypto venues without CME, ends of its range from January 2025 to February 2026 as quoted in the press, rounded';

export const COIN_INTEREST: Readonly<Record<string, CoinInterest>> = {
  'btc-usd': { range: [2.5e10, 7.5e10], all: 'btc-open-interest', binance: 'btc-open-interest-binance' },
  'eth-usd': { range: [1.8e10, 6e10], binance: 'eth-open-interest-binance' },
  'sol-usd': { range: [4e9, 1.5e10] },
  'xrp-usd': { range: [2e9, 9e9] },
  'doge-usd': { range: [1.2e9, 5e9] },
};

/** Series that would say what the open interest is. */
export const INTEREST_SERIES = Object.values(COIN_INTEREST).flatMap(({ all, binance }) => [
  ...(all ? [all] : []),
  ...(binance ? [binance] : []),
]);

export interface OpenInterest {
  readonly unknown: Unknown;
  readonly reading: Reading;
  /** A series that would have said it has no value, or an old one. */
  readonly missing: readonly string[];
}

/** What is known of the open interest of a coin: the sum of the venues, one venue over its share, or a prior. */
export function openInterest(
  asset: string,
  histories: ReadonlyMap<string, History>,
  binanceShare: number,
  start: Instant,
): OpenInterest {
  const { range, all, binance } = COIN_INTEREST[asset]!;
  const fresh = (id: string | undefined) => {
    const history = id === undefined ? undefined : histories.get(id);
    if (!history || history.last < 0) return undefined;
    return start - history.times[history.last]! <= STALE_DAYS * MS_PER_DAY ? history : undefined;
  };
  const whole = fresh(all);
  if (whole) return measured(asset, whole, 1, 1.05);
  const part = fresh(binance);
  if (part) return measured(asset, part, binanceShare, SPREAD);
  return {
    unknown: unknownOf(asset, range[0], range[1], SOURCE),
    reading: {
      name: `perpetuals.${asset}.open-interest`,
      title: TITLE,
      value: Math.sqrt(range[0] * range[1]),
      unit: 'usd',
      how: 'prior',
      inputs: [],
      note: {
        'zh-Hans': '数据中没有；先验取 2025 年 1 月至 2026 年 2 月媒体引用的 CoinGlass 数值范围',
        'zh-Hant': '資料中沒有；先驗取 2025 年 1 月至 2026 年 2 月媒體引用的 CoinGlass 數值範圍',
        en: `not in the data; prior: ${SOURCE}`,
      },
    },
    missing: [all, binance].filter((id): id is string => id !== undefined),
  };
}

const TITLE = { 'zh-Hans': '未平仓合约', 'zh-Hant': '未平倉合約', en: 'Open interest' };

function measured(asset: string, history: History, share: number, spread: number): OpenInterest {
  const value = history.values[history.last]! / share;
  const date = formatDay(history.dates[history.last]!);
  const source = `${history.id} of ${date}${share === 1 ? '' : ` over the share of the venue, ${(share * 100).toFixed(0)} %`}`;
  return {
    unknown: unknownOf(asset, value / spread, value * spread, source),
    reading: {
      name: `perpetuals.${asset}.open-interest`,
      title: TITLE,
      value,
      unit: 'usd',
      how: share === 1 ? 'measured' : 'proxy',
      inputs: [{ symbol: 'OI', series: history.id, date: formatDay(dayOf(history.times[history.last]!)) }],
      note: {
        'zh-Hans': share === 1 ? '各交易所合计' : '币安的持仓除以其份额',
        'zh-Hant': share === 1 ? '各交易所合計' : '幣安的持倉除以其份額',
        en: share === 1 ? 'sum of the venues' : 'that of Binance over its share',
      },
    },
    missing: [],
  };
}

function unknownOf(asset: string, low: number, high: number, source: string): Unknown {
  return {
    name: `perpetuals.open-interest.${asset}`,
    title: {
      'zh-Hans': `${asset} 未平仓合约`,
      'zh-Hant': `${asset} 未平倉合約`,
      en: `Open interest, ${asset}`,
    },
    unit: 'usd',
    low,
    high,
    scale: 'log',
    source,
  };
}
