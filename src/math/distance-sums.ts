import { ascendingOrder } from './mid-ranks.ts';
import { mean } from './moments.ts';

/** Sums over the distance matrices a_kl = |x_k − x_l| and b_kl = |y_k − y_l|. */
export interface DistanceSums {
  /** Σ_kl a_kl b_kl. */
  readonly products: number;
  /** Σ_k a_k· b_k·, row sums. */
  readonly rowProducts: number;
  /** a·· b··, the product of the totals. */
  readonly totals: number;
}

/**
 * The three sums that distance covariances are made of, in O(n log n) time and O(n) memory. `x`, `y` n finite values each.
 * @see Huo & Székely (2016), Fast computing for distance covariance, Technometrics 58(4); Chaudhuri & Hu (2019), section 2.
 */
export function distanceSums(x: Float64Array, y: Float64Array): DistanceSums {
  const a = distanceRowSums(x);
  const b = distanceRowSums(y);
  let [rowProducts, totalA, totalB] = [0, 0, 0];
  for (let k = 0; k < a.length; k++) {
    rowProducts += a[k]! * b[k]!;
    totalA += a[k]!;
    totalB += b[k]!;
  }
  return { products: productSum(x, y), rowProducts, totals: totalA * totalB };
}

/** The definition, pair by pair: the oracle of `distanceSums`. */
export function distanceSumsByPairs(x: Float64Array, y: Float64Array): DistanceSums {
  let [products, rowProducts, totalA, totalB] = [0, 0, 0, 0];
  for (let k = 0; k < x.length; k++) {
    let [rowA, rowB] = [0, 0];
    for (let l = 0; l < x.length; l++) {
      const [a, b] = [Math.abs(x[k]! - x[l]!), Math.abs(y[k]! - y[l]!)];
      products += a * b;
      rowA += a;
      rowB += b;
    }
    rowProducts += rowA * rowB;
    totalA += rowA;
    totalB += rowB;
  }
  return { products, rowProducts, totals: totalA * totalB };
}

/** Σ_l |x_k − x_l| for every k, from one sort and prefix sums. */
function distanceRowSums(x: Float64Array): Float64Array {
  const n = x.length;
  const centre = mean(x);
  const order = ascendingOrder(x);
  const out = new Float64Array(n);
  let total = 0;
  for (let i = 0; i < n; i++) total += x[i]! - centre;
  let before = 0;
  for (let i = 0; i < n; i++) {
    const value = x[order[i]!]! - centre;
    out[order[i]!] = (2 * i - n) * value + total - 2 * before;
    before += value;
  }
  return out;
}

/**
 * Σ_kl |x_k − x_l| |y_k − y_l|: in ascending order of x, a pair counts (x_j − x_i)(y_j − y_i) with the sign of its second factor, so that
 * sums over the earlier points with y_i ≤ y_j, kept in a binary indexed tree, are enough.
 */
function productSum(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  const [cx, cy] = [mean(x), mean(y)];
  const order = ascendingOrder(x);
  const place = positions(ascendingOrder(y));
  const tree = new Float64Array(4 * (n + 1));
  let [allX, allY, allXY] = [0, 0, 0];
  let sum = 0;
  for (let j = 0; j < n; j++) {
    const at = order[j]!;
    const [u, v] = [x[at]! - cx, y[at]! - cy];
    let [count, sx, sy, sxy] = [0, 0, 0, 0];
    for (let k = place[at]!; k > 0; k -= k & -k) {
      count += tree[4 * k]!;
      sx += tree[4 * k + 1]!;
      sy += tree[4 * k + 2]!;
      sxy += tree[4 * k + 3]!;
    }
    const below = count * u * v - u * sy - v * sx + sxy;
    const every = j * u * v - u * allY - v * allX + allXY;
    sum += 2 * below - every;
    allX += u;
    allY += v;
    allXY += u * v;
    for (let k = place[at]!; k <= n; k += k & -k) {
      tree[4 * k]! += 1;
      tree[4 * k + 1]! += u;
      tree[4 * k + 2]! += v;
      tree[4 * k + 3]! += u * v;
    }
  }
  return 2 * sum;
}

/** Place of each index in an order, from 1. */
function positions(order: Uint32Array): Uint32Array {
  const out = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) out[order[i]!] = i + 1;
  return out;
}
