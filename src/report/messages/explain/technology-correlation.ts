import type { Language } from '../../../data/series/entry.ts';
import type { CorrelationMethod } from '../../../diagnosis/explain/havens/correlation/technology-correlation.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface TechnologyCorrelationMessages {
  level(p: { day: string; correlation: Part; range: string; percentile: Part }): Inline;
  last(day: string): Inline;
  extreme(which: 'highest' | 'lowest'): Inline;
  change(p: { before: Part; difference: Part; range: string; told: 'rise' | 'fall' | 'none' }): Inline;
  adjusted(p: { adjusted: Part; risen: boolean }): Inline;
  regime(p: { day: string; correlation: Part; range: string; before: Part; breaks: number }): Inline;
  steady(): Inline;
  alignment(p: { atClose: number; byUtcDay: number }): Inline;
  utc(correlation: Part): Inline;
  readonly methods: Readonly<Record<CorrelationMethod, string>>;
  readonly never: Readonly<Record<'highest' | 'lowest', string>>;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly method: string;
    readonly correlation: string;
    readonly percentile: string;
    readonly lastAt: string;
  };
  readonly chart: {
    title(correlation: Part): Inline;
    readonly measure: string;
    readonly long: string;
    readonly regime: string;
    readonly dcc: string;
    readonly short: string;
    readonly breaks: string;
  };
}

const zhHans: TechnologyCorrelationMessages = {
  level: ({ day, correlation, range, percentile }) =>
    line`截至${day}的90个交易日，比特币与纳斯达克100的相关系数为${correlation}（90%区间${range}），处于2015年以来的第${percentile}百分位。`,
  last: (day) => line`上一次处在这一水平是${day}。`,
  extreme: (which) => [`2015年以来此前从未这样${which === 'highest' ? '高' : '低'}。`],
  change: ({ before, difference, range, told }) =>
    line`再往前90个交易日为${before}，相差${difference}（90%区间${range}）：${{ rise: '确有上升', fall: '确有下降', none: '与没有变化分不开' }[told]}。`,
  adjusted: ({ adjusted, risen }) =>
    line`纳指的波动率比前一段${risen ? '高' : '低'}，按前一段的波动率折算，现在的相关系数为${adjusted}。`,
  regime: ({ day, correlation, range, before, breaks }) =>
    line`2015年以来相关状态变过${String(breaks)}次，最近一次约在${day}：由${before}变为${correlation}（90%区间${range}）；日期是估计。`,
  steady: () => ['2015年以来没有可确认的变点。'],
  alignment: ({ atClose, byUtcDay }) =>
    line`2015年以来有${String(atClose)}个交易日按纽约收盘取比特币价格，其余${String(byUtcDay)}个没有小时线，按UTC日。`,
  utc: (correlation) => line`若一律按UTC日，这90个交易日的相关系数会是${correlation}。`,
  methods: {
    'rolling-30': '滚动30日',
    'rolling-90': '滚动90日',
    ewma: '指数加权（0.94）',
    dcc: 'DCC',
  },
  never: { highest: '从未这样高', lowest: '从未这样低' },
  table: {
    title: '比特币与纳斯达克100的相关系数',
    measure: '比特币按纽约收盘；滚动值下方为90%区间；百分位自2015年起',
    method: '方法',
    correlation: '相关系数',
    percentile: '百分位',
    lastAt: '上次在此水平',
  },
  chart: {
    title: (correlation) => line`比特币与纳斯达克100的90日相关系数：${correlation}`,
    measure: '滚动90日、30日，DCC，以及各相关状态的水平',
    long: '90日',
    regime: '状态',
    dcc: 'DCC',
    short: '30日',
    breaks: '变点',
  },
};

const zhHant: TechnologyCorrelationMessages = {
  level: ({ day, correlation, range, percentile }) =>
    line`截至${day}的90個交易日，比特幣與那斯達克100的相關係數為${correlation}（90%區間${range}），處於2015年以來的第${percentile}百分位。`,
  last: (day) => line`上一次處在這一水準是${day}。`,
  extreme: (which) => [`2015年以來此前從未這樣${which === 'highest' ? '高' : '低'}。`],
  change: ({ before, difference, range, told }) =>
    line`再往前90個交易日為${before}，相差${difference}（90%區間${range}）：${{ rise: '確有上升', fall: '確有下降', none: '與沒有變化分不開' }[told]}。`,
  adjusted: ({ adjusted, risen }) =>
    line`那斯達克的波動率比前一段${risen ? '高' : '低'}，按前一段的波動率折算，現在的相關係數為${adjusted}。`,
  regime: ({ day, correlation, range, before, breaks }) =>
    line`2015年以來相關狀態變過${String(breaks)}次，最近一次約在${day}：由${before}變為${correlation}（90%區間${range}）；日期是估計。`,
  steady: () => ['2015年以來沒有可確認的變點。'],
  alignment: ({ atClose, byUtcDay }) =>
    line`2015年以來有${String(atClose)}個交易日按紐約收盤取比特幣價格，其餘${String(byUtcDay)}個沒有小時線，按UTC日。`,
  utc: (correlation) => line`若一律按UTC日，這90個交易日的相關係數會是${correlation}。`,
  methods: {
    'rolling-30': '滾動30日',
    'rolling-90': '滾動90日',
    ewma: '指數加權（0.94）',
    dcc: 'DCC',
  },
  never: { highest: '從未這樣高', lowest: '從未這樣低' },
  table: {
    title: '比特幣與那斯達克100的相關係數',
    measure: '比特幣按紐約收盤；滾動值下方為90%區間；百分位自2015年起',
    method: '方法',
    correlation: '相關係數',
    percentile: '百分位',
    lastAt: '上次在此水準',
  },
  chart: {
    title: (correlation) => line`比特幣與那斯達克100的90日相關係數：${correlation}`,
    measure: '滾動90日、30日，DCC，以及各相關狀態的水準',
    long: '90日',
    regime: '狀態',
    dcc: 'DCC',
    short: '30日',
    breaks: '變點',
  },
};

const en: TechnologyCorrelationMessages = {
  level: ({ day, correlation, range, percentile }) =>
    line`Over the 90 sessions to ${day} the correlation of bitcoin with the Nasdaq-100 was ${correlation} (90% band ${range}), percentile ${percentile} since 2015.`,
  last: (day) => line`It last stood at this level on ${day}.`,
  extreme: (which) => [
    `It had never been so ${which === 'highest' ? 'high' : 'low'} in an earlier episode since 2015.`,
  ],
  change: ({ before, difference, range, told }) =>
    line`In the 90 sessions before it was ${before}; the difference of ${difference} (90% band ${range}) ${{ rise: 'is a rise', fall: 'is a fall', none: 'cannot be told from no change' }[told]}.`,
  adjusted: ({ adjusted, risen }) =>
    line`The Nasdaq-100 was ${risen ? 'more' : 'less'} volatile than in those; at their volatility the correlation would now be ${adjusted}.`,
  regime: ({ day, correlation, range, before, breaks }) =>
    line`Since 2015 it has had ${breaks === 1 ? 'one break' : `${breaks} breaks, the last`} about ${day}, from ${before} to ${correlation} (90% band ${range}); the date is an estimate.`,
  steady: () => ['Since 2015 it has no break that can be told from chance.'],
  alignment: ({ atClose, byUtcDay }) =>
    line`On ${String(atClose)} sessions since 2015 bitcoin is priced at the New York close, on the other ${String(byUtcDay)}, for want of bars, by its UTC day.`,
  utc: (correlation) =>
    line`By UTC days throughout, the correlation of these 90 sessions would be ${correlation}.`,
  methods: {
    'rolling-30': 'Rolling 30 sessions',
    'rolling-90': 'Rolling 90 sessions',
    ewma: 'Exponentially weighted (0.94)',
    dcc: 'DCC',
  },
  never: { highest: 'never so high', lowest: 'never so low' },
  table: {
    title: 'Correlation of bitcoin with the Nasdaq-100',
    measure: 'Bitcoin at the New York close; below the rolling values their 90% band; percentile since 2015',
    method: 'Method',
    correlation: 'Correlation',
    percentile: 'Percentile',
    lastAt: 'Last at this level',
  },
  chart: {
    title: (correlation) => line`Correlation of bitcoin with the Nasdaq-100 over 90 sessions: ${correlation}`,
    measure: 'Rolling 90 and 30 sessions, DCC, and the level of each regime',
    long: '90 sessions',
    regime: 'regime',
    dcc: 'DCC',
    short: '30 sessions',
    breaks: 'break',
  },
};

export const TECHNOLOGY_CORRELATION: Readonly<Record<Language, TechnologyCorrelationMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const TECHNOLOGY_CORRELATION_WHYS: readonly ExplainWhy[] = [
  [
    /^fewer than (\d+) sessions with bitcoin and the Nasdaq-100$/,
    '比特币与纳斯达克100共有的交易日少于$1个',
    '比特幣與那斯達克100共有的交易日少於$1個',
  ],
  [
    /^DCC-GARCH needs 500 sessions with bitcoin and the Nasdaq-100, or did not converge$/,
    'DCC-GARCH需要比特币与纳斯达克100共有500个交易日，或估计没有收敛',
    'DCC-GARCH需要比特幣與那斯達克100共有500個交易日，或估計沒有收斂',
  ],
  [/^a return does not vary in the regime$/, '该状态内回报没有变动', '該狀態內報酬沒有變動'],
];
