import type { AssetClass, Frequency, Transform, Words } from '../../data/series/entry.ts';
import type { BaseUnit } from '../../data/unit.ts';

/**
 * A series made by formula from other series: a few lines of data. Its id lives in the same space as those of the catalogue, and it works
 * wherever a series works.
 *
 * `formula` is an expression over the symbols of `of`; what functions there are, and what each does to a unit, stands in `functions.ts`.
 * Rows are those dates on which every symbol has a value, unless the formula carries one forward with `last(x, days)`; a value is known
 * from the instant on which the last of the observations it was made from was known.
 */
export interface DerivedEntry {
  readonly id: string;
  readonly title: Words;
  /** Symbol in the formula → id of a series, which may be a derived one; no circles. */
  readonly of: Readonly<Record<string, string>>;
  readonly formula: string;
  /** Unit of the result; one that the formula cannot have is refused. */
  readonly unit: BaseUnit;
  /** Symbol whose dates are the rows, whose calendar and frequency are those of the result; the first of `of` when left out. */
  readonly on?: string;
  /** That of `on` when left out. */
  readonly frequency?: Frequency;
  /** How a change of it is formed; left out: `price` for products and quotients of prices, else `level`. */
  readonly transform?: Transform;
  /** That of `on` when left out. */
  readonly assetClass?: AssetClass;
  /** What it measures. */
  readonly meaning: Words;
  /** What its ends mean, and what it does not say. */
  readonly reading: Words;
  /** Paper, publisher of the definition, or "definition". */
  readonly source: string;
}
