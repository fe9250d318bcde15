import { formula } from '../../../formula.ts';

/** Formulas of the flows that several funds report. */
export const FUND_SUMS_FORMULAS = [
  formula(
    'fund-flow',
    '基金日净流入（弱来源）',
    '基金日淨流入（弱來源）',
    'Net flow of a fund, weak source',
    'flow of the day as a third party computed it from shares outstanding; the method is not documented and many days are blank',
  ),
  formula(
    'fund-flow-sum',
    '各基金合计',
    '各基金合計',
    'Flow of the funds together',
    'Σ over the funds and the sessions of the period that are reported; blanks are left out, not 0',
  ),
  formula(
    'fund-flow-coverage',
    '报告覆盖率',
    '報告覆蓋率',
    'Share reported',
    'reported values / (funds × New York sessions of the period so far)',
  ),
  formula(
    'fund-flow-rank',
    '该期排名',
    '該期排名',
    'Rank of the period',
    '1 + number of earlier periods with a larger sum on the same side',
  ),
];
