/** A term in Simplified Chinese, Traditional Chinese and English. */
export type Term = readonly [hans: string, hant: string, en: string];

/** Terms of the report in the order in which a reader meets them. */
export const GLOSSARY: readonly Term[] = [
  ['同跌分', '同跌分數', 'joint-fall score'],
  ['标准差（σ）', '標準差（σ）', 'standard deviation (σ)'],
  ['百分位', '百分位', 'percentile'],
  ['距峰值跌幅', '距峰值跌幅', 'drawdown from the peak'],
  ['已实现波动率', '已實現波動率', 'realised volatility'],
  ['隐含波动率', '隱含波動率', 'implied volatility'],
  ['基点（bp）', '基點（bp）', 'basis point (bp)'],
  ['净流动性', '淨流動性', 'net liquidity'],
  ['财政部一般账户', '財政部一般帳戶', 'Treasury General Account'],
  ['隔夜逆回购', '隔夜逆回購', 'overnight reverse repo'],
  ['期限溢价', '期限溢酬', 'term premium'],
  ['溢价（Coinbase）', '溢價（Coinbase）', 'Coinbase premium'],
  ['爆仓（强制平仓）', '爆倉（強制平倉）', 'liquidation (forced close)'],
  ['资金费率', '資金費率', 'funding rate'],
  ['日元套息', '日圓利差交易', 'yen carry'],
  ['避险资产', '避險資產', 'haven'],
  ['对冲资产', '對沖資產', 'hedge'],
  ['分散资产', '分散資產', 'diversifier'],
  ['总溢出', '總溢出', 'total spillover'],
  ['沙普利值', '沙普利值', 'Shapley value'],
];
