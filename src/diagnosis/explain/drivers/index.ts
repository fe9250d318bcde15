import { capexPump } from './capex/capex-pump.ts';
import { yenCarry } from './carry/yen-carry.ts';
import { causalOrder } from './causal-order.ts';
import { channels } from './channels.ts';
import { driverSplit } from './driver-split.ts';
import { labourBoard } from './labour/labour-board.ts';
import { durationLadder } from './ladder/duration-ladder.ts';
import { oilShock } from './oil/oil-shock.ts';
import { growthFear } from './policy/growth-fear.ts';
import { policyGap } from './policy/policy-gap.ts';
import { policyPath } from './policy/policy-path.ts';
import { policyReaction } from './policy/policy-reaction.ts';
import { policyStance } from './policy/policy-stance.ts';
import { termPremium } from './policy/term-premium.ts';
import { quietFundamentals } from './quiet-fundamentals.ts';
import { yieldExposure } from './yield-exposure.ts';

/** Parts of the section `drivers`, in the order in which they are told. */
export const DRIVERS = {
  driverSplit,
  causalOrder,
  channels,
  quietFundamentals,
  yieldExposure,
  policyPath,
  policyReaction,
  policyStance,
  policyGap,
  growthFear,
  termPremium,
  labourBoard,
  yenCarry,
  durationLadder,
  capexPump,
  oilShock,
} as const;
