/** What one run of a contestant cost and found. */
export interface Outcome {
  /** Milliseconds of processor time. */
  readonly ms: number;
  /** Three numbers that every contestant must agree on, within the tolerance of the benchmark; null where it has no such number. */
  readonly digest: readonly (number | null)[];
}

export interface Contestant {
  readonly name: string;
  run(): Outcome | Promise<Outcome>;
}

/** The name of the native contestant, which ratios are taken to. */
export const NATIVE = 'C (gcc -O3 -march=native -ffast-math)';

export interface Benchmark {
  readonly id: string;
  readonly title: string;
  /** The reference size, in words. */
  readonly size: string;
  /** Largest relative difference of a digest between contestants. */
  readonly tolerance: number;
  /** What is to be reached, in words. */
  readonly goal: string;
  /** Our fastest first, then its plain twin, then rivals, those that are present on the machine. */
  contestants(workspace: string): readonly Contestant[];
}

/** Milliseconds below which a contestant of this process is run four times, as native rivals are, and the median of the last three taken. */
const SHORT = 300;

/** A contestant of this process: its processor time, of all threads; `share` when it does one part in so many. */
export function inProcess(name: string, find: () => Outcome['digest'], share = 1): Contestant {
  return {
    name,
    run() {
      const first = timed(find, share);
      if (first.ms > SHORT) return first;
      const later = [1, 2, 3].map(() => timed(find, share)).sort((a, b) => a.ms - b.ms);
      return later[1]!;
    },
  };
}

function timed(find: () => Outcome['digest'], share: number): Outcome {
  const from = process.cpuUsage();
  const digest = find();
  const { user, system } = process.cpuUsage(from);
  return { ms: ((user + system) / 1000) * share, digest };
}
