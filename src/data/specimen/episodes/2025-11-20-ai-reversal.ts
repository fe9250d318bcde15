import type { Episode } from '../episode.ts';

export const aiReversal: Episode = {
  id: 'ai-reversal',
  date: '2025-11-20',
  scope: 'broad',
  title: {
    'zh-Hans': '英伟达财报后的反转',
    'zh-Hant': '輝達財報後的反轉',
    en: 'The reversal after Nvidia',
  },
  fact: {
    'zh-Hans': '财报后高开，日内反转收跌；比特币失守八万七千美元。',
    'zh-Hant': '財報後開高，日內反轉收跌；比特幣失守八萬七千美元。',
    en: 'A gap up on Nvidia’s results turns into a fall within the session; bitcoin closes below 87,000 dollars.',
  },
  source: {
    text: 'MarketPulse (OANDA), 21 November 2025',
    url: 'https://www.marketpulse.com/markets/nasdaq-100-8-sell-off-damages-medium-term-uptrend-potential-multi-week-corrective-decline-ahead/',
  },
  days: {
    '2025-11-20': {
      sp500: { move: -0.0156, close: 6538.76 },
      'nasdaq-composite': { move: -0.0215 },
      'nasdaq-100': { move: -0.0238 },
      'russell-2000': { move: -0.0182 },
      'nikkei-225': { move: 0.0265 },
      vix: { move: 0.1167, close: 26.42 },
      'us-hy-oas': { move: 0, close: 0.0317 },
      'us-2y': { move: -0.0003, close: 0.0355 },
      'us-10y': { move: -0.0003, close: 0.041 },
      'us-30y': { move: -0.0002, close: 0.0473 },
      tlt: { move: 0.0039 },
      'dollar-index': { move: -0.0007 },
      'usd-jpy': { move: 0.0093 },
      'gold-front': { move: -0.0052, close: 4056.5 },
      'silver-front': { move: -0.0107, close: 50.247 },
      'copper-front': { move: -0.0097 },
      gdx: { move: -0.0448 },
      'wti-front': { move: -0.005 },
      'btc-usd': { move: -0.0537, close: 86637 },
      'eth-usd': { move: -0.0632 },
      mstr: { move: -0.0502 },
      'sol-usd': { move: -0.0247 },
      'xrp-usd': { move: -0.0521 },
    },
  },
};
