import type { Episode } from '../episode.ts';

export const dashForCash: Episode = {
  id: 'dash-for-cash',
  date: '2020-03-12',
  scope: 'broad',
  title: {
    'zh-Hans': '抢现金',
    'zh-Hant': '搶現金',
    en: 'The dash for cash',
  },
  fact: {
    'zh-Hans': '标普 500 跌 9.5%，比特币跌 39.5%，金、银与债券齐跌：什么都卖。',
    'zh-Hant': '標普 500 跌 9.5%，比特幣跌 39.5%，金、銀與債券齊跌：什麼都賣。',
    en: 'S&P 500 −9.5 %, bitcoin −39.5 %, gold, silver and credit with them: everything is sold.',
  },
  source: {
    text: 'FSB, Holistic review of the March market turmoil',
    url: 'https://www.fsb.org/2020/11/holistic-review-of-the-march-market-turmoil/',
  },
  days: {
    '2020-03-12': {
      sp500: { move: -0.0951, close: 2480.64 },
      'nasdaq-composite': { move: -0.0943 },
      'nasdaq-100': { move: -0.0927 },
      'russell-2000': { move: -0.1118 },
      'nikkei-225': { move: -0.0441 },
      vix: { move: 0.4002, close: 75.47 },
      'us-hy-oas': { move: 0.0081, close: 0.0742 },
      'us-2y': { move: 0, close: 0.005 },
      'us-10y': { move: 0.0006, close: 0.0088 },
      'us-30y': { move: 0.0019, close: 0.0149 },
      tlt: { move: 0.0062 },
      'dollar-index': { move: 0.0099 },
      'usd-jpy': { move: -0.0045 },
      'gold-front': { move: -0.0317, close: 1589.3 },
      'silver-front': { move: -0.0459, close: 15.961 },
      'copper-front': { move: -0.0123 },
      gdx: { move: -0.1136 },
      'wti-front': { move: -0.0449 },
      'btc-usd': { move: -0.395, close: 4800, low: 4410 },
      'eth-usd': { move: -0.446 },
      mstr: { move: -0.1258 },
    },
  },
};
