import { derived } from '../define.ts';
import type { DerivedEntry } from '../entry.ts';

/** Gold against consumer prices, with tests of breaks on dates given beforehand and of breaks anywhere. */
export const GOLD_PRICES: readonly DerivedEntry[] = [
  derived({
    id: 'gold-cpi-ratio',
    title: ['黄金对CPI', '黃金對CPI', 'Gold against CPI'],
    of: { C: 'cpi', G: 'gold-front' },
    formula: "index(last(G, 5), '2000-09-01') / index(C, '2000-09-01')",
    unit: 'ratio',
    meaning: [
      '金价与消费者物价指数各自除以2000年9月的值，再相除；金价取月初最近一次收盘。',
      '金價與消費者物價指數各自除以2000年9月的值，再相除；金價取月初最近一次收盤。',
      'Gold over consumer prices, both since September 2000; gold at its last close up to the first of the month.',
    ],
    reading: [
      '高于1：金价涨幅超过物价。它不说明金价是否过高，也不向任何水平回归。',
      '高於1：金價漲幅超過物價。它不說明金價是否過高，也不向任何水準回歸。',
      'Above one gold has risen more than prices. It says nothing of too much, and no level is known to which it returns.',
    ],
  }),
  derived({
    id: 'gold-cpi-shift-2008',
    title: ['黄金对CPI：2008年前后', '黃金對CPI：2008年前後', 'Gold against CPI, before and after 2008'],
    of: { R: 'gold-cpi-ratio' },
    formula: "shift(log(R / lag(R, 1)), '2000-09-01', '2008-09-15')",
    unit: 'sigma',
    meaning: [
      '黄金对CPI的月对数变化，2008年9月15日之后的均值与之前相比的Welch t值。',
      '黃金對CPI的月對數變化，2008年9月15日之後的均值與之前相比的Welch t值。',
      'Welch’s t of the mean monthly log change of gold against CPI after 15 September 2008, against before.',
    ],
    reading: [
      '绝对值小于2：看不出断点。日期事先给定；金价波动大，要很大的差别才显著。',
      '絕對值小於2：看不出斷點。日期事先給定；金價波動大，要很大的差別才顯著。',
      'Below 2 in size no break is seen. The date was given beforehand; gold varies so much that only a large difference shows.',
    ],
    source: 'Welch (1947), Biometrika 34',
  }),
  derived({
    id: 'gold-cpi-shift-2022',
    title: ['黄金对CPI：2022年前后', '黃金對CPI：2022年前後', 'Gold against CPI, before and after 2022'],
    of: { R: 'gold-cpi-ratio' },
    formula: "shift(log(R / lag(R, 1)), '2008-09-15', '2022-02-24')",
    unit: 'sigma',
    meaning: [
      '黄金对CPI的月对数变化，2022年2月24日之后的均值与2008年9月以来相比的Welch t值。',
      '黃金對CPI的月對數變化，2022年2月24日之後的均值與2008年9月以來相比的Welch t值。',
      'Welch’s t of the mean monthly log change of gold against CPI after 24 February 2022, against that since September 2008.',
    ],
    reading: [
      '绝对值小于2：看不出断点。日期事先给定，而非从数据中挑选。',
      '絕對值小於2：看不出斷點。日期事先給定，而非從資料中挑選。',
      'Below 2 in size no break is seen. The date was given beforehand, not picked from the data.',
    ],
    source: 'Welch (1947), Biometrika 34',
  }),
  derived({
    id: 'gold-cpi-break',
    title: [
      '黄金对CPI：近期断点概率',
      '黃金對CPI：近期斷點機率',
      'Gold against CPI, probability of a recent break',
    ],
    of: { R: 'gold-cpi-ratio' },
    formula: 'changepoint(log(R / lag(R, 1)), 60)',
    unit: 'fraction',
    meaning: [
      '月对数变化的均值或方差在最近10个月内改变的概率，逐月在线计算。',
      '月對數變化的均值或變異數在最近10個月內改變的機率，逐月線上計算。',
      'Probability that the mean or variance of the monthly log change has changed within ten months, month by month.',
    ],
    reading: [
      '接近1：近来变了。不用事先给定日期；单月的大涨也会使它跳起。',
      '接近1：近來變了。不用事先給定日期；單月的大漲也會使它跳起。',
      'Near one something has changed. No date is given beforehand; one month of a large rise makes it jump too.',
    ],
    source: 'Adams & MacKay (2007), arXiv:0710.3742',
  }),
  derived({
    id: 'gold-cpi-growth-since-2008',
    title: [
      '黄金对CPI：2008年以来年增速',
      '黃金對CPI：2008年以來年增速',
      'Gold against CPI, growth a year since 2008',
    ],
    of: { R: 'gold-cpi-ratio' },
    formula: "cagr(R, '2008-09-15')",
    unit: 'fraction-per-year',
    meaning: [
      '黄金对CPI自2008-09-15以来的年复合增速。',
      '黃金對CPI自2008-09-15以來的年複合增速。',
      'Compound growth a year of gold against CPI since 2008-09-15.',
    ],
    reading: [
      '零：与物价同步。起点的选择决定数值。',
      '零：與物價同步。起點的選擇決定數值。',
      'Zero: as fast as prices. The choice of the beginning makes the number.',
    ],
  }),
  derived({
    id: 'gold-cpi-growth-since-2022',
    title: [
      '黄金对CPI：2022年以来年增速',
      '黃金對CPI：2022年以來年增速',
      'Gold against CPI, growth a year since 2022',
    ],
    of: { R: 'gold-cpi-ratio' },
    formula: "cagr(R, '2022-02-24')",
    unit: 'fraction-per-year',
    meaning: [
      '黄金对CPI自2022-02-24以来的年复合增速。',
      '黃金對CPI自2022-02-24以來的年複合增速。',
      'Compound growth a year of gold against CPI since 2022-02-24.',
    ],
    reading: [
      '零：与物价同步。起点的选择决定数值。',
      '零：與物價同步。起點的選擇決定數值。',
      'Zero: as fast as prices. The choice of the beginning makes the number.',
    ],
  }),
  derived({
    id: 'gold-cpi-percentile',
    title: [
      '黄金对CPI：二十年百分位',
      '黃金對CPI：二十年百分位',
      'Gold against CPI, percentile of twenty years',
    ],
    of: { R: 'gold-cpi-ratio' },
    formula: 'percentile(R, 240)',
    unit: 'fraction',
    meaning: [
      '黄金对CPI在最近240个月中的百分位。',
      '黃金對CPI在最近240個月中的百分位。',
      'Share of the last 240 months in which gold against CPI was no higher.',
    ],
    reading: [
      '1：二十年最高。高位可以持续很久。',
      '1：二十年最高。高位可以持續很久。',
      'One: highest of twenty years. It can stay there for long.',
    ],
  }),
  derived({
    id: 'gold-cpi-1930',
    title: ['黄金对CPI（1930年以来）', '黃金對CPI（1930年以來）', 'Gold against CPI since 1930'],
    of: { G: 'gold-annual', C: 'cpi-unadjusted' },
    formula: "index(G, '1930-01-01') / index(last(C, 31), '1930-01-01')",
    unit: 'ratio',
    meaning: [
      '纽约年均金价与未季调CPI各自除以1930年的值，再相除。',
      '紐約年均金價與未季調CPI各自除以1930年的值，再相除。',
      'Average price of the year in New York over unadjusted consumer prices, both since 1930.',
    ],
    reading: [
      '1934至1971年金价由官方固定，比值只反映物价。',
      '1934至1971年金價由官方固定，比值只反映物價。',
      'From 1934 to 1971 the price was fixed by law, so only prices of goods moved it.',
    ],
    source: 'MeasuringWorth; Bureau of Labor Statistics',
  }),
];
