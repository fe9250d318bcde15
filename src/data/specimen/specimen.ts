import { calendar } from '../calendar.ts';
import type { ObservationColumns } from '../observation.ts';
import type { BarField, SeriesEntry } from '../series/entry.ts';
import { entryOf } from '../series/index.ts';
import { type EpochDay, epochDay } from '../time.ts';
import { type Bars, bars } from './bars.ts';
import { dailyRows, observations, type Rows } from './columns.ts';
import { type IntradayBars, intraday } from './intraday.ts';
import { landmarksOf } from './landmarks.ts';
import { leaderShocks } from './leaders.ts';
import { moneyColumns } from './money/money.ts';
import { stageOf } from './money/stage.ts';
import { noise } from './noise.ts';
import { type Path, simulate, type World } from './path.ts';
import type { Recipe } from './recipe.ts';
import { RECIPES } from './recipes.ts';
import { regimePath } from './regimes.ts';
import { imposedRegimes, type ScriptedMove, scriptOf } from './script.ts';

/** First and last day of the specimen. */
export const SPECIMEN_FROM: EpochDay = epochDay(2014, 1, 2);
export const SPECIMEN_TO: EpochDay = epochDay(2026, 2, 28);

/** Seed of the specimen that the program shows. */
export const SPECIMEN_SEED = 355;

const INTRADAY_ID = 'btc-usd-4h';
const INTRADAY_FROM: EpochDay = epochDay(2025, 3, 1);
const FIELDS = { none: [], range: ['high', 'low'], full: ['open', 'high', 'low', 'volume'] } as const;

/**
 * A simulated daily market from 2014-01-02 to 2026-02-28: regime-switching factors bridged through public year-end levels and
 * turning points, with the stated moves of `EPISODES` on their days. The same seed gives the same bytes on every engine.
 * Every row carries the flag `simulated`; sources read `specimen:<series>`. No value is NaN.
 * @throws RangeError when the seed is no whole number.
 */
export function specimenColumns(options: { readonly seed?: number } = {}): readonly ObservationColumns[] {
  const seed = options.seed ?? SPECIMEN_SEED;
  if (!Number.isInteger(seed)) throw new RangeError(`not a seed: ${seed}; allowed: whole numbers`);
  const world = worldOf(seed);
  const paths = new Map<string, Path>();
  const columns: ObservationColumns[] = [];
  for (const recipe of RECIPES) {
    const entry = catalogued(recipe.id);
    const script = scriptOf(recipe.id, SPECIMEN_FROM);
    const landmarks = landmarksOf(recipe.id);
    const base = (landmarks[0] as { day: EpochDay }).day;
    const days = calendar(entry.calendar).sessions(Math.max(SPECIMEN_FROM, base + 1), SPECIMEN_TO);
    const path = simulate(recipe, world, paths, { days, script, landmarks }, noise(seed, recipe.id));
    paths.set(recipe.id, path);
    columns.push(...columnsOf(recipe, entry, path, script, seed));
  }
  columns.push(...moneyColumns(stageOf(seed, world.first, SPECIMEN_TO, paths)));
  return columns;
}

/** Days, regimes and correlated shocks that all series of a seed share. */
export function worldOf(seed: number): World {
  const first = SPECIMEN_FROM - 1;
  const length = SPECIMEN_TO - first + 1;
  const regimes = (id: 'sp500' | 'btc-usd') => {
    const imposed = [...imposedRegimes(id, SPECIMEN_FROM)].map(
      ([day, regime]) => [day - first, regime] as const,
    );
    return regimePath(length, noise(seed, `regime of ${id}`), new Map(imposed));
  };
  const market = regimes('sp500');
  return { first, market, crypto: regimes('btc-usd'), shocks: leaderShocks(market, noise(seed, 'leaders')) };
}

function columnsOf(
  recipe: Recipe,
  entry: SeriesEntry,
  path: Path,
  script: readonly ScriptedMove[],
  seed: number,
): readonly ObservationColumns[] {
  const rows = dailyRows(entry, path.days);
  const close = observations(entry, rows, path.closes);
  if (recipe.bar === 'none') return [close];
  const drawn = bars(recipe, path, script, noise(seed, `${recipe.id} bars`));
  if (recipe.id !== 'btc-usd') return [close, ...barColumns(recipe, entry, rows, drawn)];
  const { daily, parts } = intraday(path, drawn, INTRADAY_FROM, noise(seed, INTRADAY_ID));
  return [close, ...barColumns(recipe, entry, rows, daily), ...intradayColumns(recipe, parts)];
}

function intradayColumns(recipe: Recipe, parts: IntradayBars): readonly ObservationColumns[] {
  const entry = entryOf(INTRADAY_ID);
  if (!entry) return [];
  const rows = { dates: parts.days, times: parts.times, knownAt: parts.times };
  return [observations(entry, rows, parts.closes), ...barColumns(recipe, entry, rows, parts)];
}

function barColumns(
  recipe: Recipe,
  entry: SeriesEntry,
  rows: Rows,
  values: Bars,
): readonly ObservationColumns[] {
  const offered = (field: BarField) => entry.fields?.includes(field);
  return FIELDS[recipe.bar].filter(offered).map((field) => observations(entry, rows, values[field], field));
}

function catalogued(id: string): SeriesEntry {
  const entry = entryOf(id);
  if (!entry) throw new Error(`the catalogue has no series ${id}, which the specimen simulates`);
  return entry;
}
