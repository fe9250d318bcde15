import type { BaseUnit } from '../unit.ts';
import { entry, join, type Text } from './define.ts';
import type { SeriesEntry, SourceRef } from './entry.ts';
import { LEVERED, listed } from './listed.ts';
import { bars, OHLC, OHLCV, source } from './providers.ts';

/** Said of every coin whose preferred quote is in Tether. */
const AT_PAR: Text = [
  '报价为USDT，按1 USDT = 1美元计；两者通常相差不到0.3%，2018年10月至2019年5月曾达3%。',
  '報價為USDT，按1 USDT = 1美元計；兩者通常相差不到0.3%，2018年10月至2019年5月曾達3%。',
  'Quoted in USDT and taken at one dollar each: the two usually differ by less than 0.3 %, in October 2018 to May 2019 by up to 3 %.',
];

const MIDNIGHT_PRICE: Text = [
  'CoinGecko的值是所标日期零时的价格，即前一日收盘，故日期前移一天。',
  'CoinGecko的值是所標日期零時的價格，即前一日收盤，故日期前移一天。',
  'CoinGecko dates the price of 00:00 UTC with the day that begins; it is the close of the day before and is moved there.',
];

function binance(pair: string, pack: string, bar = '1d'): SourceRef {
  return source('binance', `${pair} ${bar}`, 'usdt', { ...bars(pack, OHLCV), treatAs: 'usd' });
}

function coinGecko(name: string, pack: string): SourceRef {
  return source('coingecko', name, 'usd', { pack, column: 'price', shiftDays: -1 });
}

function coin(
  id: string,
  title: Text,
  coinUnit: BaseUnit,
  sources: readonly SourceRef[],
  note: Text | undefined = AT_PAR,
): SeriesEntry {
  return entry({
    id,
    title,
    assetClass: 'crypto',
    unit: 'usd',
    calendar: 'utc',
    venue: 'Binance',
    quote: 'USDT',
    volumeUnit: coinUnit,
    sources,
    note,
  });
}

const CAP_NOTE: Text = [
  '价格乘以流通供应；除以价格即得供应量。',
  '價格乘以流通供給；除以價格即得供給量。',
  'Price times circulating supply: divided by the price it gives the supply.',
];

/** Market value of a coin or of all, at the end of its day. */
function marketValue(id: string, title: Text, from: SourceRef): SeriesEntry {
  return entry({
    id: `${id}-market-cap`,
    title,
    assetClass: 'on-chain',
    unit: 'usd',
    calendar: 'utc',
    transform: 'level',
    revised: true,
    sources: [from],
    note: join(CAP_NOTE, MIDNIGHT_PRICE),
  });
}

function coinGeckoValue(name: string, pack: string): SourceRef {
  return source('coingecko', `${name} market_cap`, 'usd', { pack, column: 'market_cap', shiftDays: -1 });
}

const MARKET_VALUES: readonly SeriesEntry[] = [
  marketValue(
    'btc',
    ['比特币市值', '比特幣市值', 'Market value of bitcoin'],
    coinGeckoValue('bitcoin', 'btc_coingecko_1d'),
  ),
  marketValue(
    'eth',
    ['以太币市值', '以太幣市值', 'Market value of ether'],
    coinGeckoValue('ethereum', 'eth_coingecko_1d'),
  ),
  marketValue(
    'sol',
    ['索拉纳币市值', '索拉納幣市值', 'Market value of Solana'],
    coinGeckoValue('solana', 'sol_coingecko_1d'),
  ),
  marketValue(
    'xrp',
    ['瑞波币市值', '瑞波幣市值', 'Market value of XRP'],
    coinGeckoValue('ripple', 'xrp_coingecko_1d'),
  ),
  marketValue(
    'bnb',
    ['币安币市值', '幣安幣市值', 'Market value of BNB'],
    coinGeckoValue('binancecoin', 'bnb_coingecko_1d'),
  ),
  marketValue(
    'crypto',
    ['加密货币总市值', '加密貨幣總市值', 'Market value of all crypto'],
    source('coingecko', 'global/market_cap_chart', 'usd', { shiftDays: -1 }),
  ),
];

export const CRYPTO: readonly SeriesEntry[] = [
  ...MARKET_VALUES,
  coin(
    'btc-usd',
    ['比特币', '比特幣', 'Bitcoin'],
    'btc',
    [
      binance('BTCUSDT', 'btcusdt_binance_1d'),
      source('coinbase', 'BTC-USD 1d', 'usd', { pack: 'btcusd_coinbase_close_1d' }),
      source('cryptocompare', 'CCCAGG BTC-USD 1d', 'usd', bars('btcusd_cccagg_1d', OHLC)),
      source('yahoo', 'BTC-USD', 'usd', bars('btcusd_yahoo_1d', OHLC)),
      coinGecko('bitcoin', 'btc_coingecko_1d'),
    ],
    join(AT_PAR, MIDNIGHT_PRICE),
  ),
  coin(
    'eth-usd',
    ['以太币', '以太幣', 'Ether'],
    'eth',
    [
      binance('ETHUSDT', 'ethusdt_binance_1d'),
      source('coinbase', 'ETH-USD 1d', 'usd', { pack: 'ethusd_coinbase_close_1d' }),
      source('yahoo', 'ETH-USD', 'usd', bars('ethusd_yahoo_1d', OHLC)),
      coinGecko('ethereum', 'eth_coingecko_1d'),
    ],
    join(AT_PAR, MIDNIGHT_PRICE),
  ),
  coin(
    'sol-usd',
    ['索拉纳币', '索拉納幣', 'Solana'],
    'sol',
    [binance('SOLUSDT', 'solusdt_binance_1d'), coinGecko('solana', 'sol_coingecko_1d')],
    join(AT_PAR, MIDNIGHT_PRICE),
  ),
  coin(
    'xrp-usd',
    ['瑞波币', '瑞波幣', 'XRP'],
    'xrp',
    [binance('XRPUSDT', 'xrpusdt_binance_1d'), coinGecko('ripple', 'xrp_coingecko_1d')],
    join(AT_PAR, MIDNIGHT_PRICE),
  ),
  coin(
    'bnb-usd',
    ['币安币', '幣安幣', 'BNB'],
    'bnb',
    [binance('BNBUSDT', 'bnbusdt_binance_1d'), coinGecko('binancecoin', 'bnb_coingecko_1d')],
    join(AT_PAR, MIDNIGHT_PRICE),
  ),
  coin('doge-usd', ['狗狗币', '狗狗幣', 'Dogecoin'], 'doge', [
    binance('DOGEUSDT', 'dogeusdt_binance_1d'),
    source('coincodex', 'DOGE', 'usd', bars('dogeusd_coincodex_1d', OHLC)),
    source('coinmetrics', 'doge PriceUSD', 'usd', { pack: 'doge_coinmetrics_1d', column: 'price' }),
  ]),
  coin('zec-usd', ['大零币', '大零幣', 'Zcash'], 'zec', [binance('ZECUSDT', 'zecusdt_binance_1d')]),
  entry({
    id: 'usdt-usd',
    title: ['泰达币对美元', '泰達幣兌美元', 'Tether in US dollars'],
    assetClass: 'crypto',
    unit: 'usd',
    calendar: 'utc',
    venue: 'Coinbase',
    sources: [source('coinbase', 'USDT-USD 1d', 'usd'), source('kraken', 'USDTZUSD interval 1440', 'usd')],
    note: [
      '各交易所公开接口可取，免密钥；用于从溢价中去除USDT对美元的偏离。',
      '各交易所公開介面可取，免金鑰；用於從溢價中去除USDT對美元的偏離。',
      'From the exchanges’ public interfaces, without a key; it takes the deviation of USDT from par out of a premium.',
    ],
  }),
  listed('IBIT', ['贝莱德比特币基金 IBIT', '貝萊德比特幣基金 IBIT', 'Bitcoin fund IBIT'], 'crypto', {
    venue: 'Nasdaq',
    adjusted: true,
  }),
  listed('FBTC', ['富达比特币基金 FBTC', '富達比特幣基金 FBTC', 'Bitcoin fund FBTC'], 'crypto', {
    venue: 'Cboe BZX',
    adjusted: true,
  }),
  listed('ETHA', ['贝莱德以太币基金 ETHA', '貝萊德以太幣基金 ETHA', 'Ether fund ETHA'], 'crypto', {
    venue: 'Nasdaq',
    adjusted: true,
  }),
  listed('BITO', ['比特币期货基金 BITO', '比特幣期貨基金 BITO', 'Bitcoin futures fund BITO'], 'crypto', {
    adjusted: true,
  }),
  listed('BITX', ['两倍做多比特币 BITX', '兩倍做多比特幣 BITX', 'Bitcoin twice BITX'], 'crypto', {
    venue: 'Cboe BZX',
    note: LEVERED,
    adjusted: true,
  }),
].flat();
