import { ENGINE_VERSION } from '../../../../src/diagnosis/answer.ts';
import { runJobs } from '../../../../src/doors/simulate/run-jobs.ts';
import type { Job } from '../../../../src/simulation/engine/job.ts';
import { marketOf } from '../../../simulation/market-example.ts';

/** Runs jobs in so many threads and writes their results; `bad` gives one of them a fund of no sense. */
const [threads = '1', kind = 'good'] = process.argv.slice(2);

function jobOf(draw: number): Job {
  const netAssets = kind === 'bad' && draw === 3 ? -1 : 1e9 * (draw + 1);
  const fund = { name: 'A', asset: 'coin', leverage: 3, netAssets, creations: 0 };
  return {
    engine: ENGINE_VERSION,
    state: {
      market: marketOf(),
      sellers: { 'leveraged-funds': { funds: [fund], earlyShare: 0, earlyMinutes: 0 } },
    },
    seed: 1,
    runs: [{ sellers: ['leveraged-funds'], shock: [-0.05], over: 10, from: 0, to: 2, keep: [0, 5] }],
    ladder: true,
  };
}

const bars: number[] = [];
const effects = {
  progress: (_title: string, total: number) => ({
    update: (done: number) => void bars.push(done / total),
    end: () => void bars.push(-1),
  }),
};

try {
  const results = await runJobs({ threads: Number(threads), effects })(
    Array.from({ length: 6 }, (_, draw) => jobOf(draw)),
  );
  const views = (_key: string, value: unknown) =>
    ArrayBuffer.isView(value)
      ? { array: value.constructor.name, values: [...(value as Float64Array)].map(String) }
      : value;
  process.stdout.write(JSON.stringify({ results, bars }, views));
} catch (error) {
  const { name, message, stack } = error as Error;
  process.stdout.write(JSON.stringify({ name, message, stack, range: error instanceof RangeError, bars }));
}
