import { MINUTES_A_DAY } from '../market/spec.ts';
import type { Unknown } from './unknown.ts';

/** What nobody knows of those who buy when others must sell. */
export const BARGAIN_HUNTER_UNKNOWNS = [
  {
    name: 'bargain-hunters.capacity',
    title: {
      'zh-Hans': '逢低资金占日成交额',
      'zh-Hant': '逢低資金占日成交額',
      en: 'Money of bargain hunters over a day’s volume',
    },
    unit: 'fraction',
    low: 0.02,
    high: 0.5,
    scale: 'log',
    source:
      'Reasoned: of what is traded a day most is between intermediaries; Kirilenko et al. (2017), J. Finance 72: fundamental buyers were a tenth of the volume of the flash crash',
  },
  {
    name: 'bargain-hunters.memory',
    title: {
      'zh-Hans': '均价在其锚中的权重',
      'zh-Hant': '均價在其錨中的權重',
      en: 'Weight of the mean price in what they think right',
    },
    unit: 'fraction',
    low: 0,
    high: 1,
    scale: 'linear',
    source: 'From the price at the start alone to the mean of 30 days alone',
  },
  {
    name: 'bargain-hunters.threshold',
    title: {
      'zh-Hans': '开始买入的跌幅（日波动率倍数）',
      'zh-Hant': '開始買入的跌幅（日波動率倍數）',
      en: 'Fall at which they begin, in daily volatilities',
    },
    unit: 'ratio',
    low: 0.5,
    high: 4,
    scale: 'log',
    source: 'Reasoned: from a common day to a rare one',
  },
  {
    name: 'bargain-hunters.span',
    title: {
      'zh-Hans': '资金用完的跌幅（日波动率倍数）',
      'zh-Hant': '資金用完的跌幅（日波動率倍數）',
      en: 'Further fall at which all is spent, in daily volatilities',
    },
    unit: 'ratio',
    low: 2,
    high: 12,
    scale: 'log',
    source: 'Reasoned: from two days’ moves to a crash',
  },
  {
    name: 'bargain-hunters.patience',
    title: {
      'zh-Hans': '锚向价格靠拢的半衰期',
      'zh-Hant': '錨向價格靠攏的半衰期',
      en: 'Half-life with which their anchor comes to the price',
    },
    unit: 'days',
    low: 0.5,
    high: 30,
    scale: 'log',
    source: 'Reasoned: from traders within the day to funds that rebalance by the month',
  },
  {
    name: 'bargain-hunters.reaction',
    title: {
      'zh-Hans': '买入一半所需时间',
      'zh-Hant': '買入一半所需時間',
      en: 'Time in which they buy half of what they want',
    },
    unit: 'days',
    low: 5 / MINUTES_A_DAY,
    high: 1,
    scale: 'log',
    source:
      'Kirilenko et al. (2017): in the flash crash buyers came back after minutes; Duffie (2010), Presidential address, J. Finance 65(4): capital moves in over hours to days',
  },
] as const satisfies readonly Unknown[];
