import type { SpecimenSeries } from './landmarks.ts';

/** Who publishes the figures of a series, and where they can be looked up. */
export interface Publisher {
  readonly name: string;
  readonly url: string;
}

const CRYPTO = 'btc-usd eth-usd sol-usd xrp-usd bnb-usd doge-usd';
const ARCA =
  'spy iwm eem efa arkk igv kre xlb xlc xle xlf xli xlk xlp xlre xlu xlv xly gld slv gdx gdxj uso hyg lqd bil';
const NASDAQ = 'qqq smh tlt ief shy mstr coin nvda';
const COMEX = 'gold-front silver-front copper-front platinum-front palladium-front wti-front natgas-front';

const PUBLISHERS: readonly (readonly [series: string, name: string, url: string])[] = [
  [
    CRYPTO,
    'Binance, daily klines against USDT (Coinbase and CoinGecko before they begin)',
    'https://data.binance.vision/',
  ],
  ['sp500 dow-jones', 'S&P Dow Jones Indices', 'https://fred.stlouisfed.org/series/SP500'],
  [
    'nasdaq-composite nasdaq-100 semiconductors',
    'Nasdaq, Inc.',
    'https://fred.stlouisfed.org/series/NASDAQCOM',
  ],
  ['russell-2000 ftse-100', 'FTSE Russell', 'https://www.lseg.com/en/ftse-russell'],
  ['nikkei-225', 'Nikkei Inc.', 'https://indexes.nikkei.co.jp/en/nkave/archives/data'],
  ['euro-stoxx-50 dax', 'STOXX Ltd.', 'https://stoxx.com/'],
  ['hang-seng', 'Hang Seng Indexes', 'https://www.hsi.com.hk/eng'],
  ['kospi', 'Korea Exchange', 'https://global.krx.co.kr/'],
  ['taiex', 'Taiwan Stock Exchange', 'https://www.twse.com.tw/en/'],
  ['shanghai-composite', 'Shanghai Stock Exchange', 'https://english.sse.com.cn/'],
  [ARCA, 'NYSE Arca and Cboe BZX, closing prices', 'https://www.nyse.com/listings_directory/etf'],
  [NASDAQ, 'Nasdaq, closing prices', 'https://www.nasdaq.com/market-activity'],
  ['metaplanet', 'Tokyo Stock Exchange', 'https://www.jpx.co.jp/english/'],
  [COMEX, 'CME Group, front contract', 'https://www.cmegroup.com/market-data/daily-bulletin.html'],
  [
    'brent-front',
    'ICE Futures Europe, front contract',
    'https://www.ice.com/products/219/Brent-Crude-Futures',
  ],
  ['us-hy-oas', 'ICE BofA, through FRED', 'https://fred.stlouisfed.org/series/BAMLH0A0HYM2'],
  ['us-ig-oas', 'ICE BofA, through FRED', 'https://fred.stlouisfed.org/series/BAMLC0A0CM'],
  ['us-2y', 'US Treasury, through FRED', 'https://fred.stlouisfed.org/series/DGS2'],
  ['us-10y', 'US Treasury, through FRED', 'https://fred.stlouisfed.org/series/DGS10'],
  ['us-30y', 'US Treasury, through FRED', 'https://fred.stlouisfed.org/series/DGS30'],
  ['us-10y-real', 'US Treasury, through FRED', 'https://fred.stlouisfed.org/series/DFII10'],
  ['dollar-index', 'ICE, US Dollar Index', 'https://www.ice.com/forex/usdx'],
  [
    'usd-jpy eur-usd aud-jpy',
    'Interbank rates at the New York close, Yahoo Finance',
    'https://finance.yahoo.com/currencies',
  ],
  [
    'vix vix3m vvix',
    'Cboe Global Indices',
    'https://www.cboe.com/tradable_products/vix/vix_historical_data/',
  ],
  ['move', 'ICE BofA MOVE Index', 'https://www.ice.com/fixed-income-data-services'],
];

const BY_SERIES = new Map(
  PUBLISHERS.flatMap(([series, name, url]) => series.split(' ').map((id) => [id, { name, url }] as const)),
);

/** Publisher of the levels and moves of a series. */
export function publisherOf(id: SpecimenSeries): Publisher {
  return BY_SERIES.get(id) as Publisher;
}
