/** Sessions of one, three and twelve months, over which trends are read. */
const LOOKBACKS = [21, 63, 252] as const;
/** Weight of the variance of the session before: a centre of mass of 60 sessions. */
const MEMORY = 60 / 61;
const WARM_UP = 60;

/**
 * What a trend follower of one market would trade at each close, in units of the risk that a full position has.
 *
 * x_t = ⅓ Σ_L sign(p_t − p_{t−L}) / σ_t, L 21, 63, 252;  flow_t = (x_t − x_{t−1}) σ_{t−1}
 * σ_t² = (1 − δ) Σ_i δ^i r²_{t−i}, δ 60/61
 *
 * `level` log prices by session, n values; above 0 the follower buys. NaN where a price 252 sessions back, the volatility (60 steps), or the
 * step before is not there; a hole in prices is stepped over for σ, never filled.
 * @see Moskowitz, Ooi & Pedersen (2012), Time series momentum, Journal of Financial Economics 104(2), eq. 1 and 5; Hurst, Ooi & Pedersen (2017),
 * A century of evidence on trend-following investing, Journal of Portfolio Management 44(1) (the three horizons)
 */
export function trendFlow(level: Float64Array): Float64Array {
  const out = new Float64Array(level.length).fill(Number.NaN);
  let [variance, steps, before, scale] = [0, 0, Number.NaN, Number.NaN];
  for (let t = 1; t < level.length; t++) {
    const step = level[t]! - level[t - 1]!;
    if (Number.isFinite(step)) {
      steps++;
      // The mean of the steps so far until they are as many as the memory.
      variance += Math.max(1 - MEMORY, 1 / steps) * (step * step - variance);
    }
    const sigma = steps < WARM_UP || !(variance > 0) ? Number.NaN : Math.sqrt(variance);
    const position = trendOf(level, t) / sigma;
    out[t] = (position - before) * scale;
    [before, scale] = [position, sigma];
  }
  return out;
}

/** Mean sign of the moves over the three horizons; NaN where one is not measured. */
function trendOf(level: Float64Array, t: number): number {
  return (
    LOOKBACKS.reduce((sum, back) => sum + Math.sign(level[t]! - (level[t - back] ?? Number.NaN)), 0) /
    LOOKBACKS.length
  );
}
