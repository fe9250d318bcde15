import { formula } from '../../../formula.ts';

export const ORDER_BOOK_FORMULAS = [
  formula(
    'book-depth',
    '订单簿深度',
    '訂單簿深度',
    'Depth of the order book',
    'D_p = Σ price × quantity of the resting orders between mid and p from it (params.within), bids below mid, asks above, in dollars; a value that a feed repeats in 5 or more snapshots in a row is missing, not depth',
  ),
  formula(
    'book-depth-before',
    '冲击前的深度',
    '衝擊前的深度',
    'Depth before the shock',
    'median of D_p from 3 hours to 1 hour before the lowest bids of the day',
  ),
  formula(
    'book-depth-ratio',
    '深度对冲击前之比',
    '深度對衝擊前之比',
    'Depth against before',
    'D_p at the time (params.at) / median of D_p from 3 hours to 1 hour before the lowest bids',
  ),
  formula(
    'book-cost',
    '卖出一笔的成本',
    '賣出一筆的成本',
    'Cost of an order to sell',
    'mean distance from mid of the first Q dollars of bids (params.order), the orders of a band spread evenly between its two distances: a stand-in for the single orders, without fees',
  ),
  formula(
    'book-imbalance',
    '买卖盘失衡',
    '買賣盤失衡',
    'Imbalance of the book',
    '(B − A)/(B + A); B bids, A asks within 5 % of mid: −1 no bids, +1 no asks',
    'Cont, Kukanov & Stoikov (2014), Journal of Financial Econometrics 12(1) (order-book imbalance)',
  ),
  formula(
    'book-recovery',
    '深度恢复的半衰期',
    '深度恢復的半衰期',
    'Half-life of the recovery of depth',
    'ln 2/k of D_t = L − G e^(−k (t − t₀)) by least squares from the lowest bids on; L the depth before; band: k ± 1.96 Newey–West errors',
    'Obizhaeva & Wang (2013), Journal of Financial Markets 16(1), eq. 8 (exponential resilience)',
  ),
  formula(
    'book-age',
    '深度数据的日龄',
    '深度資料的日齡',
    'Age of the depth data',
    'days from the latest snapshot to the instant of the answer',
  ),
] as const;
