import type { Language } from '../../../data/series/entry.ts';
import type { Driver } from '../../../diagnosis/explain/drivers/factors.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface DriverSplitMessages {
  readonly drivers: Readonly<Record<Driver, string>>;
  readonly unexplained: string;
  /** The same, short. */
  readonly left: string;
  /** What fell or rose, and how much of it the drivers explain. */
  split(p: { name: string; day: string; n: number; move: Part; explained: Part; residual: Part }): Inline;
  largest(p: { driver: string; part: Part; range: string }): Inline;
  /** One part above 60 % of all, or none. */
  single(p: { part: string; share: Part } | undefined): Inline;
  record(p: { explained: Part; windows: number; proven: boolean }): Inline;
  /** The size of the residual, and how often one as large was left. */
  rare(p: { score: Part; rarity: Part; windows: number }): Inline;
  reversal(p: {
    sessions: number;
    cases: number;
    share: Part;
    range: string;
    base: Part;
    /** The base rate lies outside the band. */
    differs: boolean;
  }): Inline;
  short(p: { name: string; n: number }): Inline;
  overlap(p: { name: string }): Inline;
  late(p: { drivers: readonly { name: string; day: string }[] }): Inline;
  proxies(p: { drivers: readonly { name: string; series: string }[] }): Inline;
  readonly meaning: string;
  readonly utcDay: Inline;
  readonly waterfall: {
    /** The finding: how much of the first asset’s move is left. */
    title(p: { name: string; move: Part; residual: Part }): Inline;
    readonly measure: string;
  };
  readonly table: {
    readonly title: (n: number) => string;
    readonly measure: string;
    readonly driver: string;
    readonly move: string;
    readonly total: string;
  };
}

const zhHans: DriverSplitMessages = {
  drivers: {
    'real-yield': '实际收益率',
    dollar: '美元',
    equity: '股市',
    credit: '信用',
    volatility: '波动率',
    liquidity: '流动性',
    carry: '套息（日元）',
    technology: '科技',
  },
  unexplained: '未解释（被迫或特有）',
  left: '未解释',
  split: ({ name, day, n, move, explained, residual }) =>
    line`截至${day}的${String(n)}个交易日，${name}变动${move}：驱动因素合计对应${explained}，未解释部分（被迫或特有）${residual}。`,
  largest: ({ driver, part, range }) => line`最大的一项是${driver}，为${part}（90%区间${range}）。`,
  single: (one) =>
    one
      ? line`“${one.part}”一项占各部分之和的${one.share}，超过六成。`
      : ['没有一项超过各部分之和的六成，“原因只有一个”的说法不成立。'],
  record: ({ explained, windows, proven }) =>
    proven
      ? line`过去${String(windows)}个同长度窗口中，这些因素在样本外解释了变动的${explained}。`
      : line`过去${String(windows)}个同长度窗口中，这些因素在样本外没有解释力（${explained}），所以各项贡献未经证明。`,
  rare: ({ score, rarity, windows }) =>
    line`未解释部分为${score}，过去${String(windows)}个窗口中有${rarity}的窗口不小于它。`,
  reversal: ({ sessions, cases, share, range, base, differs }) =>
    line`过去${String(cases)}次这样的未解释部分，其后${String(sessions)}个交易日平均回吐${share}（负值为继续扩大；90%区间${range}；所有窗口的基准为${base}），${differs ? '与基准不同' : '与基准没有可分辨的差别'}。`,
  short: ({ name, n }) => line`${name}的样本只有${String(n)}个交易日，贝塔不稳。`,
  overlap: ({ name }) => line`${name}本身含有半导体公司，科技一项有一部分是它自己。`,
  late: ({ drivers }) =>
    line`${drivers.map(({ name, day }) => `${name}只到${day}`).join('，')}，其后的部分落在未解释之中。`,
  proxies: ({ drivers }) =>
    line`当时未公布的由替代序列代替：${drivers.map(({ name, series }) => `${name}用${series}`).join('，')}。`,
  meaning: '贝塔取自窗口之前的样本，贡献是同向变动，不是因果。',
  utcDay: ['没有日内行情时，加密资产按UTC日计算，比纽约收盘晚三至四小时。'],
  waterfall: {
    title: ({ name, move, residual }) => line`${name}${move}的变动中，未解释的为${residual}`,
    measure: '贡献，%；每一条从上一条的终点开始，最后一条是整个变动，灰色为未解释部分',
  },
  table: {
    title: (n) => `近${n}个交易日的变动由何而来`,
    measure: '贡献，%，下行为90%区间；合计恰等于变动，未解释部分最后由减法得出',
    driver: '驱动因素',
    move: '自身变动',
    total: '变动',
  },
};

const zhHant: DriverSplitMessages = {
  drivers: {
    'real-yield': '實質殖利率',
    dollar: '美元',
    equity: '股市',
    credit: '信用',
    volatility: '波動率',
    liquidity: '流動性',
    carry: '利差交易（日圓）',
    technology: '科技',
  },
  unexplained: '未解釋（被迫或特有）',
  left: '未解釋',
  split: ({ name, day, n, move, explained, residual }) =>
    line`截至${day}的${String(n)}個交易日，${name}變動${move}：驅動因素合計對應${explained}，未解釋部分（被迫或特有）${residual}。`,
  largest: ({ driver, part, range }) => line`最大的一項是${driver}，為${part}（90%區間${range}）。`,
  single: (one) =>
    one
      ? line`「${one.part}」一項占各部分之和的${one.share}，超過六成。`
      : ['沒有一項超過各部分之和的六成，「原因只有一個」的說法不成立。'],
  record: ({ explained, windows, proven }) =>
    proven
      ? line`過去${String(windows)}個同長度視窗中，這些因素在樣本外解釋了變動的${explained}。`
      : line`過去${String(windows)}個同長度視窗中，這些因素在樣本外沒有解釋力（${explained}），所以各項貢獻未經證明。`,
  rare: ({ score, rarity, windows }) =>
    line`未解釋部分為${score}，過去${String(windows)}個視窗中有${rarity}的視窗不小於它。`,
  reversal: ({ sessions, cases, share, range, base, differs }) =>
    line`過去${String(cases)}次這樣的未解釋部分，其後${String(sessions)}個交易日平均回吐${share}（負值為繼續擴大；90%區間${range}；所有視窗的基準為${base}），${differs ? '與基準不同' : '與基準沒有可分辨的差別'}。`,
  short: ({ name, n }) => line`${name}的樣本只有${String(n)}個交易日，貝塔不穩。`,
  overlap: ({ name }) => line`${name}本身含有半導體公司，科技一項有一部分是它自己。`,
  late: ({ drivers }) =>
    line`${drivers.map(({ name, day }) => `${name}只到${day}`).join('，')}，其後的部分落在未解釋之中。`,
  proxies: ({ drivers }) =>
    line`當時未公布的由替代序列代替：${drivers.map(({ name, series }) => `${name}用${series}`).join('，')}。`,
  meaning: '貝塔取自視窗之前的樣本，貢獻是同向變動，不是因果。',
  utcDay: ['沒有日內行情時，加密資產按UTC日計算，比紐約收盤晚三至四小時。'],
  waterfall: {
    title: ({ name, move, residual }) => line`${name}${move}的變動中，未解釋的為${residual}`,
    measure: '貢獻，%；每一條從上一條的終點開始，最後一條是整個變動，灰色為未解釋部分',
  },
  table: {
    title: (n) => `近${n}個交易日的變動由何而來`,
    measure: '貢獻，%，下行為90%區間；合計恰等於變動，未解釋部分最後由減法得出',
    driver: '驅動因素',
    move: '自身變動',
    total: '變動',
  },
};

const listed = (items: readonly string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const en: DriverSplitMessages = {
  drivers: {
    'real-yield': 'Real yield',
    dollar: 'Dollar',
    equity: 'Equity',
    credit: 'Credit',
    volatility: 'Volatility',
    liquidity: 'Liquidity',
    carry: 'Carry (yen)',
    technology: 'Technology',
  },
  unexplained: 'Unexplained (forced or idiosyncratic)',
  left: 'Unexplained',
  split: ({ name, day, n, move, explained, residual }) =>
    line`${name}: ${move} over ${n === 1 ? 'the session' : `the ${n} sessions`} to ${day}. Of that ${explained} goes with the drivers, and ${residual} is unexplained (forced or idiosyncratic).`,
  largest: ({ driver, part, range }) =>
    line`The largest driver is “${driver}” with ${part} (90% band ${range}).`,
  single: (one) =>
    one
      ? line`“${one.part}” makes up ${one.share} of all parts by size, more than 60%.`
      : ['No part makes up more than 60% of all: a single cause is not what the data show.'],
  record: ({ explained, windows, proven }) =>
    proven
      ? line`In ${String(windows)} past windows of this length, these drivers explained ${explained} of the moves out of sample.`
      : line`In ${String(windows)} past windows of this length, these drivers explained nothing out of sample (${explained}): the contributions are unproven.`,
  rare: ({ score, rarity, windows }) =>
    line`What is left is ${score}; in ${rarity} of ${String(windows)} past windows at least as much was left.`,
  reversal: ({ sessions, cases, share, range, base, differs }) =>
    line`Within ${String(sessions)} sessions after ${String(cases)} such residuals in the past, ${share} of them was given back on average (90% band ${range}; after all windows ${base}; below zero: they grew): ${differs ? 'that differs from the base rate' : 'not to be told from the base rate'}.`,
  short: ({ name, n }) => line`The sample of ${name} has only ${String(n)} sessions: its betas are unsteady.`,
  overlap: ({ name }) =>
    line`${name} itself holds makers of semiconductors, so a part of “Technology” is the index itself.`,
  late: ({ drivers }) =>
    line`${listed(drivers.map(({ name, day }) => `“${name}” is known to ${day}`))}; what came later is in the unexplained part.`,
  proxies: ({ drivers }) =>
    line`Not yet published then, and replaced: ${listed(drivers.map(({ name, series }) => `“${name}” by ${series}`))}.`,
  meaning:
    'The betas come from the sessions before the window; a contribution is what moved along, not a cause.',
  utcDay: [
    'Without bars within the day a coin stands with its UTC day, three to four hours after the New York close.',
  ],
  waterfall: {
    title: ({ name, move, residual }) => line`Of the ${move} of ${name}, ${residual} is unexplained`,
    measure:
      'Contributions, %; each bar begins where the one before ended, the last is the whole move; grey is unexplained',
  },
  table: {
    title: (n) =>
      n === 1 ? 'What the move of the session is made of' : `What the move of ${n} sessions is made of`,
    measure:
      'Contributions, %, with 90% bands below; they add to the move exactly, the unexplained part last, by subtraction',
    driver: 'Driver',
    move: 'Its own move',
    total: 'Move',
  },
};

export const DRIVER_SPLIT: Readonly<Record<Language, DriverSplitMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const DRIVER_SPLIT_WHYS: readonly ExplainWhy[] = [
  [/^the driver is the instrument itself$/, '该驱动因素就是标的本身', '該驅動因素就是標的本身'],
  [
    /^the driver has no value near the session$/,
    '该驱动因素在此交易日附近没有数值',
    '該驅動因素在此交易日附近沒有數值',
  ],
  [/^the driver does not vary$/, '该驱动因素没有变化', '該驅動因素沒有變化'],
  [/^the instrument has no value$/, '标的没有数值', '標的沒有數值'],
  [/^no value at both ends of the window$/, '窗口两端缺少数值', '視窗兩端缺少數值'],
  [/^no driver has values$/, '所有驱动因素都没有数值', '所有驅動因素都沒有數值'],
  [
    /^fewer than (\d+) sessions with the instrument and its drivers before the window$/,
    '窗口之前标的与驱动因素都有数值的交易日不足$1个',
    '視窗之前標的與驅動因素都有數值的交易日不足$1個',
  ],
  [/^fewer than 20 past windows$/, '过去的窗口不足20个', '過去的視窗不足20個'],
  [
    /^fewer than 20 such residuals in the past$/,
    '过去这样的未解释部分不足20次',
    '過去這樣的未解釋部分不足20次',
  ],
];
