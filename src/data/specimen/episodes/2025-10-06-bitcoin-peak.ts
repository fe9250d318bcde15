import type { Episode } from '../episode.ts';

export const bitcoinPeak: Episode = {
  id: 'bitcoin-peak',
  date: '2025-10-06',
  scope: 'crypto',
  title: {
    'zh-Hans': '比特币历史高点',
    'zh-Hant': '比特幣歷史高點',
    en: 'Bitcoin’s record',
  },
  fact: {
    'zh-Hans': '比特币收于 124,658.54 美元，盘中 126,199.63 美元：此后下跌的起点。',
    'zh-Hant': '比特幣收於 124,658.54 美元，盤中 126,199.63 美元：此後下跌的起點。',
    en: 'Bitcoin closes at 124,658.54 dollars after touching 126,199.63: the height from which the later falls are counted.',
  },
  source: {
    text: 'Binance, daily klines of BTCUSDT',
    url: 'https://data.binance.vision/?prefix=data/spot/daily/klines/BTCUSDT/1d/',
  },
  days: {
    '2025-10-06': {
      'btc-usd': { move: 0.0095, close: 124659, high: 126200 },
    },
  },
};
