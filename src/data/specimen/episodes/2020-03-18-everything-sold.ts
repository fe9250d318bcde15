import type { Episode } from '../episode.ts';

export const everythingSold: Episode = {
  id: 'everything-sold',
  date: '2020-03-18',
  scope: 'broad',
  title: {
    'zh-Hans': '股债金齐跌',
    'zh-Hant': '股債金齊跌',
    en: 'Shares, bonds and gold sold',
  },
  fact: {
    'zh-Hans': '油价跌 24%，长债与黄金同跌，美元大涨。',
    'zh-Hant': '油價跌 24%，長債與黃金同跌，美元大漲。',
    en: 'Oil −24 %, long Treasuries and gold down as well, the dollar up.',
  },
  source: {
    text: 'FSB, Holistic review of the March market turmoil',
    url: 'https://www.fsb.org/2020/11/holistic-review-of-the-march-market-turmoil/',
  },
  days: {
    '2020-03-18': {
      sp500: { move: -0.0518, close: 2398.1 },
      'nasdaq-composite': { move: -0.047 },
      'nasdaq-100': { move: -0.04 },
      'russell-2000': { move: -0.1042 },
      'nikkei-225': { move: -0.0168 },
      vix: { move: 0.0071, close: 76.45 },
      'us-hy-oas': { move: 0.0063, close: 0.0904 },
      'us-2y': { move: 0.0007, close: 0.0054 },
      'us-10y': { move: 0.0016, close: 0.0118 },
      'us-30y': { move: 0.0014, close: 0.0177 },
      tlt: { move: -0.0564 },
      'dollar-index': { move: 0.0159 },
      'usd-jpy': { move: 0.0113 },
      'gold-front': { move: -0.0312, close: 1477.3 },
      'silver-front': { move: -0.0589, close: 11.735 },
      'copper-front': { move: -0.0669 },
      gdx: { move: -0.2282 },
      'wti-front': { move: -0.2442 },
      'btc-usd': { move: 0.0151, close: 5393 },
      'eth-usd': { move: 0.0211 },
      mstr: { move: -0.1569 },
    },
  },
};
