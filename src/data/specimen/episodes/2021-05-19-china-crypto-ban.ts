import type { Episode } from '../episode.ts';

export const chinaCryptoBan: Episode = {
  id: 'china-crypto-ban',
  date: '2021-05-19',
  scope: 'crypto',
  title: {
    'zh-Hans': '中国重申加密禁令',
    'zh-Hant': '中國重申加密禁令',
    en: 'China repeats its ban on crypto',
  },
  fact: {
    'zh-Hans': '中国三协会重申禁令后，比特币盘中跌至三万美元，股市几乎不动。',
    'zh-Hant': '中國三協會重申禁令後，比特幣盤中跌至三萬美元，股市幾乎不動。',
    en: 'After three Chinese associations repeat the ban, bitcoin touches 30,000 dollars; shares hardly move.',
  },
  source: {
    text: 'Wikipedia, Cryptocurrency bubble',
    url: 'https://en.wikipedia.org/wiki/Cryptocurrency_bubble',
  },
  days: {
    '2021-05-19': {
      sp500: { move: -0.0029, close: 4115.68 },
      'nasdaq-composite': { move: -0.0003 },
      'nasdaq-100': { move: 0.0015 },
      vix: { move: 0.0394, close: 22.18 },
      'us-10y': { move: 0.0004, close: 0.0168 },
      tlt: { move: -0.0024 },
      'gold-front': { move: 0.0072, close: 1881.3 },
      'wti-front': { move: -0.0325 },
      'btc-usd': { move: -0.1438, close: 36690, low: 30000 },
      'eth-usd': { move: -0.2774 },
      mstr: { move: -0.0664 },
    },
  },
};
