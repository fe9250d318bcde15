import type { TableRow } from '../../../../data/observation.ts';
import type { EpochDay, Instant } from '../../../../data/time.ts';
import { conversion, isUnit, type Unit } from '../../../../data/unit.ts';

/**
 * Name of the table that a user supplies: columns `date` (of the statement), `firm`, `year`, `low`, `high`, `unit` (`usd`, `usd-mn`,
 * `usd-bn`), and where the statement gives them `growth1` and `growth2`: growth over one and over two years, fractions. With `time` (an instant with
 * its zone) in place of `date` the hour is known, and with `series` the id of the firm’s share.
 */
export const GUIDANCE_TABLE = 'capex_guidance';

/** A range that a firm has stated for a year, US dollars. */
export interface Guidance {
  readonly date: EpochDay;
  /** When it was made; the end of the UTC day where only the day is known. */
  readonly time: Instant;
  /** Catalogue id of the firm’s share, as the table names it. */
  readonly series?: string;
  readonly firm: string;
  readonly year: number;
  readonly low: number;
  readonly high: number;
  readonly growth1?: number;
  readonly growth2?: number;
}

/** Statements of a table, and how many rows were none: without a firm, a year, a known unit of dollars, or with low above high. */
export function guidanceIn(rows: readonly TableRow[]): {
  readonly all: readonly Guidance[];
  readonly refused: number;
} {
  const all = rows.flatMap((row) => guidanceOf(row) ?? []);
  return { all, refused: rows.length - all.length };
}

function guidanceOf({ date, time, cells }: TableRow): Guidance | undefined {
  const { firm, year, low, high, unit, series, growth1, growth2 } = cells;
  if (typeof firm !== 'string' || typeof unit !== 'string' || !isUnit(unit)) return undefined;
  if (
    typeof year !== 'number' ||
    typeof low !== 'number' ||
    typeof high !== 'number' ||
    !(low <= high && low > 0)
  ) {
    return undefined;
  }
  const factor = dollarsIn(unit);
  if (factor === undefined) return undefined;
  return {
    date,
    time,
    firm,
    ...(typeof series === 'string' && series !== '' ? { series } : {}),
    year,
    low: low * factor,
    high: high * factor,
    ...(typeof growth1 === 'number' && growth1 > -1 ? { growth1 } : {}),
    ...(typeof growth2 === 'number' && growth2 > -1 ? { growth2 } : {}),
  };
}

/** Dollars in one of a unit of dollars; undefined for any other. */
export function dollarsIn(unit: Unit): number | undefined {
  return unit === 'usd' || unit.startsWith('usd-k') || unit === 'usd-mn' || unit === 'usd-bn'
    ? conversion(unit, 'usd')
    : undefined;
}

/** The latest statement of each firm for each year. */
export function latestOf(all: readonly Guidance[]): readonly Guidance[] {
  const found = new Map<string, Guidance>();
  for (const one of [...all].sort((a, b) => a.date - b.date)) found.set(`${one.firm}\n${one.year}`, one);
  return [...found.values()].sort((a, b) => a.year - b.year || (a.firm < b.firm ? -1 : 1));
}

/**
 * What a level and its growth over one and two years imply of the years before: L/(1 + g₁), L/(1 + g₂), and the growth between those two,
 * (1 + g₂)/(1 + g₁) − 1. NaN where a growth is not stated.
 */
export function chainOf(level: number, growth1 = Number.NaN, growth2 = Number.NaN) {
  return {
    oneBefore: level / (1 + growth1),
    twoBefore: level / (1 + growth2),
    between: (1 + growth2) / (1 + growth1) - 1,
  };
}

/** Gross profit a year that gives a return r on a capital K written off in equal parts over `life` years: K (r + 1/life). */
export function profitHurdle(capital: number, r: number, life: number): number {
  return capital * (r + 1 / life);
}
