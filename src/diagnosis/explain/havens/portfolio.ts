import { type EpochDay, formatDay } from '../../../data/time.ts';
import { sampleCovariance } from '../../../math/covariance.ts';
import { fromColumns } from '../../../math/matrix.ts';
import { valuesAt } from '../../../math/values-at.ts';
import { EQUITY, type HavenAsset, type HavenReturns, seriesBehind } from './returns.ts';

/** Positions beside equities of which the bets are counted and the correlations stressed. */
const BESIDE = [
  'tlt',
  'ief',
  'gold-front',
  'gdx',
  'btc-usd',
  'eth-usd',
  'usd-jpy',
  'chf-jpy',
] as const satisfies readonly HavenAsset[];

export const POSITIONS: readonly string[] = [EQUITY, ...BESIDE];
export const POSITION_SERIES: readonly string[] = [...new Set([EQUITY, ...BESIDE.flatMap(seriesBehind)])];

/** Sessions of what is called lately, and of the year before them that is called normal. */
export const RECENT = 60;
export const BEFORE = 250;

export const FEW_POSITIONS = `fewer than ${RECENT + BEFORE} sessions on which all positions are measured, or one that does not move`;

/** Returns of the positions, one column each. */
export function positionReturns(returns: HavenReturns): readonly Float64Array[] {
  return [returns.equity, ...BESIDE.map((asset) => returns.of(asset))];
}

/** The last rows on which every column is measured. */
export function completeRows(columns: readonly Float64Array[], most = Number.POSITIVE_INFINITY): Int32Array {
  const rows: number[] = [];
  for (let t = columns[0]!.length - 1; t >= 0 && rows.length < most; t--) {
    if (columns.every((column) => Number.isFinite(column[t]!))) rows.push(t);
  }
  return Int32Array.from(rows.reverse());
}

/** Sample covariance of the columns on these rows, N×N row-major. */
export function covarianceOn(columns: readonly Float64Array[], rows: Int32Array): Float64Array {
  const picked = columns.map((column) => valuesAt(column, rows));
  return sampleCovariance(fromColumns(picked, 0, rows.length), rows.length, columns.length);
}

/** These rows as the window of a figure. */
export function windowOn({ dates }: HavenReturns, rows: Int32Array) {
  const day = (row: number) => formatDay(dates[row]! as EpochDay);
  return { from: day(rows[0]!), to: day(rows.at(-1)!), n: rows.length };
}
