import type { Unknown } from './unknown.ts';

/** What venues do not publish of the positions they hold. */
export const PERPETUAL_UNKNOWNS = [
  {
    name: 'perpetuals.leverage',
    title: { 'zh-Hans': '杠杆的中位数', 'zh-Hant': '槓桿的中位數', en: 'Median leverage' },
    unit: 'ratio',
    low: 2,
    high: 20,
    scale: 'log',
    source:
      'Not published. Of liquidations quoted for February 2026 41 % had 10 to 20 times, 28 % 20 to 50, 15 % above: an upper bound for the whole; estimated leverage ratios (CryptoQuant) of 0.15 to 0.3 of reserves a lower one',
  },
  {
    name: 'perpetuals.leverage-spread',
    title: {
      'zh-Hans': '杠杆对数的标准差',
      'zh-Hant': '槓桿對數的標準差',
      en: 'Spread of the log of leverage',
    },
    unit: 'ratio',
    low: 0.4,
    high: 1.2,
    scale: 'linear',
    source: 'Reasoned: 0.4 keeps two thirds within a factor of 1.5, 1.2 within 3.3',
  },
  {
    name: 'perpetuals.hedged-long',
    title: {
      'zh-Hans': '多头中不会被强平的部分',
      'zh-Hant': '多頭中不會被強平的部分',
      en: 'Share of longs out of reach of liquidation',
    },
    unit: 'fraction',
    low: 0.1,
    high: 0.7,
    scale: 'linear',
    source: 'Reasoned: makers and spread traders on both sides',
  },
  {
    name: 'perpetuals.hedged-short',
    title: {
      'zh-Hans': '空头中不会被强平的部分',
      'zh-Hant': '空頭中不會被強平的部分',
      en: 'Share of shorts out of reach of liquidation',
    },
    unit: 'fraction',
    low: 0.4,
    high: 0.95,
    scale: 'linear',
    source:
      'Reasoned: cash-and-carry and makers are short the perpetual; of 19.2 bn liquidated on 2025-10-10/11 2.5 bn were shorts (press)',
  },
  {
    name: 'perpetuals.age',
    title: {
      'zh-Hans': '仓位年龄的半衰期',
      'zh-Hant': '倉位年齡的半衰期',
      en: 'Half-life of the age of positions',
    },
    unit: 'days',
    low: 0.3,
    high: 15,
    scale: 'log',
    source: 'Volume a day over open interest of 1 to 3 says days; carried positions weeks',
  },
  {
    name: 'perpetuals.insurance',
    title: {
      'zh-Hans': '可动用的保险基金',
      'zh-Hant': '可動用的保險基金',
      en: 'Insurance fund that can be used',
    },
    unit: 'ratio',
    low: 0.05,
    high: 1,
    scale: 'log',
    source:
      'Share of the funds published (Binance 1.2 bn in 2025) that stands behind the coins of the market; venues limit the use by contract',
  },
] as const satisfies readonly Unknown[];
