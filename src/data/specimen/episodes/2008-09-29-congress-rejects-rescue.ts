import type { Episode } from '../episode.ts';

export const congressRejectsRescue: Episode = {
  id: 'congress-rejects-rescue',
  date: '2008-09-29',
  scope: 'broad',
  title: {
    'zh-Hans': '众议院否决救助方案',
    'zh-Hant': '眾議院否決救助方案',
    en: 'The House rejects the bank rescue',
  },
  fact: {
    'zh-Hans': '美国众议院否决七千亿美元的银行救助法案。',
    'zh-Hant': '美國眾議院否決七千億美元的銀行救助法案。',
    en: 'The US House of Representatives votes down the 700 billion dollar rescue of the banks.',
  },
  source: {
    text: 'Clerk of the US House of Representatives, roll call 674 of 29 September 2008',
    url: 'https://clerk.house.gov/evs/2008/roll674.xml',
  },
  days: {
    '2008-09-29': {
      sp500: { move: -0.0881, close: 1106.42 },
      'nasdaq-composite': { move: -0.0914 },
      vix: { move: 0.3448, close: 46.72 },
      'us-hy-oas': { move: 0.005, close: 0.1075 },
      tlt: { move: 0.0291 },
      'gold-front': { move: 0.006, close: 888.2 },
      'silver-front': { move: -0.0354, close: 12.981 },
      'wti-front': { move: -0.0984 },
    },
  },
};
