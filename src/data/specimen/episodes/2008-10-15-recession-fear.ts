import type { Episode } from '../episode.ts';

export const recessionFear: Episode = {
  id: 'recession-fear',
  date: '2008-10-15',
  scope: 'broad',
  title: {
    'zh-Hans': '衰退恐慌',
    'zh-Hant': '衰退恐慌',
    en: 'Fear of recession',
  },
  fact: {
    'zh-Hans': '零售销售大降，伯南克警告经济疲弱，股市创 1987 年以来最大单日跌幅。',
    'zh-Hant': '零售銷售大降，柏南克警告經濟疲弱，股市創 1987 年以來最大單日跌幅。',
    en: 'Retail sales drop, Bernanke warns of a weak economy, and shares have their worst day since 1987.',
  },
  source: {
    text: 'Federal Reserve, speech of the Chairman, 15 October 2008',
    url: 'https://www.federalreserve.gov/newsevents/speech/bernanke20081015a.htm',
  },
  days: {
    '2008-10-15': {
      sp500: { move: -0.0903, close: 907.84 },
      'nasdaq-composite': { move: -0.0847 },
      vix: { move: 0.2561, close: 69.25 },
      'us-hy-oas': { move: 0.0064, close: 0.1514 },
      tlt: { move: 0.0096 },
      'gold-front': { move: -0.001, close: 835.5 },
      'silver-front': { move: -0.0795, close: 10.142 },
      'wti-front': { move: -0.052 },
    },
  },
};
