import { percentileBand, stationaryBootstrapIndices } from '../../../math/bootstrap.ts';
import type { RandomStream } from '../../../math/random.ts';
import { type CompleteRows, DRAWS, driverBetas, FEWEST, LEVEL, sampleBefore } from './driver-model.ts';
import { type DriverPath, moveOver } from './factors.ts';

export const AFTER = [5, 20] as const;

/** What was left of one past window when betas from before it had explained it; ln units. */
export interface PastResidual {
  /** Last row of the window. */
  readonly row: number;
  readonly move: number;
  readonly residual: number;
  /** residual / (standard deviation of a session in the sample · √w). */
  readonly score: number;
  /** What was left of the sessions after it, at the same betas, by AFTER; NaN where they are not over. */
  readonly after: readonly number[];
}

interface AssetPath {
  readonly level: Float64Array;
  readonly source: Uint8Array;
  readonly carry: number;
}

/**
 * Residuals of the windows before the present one, end to end, oldest first: each with betas estimated on the rows before it. The last
 * ones may end inside the present window's sample, never inside the window.
 */
export function pastResiduals(
  asset: AssetPath,
  paths: readonly DriverPath[],
  rows: CompleteRows,
  present: { readonly first: number; readonly window: number },
): readonly PastResidual[] {
  const { first, window } = present;
  const out: PastResidual[] = [];
  for (let row = first; row - window > FEWEST; row -= window) {
    const start = row - window;
    const sample = sampleBefore(rows, start);
    if (sample.T < FEWEST) break;
    const model = driverBetas(sample);
    if (!model) continue;
    const left = (from: number, to: number) =>
      to >= asset.level.length
        ? Number.NaN
        : paths.reduce(
            (rest, path, j) => rest - model.betas[j]! * moveOver(path, from, to),
            moveOver(asset, from, to),
          );
    const residual = left(start, row);
    if (!Number.isFinite(residual)) continue;
    out.push({
      row,
      move: moveOver(asset, start, row),
      residual,
      score: residual / (model.scale * Math.sqrt(window)),
      after: AFTER.map((sessions) => left(row, row + sessions)),
    });
  }
  return out.reverse();
}

/** Fewest cases a reversal is told of. */
export const FEWEST_CASES = 20;

export interface Reversal {
  readonly sessions: number;
  readonly cases: number;
  /** Size from which a residual counts as a case, in standard deviations. */
  readonly bar: number;
  /** −Σ after / Σ residual over the cases: 1 when all was given back, below 0 when it went on. */
  readonly share: number;
  readonly band: { readonly low: number; readonly high: number };
  /** The same over all past windows, whatever their size and sign. */
  readonly base: number;
  /** Share of the cases, and of all windows, after which a part was given back. */
  readonly hits: number;
  readonly baseHits: number;
}

/**
 * What became of residuals of the sign and at least the size of `score`; of the 20 largest of that sign when fewer were as large.
 * Undefined below 20 cases. The band is by a stationary bootstrap of the cases in order of time.
 */
export function reversalAfter(
  past: readonly PastResidual[],
  score: number,
  index: number,
  random: RandomStream,
): Reversal | undefined {
  const known = past.filter(({ after }) => Number.isFinite(after[index]!));
  const side = known.filter((one) => Math.sign(one.score) === Math.sign(score));
  if (side.length < FEWEST_CASES) return undefined;
  const sizes = side.map((one) => Math.abs(one.score)).sort((a, b) => b - a);
  const bar = Math.min(Math.abs(score), sizes[FEWEST_CASES - 1]!);
  const cases = side.filter((one) => Math.abs(one.score) >= bar);
  const draws = new Float64Array(DRAWS);
  const order = new Int32Array(cases.length);
  for (let draw = 0; draw < DRAWS; draw++) {
    stationaryBootstrapIndices(cases.length, 2, random, order);
    draws[draw] = givenBack(
      Array.from(order, (at) => cases[at]!),
      index,
    );
  }
  const { low, high } = percentileBand(draws, LEVEL);
  return {
    sessions: AFTER[index]!,
    cases: cases.length,
    bar,
    share: givenBack(cases, index),
    band: { low, high },
    base: givenBack(known, index),
    hits: hitsOf(cases, index),
    baseHits: hitsOf(known, index),
  };
}

/** −Σ sign(e) a / Σ |e|: for cases of one sign −Σ a / Σ e. */
function givenBack(cases: readonly PastResidual[], index: number): number {
  let [back, size] = [0, 0];
  for (const { residual, after } of cases) {
    back -= Math.sign(residual) * after[index]!;
    size += Math.abs(residual);
  }
  return back / size;
}

function hitsOf(cases: readonly PastResidual[], index: number): number {
  return cases.filter(({ residual, after }) => residual * after[index]! < 0).length / cases.length;
}

/** 1 − Σ e² / Σ m² over the past windows: what the factors explained of moves that their betas had not seen. NaN below 20 windows. */
export function explainedOutOfSample(past: readonly PastResidual[]): number {
  if (past.length < FEWEST_CASES) return Number.NaN;
  const squares = (of: (one: PastResidual) => number) => past.reduce((sum, one) => sum + of(one) ** 2, 0);
  return 1 - squares(({ residual }) => residual) / squares(({ move }) => move);
}
