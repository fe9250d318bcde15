import { capexPump } from './capex/capex-pump.ts';
import { yenCarry } from './carry/yen-carry.ts';
import { labourBoard } from './labour/labour-board.ts';
import { policyPath } from './policy/policy-path.ts';

/** Parts of the section `drivers`, in the order in which they are told. */
export const DRIVERS = {
  policyPath,
  labourBoard,
  yenCarry,
  capexPump,
} as const;
