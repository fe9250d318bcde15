import type { FigureMaker } from '../../data/figure.ts';
import type { View } from '../../data/view.ts';
import { RISK_CLASSES, type ScanAnswer } from './answer.ts';
import { jointState } from './joint-state.ts';
import { type Market, marketOf } from './market.ts';
import { sessionChange } from './session-change.ts';

export type Flight = ScanAnswer['flight']['kind'];

/** A move of less than half a σ either way says nothing. */
const MOVED = 0.5;

/** Fall of the equity class, in σ, from which money is taken to flee. */
const FELL = 1;

const EVIDENCE = ['spy', 'tlt', 'dollar-index', 'gold-front', 'bil'] as const;

/**
 * Where the money went (S1.56), from the signs of Treasuries, the dollar and gold on a day on which equities fell.
 * Signs count from half a σ of each; the evidence is the change of each series in the session.
 */
export async function flight(view: View, figures: FigureMaker): Promise<ScanAnswer['flight']> {
  const market = await marketOf(view);
  const equity = jointState(market).falls[RISK_CLASSES.indexOf('equity')] as number;
  return {
    kind: flightKind({
      equityFall: equity,
      treasuries: zAt(market, 'tlt'),
      dollar: zAt(market, 'dollar-index'),
      gold: zAt(market, 'gold-front'),
    }),
    evidence: EVIDENCE.filter((id) => market.get(id)).map((series) => ({
      series,
      change: sessionChange(market, figures, series, { path: `flight.${series}` }),
    })),
  };
}

export interface FlightSigns {
  /** Fall of the equity class in σ, positive = fell. */
  readonly equityFall: number;
  /** Moves in σ, positive = rose. */
  readonly treasuries: number;
  readonly dollar: number;
  readonly gold: number;
}

/**
 * none: equities fell by less than 1σ. to-treasuries-and-dollar: both rose. to-treasuries: only they rose. to-dollar-cash: the dollar
 * rose, Treasuries and gold fell. out-of-everything: Treasuries and gold fell and the dollar did not rise. undecided: the rest.
 * NaN policy: undecided where equities, Treasuries or the dollar are not measured.
 */
export function flightKind({ equityFall, treasuries, dollar, gold }: FlightSigns): Flight {
  if ([equityFall, treasuries, dollar].some(Number.isNaN)) return 'undecided';
  if (equityFall < FELL) return 'none';
  if (treasuries >= MOVED) return dollar >= MOVED ? 'to-treasuries-and-dollar' : 'to-treasuries';
  const soldToo = treasuries <= -MOVED && gold <= -MOVED;
  if (!soldToo) return 'undecided';
  return dollar >= MOVED ? 'to-dollar-cash' : 'out-of-everything';
}

function zAt(market: Market, id: string): number {
  return market.get(id)?.z[market.last] ?? Number.NaN;
}
