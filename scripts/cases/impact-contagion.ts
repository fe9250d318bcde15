import { z } from 'zod';
import { type BankSystem, equityOf, holdingsOf } from '../../src/simulation/formulas/banks.ts';
import { sweepBook } from '../../src/simulation/formulas/book-sweep.ts';
import { cappedDeleveraging } from '../../src/simulation/formulas/capped-deleveraging.ts';
import { fireSales, liquidityWeightedOverlaps } from '../../src/simulation/formulas/fire-sales.ts';
import { squareRootImpact } from '../../src/simulation/formulas/impact.ts';
import { vulnerableBanks } from '../../src/simulation/formulas/vulnerable-banks.ts';
import type { CaseInput, CaseRunner } from '../case-kit/runner.ts';

const numbers = z.array(z.number()).transform((list) => Float64Array.from(list));

const parameters = z.object({
  impact_coefficients_GLT: numbers,
  shock: numbers,
  lambda_max: z.number(),
  lambda_target: z.number(),
  depth: numbers,
  B_floor: z.number().default(0.5),
  book: z.array(z.tuple([z.number(), z.number()])),
  qty: z.number(),
  sqrt_impact: z.array(z.object({ Q: z.number(), V: z.number(), sigma: z.number(), Y: z.number() })).default([
    { Q: 1e6, V: 1e8, sigma: 0.02, Y: 1 },
    { Q: 5e7, V: 4e8, sigma: 0.035, Y: 0.8 },
    { Q: 0, V: 1e8, sigma: 0.02, Y: 1 },
    { Q: 2e8, V: 1e8, sigma: 0.05, Y: 1.2 },
  ]),
});
type Parameters = z.infer<typeof parameters>;

export const runner: CaseRunner = {
  methods: ['impact-contagion'],
  run(input) {
    const params = parameters.parse(input.params);
    const system = systemOf(input);
    return {
      equity0: equityOf(system),
      glt: glt(system, params),
      glt_capped_iterated: capped(system, params),
      cont_schaanning: contSchaanning(system, params),
      sqrt_impact: params.sqrt_impact.map((given) => {
        const { impact, cost } = squareRootImpact(given.Q, given.V, given.sigma, given.Y);
        return { ...given, impact, cost_bps: cost * 1e4 };
      }),
      book_walk: bookWalk(params),
    };
  },
};

/** The columns after assets and leverage are the weights. */
function systemOf(input: CaseInput): BankSystem {
  const table = input.file('banks.csv');
  const weights = table.numeric.filter(({ name }) => name !== 'assets' && name !== 'leverage');
  return {
    assets: table.column('assets'),
    leverage: table.column('leverage'),
    weights: Float64Array.from({ length: table.rows * weights.length }, (_, at) => {
      return weights[at % weights.length]!.values[Math.floor(at / weights.length)]!;
    }),
  };
}

function glt(system: BankSystem, { shock, impact_coefficients_GLT }: Parameters) {
  const result = vulnerableBanks(system, shock, impact_coefficients_GLT);
  return {
    R1: result.assetReturn,
    net_purchases: result.netPurchases,
    F2: result.priceChange,
    R3: result.spilloverReturn,
    aggregate_vulnerability: result.aggregateVulnerability,
    systemicness: result.systemicness,
    indirect_vulnerability: result.indirectVulnerability,
  };
}

function capped(system: BankSystem, { shock, impact_coefficients_GLT }: Parameters) {
  const { rounds, price, equity } = cappedDeleveraging(system, shock, impact_coefficients_GLT);
  const [first, second] = rounds.map(({ sold, priceChange, equity: after }) => {
    return { sold, ret: priceChange, equity: after };
  });
  return { rounds: rounds.length, first, second, price_end: price, equity_end: equity };
}

/** The last asset cannot be sold. */
function contSchaanning(system: BankSystem, params: Parameters) {
  const n = system.assets.length;
  const k = system.weights.length / n;
  const holdings = holdingsOf(system);
  const marketable = holdings.filter((_, at) => at % k < k - 1);
  const depth = params.depth.slice(0, k - 1);
  const result = fireSales(
    { marketable, illiquid: holdings.filter((_, at) => at % k === k - 1), equity: equityOf(system) },
    { marketable: params.shock.slice(0, k - 1), illiquid: params.shock[k - 1]! },
    { trigger: params.lambda_max, target: params.lambda_target, depth, largestFall: params.B_floor },
  );
  const { overlaps, largestEigenvalue } = liquidityWeightedOverlaps(marketable, depth);
  return {
    n_rounds: result.rounds.length,
    rounds: result.rounds.map(({ share, sold, impact, loss, equity }) => {
      return { gamma: share, volume: sold, impact, loss, equity };
    }),
    price_end: result.price,
    equity_end: result.equity,
    liquidity_weighted_overlaps: Array.from({ length: n }, (_, i) => overlaps.slice(i * n, i * n + n)),
    top_eigenvalue: largestEigenvalue,
  };
}

function bookWalk({ book, qty }: Parameters) {
  const { filled, averagePrice, lastPrice, slippage } = sweepBook(
    book.map(([price, quantity]) => ({ price, quantity })),
    qty,
  );
  return { filled, vwap: averagePrice, last_price: lastPrice, slippage_vs_best: slippage };
}
