import type { View } from '../../../src/data/view.ts';
import type { Setting } from '../../../src/simulation/state/reading.ts';

/** A setting of two days in steps of five minutes that starts at the instant of the view. */
export function settingOf(
  view: View,
  prices: Readonly<Record<string, number>>,
  changes: Partial<Setting> = {},
): Setting {
  return {
    view,
    start: view.instant,
    assets: Object.entries(prices).map(([id, price]) => ({ id, price, venues: ['one'] })),
    stepMinutes: 5,
    steps: 576,
    ...changes,
  };
}
