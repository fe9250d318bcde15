import { derived } from '../define.ts';
import type { DerivedEntry } from '../entry.ts';

const LIQUIDITY_READING = [
  '上升表示留给银行与市场的美元增多。它是账面恒等式，不是预测；与资产价格的关系要另行检验。',
  '上升表示留給銀行與市場的美元增多。它是帳面恆等式，不是預測；與資產價格的關係要另行檢驗。',
  'Rising: more dollars are left with banks and markets. It is an accounting sum, not a forecast; whether prices go with it is another question.',
] as const;

export const LIQUIDITY: readonly DerivedEntry[] = [
  derived({
    id: 'net-liquidity',
    title: ['美元净流动性（周三）', '美元淨流動性（週三）', 'Net dollar liquidity, Wednesday'],
    of: { A: 'fed-assets', T: 'tga', R: 'fed-rrp' },
    formula: 'A - T - last(R, 4)',
    unit: 'usd',
    meaning: [
      '美联储总资产减财政部一般账户与隔夜逆回购；周三水平，逆回购取当日或之前最近一次。',
      '聯準會總資產減財政部一般帳戶與隔夜逆回購；週三水準，逆回購取當日或之前最近一次。',
      'Fed assets less the Treasury General Account and overnight reverse repo, at the level of Wednesday; reverse repo of that day or the last one before.',
    ],
    reading: LIQUIDITY_READING,
  }),
  derived({
    id: 'net-liquidity-daily',
    title: ['美元净流动性（每日）', '美元淨流動性（每日）', 'Net dollar liquidity, daily'],
    of: { R: 'fed-rrp', A: 'fed-assets', T: 'tga-daily' },
    formula: 'last(A, 10) - last(T, 5) - R',
    unit: 'usd',
    meaning: [
      '用每日的财政部账户与逆回购，美联储资产取最近一个周三。',
      '用每日的財政部帳戶與逆回購，聯準會資產取最近一個週三。',
      'The same with the Treasury’s account and reverse repo of the day, and Fed assets of the last Wednesday.',
    ],
    reading: LIQUIDITY_READING,
  }),
  derived({
    id: 'stablecoin-growth-30d',
    title: ['稳定币供应30天增长', '穩定幣供給30天成長', 'Stablecoin supply, growth over 30 days'],
    of: { S: 'stablecoin-supply' },
    formula: 'pct(S, 30)',
    unit: 'fraction',
    meaning: [
      '稳定币总供应比30天前的变化。',
      '穩定幣總供給比30天前的變化。',
      'Stablecoin supply against 30 days before.',
    ],
    reading: [
      '零以上：停在链上的美元增多。供应增加不等于买入。',
      '零以上：停在鏈上的美元增多。供給增加不等於買入。',
      'Above zero dollars parked on chains grow. More supply is not the same as buying.',
    ],
  }),
  derived({
    id: 'real-policy-rate',
    title: ['实际政策利率', '實際政策利率', 'Real policy rate'],
    of: { F: 'fed-funds-monthly', C: 'cpi' },
    formula: 'F - yoy(C)',
    unit: 'fraction-per-year',
    transform: 'yield',
    meaning: [
      '联邦基金利率的月均值减过去一年的消费者物价涨幅。',
      '聯邦資金利率的月均值減過去一年的消費者物價漲幅。',
      'Federal funds rate, average of the month, less the rise of consumer prices over the year to that month.',
    ],
    reading: [
      '零以上政策偏紧。用的是已实现的通胀，不是预期；没有物价的月份没有数值。',
      '零以上政策偏緊。用的是已實現的通膨，不是預期；沒有物價的月份沒有數值。',
      'Above zero policy leans against prices. Inflation is that of the past year, not the expected; a month without prices has no value.',
    ],
  }),
];
