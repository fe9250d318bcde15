import { yenCarry } from './carry/yen-carry.ts';
import { labourBoard } from './labour/labour-board.ts';

/** Parts of the section `drivers`, in the order in which they are told. */
export const DRIVERS = {
  labourBoard,
  yenCarry,
} as const;
