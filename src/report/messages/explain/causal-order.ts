import type { Language } from '../../../data/series/entry.ts';
import type { ORDERS } from '../../../diagnosis/explain/drivers/causal-order.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type Order = (typeof ORDERS)[number];

interface CausalOrderMessages {
  /** How many drivers of how many pass the test of order, for one asset. */
  passed(p: { names: readonly string[]; passed: readonly string[]; tested: number }): Inline;
  effect(p: { name: string; day: string; time: string | null; size: Part }): Inline;
  readonly meaning: Inline;
  readonly orders: Readonly<Record<Order, string>>;
  readonly untested: string;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly cause: string;
    readonly causeTime: string;
    readonly effect: string;
    readonly effectTime: string;
    readonly lag: string;
    readonly test: string;
    readonly hours: (hours: string) => string;
  };
}

const zhHans: CausalOrderMessages = {
  passed: ({ names, passed, tested }) =>
    passed.length === 0
      ? line`${names.join('、')}：${String(tested)}个驱动因素中没有一个通过次序检验，不能称为原因。`
      : line`${names.join('、')}：${String(tested)}个驱动因素中，${passed.join('、')}先动，且过去也在先。`,
  effect: ({ name, day, time, size }) =>
    line`${name}在窗口内的最大变动在${day}${time ? `（收于${time} UTC）` : ''}，为${size}。`,
  meaning: [
    '收盘有先后不等于因果：同一日收盘的变动分不出先后，日内的次序要用日内数据。按周公布的（流动性）没有收盘，不在检验之列。',
  ],
  orders: { precedes: '在先', follows: '在后', both: '互有先后', neither: '没有先后' },
  untested: '无法检验',
  table: {
    title: '因果次序',
    measure: '窗口内各自最大的一次变动；检验为因先于果与果先于因的p值',
    cause: '因',
    causeTime: '时间',
    effect: '果',
    effectTime: '时间',
    lag: '相隔',
    test: '检验',
    hours: (hours) => `${hours}小时`,
  },
};

const zhHant: CausalOrderMessages = {
  passed: ({ names, passed, tested }) =>
    passed.length === 0
      ? line`${names.join('、')}：${String(tested)}個驅動因素中沒有一個通過次序檢定，不能稱為原因。`
      : line`${names.join('、')}：${String(tested)}個驅動因素中，${passed.join('、')}先動，且過去也在先。`,
  effect: ({ name, day, time, size }) =>
    line`${name}在視窗內的最大變動在${day}${time ? `（收於${time} UTC）` : ''}，為${size}。`,
  meaning: [
    '收盤有先後不等於因果：同一日收盤的變動分不出先後，日內的次序要用日內資料。按週公布的（流動性）沒有收盤，不在檢定之列。',
  ],
  orders: { precedes: '在先', follows: '在後', both: '互有先後', neither: '沒有先後' },
  untested: '無法檢定',
  table: {
    title: '因果次序',
    measure: '視窗內各自最大的一次變動；檢定為因先於果與果先於因的p值',
    cause: '因',
    causeTime: '時間',
    effect: '果',
    effectTime: '時間',
    lag: '相隔',
    test: '檢定',
    hours: (hours) => `${hours}小時`,
  },
};

const en: CausalOrderMessages = {
  passed: ({ names, passed, tested }) =>
    passed.length === 0
      ? line`${names.join(', ')}: of ${String(tested)} drivers none passes the test of order, so none may be called a cause.`
      : line`${names.join(', ')}: of ${String(tested)} drivers, ${passed.map((one) => `“${one}”`).join(', ')} moved first, here and in the past.`,
  effect: ({ name, day, time, size }) =>
    line`${name} moved most on ${day}${time ? ` (close ${time} UTC)` : ''}, by ${size}.`,
  meaning: [
    'A close that comes earlier is not a cause: moves of one close cannot be put in order, and the order within a day needs data within the day. What is published by the week, liquidity, has no close and is not tested.',
  ],
  orders: { precedes: 'comes first', follows: 'comes after', both: 'both ways', neither: 'no order' },
  untested: 'not tested',
  table: {
    title: 'Causal order',
    measure:
      'Largest move of each in the window; tests: p of cause before effect, and of effect before cause',
    cause: 'Cause',
    causeTime: 'Time',
    effect: 'Effect',
    effectTime: 'Time',
    lag: 'Lag',
    test: 'Test',
    hours: (hours) => `${hours} h`,
  },
};

export const CAUSAL_ORDER: Readonly<Record<Language, CausalOrderMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const CAUSAL_ORDER_WHYS: readonly ExplainWhy[] = [
  [
    /^too few sessions for the test of precedence$/,
    '交易日太少，无法作先后检验',
    '交易日太少，無法作先後檢定',
  ],
];
