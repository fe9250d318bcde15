import type { BaseUnit } from '../unit.ts';
import { entry, type Text } from './define.ts';
import type { SeriesEntry, SourceRef } from './entry.ts';
import { bars, OHLC, OHLCV, source } from './providers.ts';

const PER_EIGHT_HOURS: Text = [
  '各交易所的结算间隔不同，按8小时计。',
  '各交易所的結算間隔不同，按8小時計。',
  'Rate of one settlement, stated per eight hours.',
];
const AT_PAR: Text = [
  '报价为USDT，按1 USDT = 1美元计。',
  '報價為USDT，按1 USDT = 1美元計。',
  'Quoted in USDT and taken at one dollar each.',
];
const ARCHIVE: Text = [
  '止于2024年11月；来源条款禁止再分发。',
  '止於2024年11月；來源條款禁止再散布。',
  'Ends in November 2024; the terms of the source forbid handing it on.',
];

function funding(coin: 'btc' | 'eth', exchange: string): SeriesEntry {
  const upper = coin.toUpperCase();
  return entry({
    id: `${coin}-funding-${exchange}`,
    title: [
      `${upper}永续资金费率：${exchange}`,
      `${upper}永續資金費率：${exchange}`,
      `${upper} perpetual funding, ${exchange}`,
    ],
    assetClass: 'derivatives',
    unit: 'fraction-per-8h',
    frequency: 'intraday',
    calendar: 'utc',
    transform: 'level',
    sources: [
      source('exchanges', `${exchange} ${upper} funding`, 'fraction-per-8h', {
        pack: 'funding_8h_by_exchange',
        column: 'rate',
        keys: { coin: upper, exchange },
      }),
    ],
    note: PER_EIGHT_HOURS,
  });
}

const FUNDING_VENUES = ['binance', 'bybit', 'okx', 'gate', 'htx', 'kucoin'];

type Coin = readonly [key: BaseUnit, hans: string, hant: string, en: string];

const COINS: readonly Coin[] = [
  ['btc', '比特币', '比特幣', 'Bitcoin'],
  ['eth', '以太币', '以太幣', 'Ether'],
  ['sol', '索拉纳币', '索拉納幣', 'Solana'],
  ['xrp', '瑞波币', '瑞波幣', 'XRP'],
  ['bnb', '币安币', '幣安幣', 'BNB'],
  ['doge', '狗狗币', '狗狗幣', 'Dogecoin'],
  ['zec', '大零币', '大零幣', 'Zcash'],
];

const BARS: readonly (readonly [label: string, minutes: number, hans: string, hant: string])[] = [
  ['30m', 30, '30分钟', '30分鐘'],
  ['1h', 60, '1小时', '1小時'],
];

function perpetual([key, hans, hant, en]: Coin): SeriesEntry[] {
  return BARS.map(([label, minutes, barHans, barHant]) =>
    entry({
      id: `${key}-perpetual-${label}`,
      title: [
        `${hans}永续合约（${barHans}）`,
        `${hant}永續合約（${barHant}）`,
        `${en} perpetual, ${label} bars`,
      ],
      assetClass: 'derivatives',
      unit: 'usd',
      frequency: 'intraday',
      barMinutes: minutes,
      calendar: 'utc',
      venue: 'Bybit',
      quote: 'USDT',
      volumeUnit: key,
      sources: [
        source('bybit', `${key.toUpperCase()}USDT ${label}`, 'usdt', {
          ...bars(`${key}usdt_perp_bybit_${label}`, OHLCV),
          treatAs: 'usd',
        }),
      ],
      note: AT_PAR,
    }),
  );
}

function mark(id: string, title: Text, minutes: number, source: SourceRef, note?: Text): SeriesEntry {
  return entry({
    id,
    title,
    assetClass: 'derivatives',
    unit: 'usd',
    frequency: 'intraday',
    barMinutes: minutes,
    calendar: 'utc',
    venue: 'Binance',
    sources: [source],
    note,
  });
}

/** A quantity of one exchange or of all, per UTC day. */
function daily(
  id: string,
  title: Text,
  unit: BaseUnit,
  source: SourceRef,
  note?: Text,
  transform: SeriesEntry['transform'] = 'level',
): SeriesEntry {
  return entry({
    id,
    title,
    assetClass: 'derivatives',
    unit,
    calendar: 'utc',
    transform,
    sources: [source],
    note,
  });
}

function premium(coin: 'btc' | 'eth', hans: string, hant: string, en: string): SeriesEntry {
  return daily(
    `${coin}-coinbase-premium`,
    [`${hans}Coinbase溢价`, `${hant}Coinbase溢價`, `${en} Coinbase premium`],
    'fraction',
    source('coinbase', `Coinbase ${coin.toUpperCase()}-USD / Binance − 1`, 'bp', {
      pack: `${coin}_coinbase_premium_1d`,
      column: 'premium_bp',
    }),
    [
      '以UTC日收盘计，含USDT对美元的偏离；与商业数据商的盘中口径不同。',
      '以UTC日收盤計，含USDT對美元的偏離；與商業資料商的盤中口徑不同。',
      'From closes of the UTC day, with the deviation of USDT from par in it; vendors compute theirs within the day.',
    ],
  );
}

function bitfinex(coin: 'btc' | 'eth' | 'sol', side: 'longs' | 'shorts'): SeriesEntry {
  const [, hans, hant, en] = COINS.find(([key]) => key === coin) as Coin;
  return entry({
    id: `${coin}-margin-${side}`,
    title: [
      `${hans}Bitfinex杠杆${side === 'longs' ? '多头' : '空头'}`,
      `${hant}Bitfinex槓桿${side === 'longs' ? '多頭' : '空頭'}`,
      `${en} margin ${side} on Bitfinex`,
    ],
    assetClass: 'derivatives',
    unit: coin,
    frequency: 'irregular',
    calendar: 'utc',
    venue: 'Bitfinex',
    transform: 'level',
    sources: [
      source('bitfinex', `pos.size ${coin} ${side}`, coin, { pack: `bitfinex_margin_${coin}`, column: side }),
    ],
    note: [
      '带时刻的快照，间隔约3.5至10.5小时。',
      '帶時刻的快照，間隔約3.5至10.5小時。',
      'Snapshots with their time, some 3.5 to 10.5 hours apart.',
    ],
  });
}

function depth(side: 'bid' | 'ask', [hans, hant, en]: Text): SeriesEntry {
  return entry({
    id: `btc-${side}-depth`,
    title: [
      `比特币${hans}深度（中间价5%以内）`,
      `比特幣${hant}深度（中間價5%以內）`,
      `Bitcoin ${en} within 5% of mid`,
    ],
    assetClass: 'derivatives',
    unit: 'usd',
    frequency: 'intraday',
    barMinutes: 1,
    calendar: 'utc',
    venue: 'Binance',
    transform: 'level',
    sources: [
      source('binance', `BTCUSDT bookDepth ${side === 'bid' ? '-5' : '5'}`, 'usdt', { treatAs: 'usd' }),
    ],
    note: [
      '逐日文件（data.binance.vision）以表order_book_depth导入：time、percent、notional_usdt。按1 USDT = 1美元计。',
      '逐日檔案（data.binance.vision）以表order_book_depth匯入：time、percent、notional_usdt。按1 USDT = 1美元計。',
      'The daily files of data.binance.vision, imported as the table order_book_depth: time, percent, notional_usdt. One USDT is taken at one dollar.',
    ],
  });
}

function liquidated(side: 'long' | 'short', [hans, hant, en]: Text): SeriesEntry {
  return entry({
    id: `crypto-liquidations-${side}`,
    title: [`加密货币${hans}爆仓额`, `加密貨幣${hant}強平額`, `Crypto liquidations of ${en}`],
    assetClass: 'derivatives',
    unit: 'usd',
    calendar: 'utc',
    transform: 'flow',
    sources: [
      source(
        'coinglass',
        `futures/liquidation/aggregated-history 1d aggregated_${side}_liquidation_usd`,
        'usd',
      ),
    ],
    note: [
      '交易所每秒至多公布一笔爆仓，合计偏低。',
      '交易所每秒至多公布一筆強平，合計偏低。',
      'Venues publish at most one order a second: the total is too low.',
    ],
  });
}

export const DERIVATIVES: readonly SeriesEntry[] = [
  entry({
    id: 'btc-cme-front',
    title: ['比特币CME期货（近月）', '比特幣CME期貨（近月）', 'Bitcoin CME, front future'],
    assetClass: 'derivatives',
    unit: 'usd',
    calendar: 'cme',
    venue: 'CME',
    sources: [source('yahoo', 'BTC=F', 'usd', { pack: 'btc_cme_future_close', column: 'cme_future_close' })],
    note: [
      '收盘在纽约时间17:00前，与UTC日现货收盘不同步：基差含噪声。',
      '收盤在紐約時間17:00前，與UTC日現貨收盤不同步：基差含雜訊。',
      'It closes hours before the UTC day of spot does: a basis formed from the two is noisy.',
    ],
  }),
  daily(
    'btc-implied-volatility',
    ['比特币隐含波动率 DVOL', '比特幣隱含波動率 DVOL', 'Bitcoin implied volatility (DVOL)'],
    'fraction-per-year',
    source('deribit', 'BTC DVOL', 'percent-per-year', { pack: 'btc_dvol' }),
    ['30天年化隐含波动率。', '30天年化隱含波動率。', 'Thirty-day implied volatility, annualised.'],
  ),
  daily(
    'btc-skew-25-delta',
    ['比特币25-Delta偏斜（30天）', '比特幣25-Delta偏斜（30天）', 'Bitcoin 25-delta skew, 30 days'],
    'fraction-per-year',
    source(
      'deribit',
      'BTC options, public/get_book_summary_by_currency: 25-delta put − call, 30 days',
      'percent-per-year',
    ),
    [
      '由期权链计算：看跌减看涨的隐含波动率；Deribit不提供历史。',
      '由選擇權鏈計算：賣權減買權的隱含波動率；Deribit不提供歷史。',
      'Computed from the option chain, put less call; Deribit keeps no history of it.',
    ],
  ),
  daily(
    'btc-funding',
    [
      '比特币永续资金费率（币安日均）',
      '比特幣永續資金費率（幣安日均）',
      'Bitcoin perpetual funding, mean of the day',
    ],
    'fraction-per-8h',
    source('binance', 'BTCUSDT fundingRate', 'fraction-per-8h', {
      pack: 'funding_binance_btc_daily',
      column: 'funding_mean',
    }),
    ['每日三次结算的平均。', '每日三次結算的平均。', 'Mean of the three settlements of a day.'],
  ),
  daily(
    'btc-funding-absolute',
    [
      '比特币永续资金费率绝对值（日均）',
      '比特幣永續資金費率絕對值（日均）',
      'Bitcoin perpetual funding, mean absolute',
    ],
    'fraction-per-8h',
    source('binance', 'BTCUSDT |fundingRate|', 'fraction-per-8h', {
      pack: 'funding_binance_btc_daily',
      column: 'funding_abs_mean',
    }),
  ),
  daily(
    'btc-funding-all-exchanges',
    [
      '比特币永续资金费率（全交易所）',
      '比特幣永續資金費率（全交易所）',
      'Bitcoin perpetual funding, all exchanges',
    ],
    'fraction-per-8h',
    source('cryptoquant', 'funding rates', 'percent-per-8h', { pack: 'btc_funding_all_exchanges_hist' }),
    ARCHIVE,
  ),
  daily(
    'btc-open-interest',
    ['比特币未平仓合约（全交易所）', '比特幣未平倉合約（全交易所）', 'Bitcoin open interest, all exchanges'],
    'usd',
    source('cryptoquant', 'open interest', 'usd', { pack: 'btc_open_interest_all_exchanges_hist' }),
    ARCHIVE,
  ),
  ...(['btc', 'eth'] as const).map((coin) =>
    daily(
      `${coin}-open-interest-binance`,
      [
        `${coin.toUpperCase()}未平仓合约（币安）`,
        `${coin.toUpperCase()}未平倉合約（幣安）`,
        `${coin.toUpperCase()} open interest, Binance`,
      ],
      'usd',
      source('binance', `${coin.toUpperCase()}USDT openInterestHist`, 'usd', {
        pack: 'oi_binance_daily_2025',
        column: `${coin}_oi_usd`,
      }),
      [
        '所标日期零时（UTC）的快照；以当日结束为保守值。',
        '所標日期零時（UTC）的快照；以當日結束為保守值。',
        'Snapshot of 00:00 UTC of its date; known at the end of the day is a conservative bound.',
      ],
    ),
  ),
  premium('btc', '比特币', '比特幣', 'Bitcoin'),
  premium('eth', '以太币', '以太幣', 'Ether'),
  ...(['btc', 'eth', 'sol'] as const).flatMap((coin) => [bitfinex(coin, 'longs'), bitfinex(coin, 'shorts')]),
  ...(['btc', 'eth'] as const).flatMap((coin) => FUNDING_VENUES.map((venue) => funding(coin, venue))),
  ...COINS.flatMap(perpetual),
  mark(
    'btc-mark-5m',
    ['比特币标记价（5分钟）', '比特幣標記價（5分鐘）', 'Bitcoin mark price, 5 minutes'],
    5,
    source('binance', 'BTCUSDT markPriceKlines 5m', 'usdt', {
      ...bars('btcusdt_binance_mark_5m', OHLC),
      treatAs: 'usd',
    }),
    AT_PAR,
  ),
  mark(
    'btc-coin-margined-mark-1m',
    [
      '比特币币本位标记价（1分钟）',
      '比特幣幣本位標記價（1分鐘）',
      'Bitcoin coin-margined mark price, 1 minute',
    ],
    1,
    source('binance', 'BTCUSD_PERP markPriceKlines 1m', 'usd', bars('btcusd_perp_binance_mark_1m', OHLC)),
  ),
  liquidated('long', ['多头', '多頭', 'longs']),
  liquidated('short', ['空头', '空頭', 'shorts']),
  depth('bid', ['买盘', '買盤', 'bids']),
  depth('ask', ['卖盘', '賣盤', 'asks']),
];
