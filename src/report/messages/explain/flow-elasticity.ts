import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface Effects {
  readonly n: number;
  readonly to: string;
  readonly flow: Part;
  readonly change: Part;
  readonly own: Part;
  readonly rest: Part;
}

interface FlowElasticityMessages {
  slope(p: { coin: string; slope: Part; range: string; r2: Part }): Inline;
  order(p: { before: Part; same: Part; follows: Part; leads: Part }): Inline;
  /** Which of the two tests says no by the five-percent line. */
  meaning(p: { flowFollows: boolean; returnFollows: boolean }): Inline;
  controlled(p: { slope: Part; range: string }): Inline;
  rolling(p: { last60: Part; last120: Part }): Inline;
  citi(p: { slope: Part; inside: boolean }): Inline;
  implied(p: Effects): Inline;
  impliedCiti(effect: Part): Inline;
  readonly lags: {
    readonly title: string;
    readonly measure: string;
    readonly lag: string;
    readonly returnFirst: string;
    readonly flowFirst: string;
  };
  readonly chart: { title(p: { last60: Part }): Inline; readonly measure: string; last(w: number): string };
}

const zhHans: FlowElasticityMessages = {
  slope: ({ coin, slope, range, r2 }) =>
    line`${coin}基金每净流入10亿美元，当日价格对应变动${slope}（95%区间${range}，R²为${r2}）；这是关联，不是因果。`,
  order: ({ before, same, follows, leads }) =>
    line`资金流与前一交易日回报的相关系数为${before}，与当日回报的为${same}；检验“流跟随价”的p值为${follows}，“价跟随流”的为${leads}。`,
  meaning: ({ flowFollows, returnFollows }) =>
    flowFollows
      ? returnFollows
        ? ['两个方向都有先后关系，斜率不能读作流对价的作用。']
        : ['资金流跟随价格，反过来没有证据，斜率不能读作流对价的作用。']
      : returnFollows
        ? ['回报跟随资金流；先后不等于因果，两者也可能同受第三方推动。']
        : ['两个方向都没有先后关系的证据。'],
  controlled: ({ slope, range }) =>
    line`固定前五个交易日的回报与资金流后，斜率为${slope}（95%区间${range}）；没有可用的工具变量，仍是关联。`,
  rolling: ({ last60, last120 }) => line`最近60个交易日的斜率为${last60}，最近120个为${last120}。`,
  citi: ({ slope, inside }) =>
    line`花旗2025年11月给出的斜率为${slope}，${inside ? '落在我们的区间内' : '落在我们的区间外'}。`,
  implied: ({ n, to, flow, change, own, rest }) =>
    line`截至${to}的${String(n)}个交易日，基金净流量为${flow}，价格变动${change}；按我们的斜率对应${own}，其余${rest}。`,
  impliedCiti: (effect) => line`按花旗的斜率对应${effect}。两者都未经证明。`,
  lags: {
    title: '谁在前：资金流与回报的相关系数',
    measure: '相隔0至5个交易日，自首个资金流起的全部交易日',
    lag: '相隔',
    returnFirst: '回报在前',
    flowFirst: '资金流在前',
  },
  chart: {
    title: ({ last60 }) => line`最近60个交易日，每10亿美元对应${last60}`,
    measure: '滚动斜率：每净流入10亿美元对应的当日回报，%',
    last: (w) => `${w}日`,
  },
};

const zhHant: FlowElasticityMessages = {
  slope: ({ coin, slope, range, r2 }) =>
    line`${coin}基金每淨流入10億美元，當日價格對應變動${slope}（95%區間${range}，R²為${r2}）；這是關聯，不是因果。`,
  order: ({ before, same, follows, leads }) =>
    line`資金流與前一交易日報酬的相關係數為${before}，與當日報酬的為${same}；檢驗「流跟隨價」的p值為${follows}，「價跟隨流」的為${leads}。`,
  meaning: ({ flowFollows, returnFollows }) =>
    flowFollows
      ? returnFollows
        ? ['兩個方向都有先後關係，斜率不能讀作流對價的作用。']
        : ['資金流跟隨價格，反過來沒有證據，斜率不能讀作流對價的作用。']
      : returnFollows
        ? ['報酬跟隨資金流；先後不等於因果，兩者也可能同受第三方推動。']
        : ['兩個方向都沒有先後關係的證據。'],
  controlled: ({ slope, range }) =>
    line`固定前五個交易日的報酬與資金流後，斜率為${slope}（95%區間${range}）；沒有可用的工具變數，仍是關聯。`,
  rolling: ({ last60, last120 }) => line`最近60個交易日的斜率為${last60}，最近120個為${last120}。`,
  citi: ({ slope, inside }) =>
    line`花旗2025年11月給出的斜率為${slope}，${inside ? '落在我們的區間內' : '落在我們的區間外'}。`,
  implied: ({ n, to, flow, change, own, rest }) =>
    line`截至${to}的${String(n)}個交易日，基金淨流量為${flow}，價格變動${change}；按我們的斜率對應${own}，其餘${rest}。`,
  impliedCiti: (effect) => line`按花旗的斜率對應${effect}。兩者都未經證明。`,
  lags: {
    title: '誰在前：資金流與報酬的相關係數',
    measure: '相隔0至5個交易日，自首個資金流起的全部交易日',
    lag: '相隔',
    returnFirst: '報酬在前',
    flowFirst: '資金流在前',
  },
  chart: {
    title: ({ last60 }) => line`最近60個交易日，每10億美元對應${last60}`,
    measure: '滾動斜率：每淨流入10億美元對應的當日報酬，%',
    last: (w) => `${w}日`,
  },
};

const en: FlowElasticityMessages = {
  slope: ({ coin, slope, range, r2 }) =>
    line`${coin}: a net inflow of $1 bn into the funds goes with ${slope} on the day (95% band ${range}, R² ${r2}). This is an association, not an effect.`,
  order: ({ before, same, follows, leads }) =>
    line`The flow’s correlation with the return of the session before is ${before}, with the same session’s ${same}; p is ${follows} for “the flow follows the return” and ${leads} for “the return follows the flow”.`,
  meaning: ({ flowFollows, returnFollows }) =>
    flowFollows
      ? returnFollows
        ? ['Each comes before the other: the slope cannot be read as what flows do to the price.']
        : [
            'Flows follow the price and the reverse is not shown: the slope cannot be read as what flows do to the price.',
          ]
      : returnFollows
        ? ['Returns follow flows; precedence is not causation, and something else may drive both.']
        : ['Neither is shown to come before the other.'],
  controlled: ({ slope, range }) =>
    line`With the returns and flows of the five sessions before held, the slope is ${slope} (95% band ${range}); no instrument for the flow is known, so this too is an association.`,
  rolling: ({ last60, last120 }) =>
    line`Over the last 60 sessions the slope is ${last60}, over the last 120 ${last120}.`,
  citi: ({ slope, inside }) =>
    line`Citi’s slope of November 2025, ${slope}, lies ${inside ? 'inside' : 'outside'} our band.`,
  implied: ({ n, to, flow, change, own, rest }) =>
    line`In the ${String(n)} sessions to ${to} the net flow of the funds was ${flow} while the price moved ${change}; at our slope that flow goes with ${own}, and ${rest} is left.`,
  impliedCiti: (effect) => line`At Citi’s slope it goes with ${effect}. Both are unproven.`,
  lags: {
    title: 'Which comes first: correlation of flow and return',
    measure: '0 to 5 sessions apart, all sessions since the first flow',
    lag: 'Apart',
    returnFirst: 'Return first',
    flowFirst: 'Flow first',
  },
  chart: {
    title: ({ last60 }) => line`Over the last 60 sessions $1 bn goes with ${last60}`,
    measure: 'Rolling slope: return on the day that goes with a net inflow of $1 bn, %',
    last: (w) => `${w} sessions`,
  },
};

export const FLOW_ELASTICITY: Readonly<Record<Language, FlowElasticityMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const FLOW_ELASTICITY_WHYS: readonly ExplainWhy[] = [
  [
    /^fewer than (\d+) sessions with a flow and a return$/,
    '有资金流与回报的交易日不足$1个',
    '有資金流與報酬的交易日不足$1個',
  ],
  [
    /^fewer sessions with a flow than the window has$/,
    '有资金流的交易日少于窗口长度',
    '有資金流的交易日少於視窗長度',
  ],
  [/^no price at both ends of the window$/, '窗口两端缺少价格', '視窗兩端缺少價格'],
  [/^the price did not change over the window$/, '窗口内价格没有变动', '視窗內價格沒有變動'],
  [
    /^Citi published its slope on 2025-11-24, after the instant$/,
    '花旗的斜率发表于2025年11月24日，在此时点之后',
    '花旗的斜率發表於2025年11月24日，在此時點之後',
  ],
  [/^Citi’s slope is of bitcoin only$/, '花旗的斜率只针对比特币', '花旗的斜率只針對比特幣'],
];
