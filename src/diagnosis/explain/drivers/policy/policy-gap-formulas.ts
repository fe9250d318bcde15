import type { Formula } from '../../../../data/figure.ts';
import { formula } from '../../../formula.ts';

export const POLICY_GAP_FORMULAS: readonly Formula[] = [
  formula(
    'gap-market',
    '市场的路径',
    '市場的路徑',
    'Path of the market',
    'y: 2-year Treasury yield, for the average policy rate expected over two years; a proxy, with a premium for term in it',
  ),
  formula(
    'gap-inputs',
    '规则的输入',
    '規則的輸入',
    'Inputs of the rule',
    'R_0 effective federal funds rate, π core PCE inflation over twelve months, u unemployment rate, each the latest published; of past months by today’s vintage and the dates of publication',
  ),
  formula(
    'gap-rule',
    '规则的路径',
    '規則的路徑',
    'Path of the rule',
    'm: mean over eight quarters of max(0, R_k); R_k = 0.85 R_{k−1} + 0.15 R*, R* = r + π + 0.5 (π − 2 %) + 2 (u_LR − u), π and u held; r = 1.0 %, u_LR = 4.2 % after the FOMC’s longer-run medians; band: r from 0.5 to 1.5 % and u_LR from 4.0 to 4.5 %, ours',
    'Taylor (1999), in: Monetary Policy Rules, NBER; Board of Governors, Monetary Policy Report, simple policy rules; Summary of Economic Projections since December 2024',
  ),
  formula(
    'gap-gap',
    '市场与规则之差',
    '市場與規則之差',
    'Market less rule',
    'g = y − m; below 0 the market expects lower rates than the rule',
  ),
  formula(
    'gap-excess',
    '相对平日的偏离',
    '相對平日的偏離',
    'Gap against its usual level',
    'd = g less the mean of g at the ends of the 36 months before; what r and u_LR are wrong by for years drops out of it',
  ),
  formula(
    'gap-rank',
    '偏离的分位',
    '偏離的分位',
    'Rank of the gap',
    'share of the past ends of months with |d| smaller than now',
  ),
  formula(
    'gap-closed',
    '偏离收窄一半的频率',
    '偏離收窄一半的頻率',
    'How often the gap halved',
    'share of the past cases, ends of months with a d of this sign at least as far from 0 and at least six months apart, in which |d| was at most half within six months; 95 % band, Wilson',
    'Wilson (1927), JASA 22(158)',
  ),
  formula(
    'gap-rebound',
    '其后三个月标普500上涨的频率',
    '其後三個月標普500上漲的頻率',
    'How often shares rose after',
    'share of the same cases after which the S&P 500 was higher three months on; 95 % band, Wilson; base: of all ends of months, three months apart. An association',
    'Wilson (1927), JASA 22(158)',
  ),
];
