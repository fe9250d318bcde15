import { describe, expect, it } from 'vitest';
import { CASCADE_DEFAULTS } from '../../../src/simulation/cascade/options.ts';
import { jobOf, planRuns } from '../../../src/simulation/cascade/runs.ts';
import { shapleyOrders } from '../../../src/simulation/cascade/shapley.ts';
import { runJob } from '../../../src/simulation/engine/job.ts';
import { marketOf } from '../market-example.ts';

const OPTIONS = {
  ...CASCADE_DEFAULTS,
  shock: { coin: -0.05 },
  horizonMinutes: 60,
  paths: 4,
  draws: 2,
  calibration: 'prior',
} as const;

const fund = { name: 'A', asset: 'coin', leverage: 3, netAssets: 1e9, creations: 0 };
const state = {
  market: marketOf(),
  sellers: {
    'leveraged-funds': { funds: [fund], earlyShare: 0, earlyMinutes: 0 },
    perpetuals: 'not to be read when switched off',
  },
};

describe('the job of a draw', () => {
  const plan = planRuns(12, ['leveraged-funds'], shapleyOrders(1, 1));

  it('knows nothing of a seller that is switched off, in its runs and in its ladder', () => {
    const job = jobOf(0, state, plan, OPTIONS);
    expect(Object.keys(job.state.sellers)).toEqual(['leveraged-funds']);
    const { records, ladder } = runJob(job);
    expect(records.map(({ sellers }) => sellers)).toEqual([1, 0, 1]);
    expect(job.lows?.sets).toEqual([[], ['leveraged-funds']]);
    expect(ladder?.sellers).toEqual([]);
  });

  it('runs no set of sellers where their parts are not asked for', () => {
    const { runs, lows } = jobOf(0, state, planRuns(12, ['leveraged-funds'], []), OPTIONS);
    expect(lows).toBeUndefined();
    expect(runs.map(({ sellers }) => sellers)).toEqual([['leveraged-funds'], [], ['leveraged-funds']]);
  });

  it('has its part of the paths, each once over all draws', () => {
    const parts = [0, 1].map((draw) => jobOf(draw, state, plan, OPTIONS).runs[0]!);
    expect(parts.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [2, 4],
    ]);
  });
});
