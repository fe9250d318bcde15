import type { MarketRules } from './market.ts';

/** A market of which weekdays are known and lunar holidays are not: a missing weekday is no gap. */
function weekdaysOnly(zone: string, hour: number, minute: number): MarketRules {
  return { zone, complete: false, closures: () => [], closeMinute: () => hour * 60 + minute };
}

export const HONG_KONG = weekdaysOnly('Asia/Hong_Kong', 16, 0);
export const SEOUL = weekdaysOnly('Asia/Seoul', 15, 30);
export const TAIPEI = weekdaysOnly('Asia/Taipei', 13, 30);
export const SHANGHAI = weekdaysOnly('Asia/Shanghai', 15, 0);

/** Every day, ending at 00:00 UTC. */
export const UTC: MarketRules = {
  zone: 'UTC',
  complete: true,
  closures: () => [],
  opens: () => true,
  closeMinute: () => 24 * 60,
};
