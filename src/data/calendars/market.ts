import type { EpochDay } from '../time.ts';
import { isWeekend } from './dates.ts';

/** How the days of one market are labelled: what a calendar is made from. */
export interface MarketRules {
  /** IANA zone in which times are stated. */
  readonly zone: string;
  /** False where holidays are not modelled. */
  readonly complete: boolean;
  /** Days of a year on which a session would be expected and there is none. */
  closures(year: number): readonly EpochDay[];
  /** Days that are sessions unless closed; Monday to Friday when left out. */
  opens?(day: EpochDay): boolean;
  /** Minutes after local midnight at which the session ends. */
  closeMinute(day: EpochDay): number;
  /** Sessions of a year that end early. */
  earlyCloses?(year: number): readonly EpochDay[];
  /** Minutes after local midnight at which an early session ends. */
  readonly earlyMinute?: number;
}

export function opensOnWeekdays(day: EpochDay): boolean {
  return !isWeekend(day);
}
