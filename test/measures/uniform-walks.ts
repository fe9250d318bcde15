/** Uniform draws on (0, 1) that any language makes bit for bit: s = 16807 · s mod 2147483647, s / 2147483647 (Park & Miller). */
export function uniforms(n: number, seed: number): Float64Array {
  let s = seed;
  return Float64Array.from({ length: n }, () => {
    s = (16807 * s) % 2147483647;
    return s / 2147483647;
  });
}

/** Running sum of uniform draws less ½. */
export function uniformWalk(n: number, seed: number): Float64Array {
  let level = 0;
  return uniforms(n, seed).map((u) => {
    level += u - 0.5;
    return level;
  });
}
