import type { TableRow } from '../../data/observation.ts';
import { formatDay } from '../../data/time.ts';
import type { PerpetualVenue } from '../sellers/perpetual-params.ts';

export const TIER_TABLE = 'binance_leverage_tiers_history';

type Tiers = PerpetualVenue['tiers'];

/** Tiers of a large coin when the table has none: steps of one in notional for four in leverage, as the venues publish them. */
const USUAL: Tiers = [
  { floor: 0, cap: 1e6, rate: 0.005, maxLeverage: 100 },
  { floor: 1e6, cap: 1e7, rate: 0.01, maxLeverage: 50 },
  { floor: 1e7, cap: 5e7, rate: 0.025, maxLeverage: 20 },
  { floor: 5e7, cap: 1e8, rate: 0.05, maxLeverage: 10 },
  { floor: 1e8, cap: 5e8, rate: 0.125, maxLeverage: 4 },
  { floor: 5e8, cap: 1e10, rate: 0.25, maxLeverage: 2 },
];

/** Latest tiers of a coin that were known, with their date; those that are usual, without a date, when there are none. */
export function latestTiers(
  rows: readonly TableRow[],
  coin: string,
): { tiers: Tiers; date: string | undefined } {
  const days = [...new Set(rows.filter(({ cells }) => cells.coin === coin).map(({ date }) => date))];
  for (const day of days.sort((a, b) => b - a)) {
    const tiers = tiersOf(rows.filter(({ date, cells }) => date === day && cells.coin === coin));
    if (tiers) return { tiers, date: formatDay(day) };
  }
  return { tiers: USUAL, date: undefined };
}

/** Undefined when the rows of a day do not join into one table from 0 upwards. */
function tiersOf(rows: readonly TableRow[]): Tiers | undefined {
  const tiers = rows
    .map(({ cells }) => ({
      floor: cells.min_notional,
      cap: cells.max_notional,
      rate: cells.maint_margin_rate,
      maxLeverage: cells.max_leverage,
    }))
    .filter((tier): tier is Tiers[number] => Object.values(tier).every((cell) => typeof cell === 'number'))
    .sort((a, b) => a.floor - b.floor);
  const joins = tiers.every(
    ({ floor, cap, rate }, i) =>
      floor === (tiers[i - 1]?.cap ?? 0) && cap > floor && rate >= (tiers[i - 1]?.rate ?? 0),
  );
  return tiers.length > 0 && joins ? tiers : undefined;
}
