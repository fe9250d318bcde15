import { type Clock, clock, drawnClock } from '../charts/clock.ts';
import { hasValue } from '../desk.ts';
import type { ChartBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { decimal } from '../numbers.ts';
import { changeText, shareText, span } from './amounts.ts';
import { type CascadeDesk, leadOf } from './desk.ts';
import { pictured } from './pictured.ts';

/** A venue by its name; coins' venues carry their own. */
export function venueName({ words }: CascadeDesk, id: string, title: string): string {
  return words.venues[id] ?? title.charAt(0).toUpperCase() + title.slice(1);
}

/** In which asset, at which venue, at which prices and hours most is sold. */
export function placeLines(desk: CascadeDesk): readonly Inline[] {
  const { words, answer, language } = desk;
  const { byAsset, byVenue, longs } = answer.forced;
  const asset = largest(byAsset, ({ share }) => share.value ?? 0);
  const venue = largest(byVenue, ({ share }) => share.value ?? 0);
  if (!asset?.share.value || !venue?.share.value) return [];
  return [
    words.sale.places({
      asset: desk.name(asset.id),
      assetShare: span(desk, asset.share, 'share'),
      venue: words.inSentence(venueName(desk, venue.id, venue.title[language])),
      venueShare: span(desk, venue.share, 'share'),
    }),
    ...levelLines(desk),
    ...hourLines(desk),
    ...(longs && hasValue(longs) ? [words.sale.longs(span(desk, longs, 'share'))] : []),
  ];
}

function levelLines(desk: CascadeDesk): readonly Inline[] {
  const asset = leadOf(desk);
  const levels = desk.answer.forced.byLevel.filter((one) => one.asset === asset);
  const all = levels.reduce((sum, { usd }) => sum + usd, 0);
  const most = largest(levels, ({ usd }) => usd);
  if (!most || all <= 0) return [];
  return [
    desk.words.sale.level({
      asset: desk.name(asset),
      from: changeText(most.to),
      to: changeText(most.from),
      share: shareText(most.usd / all),
    }),
  ];
}

/** The hour in which most is sold, with its share. */
export function busiestHour({ answer }: CascadeDesk) {
  const { byHour } = answer.forced;
  const all = byHour.reduce((sum, { usd }) => sum + usd, 0);
  const most = largest(byHour, ({ usd }) => usd);
  if (!most || all <= 0) return undefined;
  return { utc: hourText(most.utc), newYork: hourText(most.newYork), share: shareText(most.usd / all) };
}

function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

function hourLines(desk: CascadeDesk): readonly Inline[] {
  const most = busiestHour(desk);
  return most ? [desk.words.sale.hour(most)] : [];
}

function largest<T>(items: readonly T[], of: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, one) => (best === undefined || of(one) > of(best) ? one : best),
    undefined,
  );
}

const CLOCK_HEIGHT = 190;

/** Forced sale by hour of the day; nothing when the horizon has one hour or nothing is sold. */
export function clockChart(desk: CascadeDesk): readonly ChartBlock[] {
  const { words, answer } = desk;
  const { byHour } = answer.forced;
  const most = busiestHour(desk);
  if (!most || byHour.length < 2) return [];
  const all = byHour.reduce((sum, { usd }) => sum + usd, 0);
  const { clock: c } = words;
  const shown: Clock = {
    hours: byHour.map(({ utc, newYork, usd }) => ({ utc, newYork, value: usd / all })),
    format: (value) => decimal(100 * value, { decimals: 0 }),
    utc: c.utc,
    newYork: c.newYork,
    session: c.session,
  };
  return [
    pictured(
      desk,
      { id: 'cascade-clock', title: c.title(most), measure: c.measure },
      CLOCK_HEIGHT,
      (frame) => clock(frame, shown),
      drawnClock(shown),
    ),
  ];
}
