import type { CascadeState } from '../engine/job.ts';
import type { PerpetualsParams } from '../sellers/perpetual-params.ts';
import type { CascadeAnswer } from './answer.ts';
import type { CascadeFigures } from './figures.ts';
import type { Gathered } from './gathered.ts';

/** Insurance funds and what was closed against winners; null where no perpetuals are on. */
export function fundsOf(
  base: Gathered,
  players: readonly string[],
  states: readonly CascadeState[],
  figures: CascadeFigures,
): CascadeAnswer['funds'] {
  if (!players.includes('perpetuals')) return null;
  const start = states.map((state) =>
    (state.sellers.perpetuals as PerpetualsParams).venues.reduce(
      (sum, venue) => sum + venue.insuranceFund,
      0,
    ),
  );
  const draws = new Map(base.records.map((records, d) => [records, d]));
  const note = (name: string) => base.each(({ notes }, path) => notes[`perpetuals.${name}`]![path]!);
  const left = note('insuranceFund');
  const before = base.each((records) => start[draws.get(records)!]!);
  const empty = note('emptyFunds');
  const draft = (name: string, unit: 'usd' | 'fraction') => ({
    path: `funds.${name}`,
    formula: `cascade-${name === 'deleveraged' ? name : `fund-${name}`}`,
    unit,
    series: [],
  });
  return {
    left: figures.spread(draft('left', 'usd'), left),
    used: figures.spread(
      draft('used', 'usd'),
      left.map((usd, i) => usd - before[i]!),
    ),
    emptied: figures.plain(
      draft('emptied', 'fraction'),
      empty.filter((venues) => venues > 0).length / empty.length,
    ),
    deleveraged: figures.spread(draft('deleveraged', 'usd'), note('deleveraged')),
  };
}
