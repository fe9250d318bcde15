import { HEDGE_SERIES, type Hedge } from './basket.ts';
import type { Market } from './market.ts';

/** A hedge gave way when it fell by more than half of its usual daily move. */
const GAVE_WAY = -0.5;

/** Cash gave way when it lost more than 0.5 %: the monthly distribution of a bill fund is no loss. */
const CASH_GAVE_WAY = -0.005;

export interface HedgeState {
  readonly hedge: Hedge;
  readonly series: string;
  /** Return of the holder of the hedge: a yen that rises is positive. */
  readonly change: number;
  /** change in σ; NaN where its scale is not measured. */
  readonly z: number;
  readonly held: boolean;
}

/** The hedges that are measured on a row of the market, in their fixed order. */
export function hedgesAt(market: Market, row: number): HedgeState[] {
  return HEDGE_SERIES.flatMap(({ hedge, id }) => {
    const series = market.get(id);
    const change = series?.moves[row] ?? Number.NaN;
    const z = series?.z[row] ?? Number.NaN;
    const measured = !Number.isNaN(hedge === 'cash' ? change : z);
    return measured ? [{ hedge, series: id, change, z, held: held(hedge, change, z) }] : [];
  });
}

function held(hedge: Hedge, change: number, z: number): boolean {
  return hedge === 'cash' ? change > CASH_GAVE_WAY : z > GAVE_WAY;
}
