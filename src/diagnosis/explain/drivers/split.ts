import type { View } from '../../../data/view.ts';
import type { RandomStream } from '../../../math/random.ts';
import {
  type CompleteRows,
  completeRowsOf,
  type DriverSample,
  driverBetas,
  type Ends,
  FEWEST,
  SAMPLE,
  sampleBefore,
  splitMove,
} from './driver-model.ts';
import {
  type DriverAbsence,
  type DriverPath,
  driverPaths,
  isPath,
  logOf,
  moveOver,
  stepsOf,
} from './factors.ts';
import {
  AFTER,
  explainedOutOfSample,
  FEWEST_CASES,
  pastResiduals,
  type Reversal,
  reversalAfter,
} from './residuals.ts';
import { lastRow, latestRow, type Sessions, UTC_DAY } from './sessions.ts';

/** A part of the move, in simple return. */
export interface Part {
  readonly value: number;
  readonly share: number;
  readonly band: Ends | undefined;
}

/** A driver with its part; NaN and a reason where it is not in the model. */
export interface DriverPart extends Part {
  readonly driver: DriverPath['driver'];
  readonly series: readonly string[];
  readonly path: DriverPath | undefined;
  /** Its own move over the window, in its own steps. */
  readonly moved: number;
  /** Row of its value at the end of the window; −1 without one. */
  readonly row: number;
  readonly why: string | undefined;
}

export interface AssetSplit {
  readonly asset: string;
  /** Rows between which the move lies; −1 without one. */
  readonly first: number;
  readonly last: number;
  readonly utcDay: boolean;
  readonly move: number;
  readonly drivers: readonly DriverPart[];
  readonly explained: number;
  readonly explainedBand: Ends | undefined;
  readonly residual: Part;
  readonly score: number;
  readonly rarity: number;
  readonly windows: number;
  readonly outOfSample: number;
  readonly reversals: readonly { readonly sessions: number; readonly found: Reversal | undefined }[];
  readonly sample: DriverSample | undefined;
  /** Why nothing is split. */
  readonly why: string | undefined;
}

interface Asset {
  readonly id: string;
  readonly level: Float64Array;
  readonly source: Uint8Array;
  readonly carry: number;
  readonly steps: Float64Array;
  readonly first: number;
  readonly last: number;
}

const FEW = `fewer than ${FEWEST} sessions with the instrument and its drivers before the window`;

/** The last `window` sessions of an asset split over its drivers. Deterministic for a stream; later rows change nothing. */
export async function splitOf(
  view: View,
  sessions: Sessions,
  id: string,
  window: number,
  random: RandomStream,
): Promise<AssetSplit> {
  const column = sessions.get(id);
  const last = column ? latestRow(column) : -1;
  const drivers = await driverPaths(view, sessions, id, last);
  if (!column || last < 0) return nothing(id, drivers, 'the instrument has no value');
  const level = column.values.map(logOf);
  const { source } = column;
  const asset = { id, level, source, carry: 4, steps: stepsOf(level, source), first: last - window, last };
  const log = asset.first < 0 ? Number.NaN : moveOver(asset, asset.first, last);
  if (!Number.isFinite(log)) return nothing(id, drivers, 'no value at both ends of the window');
  const utcDay = source[last] === UTC_DAY;
  const move = Math.expm1(log);
  const parts = drivers.map((one) => partOf(one, asset));
  const paths = parts.flatMap(({ why, path }) => (why === undefined && path ? [path] : []));
  const unsplit = (why: string) => ({ ...nothing(id, parts, why), first: asset.first, last, utcDay, move });
  if (paths.length === 0) return unsplit(parts.some(({ why }) => why === FEW) ? FEW : 'no driver has values');
  const columns = [...paths.map((path) => stepsOf(path.level, path.source)), asset.steps];
  const rows = completeRowsOf(columns);
  const sample = sampleBefore(rows, asset.first);
  if (sample.T < FEWEST) return unsplit(FEW);
  return {
    asset: id,
    first: asset.first,
    last,
    utcDay,
    move,
    ...shares(parts, sample, log, random),
    ...standing(asset, paths, rows, sample, log, random),
    sample,
    why: undefined,
  };
}

function shares(parts: readonly DriverPart[], sample: DriverSample, log: number, random: RandomStream) {
  const move = Math.expm1(log);
  // Cariño's factor takes log returns, which add over sessions, to the simple return they make.
  const factor = log === 0 ? 1 : move / log;
  const scaled = ({ low, high }: Ends) => ({ low: factor * low, high: factor * high });
  const used = parts.filter(({ why }) => why === undefined);
  const split = splitMove(
    sample,
    Float64Array.from(used, ({ moved }) => moved),
    random,
  );
  const values = split.contributions.map((value) => factor * value);
  const explained = values.reduce((sum, value) => sum + value, 0);
  const residual = move - explained;
  const whole = values.reduce((sum, value) => sum + Math.abs(value), Math.abs(residual));
  const explainedBand = scaled(split.explainedBand);
  const place = new Map(used.map(({ driver }, j) => [driver, j]));
  return {
    drivers: parts.map((part) => {
      const j = place.get(part.driver);
      if (j === undefined) return part;
      return {
        ...part,
        value: values[j]!,
        share: Math.abs(values[j]!) / whole,
        band: scaled(split.bands[j]!),
      };
    }),
    explained,
    explainedBand,
    residual: {
      value: residual,
      share: Math.abs(residual) / whole,
      band: { low: move - explainedBand.high, high: move - explainedBand.low },
    },
  };
}

/** How unusual the residual is, and what became of such residuals. */
function standing(
  asset: Asset,
  paths: readonly DriverPath[],
  rows: CompleteRows,
  sample: DriverSample,
  log: number,
  random: RandomStream,
) {
  const { first, last } = asset;
  const model = driverBetas(sample);
  const past = pastResiduals(asset, paths, rows, { first, window: last - first });
  const left = paths.reduce((rest, path, j) => rest - model!.betas[j]! * moveOver(path, first, last), log);
  const score = left / (model!.scale * Math.sqrt(last - first));
  const asLarge = past.filter((one) => Math.abs(one.score) >= Math.abs(score)).length;
  return {
    score,
    windows: past.length,
    rarity: past.length < FEWEST_CASES ? Number.NaN : asLarge / past.length,
    outOfSample: explainedOutOfSample(past),
    reversals: AFTER.map((sessions, index) => ({
      sessions,
      found: reversalAfter(past, score, index, random),
    })),
  };
}

function partOf(one: DriverPath | DriverAbsence, { first, last }: Asset): DriverPart {
  if (!isPath(one)) return absent(one);
  const moved = moveOver(one, first, last);
  const why = unusable(one, moved, first);
  return {
    ...absent(one),
    path: one,
    moved,
    row: lastRow(one.level, last, one.carry),
    why,
  };
}

function unusable({ level, source }: DriverPath, moved: number, first: number): string | undefined {
  if (!Number.isFinite(moved)) return 'no value at both ends of the window';
  const steps = stepsOf(level, source)
    .subarray(Math.max(0, first + 1 - 2 * SAMPLE), first + 1)
    .filter(Number.isFinite);
  if (steps.length < FEWEST) return FEW;
  return steps.every((step) => step === 0) ? 'the driver does not vary' : undefined;
}

function absent({ driver, series, ...rest }: DriverPath | DriverAbsence): DriverPart {
  const why = 'why' in rest ? rest.why : undefined;
  return { driver, series, path: undefined, moved: Number.NaN, row: -1, why, ...NO_PART };
}

const NO_PART: Part = { value: Number.NaN, share: Number.NaN, band: undefined };

function nothing(
  asset: string,
  drivers: readonly (DriverPath | DriverAbsence | DriverPart)[],
  why: string,
): AssetSplit {
  return {
    asset,
    first: -1,
    last: -1,
    utcDay: false,
    move: Number.NaN,
    drivers: drivers.map((one) => ('moved' in one ? one : absent(one))),
    explained: Number.NaN,
    explainedBand: undefined,
    residual: NO_PART,
    score: Number.NaN,
    rarity: Number.NaN,
    windows: 0,
    outOfSample: Number.NaN,
    reversals: AFTER.map((sessions) => ({ sessions, found: undefined })),
    sample: undefined,
    why,
  };
}
