import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type Rule = 'day' | 'mean' | 'scaled';

interface FlowRulesMessages {
  readonly target: {
    curve(p: { base: Part; flow: string; low: Part; high: Part }): Inline;
    /** The flow that the reader set; the range is empty where there is none. */
    asked(p: { way: 'in' | 'out'; flow: string; price: Part; range: string }): Inline;
    askedCiti(p: { price: Part }): Inline;
    readonly unproven: Inline;
    claim(p: { base: Part; until: string }): Inline;
    outcome(p: { flow: Part; conditional: Part; price: Part; miss: Part }): Inline;
    readonly table: {
      readonly title: string;
      readonly measure: string;
      readonly flow: string;
      readonly own: string;
      readonly citi: string;
      asked(flow: string): string;
    };
  };
  readonly exhaustion: {
    state(p: { day: string; holds: boolean; value: Part; since: string }): Inline;
    track(p: { triggers: Part; hit: Part; range: string; base: Part }): Inline;
    readonly unproven: Inline;
    readonly names: Readonly<Record<Rule, string>>;
    readonly table: {
      readonly title: string;
      readonly measure: string;
      readonly rule: string;
      readonly since: string;
      readonly triggers: string;
      readonly falseAlarms: string;
      readonly hit: string;
      readonly base: string;
      readonly mean: string;
    };
    readonly on: string;
    readonly off: string;
    readonly unknown: string;
  };
}

const zhHans: FlowRulesMessages = {
  target: {
    curve: ({ base, flow, low, high }) =>
      line`从${base}起算，若斜率不变，净流出${flow}对应${low}，净流入${flow}对应${high}。`,
    asked: ({ way, flow, price, range }) =>
      line`按您设定的净${way === 'in' ? '流入' : '流出'}${flow}，对应${price}${range && `（95%区间${range}）`}。`,
    askedCiti: ({ price }) => line`按花旗的斜率则为${price}。`,
    unproven: ['这是把关联当作作用的条件推算，不是预测，未经证明。'],
    claim: ({ base, until }) => line`花旗的条件：资金流为零时${until}为${base}。`,
    outcome: ({ flow, conditional, price, miss }) =>
      line`发表后至年终的净流量为${flow}，按其斜率调整的目标为${conditional}，实际${price}，相差${miss}。`,
    table: {
      title: '以资金流为条件的价格',
      measure: '美元；两个斜率，其下为95%区间；未经证明',
      flow: '资金流',
      own: '我们的斜率',
      citi: '花旗3.4%',
      asked: (flow) => `${flow}（设定）`,
    },
  },
  exhaustion: {
    state: ({ day, holds, value, since }) =>
      line`截至${day}，单日净流出小于1亿美元的规则${holds ? '成立' : '不成立'}（当日${value}，自${since}起）。`,
    track: ({ triggers, hit, range, base }) =>
      line`此前${triggers}次触发后20个交易日上涨的占${hit}（95%区间${range}），全部交易日的基准比率为${base}。`,
    unproven: ['该规则未经证明，单独不足为据。'],
    names: { day: '单日', mean: '5日均值', scaled: '5日均值，按资产折算' },
    table: {
      title: '流出衰竭规则的表现',
      measure: '触发：规则由不成立变为成立；回报自资金流公布后的收盘起算',
      rule: '规则',
      since: '自',
      triggers: '触发',
      falseAlarms: '误报',
      hit: '之后上涨',
      base: '基准',
      mean: '平均回报',
    },
    on: '成立',
    off: '不成立',
    unknown: '未测',
  },
};

const zhHant: FlowRulesMessages = {
  target: {
    curve: ({ base, flow, low, high }) =>
      line`從${base}起算，若斜率不變，淨流出${flow}對應${low}，淨流入${flow}對應${high}。`,
    asked: ({ way, flow, price, range }) =>
      line`按您設定的淨${way === 'in' ? '流入' : '流出'}${flow}，對應${price}${range && `（95%區間${range}）`}。`,
    askedCiti: ({ price }) => line`按花旗的斜率則為${price}。`,
    unproven: ['這是把關聯當作作用的條件推算，不是預測，未經證明。'],
    claim: ({ base, until }) => line`花旗的條件：資金流為零時${until}為${base}。`,
    outcome: ({ flow, conditional, price, miss }) =>
      line`發表後至年終的淨流量為${flow}，按其斜率調整的目標為${conditional}，實際${price}，相差${miss}。`,
    table: {
      title: '以資金流為條件的價格',
      measure: '美元；兩個斜率，其下為95%區間；未經證明',
      flow: '資金流',
      own: '我們的斜率',
      citi: '花旗3.4%',
      asked: (flow) => `${flow}（設定）`,
    },
  },
  exhaustion: {
    state: ({ day, holds, value, since }) =>
      line`截至${day}，單日淨流出小於1億美元的規則${holds ? '成立' : '不成立'}（當日${value}，自${since}起）。`,
    track: ({ triggers, hit, range, base }) =>
      line`此前${triggers}次觸發後20個交易日上漲的占${hit}（95%區間${range}），全部交易日的基準比率為${base}。`,
    unproven: ['該規則未經證明，單獨不足為據。'],
    names: { day: '單日', mean: '5日均值', scaled: '5日均值，按資產折算' },
    table: {
      title: '流出衰竭規則的表現',
      measure: '觸發：規則由不成立變為成立；報酬自資金流公布後的收盤起算',
      rule: '規則',
      since: '自',
      triggers: '觸發',
      falseAlarms: '誤報',
      hit: '之後上漲',
      base: '基準',
      mean: '平均報酬',
    },
    on: '成立',
    off: '不成立',
    unknown: '未測',
  },
};

const en: FlowRulesMessages = {
  target: {
    curve: ({ base, flow, low, high }) =>
      line`From ${base}, if the slope held, ${flow} out would go with ${low} and ${flow} in with ${high}.`,
    asked: ({ way, flow, price, range }) =>
      line`The flow you set, ${flow} ${way}, would go with ${price}${range && ` (95% band ${range})`}.`,
    askedCiti: ({ price }) => line`With Citi’s slope it would be ${price}.`,
    unproven: ['That takes an association for an effect: an if, not a forecast, and unproven.'],
    claim: ({ base, until }) => line`Citi’s condition: ${base} on ${until} at no flows.`,
    outcome: ({ flow, conditional, price, miss }) =>
      line`From publication to the year’s end the net flow was ${flow}, which moves the target to ${conditional}; the price was ${price}, ${miss} from it.`,
    table: {
      title: 'Price on condition of a flow',
      measure: 'US dollars; two slopes, the 95% band below; unproven',
      flow: 'Flow',
      own: 'Our slope',
      citi: 'Citi’s 3.4%',
      asked: (flow) => `${flow}, as you set`,
    },
  },
  exhaustion: {
    state: ({ day, holds, value, since }) =>
      line`On ${day} the rule “a day’s outflow is under $100 m” ${holds ? 'holds' : 'does not hold'} (${value} on the day; so since ${since}).`,
    track: ({ triggers, hit, range, base }) =>
      line`After ${triggers} earlier triggers the price was higher 20 sessions on in ${hit} of cases (95% band ${range}); the base rate of all sessions is ${base}.`,
    unproven: ['The rule is unproven and no ground to stand on alone.'],
    names: { day: 'One day', mean: 'Mean of 5 days', scaled: 'Mean of 5 days over assets' },
    table: {
      title: 'What came after the exhaustion rule',
      measure: 'Trigger: the rule begins to hold; returns from the close after the flow was known',
      rule: 'Rule',
      since: 'Since',
      triggers: 'Triggers',
      falseAlarms: 'False alarms',
      hit: 'Higher after',
      base: 'Base rate',
      mean: 'Mean after',
    },
    on: 'holds',
    off: 'does not hold',
    unknown: 'not measured',
  },
};

export const FLOW_RULES: Readonly<Record<Language, FlowRulesMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const FLOW_RULES_WHYS: readonly ExplainWhy[] = [
  [
    /^no price on the latest session with a flow$/,
    '最近有资金流的交易日没有价格',
    '最近有資金流的交易日沒有價格',
  ],
  [
    /^at a flow of that size the line leaves no price above 0$/,
    '这么大的资金流使直线给不出大于0的价格',
    '這麼大的資金流使直線給不出大於0的價格',
  ],
  [
    /^the year 2025 is not over or its last flow not known$/,
    '2025年尚未结束，或其最后的资金流未知',
    '2025年尚未結束，或其最後的資金流未知',
  ],
  [
    /^the (\d+) sessions after the trigger are not over$/,
    '触发后的$1个交易日尚未走完',
    '觸發後的$1個交易日尚未走完',
  ],
  [/^no trigger whose sessions are over$/, '没有已走完的触发', '沒有已走完的觸發'],
  [/^no session whose horizon is over$/, '没有已走完的交易日', '沒有已走完的交易日'],
];
