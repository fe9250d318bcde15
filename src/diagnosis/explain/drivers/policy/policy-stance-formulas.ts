import type { Formula } from '../../../../data/figure.ts';
import { formula } from '../../../formula.ts';

export const POLICY_STANCE_FORMULAS: readonly Formula[] = [
  formula(
    'stance-cuts',
    '预期的利率变动',
    '預期的利率變動',
    'Expected change of the rate',
    'c: what is assumed; else the change that federal funds futures expect within a year; else, as a proxy, the 2-year yield less the effective federal funds rate: the average expected over two years, with a premium for term in it',
    'CME Group, FedWatch methodology; definition',
  ),
  formula(
    'stance-pace',
    '资产负债表的月度变动',
    '資產負債表的月度變動',
    'Pace of the balance sheet',
    'g: what is assumed; else (A_t − A_{t−13})/3, A the total assets of the Federal Reserve on Wednesdays: US dollars a month',
  ),
  formula(
    'stance-equivalent',
    '缩表相当的加息',
    '縮表相當的升息',
    'Balance sheet as a change of the rate',
    'q = −12 g k; k = 20 bp for each 10^12 US dollars of run-off, from 13.2 to 33.6 bp (band). That a model finds them alike over years does not make them alike in a week',
    'k: Crawley, Gagnon, Hebden & Trevino (2022), FEDS Notes, 3 June 2022: 2.5 trillion, a little more than 50 bp; band: Wei (2022), Federal Reserve Bank of Atlanta, Policy Hub 11: 2.2 trillion, 29 bp in normal times, 74 bp in a crisis',
  ),
  formula(
    'stance-net',
    '净立场',
    '淨立場',
    'Net stance',
    'c + q: below 0 policy eases on balance; band of q alone',
  ),
  formula(
    'stance-liquidity',
    '一年后净流动性的变动',
    '一年後淨流動性的變動',
    'Net liquidity in a year',
    '12 g / N; N net USD liquidity as known, the Treasury account and the reverse repo taken as unchanged',
  ),
  formula(
    'stance-offset',
    '抵消一次降息的缩表',
    '抵銷一次降息的縮表',
    'Run-off that offsets a cut',
    '25 bp / k, US dollars; band as of k',
    'as for k',
  ),
];
