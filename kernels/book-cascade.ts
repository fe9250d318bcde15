// Twin: simulateBookCascade of src/simulation/book-cascade.ts and RandomStream of src/math/random.ts, operation for operation, so that every
// bit agrees. Four paths at a time: four states of sfc32 in a vector of whole numbers, prices two by two.

import { exp, log1p } from './host';

const WARM_UP: i32 = 20;

let steps: i32 = 0;
let deepest: i32 = 0;
let uppermost: i32 = 0;
let volatility: f64 = 0;
let impact: f64 = 0;
let decay: f64 = 0;
let perBin: f64 = 0;
let tailStart: f64 = 0;
/** Pairs of width and inner edge of each box, then heights. */
let tables: usize = 0;
let heights: usize = 0;
let drift: usize = 0;
let longs: usize = 0;
let shorts: usize = 0;
/** Log prices without forced orders, steps×4. */
let prices: usize = 0;
/** sfc32 of the four paths as a vector each of a, b, c and the counter. */
let states: usize = 0;

/** Of two paths: quantities, next level below, next level above (NaN behind the last), levels reached below, levels reached above (whole numbers, 8 bytes apart). */
let held: usize = 0;

/** `boxes` 512 + 256 values, `expected` n, ladders deep + 1 and high + 1, `room` 4·n, `work` 18. */
export function cascadeSetup(
  n: i32,
  deep: i32,
  high: i32,
  sigma: f64,
  k: f64,
  d: f64,
  bins: f64,
  beyond: f64,
  boxes: usize,
  expected: usize,
  long: usize,
  short: usize,
  room: usize,
  work: usize,
): void {
  steps = n;
  deepest = deep;
  uppermost = high;
  volatility = sigma;
  impact = k;
  decay = d;
  perBin = bins;
  tailStart = beyond;
  tables = boxes;
  heights = boxes + 4096;
  drift = expected;
  longs = long;
  shorts = short;
  prices = room;
  states = work;
  held = work + 64;
}

/**
 * Paths of `count`, a multiple of 4, from three 32-bit words each: `words` holds a, b and c of four paths, then of the next four.
 * `out` six values a path: lowest, highest, final, step of the lowest, sold, bought; `fan`, unless 0, count×steps.
 */
export function cascadeWalk(count: i32, words: usize, out: usize, fan: usize): void {
  for (let first = 0; first < count; first += 4) {
    exogenous(words);
    walkTwo(0, out, fan);
    walkTwo(16, out + 96, fan === 0 ? 0 : fan + ((<usize>steps) << 4));
    words += 48;
    out += 192;
    if (fan !== 0) fan += (<usize>steps) << 5;
  }
}

/** f of four paths into `prices`. */
function exogenous(words: usize): void {
  let a = v128.load(words);
  let b = v128.load(words, 16);
  let c = v128.load(words, 32);
  let counter = i32x4.splat(1);
  const one = i32x4.splat(1);
  for (let i = 0; i < WARM_UP; i++) {
    const sum = i32x4.add(i32x4.add(a, b), counter);
    a = v128.xor(b, i32x4.shr_u(b, 9));
    b = i32x4.add(c, i32x4.shl(c, 3));
    c = i32x4.add(v128.or(i32x4.shl(c, 21), i32x4.shr_u(c, 11)), sum);
    counter = i32x4.add(counter, one);
  }
  // 2⁵²: a whole number of 52 bits in the place of its fraction, less it, is that number.
  const whole = f64x2.splat(4503599627370496);
  const signs = i64x2.splat(i64.MIN_VALUE);
  const bytes = i32x4.splat(255);
  const sigma = f64x2.splat(volatility);
  let f = f64x2.splat(0);
  let g = f64x2.splat(0);
  let to = prices;
  const end = drift + ((<usize>steps) << 3);
  for (let at = drift; at < end; at += 8, to += 32) {
    const low = i32x4.add(i32x4.add(a, b), counter);
    a = v128.xor(b, i32x4.shr_u(b, 9));
    b = i32x4.add(c, i32x4.shl(c, 3));
    c = i32x4.add(v128.or(i32x4.shl(c, 21), i32x4.shr_u(c, 11)), low);
    counter = i32x4.add(counter, one);
    const high = i32x4.add(i32x4.add(a, b), counter);
    a = v128.xor(b, i32x4.shr_u(b, 9));
    b = i32x4.add(c, i32x4.shl(c, 3));
    c = i32x4.add(v128.or(i32x4.shl(c, 21), i32x4.shr_u(c, 11)), high);
    counter = i32x4.add(counter, one);
    const first = i64x2.extend_low_i32x4_u(low);
    const second = i64x2.extend_high_i32x4_u(low);
    const u = f64x2.sub(
      v128.or(v128.or(i64x2.shl(i64x2.extend_low_i32x4_u(high), 20), i64x2.shr_u(first, 12)), whole),
      whole,
    );
    const v = f64x2.sub(
      v128.or(v128.or(i64x2.shl(i64x2.extend_high_i32x4_u(high), 20), i64x2.shr_u(second, 12)), whole),
      whole,
    );
    const box = i32x4.shl(v128.and(low, bytes), 4);
    const p = v128.load(tables + <usize>i32x4.extract_lane(box, 0));
    const q = v128.load(tables + <usize>i32x4.extract_lane(box, 1));
    const r = v128.load(tables + <usize>i32x4.extract_lane(box, 2));
    const s = v128.load(tables + <usize>i32x4.extract_lane(box, 3));
    const under = v128.and(
      f64x2.lt(u, v128.shuffle<f64>(p, q, 1, 3)),
      f64x2.lt(v, v128.shuffle<f64>(r, s, 1, 3)),
    );
    let z = v128.xor(f64x2.mul(u, v128.shuffle<f64>(p, q, 0, 2)), v128.and(i64x2.shl(first, 55), signs));
    let w = v128.xor(f64x2.mul(v, v128.shuffle<f64>(r, s, 0, 2)), v128.and(i64x2.shl(second, 55), signs));
    if (!i64x2.all_true(under)) {
      v128.store(states, a);
      v128.store(states, b, 16);
      v128.store(states, c, 32);
      v128.store(states, counter, 48);
      z = f64x2.replace_lane(
        z,
        0,
        settled(0, i32x4.extract_lane(low, 0), f64x2.extract_lane(u, 0), f64x2.extract_lane(z, 0)),
      );
      z = f64x2.replace_lane(
        z,
        1,
        settled(4, i32x4.extract_lane(low, 1), f64x2.extract_lane(u, 1), f64x2.extract_lane(z, 1)),
      );
      w = f64x2.replace_lane(
        w,
        0,
        settled(8, i32x4.extract_lane(low, 2), f64x2.extract_lane(v, 0), f64x2.extract_lane(w, 0)),
      );
      w = f64x2.replace_lane(
        w,
        1,
        settled(12, i32x4.extract_lane(low, 3), f64x2.extract_lane(v, 1), f64x2.extract_lane(w, 1)),
      );
      a = v128.load(states);
      b = v128.load(states, 16);
      c = v128.load(states, 32);
      counter = v128.load(states, 48);
    }
    const expected = v128.load64_splat(at);
    f = f64x2.add(f, f64x2.add(expected, f64x2.mul(sigma, z)));
    g = f64x2.add(g, f64x2.add(expected, f64x2.mul(sigma, w)));
    v128.store(to, f);
    v128.store(to, g, 16);
  }
}

/** What a draw of one path comes to: itself when it lies under the curve for certain. */
function settled(lane: usize, low: i32, u: f64, z: f64): f64 {
  return u < load<f64>(tables + ((<usize>(low & 255)) << 4), 8) ? z : outside(lane, low, u);
}

function outside(lane: usize, low: i32, u: f64): f64 {
  while (true) {
    const box = <usize>(low & 255);
    const sign = <f64>(1 - ((low >>> 7) & 2));
    const x = u * load<f64>(tables + (box << 4));
    if (u < load<f64>(tables + (box << 4), 8)) return sign * x;
    if (box === 0) return sign * tail(lane);
    const here = load<f64>(heights + (box << 3));
    const y = here + uniform(lane) * (load<f64>(heights + ((box - 1) << 3)) - here);
    if (y < exp((-x * x) / 2)) return sign * x;
    low = bits(lane);
    u = <f64>(<u32>bits(lane)) * 1048576 + <f64>(<u32>low >>> 12);
  }
}

function tail(lane: usize): f64 {
  while (true) {
    const x = exponential(lane) / tailStart;
    if (2 * exponential(lane) >= x * x) return tailStart + x;
  }
}

function exponential(lane: usize): f64 {
  return -log1p(-uniform(lane));
}

function uniform(lane: usize): f64 {
  const high = <u32>bits(lane) >>> 5;
  return (<f64>high * 67108864 + <f64>(<u32>bits(lane) >>> 6)) * 1.1102230246251565e-16;
}

function bits(lane: usize): i32 {
  const at = states + lane;
  const b = load<i32>(at, 16);
  const c = load<i32>(at, 32);
  const counter = load<i32>(at, 48);
  const sum = load<i32>(at) + b + counter;
  store<i32>(at, b ^ (<u32>b >>> 9));
  store<i32>(at, c + (c << 3), 16);
  store<i32>(at, ((c << 21) | (<u32>c >>> 11)) + sum, 32);
  store<i32>(at, counter + 1, 48);
  return sum;
}

/** Two paths: six values of the first, then of the second. */
function walkTwo(lane: usize, out: usize, fan: usize): void {
  const signs = i64x2.splat(i64.MIN_VALUE);
  const k = f64x2.splat(impact);
  const d = f64x2.splat(decay);
  const bins = f64x2.splat(perBin);
  const one = f64x2.splat(1);
  const none = f64x2.splat(0);
  let fall = f64x2.splat(deepest > 0 ? -1 : NaN);
  let rise = f64x2.splat(uppermost > 0 ? 1 : NaN);
  let q = none;
  let y = none;
  let lowest = none;
  let highest = none;
  let time = none;
  let stepOfLowest = f64x2.splat(-1);
  v128.store(held, fall, 16);
  v128.store(held, rise, 32);
  v128.store(held, none, 48);
  v128.store(held, none, 64);
  const row = (<usize>steps) << 3;
  let at = prices + lane;
  for (let t = 0; t < steps; t++, at += 32) {
    const f = v128.load(at);
    q = f64x2.mul(q, d);
    y = f64x2.sub(f, v128.or(f64x2.mul(k, f64x2.sqrt(f64x2.abs(q))), v128.and(q, signs)));
    const x = f64x2.mul(y, bins);
    const down = f64x2.le(x, fall);
    if (v128.any_true(v128.or(down, f64x2.ge(x, rise)))) {
      v128.store(held, q);
      if (i64x2.all_true(down)) y = bothFall(f, y);
      y = f64x2.replace_lane(y, 0, forced(0, f64x2.extract_lane(f, 0), f64x2.extract_lane(y, 0)));
      y = f64x2.replace_lane(y, 1, forced(8, f64x2.extract_lane(f, 1), f64x2.extract_lane(y, 1)));
      q = v128.load(held);
      fall = v128.load(held, 16);
      rise = v128.load(held, 32);
    }
    stepOfLowest = v128.bitselect(time, stepOfLowest, f64x2.lt(y, lowest));
    lowest = f64x2.pmin(lowest, y);
    highest = f64x2.pmax(highest, y);
    time = f64x2.add(time, one);
    if (fan !== 0) {
      store<f64>(fan, f64x2.extract_lane(y, 0));
      store<f64>(fan + row, f64x2.extract_lane(y, 1));
      fan += 8;
    }
  }
  v128.store(out, v128.shuffle<f64>(lowest, highest, 0, 2));
  v128.store(out, v128.shuffle<f64>(lowest, highest, 1, 3), 48);
  v128.store(out, v128.shuffle<f64>(y, stepOfLowest, 0, 2), 16);
  v128.store(out, v128.shuffle<f64>(y, stepOfLowest, 1, 3), 64);
  for (let path: usize = 0; path < 16; path += 8, out += 48) {
    store<f64>(out, load<f64>(longs + ((<usize>load<i32>(held + path, 48)) << 3)), 32);
    store<f64>(out, load<f64>(shorts + ((<usize>load<i32>(held + path, 64)) << 3)), 40);
  }
}

/** Prices of two paths after the sales that they force in step with each other, as after a common shock: one waits while the other computes. */
function bothFall(f: v128, y: v128): v128 {
  const signs = i64x2.splat(i64.MIN_VALUE);
  const k = f64x2.splat(impact);
  const bins = f64x2.splat(perBin);
  let q = v128.load(held);
  let fall = v128.load(held, 16);
  let a = load<i32>(held, 48);
  let b = load<i32>(held, 56);
  let before = pair(longs, a, b);
  let x = f64x2.mul(y, bins);
  do {
    a = <i32>min<f64>(<f64>deepest, -f64x2.extract_lane(x, 0));
    b = <i32>min<f64>(<f64>deepest, -f64x2.extract_lane(x, 1));
    const after = pair(longs, a, b);
    q = f64x2.add(q, f64x2.sub(after, before));
    before = after;
    fall = f64x2.splat(a < deepest ? <f64>(-a - 1) : NaN);
    fall = f64x2.replace_lane(fall, 1, b < deepest ? <f64>(-b - 1) : NaN);
    y = f64x2.sub(f, v128.or(f64x2.mul(k, f64x2.sqrt(f64x2.abs(q))), v128.and(q, signs)));
    x = f64x2.mul(y, bins);
  } while (i64x2.all_true(f64x2.le(x, fall)));
  store<i32>(held, a, 48);
  store<i32>(held, b, 56);
  v128.store(held, fall, 16);
  v128.store(held, q);
  return y;
}

function pair(ladder: usize, a: i32, b: i32): v128 {
  return v128.load64_lane(ladder + ((<usize>b) << 3), v128.load64_zero(ladder + ((<usize>a) << 3)), 1);
}

/** Price of one path after the orders that its price forces, which it leaves in `held`. */
function forced(path: usize, f: f64, y: f64): f64 {
  const at = held + path;
  let q = load<f64>(at);
  let next = load<f64>(at, 16);
  let x = y * perBin;
  if (x <= next) {
    let reached = load<i32>(at, 48);
    do {
      const level = <i32>min<f64>(<f64>deepest, -x);
      q += load<f64>(longs + ((<usize>level) << 3)) - load<f64>(longs + ((<usize>reached) << 3));
      reached = level;
      next = level < deepest ? <f64>(-level - 1) : NaN;
      y = f - copysign<f64>(impact * sqrt<f64>(abs<f64>(q)), q);
      x = y * perBin;
    } while (x <= next);
    store<i32>(at, reached, 48);
    store<f64>(at, next, 16);
    store<f64>(at, q);
  }
  next = load<f64>(at, 32);
  if (x >= next) {
    let reached = load<i32>(at, 64);
    do {
      const level = <i32>min<f64>(<f64>uppermost, x);
      q -= load<f64>(shorts + ((<usize>level) << 3)) - load<f64>(shorts + ((<usize>reached) << 3));
      reached = level;
      next = level < uppermost ? <f64>(level + 1) : NaN;
      y = f - copysign<f64>(impact * sqrt<f64>(abs<f64>(q)), q);
      x = y * perBin;
    } while (x >= next);
    store<i32>(at, reached, 64);
    store<f64>(at, next, 32);
    store<f64>(at, q);
  }
  return y;
}
