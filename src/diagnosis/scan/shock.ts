import type { FigureMaker } from '../../data/figure.ts';
import type { View } from '../../data/view.ts';
import type { ScanAnswer } from './answer.ts';
import { marketOf } from './market.ts';
import { sessionChange } from './session-change.ts';

export type Shock = ScanAnswer['shock']['kind'];

/** Fall of Treasuries and gold, in σ, from which both count as sold. */
const SOLD = -0.5;

const YIELD = 'us-2y';

/**
 * Stands in, flagged as a proxy, until the 2-year yield of the session is published on the next business day. The market's 5-year yield is
 * known at the close; the two moved the same way on nine days of ten since 2005.
 */
const PROXY = 'us-5y-market';

/**
 * Growth, policy or liquidity (S1.59): sign of the change of the 2-year yield against that of equities in the same session; not measured
 * when neither the yield nor its proxy is known for the session.
 */
export async function shock(view: View, figures: FigureMaker): Promise<ScanAnswer['shock']> {
  const market = await marketOf(view);
  const z = (id: string) => market.get(id)?.z[market.last] ?? Number.NaN;
  const move = (id: string) => market.get(id)?.moves[market.last] ?? Number.NaN;
  const standsIn = Number.isNaN(move(YIELD)) && !Number.isNaN(move(PROXY));
  const series = standsIn ? PROXY : YIELD;
  return {
    kind: shockKind({
      equity: move('sp500'),
      yield2y: move(series),
      treasuries: z('tlt'),
      gold: z('gold-front'),
    }),
    yield2y: sessionChange(market, figures, series, {
      path: 'shock.yield',
      unit: 'fraction-per-year',
      flags: standsIn ? ['proxy'] : [],
    }),
    equity: sessionChange(market, figures, 'sp500', { path: 'shock.equity' }),
  };
}

export interface ShockSigns {
  /** Change of the index, a fraction. */
  readonly equity: number;
  /** Change of the yield, a fraction a year. */
  readonly yield2y: number;
  /** Moves in σ, positive = rose. */
  readonly treasuries: number;
  readonly gold: number;
}

/**
 * Equities up: relief when the yield did not fall, easing when it fell. Equities down: growth when the yield fell; when it did not,
 * liquidity if Treasuries and gold were sold too (each by half a σ), else policy. An unchanged index counts as up, an unchanged yield as
 * not fallen. The quadrant names what the signs agree with; it proves no cause.
 * NaN policy: not measured without index or yield.
 * @see Cieslak and Pang (2021), Common shocks in stocks and bonds, Journal of Financial Economics 142, for signs of stocks and yields
 */
export function shockKind({ equity, yield2y, treasuries, gold }: ShockSigns): Shock {
  if (Number.isNaN(equity) || Number.isNaN(yield2y)) return 'not-measured';
  if (equity >= 0) return yield2y < 0 ? 'easing' : 'relief';
  if (yield2y < 0) return 'growth';
  return treasuries <= SOLD && gold <= SOLD ? 'liquidity' : 'policy';
}
