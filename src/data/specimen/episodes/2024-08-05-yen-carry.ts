import type { Episode } from '../episode.ts';

export const yenCarry: Episode = {
  id: 'yen-carry',
  date: '2024-08-05',
  scope: 'broad',
  title: {
    'zh-Hans': '日元套息平仓',
    'zh-Hant': '日圓套利平倉',
    en: 'The yen carry trade unwinds',
  },
  fact: {
    'zh-Hans': '日经 225 跌 12.4%，VIX 盘中 65.73，日元大涨。',
    'zh-Hant': '日經 225 跌 12.4%，VIX 盤中 65.73，日圓大漲。',
    en: 'Nikkei 225 −12.4 %, VIX touches 65.73, the yen jumps.',
  },
  source: {
    text: 'BIS Bulletin 90, The market turbulence and carry trade unwind of August 2024',
    url: 'https://www.bis.org/publ/bisbull90.htm',
  },
  days: {
    '2024-08-05': {
      sp500: { move: -0.03, close: 5186.33 },
      'nasdaq-composite': { move: -0.0343 },
      'nasdaq-100': { move: -0.0296 },
      'russell-2000': { move: -0.0333 },
      'nikkei-225': { move: -0.124 },
      vix: { move: 0.649, close: 38.57, high: 65.73 },
      'us-hy-oas': { move: 0.0021, close: 0.0393 },
      'us-2y': { move: 0.0001, close: 0.0389 },
      'us-10y': { move: -0.0002, close: 0.0378 },
      'us-30y': { move: -0.0005, close: 0.0406 },
      tlt: { move: 0.0053 },
      'dollar-index': { move: -0.005 },
      'usd-jpy': { move: -0.0242 },
      'gold-front': { move: -0.0099, close: 2401.7 },
      'silver-front': { move: -0.0414, close: 27.076 },
      'copper-front': { move: -0.0245 },
      gdx: { move: -0.0312 },
      'wti-front': { move: -0.0079 },
      'btc-usd': { move: -0.0712, close: 54019 },
      'eth-usd': { move: -0.1002 },
      mstr: { move: -0.096 },
    },
  },
};
