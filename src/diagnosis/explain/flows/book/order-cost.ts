/** A cumulative depth that is known: dollars between mid and a distance from it. */
export interface DepthPoint {
  readonly within: number;
  readonly usd: number;
}

/**
 * What an order costs that takes what stands in the book: the mean distance from mid of the dollars it takes, a fraction.
 *
 * cost = (1/Q) Σ_k q_k · mean distance of q_k, the orders spread evenly between two known distances.
 *
 * `points` ascending in distance, cumulative dollars; one that is not finite is passed over, so that the next is spread more coarsely.
 * NaN policy: NaN when the nearest is not known, for there most of a small order is filled, or when the order is larger than what stands
 * within the widest.
 * @throws RangeError when the order is not above 0.
 * @see Kyle (1985), Econometrica 53(6), on depth as the order that moves a price by a unit; arithmetic of a sweep
 */
export function orderCost(points: readonly DepthPoint[], order: number): number {
  if (!(order > 0)) throw new RangeError(`the order must be above 0, came ${order}`);
  if (!Number.isFinite(points[0]?.usd)) return Number.NaN;
  let [left, cost, near, stood] = [order, 0, 0, 0];
  for (const { within, usd } of points) {
    if (!Number.isFinite(usd)) continue;
    const here = Math.max(0, usd - stood);
    const taken = Math.min(left, here);
    if (taken > 0) cost += taken * (near + ((within - near) * taken) / here / 2);
    left -= taken;
    if (left <= 0) return cost / order;
    [near, stood] = [within, Math.max(stood, usd)];
  }
  return Number.NaN;
}
