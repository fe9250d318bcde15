import { z } from 'zod';
import { cppiPath } from '../../src/simulation/formulas/cppi.ts';
import { squareRootImpact } from '../../src/simulation/formulas/impact.ts';
import {
  approximateLogGrowth,
  leveragedFundPath,
  rebalancingDemand,
} from '../../src/simulation/formulas/leveraged-fund.ts';
import { volatilityTargetPath } from '../../src/simulation/formulas/volatility-target.ts';
import type { CaseInput, CaseRunner } from '../case-kit/runner.ts';

const parameters = z.object({
  r: z.number(),
  adv: z.number(),
  sigma: z.number(),
  Y: z.number().default(1),
  leverages: z.array(z.number()).default([2, 3, -1, -2]),
  vol_target: z.object({
    lam: z.number().default(0.94),
    target: z.number(),
    cap: z.number(),
    s2_0: z.number(),
    aum0: z.number(),
    annualisation: z.number().default(252),
  }),
  cppi: z.object({ m: z.number(), floor: z.number(), V0: z.number(), cap: z.number().default(1.5) }),
});
type Parameters = z.infer<typeof parameters>;

export const runner: CaseRunner = {
  methods: ['letf'],
  run(input) {
    const params = parameters.parse(input.params);
    const returns = input.file('index.csv').column('r');
    return {
      ...demands(input, params),
      ...paths(returns, leveragesOf(input, params)),
      vol_target: volatilityTarget(returns, params),
      cppi: cppi(returns, params),
      exact_example: {
        L: 3,
        A: 1000,
        r: -0.05,
        demand: rebalancingDemand({ leverage: 3, netAssets: 1000 }, -0.05),
      },
    };
  },
};

function demands(input: CaseInput, { r, adv, sigma, Y }: Parameters) {
  const funds = input.file('funds.csv');
  const [leverage, aum, flow] = [funds.column('L'), funds.column('aum'), funds.column('flow')];
  const demand = leverage.map((L, k) => rebalancingDemand({ leverage: L, netAssets: aum[k]! }, r));
  const withFlow = leverage.map((L, k) =>
    rebalancingDemand({ leverage: L, netAssets: aum[k]! }, r, flow[k]!),
  );
  const total = sum(demand);
  return {
    demand,
    demand_total: total,
    demand_with_flow: withFlow,
    demand_with_flow_total: sum(withFlow),
    pct_adv: total / adv,
    sqrt_impact: { Y, impact: squareRootImpact(total, adv, sigma, Y).impact },
  };
}

function leveragesOf(input: CaseInput, { leverages }: Parameters): number[] {
  return [...new Set([...leverages, ...input.file('funds.csv').column('L')])];
}

function paths(returns: Float64Array, leverages: readonly number[]) {
  const growth = returns.reduce((product, r) => product * (1 + r), 1);
  const of = <T>(value: (leverage: number) => T) =>
    Object.fromEntries(leverages.map((leverage) => [decimal(leverage), value(leverage)]));
  return {
    nav_path_every6: of((L) => everySixth(leveragedFundPath(returns, L).netAssets)),
    demand_path_every6: of((L) => everySixth(leveragedFundPath(returns, L).demand)),
    decay: of((L) => {
      const nav = leveragedFundPath(returns, L).netAssets.at(-1)!;
      return { nav, naive: 1 + L * (growth - 1), log_decay: Math.log(nav) - L * Math.log(growth) };
    }),
    cheng_madhavan_lognav_approx: of((L) => approximateLogGrowth(returns, L)),
  };
}

function volatilityTarget(returns: Float64Array, { vol_target }: Parameters) {
  const path = volatilityTargetPath(returns, {
    target: vol_target.target,
    cap: vol_target.cap,
    decay: vol_target.lam,
    startVariance: vol_target.s2_0,
    daysPerYear: vol_target.annualisation,
    netAssets: vol_target.aum0,
  });
  return {
    weights_every6: everySixth(path.weights),
    flows_every6: everySixth(path.flows),
    total_sold: -sum(path.flows.filter((flow) => flow < 0)),
    aum_end: path.netAssets.at(-1),
  };
}

function cppi(returns: Float64Array, { cppi: { m, floor, V0, cap } }: Parameters) {
  const path = cppiPath(returns, { multiplier: m, floor, value: V0, cap });
  return { flows_every6: everySixth(path.flows), V_end: path.value.at(-1) };
}

function everySixth(values: Float64Array): Float64Array {
  return values.filter((_, t) => t % 6 === 0);
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/** 2 as 2.0, 1.5 as 1.5. */
function decimal(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
