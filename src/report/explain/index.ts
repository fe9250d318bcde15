import type { Language } from '../../data/series/entry.ts';
import { type ExplainAnswer, SECTION_IDS, SECTIONS, type SectionId } from '../../diagnosis/explain/answer.ts';
import type { ExplainPart } from '../../diagnosis/explain/part.ts';
import { wordingFor } from '../desk.ts';
import { tellAiBaskets } from './ai-baskets.ts';
import { tellBalanceSheet } from './balance-sheet.ts';
import { tellBetaAmplification } from './beta-amplification.ts';
import { tellBrentCurve } from './brent-curve.ts';
import { tellCapexEvents } from './capex-events.ts';
import { tellCapexPump } from './capex-pump.ts';
import { tellCapitalIntensity } from './capital-intensity.ts';
import { tellCashRegime } from './cash-regime.ts';
import { tellCausalOrder } from './causal-order.ts';
import { tellCentralBanks } from './central-banks.ts';
import { tellChannels } from './channels.ts';
import { tellCoinbasePremium } from './coinbase-premium.ts';
import { tellCommonTrough } from './common-trough.ts';
import { tellConformity } from './conformity.ts';
import { tellCorrelationStress } from './correlation-stress.ts';
import { tellCreditImpulse } from './credit-impulse.ts';
import { tellCryptoFunding } from './crypto-funding.ts';
import { tellCryptoValue } from './crypto-value.ts';
import { tellDefi } from './defi.ts';
import { tellDivergence } from './divergence.ts';
import { tellDriverSplit } from './driver-split.ts';
import { tellDurationLadder } from './duration-ladder.ts';
import { tellEtfExhaustion } from './etf-exhaustion.ts';
import { tellEtfFlows } from './etf-flows.ts';
import { tellExchangeReserves } from './exchange-reserves.ts';
import { tellFlowElasticity } from './flow-elasticity.ts';
import { tellFlowTarget } from './flow-target.ts';
import { tellEquityFlows, tellGoldFlows } from './fund-sums.ts';
import { tellFundingSpread } from './funding-spread.ts';
import { tellGrowthFear } from './growth-fear.ts';
import { tellHavenLeague } from './haven-league.ts';
import { tellHedgeFailure } from './hedge-failure.ts';
import { tellIdentity } from './identity.ts';
import { tellImpliedVolatility } from './implied-volatility.ts';
import { tellLabourBoard } from './labour-board.ts';
import { tellLiquidations } from './liquidations.ts';
import { tellLiquidityState } from './liquidity-state.ts';
import { tellLiquidityValuation } from './liquidity-valuation.ts';
import { tellLiquidityVariants } from './liquidity-variants.ts';
import { tellMiners } from './miners.ts';
import { tellMinersGrowth } from './miners-growth.ts';
import { tellNetLiquidity } from './net-liquidity.ts';
import { tellOilShock } from './oil-shock.ts';
import { tellOrderBook } from './order-book.ts';
import { tellPeckingOrder } from './pecking-order.ts';
import { tellPolicyGap } from './policy-gap.ts';
import { tellPolicyPath } from './policy-path.ts';
import { tellPolicyReaction } from './policy-reaction.ts';
import { tellPolicyStance } from './policy-stance.ts';
import { tellPolicyTable } from './policy-table.ts';
import { tellPositioning } from './positioning.ts';
import { tellProjection } from './projection.ts';
import { tellQuietFundamentals } from './quiet-fundamentals.ts';
import { tellRateAnchor } from './rate-anchor.ts';
import { tellReserves } from './reserves.ts';
import { tellReturnNews } from './return-news.ts';
import { tellRoles } from './roles.ts';
import { tellRoundNumbers } from './round-numbers.ts';
import { tellSectorContagion } from './sector-contagion.ts';
import { tellSelfFeeding } from './self-feeding.ts';
import { tellSpillovers } from './spillovers.ts';
import { tellSpreads } from './spreads.ts';
import { tellStablecoins } from './stablecoins.ts';
import type { ExplainDesk, Story, Teller } from './story.ts';
import { tellTechnologyCorrelation } from './technology-correlation.ts';
import { tellTermPremium } from './term-premium.ts';
import { tellThreeLamps } from './three-lamps.ts';
import { tellThreeShocks } from './three-shocks.ts';
import { tellTighteningIndex } from './tightening-index.ts';
import { tellTreasuryCompanies } from './treasury-companies.ts';
import { tellTwoCauses } from './two-causes.ts';
import { tellYenCarry } from './yen-carry.ts';
import { tellYieldExposure } from './yield-exposure.ts';
import { tellYieldSpillovers } from './yield-spillover.ts';

type PartsOf<S extends SectionId> = NonNullable<ExplainAnswer[S]>['parts'];
type Tellers = { [S in SectionId]: { [K in keyof PartsOf<S>]: Teller<NonNullable<PartsOf<S>[K]>> } };

/** Who tells each part; a part without a teller does not compile. */
const TELLERS: Tellers = {
  liquidity: {
    liquidityState: tellLiquidityState,
    netLiquidity: tellNetLiquidity,
    liquidityVariants: tellLiquidityVariants,
    fundingSpread: tellFundingSpread,
    reserves: tellReserves,
    balanceSheet: tellBalanceSheet,
    creditImpulse: tellCreditImpulse,
    projection: tellProjection,
    cashRegime: tellCashRegime,
    conformity: tellConformity,
    divergence: tellDivergence,
    commonTrough: tellCommonTrough,
    liquidityValuation: tellLiquidityValuation,
    policyTable: tellPolicyTable,
    centralBanks: tellCentralBanks,
  },
  drivers: {
    driverSplit: tellDriverSplit,
    twoCauses: tellTwoCauses,
    threeShocks: tellThreeShocks,
    causalOrder: tellCausalOrder,
    channels: tellChannels,
    quietFundamentals: tellQuietFundamentals,
    yieldExposure: tellYieldExposure,
    rateAnchor: tellRateAnchor,
    returnNews: tellReturnNews,
    policyPath: tellPolicyPath,
    policyReaction: tellPolicyReaction,
    policyStance: tellPolicyStance,
    policyGap: tellPolicyGap,
    termPremium: tellTermPremium,
    growthFear: tellGrowthFear,
    tighteningIndex: tellTighteningIndex,
    labourBoard: tellLabourBoard,
    yenCarry: tellYenCarry,
    durationLadder: tellDurationLadder,
    capexPump: tellCapexPump,
    capexEvents: tellCapexEvents,
    capitalIntensity: tellCapitalIntensity,
    sectorContagion: tellSectorContagion,
    aiBaskets: tellAiBaskets,
    oilShock: tellOilShock,
  },
  flows: {
    threeLamps: tellThreeLamps,
    etfFlows: tellEtfFlows,
    flowElasticity: tellFlowElasticity,
    etfExhaustion: tellEtfExhaustion,
    flowTarget: tellFlowTarget,
    coinbasePremium: tellCoinbasePremium,
    exchangeReserves: tellExchangeReserves,
    cryptoFunding: tellCryptoFunding,
    stablecoins: tellStablecoins,
    positioning: tellPositioning,
    impliedVolatility: tellImpliedVolatility,
    goldFlows: tellGoldFlows,
    liquidations: tellLiquidations,
    orderBook: tellOrderBook,
    spreads: tellSpreads,
    roundNumbers: tellRoundNumbers,
    selfFeeding: tellSelfFeeding,
    betaAmplification: tellBetaAmplification,
    treasuryCompanies: tellTreasuryCompanies,
    defi: tellDefi,
    brentCurve: tellBrentCurve,
    equityFlows: tellEquityFlows,
  },
  havens: {
    roles: tellRoles,
    havenLeague: tellHavenLeague,
    miners: tellMiners,
    minersGrowth: tellMinersGrowth,
    identity: tellIdentity,
    technologyCorrelation: tellTechnologyCorrelation,
    correlationStress: tellCorrelationStress,
    cryptoValue: tellCryptoValue,
    hedgeFailure: tellHedgeFailure,
    peckingOrder: tellPeckingOrder,
  },
  network: {
    spillovers: tellSpillovers,
    yieldSpillovers: tellYieldSpillovers,
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
  return Object.keys(SECTIONS[section]).flatMap((key) => storyOf(desk, section, key));
}

/** The stories of parts of any section, in the order of the ids; charts are numbered in that order. */
export function storiesOfParts(desk: ExplainDesk, ids: readonly string[]): readonly Told[] {
  return ids.flatMap((id) => {
    const [section, key] = PLACE_OF.get(id)!;
    return storyOf(desk, section, key);
  });
}

/** Section and key there, by the id of a part. */
const PLACE_OF: ReadonlyMap<string, readonly [SectionId, string]> = new Map(
  SECTION_IDS.flatMap((section) =>
    Object.entries<ExplainPart>(SECTIONS[section]).map(([key, { id }]) => [id, [section, key]] as const),
  ),
);

function storyOf(desk: ExplainDesk, section: SectionId, key: string): readonly Told[] {
  const values: Readonly<Record<string, unknown>> = desk.answer[section]?.parts ?? {};
  const value = values[key] ?? null;
  if (value === null) return [];
  const part: ExplainPart = (SECTIONS[section] as Readonly<Record<string, ExplainPart>>)[key]!;
  const tellers = TELLERS[section] as Readonly<Record<string, Teller<unknown>>>;
  return [{ part, ...tellers[key]!(desk, value) }];
}

/** Sections that the answer has, in order. */
export function sectionsIn(answer: ExplainAnswer): readonly SectionId[] {
  return SECTION_IDS.filter((id) => answer[id] !== undefined);
}
