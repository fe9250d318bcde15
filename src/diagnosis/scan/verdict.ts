import { RISK_CLASSES, type SCOPES, type VERDICTS } from './answer.ts';
import type { HedgeState } from './hedges.ts';

type Verdict = (typeof VERDICTS)[number];
export type Scope = (typeof SCOPES)[number];

const EQUITY = RISK_CLASSES.indexOf('equity');

/** A class fell, fell hard, or gave a little when its mean standardised move is beyond this, in σ. */
const FELL = 1;
const FELL_HARD = 2;
const GAVE = 0.5;

/** Rise of Treasuries, in σ, that is a flight when equities gave too. */
const FLIGHT = 2;

/** Share of days with a lower score from which a fall can be broad, and from which an ordinary fall of one class is worth a word. */
const BROAD_FROM = 0.95;
const UNUSUAL_FROM = 0.9;

/** Share of all that fell from which one class leads however many others fell. */
const LEADS_FROM = 2 / 3;

export interface Judgement {
  readonly verdict: Verdict;
  readonly scope: Scope;
}

/**
 * Verdict and scope of one session, from falls by class (order of RISK_CLASSES, σ, positive = fell, NaN not measured), the share of days
 * with a lower score, and the hedges.
 *
 * Most classes fell: more than half of the measured classes, equities among them where measured, fell by 1σ or more.
 * broad: most classes fell, and at least 95 % of days have a lower score. indiscriminate: broad, Treasuries gave way, and so did the
 * dollar or the yen. selective: some class fell by 2σ or more, or by 1σ on a day with a score above 90 % of days, or equities gave half
 * a σ while Treasuries rose by 2σ or more. quiet: none of these.
 * `percentile` NaN (too few classes): not measured.
 */
export function judge(
  falls: ArrayLike<number>,
  percentile: number,
  hedges: readonly HedgeState[],
): Judgement {
  if (Number.isNaN(percentile)) return { verdict: 'not-measured', scope: 'not-measured' };
  const verdict = verdictOf(falls, percentile, hedges);
  return { verdict, scope: verdict === 'quiet' ? 'none' : scopeOf(falls) };
}

function verdictOf(falls: ArrayLike<number>, percentile: number, hedges: readonly HedgeState[]): Verdict {
  if (mostFell(falls) && percentile >= BROAD_FROM) return hedgesFailed(hedges) ? 'indiscriminate' : 'broad';
  const largest = Math.max(...measured(falls));
  const unusual = largest >= FELL_HARD || (largest >= FELL && percentile >= UNUSUAL_FROM);
  return unusual || flightFrom(falls[EQUITY] as number, hedges) ? 'selective' : 'quiet';
}

function flightFrom(equities: number, hedges: readonly HedgeState[]): boolean {
  const treasuries = hedges.find(({ hedge }) => hedge === 'treasuries');
  return treasuries !== undefined && equities >= GAVE && treasuries.z >= FLIGHT;
}

/**
 * Which class the fall belongs to. none: no class fell by half a σ. cross-asset: most classes fell, and no class holds two thirds of all that
 * fell. only: neither equities (1σ) nor any other class (2σ) fell with the leader: equities, the market that others are measured against,
 * count from the lower bound. led: all else.
 */
export function scopeOf(falls: ArrayLike<number>): Scope {
  const leader = leaderOf(falls);
  const largest = falls[leader] as number;
  if (!(largest >= GAVE)) return 'none';
  const fallen = measured(falls).reduce((sum, fall) => sum + Math.max(fall, 0), 0);
  if (mostFell(falls) && largest / fallen < LEADS_FROM) return 'cross-asset';
  const joined = RISK_CLASSES.some(
    (_, c) => c !== leader && (falls[c] as number) >= (c === EQUITY ? FELL : FELL_HARD),
  );
  return `${RISK_CLASSES[leader] as (typeof RISK_CLASSES)[number]}-${joined ? 'led' : 'only'}`;
}

function mostFell(falls: ArrayLike<number>): boolean {
  const all = measured(falls);
  const fell = all.filter((fall) => fall >= FELL).length;
  const equities = falls[EQUITY] as number;
  return 2 * fell > all.length && (Number.isNaN(equities) || equities >= FELL);
}

function hedgesFailed(hedges: readonly HedgeState[]): boolean {
  const treasuries = hedges.find(({ hedge }) => hedge === 'treasuries');
  if (!treasuries || treasuries.held) return false;
  const others = hedges.filter(({ hedge }) => hedge === 'dollar' || hedge === 'yen');
  return others.some(({ held }) => !held);
}

function leaderOf(falls: ArrayLike<number>): number {
  let leader = 0;
  for (let c = 1; c < falls.length; c++) {
    if (Number.isNaN(falls[leader]) || (falls[c] as number) > (falls[leader] as number)) leader = c;
  }
  return leader;
}

function measured(falls: ArrayLike<number>): number[] {
  return Array.from(falls).filter((fall) => !Number.isNaN(fall));
}
