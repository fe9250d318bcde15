import { z } from 'zod';
import {
  deleverage,
  deleveragingOrder,
  deleveragingScores,
} from '../../src/simulation/formulas/auto-deleveraging.ts';
import { insuranceFundPath } from '../../src/simulation/formulas/insurance-fund.ts';
import {
  type InversePosition,
  inverseBankruptcyPrice,
  inverseExcessMargin,
  inverseLiquidationPrice,
} from '../../src/simulation/formulas/inverse-perpetual.ts';
import {
  bankruptcyPrice,
  type LinearPosition,
  liquidationPrice,
  marginState,
  type Side,
} from '../../src/simulation/formulas/linear-perpetual.ts';
import {
  type MarginTier,
  maintenanceMargin,
  marginTiers,
} from '../../src/simulation/formulas/margin-tiers.ts';
import type { CaseInput, CaseRunner } from '../case-kit/runner.ts';

const side = z.enum(['long', 'short']);

const parameters = z.object({
  taker_fee: z.number().default(0.0005),
  mark_rule: z.string().default('mark = entry*(1-+0.03) against the position'),
  adl_mark: z.number(),
  adl_qty: z.number(),
  adl_side: side.default('short'),
  insurance_fund0: z.number(),
  fills: z.array(z.object({ side, qty: z.number(), bankruptcy: z.number(), fill: z.number() })).default([]),
  inverse_inputs: z
    .array(z.object({ side, usd_qty: z.number(), entry: z.number(), leverage: z.number(), mmr: z.number() }))
    .default([]),
});
type Parameters = z.infer<typeof parameters>;

export const runner: CaseRunner = {
  methods: ['perps'],
  run(input) {
    const params = parameters.parse(input.params);
    const tiers = tiersOf(input);
    return {
      positions: positionsOf(input, params, tiers),
      inverse: params.inverse_inputs.map(inverse),
      insurance: insurance(params),
      cum: tiers.map(({ deduction }) => deduction),
      ...adl(input, params),
    };
  },
};

function tiersOf(input: CaseInput): readonly MarginTier[] {
  const table = input.file('tiers.csv');
  const [floor, cap, mmr] = ['floor', 'cap', 'mmr'].map((name) => table.column(name)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return marginTiers(Array.from(floor, (_, k) => ({ floor: floor[k]!, cap: cap[k]!, rate: mmr[k]! })));
}

function positionsOf(input: CaseInput, params: Parameters, tiers: readonly MarginTier[]) {
  const table = input.file('positions.csv');
  const adverse = Number(/\d*\.\d+(e-?\d+)?/.exec(params.mark_rule)?.[0]);
  return table.text('side').map((text, k) => {
    const [quantity, entry, wallet] = ['qty', 'entry', 'margin'].map((name) => table.column(name)[k]!) as [
      number,
      number,
      number,
    ];
    const position: LinearPosition = { side: sideOf(text), quantity, entry };
    const liquidation = liquidationPrice(position, wallet, tiers);
    const mark = entry * (1 - position.side * adverse);
    const state = marginState(wallet, [{ ...position, mark, tiers }]);
    return {
      initial_mm: maintenanceMargin(quantity * entry, tiers),
      liq_price: liquidation?.price,
      liq_mmr: liquidation?.tier.rate,
      liq_cum: liquidation?.tier.deduction,
      bankruptcy_price: bankruptcyPrice(position, wallet),
      bankruptcy_price_incl_taker_fee: bankruptcyPrice(position, wallet, params.taker_fee),
      mark,
      margin_balance: state.balance,
      maintenance: state.maintenance,
      margin_ratio: state.ratio,
      liquidated_at_mark: state.liquidated,
    };
  });
}

function inverse(given: Parameters['inverse_inputs'][number]) {
  const { usd_qty: notional, entry, leverage, mmr } = given;
  const margin = notional / entry / leverage;
  const position: InversePosition = { side: sideOf(given.side), notional, entry, wallet: margin };
  const price = inverseLiquidationPrice(position, mmr);
  return {
    ...given,
    margin_coin: margin,
    liq_price: price,
    bankruptcy_price: inverseBankruptcyPrice(position),
    residual: price === null ? null : inverseExcessMargin(position, mmr, price),
  };
}

function insurance({ insurance_fund0, fills }: Parameters) {
  const steps = insuranceFundPath(
    insurance_fund0,
    fills.map(({ qty, ...fill }) => ({ ...fill, side: sideOf(fill.side), quantity: qty })),
  );
  return steps.map(({ transfer, fund, uncovered }) => ({ delta: transfer, fund, uncovered }));
}

function adl(input: CaseInput, { adl_mark, adl_qty, adl_side }: Parameters) {
  const table = input.file('adl.csv');
  const sides = table.has('side') ? table.text('side') : table.text('id').map(() => adl_side);
  const candidates = table.text('id').map((id, k) => ({
    id,
    side: sideOf(sides[k]!),
    quantity: table.column('qty')[k]!,
    entry: table.column('entry')[k]!,
    margin: table.column('margin')[k]!,
  }));
  const scores = deleveragingScores(candidates, adl_mark);
  return {
    adl_rank: scores.map(({ id, unrealised, profitShare, leverage, score }) => {
      return { id, upnl: unrealised, pnl_pct: profitShare, eff_leverage: leverage, score };
    }),
    adl_order: deleveragingOrder(scores).map(({ id }) => id),
    adl_allocation: deleverage(scores, adl_qty).closed.map(({ id, quantity }) => ({ id, qty: quantity })),
  };
}

function sideOf(text: string): Side {
  if (text === 'long' || text === 'short') return text === 'long' ? 1 : -1;
  throw new RangeError(`a side is long or short, came ${text}`);
}
