import { formula } from '../../../formula.ts';

export const LIQUIDATION_FORMULAS = [
  formula(
    'liquidation-total',
    '爆仓总额的范围',
    '強平總額的範圍',
    'Range of the total of liquidations',
    'lowest and highest of the totals at hand: the sum of the imported rows or of the two daily series, and totals that texts reported on the latest of the last 3 days that has any; value: the lowest, for venues publish at most one order a second and none publishes more than happened',
  ),
  formula(
    'liquidation-average',
    '每户平均爆仓额',
    '每戶平均強平額',
    'Average per account',
    'total / accounts of one and the same report',
  ),
  formula(
    'liquidation-rank',
    '爆仓总额的排名',
    '強平總額的排名',
    'Rank of the total',
    '1 + number of earlier days of the universe (params.universe) with a larger total; days without a total are not in it',
  ),
  formula(
    'liquidation-share',
    '爆仓占比',
    '強平占比',
    'Share of liquidations',
    'Σ usd of the rows of the group / Σ usd of all rows, last 24 hours; the last group by subtraction from 1',
  ),
  formula(
    'liquidation-concentration',
    '爆仓的集中度',
    '強平的集中度',
    'Concentration by venue',
    'Σ s²; s share of a venue: 1/n when n venues are alike, 1 when there is one',
    'Herfindahl–Hirschman index',
  ),
  formula(
    'liquidation-distance',
    '爆仓距离',
    '強平距離',
    'Distance to liquidation',
    '1/L − m; L leverage, m maintenance margin rate of the lowest tier of Binance BTCUSDT that allows L at the date; fees left out',
    'Binance USDⓈ-M liquidation price, isolated margin',
  ),
  formula(
    'crash-volume-share',
    '成交量占比（非爆仓）',
    '成交量占比（非強平）',
    'Share of traded volume, not of liquidations',
    'futures volume of a venue / futures volume of all venues, 2025-10-10 21:09–22:00 UTC; a stand-in for where liquidations could happen',
  ),
] as const;
