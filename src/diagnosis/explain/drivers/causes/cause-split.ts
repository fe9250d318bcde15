import type { View } from '../../../../data/view.ts';
import type { RandomStream } from '../../../../math/random.ts';
import { countAtMost } from '../../../../math/sorted.ts';
import {
  type CompleteRows,
  completeRowsOf,
  type DriverSample,
  type Ends,
  FEWEST,
  sampleBefore,
  splitMoveOfGroups,
} from '../driver-model.ts';
import {
  type Driver,
  type DriverPath,
  driverPaths,
  isPath,
  logOf,
  marketFor,
  moveOver,
  stepsOf,
} from '../factors.ts';
import { explainedOutOfSample, pastResiduals } from '../residuals.ts';
import { latestRow, type Sessions, UTC_DAY } from '../sessions.ts';

export const CAUSES = ['liquidity', 'technology'] as const;
export type Cause = (typeof CAUSES)[number];

const DRIVERS_OF: Readonly<Record<Cause, readonly Driver[]>> = {
  liquidity: ['dollar', 'credit', 'liquidity'],
  technology: ['technology'],
};
export const SOFTWARE = 'igv';

export interface CausePart {
  readonly cause: Cause;
  /** Series of the factors that are in the model. */
  readonly series: readonly string[];
  /** In simple return; NaN when none of its factors is measured. */
  readonly value: number;
  readonly share: number;
  readonly band: Ends | undefined;
}

export interface CauseSplit {
  readonly first: number;
  readonly last: number;
  readonly move: number;
  readonly utcDay: boolean;
  readonly parts: readonly CausePart[];
  readonly explained: number;
  readonly explainedBand: Ends | undefined;
  readonly residualShare: number;
  readonly outOfSample: number;
  readonly windows: number;
  readonly sample: DriverSample | undefined;
  readonly why: string | undefined;
}

/**
 * The last `window` sessions of an asset split between two groups of factors by Shapley, the rest left: weighted ridge betas on the 500 sessions before.
 * Liquidity: dollar, credit and net liquidity as the drivers measure them. Technology: semiconductors and software against the market.
 */
export async function causeSplit(
  view: View,
  sessions: Sessions,
  id: string,
  window: number,
  random: RandomStream,
): Promise<CauseSplit> {
  const column = sessions.get(id);
  const last = column ? latestRow(column) : -1;
  if (!column || last < 0) return unsplit('the instrument has no value');
  const { source } = column;
  const level = column.values.map(logOf);
  const first = last - window;
  const asset = { level, source, carry: 4 };
  const log = first < 0 ? Number.NaN : moveOver(asset, first, last);
  if (!Number.isFinite(log)) return unsplit('no value at both ends of the window');
  const move = Math.expm1(log);
  const known = { first, last, move, utcDay: source[last] === UTC_DAY };
  const moving = (await causePaths(view, sessions, id, last)).map((group) =>
    group.filter((path) => Number.isFinite(moveOver(path, first, last))),
  );
  const groups = moving.map((group) => group.filter((path) => isUsable(path, first)));
  const paths = groups.flat();
  if (paths.length === 0) return { ...unsplit(moving.flat().length > 0 ? FEW : NONE), ...known };
  const rows = completeRowsOf([
    ...paths.map((path) => stepsOf(path.level, path.source)),
    stepsOf(level, source),
  ]);
  const sample = sampleBefore(rows, first);
  if (sample.T < FEWEST) return { ...unsplit(FEW), ...known };
  const past = pastResiduals(asset, paths, recent(rows, first), { first, window });
  return {
    ...known,
    ...partsOf(groups, sample, log, known, random),
    outOfSample: explainedOutOfSample(past),
    windows: past.length,
    sample,
    why: undefined,
  };
}

const FEW = `fewer than ${FEWEST} sessions with the instrument and a factor that moves before the window`;

/** Sessions before the window whose windows are the record. */
export const RECORD = 1300;

function recent({ rows, width, at }: CompleteRows, first: number): CompleteRows {
  const from = countAtMost(at, first - RECORD);
  return { rows: rows.subarray(from * width), width, at: at.subarray(from) };
}

const NONE = 'no factor of either cause has values';

/** The factors of each cause, in the order of CAUSES. */
async function causePaths(view: View, sessions: Sessions, id: string, last: number) {
  const found = (await driverPaths(view, sessions, id, last)).filter(isPath);
  const software = softwarePath(view, sessions, id);
  return CAUSES.map((cause) => [
    ...found.filter(({ driver }) => DRIVERS_OF[cause].includes(driver)),
    ...(cause === 'technology' && software ? [software] : []),
  ]);
}

function softwarePath(view: View, sessions: Sessions, id: string): DriverPath | undefined {
  const market = marketFor(id, view.entry(id));
  const [own, other] = [sessions.get(SOFTWARE), sessions.get(market)];
  if (!own || !other || id === SOFTWARE || id === market) return undefined;
  return {
    driver: 'technology',
    series: [SOFTWARE, market],
    reading: 'ratio',
    level: own.values.map((value, t) => logOf(value) - logOf(other.values[t]!)),
    source: own.source,
    times: own.times,
    carry: 4,
    proxy: false,
  };
}

/** A young factor is left out, so that it does not shorten the sample of the others. */
function isUsable({ level, source }: DriverPath, first: number): boolean {
  const steps = stepsOf(level, source)
    .subarray(0, first + 1)
    .filter(Number.isFinite);
  return steps.length >= FEWEST && steps.some((step) => step !== 0);
}

function partsOf(
  groups: readonly (readonly DriverPath[])[],
  sample: DriverSample,
  log: number,
  { first, last, move }: Pick<CauseSplit, 'first' | 'last' | 'move'>,
  random: RandomStream,
) {
  // Cariño's factor takes log returns, which add over sessions, to the simple return they make.
  const factor = log === 0 ? 1 : move / log;
  const scaled = ({ low, high }: Ends) => ({ low: factor * low, high: factor * high });
  const moved = Float64Array.from(groups.flat(), (path) => moveOver(path, first, last));
  let next = 0;
  const places = groups.map((group) => group.map(() => next++));
  const split = splitMoveOfGroups(sample, moved, places, random);
  const values = groups.map((group, k) =>
    group.length === 0 ? Number.NaN : factor * split.contributions[k]!,
  );
  const explained = values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
  const whole = values.reduce(
    (sum, value) => sum + (Number.isNaN(value) ? 0 : Math.abs(value)),
    Math.abs(move - explained),
  );
  return {
    parts: CAUSES.map((cause, k) => ({
      cause,
      series: [...new Set(groups[k]!.flatMap(({ series }) => series))],
      value: values[k]!,
      share: Math.abs(values[k]!) / whole,
      band: groups[k]!.length === 0 ? undefined : scaled(split.bands[k]!),
    })),
    explained,
    explainedBand: scaled(split.explainedBand),
    residualShare: Math.abs(move - explained) / whole,
  };
}

function unsplit(why: string): CauseSplit {
  return {
    first: -1,
    last: -1,
    move: Number.NaN,
    utcDay: false,
    parts: CAUSES.map((cause) => ({
      cause,
      series: [],
      value: Number.NaN,
      share: Number.NaN,
      band: undefined,
    })),
    explained: Number.NaN,
    explainedBand: undefined,
    residualShare: Number.NaN,
    outOfSample: Number.NaN,
    windows: 0,
    sample: undefined,
    why,
  };
}
