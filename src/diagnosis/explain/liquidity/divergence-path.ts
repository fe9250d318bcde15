import { blockLength } from '../../../math/block-length.ts';
import { stationaryBootstrapIndices } from '../../../math/bootstrap.ts';
import { stream } from '../../../math/random.ts';
import { valuesAt } from '../../../math/values-at.ts';

/** Weeks of the changes that are compared. */
export const CHANGE_WEEKS = 52;
/** Changes needed before one is standardised. */
export const LEAST_CHANGES = 156;
/** Spreads needed before one is standardised. */
export const LEAST_SPREADS = 104;
/** A divergence begins here … */
export const OPENS = 1.5;
/** … and is over below this. */
export const CLOSES = 0.5;
/** Share of the way back from which on it was one side that came. */
export const MOST_OF_IT = 2 / 3;

export interface DivergencePath {
  /** Changes over 52 weeks, standardised by those known by then. */
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** Spread a − b, standardised by the spreads known by then. */
  readonly z: Float64Array;
}

/**
 * How far two series stand apart, each in its own measure: z_t = (s_t − mean) / sd of the spreads s up to t, s_t = a_t − b_t, a and b the
 * changes over 52 weeks less their mean over their sd, both up to t. NaN where a change is not known and before enough are.
 */
export function divergencePath(a: Float64Array, b: Float64Array): DivergencePath {
  const [x, y] = [standardised(a, LEAST_CHANGES), standardised(b, LEAST_CHANGES)];
  const spread = new Float64Array(x.length);
  for (let t = 0; t < spread.length; t++) spread[t] = x[t]! - y[t]!;
  return { a: x, b: y, z: standardised(spread, LEAST_SPREADS) };
}

/** ln x_t − ln x_{t−52}; NaN where one of the two is not known. */
export function yearlyChanges(levels: Float64Array): Float64Array {
  return levels.map((level, t) => Math.log(level / (levels[t - CHANGE_WEEKS] ?? Number.NaN)));
}

/** Expanding (x_t − mean) / sd (ddof 1) of the values up to t; NaN values are skipped. */
function standardised(values: Float64Array, least: number): Float64Array {
  const out = new Float64Array(values.length).fill(Number.NaN);
  let n = 0;
  let mean = 0;
  let squares = 0;
  for (let t = 0; t < out.length; t++) {
    const value = values[t]!;
    if (Number.isNaN(value)) continue;
    n++;
    const before = value - mean;
    mean += before / n;
    squares += before * (value - mean);
    if (n >= least && squares > 0) out[t] = (value - mean) / Math.sqrt(squares / (n - 1));
  }
  return out;
}

export type ClosedBy = 'first' | 'second' | 'both';

/** A stretch of divergence; rows of its first week, its widest, and the week in which it was over. */
export interface Episode {
  readonly start: number;
  readonly widest: number;
  /** Undefined: not over. */
  readonly end: number | undefined;
  readonly closedBy: ClosedBy | undefined;
}

/** Stretches that begin at |z| ≥ 1.5 and are over when |z| < 0.5 or z has changed its sign. Rows without z are passed over. */
export function episodesOf({ a, b, z }: DivergencePath): readonly Episode[] {
  const found: Episode[] = [];
  let open: { start: number; widest: number } | undefined;
  for (let t = 0; t < z.length; t++) {
    const now = z[t]!;
    if (Number.isNaN(now)) continue;
    if (!open) {
      if (Math.abs(now) >= OPENS) open = { start: t, widest: t };
      continue;
    }
    const side = Math.sign(z[open.start]!);
    if (side * now < CLOSES) {
      found.push({ ...open, end: t, closedBy: closer(a, b, open.widest, t, side) });
      open = Math.abs(now) >= OPENS ? { start: t, widest: t } : undefined;
    } else if (side * now > side * z[open.widest]!) open.widest = t;
  }
  return open ? [...found, { ...open, end: undefined, closedBy: undefined }] : found;
}

/** Which of the two made most of the way from the widest spread to the end. */
function closer(a: Float64Array, b: Float64Array, from: number, to: number, side: number): ClosedBy {
  const [first, second] = [side * (a[from]! - a[to]!), side * (b[to]! - b[from]!)];
  const way = first + second;
  if (first >= MOST_OF_IT * way) return 'first';
  return second >= MOST_OF_IT * way ? 'second' : 'both';
}

/**
 * How often two series with the same weekly changes but nothing in common stand as far apart in the last week: (1 + #{|z*| ≥ |z|}) / (1 + B)
 * over stationary bootstraps of both apart. `x`, `y` weekly changes without holes; NaN where z is not known.
 */
export function divergenceP(
  x: Float64Array,
  y: Float64Array,
  z: number,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): number {
  if (Number.isNaN(z) || x.length === 0 || y.length === 0) return Number.NaN;
  const n = Math.min(x.length, y.length);
  const [left, right] = [stream(seed, 0), stream(seed, 1)];
  const [p, q] = [blockOf(x), blockOf(y)];
  let beyond = 0;
  for (let draw = 0; draw < draws; draw++) {
    const path = divergencePath(resampled(x, p, left, n), resampled(y, q, right, n));
    if (Math.abs(path.z[n - 1]!) >= Math.abs(z)) beyond++;
  }
  return (1 + beyond) / (1 + draws);
}

function blockOf(values: Float64Array): number {
  const { stationary } = blockLength(values);
  return Number.isNaN(stationary) ? 1 : stationary;
}

/** Sums over 52 weeks of n resampled changes. */
function resampled(values: Float64Array, block: number, random: ReturnType<typeof stream>, n: number) {
  const rows = stationaryBootstrapIndices(values.length, block, random);
  const changes = valuesAt(values, rows);
  const out = new Float64Array(n).fill(Number.NaN);
  let sum = 0;
  for (let t = 0; t < n; t++) {
    sum += changes[t]!;
    if (t >= CHANGE_WEEKS) sum -= changes[t - CHANGE_WEEKS]!;
    if (t >= CHANGE_WEEKS - 1) out[t] = sum;
  }
  return out;
}
