import type { Text } from './define.ts';

/** What a reader must know of a continuous front contract. */
export const FRONT_NOTE: Text = [
  '近月连续合约，未作换月调整：换月日的涨跌含价差。日线在纽约时间17:00结束。',
  '近月連續合約，未作換月調整：換月日的漲跌含價差。日線在紐約時間17:00結束。',
  'Continuous front contract without roll adjustment: a change on a roll day holds the spread of two months. The bar ends at 17:00 New York.',
];
