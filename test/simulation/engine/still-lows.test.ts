import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '../../../src/diagnosis/answer.ts';
import { type Job, type Keep, planSellers, runJob } from '../../../src/simulation/engine/job.ts';
import { stillLows } from '../../../src/simulation/engine/still-lows.ts';
import { SELLERS } from '../../../src/simulation/sellers/index.ts';
import { exampleMarket, stateOf } from '../sellers/examples.ts';

const IDS = SELLERS.map(({ id }) => id);
const state = stateOf(IDS, exampleMarket());
const N = state.market.assets.length;

function jobOf(sets: readonly (readonly string[])[], shock: readonly number[], over: number): Job {
  const still = { shock, over, from: 0, to: 1, keep: [], still: true };
  return {
    engine: ENGINE_VERSION,
    state,
    seed: 1,
    runs: sets.map((sellers) => ({ ...still, sellers })),
    lows: { sets, shock, over },
    ladder: true,
  };
}

describe('the lowest prices without chance', () => {
  test.prop(
    [
      fc.array(fc.subarray(IDS), { minLength: 1, maxLength: 6 }),
      fc.array(fc.double({ min: -0.25, max: 0.05, noNaN: true }), { minLength: N, maxLength: N }),
      fc.constantFrom(0, 60),
    ],
    { numRuns: 15 },
  )('of sets of sellers are, bit for bit, those of a run of each', (some, shock, over) => {
    const { records, lows } = runJob(jobOf([...some, IDS, []], shock, over));
    expect([...lows!]).toEqual(records.flatMap(({ low }) => [...low]));
  });

  it('are found in one run for all sets where nobody gives an order', () => {
    const plans = planSellers(state);
    let runs = 0;
    const shock = { moves: new Float64Array(N), over: 0 };
    const sellers = IDS.filter((id) => ['leveraged-funds', 'perpetuals', 'stop-orders'].includes(id));
    const sets = [[], sellers.slice(0, 1), sellers.slice(1), sellers];
    const quiet = { ...state.market, closes: [], steps: 3 };
    stillLows(quiet, plans, sets, shock, () => runs++);
    expect(runs).toBe(1);
  });

  it('are not looked for any longer once that is called off', () => {
    const goOn = () => {
      throw new Error('called off');
    };
    expect(() => runJob(jobOf([IDS], new Array(N).fill(-0.1), 60), goOn)).toThrow('called off');
  });

  it('refuse a shock that is no finite number for each asset', () => {
    const job = jobOf([IDS], new Array(N).fill(0), 60);
    const lows = { ...job.lows!, shock: [Number.NaN, ...new Array(N - 1).fill(0)] };
    expect(() => runJob({ ...job, lows })).toThrow('lows.shock.0: a finite log return, came NaN');
  });
});

describe('a job whose plans were kept from another', () => {
  it('has the same result, whose arrays are its own', () => {
    const kept = new Map<string, unknown>();
    const keep: Keep = <T>(of: unknown, make: () => T) => {
      const key = JSON.stringify(of);
      if (!kept.has(key)) kept.set(key, make());
      return kept.get(key) as T;
    };
    const goOn = () => {};
    const [small, large] = [-0.05, -0.15].map((move) => jobOf([IDS], new Array(N).fill(move), 60)) as [
      Job,
      Job,
    ];
    const first = runJob(small, goOn, keep);
    expect(runJob(large, goOn, keep)).toEqual(runJob(large));
    first.ladder!.sold.fill(-1);
    expect(runJob(small, goOn, keep)).toEqual(runJob(small));
    expect(kept.size).toBe(IDS.length + 2);
  });
});
