import type { ReleaseRule } from './release.ts';

const NEW_YORK = 'America/New_York';

function nextBusinessDay(at: string, days = 1): ReleaseRule {
  return { kind: 'business-days', days, at, zone: NEW_YORK, calendar: 'us-federal' };
}

/** Fed H.15 selected interest rates: each business day at 16:15 for the day before. */
export const H15 = nextBusinessDay('16:15');

/** EIA spot prices: each Wednesday up to the Monday before; the Wednesday after next is late for no day. */
export const EIA_WEEKLY: ReleaseRule = {
  kind: 'weekday',
  weekday: 3,
  weeks: 1,
  at: '17:00',
  zone: NEW_YORK,
  calendar: 'us-federal',
};

/** ICE BofA index values as FRED shows them: the morning of the next business day. */
export const ICE_NEXT_MORNING = nextBusinessDay('09:30');

/** A day of foreign exchange as Yahoo cuts it: until midnight in London. */
export const LONDON_MIDNIGHT: ReleaseRule = {
  kind: 'business-days',
  days: 0,
  at: '24:00',
  zone: 'Europe/London',
  calendar: 'fx',
};

/** Fed H.10: Mondays at 16:15 for the days of the week before. */
export const H10: ReleaseRule = {
  kind: 'weekday',
  weekday: 1,
  at: '16:15',
  zone: NEW_YORK,
  calendar: 'us-federal',
};

/** Yields of the Japanese Ministry of Finance: the evening of the same day. */
export const MOF_EVENING: ReleaseRule = {
  kind: 'business-days',
  days: 0,
  at: '21:00',
  zone: 'Asia/Tokyo',
  calendar: 'tokyo',
};
