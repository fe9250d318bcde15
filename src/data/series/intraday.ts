import type { CalendarId } from '../calendar.ts';
import type { BaseUnit } from '../unit.ts';
import { entry, type Text } from './define.ts';
import type { AssetClass, SeriesEntry, SourceRef } from './entry.ts';
import { bars, OHLC, OHLCV, type Place, source } from './providers.ts';

const AT_PAR: Text = [
  '报价为USDT，按1 USDT = 1美元计。',
  '報價為USDT，按1 USDT = 1美元計。',
  'Quoted in USDT and taken at one dollar each.',
];
const SMALL_VENUE: Text = [
  '由逐笔成交汇总；交易所较小，影线与币安不同。',
  '由逐筆成交彙總；交易所較小，影線與幣安不同。',
  'Aggregated from trades of a small venue: its wicks differ from those of Binance.',
];
const EXTENDED: Text = [
  '含盘前盘后时段，无成交量。',
  '含盤前盤後時段，無成交量。',
  'With extended hours, without volume.',
];

type Coin = readonly [key: BaseUnit, hans: string, hant: string, en: string];

const BTC: Coin = ['btc', '比特币', '比特幣', 'Bitcoin'];
const ETH: Coin = ['eth', '以太币', '以太幣', 'Ether'];
const SOL: Coin = ['sol', '索拉纳币', '索拉納幣', 'Solana'];
const XRP: Coin = ['xrp', '瑞波币', '瑞波幣', 'XRP'];
const BNB: Coin = ['bnb', '币安币', '幣安幣', 'BNB'];
const DOGE: Coin = ['doge', '狗狗币', '狗狗幣', 'Dogecoin'];
const ZEC: Coin = ['zec', '大零币', '大零幣', 'Zcash'];

type Bar = readonly [label: string, minutes: number, hans: string, hant: string, en: string];

const FOUR_HOURS: Bar = ['4h', 240, '4小时', '4小時', '4 hours'];
const HOUR: Bar = ['1h', 60, '1小时', '1小時', '1 hour'];
const MINUTE: Bar = ['1m', 1, '1分钟', '1分鐘', '1 minute'];

function binance(pair: string, bar: string, pack: string): SourceRef {
  return source('binance', `${pair} ${bar}`, 'usdt', { ...bars(pack, OHLCV), treatAs: 'usd' });
}

function coinBars(
  [key, hans, hant, en]: Coin,
  bar: Bar,
  venue: string,
  sources: readonly SourceRef[],
  note: Text,
): SeriesEntry {
  const [label, minutes, barHans, barHant, barEn] = bar;
  return entry({
    id: `${key}-usd-${label}`,
    title: [`${hans}（${barHans}）`, `${hant}（${barHant}）`, `${en}, ${barEn}`],
    assetClass: 'crypto',
    unit: 'usd',
    frequency: 'intraday',
    barMinutes: minutes,
    calendar: 'utc',
    venue,
    ...(venue === 'Binance' ? { quote: 'USDT' } : {}),
    volumeUnit: key,
    sources,
    note,
  });
}

function takerBuy(coin: Coin, pack: string): SeriesEntry {
  const [key, hans, hant, en] = coin;
  return entry({
    id: `${key}-taker-buy-1h`,
    title: [`${hans}主动买入量（1小时）`, `${hant}主動買入量（1小時）`, `${en} taker-buy volume, 1 hour`],
    assetClass: 'flows',
    unit: key,
    frequency: 'intraday',
    barMinutes: 60,
    calendar: 'utc',
    venue: 'Binance',
    transform: 'flow',
    sources: [
      source('binance', `${key.toUpperCase()}USDT 1h taker buy base`, key, {
        pack,
        column: 'taker_buy_base',
      }),
    ],
  });
}

function oneHour(coin: Coin, pack: string): SeriesEntry {
  return coinBars(coin, HOUR, 'Binance', [binance(`${coin[0].toUpperCase()}USDT`, '1h', pack)], AT_PAR);
}

function tick(coin: Coin, venue: 'Gemini' | 'Coinbase'): SeriesEntry {
  const pack = `${coin[0]}usd_${venue.toLowerCase()}_1m_20251010`;
  return coinBars(
    coin,
    MINUTE,
    venue,
    [source('tardis', `${venue} ${coin[0]}-usd trades`, 'usd', bars(pack, OHLCV))],
    SMALL_VENUE,
  );
}

function listedBars(
  id: string,
  title: Text,
  minutes: number,
  assetClass: AssetClass,
  symbol: string,
  place: Place,
): SeriesEntry {
  const calendar: CalendarId = 'new-york';
  return entry({
    id,
    title,
    assetClass,
    unit: 'usd',
    frequency: 'intraday',
    barMinutes: minutes,
    calendar,
    venue: 'Cboe BZX',
    sources: [source('tradingview', symbol, 'usd', place)],
    note: EXTENDED,
  });
}

/** Bars shorter than a day; a source labels them with their opening, the store with their close. */
export const INTRADAY: readonly SeriesEntry[] = [
  coinBars(BTC, FOUR_HOURS, 'Binance', [binance('BTCUSDT', '4h', 'btcusdt_binance_4h')], AT_PAR),
  coinBars(ETH, FOUR_HOURS, 'Binance', [binance('ETHUSDT', '4h', 'ethusdt_binance_4h')], AT_PAR),
  coinBars(
    BTC,
    HOUR,
    'Binance',
    [
      binance('BTCUSDT', '1h', 'btcusdt_binance_1h_2026'),
      binance('BTCUSDT', '1h', 'btcusdt_binance_1h_2025'),
      source('cryptocompare', 'CCCAGG BTC-USD 1h', 'usd', bars('btcusd_cccagg_1h', OHLC)),
    ],
    AT_PAR,
  ),
  oneHour(ETH, 'ethusdt_binance_1h_2026'),
  oneHour(SOL, 'solusdt_binance_1h'),
  oneHour(XRP, 'xrpusdt_binance_1h'),
  oneHour(BNB, 'bnbusdt_binance_1h'),
  oneHour(DOGE, 'dogeusdt_binance_1h'),
  oneHour(ZEC, 'zecusdt_binance_1h'),
  takerBuy(BTC, 'btcusdt_binance_1h_2026'),
  takerBuy(ETH, 'ethusdt_binance_1h_2026'),
  tick(BTC, 'Gemini'),
  tick(ETH, 'Gemini'),
  tick(SOL, 'Gemini'),
  tick(XRP, 'Gemini'),
  tick(DOGE, 'Coinbase'),
  listedBars(
    'ibit-2m',
    ['IBIT（2分钟）', 'IBIT（2分鐘）', 'IBIT, 2 minutes'],
    2,
    'crypto',
    'IBIT 2m',
    bars('ibit_2m', OHLC),
  ),
  listedBars(
    'ibit-15m',
    ['IBIT（15分钟）', 'IBIT（15分鐘）', 'IBIT, 15 minutes'],
    15,
    'crypto',
    'IBIT 15m',
    bars('ibit_15m', OHLC),
  ),
  listedBars(
    'spy-2m',
    ['SPY（2分钟）', 'SPY（2分鐘）', 'SPY, 2 minutes'],
    2,
    'equity',
    'SPY 2m',
    bars('spy_2m', OHLC),
  ),
];
