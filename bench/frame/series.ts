import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** T×N row-major daily changes of series that share a factor, with volatility that comes in waves; seeded. */
export function changes(T: number, N: number, seed: number): Float64Array {
  const next = normals(seed);
  const out = new Float64Array(T * N);
  for (let t = 0; t < T; t++) {
    const scale = 0.01 * (1 + 0.5 * Math.sin(t / 90));
    const factor = next();
    for (let i = 0; i < N; i++) out[t * N + i] = scale * ((0.3 + (0.5 * i) / N) * factor + next());
  }
  return out;
}

/** The columns of a row-major T×N array. */
export function columnsOf(x: Float64Array, N: number): Float64Array[] {
  const T = x.length / N;
  return Array.from({ length: N }, (_, i) => Float64Array.from({ length: T }, (_r, t) => x[t * N + i]!));
}

function normals(seed: number): () => number {
  const random = xoroshiro128plus(seed);
  const unit = () => ((random.next() >>> 0) + 0.5) / 2 ** 32;
  return () => Math.sqrt(-2 * Math.log(unit())) * Math.cos(2 * Math.PI * unit());
}

/** Sum, alternating sum and last of the values from row `from` on: what contestants must agree on. */
export function digestOf(values: Float64Array, from: number): [number, number, number] {
  let [sum, alternating] = [0, 0];
  for (let t = from; t < values.length; t++) {
    sum += values[t]!;
    alternating += t % 2 === 1 ? values[t]! : -values[t]!;
  }
  return [sum, alternating, values.at(-1)!];
}
