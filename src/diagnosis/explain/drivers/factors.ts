import type { Series } from '../../../data/observation.ts';
import type { SeriesEntry } from '../../../data/series/entry.ts';
import type { BaseUnit } from '../../../data/unit.ts';
import type { View } from '../../../data/view.ts';
import { USD_LIQUIDITY, weeklyLiquidity } from '../liquidity/usd-liquidity.ts';
import { interpolated, lastRow, type SessionColumn, type Sessions } from './sessions.ts';

export const DRIVERS = [
  'real-yield',
  'dollar',
  'equity',
  'credit',
  'volatility',
  'liquidity',
  'carry',
  'technology',
] as const;
export type Driver = (typeof DRIVERS)[number];

/** `log`: ln x · `difference`: x · `ratio`: ln of the first over the second · `weekly`: ln of net liquidity, spread over its week. */
type Reading = 'log' | 'difference' | 'ratio' | 'weekly';

interface Candidate {
  readonly series: readonly string[];
  readonly reading: Reading;
}

interface DriverSeries {
  readonly driver: Driver;
  /** In order of preference: the first that has a value of the session asked for is taken, over the whole sample. */
  readonly candidates: readonly Candidate[];
  /** Instruments that hold the same thing: the driver would explain them by themselves. */
  readonly same?: readonly string[];
}

const log = (...series: string[]): Candidate => ({ series, reading: 'log' });
const difference = (...series: string[]): Candidate => ({ series, reading: 'difference' });

const SMALL = ['russell-2000', 'iwm'];

/** A share index is not explained by itself: shares are set against small companies, of which the large indices hold none. */
export function marketFor(asset: string, entry: SeriesEntry | undefined): string {
  return entry?.assetClass === 'equity' && !SMALL.includes(asset) ? 'russell-2000' : 'sp500';
}

function driversOf(asset: string, entry: SeriesEntry | undefined): readonly DriverSeries[] {
  const market = marketFor(asset, entry);
  return [
    {
      driver: 'real-yield',
      candidates: [difference('us-10y-real'), log('tip'), difference('us-10y-market')],
    },
    { driver: 'dollar', candidates: [log('dollar-index')], same: ['dollar-broad', 'uup-adjusted'] },
    { driver: 'equity', candidates: [log(market)] },
    { driver: 'credit', candidates: [difference('us-hy-oas'), log('hyg')] },
    { driver: 'volatility', candidates: [log('vix')], same: ['vxn', 'vix3m', 'vix6m', 'vvix'] },
    { driver: 'liquidity', candidates: [{ series: USD_LIQUIDITY, reading: 'weekly' }] },
    { driver: 'carry', candidates: [log('usd-jpy')] },
    {
      driver: 'technology',
      candidates: [{ series: ['semiconductors', market], reading: 'ratio' }],
      same: ['smh', 'soxx', 'soxl', 'proshares-usd', 'soxs-adjusted'],
    },
  ];
}

export const DRIVER_SERIES: readonly string[] = [
  'us-10y-real',
  'tip',
  'us-10y-market',
  'dollar-index',
  'sp500',
  'russell-2000',
  'us-hy-oas',
  'hyg',
  'vix',
  ...USD_LIQUIDITY,
  'usd-jpy',
  'semiconductors',
];

/** A driver on New York sessions. */
export interface DriverPath {
  readonly driver: Driver;
  readonly series: readonly string[];
  readonly reading: Reading;
  /** x or ln x by session; differences of it are what the asset is set against. NaN where not measured. */
  readonly level: Float64Array;
  readonly source: Uint8Array;
  /** Instant of each value: the close of its market; NaN for the weekly balance sheet. */
  readonly times: Float64Array;
  /** Rows that the latest value may stand beyond its session. */
  readonly carry: number;
  /** Not the series of first choice. */
  readonly proxy: boolean;
}

/** Why a driver is not in the model of an asset. */
export interface DriverAbsence {
  readonly driver: Driver;
  readonly series: readonly string[];
  readonly why: string;
}

const CARRY = 4;
/** A weekly balance sheet is a week old before the next is out, and two over a holiday. */
const WEEKLY_CARRY = 10;

/** Series with which the drivers of an asset are measured as known at the session of `row`, in the order of DRIVERS. */
export async function driverPaths(
  view: View,
  sessions: Sessions,
  asset: string,
  row: number,
): Promise<readonly (DriverPath | DriverAbsence)[]> {
  const liquidity = await view.seriesMany(USD_LIQUIDITY);
  return driversOf(asset, view.entry(asset)).map((one) => {
    const { driver, candidates, same = [] } = one;
    const series = candidates[0]!.series;
    if (same.includes(asset) || candidates.some((candidate) => candidate.series.includes(asset))) {
      return { driver, series, why: 'the driver is the instrument itself' };
    }
    const paths = candidates.map((candidate, rank) => pathOf(driver, candidate, rank, sessions, liquidity));
    const there = (path: DriverPath, oldest: number) => lastRow(path.level, row, oldest) >= 0;
    const found = paths.find((path) => there(path, 0)) ?? paths.find((path) => there(path, path.carry));
    return found ?? { driver, series, why: 'the driver has no value near the session' };
  });
}

export function isPath(one: DriverPath | DriverAbsence): one is DriverPath {
  return 'level' in one;
}

function pathOf(
  driver: Driver,
  { series, reading }: Candidate,
  rank: number,
  sessions: Sessions,
  liquidity: ReadonlyMap<string, Series>,
): DriverPath {
  const rows = sessions.dates.length;
  const column = (id: string | undefined) => (id === undefined ? undefined : sessions.get(id));
  const [first, second] = [column(series[0]), column(series[1])];
  const shared = { driver, series, reading, proxy: rank > 0 };
  if (reading === 'weekly') {
    const { dates, net } = weeklyLiquidity(liquidity);
    const level = interpolated(sessions.dates, { dates, values: net }).map(logOf);
    const times = new Float64Array(rows).fill(Number.NaN);
    return { ...shared, level, source: new Uint8Array(rows), times, carry: WEEKLY_CARRY };
  }
  const level = levelOf(reading, rows, first, second);
  const times = first?.times ?? new Float64Array(rows).fill(Number.NaN);
  return { ...shared, level, source: first?.source ?? new Uint8Array(rows), times, carry: CARRY };
}

function levelOf(
  reading: Reading,
  rows: number,
  first: SessionColumn | undefined,
  second: SessionColumn | undefined,
): Float64Array {
  const holes = new Float64Array(rows).fill(Number.NaN);
  const values = first?.values ?? holes;
  if (reading === 'difference') return values;
  const logs = values.map(logOf);
  if (reading === 'log') return logs;
  const others = (second?.values ?? holes).map(logOf);
  return logs.map((value, t) => value - others[t]!);
}

/** ln x; NaN for a price that is not positive. */
export function logOf(x: number): number {
  return x > 0 ? Math.log(x) : Number.NaN;
}

/** Change of a level from one row to the next; NaN at a hole and at a splice of sources. */
export function stepsOf(level: Float64Array, source: Uint8Array): Float64Array {
  return level.map((value, t) => (t > 0 && source[t] === source[t - 1] ? value - level[t - 1]! : Number.NaN));
}

/** Change of a level over the rows from … to, a hole at an end taking a value at most `carry` rows older; NaN without one. */
export function moveOver(
  { level, source, carry }: Pick<DriverPath, 'level' | 'source' | 'carry'>,
  from: number,
  to: number,
): number {
  const [a, b] = [lastRow(level, from, carry), lastRow(level, to, carry)];
  return a < 0 || b < 0 || source[a] !== source[b] ? Number.NaN : level[b]! - level[a]!;
}

/** The move of a driver as it is told: a return, or a change of a yield or spread. */
export function toldMove(
  { reading }: Pick<DriverPath, 'reading'>,
  move: number,
): { value: number; unit: BaseUnit } {
  return reading === 'difference'
    ? { value: move, unit: 'fraction-per-year' }
    : { value: Math.expm1(move), unit: 'fraction' };
}
