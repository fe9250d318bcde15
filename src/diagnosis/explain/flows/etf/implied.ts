import { z } from 'zod';
import { figureSchema, isoDay } from '../../../answer.ts';
import { type Draw, dayAt, spanOf } from '../../drawing.ts';
import { CITI, type citiRefused } from './citi.ts';
import { impliedEffect } from './elasticity.ts';
import type { FundSessions } from './sessions.ts';
import { bandOf, type Slope } from './slope.ts';

const effectSchema = z.object({
  /** What the window's flow goes with at the slope. */
  effect: figureSchema,
  /** The change less the effect: the two make the change. */
  rest: figureSchema,
  share: figureSchema,
});

export const impliedSchema = z.object({
  from: isoDay.nullable(),
  to: isoDay.nullable(),
  sessions: z.number().int(),
  flow: figureSchema,
  change: figureSchema,
  own: effectSchema,
  external: effectSchema,
});

export const FEW_SESSIONS = 'fewer than 30 sessions with a flow and a return';
export const SHORT_WINDOW = 'fewer sessions with a flow than the window has';
const UNPRICED = 'no price at both ends of the window';
const NO_CHANGE = 'the price did not change over the window';

export interface FlowWindow {
  /** First and last row. */
  readonly from: number;
  readonly to: number;
  readonly flow: number;
  readonly change: number;
}

/** Flow and price change of the last n sessions; NaN when there are fewer, or a price at an end is missing. */
export function windowFlow({ dates, total, price }: FundSessions, n: number): FlowWindow {
  const to = dates.length - 1;
  const from = to - n + 1;
  if (from < 0) return { from, to, flow: Number.NaN, change: Number.NaN };
  let flow = 0;
  for (let row = from; row <= to; row++) flow += total[row]!;
  return { from, to, flow, change: from > 0 ? price[to]! / price[from - 1]! - 1 : Number.NaN };
}

/** The window's flow, the change over it, and what the flow goes with at our slope and at Citi's. */
export function impliedOf(
  draw: Draw,
  sessions: FundSessions,
  slope: Slope | undefined,
  n: number,
  citi: ReturnType<typeof citiRefused>,
): z.infer<typeof impliedSchema> {
  const window = windowFlow(sessions, n);
  const { from, to, flow, change } = window;
  const span = from >= 0 ? spanOf(sessions.dates, from, to) : { why: SHORT_WINDOW };
  return {
    from: dayAt(sessions.dates, from),
    to: from >= 0 ? dayAt(sessions.dates, to) : null,
    sessions: n,
    flow: draw('window.flow', flow, 'usd', 'flow-window', span),
    change: draw('window.change', change, 'fraction', 'flow-window-change', {
      ...span,
      why: from < 0 ? SHORT_WINDOW : UNPRICED,
    }),
    own: effectOf(draw, 'own', window, slope ? { b: slope.slope, band: bandOf(slope) } : FEW_SESSIONS),
    external: effectOf(draw, 'citi', window, citi ?? { b: CITI.slope }),
  };
}

interface Used {
  readonly b: number;
  readonly band?: ReturnType<typeof bandOf>;
}

function effectOf(draw: Draw, name: string, { from, flow, change }: FlowWindow, used: Used | string) {
  const refused = typeof used === 'string' ? used : from < 0 ? SHORT_WINDOW : undefined;
  const at = (b: number) => impliedEffect(b, flow, change);
  const { effect, share } = at(typeof used === 'string' ? Number.NaN : used.b);
  const ends =
    typeof used !== 'string' && used.band ? [at(used.band.low).effect, at(used.band.high).effect] : [];
  const band =
    typeof used !== 'string' && used.band && ends.every(Number.isFinite)
      ? { band: { ...used.band, low: Math.min(...ends), high: Math.max(...ends) } }
      : {};
  const path = `window.${name}`;
  const flags = ['unproven'] as const;
  const why = refused ?? UNPRICED;
  return {
    effect: draw(`${path}.effect`, effect, 'fraction', 'flow-implied', { flags, ...band, why }),
    rest: draw(`${path}.rest`, change - effect, 'fraction', 'flow-rest', { flags, why }),
    share: draw(`${path}.share`, share, 'fraction', 'flow-implied-share', {
      flags,
      why: refused ?? (change === 0 ? NO_CHANGE : UNPRICED),
    }),
  };
}
