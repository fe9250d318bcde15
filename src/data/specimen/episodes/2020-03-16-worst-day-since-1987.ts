import type { Episode } from '../episode.ts';

export const worstDaySince1987: Episode = {
  id: 'worst-day-since-1987',
  date: '2020-03-16',
  scope: 'broad',
  title: {
    'zh-Hans': '1987 年以来最差一日',
    'zh-Hant': '1987 年以來最差一日',
    en: 'The worst day since 1987',
  },
  fact: {
    'zh-Hans': '美联储周日降息至零，周一标普 500 跌 12.0%，VIX 收 82.69。',
    'zh-Hant': '聯準會週日降息至零，週一標普 500 跌 12.0%，VIX 收 82.69。',
    en: 'After the Fed’s Sunday cut to zero the S&P 500 loses 12.0 % and VIX closes at 82.69, its highest.',
  },
  source: {
    text: 'Federal Reserve, FOMC statement of 15 March 2020',
    url: 'https://www.federalreserve.gov/newsevents/pressreleases/monetary20200315a.htm',
  },
  days: {
    '2020-03-16': {
      sp500: { move: -0.1198, close: 2386.13 },
      'nasdaq-composite': { move: -0.1232 },
      'nasdaq-100': { move: -0.1219 },
      'russell-2000': { move: -0.1427 },
      'nikkei-225': { move: -0.0246 },
      vix: { move: 0.4299, close: 82.69 },
      'us-hy-oas': { move: 0.0107, close: 0.0838 },
      'us-2y': { move: -0.0013, close: 0.0036 },
      'us-10y': { move: -0.0021, close: 0.0073 },
      'us-30y': { move: -0.0022, close: 0.0134 },
      tlt: { move: 0.0648 },
      'dollar-index': { move: -0.0067 },
      'usd-jpy': { move: 0.0199 },
      'gold-front': { move: -0.0197, close: 1485.9 },
      'silver-front': { move: -0.1165, close: 12.772 },
      'copper-front': { move: -0.0305 },
      gdx: { move: 0.1837 },
      'wti-front': { move: -0.0955 },
      'btc-usd': { move: -0.062, close: 5029 },
      'eth-usd': { move: -0.1031 },
      mstr: { move: -0.0419 },
    },
  },
};
