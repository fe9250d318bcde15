import { formula } from '../../../formula.ts';
import { FEWEST_WEEKS, WEEKS } from './demand-fit.ts';

const FIT = `ln of Brent on a constant, ln of copper, the 10-year yield and ln of the dollar index, changes over weeks of five sessions, the last ${WEEKS} of them before the window (at least ${FEWEST_WEEKS}), ordinary least squares`;
const SOURCE =
  'Hamilton (2014), Oil prices as an indicator of global economic conditions, Econbrowser; a small stand-in for Groen, McNeil & Middeldorp (2013), A new approach for identifying demand and supply shocks in the oil market, Liberty Street Economics, which uses many more series';

export const OIL_FORMULAS = [
  formula(
    'oil-move',
    '布伦特原油变动',
    '布蘭特原油變動',
    'Move of Brent',
    'R = P_t / P_{t−w} − 1 of the front future over w New York sessions; a change of contract in between is in it',
  ),
  formula(
    'oil-signal-move',
    '需求信号的变动',
    '需求訊號的變動',
    'Move of a signal of demand',
    'return of copper and of the dollar index, change of the 10-year yield over the window; a hole at an end takes a value at most two sessions older',
  ),
  formula(
    'oil-signal',
    '需求信号对应的油价变动',
    '需求訊號對應的油價變動',
    'Part that goes with a signal of demand',
    `c_j = (R / ln(1 + R)) b_j F_j; F_j the signal’s move over the window, b_j of ${FIT}. Band: 90 %, of b_j by Newey–West. An association`,
    SOURCE,
  ),
  formula(
    'oil-demand',
    '需求部分',
    '需求部分',
    'Demand part of the oil move',
    'D = Σ_j c_j over copper, yield and dollar. Band: 90 %, of all b together by Newey–West. Demand accounts for the move when |R − D| is with its whole band below |R|/2, and does not when it is above; it is left open in between, for a move within one s √(w/5), and when a slope has not the sign of a signal of demand (copper +, yield +, dollar −). The lines are ours and have no record',
    SOURCE,
  ),
  formula(
    'oil-residual',
    '供给及其余部分',
    '供給及其餘部分',
    'Supply and the rest',
    'R − D: supply, inventories, risk premia and forced trades together, which these signals cannot tell apart; the band is that of D',
  ),
  formula(
    'oil-score',
    '其余部分的大小',
    '其餘部分的大小',
    'Size of the rest',
    '(R − D) / (R / ln(1 + R)) / (s √(w/5)); s the standard deviation of the residual of the weekly regression',
  ),
  formula(
    'oil-r2',
    '周度回归的解释比例',
    '週度迴歸的解釋比例',
    'Share of variance that the signals explain',
    `R² of ${FIT}`,
  ),
];
