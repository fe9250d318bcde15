import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface ValuationMessages {
  technology(p: { name: string; day: string; actual: Part; fitted: Part; residual: Part; r2: Part }): Inline;
  slopes(p: { liquidity: Part; realYield: Part; zero: boolean }): Inline;
  money(p: {
    month: string;
    deviation: Part;
    fair: Part;
    range: string;
    cointegrated: boolean;
    p: Part;
  }): Inline;
  segments(n: number): Inline;
  mortgage(p: { day: string; spread: Part }): Inline;
  velocity(p: { day: string; level: Part; change: Part }): Inline;
  readonly meaning: string;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly stretch: string;
    readonly growth: string;
    span(from: string, to: string): string;
  };
  readonly chart: {
    title(month: string): Inline;
    readonly measure: string;
    readonly price: string;
    readonly fair: string;
  };
}

const zhHans: ValuationMessages = {
  technology: ({ name, day, actual, fitted, residual, r2 }) =>
    line`截至${day}的十三周，${name}变动${actual}；按净流动性与实际利率的变化拟合为${fitted}，未解释${residual}（R²为${r2}）。`,
  slopes: ({ liquidity, realYield, zero }) =>
    line`净流动性每增1%对应${liquidity}，${zero ? '区间含零，看不出关联' : '区间不含零'}；实际利率每升10个基点对应${realYield}。是关联，不是因果。`,
  money: ({ month, deviation, fair, range, cointegrated, p }) =>
    line`比特币${month}末的收盘与M2拟合线相差${deviation}（线上为${fair}，八成区间${range}）；${cointegrated ? '两者协整' : '两者没有协整的证据'}（p值${p}），${cointegrated ? '但' : ''}这条线未经证明，不是公允价值。`,
  segments: (n) =>
    n === 1
      ? line`比特币相对M2的增速没有可分的断点。`
      : line`比特币相对M2的增速有${String(n - 1)}个断点，见表。`,
  mortgage: ({ day, spread }) => line`${day}，30年期房贷利率比10年期美债高${spread}。`,
  velocity: ({ day, level, change }) => line`${day}当季M2流通速度为${level}，一年变动${change}。`,
  meaning: '两列都在上升的水平之间总能画出一条线，相互独立的随机游走也能；结论以变化的检验为准。',
  table: {
    title: '比特币相对M2的增速：各段',
    measure: '每段月均增速折成一年（对数），断点按Bai–Perron',
    stretch: '区间',
    growth: '年增速',
    span: (from, to) => `${from}至${to}`,
  },
  chart: {
    title: (month) => line`比特币与M2拟合线：至${month}`,
    measure: '美元，月末；线为对数回归，未经证明',
    price: '比特币',
    fair: 'M2线',
  },
};

const zhHant: ValuationMessages = {
  technology: ({ name, day, actual, fitted, residual, r2 }) =>
    line`截至${day}的十三週，${name}變動${actual}；按淨流動性與實質利率的變化配適為${fitted}，未解釋${residual}（R²為${r2}）。`,
  slopes: ({ liquidity, realYield, zero }) =>
    line`淨流動性每增1%對應${liquidity}，${zero ? '區間含零，看不出關聯' : '區間不含零'}；實質利率每升10個基點對應${realYield}。是關聯，不是因果。`,
  money: ({ month, deviation, fair, range, cointegrated, p }) =>
    line`比特幣${month}底的收盤與M2配適線相差${deviation}（線上為${fair}，八成區間${range}）；${cointegrated ? '兩者共整合' : '兩者沒有共整合的證據'}（p值${p}），${cointegrated ? '但' : ''}這條線未經證明，不是公允價值。`,
  segments: (n) =>
    n === 1
      ? line`比特幣相對M2的增速沒有可分的斷點。`
      : line`比特幣相對M2的增速有${String(n - 1)}個斷點，見表。`,
  mortgage: ({ day, spread }) => line`${day}，30年期房貸利率比10年期美債高${spread}。`,
  velocity: ({ day, level, change }) => line`${day}當季M2流通速度為${level}，一年變動${change}。`,
  meaning: '兩列都在上升的水準之間總能畫出一條線，相互獨立的隨機漫步也能；結論以變化的檢定為準。',
  table: {
    title: '比特幣相對M2的增速：各段',
    measure: '每段月均增速折成一年（對數），斷點按Bai–Perron',
    stretch: '區間',
    growth: '年增速',
    span: (from, to) => `${from}至${to}`,
  },
  chart: {
    title: (month) => line`比特幣與M2配適線：至${month}`,
    measure: '美元，月底；線為對數迴歸，未經證明',
    price: '比特幣',
    fair: 'M2線',
  },
};

const en: ValuationMessages = {
  technology: ({ name, day, actual, fitted, residual, r2 }) =>
    line`Over the 13 weeks to ${day} ${name} changed by ${actual}; changes of net liquidity and the real yield account for ${fitted}, which leaves ${residual} (R² ${r2}).`,
  slopes: ({ liquidity, realYield, zero }) =>
    line`1% more net liquidity went with ${liquidity}, a band that ${zero ? 'holds zero: no association is seen' : 'does not hold zero'}; 10 bp more of real yield with ${realYield}. An association, not a cause.`,
  money: ({ month, deviation, fair, range, cointegrated, p }) =>
    line`At the end of ${month} Bitcoin stood ${deviation} from a line on M2 (${fair}, 80% of months within ${range}); ${cointegrated ? 'the two are cointegrated' : 'there is no evidence that the two are cointegrated'} (p ${p}), ${cointegrated ? 'yet the line is unproven' : 'so the line is unproven'} and no fair value.`,
  segments: (n) =>
    n === 1
      ? line`The growth of Bitcoin over M2 has no break that can be told.`
      : line`The growth of Bitcoin over M2 has ${String(n - 1)} ${n === 2 ? 'break' : 'breaks'}, in the table.`,
  mortgage: ({ day, spread }) =>
    line`On ${day} the 30-year mortgage rate stood ${spread} above the 10-year Treasury yield.`,
  velocity: ({ day, level, change }) =>
    line`The velocity of M2 was ${level} in the quarter of ${day}, ${change} in a year.`,
  meaning:
    'Between two levels that both rise a line can always be drawn, and between two random walks as well; the tests on changes decide.',
  table: {
    title: 'Growth of Bitcoin over M2, by stretch',
    measure: 'Mean monthly growth of each stretch as a year (logarithms), breaks by Bai and Perron',
    stretch: 'Stretch',
    growth: 'A year',
    span: (from, to) => `${from} to ${to}`,
  },
  chart: {
    title: (month) => line`Bitcoin and its line on M2 to ${month}`,
    measure: 'US dollars at the end of months; the line is a regression of logarithms, unproven',
    price: 'Bitcoin',
    fair: 'line on M2',
  },
};

export const LIQUIDITY_VALUATION: Readonly<Record<Language, ValuationMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const LIQUIDITY_VALUATION_WHYS: readonly ExplainWhy[] = [
  [
    /^too few weeks with (\S+), liquidity and the real yield (\d+) weeks apart$/,
    '相隔$2周的$1、流动性与实际利率太少',
    '相隔$2週的$1、流動性與實質利率太少',
  ],
  [
    /^fewer than (\d+) months with both (\S+) and m2$/,
    '$2与M2都有的月份少于$1个',
    '$2與M2都有的月份少於$1個',
  ],
  [/^us-10y has no value that week$/, '当周没有10年期美债收益率', '當週沒有10年期美債殖利率'],
  [/^(us-mortgage-30y|m2-velocity) has no value$/, '$1没有数值', '$1沒有數值'],
  [
    /^no m2-velocity four quarters before its latest$/,
    'M2流通速度在最新值之前四个季度没有数值',
    'M2流通速度在最新值之前四個季度沒有數值',
  ],
];
