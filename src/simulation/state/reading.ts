import type { Words } from '../../data/series/entry.ts';
import type { Instant } from '../../data/time.ts';
import type { BaseUnit } from '../../data/unit.ts';
import type { View } from '../../data/view.ts';
import type { Theta, Unknown } from './unknown.ts';

/** What is known of one input of the simulation, and how. */
export interface Reading {
  /** Seller or `market`, asset where there is one, and the quantity, with dots: `perpetuals.btc-usd.open-interest`. */
  readonly name: string;
  readonly title: Words;
  readonly value: number;
  readonly unit: BaseUnit;
  /** `measured`: a series says so · `proxy`: another series stands in · `prior`: a range that a source gives, here its middle. */
  readonly how: 'measured' | 'proxy' | 'prior';
  /** Series it was read from, with the date of the value. */
  readonly inputs: readonly { readonly symbol: string; readonly series: string; readonly date: string }[];
  /** What a reader must know of it; for a prior the source of its range. */
  readonly note: Words;
}

/** What the simulation starts from, as one setting asks. */
export interface Setting {
  readonly view: View;
  /** Instant of the start, milliseconds since 1970 UTC; the view's. */
  readonly start: Instant;
  /** Assets of the market, in its order, with their price at the start (US dollars). */
  readonly assets: readonly {
    readonly id: string;
    readonly price: number;
    readonly venues: readonly string[];
  }[];
  readonly stepMinutes: number;
  readonly steps: number;
}

/** What the data say of one seller: its parameters for any draw of the unknowns, and how each input is known. */
export interface SellerState<P> {
  /** Null: this seller has nothing to sell in this market. */
  params(theta: Theta): P | null;
  readonly readings: readonly Reading[];
  readonly unknowns: readonly Unknown[];
  /** Series without any value at the instant that would have replaced a prior. */
  readonly missing: readonly string[];
  /** What is worth telling of it without a simulation: prices at which it acts, what it sells at the close. */
  readonly tables?: readonly StateTable[];
}

export interface StateTable {
  /** Lower case with hyphens. */
  readonly id: string;
  readonly title: Words;
  /** Of the label and of each value. */
  readonly columns: readonly Words[];
  readonly rows: readonly {
    readonly label: string;
    /** NaN with a reason in `why`. */
    readonly values: readonly { readonly value: number; readonly unit: BaseUnit; readonly why?: string }[];
  }[];
  /** How its values are found. */
  readonly formula: string;
}

/** Reads what one seller starts from; missing data fall back to a prior and say so, and never throw. */
export type StateReader<P> = (setting: Setting) => Promise<SellerState<P>>;
