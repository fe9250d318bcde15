import { studentTCdf } from '../../../math/distributions.ts';
import { pearson } from '../../../measures/correlation.ts';
import { isRefused } from '../../../measures/refused.ts';
import { type HavenBeta, safeHaven } from '../../../measures/safe-haven.ts';
import { type BetaChange, betaChanges } from './beta-changes.ts';

export const ROLES = ['hedge', 'safe-haven', 'diversifier', 'risk-asset'] as const;
export type Role = (typeof ROLES)[number];

/** How a label is decided; stated beside every answer. */
export const ROLE_RULE = {
  /** Two-sided level of both tests. */
  level: 0.01,
  /** A beta nearer to 0 than this counts as none, however significant. */
  smallest: 0.1,
  /** Stress beta from which an asset that moves with equities is a risk asset. */
  risk: 0.5,
  /** Fewest stress rows of a test. */
  stressRows: 12,
  /** Fewest rows of a segment. */
  leastRows: 60,
  /** Tail of the market below which a row is searched as stress for a break. */
  breakTail: 0.05,
} as const;

/** Tails in which the label is decided, the deepest with enough rows. */
const DECIDING = [0.1, 0.05] as const;

/** What one stretch of rows says of the role of an asset. */
export interface RoleEvidence {
  readonly role: Role;
  readonly rows: number;
  /** Beta on ordinary rows (b_0), of all rows but those of the tails. */
  readonly calm: HavenBeta;
  /** Beta in the tail that decides; undefined when no tail has rows enough. */
  readonly stress: HavenBeta | undefined;
  /** Beta in the worst 10, 5 and 1 % of rows, with terms for all three: the published table, not what decides. */
  readonly tails: readonly HavenBeta[];
  readonly correlation: number;
  /** Correlation over the rows of the deciding tail. */
  readonly stressCorrelation: number;
}

/**
 * Label of a stretch of rows: the sign of the ordinary beta b_0 and of the stress beta c, each tested at 1 %.
 *
 * safe haven: c < 0 and not b_0 < 0 · hedge: b_0 < 0 and not c > 0 · risk asset: c ≥ 0.5 and b_0 > 0 or c > 0 · diversifier: the rest
 *
 * "<" and ">" mean significant (Newey–West; Student's t with as many degrees of freedom as stress rows less one) and at least 0.1 in size.
 * Stress is the worst 5 % of the rows of the market, or 10 % where those are fewer than 12; with fewer still b_0 stands for c.
 * `asset`, `market` n returns without holes. Undefined when they are fewer than 60 or do not vary.
 * @see Baur & Lucey (2010), The Financial Review 45(2), eq. 1, for the regression and the words; the levels and sizes are ours
 */
export function roleOf(asset: Float64Array, market: Float64Array): RoleEvidence | undefined {
  const n = asset.length;
  if (n < ROLE_RULE.leastRows) return undefined;
  const found = safeHaven(asset, market, { tails: DECIDING });
  const whole = safeHaven(asset, market);
  if (isRefused(found) || isRefused(whole)) return undefined;
  const [calm, ...deciding] = found.cumulative as [HavenBeta, ...HavenBeta[]];
  const stress = deciding.findLast(({ rows }) => rows >= ROLE_RULE.stressRows);
  const line = stress ? found.thresholds[deciding.indexOf(stress)]! : Number.NaN;
  return {
    role: decide(calm, stress),
    rows: n,
    calm,
    stress,
    tails: whole.cumulative.slice(1),
    correlation: pearson(asset, market),
    stressCorrelation: stress
      ? pearson(
          asset.filter((_, t) => market[t]! < line),
          market.filter((m) => m < line),
        )
      : Number.NaN,
  };
}

function decide(calm: HavenBeta, stress: HavenBeta | undefined): Role {
  const ordinary = signOf(calm);
  const tail = stress ? signOf(stress) : ordinary;
  if (tail < 0 && ordinary >= 0) return 'safe-haven';
  if (ordinary < 0 && tail <= 0) return 'hedge';
  const moves = ordinary > 0 || tail > 0;
  return moves && (stress ?? calm).beta >= ROLE_RULE.risk ? 'risk-asset' : 'diversifier';
}

/** Sign of a beta that is significant and not small, else 0. */
function signOf({ beta, standardError, rows }: HavenBeta): number {
  const p = 2 * studentTCdf(-Math.abs(beta / standardError), rows - 1);
  return p < ROLE_RULE.level && Math.abs(beta) >= ROLE_RULE.smallest ? Math.sign(beta) : 0;
}

export interface RoleNow {
  /** Of the rows since the last break of the betas. */
  readonly evidence: RoleEvidence;
  /** First row of `evidence`. */
  readonly from: number;
  /** The break with which the label came; undefined without a change in the rows given. */
  readonly change: RoleChange | undefined;
}

export interface RoleChange extends BetaChange {
  /** Label before it; undefined when the rows before it give none. */
  readonly before: Role | undefined;
}

/**
 * The role an asset has now and the row since which it has had it: breaks of its betas (`betaChanges`), a label for each segment (`roleOf`),
 * neighbours of one label joined.
 *
 * `asset`, `market` n returns without holes, ascending. Only rows given are used, so the answer as of a day is that of the rows up to it; the
 * date of a change is an estimate and a later day may move it.
 * Undefined with fewer than 60 rows or when nothing varies.
 */
export function roleNow(asset: Float64Array, market: Float64Array): RoleNow | undefined {
  const changes = betaChanges(asset, market, ROLE_RULE);
  if (changes === undefined) return undefined;
  const starts = [0, ...changes.map(({ start }) => start)];
  const segments = starts.map((from, k) =>
    roleOf(asset.subarray(from, starts[k + 1]), market.subarray(from, starts[k + 1])),
  );
  const evidence = segments.at(-1);
  if (evidence === undefined) return undefined;
  let run = segments.length - 1;
  while (run > 0 && segments[run - 1]?.role === evidence.role) run--;
  const change = changes[run - 1];
  return {
    evidence,
    from: starts.at(-1)!,
    change: change && { ...change, before: segments[run - 1]?.role },
  };
}
