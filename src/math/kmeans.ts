import type { RandomStream } from './random.ts';

export interface KMeansOptions {
  /** Starts from different centres; the best is kept. Default 10. */
  readonly starts?: number;
  /** Default 300. */
  readonly maxIterations?: number;
}

export interface KMeans {
  /** Centres, k×d row-major, ascending in their first coordinate (then the next). */
  readonly centres: Float64Array;
  /** Number of its centre for each point, n values in 0 … k − 1. */
  readonly labels: Int32Array;
  /** Σ over points of the squared distance to their centre. */
  readonly inertia: number;
  readonly iterations: number;
  /** Whether the best start settled before `maxIterations`. */
  readonly converged: boolean;
}

/**
 * k-means clustering by Lloyd's algorithm from k-means++ starts: centres that minimise Σ ‖x_i − c_label(i)‖² locally.
 * Symbols: `points` n×d row-major; k centres. The same stream gives the same answer. A centre that loses all points moves to the point
 * farthest from its own; with fewer different points than k some centres coincide and have none.
 * @throws RangeError when k is not a whole number in [1, n], the size is no multiple of d, a value is not finite, or an option is < 1
 * @see Lloyd (1982), IEEE Transactions on Information Theory 28(2); Arthur & Vassilvitskii (2007), k-means++
 */
export function kMeans(
  points: Float64Array,
  dimensions: number,
  k: number,
  random: RandomStream,
  { starts = 10, maxIterations = 300 }: KMeansOptions = {},
): KMeans {
  checkInput(points, dimensions, k, starts, maxIterations);
  let best = lloyd(points, dimensions, firstCentres(points, dimensions, k, random), maxIterations);
  for (let start = 1; start < starts; start++) {
    const next = lloyd(points, dimensions, firstCentres(points, dimensions, k, random), maxIterations);
    if (next.inertia < best.inertia) best = next;
  }
  return ordered(best, dimensions);
}

function checkInput(
  points: Float64Array,
  dimensions: number,
  k: number,
  starts: number,
  maxIterations: number,
): void {
  const counts = { dimensions, k, starts, maxIterations };
  for (const [name, value] of Object.entries(counts)) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`${name} must be a whole number of at least 1, came ${value}`);
    }
  }
  if (points.length % dimensions !== 0) {
    throw new RangeError(`points must have a multiple of ${dimensions} values, came ${points.length}`);
  }
  const n = points.length / dimensions;
  if (k > n) throw new RangeError(`k must be at most the ${n} points, came ${k}`);
  const bad = points.findIndex((x) => !Number.isFinite(x));
  if (bad >= 0) throw new RangeError(`points must be finite, came ${points[bad]} at ${bad}`);
}

/** k-means++: each centre a point, drawn with probability proportional to its squared distance from the centres before it. */
function firstCentres(points: Float64Array, d: number, k: number, random: RandomStream): Float64Array {
  const n = points.length / d;
  const centres = new Float64Array(k * d);
  const distance = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  let chosen = random.integer(n);
  for (let c = 0; c < k; c++) {
    centres.set(points.subarray(chosen * d, chosen * d + d), c * d);
    let total = 0;
    for (let i = 0; i < n; i++) {
      distance[i] = Math.min(distance[i]!, squaredDistance(points, i, centres, c, d));
      total += distance[i]!;
    }
    chosen = total > 0 ? drawn(distance, random.uniform() * total) : random.integer(n);
  }
  return centres;
}

function drawn(weights: Float64Array, target: number): number {
  let sum = 0;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    sum += weights[i]!;
    last = i;
    if (target < sum) break;
  }
  return last;
}

function lloyd(points: Float64Array, d: number, centres: Float64Array, maxIterations: number): KMeans {
  const labels = new Int32Array(points.length / d).fill(-1);
  for (let iterations = 1; ; iterations++) {
    const { inertia, moved } = assign(points, d, centres, labels);
    if (!moved || iterations === maxIterations) {
      return { centres, labels, inertia, iterations, converged: !moved };
    }
    recentre(points, d, centres, labels);
  }
}

function assign(points: Float64Array, d: number, centres: Float64Array, labels: Int32Array) {
  const k = centres.length / d;
  let inertia = 0;
  let moved = false;
  for (let i = 0; i < labels.length; i++) {
    let nearest = 0;
    let least = squaredDistance(points, i, centres, 0, d);
    for (let c = 1; c < k; c++) {
      const distance = squaredDistance(points, i, centres, c, d);
      if (distance < least) {
        least = distance;
        nearest = c;
      }
    }
    moved ||= labels[i] !== nearest;
    labels[i] = nearest;
    inertia += least;
  }
  return { inertia, moved };
}

function recentre(points: Float64Array, d: number, centres: Float64Array, labels: Int32Array): void {
  const counts = new Int32Array(centres.length / d);
  const sums = new Float64Array(centres.length);
  for (let i = 0; i < labels.length; i++) {
    const c = labels[i]!;
    counts[c]!++;
    for (let j = 0; j < d; j++) sums[c * d + j]! += points[i * d + j]!;
  }
  for (let c = 0; c < counts.length; c++) {
    if (counts[c] === 0) continue;
    for (let j = 0; j < d; j++) centres[c * d + j] = sums[c * d + j]! / counts[c]!;
  }
  for (let c = 0; c < counts.length; c++) {
    if (counts[c] === 0) moveToFarthest(points, d, centres, labels, c);
  }
}

function moveToFarthest(
  points: Float64Array,
  d: number,
  centres: Float64Array,
  labels: Int32Array,
  empty: number,
): void {
  let farthest = -1;
  let most = 0;
  for (let i = 0; i < labels.length; i++) {
    const distance = squaredDistance(points, i, centres, labels[i]!, d);
    if (distance > most) {
      most = distance;
      farthest = i;
    }
  }
  if (farthest < 0) return;
  centres.set(points.subarray(farthest * d, farthest * d + d), empty * d);
  labels[farthest] = empty;
}

function squaredDistance(
  points: Float64Array,
  i: number,
  centres: Float64Array,
  c: number,
  d: number,
): number {
  let sum = 0;
  for (let j = 0; j < d; j++) sum += (points[i * d + j]! - centres[c * d + j]!) ** 2;
  return sum;
}

function ordered(found: KMeans, d: number): KMeans {
  const k = found.centres.length / d;
  const rows = Array.from({ length: k }, (_, c) => found.centres.slice(c * d, c * d + d));
  const order = rows.map((_, c) => c).sort((a, b) => compare(rows[a]!, rows[b]!));
  const centres = new Float64Array(k * d);
  const rank = new Int32Array(k);
  for (const [to, from] of order.entries()) {
    centres.set(rows[from]!, to * d);
    rank[from] = to;
  }
  return { ...found, centres, labels: found.labels.map((label) => rank[label]!) };
}

function compare(a: Float64Array, b: Float64Array): number {
  for (let j = 0; j < a.length; j++) if (a[j] !== b[j]) return a[j]! - b[j]!;
  return 0;
}
