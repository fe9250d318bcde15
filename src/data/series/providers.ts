import type { Unit } from '../unit.ts';
import type { BarField, SourceRef } from './entry.ts';

interface Provider {
  readonly name: string;
  readonly licence: string;
  readonly redistribute: boolean;
}

const YAHOO: Provider = {
  name: 'yahoo',
  licence: 'Yahoo terms of service: personal use, no redistribution',
  redistribute: false,
};
const FRED: Provider = {
  name: 'fred',
  licence: 'Public domain (United States government work), cited through FRED',
  redistribute: true,
};

export const PROVIDERS = {
  yahoo: YAHOO,
  fred: FRED,
  /** Copyrighted series that FRED shows by permission. */
  'fred-restricted': {
    ...FRED,
    licence: 'Copyright of the owner, shown by FRED with permission',
    redistribute: false,
  },
  binance: {
    name: 'binance',
    licence: 'Binance terms of use: no redistribution of market data',
    redistribute: false,
  },
  coinbase: {
    name: 'coinbase',
    licence: 'Coinbase market data terms: no redistribution',
    redistribute: false,
  },
  kraken: {
    name: 'kraken',
    licence: 'Kraken terms of service: no redistribution of market data',
    redistribute: false,
  },
  bybit: {
    name: 'bybit',
    licence: 'Bybit terms of service: no redistribution of market data',
    redistribute: false,
  },
  bitfinex: {
    name: 'bitfinex',
    licence: 'Bitfinex terms of service: no redistribution of market data',
    redistribute: false,
  },
  deribit: {
    name: 'deribit',
    licence: 'Deribit terms of service: no redistribution of market data',
    redistribute: false,
  },
  exchanges: {
    name: 'exchanges',
    licence: 'Terms of each exchange: no redistribution of market data',
    redistribute: false,
  },
  coingecko: {
    name: 'coingecko',
    licence: 'CoinGecko API terms: attribution, no redistribution',
    redistribute: false,
  },
  coincodex: {
    name: 'coincodex',
    licence: 'CoinCodex terms: no redistribution',
    redistribute: false,
  },
  coinmetrics: {
    name: 'coinmetrics',
    licence: 'Coin Metrics community data, CC BY-NC 4.0',
    redistribute: false,
  },
  cryptocompare: {
    name: 'cryptocompare',
    licence: 'CoinDesk Data (CryptoCompare) terms: no redistribution',
    redistribute: false,
  },
  cryptoquant: {
    name: 'cryptoquant',
    licence: 'CryptoQuant terms: no redistribution',
    redistribute: false,
  },
  coinglass: {
    name: 'coinglass',
    licence: 'CoinGlass API terms: paid, no redistribution',
    redistribute: false,
  },
  defillama: {
    name: 'defillama',
    licence: 'DefiLlama open API, attribution',
    redistribute: true,
  },
  alternative: {
    name: 'alternative-me',
    licence: 'alternative.me: use with attribution',
    redistribute: true,
  },
  farside: {
    name: 'farside',
    licence: 'Farside Investors: copyright, no redistribution',
    redistribute: false,
  },
  sosovalue: {
    name: 'sosovalue',
    licence: 'SoSoValue terms: no redistribution',
    redistribute: false,
  },
  issuer: {
    name: 'etf-issuer',
    licence: 'Fund issuers: no redistribution',
    redistribute: false,
  },
  wgc: {
    name: 'world-gold-council',
    licence: 'World Gold Council terms of use: no redistribution',
    redistribute: false,
  },
  bitbo: {
    name: 'bitbo',
    licence: 'Figures of company announcements, collected by Bitbo',
    redistribute: false,
  },
  tradingview: {
    name: 'tradingview',
    licence: 'TradingView terms: no redistribution',
    redistribute: false,
  },
  tardis: {
    name: 'tardis',
    licence: 'Tardis.dev sample data: no redistribution',
    redistribute: false,
  },
  cboe: {
    name: 'cboe',
    licence: 'Cboe Global Indices: no redistribution',
    redistribute: false,
  },
  ice: {
    name: 'ice',
    licence: 'ICE Data Indices: no redistribution',
    redistribute: false,
  },
  bloomberg: {
    name: 'bloomberg',
    licence: 'Bloomberg terms: no redistribution',
    redistribute: false,
  },
  cme: {
    name: 'cme',
    licence: 'CME Group: no redistribution',
    redistribute: false,
  },
  fed: {
    name: 'federal-reserve',
    licence: 'Public domain (Board of Governors of the Federal Reserve System)',
    redistribute: true,
  },
  nyfed: {
    name: 'new-york-fed',
    licence: 'Federal Reserve Bank of New York terms of use: free use with attribution',
    redistribute: true,
  },
  treasury: {
    name: 'us-treasury',
    licence: 'Public domain (United States Treasury)',
    redistribute: true,
  },
  bls: {
    name: 'bls',
    licence: 'Public domain (Bureau of Labor Statistics)',
    redistribute: true,
  },
  eia: {
    name: 'eia',
    licence: 'Public domain (Energy Information Administration)',
    redistribute: true,
  },
  ofr: {
    name: 'ofr',
    licence: 'Public domain (Office of Financial Research)',
    redistribute: true,
  },
  cftc: {
    name: 'cftc',
    licence: 'Public domain (Commodity Futures Trading Commission)',
    redistribute: true,
  },
  finra: {
    name: 'finra',
    licence: 'FINRA: free use with attribution, no resale',
    redistribute: false,
  },
  aaii: {
    name: 'aaii',
    licence: 'American Association of Individual Investors: no redistribution',
    redistribute: false,
  },
  cnn: {
    name: 'cnn',
    licence: 'CNN: no redistribution',
    redistribute: false,
  },
  ism: {
    name: 'ism',
    licence: 'Institute for Supply Management: no redistribution',
    redistribute: false,
  },
  mof: {
    name: 'japan-mof',
    licence: 'Ministry of Finance of Japan: free use with attribution',
    redistribute: true,
  },
  boj: {
    name: 'boj',
    licence: 'Bank of Japan: free use with attribution',
    redistribute: true,
  },
  bis: {
    name: 'bis',
    licence: 'BIS terms: free use with attribution',
    redistribute: true,
  },
  challenger: {
    name: 'challenger-gray-christmas',
    licence: 'Challenger, Gray & Christmas: copyright, monthly report',
    redistribute: false,
  },
  bundesbank: {
    name: 'bundesbank',
    licence: 'Deutsche Bundesbank: free with attribution',
    redistribute: true,
  },
  boe: {
    name: 'bank-of-england',
    licence: 'Bank of England: Open Government Licence v3.0',
    redistribute: true,
  },
  /** Monthly summaries of the two housing enterprises. */
  gse: {
    name: 'fannie-freddie',
    licence: 'Fannie Mae and Freddie Mac: public disclosures, cited',
    redistribute: true,
  },
  nikkei: {
    name: 'nikkei',
    licence: 'Nikkei Inc.: no redistribution',
    redistribute: false,
  },
  jpx: {
    name: 'jpx',
    licence: 'Japan Exchange Group: no redistribution',
    redistribute: false,
  },
  occ: {
    name: 'occ',
    licence: 'Options Clearing Corporation and Cboe: no redistribution',
    redistribute: false,
  },
  alpaca: {
    name: 'alpaca',
    licence: 'Alpaca market data terms: no redistribution',
    redistribute: false,
  },
  unstated: {
    name: 'unstated',
    licence: 'Not stated by the source: no redistribution',
    redistribute: false,
  },
  filings: {
    name: 'company-filings',
    licence: 'Figures of public company filings',
    redistribute: true,
  },
  /** Statements and cover pages of companies as tagged in their filings. */
  edgar: {
    name: 'sec-edgar',
    licence: 'Public domain (filings on EDGAR, Securities and Exchange Commission)',
    redistribute: true,
  },
  census: {
    name: 'census',
    licence: 'Public domain (United States Census Bureau)',
    redistribute: true,
  },
  'federal-register': {
    name: 'federal-register',
    licence: 'Public domain (Office of the Federal Register)',
    redistribute: true,
  },
  'swiss-customs': {
    name: 'swiss-customs',
    licence: 'Federal Office for Customs and Border Security of Switzerland: free use with attribution',
    redistribute: true,
  },
  imf: {
    name: 'imf',
    licence: 'International Monetary Fund: free use with attribution',
    redistribute: true,
  },
  'world-bank': {
    name: 'world-bank',
    licence: 'World Bank, CC BY 4.0',
    redistribute: true,
  },
  'measuring-worth': {
    name: 'measuringworth',
    licence: 'MeasuringWorth: non-commercial use with attribution, no redistribution',
    redistribute: false,
  },
  iea: {
    name: 'iea',
    licence: 'International Energy Agency terms: no redistribution of report data',
    redistribute: false,
  },
  opec: {
    name: 'opec',
    licence: 'OPEC Monthly Oil Market Report: use with attribution, no redistribution',
    redistribute: false,
  },
  csi: {
    name: 'china-securities-index',
    licence: 'China Securities Index Co.: no redistribution',
    redistribute: false,
  },
  gpr: {
    name: 'caldara-iacoviello',
    licence: 'Caldara and Iacoviello, free use with citation',
    redistribute: true,
  },
  shiller: {
    name: 'shiller',
    licence: 'Online Data of Robert Shiller: free use with citation',
    redistribute: false,
  },
  french: {
    name: 'french',
    licence: 'Kenneth R. French Data Library: free use with citation',
    redistribute: false,
  },
  sifma: {
    name: 'sifma',
    licence: 'SIFMA Research statistics: use with attribution, no redistribution',
    redistribute: false,
  },
} as const satisfies Record<string, Provider>;

export type ProviderKey = keyof typeof PROVIDERS;

export interface Place {
  /** Id in a data pack's manifest. */
  readonly pack?: string;
  /** Value column of the pack's file; `value` when left out. */
  readonly column?: string;
  readonly keys?: Readonly<Record<string, string>>;
  readonly fields?: readonly BarField[];
  readonly treatAs?: Unit;
  readonly shiftDays?: number;
}

/** One place a series can be had from, with the licence of its provider. */
export function source(provider: ProviderKey, symbol: string, unit: Unit, place: Place = {}): SourceRef {
  const { name, licence, redistribute } = PROVIDERS[provider];
  const { pack, column = 'value', keys, ...rest } = place;
  return {
    provider: name,
    symbol,
    unit,
    ...(pack ? { pack: { id: pack, column, ...(keys ? { keys } : {}) } } : {}),
    ...rest,
    licence,
    redistribute,
  };
}

export const OHLC: readonly BarField[] = ['open', 'high', 'low'];
export const OHLCV: readonly BarField[] = ['open', 'high', 'low', 'volume'];

/** Bars of a data pack: the close is the value, the other columns stand beside it. */
export function bars(pack: string, fields: readonly BarField[] = OHLCV): Place {
  return { pack, column: 'close', fields };
}
