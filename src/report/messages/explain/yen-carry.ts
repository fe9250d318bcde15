import type { Language } from '../../../data/series/entry.ts';
import type { CarryVerdict, Leg } from '../../../diagnosis/explain/drivers/carry/carry-gauge.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface YenCarryMessages {
  /** The yen's move over the window, and what it means for the story. */
  verdict(p: {
    verdict: CarryVerdict;
    rose: boolean;
    enough: boolean;
    from: string;
    to: string;
    yen: Part;
  }): Inline;
  gauge(p: { gauge: Part; percentile: Part; baseRate: Part }): Inline;
  held(p: { held: number; of: number }): Inline;
  moves(p: { basket: Part; assets: Part; ratio: Part }): Inline;
  positions(p: { day: string; contracts: Part; short: boolean }): Inline;
  meaning: string;
  legs: Readonly<Record<Leg, string>>;
  lines: Readonly<Record<Leg, string>>;
  passed(passed: boolean | null): string;
  table: {
    title: string;
    measure: string;
    leg: string;
    value: string;
    line: string;
    passed: string;
    score: string;
  };
  betas: {
    title: string;
    measure: string;
    asset: string;
    beta: string;
    move: string;
    explained: string;
    rest: string;
  };
  chart: { title(p: { day: string; gauge: Part }): Inline; measure: string };
}

const zhHans: YenCarryMessages = {
  verdict: ({ verdict, rose, enough, from, to, yen }) => {
    const moved = line`${from}至${to}，日元兑美元${rose ? '上涨' : '下跌'}${yen}`;
    if (verdict === 'not-measured') return line`${moved}；其余各项不足，套息平仓之说未测量。`;
    if (verdict === 'supported') return line`${moved}，套息平仓之说成立。`;
    if (!rose) return line`${moved}：日元没有上涨，套息平仓之说不成立。`;
    return enough
      ? line`${moved}，但其余各项过半未达标，套息平仓之说不成立。`
      : line`${moved}，但不足一个标准差，套息平仓之说不成立。`;
  },
  gauge: ({ gauge, percentile, baseRate }) =>
    line`平仓指数${gauge}（0至1），处于历史第${percentile}百分位；有史以来，此说在${baseRate}的交易日成立。指数尚无战绩，未经证明。`,
  held: ({ held, of }) => line`除日元外，${String(of)}项中有${String(held)}项达标。`,
  moves: ({ basket, assets, ratio }) =>
    line`同期套息货币篮子${basket}，美股${assets}；套息与波动之比为${ratio}。`,
  positions: ({ day, contracts, short }) =>
    line`窗口开始前的最近一次报告（${day}），投机者净${short ? '空' : '多'}${contracts}张日元期货。`,
  meaning: '日元不涨，就没有人在买回日元还债：这一项否决其余各项。贝塔所对应的部分只是相关。',
  legs: {
    yen: '日元上涨（否决项）',
    basket: '套息货币篮子下跌',
    'carry-to-volatility': '套息波动比下降',
    positions: '投机者净空日元',
    assets: '美股下跌',
    link: '此前美股与日元反向',
  },
  lines: {
    yen: '≥ 1σ',
    basket: '≤ −1σ',
    'carry-to-volatility': '第10百分位以下',
    positions: '< 0张',
    assets: '≤ −1σ',
    link: '≤ −0.21',
  },
  passed: (passed) => (passed === null ? '未测量' : passed ? '是' : '否'),
  table: {
    title: '套息平仓的各项证据',
    measure: 'σ为窗口前126个交易日的尺度；得分0至1',
    leg: '证据',
    value: '数值',
    line: '须达到',
    passed: '达标',
    score: '得分',
  },
  betas: {
    title: '各资产随日元的部分',
    measure: '贝塔为窗口前60个共同交易日；下为90%区间；比特币为UTC日',
    asset: '资产',
    beta: '对日元的贝塔',
    move: '变动',
    explained: '随日元的部分',
    rest: '其余',
  },
  chart: {
    title: ({ day, gauge }) => line`套息平仓指数，至${day}：${gauge}`,
    measure: '0至1；日元不涨则为0；近250个交易日',
  },
};

const zhHant: YenCarryMessages = {
  verdict: ({ verdict, rose, enough, from, to, yen }) => {
    const moved = line`${from}至${to}，日圓兌美元${rose ? '上漲' : '下跌'}${yen}`;
    if (verdict === 'not-measured') return line`${moved}；其餘各項不足，利差交易平倉之說未測量。`;
    if (verdict === 'supported') return line`${moved}，利差交易平倉之說成立。`;
    if (!rose) return line`${moved}：日圓沒有上漲，利差交易平倉之說不成立。`;
    return enough
      ? line`${moved}，但其餘各項過半未達標，利差交易平倉之說不成立。`
      : line`${moved}，但不足一個標準差，利差交易平倉之說不成立。`;
  },
  gauge: ({ gauge, percentile, baseRate }) =>
    line`平倉指數${gauge}（0至1），處於歷史第${percentile}百分位；有史以來，此說在${baseRate}的交易日成立。指數尚無戰績，未經證明。`,
  held: ({ held, of }) => line`除日圓外，${String(of)}項中有${String(held)}項達標。`,
  moves: ({ basket, assets, ratio }) =>
    line`同期利差貨幣籃子${basket}，美股${assets}；利差與波動之比為${ratio}。`,
  positions: ({ day, contracts, short }) =>
    line`視窗開始前的最近一次報告（${day}），投機者淨${short ? '空' : '多'}${contracts}口日圓期貨。`,
  meaning: '日圓不漲，就沒有人在買回日圓還債：這一項否決其餘各項。貝塔所對應的部分只是相關。',
  legs: {
    yen: '日圓上漲（否決項）',
    basket: '利差貨幣籃子下跌',
    'carry-to-volatility': '利差波動比下降',
    positions: '投機者淨空日圓',
    assets: '美股下跌',
    link: '此前美股與日圓反向',
  },
  lines: {
    yen: '≥ 1σ',
    basket: '≤ −1σ',
    'carry-to-volatility': '第10百分位以下',
    positions: '< 0口',
    assets: '≤ −1σ',
    link: '≤ −0.21',
  },
  passed: (passed) => (passed === null ? '未測量' : passed ? '是' : '否'),
  table: {
    title: '利差交易平倉的各項證據',
    measure: 'σ為視窗前126個交易日的尺度；得分0至1',
    leg: '證據',
    value: '數值',
    line: '須達到',
    passed: '達標',
    score: '得分',
  },
  betas: {
    title: '各資產隨日圓的部分',
    measure: '貝塔為視窗前60個共同交易日；下為90%區間；比特幣為UTC日',
    asset: '資產',
    beta: '對日圓的貝塔',
    move: '變動',
    explained: '隨日圓的部分',
    rest: '其餘',
  },
  chart: {
    title: ({ day, gauge }) => line`利差交易平倉指數，至${day}：${gauge}`,
    measure: '0至1；日圓不漲則為0；近250個交易日',
  },
};

const en: YenCarryMessages = {
  verdict: ({ verdict, rose, enough, from, to, yen }) => {
    const moved = line`From ${from} to ${to} the yen ${rose ? 'rose' : 'fell'} ${yen} against the dollar`;
    if (verdict === 'not-measured')
      return line`${moved}; too little else is measured to judge the carry story.`;
    if (verdict === 'supported') return line`${moved}: the carry story is supported.`;
    if (!rose) return line`${moved}: the yen did not rise, so the carry story is not supported.`;
    return enough
      ? line`${moved}, but most of the other tests are not met: the carry story is not supported.`
      : line`${moved}, by less than one standard deviation: the carry story is not supported.`;
  },
  gauge: ({ gauge, percentile, baseRate }) =>
    line`The gauge of unwinding is ${gauge} of 1, percentile ${percentile} of its history; the story was supported in ${baseRate} of all sessions so far. It has no track record and is unproven.`,
  held: ({ held, of }) => line`Tests met beside that of the yen: ${String(held)} of ${String(of)}.`,
  moves: ({ basket, assets, ratio }) =>
    line`The carry basket moved ${basket} and US shares ${assets}; carry to volatility is ${ratio}.`,
  positions: ({ day, contracts, short }) =>
    line`By the last report before the window (${day}) speculators were net ${short ? 'short' : 'long'} ${contracts} yen futures.`,
  meaning:
    'If the yen does not rise, nobody buys it back to repay: that test overrules the others. What goes with a beta is an association.',
  legs: {
    yen: 'The yen rose (must hold)',
    basket: 'The carry basket fell',
    'carry-to-volatility': 'Carry to volatility fell',
    positions: 'Speculators short of yen',
    assets: 'US shares fell',
    link: 'Shares fell with a rising yen before',
  },
  lines: {
    yen: '≥ 1σ',
    basket: '≤ −1σ',
    'carry-to-volatility': 'percentile ≤ 10',
    positions: '< 0 contracts',
    assets: '≤ −1σ',
    link: '≤ −0.21',
  },
  passed: (passed) => (passed === null ? 'not measured' : passed ? 'yes' : 'no'),
  table: {
    title: 'What a carry unwind must show',
    measure: 'σ of the 126 sessions before the window; scores from 0 to 1',
    leg: 'Evidence',
    value: 'Value',
    line: 'Must reach',
    passed: 'Met',
    score: 'Score',
  },
  betas: {
    title: 'What goes with the yen',
    measure:
      'Beta over the 60 common sessions before the window; below, the 90% band; Bitcoin by its UTC day',
    asset: 'Asset',
    beta: 'Beta to the yen',
    move: 'Move',
    explained: 'Goes with the yen',
    rest: 'Rest',
  },
  chart: {
    title: ({ day, gauge }) => line`Gauge of yen carry unwinding to ${day}: ${gauge}`,
    measure: '0 to 1, 0 when the yen does not rise; the last 250 sessions',
  },
};

export const YEN_CARRY: Readonly<Record<Language, YenCarryMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const YEN_CARRY_WHYS: readonly ExplainWhy[] = [
  [
    /^the yen, its crosses and the shares have no common session$/,
    '日元、交叉汇率与美股没有共同交易日',
    '日圓、交叉匯率與美股沒有共同交易日',
  ],
  [/^too few legs are measured$/, '可测量的证据太少', '可測量的證據太少'],
  [/^a session of the window has no value$/, '窗口内有交易日没有数值', '窗口內有交易日沒有數值'],
  [
    /^an overnight rate or the volatility of the yen is missing$/,
    '缺少隔夜利率或日元波动率',
    '缺少隔夜利率或日圓波動率',
  ],
  [/^too short a history for the leg ([a-z-]+)$/, '该项证据的历史太短', '該項證據的歷史太短'],
  [
    /^fewer than (\d+) common sessions of ([a-z0-9-]+) and the yen before the window$/,
    '窗口前$2与日元的共同交易日少于$1',
    '窗口前$2與日圓的共同交易日少於$1',
  ],
];
