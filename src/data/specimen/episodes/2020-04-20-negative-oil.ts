import type { Episode } from '../episode.ts';

export const negativeOil: Episode = {
  id: 'negative-oil',
  date: '2020-04-20',
  lastDate: '2020-04-21',
  scope: 'energy',
  title: {
    'zh-Hans': '负油价',
    'zh-Hant': '負油價',
    en: 'Oil below zero',
  },
  fact: {
    'zh-Hans': 'WTI 五月合约在到期前一日结算于 −37.63 美元。',
    'zh-Hant': 'WTI 五月合約在到期前一日結算於 −37.63 美元。',
    en: 'The May WTI future settles at −37.63 dollars a barrel on the day before it expires.',
  },
  source: {
    text: 'CFTC, Interim staff report on trading in NYMEX WTI around April 20, 2020',
    url: 'https://www.cftc.gov/PressRoom/PressReleases/8315-20',
  },
  days: {
    '2020-04-20': {
      sp500: { move: -0.0179, close: 2823.16 },
      vix: { move: 0.1489, close: 43.83 },
      'us-hy-oas': { move: 0.0021, close: 0.0752 },
      'gold-front': { move: 0.0073, close: 1701.6 },
      'wti-front': { move: -3.0597, close: -37.63, open: 17.73, high: 17.85, low: -40.32 },
      'btc-usd': { move: -0.0413, close: 6826.83 },
      'brent-front': { move: -0.0894 },
      uso: { move: -0.1093 },
    },
    '2020-04-21': {
      'brent-front': { move: -0.244 },
      uso: { move: -0.2507 },
    },
  },
};
