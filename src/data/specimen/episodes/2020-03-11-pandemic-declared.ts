import type { Episode } from '../episode.ts';

export const pandemicDeclared: Episode = {
  id: 'pandemic-declared',
  date: '2020-03-11',
  scope: 'broad',
  title: {
    'zh-Hans': '世卫宣布大流行',
    'zh-Hant': '世衛宣布大流行',
    en: 'A pandemic is declared',
  },
  fact: {
    'zh-Hans': '世界卫生组织宣布新冠为大流行；美债与股票同跌。',
    'zh-Hant': '世界衛生組織宣布新冠為大流行；美債與股票同跌。',
    en: 'The WHO declares a pandemic; Treasuries fall with shares.',
  },
  source: {
    text: 'WHO, opening remarks of the Director-General, 11 March 2020',
    url: 'https://www.who.int/director-general/speeches/detail/who-director-general-s-opening-remarks-at-the-media-briefing-on-covid-19---11-march-2020',
  },
  days: {
    '2020-03-11': {
      sp500: { move: -0.0489, close: 2741.38 },
      'nasdaq-composite': { move: -0.047 },
      'nasdaq-100': { move: -0.0437 },
      'russell-2000': { move: -0.0641 },
      'nikkei-225': { move: -0.0227 },
      vix: { move: 0.1395, close: 53.9 },
      'us-hy-oas': { move: 0.0023, close: 0.0661 },
      'us-2y': { move: 0, close: 0.005 },
      'us-10y': { move: 0.0006, close: 0.0082 },
      'us-30y': { move: 0.0002, close: 0.013 },
      tlt: { move: -0.0368 },
      'dollar-index': { move: 0.001 },
      'usd-jpy': { move: 0.0186 },
      'gold-front': { move: -0.0107, close: 1641.4 },
      'silver-front': { move: -0.0105, close: 16.729 },
      'copper-front': { move: -0.0087 },
      gdx: { move: -0.0844 },
      'wti-front': { move: -0.0402 },
      'btc-usd': { move: 0.0051, close: 7934.52 },
      'eth-usd': { move: -0.0303 },
      mstr: { move: -0.0449 },
    },
  },
};
