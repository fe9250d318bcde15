import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../src/data/time.ts';
import { ENGINE_VERSION } from '../../../src/diagnosis/answer.ts';
import { drawUnknowns } from '../../../src/simulation/cascade/draws.ts';
import { CASCADE_DEFAULTS } from '../../../src/simulation/cascade/options.ts';
import { pathsOf } from '../../../src/simulation/cascade/runs.ts';
import { setUp } from '../../../src/simulation/cascade/setup.ts';
import { DEFAULT_SHOCK, outerMoves } from '../../../src/simulation/cascade/shock.ts';
import { type CascadeState, runJob, sellersOf } from '../../../src/simulation/engine/job.ts';
import { SELLERS } from '../../../src/simulation/sellers/index.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { CALM, exampleMarket, stateOf, withFields } from '../sellers/examples.ts';

const THREE_MINUTES = 180_000;

/** Falls of each asset at the end, fractions, one row a path. */
function finals(state: CascadeState, shock: readonly number[], from: number, to: number): number[][] {
  const run = { sellers: sellersOf(state), shock, over: 60, from, to, keep: [] };
  const { final } = runJob({ engine: ENGINE_VERSION, state, seed: 1, runs: [run] }).records[0]!;
  const n = state.market.assets.length;
  return Array.from({ length: to - from }, (_, p) =>
    Array.from(final.subarray(p * n, p * n + n), Math.expm1),
  );
}

function medians(rows: readonly number[][]): number[] {
  return rows[0]!.map((_, a) => {
    const sorted = rows.map((row) => row[a]!).sort((x, y) => x - y);
    return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
  });
}

const halfBins = (state: CascadeState): CascadeState => ({
  ...state,
  sellers: withFields(
    withFields(state.sellers, ['binWidth'], (width) => width / 2),
    ['bins'],
    (bins) => bins * 2,
  ),
});

/** Less than 2 % of the median; where it hardly falls, less than a hundredth of a percent of the price. */
function expectClose(found: readonly number[], base: readonly number[]): void {
  for (const [a, fall] of found.entries()) {
    expect(Math.abs(fall - base[a]!)).toBeLessThan(Math.max(0.02 * Math.abs(base[a]!), 1e-4));
  }
}

describe('halving the step or the bins', () => {
  it('changes the median final fall by less than 2 % on the example, with all sellers', () => {
    const ids = SELLERS.map(({ id }) => id);
    const shock = [-0.1, -0.12, -0.04, -0.04, 0.01];
    const at = (stepMinutes: number) => stateOf(ids, exampleMarket({ ...CALM, stepMinutes }), 0.3);
    const base = medians(finals(at(5), shock, 0, 120));
    expectClose(medians(finals(at(2.5), shock, 0, 120)), base);
    expectClose(medians(finals(halfBins(at(5)), shock, 0, 120)), base);
    for (const fall of base.slice(0, 4)) expect(fall).toBeLessThan(-0.03);
  });
});

describeWithPack(
  'halving the step or the bins on the real state, with the default settings but half of the paths',
  () => {
    it(
      'changes the median final fall of every asset by less than 2 %',
      async () => {
        const store = await openPack();
        const view = await store.asOf(parseInstant('2025-10-10T20:00Z'));
        const of = async (stepMinutes: number, change = (state: CascadeState) => state) => {
          const options = {
            ...CASCADE_DEFAULTS,
            shock: DEFAULT_SHOCK,
            calibration: 'prior',
            paths: 200,
            stepMinutes,
          };
          const setup = await setUp(view, options);
          const thetas = drawUnknowns(setup.unknowns, options.draws, options.seed, undefined);
          return medians(
            thetas.flatMap((theta, draw) => {
              const state = change(setup.state(theta));
              const [from, to] = pathsOf(draw, options);
              return finals(state, outerMoves(state.market, DEFAULT_SHOCK), from, to);
            }),
          );
        };
        const base = await of(5);
        expectClose(await of(2.5), base);
        expectClose(await of(5, halfBins), base);
        expect(base[0]).toBeLessThan(-0.03);
        await store.close();
      },
      THREE_MINUTES,
    );
  },
);
