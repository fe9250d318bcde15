import type { Language } from '../../data/series/entry.ts';
import { type ExplainAnswer, SECTION_IDS, SECTIONS, type SectionId } from '../../diagnosis/explain/answer.ts';
import type { ExplainPart } from '../../diagnosis/explain/part.ts';
import { wordingFor } from '../desk.ts';
import { tellBalanceSheet } from './balance-sheet.ts';
import { tellCashRegime } from './cash-regime.ts';
import { tellCausalOrder } from './causal-order.ts';
import { tellCentralBanks } from './central-banks.ts';
import { tellChannels } from './channels.ts';
import { tellCreditImpulse } from './credit-impulse.ts';
import { tellDriverSplit } from './driver-split.ts';
import { tellEtfExhaustion } from './etf-exhaustion.ts';
import { tellEtfFlows } from './etf-flows.ts';
import { tellFlowElasticity } from './flow-elasticity.ts';
import { tellFlowTarget } from './flow-target.ts';
import { tellEquityFlows, tellGoldFlows } from './fund-sums.ts';
import { tellFundingSpread } from './funding-spread.ts';
import { tellLiquidityVariants } from './liquidity-variants.ts';
import { tellNetLiquidity } from './net-liquidity.ts';
import { tellPolicyTable } from './policy-table.ts';
import { tellQuietFundamentals } from './quiet-fundamentals.ts';
import { tellReserves } from './reserves.ts';
import type { ExplainDesk, Story, Teller } from './story.ts';
import { tellYieldExposure } from './yield-exposure.ts';

type PartsOf<S extends SectionId> = NonNullable<ExplainAnswer[S]>['parts'];
type Tellers = { [S in SectionId]: { [K in keyof PartsOf<S>]: Teller<NonNullable<PartsOf<S>[K]>> } };

/** Who tells each part; a part without a teller does not compile. */
const TELLERS: Tellers = {
  liquidity: {
    netLiquidity: tellNetLiquidity,
    liquidityVariants: tellLiquidityVariants,
    fundingSpread: tellFundingSpread,
    reserves: tellReserves,
    balanceSheet: tellBalanceSheet,
    creditImpulse: tellCreditImpulse,
    cashRegime: tellCashRegime,
    policyTable: tellPolicyTable,
    centralBanks: tellCentralBanks,
  },
  drivers: {
    driverSplit: tellDriverSplit,
    yieldExposure: tellYieldExposure,
    causalOrder: tellCausalOrder,
    channels: tellChannels,
    quietFundamentals: tellQuietFundamentals,
  },
  flows: {
    etfFlows: tellEtfFlows,
    flowElasticity: tellFlowElasticity,
    etfExhaustion: tellEtfExhaustion,
    flowTarget: tellFlowTarget,
    goldFlows: tellGoldFlows,
    equityFlows: tellEquityFlows,
  },
};

export function explainDesk(answer: ExplainAnswer, language: Language, nextChart: () => number): ExplainDesk {
  return { ...wordingFor(language, answer.simulated), answer, nextChart };
}

/** A part of a section and its story. */
export interface Told extends Story {
  readonly part: ExplainPart;
}

/** The stories of a section in the order of its parts; parts that say nothing of the instrument asked for are left out. */
export function storiesOf(desk: ExplainDesk, section: SectionId): readonly Told[] {
  const values: Readonly<Record<string, unknown>> = desk.answer[section]?.parts ?? {};
  const tellers = TELLERS[section] as Readonly<Record<string, Teller<unknown>>>;
  const parts = Object.entries<ExplainPart>(SECTIONS[section]);
  return parts.flatMap(([key, part]) => {
    const value = values[key] ?? null;
    return value === null ? [] : [{ part, ...tellers[key]!(desk, value) }];
  });
}

/** Sections that the answer has, in order. */
export function sectionsIn(answer: ExplainAnswer): readonly SectionId[] {
  return SECTION_IDS.filter((id) => answer[id] !== undefined);
}
