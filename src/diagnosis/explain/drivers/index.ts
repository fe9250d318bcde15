import { rateAnchor } from './anchor/rate-anchor.ts';
import { capexEvents } from './capex/capex-events.ts';
import { capexPump } from './capex/capex-pump.ts';
import { capitalIntensity } from './capex/capital-intensity.ts';
import { yenCarry } from './carry/yen-carry.ts';
import { causalOrder } from './causal-order.ts';
import { twoCauses } from './causes/two-causes.ts';
import { channels } from './channels.ts';
import { driverSplit } from './driver-split.ts';
import { labourBoard } from './labour/labour-board.ts';
import { durationLadder } from './ladder/duration-ladder.ts';
import { returnNews } from './news/return-news.ts';
import { oilShock } from './oil/oil-shock.ts';
import { growthFear } from './policy/growth-fear.ts';
import { policyGap } from './policy/policy-gap.ts';
import { policyPath } from './policy/policy-path.ts';
import { policyReaction } from './policy/policy-reaction.ts';
import { policyStance } from './policy/policy-stance.ts';
import { termPremium } from './policy/term-premium.ts';
import { quietFundamentals } from './quiet-fundamentals.ts';
import { aiBaskets } from './sectors/ai-baskets.ts';
import { sectorContagion } from './sectors/sector-contagion.ts';
import { threeShocks } from './shocks/three-shocks.ts';
import { tighteningIndex } from './tightening/tightening-index.ts';
import { yieldExposure } from './yield-exposure.ts';

/** Parts of the section `drivers`, in the order in which they are told. */
export const DRIVERS = {
  driverSplit,
  twoCauses,
  threeShocks,
  causalOrder,
  channels,
  quietFundamentals,
  yieldExposure,
  rateAnchor,
  returnNews,
  policyPath,
  policyReaction,
  policyStance,
  policyGap,
  termPremium,
  growthFear,
  tighteningIndex,
  labourBoard,
  yenCarry,
  durationLadder,
  capexPump,
  capexEvents,
  capitalIntensity,
  sectorContagion,
  aiBaskets,
  oilShock,
} as const;
