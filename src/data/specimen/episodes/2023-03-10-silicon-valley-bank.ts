import type { Episode } from '../episode.ts';

export const siliconValleyBank: Episode = {
  id: 'silicon-valley-bank',
  date: '2023-03-10',
  scope: 'banks',
  title: {
    'zh-Hans': '硅谷银行倒闭',
    'zh-Hant': '矽谷銀行倒閉',
    en: 'Silicon Valley Bank fails',
  },
  fact: {
    'zh-Hans': '硅谷银行被接管；银行股大跌，美债与黄金大涨。',
    'zh-Hant': '矽谷銀行被接管；銀行股大跌，美債與黃金大漲。',
    en: 'Regulators close Silicon Valley Bank; bank shares fall, Treasuries and gold rise.',
  },
  source: {
    text: 'FDIC, press release 16-2023',
    url: 'https://www.fdic.gov/news/press-releases/2023/pr23016.html',
  },
  days: {
    '2023-03-10': {
      sp500: { move: -0.0145, close: 3861.59 },
      'nasdaq-composite': { move: -0.0176 },
      'nasdaq-100': { move: -0.0138 },
      'russell-2000': { move: -0.0295 },
      'nikkei-225': { move: -0.0167 },
      vix: { move: 0.0969, close: 24.8 },
      'us-hy-oas': { move: 0.0034, close: 0.0461 },
      'us-2y': { move: -0.003, close: 0.046 },
      'us-10y': { move: -0.0023, close: 0.037 },
      'us-30y': { move: -0.0018, close: 0.037 },
      tlt: { move: 0.0345 },
      'dollar-index': { move: -0.0069 },
      'usd-jpy': { move: -0.0061 },
      'gold-front': { move: 0.0179, close: 1862 },
      'silver-front': { move: 0.0175, close: 20.375 },
      'copper-front': { move: -0.0022 },
      gdx: { move: 0.0195 },
      'wti-front': { move: 0.0127 },
      'btc-usd': { move: -0.0104, close: 20150.7 },
      'eth-usd': { move: -0.0076 },
      mstr: { move: -0.0892 },
      kre: { move: -0.0439 },
      xlf: { move: -0.0182 },
    },
  },
};
