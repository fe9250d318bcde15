import { parseDay } from '../../time.ts';
import { landmarks } from '../landmarks.ts';
import { line, steps } from './shape.ts';
import { type Made, type Stage, sessionsOf } from './stage.ts';

/** Bitcoins that the company said it held, by the date of the filing: some of its purchases, to the coin. */
export const STRATEGY_HELD = landmarks(`
  2020-08-11 21454   2020-09-15 38250   2020-12-21 70470   2021-02-24 90531   2021-06-21 105085  2021-09-13 114042
  2021-12-30 124391  2022-04-05 129218  2022-12-28 132500  2023-04-05 140000  2023-06-28 152333  2023-11-30 174530
  2023-12-27 189150  2024-03-19 214246  2024-06-20 226331  2024-09-20 252220  2024-11-18 331200  2024-11-25 386700
  2024-12-30 446400  2025-03-31 528185  2025-06-30 597325  2025-09-29 640031  2025-12-29 672497  2026-01-20 709715
  2026-02-23 717722`);

/** Shares of all classes, 10⁶, adjusted for the split of 2024, rounded: from the annual and quarterly reports. */
const SHARES = landmarks(`
  2020-08-11 97  2020-12-31 96  2021-12-31 113  2022-12-31 115  2023-12-31 169  2024-06-30 190  2024-09-30 203  2024-12-31 246
  2025-06-30 280  2025-12-31 293  2026-02-27 316`);
const SHARE_STEP = 100_000;

/** Bitcoins held, shares, and what the market pays for a bitcoin inside the company: mNAV = p S / (P B), without debt and preferred shares. */
export function strategy(stage: Stage): readonly Made[] {
  const days = sessionsOf('strategy-mnav', parseDay('2020-08-11'), stage.last);
  const [share, coin] = [stage.level('mstr'), stage.level('btc-usd')];
  const coins = steps(STRATEGY_HELD, days);
  const shares = line(SHARES, days).map((millions) => SHARE_STEP * Math.round((1e6 * millions) / SHARE_STEP));
  const mnav = coins.map((held, t) => {
    const at = (days[t] as number) - stage.first;
    return ((share[at] as number) * (shares[t] as number)) / ((coin[at] as number) * held);
  });
  return [
    { id: 'strategy-btc-held', days, values: coins },
    { id: 'strategy-shares', days, values: shares },
    { id: 'strategy-mnav', days, values: mnav },
  ];
}
