import type { Figure, FigureMaker } from '../../data/figure.ts';
import type { EpochDay } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import { correlationMatrix, meanPairwise } from '../../math/rolling-correlation.ts';
import { shareOfLeading } from '../../measures/eigenvector-share.ts';
import { latestSession } from '../sessions.ts';
import type { ScanAnswer } from './answer.ts';
import { commonRows, type Rows, rowsWindow } from './rows.ts';
import { stressFigure } from './stress.ts';

/** Rows of the short window, and of the long one, which ends where the short one begins. */
const SHORT = 60;
const LONG = 252;

/** Calendar days that surely hold the sessions of both windows. */
const REACH = 520;

/** Risk assets whose common movement is measured, on New York sessions. */
const RISK_BASKET = [
  'sp500',
  'nasdaq-composite',
  'russell-2000',
  'eem',
  'hyg',
  'gold-front',
  'silver-front',
  'copper-front',
  'gdx',
  'wti-front',
  'btc-usd',
  'eth-usd',
] as const;

const COINS = ['btc-usd', 'eth-usd', 'sol-usd', 'xrp-usd', 'bnb-usd', 'doge-usd', 'zec-usd'] as const;

/** One or two of each class, for the matrix that is shown. */
const SHOWN = [
  'btc-usd',
  'eth-usd',
  'silver-front',
  'gold-front',
  'sp500',
  'nasdaq-composite',
  'wti-front',
  'hyg',
  'tlt',
  'dollar-index',
] as const;

/** Fewest members of which an average says something. */
const FEWEST = 3;

/** Do they move as one: correlations and common factors, the last 60 sessions against the 252 before. */
export async function together(view: View, figure: FigureMaker): Promise<ScanAnswer['together']> {
  const session = latestSession('new-york', view.instant);
  const coinDay = latestSession('utc', view.instant);
  const read = (ids: readonly string[], to: EpochDay, rows: number) =>
    commonRows(view, ids, { from: to - REACH, to, least: rows + 1 });
  const risk = await read(RISK_BASKET, session, SHORT + LONG);
  const coins = await read(COINS, coinDay, SHORT);
  const share = (correlation: Float64Array, n: number) => shareOfLeading(correlation, n, 1);
  const measure = (path: string, rows: Rows, [back, length]: Span, formula: string, of: Dependence) =>
    dependenceFigure(figure, { path, rows, back, length, formula, of });
  return {
    correlationShort: measure('correlation-short', risk, RECENT, 'mean-correlation', meanPairwise),
    correlationLong: measure('correlation-long', risk, BEFORE, 'mean-correlation', meanPairwise),
    cryptoCorrelationShort: measure(
      'crypto-correlation-short',
      coins,
      RECENT,
      'mean-correlation',
      meanPairwise,
    ),
    firstEigenvectorShort: measure('first-eigenvector-short', risk, RECENT, 'first-eigenvector-share', share),
    firstEigenvectorLong: measure('first-eigenvector-long', risk, BEFORE, 'first-eigenvector-share', share),
    cissLike: await stressFigure(view, figure, session),
    matrix: matrixOf(await read(SHOWN, session, SHORT + LONG)),
  };
}

/** How many rows before the end a window ends, and its length. */
type Span = readonly [back: number, length: number];
const RECENT: Span = [0, SHORT];
const BEFORE: Span = [SHORT, LONG];

type Dependence = (correlation: Float64Array, n: number) => number;

interface Asked {
  readonly path: string;
  readonly rows: Rows;
  readonly back: number;
  readonly length: number;
  readonly formula: string;
  readonly of: Dependence;
}

function dependenceFigure(figure: FigureMaker, { path, rows, back, length, formula, of }: Asked): Figure {
  const to = rows.dates.length - back;
  const from = to - length;
  const n = rows.ids.length;
  const enough = from >= 0 && n >= FEWEST;
  return figure({
    path: `together.${path}`,
    value: enough ? of(correlationMatrix(rows.columns, from, to), n) : Number.NaN,
    unit: formula === 'mean-correlation' ? 'ratio' : 'fraction',
    of: {
      formula,
      series: rows.ids,
      params: {
        window: length,
        asynchronyHours: rows.asynchronyHours,
        ...(rows.leftOut.length > 0 ? { leftOut: rows.leftOut.join(' ') } : {}),
      },
    },
    ...(enough ? { window: rowsWindow(rows, from, to) } : {}),
    why: `fewer than ${FEWEST} series with ${length} common sessions, or one that did not move`,
  });
}

function matrixOf(rows: Rows): ScanAnswer['together']['matrix'] {
  const end = rows.dates.length;
  return {
    ids: [...rows.ids],
    short: squareOf(rows, end - SHORT, end),
    long: squareOf(rows, end - SHORT - LONG, end - SHORT),
    shortDays: SHORT,
    longDays: LONG,
  };
}

function squareOf(rows: Rows, from: number, to: number): (number | null)[][] {
  const n = rows.ids.length;
  const flat =
    from >= 0 ? correlationMatrix(rows.columns, from, to) : new Float64Array(n * n).fill(Number.NaN);
  return rows.ids.map((_, i) =>
    Array.from(flat.subarray(i * n, (i + 1) * n), (r) => (Number.isNaN(r) ? null : r)),
  );
}
