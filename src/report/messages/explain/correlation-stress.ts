import type { Language } from '../../../data/series/entry.ts';
import type { StressMatrix } from '../../../diagnosis/explain/havens/correlation/correlation-stress.ts';
import { type Inline, line, type Part } from '../../inline.ts';

interface CorrelationStressMessages {
  way(p: { day: string; n: number; way: Part; range: string; percentile: Part }): Inline;
  back(p: { day: string; n: number; way: Part; range: string; percentile: Part }): Inline;
  risk(p: { realised: Part; half: Part; one: Part }): Inline;
  volatility(ratio: Part): Inline;
  day(p: { day: string; correlation: Part; way: Part; percentile: Part }): Inline;
  readonly caution: Inline;
  readonly matrices: Readonly<Record<StressMatrix, string>>;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly matrix: string;
    readonly mean: string;
    readonly eigenvalue: string;
    readonly ratio: string;
  };
}

const zhHans: CorrelationStressMessages = {
  way: ({ day, n, way, range, percentile }) =>
    line`截至${day}的60个交易日，${String(n)}个仓位的相关系数由此前一年的水平向1走了${way}（90%区间${range}），处于历史第${percentile}百分位。`,
  back: ({ day, n, way, range, percentile }) =>
    line`截至${day}的60个交易日，${String(n)}个仓位的相关系数没有向1移动，反而离得更远（${way}，90%区间${range}），处于历史第${percentile}百分位。`,
  risk: ({ realised, half, one }) =>
    line`波动率不变，仅此一项使风险价值为平常的${realised}倍；走到一半为${half}倍，全部为1时为${one}倍。`,
  volatility: (ratio) => line`连同波动率的变化，实际为${ratio}倍。`,
  day: ({ day, correlation, way, percentile }) =>
    line`${day}一天隐含的相关系数为${correlation}，即由平常向1走了${way}，处于历史第${percentile}百分位。`,
  caution: ['一天的数值很粗，只宜与历史比较；仓位都按做多计，空头会相反。'],
  matrices: {
    normal: '平常（此前250日）',
    realised: '实际（最近60日）',
    half: '向1走一半',
    one: '全部为1',
  },
  table: {
    title: '相关系数矩阵与风险价值',
    measure: '每个仓位波动率相同；最小特征值不低于0，矩阵即半正定',
    matrix: '矩阵',
    mean: '平均相关',
    eigenvalue: '最小特征值',
    ratio: '风险价值倍数',
  },
};

const zhHant: CorrelationStressMessages = {
  way: ({ day, n, way, range, percentile }) =>
    line`截至${day}的60個交易日，${String(n)}個部位的相關係數由此前一年的水準向1走了${way}（90%區間${range}），處於歷史第${percentile}百分位。`,
  back: ({ day, n, way, range, percentile }) =>
    line`截至${day}的60個交易日，${String(n)}個部位的相關係數沒有向1移動，反而離得更遠（${way}，90%區間${range}），處於歷史第${percentile}百分位。`,
  risk: ({ realised, half, one }) =>
    line`波動率不變，僅此一項使風險值為平常的${realised}倍；走到一半為${half}倍，全部為1時為${one}倍。`,
  volatility: (ratio) => line`連同波動率的變化，實際為${ratio}倍。`,
  day: ({ day, correlation, way, percentile }) =>
    line`${day}一天隱含的相關係數為${correlation}，即由平常向1走了${way}，處於歷史第${percentile}百分位。`,
  caution: ['一天的數值很粗，只宜與歷史比較；部位都按做多計，空頭會相反。'],
  matrices: {
    normal: '平常（此前250日）',
    realised: '實際（最近60日）',
    half: '向1走一半',
    one: '全部為1',
  },
  table: {
    title: '相關係數矩陣與風險值',
    measure: '每個部位波動率相同；最小特徵值不低於0，矩陣即半正定',
    matrix: '矩陣',
    mean: '平均相關',
    eigenvalue: '最小特徵值',
    ratio: '風險值倍數',
  },
};

const en: CorrelationStressMessages = {
  way: ({ day, n, way, range, percentile }) =>
    line`Over the 60 sessions to ${day} the correlations of ${String(n)} positions went ${way} of the way from those of the year before to 1 (90% band ${range}), percentile ${percentile} of the past.`,
  back: ({ day, n, way, range, percentile }) =>
    line`Over the 60 sessions to ${day} the correlations of ${String(n)} positions did not go toward 1 but away from it (${way} of the way, 90% band ${range}), percentile ${percentile} of the past.`,
  risk: ({ realised, half, one }) =>
    line`With volatilities unchanged that alone makes the value at risk ${realised} times its normal; half way to 1 it would be ${half} times, with all at 1 ${one} times.`,
  volatility: (ratio) => line`With the change of volatilities it is ${ratio} times.`,
  day: ({ day, correlation, way, percentile }) =>
    line`The one day ${day} implies a correlation of ${correlation}: ${way} of the way from normal to 1, percentile ${percentile} of all days.`,
  caution: [
    'What one day implies is coarse and says something only beside its past; all positions are held long.',
  ],
  matrices: {
    normal: 'Normal (250 sessions before)',
    realised: 'Realised (last 60)',
    half: 'Half way to 1',
    one: 'All at 1',
  },
  table: {
    title: 'Correlation matrices and value at risk',
    measure:
      'The same volatility in each position; a least eigenvalue not below 0 means positive semi-definite',
    matrix: 'Matrix',
    mean: 'Mean correlation',
    eigenvalue: 'Least eigenvalue',
    ratio: 'Value at risk, times normal',
  },
};

export const CORRELATION_STRESS: Readonly<Record<Language, CorrelationStressMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};
