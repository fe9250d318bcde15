import type { Episode } from '../episode.ts';

export const oilPriceWar: Episode = {
  id: 'oil-price-war',
  date: '2020-03-09',
  scope: 'broad',
  title: {
    'zh-Hans': '油价战与疫情',
    'zh-Hant': '油價戰與疫情',
    en: 'Oil-price war and pandemic',
  },
  fact: {
    'zh-Hans': '沙特发动油价战，美股触发熔断，十年期美债收益率跌至 0.54%。',
    'zh-Hant': '沙烏地發動油價戰，美股觸發熔斷，十年期美債殖利率跌至 0.54%。',
    en: 'Saudi Arabia opens an oil-price war; US shares trip the circuit breaker; the ten-year yield falls to 0.54 %.',
  },
  source: {
    text: 'FSB, Holistic review of the March market turmoil',
    url: 'https://www.fsb.org/2020/11/holistic-review-of-the-march-market-turmoil/',
  },
  days: {
    '2020-03-09': {
      sp500: { move: -0.076, close: 2746.56 },
      'nasdaq-composite': { move: -0.0729 },
      'nasdaq-100': { move: -0.0683 },
      'russell-2000': { move: -0.0937 },
      'nikkei-225': { move: -0.0507 },
      vix: { move: 0.2985, close: 54.46 },
      'us-hy-oas': { move: 0.0104, close: 0.0668 },
      'us-2y': { move: -0.0011, close: 0.0038 },
      'us-10y': { move: -0.002, close: 0.0054 },
      'us-30y': { move: -0.0026, close: 0.0099 },
      tlt: { move: 0.0271 },
      'dollar-index': { move: -0.0109 },
      'usd-jpy': { move: -0.0217 },
      'gold-front': { move: 0.0022, close: 1674.5 },
      'silver-front': { move: -0.0124, close: 17.001 },
      'copper-front': { move: -0.019 },
      gdx: { move: -0.0714 },
      'wti-front': { move: -0.2459 },
      'btc-usd': { move: -0.0129, close: 7929.87 },
      'eth-usd': { move: 0.0169 },
      mstr: { move: -0.0503 },
    },
  },
};
