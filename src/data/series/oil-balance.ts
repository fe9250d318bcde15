import { WEDNESDAY } from '../calendars/dates.ts';
import type { Text } from './define.ts';
import { elsewhere } from './elsewhere.ts';
import type { ReleaseRule, SeriesEntry } from './entry.ts';
import { monthLag } from './releases.ts';

const BY_REPORT: Text = [
  '每个值是一份报告中的预测，以报告日标注：修订即相邻两值之差，不会看到后来的预测。',
  '每個值是一份報告中的預測，以報告日標註：修訂即相鄰兩值之差，不會看到後來的預測。',
  'Each value is the forecast of one report, dated with the day of the report: a revision is the difference of two, and no later forecast is seen.',
];
const REPORT_DAY: ReleaseRule = {
  kind: 'business-days',
  days: 0,
  at: '12:00',
  zone: 'America/New_York',
  calendar: 'us-federal',
};
const FORECAST = {
  unit: 'bbl-per-day-mn',
  release: REPORT_DAY,
  assetClass: 'energy',
  frequency: 'irregular',
  revised: false,
  note: BY_REPORT,
} as const;
const MONTHLY = { unit: 'bbl-per-day-mn', release: monthLag(45, '12:00'), assetClass: 'energy' } as const;
const WEEKLY_STATUS: ReleaseRule = {
  kind: 'weekday',
  weekday: WEDNESDAY,
  at: '17:00',
  zone: 'America/New_York',
  calendar: 'us-federal',
};

/** Supply of and demand for oil, and forecasts of them by report: none of it is in a data pack. */
export const OIL_BALANCE: readonly SeriesEntry[] = [
  elsewhere(
    'oil-supply-world',
    ['全球石油供应', '全球石油供給', 'World supply of oil and liquids'],
    'eia',
    'STEO PAPR_WORLD',
    MONTHLY,
  ),
  elsewhere(
    'oil-demand-world',
    ['全球石油消费', '全球石油消費', 'World consumption of oil and liquids'],
    'eia',
    'STEO PATC_WORLD',
    MONTHLY,
  ),
  elsewhere(
    'iea-demand-growth-2026',
    ['IEA预测的2026年需求增量', 'IEA預測的2026年需求增量', 'IEA forecast of demand growth in 2026'],
    'iea',
    'Oil Market Report: world oil demand growth, 2026',
    FORECAST,
  ),
  elsewhere(
    'iea-demand-2026',
    ['IEA预测的2026年需求', 'IEA預測的2026年需求', 'IEA forecast of demand in 2026'],
    'iea',
    'Oil Market Report: world oil demand, 2026',
    FORECAST,
  ),
  elsewhere(
    'iea-supply-2026',
    ['IEA预测的2026年供应', 'IEA預測的2026年供給', 'IEA forecast of supply in 2026'],
    'iea',
    'Oil Market Report: world oil supply, 2026',
    FORECAST,
  ),
  elsewhere(
    'eia-brent-forecast-2026',
    [
      'EIA预测的2026年布伦特均价',
      'EIA預測的2026年布蘭特均價',
      'EIA forecast of the average price of Brent in 2026',
    ],
    'eia',
    'STEO BREPUUS, average of 2026, by report',
    { ...FORECAST, unit: 'usd-per-bbl' },
  ),
  elsewhere(
    'opec-plus-production',
    ['OPEC+产量', 'OPEC+產量', 'OPEC+ production of crude'],
    'opec',
    'MOMR: DoC crude oil production based on secondary sources',
    MONTHLY,
  ),
  elsewhere(
    'opec-plus-reference',
    ['OPEC+基准产量', 'OPEC+基準產量', 'OPEC+ reference production'],
    'opec',
    'Declaration of Cooperation: reference production',
    MONTHLY,
  ),
  elsewhere(
    'opec-plus-required',
    ['OPEC+要求产量', 'OPEC+要求產量', 'OPEC+ required production'],
    'opec',
    'Declaration of Cooperation: required production',
    MONTHLY,
  ),
  elsewhere(
    'us-crude-production',
    ['美国原油产量', '美國原油產量', 'US field production of crude'],
    'eia',
    'WCRFPUS2',
    { unit: 'bbl-per-day-k', release: WEEKLY_STATUS, assetClass: 'energy', frequency: 'weekly' },
  ),
];
