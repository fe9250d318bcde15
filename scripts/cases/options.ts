import { z } from 'zod';
import { blackScholes } from '../../src/measures/options/black-scholes.ts';
import type { EuropeanOption, OptionKind } from '../../src/measures/options/european-option.ts';
import { hedgeContracts, minimumVarianceHedge } from '../../src/scenarios/hedges/minimum-variance.ts';
import {
  collar,
  hedgedProfit,
  type Leg,
  type OptionMarket,
  protectivePut,
  putSpread,
  structureValue,
  zeroCostCallStrike,
} from '../../src/scenarios/hedges/option-structure.ts';
import { bachelierPrice, black76Price } from '../../src/scenarios/options/forward-options.ts';
import { impliedVolatility } from '../../src/scenarios/options/implied-volatility.ts';
import { parseArithmetic } from '../case-kit/arithmetic.ts';
import type { CaseInput, CaseRunner } from '../case-kit/runner.ts';

const kind = z.enum(['call', 'put']);

const parameters = z.object({
  hedge: z.object({
    S0: z.number(),
    r: z.number(),
    q: z.number(),
    T: z.number(),
    long_put: z.number(),
    short_put: z.number(),
    short_call: z.number(),
    vol_rule: z.string(),
    units: z.number(),
    grid: z.array(z.number()).default([60, 75, 80, 85, 90, 95, 100, 105, 108, 115, 130]),
    /** One month later. */
    horizon: z.number().default(1 / 12),
    tau_left: z.number().optional(),
    vol_shock: z.number().default(0.15),
    spot: z.array(z.number()).default([80, 90, 100]),
    portfolio_value: z.number().default(5e6),
    futures_price: z.number().default(5200),
    multiplier: z.number().default(50),
  }),
  violations: z
    .array(
      z.object({
        type: kind,
        S: z.number(),
        K: z.number(),
        T: z.number(),
        r: z.number(),
        q: z.number(),
        price: z.number(),
      }),
    )
    .default([
      { type: 'call', S: 100, K: 80, T: 0.5, r: 0.02, q: 0, price: 15 },
      { type: 'put', S: 100, K: 80, T: 0.5, r: 0.02, q: 0, price: 85 },
      { type: 'call', S: 100, K: 100, T: 0.5, r: 0, q: 0, price: 100 },
    ]),
});
type Hedge = z.infer<typeof parameters>['hedge'];

export const runner: CaseRunner = {
  methods: ['options'],
  run(input) {
    const { hedge, violations } = parameters.parse(input.params);
    const options = optionsOf(input);
    return {
      bsm: options.map(optionValue),
      black76_price_with_F_equal_S: options.map(({ spot, ...option }) =>
        black76Price({ ...option, forward: spot }),
      ),
      bachelier_price_sigma_abs_equal_sigma_times_S: options.map(({ spot, ...option }) => {
        return bachelierPrice({ ...option, forward: spot, volatility: option.volatility * spot });
      }),
      implied_vol: options.map((option) => impliedVolatility(option, blackScholes(option).price).volatility),
      implied_vol_arbitrage_violations: violations.map(({ type, S, K, T, r, q, price }) => {
        const contract = { kind: type, spot: S, strike: K, years: T, rate: r, dividend: q };
        return impliedVolatility(contract, price).volatility;
      }),
      hedge: structures(hedge),
      min_variance: minimumVariance(input, hedge),
    };
  },
};

function optionsOf(input: CaseInput): EuropeanOption[] {
  const table = input.file();
  const column = (name: string, k: number) => table.column(name)[k]!;
  return table.text('type').map((type, k) => ({
    kind: type as OptionKind,
    spot: column('S', k),
    strike: column('K', k),
    years: column('T', k),
    rate: column('r', k),
    dividend: column('q', k),
    volatility: column('sigma', k),
  }));
}

function optionValue(option: EuropeanOption) {
  const { probabilityInTheMoney, ...value } = blackScholes(option);
  return { ...value, prob_itm: probabilityInTheMoney };
}

function structures(hedge: Hedge) {
  const volatility = parseArithmetic(hedge.vol_rule, 'K');
  const market: OptionMarket = {
    spot: hedge.S0,
    years: hedge.T,
    rate: hedge.r,
    dividend: hedge.q,
    volatility,
  };
  const legs: Record<string, readonly Leg[]> = {
    unhedged: [],
    put: protectivePut(hedge.long_put),
    put_spread: putSpread(hedge.long_put, hedge.short_put),
    collar: collar(hedge.long_put, hedge.short_call),
  };
  const cost = (of: readonly Leg[]) => structureValue(of, market);
  const call: Leg = { kind: 'call', strike: hedge.short_call, quantity: 1 };
  const spread = legs.put_spread!;
  const profits = Object.entries(legs).map(([name, of]) => {
    return [name, hedge.grid.map((price) => hedge.units * hedgedProfit(of, cost(of), hedge.S0, price))];
  });
  return {
    put_long: cost(legs.put!),
    put_short: cost(protectivePut(hedge.short_put)),
    call_short: cost([call]),
    put_spread_cost: cost(spread),
    collar_cost: cost(legs.collar!),
    put_spread_3way_cost: cost(spread) - cost([call]),
    pnl_expiry: { grid: hedge.grid, ...Object.fromEntries(profits) },
    breakeven_put_spread_full_protection: hedge.long_put - cost(spread),
    max_payout_put_spread: (hedge.long_put - hedge.short_put) * hedge.units,
    mark_horizon: markLater(spread, cost(spread), market, hedge),
    zero_cost_call_strike: zeroCostCallStrike(hedge.long_put, market),
  };
}

/** Mark to market before expiry, at other spots and with every volatility higher by the same amount. */
function markLater(legs: readonly Leg[], cost: number, market: OptionMarket, hedge: Hedge) {
  const years = hedge.tau_left ?? hedge.T - hedge.horizon;
  const volatility = (strike: number) => market.volatility(strike) + hedge.vol_shock;
  return {
    tau_left: years,
    vol_shock: hedge.vol_shock,
    spot: hedge.spot,
    put_spread_pnl: hedge.spot.map((spot) => {
      return hedge.units * (structureValue(legs, { ...market, spot, years, volatility }) - cost);
    }),
  };
}

function minimumVariance(input: CaseInput, { portfolio_value, futures_price, multiplier }: Hedge) {
  const table = input.file('hedge.csv');
  const portfolio = table.column('portfolio');
  const instruments = table.numeric.filter(({ name }) => name !== 'portfolio').map(({ values }) => values);
  const single = minimumVarianceHedge(portfolio, instruments.slice(0, 1));
  const multi = minimumVarianceHedge(portfolio, instruments);
  const n = single && hedgeContracts(single.ratios[0]!, portfolio_value, futures_price, multiplier);
  return {
    h_single: single?.ratios[0],
    effectiveness_single: single?.effectiveness,
    h_multi: multi?.ratios,
    effectiveness_multi: multi?.effectiveness,
    contracts: { portfolio_value, futures_price, multiplier, n, n_rounded: n && Math.round(n) },
  };
}
