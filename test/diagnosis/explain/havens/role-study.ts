import { ROLE_RULE, type Role, roleNow } from '../../../../src/diagnosis/explain/havens/role.ts';
import { quantile } from '../../../../src/math/quantile.ts';
import { breakDate } from '../../../../src/measures/break-date.ts';
import { BETAS, planted } from './planted.ts';

/** Rows before the change, and all rows: a change is asked for 300 days after it came. */
const CHANGE = 560;
const ROWS = 860;
/** Days by which a date may miss. */
const NEAR = 10;

/** Share of the draws in which the label of an asset that never changed is the planted one. */
export function rightLabels(role: Role, draws: number, seed: number): number {
  return shareOf(draws, (draw) => {
    const { asset, market } = planted([role], [], CHANGE, seed + draw);
    return roleNow(asset, market)?.evidence.role === role;
  });
}

export interface ChangeStudy {
  /** Shares of the draws: the new label, a date within ten days, the day in the 90 % interval. */
  readonly label: number;
  readonly near: number;
  readonly covered: number;
  /** A date within ten days by one who knows both roles’ betas, the line of stress, the law of the noise and that there was one change. */
  readonly oracle: number;
}

export function changeStudy(from: Role, to: Role, draws: number, seed: number): ChangeStudy {
  const counts = { label: 0, near: 0, covered: 0, oracle: 0 };
  for (let draw = 0; draw < draws; draw++) {
    const { asset, market } = planted([from, to], [CHANGE], ROWS, seed + draw);
    const now = roleNow(asset, market);
    const change = now?.change?.before === undefined ? undefined : now.change;
    if (now?.evidence.role === to) counts.label++;
    if (change && isNear(change.at)) counts.near++;
    if (change && change.low <= CHANGE && CHANGE <= change.high) counts.covered++;
    if (isNear(oracleDate(asset, market, from, to))) counts.oracle++;
  }
  const share = (count: number) => count / draws;
  return {
    label: share(counts.label),
    near: share(counts.near),
    covered: share(counts.covered),
    oracle: share(counts.oracle),
  };
}

function isNear(row: number): boolean {
  return Math.abs(row - CHANGE) <= NEAR;
}

function shareOf(draws: number, holds: (draw: number) => boolean): number {
  return Array.from({ length: draws }, (_, draw) => draw).filter(holds).length / draws;
}

/** Scale of the noise of `planted`: t(5) with standard deviation 0.008. */
const SCALE = 0.008 * Math.sqrt(3 / 5);

function oracleDate(asset: Float64Array, market: Float64Array, from: Role, to: Role): number {
  const line = quantile(market, 0.05);
  const density = (t: number, role: Role) => {
    const m = market[t]!;
    const u = (asset[t]! - BETAS[role][m < line ? 'stress' : 'calm'] * m) / SCALE;
    return -3 * Math.log1p((u * u) / 5);
  };
  const gain = asset.map((_, t) => density(t, from) - density(t, to));
  return breakDate(gain, { leastRows: ROLE_RULE.leastRows, within: NEAR })!.at;
}
