import type { Episode } from '../episode.ts';

export const celsius: Episode = {
  id: 'celsius',
  date: '2022-06-13',
  scope: 'broad',
  title: {
    'zh-Hans': '通胀意外与 Celsius',
    'zh-Hant': '通膨意外與 Celsius',
    en: 'Inflation surprise and Celsius',
  },
  fact: {
    'zh-Hans': 'CPI 超预期后美债大跌，Celsius 暂停提款，比特币跌 15.4%。',
    'zh-Hant': 'CPI 超預期後美債大跌，Celsius 暫停提款，比特幣跌 15.4%。',
    en: 'After a high CPI Treasuries fall hard, Celsius halts withdrawals, bitcoin −15.4 %.',
  },
  source: {
    text: 'BLS, Consumer Price Index, May 2022',
    url: 'https://www.bls.gov/news.release/archives/cpi_06102022.htm',
  },
  days: {
    '2022-06-13': {
      sp500: { move: -0.0388, close: 3749.63 },
      'nasdaq-composite': { move: -0.0468 },
      'nasdaq-100': { move: -0.046 },
      'russell-2000': { move: -0.0476 },
      'nikkei-225': { move: -0.0301 },
      vix: { move: 0.2259, close: 34.02 },
      'us-hy-oas': { move: 0.0036, close: 0.0487 },
      'us-2y': { move: 0.0034, close: 0.034 },
      'us-10y': { move: 0.0028, close: 0.0343 },
      'us-30y': { move: 0.0022, close: 0.0342 },
      tlt: { move: -0.0314 },
      'dollar-index': { move: 0.0089 },
      'usd-jpy': { move: 0.0029 },
      'gold-front': { move: -0.0232, close: 1828 },
      'silver-front': { move: -0.0309, close: 21.236 },
      'copper-front': { move: -0.0196 },
      gdx: { move: -0.0645 },
      'wti-front': { move: 0.0022 },
      'btc-usd': { move: -0.1538, close: 22487.4 },
      'eth-usd': { move: -0.1568 },
      mstr: { move: -0.2518 },
    },
  },
};
