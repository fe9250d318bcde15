import type { Episode } from '../episode.ts';

export const chinaDevaluation: Episode = {
  id: 'china-devaluation',
  date: '2015-08-24',
  scope: 'broad',
  title: {
    'zh-Hans': '人民币贬值冲击',
    'zh-Hant': '人民幣貶值衝擊',
    en: 'The yuan shock',
  },
  fact: {
    'zh-Hans': '人民币贬值之后全球股市大跌，美股开盘逾千次停牌。',
    'zh-Hant': '人民幣貶值之後全球股市大跌，美股開盤逾千次停牌。',
    en: 'World shares fall after the devaluation of the yuan; more than a thousand trading halts at the New York open.',
  },
  source: {
    text: 'SEC, Research note: equity market volatility on August 24, 2015',
    url: 'https://www.sec.gov/marketstructure/research/equity_market_volatility.pdf',
  },
  days: {
    '2015-08-24': {
      sp500: { move: -0.0394, close: 1893.21 },
      'nasdaq-composite': { move: -0.0382 },
      'nasdaq-100': { move: -0.0378 },
      'russell-2000': { move: -0.039 },
      'nikkei-225': { move: -0.0461 },
      vix: { move: 0.4534, close: 40.74 },
      'us-hy-oas': { move: 0.0028, close: 0.0614 },
      'us-2y': { move: -0.0005, close: 0.0059 },
      'us-10y': { move: -0.0004, close: 0.0201 },
      'us-30y': { move: -0.0001, close: 0.0273 },
      tlt: { move: -0.0003 },
      'dollar-index': { move: -0.016 },
      'usd-jpy': { move: -0.0137 },
      'gold-front': { move: -0.0053, close: 1153.4 },
      'silver-front': { move: -0.0352, close: 14.762 },
      'copper-front': { move: -0.0165 },
      gdx: { move: -0.0819 },
      'wti-front': { move: -0.0546 },
      'btc-usd': { move: -0.0787, close: 211.16 },
      mstr: { move: -0.0389 },
      eem: { move: -0.0437 },
      'hang-seng': { move: -0.0517 },
    },
  },
};
