import { formula } from '../../../formula.ts';

const PLACEBO =
  'band: 2.5 % to 97.5 % of the same number for 199 grids of the same step shifted by 0.5 % to 99.5 % of it';

export const LEVEL_FORMULAS = [
  formula(
    'round-break-rate',
    '触及后收破的比例',
    '觸及後收破的比例',
    'Share of touches that break',
    'breaks/(breaks + touches that held); break: a close below a multiple of the step (params.step) that the close before was at or above; touch that held: low below it, close at or above it',
    'Osler (2003), Journal of Finance 58(5), 1791–1819',
  ),
  formula(
    'round-break-after',
    '收破后的平均变动',
    '收破後的平均變動',
    'Mean move after a break',
    'mean of P_{t+h}/P_t − 1 over the breaks t whose h = params.sessions rows are over',
    'Osler (2003), Journal of Finance 58(5), 1791–1819',
  ),
  formula(
    'level-base',
    '非整数关口的基准',
    '非整數關口的基準',
    'Base rate at levels that are not round',
    `mean over the shifted grids of the same number; ${PLACEBO}`,
  ),
  formula(
    'level-p',
    '与非整数关口之差的p值',
    '與非整數關口之差的p值',
    'p of the difference from levels that are not round',
    '(1 + number of the 199 shifted grids at least as far from their mean as the round one)/200: exact when it does not matter where the grid begins',
    'Phipson & Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9(1) (p of a randomisation test)',
  ),
  formula(
    'level-next',
    '到下一关口',
    '到下一關口',
    'On to the next level',
    'share of the breaks, of those with 20 rows after them, that close a whole step lower within the 20',
  ),
  formula(
    'round-number-distance',
    '到关口的距离',
    '到關口的距離',
    'Distance to the round level',
    'L/P − 1; L the next multiple of the step below, or above',
  ),
] as const;
