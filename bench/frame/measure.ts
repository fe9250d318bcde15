import { type Benchmark, type Contestant, NATIVE, type Outcome } from './benchmark.ts';

/** A contestant's median and its ratios to the native rival of the same rounds. */
export interface Standing {
  readonly name: string;
  readonly ms: number;
  readonly runs: number;
  /** Times the native rival's median; undefined where there is none. */
  readonly native: number | undefined;
  /** How many times our fastest contestant's median this is. */
  readonly ours: number;
  /** Largest relative difference of its digest from the first contestant's; null where that is not compared. */
  readonly difference: number | null;
}

export interface Result {
  readonly id: string;
  readonly title: string;
  readonly size: string;
  readonly goal: string;
  readonly standings: readonly Standing[];
}

const ROUNDS = 5;
/** A contestant that has used this much processor time (ms) is not asked again after three rounds. */
const PATIENCE = 6000;

/**
 * Runs the contestants in turn, one warm-up round and five that count, and takes medians.
 * @throws Error when two contestants do not agree on what they computed.
 */
export async function measure(benchmark: Benchmark, workspace: string): Promise<Result> {
  const contestants = benchmark.contestants(workspace);
  const outcomes = new Map<Contestant, Outcome[]>(contestants.map((one) => [one, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const one of contestants) {
      const seen = outcomes.get(one)!;
      const spent = seen.reduce((sum, { ms }) => sum + ms, 0);
      if (round > 3 && spent > PATIENCE) continue;
      seen.push(await one.run());
    }
  }
  const found = contestants.map((one) => {
    const seen = outcomes.get(one)!;
    const counted = seen.slice(1).map(({ ms }) => ms);
    return { name: one.name, ms: median(counted), runs: counted.length, digest: seen.at(-1)!.digest };
  });
  const c = found.find(({ name }) => name === NATIVE)?.ms;
  const standings = found.map(({ name, ms, runs, digest }) => ({
    name,
    ms,
    runs,
    native: c === undefined ? undefined : ms / c,
    ours: ms / found[0]!.ms,
    difference: agreed(benchmark, name, digest, found[0]!.digest),
  }));
  const { id, title, size, goal } = benchmark;
  return { id, title, size, goal, standings };
}

function agreed(
  { id, tolerance }: Benchmark,
  name: string,
  digest: Outcome['digest'],
  wanted: Outcome['digest'],
): number {
  const differences = digest.map((value, k) => {
    const other = wanted[k] ?? null;
    return value === null || other === null ? 0 : Math.abs(value - other) / Math.max(1e-300, Math.abs(other));
  });
  const difference = Math.max(0, ...differences);
  if (!(difference <= tolerance)) {
    throw new Error(`${id}: ${name} found ${digest.join(', ')}, ours found ${wanted.join(', ')}`);
  }
  return difference;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
