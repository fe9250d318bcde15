import type { ObservationColumns } from '../../../../src/data/observation.ts';
import { parseDay, parseInstant } from '../../../../src/data/time.ts';
import { HAVEN_ASSETS } from '../../../../src/diagnosis/explain/havens/returns.ts';
import { columnsOf, rowsUpTo } from '../../scan/synthetic.ts';
import { planted } from './planted.ts';

export const TO = parseDay('2026-02-12');
export const INSTANT = parseInstant('2026-02-13T01:00Z');

/** A price of which the changes are these. */
function walked(returns: Float64Array): Float64Array {
  let level = 100;
  return Float64Array.from([level, ...returns], (r, t) => {
    if (t > 0) level *= 1 + r;
    return level;
  });
}

/** The S&P 500 and every asset, each of a role of its own in turn, on New York sessions to 12 February 2026. */
export function havenMarket(sessions: number): ObservationColumns[] {
  const roles = ['diversifier', 'hedge', 'risk-asset', 'safe-haven'] as const;
  const { market } = planted(['hedge'], [], sessions, 1);
  const days = rowsUpTo('sp500', TO, walked(market));
  const column = (id: string, returns: Float64Array) => {
    const prices = walked(returns);
    return columnsOf(
      id,
      days.map(({ date }, t) => ({ date, value: prices[t]! })),
    );
  };
  return [
    column('sp500', market),
    ...HAVEN_ASSETS.map((id, k) => column(id, planted([roles[k % 4]!], [], sessions, 1, 0.8, k).asset)),
  ];
}
