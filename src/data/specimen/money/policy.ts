import { isWeekend } from '../../calendars/dates.ts';
import { parseDay } from '../../time.ts';
import { type Landmark, landmarks } from '../landmarks.ts';
import { steps } from './shape.ts';
import { type Made, type Stage, sessionsOf } from './stage.ts';

/** Policy rates in percent a year by the day on which they came into force: facts, from the announcements of the banks. */
export const POLICY_RATES = {
  'fed-target-upper': `
    2008-12-16 0.25  2015-12-17 0.5   2016-12-15 0.75  2017-03-16 1     2017-06-15 1.25  2017-12-14 1.5
    2018-03-22 1.75  2018-06-14 2     2018-09-27 2.25  2018-12-20 2.5   2019-08-01 2.25  2019-09-19 2
    2019-10-31 1.75  2020-03-04 1.25  2020-03-16 0.25  2022-03-17 0.5   2022-05-05 1     2022-06-16 1.75
    2022-07-28 2.5   2022-09-22 3.25  2022-11-03 4     2022-12-15 4.5   2023-02-02 4.75  2023-03-23 5
    2023-05-04 5.25  2023-07-27 5.5   2024-09-19 5     2024-11-08 4.75  2024-12-19 4.5   2025-09-18 4.25
    2025-10-30 4     2025-12-11 3.75`,
  'ecb-deposit-rate': `
    2012-07-11 0     2014-06-11 -0.1  2014-09-10 -0.2  2015-12-09 -0.3  2016-03-16 -0.4  2019-09-18 -0.5
    2022-07-27 0     2022-09-14 0.75  2022-11-02 1.5   2022-12-21 2     2023-02-08 2.5   2023-03-22 3
    2023-05-10 3.25  2023-06-21 3.5   2023-08-02 3.75  2023-09-20 4     2024-06-12 3.75  2024-09-18 3.5
    2024-10-23 3.25  2024-12-18 3     2025-02-05 2.75  2025-03-12 2.5   2025-04-23 2.25  2025-06-11 2`,
  'boj-policy-rate': `
    2016-09-21 -0.1  2024-03-21 0.05  2024-08-01 0.25  2025-01-27 0.5   2025-12-22 0.75`,
  'boe-bank-rate': `
    2009-03-05 0.5   2016-08-04 0.25  2017-11-02 0.5   2018-08-02 0.75  2020-03-11 0.25  2020-03-19 0.1
    2021-12-16 0.25  2022-02-03 0.5   2022-03-17 0.75  2022-05-05 1     2022-06-16 1.25  2022-08-04 1.75
    2022-09-22 2.25  2022-11-03 3     2022-12-15 3.5   2023-02-02 4     2023-03-23 4.25  2023-05-11 4.5
    2023-06-22 5     2023-08-03 5.25  2024-08-01 5     2024-11-07 4.75  2025-02-06 4.5   2025-05-08 4.25
    2025-08-07 4     2025-12-18 3.75`,
} as const;

type PolicyRate = keyof typeof POLICY_RATES;

/** Width of the target range, and how far below its upper bound the Fed has paid on reserves since it began to. */
const RANGE = 0.0025;
const BELOW_UPPER = 0.001;
export const IORB_FROM = parseDay('2021-07-29');

/** Changes of a policy rate as fractions a year. */
export function rateChanges(id: PolicyRate): readonly Landmark[] {
  return landmarks(POLICY_RATES[id]).map(({ day, level }) => ({ day, level: level / 100 }));
}

/** Rates in force, by day: the Fed's range and what it pays on reserves, the ECB, the Bank of Japan and the Bank of England. */
export function policyRates(stage: Stage): readonly Made[] {
  const of = (id: string, source: PolicyRate, less: number, from = stage.first + 1): Made => {
    const start = Math.max(from, stage.first + 1);
    const days = sessionsOf(id, start, stage.last);
    return { id, days, values: steps(rateChanges(source), days).map((rate) => rate - less) };
  };
  const japan = of('boj-policy-rate', 'boj-policy-rate', 0, parseDay('2016-09-21'));
  const weekdays = japan.days.filter((day) => !isWeekend(day));
  return [
    of('fed-target-upper', 'fed-target-upper', 0),
    of('fed-target-lower', 'fed-target-upper', RANGE),
    of('iorb', 'fed-target-upper', BELOW_UPPER, IORB_FROM),
    of('ecb-deposit-rate', 'ecb-deposit-rate', 0),
    { ...japan, days: weekdays, values: steps(rateChanges('boj-policy-rate'), weekdays) },
    of('boe-bank-rate', 'boe-bank-rate', 0),
  ];
}
