import type { Episode } from '../episode.ts';

export const taperTantrum: Episode = {
  id: 'taper-tantrum',
  date: '2013-06-20',
  scope: 'broad',
  title: {
    'zh-Hans': '缩减恐慌',
    'zh-Hant': '縮減恐慌',
    en: 'The taper tantrum',
  },
  fact: {
    'zh-Hans': '伯南克说明放缓购债之后的次日，股、债、金同跌。',
    'zh-Hant': '柏南克說明放緩購債之後的次日，股、債、金同跌。',
    en: 'The day after Bernanke lays out the end of bond buying, shares, bonds and gold fall together.',
  },
  source: {
    text: 'Federal Reserve, press conference of 19 June 2013',
    url: 'https://www.federalreserve.gov/mediacenter/files/FOMCpresconf20130619.pdf',
  },
  days: {
    '2013-06-20': {
      sp500: { move: -0.025, close: 1588.19 },
      'nasdaq-composite': { move: -0.0228 },
      vix: { move: 0.2314, close: 20.49 },
      'us-hy-oas': { move: 0.0027, close: 0.0512 },
      tlt: { move: -0.0164 },
      'gold-front': { move: -0.0638, close: 1285.9 },
      'silver-front': { move: -0.0832, close: 19.822 },
      'wti-front': { move: -0.0289 },
    },
  },
};
