import type { ScanInstrument } from '../../diagnosis/scan/answer.ts';
import { type Desk, hasValue, instrumentsOf, isPrice } from '../desk.ts';

/** Moves that the first sentences name. */
export const NAMED_MOVES = 3;

/** Prices that rose or fell over the asked window, largest standardised move first, as the answer ranks them. */
export function movers(desk: Desk, which: 'rose' | 'fell'): readonly ScanInstrument[] {
  return instrumentsOf(desk, desk.answer[which]).filter(isPrice);
}

/** The falls that the first sentence names. */
export function largestFalls(desk: Desk): readonly ScanInstrument[] {
  return movers(desk, 'fell').slice(0, NAMED_MOVES);
}

/** Prices with a change of the day. */
export function priced(desk: Desk): readonly ScanInstrument[] {
  return desk.answer.instruments.filter((one) => isPrice(one) && hasValue(one.change.day));
}
