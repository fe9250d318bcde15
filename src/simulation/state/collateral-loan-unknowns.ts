import { MINUTES_A_DAY } from '../market/spec.ts';
import type { Unknown } from './unknown.ts';

/** What is not measured of loans against coins unless a table of them is imported. */
export const COLLATERAL_LOAN_UNKNOWNS = [
  {
    name: 'collateral-loans.borrowed',
    title: {
      'zh-Hans': '借款占锁仓价值',
      'zh-Hant': '借款占鎖倉價值',
      en: 'Borrowed over value locked',
    },
    unit: 'fraction',
    low: 0.1,
    high: 0.2,
    scale: 'linear',
    source:
      'Galaxy Research, The state of crypto leverage, Q3 2025: 41 bn borrowed in DeFi at the end of September, against 301 bn locked by the count of DefiLlama with staking and borrowings',
  },
  {
    name: 'collateral-loans.volatile',
    title: {
      'zh-Hans': '以波动性币抵押借稳定币的比例',
      'zh-Hant': '以波動性幣抵押借穩定幣的比例',
      en: 'Share of the debt in dollars against volatile coins',
    },
    unit: 'fraction',
    low: 0.2,
    high: 0.6,
    scale: 'linear',
    source:
      'Reasoned: much of the rest is staked coins against the same coin or dollars against dollars, which a fall of the price does not touch',
  },
  {
    name: 'collateral-loans.excess',
    title: {
      'zh-Hans': '健康因子超出 1 的中位数',
      'zh-Hant': '健康因子超出 1 的中位數',
      en: 'Median of the health factor less 1',
    },
    unit: 'ratio',
    low: 0.4,
    high: 1.5,
    scale: 'log',
    source:
      'Reasoned: most of the debt stands at health factors of 1.3 to 3 on the dashboards of the large protocols',
  },
  {
    name: 'collateral-loans.excess-spread',
    title: {
      'zh-Hans': '健康因子超出部分的对数标准差',
      'zh-Hant': '健康因子超出部分的對數標準差',
      en: 'Spread of the log of the health factor less 1',
    },
    unit: 'ratio',
    low: 0.5,
    high: 1.1,
    scale: 'linear',
    source: 'Reasoned: 0.5 keeps two thirds within a factor of 1.6, 1.1 within 3',
  },
  {
    name: 'collateral-loans.oracle-lag',
    title: { 'zh-Hans': '预言机的滞后', 'zh-Hant': '預言機的滯後', en: 'Lag of the oracle' },
    unit: 'days',
    low: 0.5 / MINUTES_A_DAY,
    high: 15 / MINUTES_A_DAY,
    scale: 'log',
    source:
      'Chainlink ETH/USD and BTC/USD: an update at a deviation of half a percent or an hour; blocks and gas in a rush add minutes',
  },
] as const satisfies readonly Unknown[];
