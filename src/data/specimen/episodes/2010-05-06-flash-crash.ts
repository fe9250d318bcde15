import type { Episode } from '../episode.ts';

export const flashCrash: Episode = {
  id: 'flash-crash',
  date: '2010-05-06',
  scope: 'broad',
  title: {
    'zh-Hans': '闪电崩盘',
    'zh-Hant': '閃電崩盤',
    en: 'The flash crash',
  },
  fact: {
    'zh-Hans': '希腊债务忧虑之下，美股指数在几分钟内跌去又收复约百分之五。',
    'zh-Hant': '希臘債務憂慮之下，美股指數在幾分鐘內跌去又收復約百分之五。',
    en: 'On a day of worry about Greek debt, US index futures lose and regain about five percent within minutes.',
  },
  source: {
    text: 'CFTC and SEC, Findings regarding the market events of May 6, 2010',
    url: 'https://www.sec.gov/news/studies/2010/marketevents-report.pdf',
  },
  days: {
    '2010-05-06': {
      sp500: { move: -0.0324, close: 1128.15 },
      'nasdaq-composite': { move: -0.0344 },
      vix: { move: 0.3167, close: 32.8 },
      'us-hy-oas': { move: 0.0035, close: 0.0626 },
      tlt: { move: 0.0309 },
      'gold-front': { move: 0.019, close: 1196.9 },
      'silver-front': { move: -0.001, close: 17.493 },
      'wti-front': { move: -0.0358 },
    },
  },
};
