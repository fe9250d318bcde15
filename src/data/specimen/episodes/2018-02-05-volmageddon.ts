import type { Episode } from '../episode.ts';

export const volmageddon: Episode = {
  id: 'volmageddon',
  date: '2018-02-05',
  scope: 'equity',
  title: {
    'zh-Hans': '波动率末日',
    'zh-Hant': '波動率末日',
    en: 'Volmageddon',
  },
  fact: {
    'zh-Hans': 'VIX 单日上涨 116%，做空波动率的产品清盘。',
    'zh-Hant': 'VIX 單日上漲 116%，做空波動率的產品清盤。',
    en: 'VIX rises 116 % in a day, its largest, and products that were short volatility are wound up.',
  },
  source: {
    text: 'BIS Quarterly Review, March 2018, box on exchange-traded volatility products',
    url: 'https://www.bis.org/publ/qtrpdf/r_qt1803t.htm',
  },
  days: {
    '2018-02-05': {
      sp500: { move: -0.041, close: 2648.94 },
      'nasdaq-composite': { move: -0.0378 },
      'nasdaq-100': { move: -0.0391 },
      'russell-2000': { move: -0.0363 },
      'nikkei-225': { move: -0.0255 },
      vix: { move: 1.156, close: 37.32 },
      'us-hy-oas': { move: 0.0012, close: 0.0348 },
      'us-2y': { move: -0.0007, close: 0.0208 },
      'us-10y': { move: -0.0007, close: 0.0277 },
      'us-30y': { move: -0.0004, close: 0.0304 },
      tlt: { move: 0.0094 },
      'dollar-index': { move: 0.0039 },
      'usd-jpy': { move: 0.0057 },
      'gold-front': { move: -0.0005, close: 1333 },
      'silver-front': { move: -0.0022, close: 16.639 },
      'copper-front': { move: 0.0107 },
      gdx: { move: -0.0087 },
      'wti-front': { move: -0.0199 },
      'btc-usd': { move: -0.1521, close: 6940 },
      'eth-usd': { move: -0.1526 },
      mstr: { move: -0.0308 },
    },
  },
};
