import type { ExplainWhy } from '../why.ts';

const WHYS: readonly ExplainWhy[] = [
  [/^no path has a value$/, '没有一条路径有数值', '沒有一條路徑有數值'],
  [
    /^it falls by less than 0\.5 % without forced sale$/,
    '没有被迫卖盘时跌幅不到0.5%',
    '沒有被迫賣盤時跌幅不到0.5%',
  ],
  [/^no path heals within the horizon$/, '没有一条路径在时长内恢复', '沒有一條路徑在時長內恢復'],
  [/^the sellers take nothing off it$/, '卖盘没有压低它', '賣盤沒有壓低它'],
  [/^nothing is sold by force$/, '没有任何被迫卖盘', '沒有任何被迫賣盤'],
  [/^nothing is liquidated$/, '没有强平', '沒有強平'],
  [
    /^the gain passes 1 in less than half of the draws$/,
    '增益超过1的抽样不到一半',
    '增益超過1的抽樣不到一半',
  ],
  [/^fewer than (\d+) draws, or all alike$/, '抽样少于$1组，或各组相同', '抽樣少於$1組，或各組相同'],
];

export const CASCADE_WHYS_HANS = WHYS.map(([reason, words]) => [reason, words] as const);
export const CASCADE_WHYS_HANT = WHYS.map(([reason, , words]) => [reason, words] as const);
