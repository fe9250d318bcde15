import { RISK_CLASSES } from './answer.ts';
import { BASKET } from './basket.ts';
import { jointMove, scoreOf } from './joint-score.ts';
import type { Market } from './market.ts';

/** Falls by class and the score they make, one value a row of the market; NaN before the first scored row. */
export interface JointSeries {
  /** By class in the order of RISK_CLASSES: mean of −z over its measured members, in σ, positive = fell. */
  readonly falls: readonly Float64Array[];
  readonly joint: Float64Array;
  readonly score: Float64Array;
}

/**
 * The score of every session, made of the given members only. Given those known at an instant, each past day is scored as it would have
 * been at the same hour, so that today is compared with its like.
 * NaN policy: members not measured on a day are left out of their class, classes of the mean; NaN below three classes.
 */
export function jointSeries(market: Market, ids: ReadonlySet<string>): JointSeries {
  const rows = market.dates.length;
  const falls = RISK_CLASSES.map((assetClass) => {
    const members = BASKET.filter((member) => member.assetClass === assetClass && ids.has(member.id));
    return classFalls(
      members.flatMap(({ id }) => market.get(id)?.z ?? []),
      market.first,
      rows,
    );
  });
  const joint = new Float64Array(rows).fill(Number.NaN);
  const moves = new Float64Array(falls.length);
  for (let t = market.first; t < rows; t++) {
    for (let c = 0; c < falls.length; c++) moves[c] = (falls[c] as Float64Array)[t] as number;
    joint[t] = jointMove(moves);
  }
  return { falls, joint, score: joint.map(scoreOf) };
}

/** Falls of the classes on one row. */
export function fallsAt(series: JointSeries, row: number): Float64Array {
  return Float64Array.from(series.falls, (fall) => fall[row] as number);
}

function classFalls(members: readonly Float64Array[], first: number, rows: number): Float64Array {
  const out = new Float64Array(rows).fill(Number.NaN);
  for (let t = first; t < rows; t++) {
    let sum = 0;
    let n = 0;
    for (const z of members) {
      if (Number.isNaN(z[t] as number)) continue;
      sum -= z[t] as number;
      n++;
    }
    if (n > 0) out[t] = sum / n;
  }
  return out;
}
