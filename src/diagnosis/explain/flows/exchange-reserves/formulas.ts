import { formula } from '../../../formula.ts';
import { AFTER_FORMULAS } from '../after.ts';

export const RESERVE_FORMULAS = [
  formula(
    'exchange-reserve',
    '交易所储备',
    '交易所儲備',
    'Coins on exchanges',
    'R_t, coins at the known addresses of the exchanges at the end of UTC day t',
  ),
  formula(
    'exchange-reserve-change',
    '储备变化',
    '儲備變化',
    'Change of the reserve',
    'R_t − R_{t−h}, h days',
  ),
  formula(
    'exchange-reserve-growth',
    '储备变化率',
    '儲備變化率',
    'Relative change of the reserve',
    'R_t/R_{t−h} − 1, h days; from the peak: R_t/max_{s≤t} R_s − 1',
  ),
  formula(
    'exchange-reserve-month',
    '月度净变化',
    '月度淨變化',
    'Net change of a month',
    'R at the end of the month less R at the end of the month before; of an unfinished month up to its latest day',
  ),
  formula(
    'exchange-reserve-value',
    '月度净变化的价值',
    '月度淨變化的價值',
    'Value of the month’s net change',
    'net change of the month times the mean of the month’s daily closes',
  ),
  formula(
    'exchange-left',
    '离开交易所的币',
    '離開交易所的幣',
    'Coins that left the exchanges',
    'R_{t−h} − R_t, h = 365 days',
  ),
  formula(
    'exchange-to-funds',
    '进入基金的币',
    '進入基金的幣',
    'Coins added by funds',
    'F_t − F_{t−h}, h = 365 days; F coins held by funds, whose custodians’ addresses are no exchange’s',
  ),
  formula(
    'exchange-elsewhere',
    '离开交易所而未进入基金的币',
    '離開交易所而未進入基金的幣',
    'Coins that left and are not with funds',
    '(R_{t−h} − R_t) − (F_t − F_{t−h}): self-custody and others; newly mined coins are not in it',
  ),
  formula(
    'exchange-sign-difference',
    '流入日与流出日之后的差',
    '流入日與流出日之後的差',
    'After days of inflow less after days of outflow',
    'mean of P_{t+h}/P_t − 1 over days with R_t > R_{t−1} less that over days with R_t < R_{t−1}; band ± 1.96 Newey–West errors of the dummy, lag max(h − 1, ⌊4(n/100)^(2/9)⌋). No sign is assumed',
    'Newey & West (1987), Econometrica 55, eq. 5',
  ),
  ...AFTER_FORMULAS,
];
