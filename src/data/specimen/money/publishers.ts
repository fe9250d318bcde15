import type { Publisher } from '../publishers.ts';

export interface MoneySource {
  /** What the series is made from. */
  readonly from: string;
  /** Who publishes the levels or facts in it; none when it has none of its own. */
  readonly publisher?: Publisher;
}

type Row = readonly [ids: string, from: string, name?: string, url?: string];

const H41 = ['Federal Reserve, H.4.1', 'https://www.federalreserve.gov/releases/h41/'] as const;
const H8 = ['Federal Reserve, H.8', 'https://www.federalreserve.gov/releases/h8/'] as const;
const FOMC = [
  'Federal Reserve, open market operations',
  'https://www.federalreserve.gov/monetarypolicy/openmarket.htm',
] as const;
const NEW_YORK_FED = [
  'Federal Reserve Bank of New York',
  'https://www.newyorkfed.org/markets/reference-rates/sofr',
] as const;
const COT = [
  'CFTC, Commitments of Traders',
  'https://www.cftc.gov/MarketReports/CommitmentsofTraders/index.htm',
] as const;
const STRATEGY = ['Strategy Inc., Forms 8-K, 10-Q and 10-K', 'https://www.strategy.com/purchases'] as const;
const LLAMA = ['DefiLlama', 'https://defillama.com/stablecoins'] as const;

const BTC_FUNDS = 'ibit fbtc bitb arkb btco ezbc brrr hodl btcw msbt btc gbtc total';
const ETH_FUNDS = 'etha ethb feth ethw teth ethv qeth ezet eth ethe total';
const SOL_FUNDS = 'bsol vsol fsol tsol soez gsol total';
const flows = (coin: string, funds: string) =>
  funds
    .split(' ')
    .map((fund) => `${coin}-etf-flow-${fund}`)
    .join(' ');
const cot = (market: string) =>
  ['long', 'short', 'net'].map((side) => `cot-${market}-spec-${side}`).join(' ');

const ROWS: readonly Row[] = [
  ['fed-assets fed-mbs fed-bills fed-primary-credit fed-swap-lines', 'levels on Wednesdays', ...H41],
  ['fed-treasuries', 'assets less all other assets', ...H41],
  ['fed-reserves', 'assets less all other liabilities, averages of the week', ...H41],
  [
    'tga-daily',
    'levels, tax days, noise',
    'US Treasury, Daily Treasury Statement',
    'https://fiscaldata.treasury.gov/datasets/daily-treasury-statement/',
  ],
  ['tga tga-week-average', 'tga-daily'],
  [
    'fed-rrp',
    'levels, ends of months, noise',
    'Federal Reserve Bank of New York',
    'https://www.newyorkfed.org/markets/desk-operations/reverse-repo',
  ],
  ['bank-credit bank-assets bank-loans bank-deposits bank-other-deposits', 'levels on Wednesdays', ...H8],
  ['m2', 'levels by month', 'Federal Reserve, H.6', 'https://www.federalreserve.gov/releases/h6/'],
  ['cpi', 'levels by month', 'US Bureau of Labor Statistics', 'https://www.bls.gov/cpi/'],
  ['gdp', 'levels by quarter', 'US Bureau of Economic Analysis', 'https://www.bea.gov/data/gdp'],
  [
    'ecb-assets',
    'levels on Fridays',
    'European Central Bank, weekly financial statement',
    'https://www.ecb.europa.eu/press/pr/wfs/html/index.en.html',
  ],
  [
    'boj-assets',
    'levels by month',
    'Bank of Japan Accounts',
    'https://www.boj.or.jp/en/statistics/boj/other/acmai/index.htm',
  ],
  ['fed-target-upper fed-target-lower iorb', 'decisions', ...FOMC],
  [
    'ecb-deposit-rate',
    'decisions',
    'European Central Bank',
    'https://www.ecb.europa.eu/stats/policy_and_exchange_rates/key_ecb_interest_rates/html/index.en.html',
  ],
  ['boj-policy-rate', 'decisions', 'Bank of Japan', 'https://www.boj.or.jp/en/mopo/mpmdeci/index.htm'],
  [
    'boe-bank-rate',
    'decisions',
    'Bank of England',
    'https://www.bankofengland.co.uk/boeapps/database/Bank-Rate.asp',
  ],
  ['sofr sofr-99 tgcr effr', 'the range, levels above it, ends of months', ...NEW_YORK_FED],
  ['fed-srf', 'ends of months, four stated days', ...NEW_YORK_FED],
  ['us-3m fed-expected-rate', 'the range and what lies ahead of it'],
  ['dollar-broad', 'dollar-index'],
  ['stablecoin-supply defi-tvl', 'levels', ...LLAMA],
  [flows('btc', BTC_FUNDS), 'btc-usd, noise'],
  [flows('eth', ETH_FUNDS), 'eth-usd, noise'],
  [flows('sol', SOL_FUNDS), 'sol-usd, noise'],
  [
    'etf-assets-ibit etf-assets-fbtc etf-assets-gbtc',
    'the flows, btc-usd',
    'Grayscale Bitcoin Trust ETF, Form 10-K 2024 (coins at its conversion)',
    'https://www.sec.gov/edgar/browse/?CIK=1588489',
  ],
  ['etf-flow-gld etf-flow-iau etf-flow-gldm gld-shares gold-etf-flow-world', 'gld, noise'],
  [
    'etf-flow-slv etf-flow-spy etf-flow-qqq etf-flow-iwm etf-flow-tlt etf-flow-hyg',
    'the price of the fund, noise',
  ],
  ['btc-coinbase-premium eth-coinbase-premium', 'the price of the coin, noise'],
  ['btc-funding btc-funding-absolute btc-open-interest btc-open-interest-binance', 'btc-usd, noise'],
  ['btc-cme-front btc-implied-volatility usdc-borrow-rate', 'btc-usd, noise'],
  [
    'btc-exchange-reserve btc-exchange-reserve-coinbase btc-exchange-reserve-binance btc-exchange-reserve-bitfinex',
    'levels',
  ],
  ['usdt-usd', 'levels'],
  [
    'crypto-liquidations-long crypto-liquidations-short',
    'btc-usd, one stated day',
    'CoinGlass, liquidation data',
    'https://www.coinglass.com/LiquidationData',
  ],
  [cot('gold'), 'levels, gold-front', ...COT],
  [cot('silver'), 'levels, silver-front', ...COT],
  [cot('sp500'), 'levels, sp500', ...COT],
  [cot('bitcoin'), 'levels, btc-usd', ...COT],
  ['skew', 'levels, vix', 'Cboe Global Indices', 'https://www.cboe.com/us/indices/dashboard/skew/'],
  ['strategy-btc-held strategy-shares', 'filings', ...STRATEGY],
  ['strategy-mnav', 'mstr, btc-usd, strategy-btc-held, strategy-shares'],
];

/** What each series of liquidity, flows, derivatives and positions is made from, and whose levels are in it. */
export const MONEY_SOURCES: ReadonlyMap<string, MoneySource> = new Map(
  ROWS.flatMap(([ids, from, name, url]) =>
    ids.split(' ').map((id) => [id, { from, ...(name && url ? { publisher: { name, url } } : {}) }] as const),
  ),
);
