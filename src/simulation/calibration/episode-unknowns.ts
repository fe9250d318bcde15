import { MINUTES_A_DAY } from '../market/spec.ts';
import type { Unknown } from '../state/unknown.ts';

/** What came from outside on 10 October 2025 and what the press figure leaves open: drawn with the rest, and not kept. */
export const EPISODE_UNKNOWNS = [
  {
    name: 'episode.shock',
    title: { 'zh-Hans': '比特币外部冲击', 'zh-Hant': '比特幣外部衝擊', en: 'Outer move of bitcoin' },
    unit: 'fraction',
    low: -0.08,
    high: -0.02,
    scale: 'linear',
    source: 'The level two hours later, 3 % below that before, bounds what did not come back',
  },
  {
    name: 'episode.over',
    title: { 'zh-Hans': '外部冲击的时长', 'zh-Hant': '外部衝擊的時長', en: 'Time over which it came' },
    unit: 'days',
    low: 20 / MINUTES_A_DAY,
    high: 40 / MINUTES_A_DAY,
    scale: 'linear',
    source: 'First message on tariffs about 20:50 UTC, low at 21:20 to 21:25',
  },
  {
    name: 'episode.coins',
    title: { 'zh-Hans': '其他币的外部冲击', 'zh-Hant': '其他幣的外部衝擊', en: 'Outer move of other coins' },
    unit: 'ratio',
    low: 0.6,
    high: 2,
    scale: 'log',
    source:
      'Relative to their expectation given bitcoin, by daily volatility and correlation; the coins stood two hours later 3 to 13 % lower',
  },
  {
    name: 'episode.reported',
    title: {
      'zh-Hans': '报道强平中属于五币与三小时的部分',
      'zh-Hant': '報導強平中屬於五幣與三小時的部分',
      en: 'Share of the reported liquidations in five coins and three hours',
    },
    unit: 'fraction',
    low: 0.28,
    high: 0.75,
    scale: 'linear',
    source:
      'Of 19.16 bn in 24 hours 7 bn fell in the first hour (press); the five coins had about 75 % of the futures volume of the crash window',
  },
] as const satisfies readonly Unknown[];
