import type { Episode } from '../episode.ts';

export const usDowngrade: Episode = {
  id: 'us-downgrade',
  date: '2011-08-08',
  scope: 'broad',
  title: {
    'zh-Hans': '美国失去 AAA 评级',
    'zh-Hant': '美國失去 AAA 評級',
    en: 'The United States loses its AAA',
  },
  fact: {
    'zh-Hans': '标普下调美国评级后的首个交易日，美债反而上涨。',
    'zh-Hant': '標普下調美國評級後的首個交易日，美債反而上漲。',
    en: 'First session after Standard & Poor’s lowers the rating of the United States; Treasuries rise all the same.',
  },
  source: {
    text: 'Wikipedia, Black Monday (2011)',
    url: 'https://en.wikipedia.org/wiki/Black_Monday_%282011%29',
  },
  days: {
    '2011-08-08': {
      sp500: { move: -0.0666, close: 1119.46 },
      'nasdaq-composite': { move: -0.069 },
      vix: { move: 0.5, close: 48 },
      'us-hy-oas': { move: 0.006, close: 0.0684 },
      tlt: { move: 0.0316 },
      'gold-front': { move: 0.0372, close: 1710.2 },
      'silver-front': { move: 0.0308, close: 39.374 },
      'wti-front': { move: -0.0641 },
    },
  },
};
