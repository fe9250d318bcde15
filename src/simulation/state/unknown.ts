import type { Words } from '../../data/series/entry.ts';
import type { BaseUnit } from '../../data/unit.ts';

/** Something that nobody can observe, or that the data at hand do not have: what is believed of it before a calibration. */
export interface Unknown {
  /** Lower case with dots: `perpetuals.leverage`. */
  readonly name: string;
  readonly title: Words;
  readonly unit: BaseUnit;
  /** Ends of the prior; even between them on this scale. */
  readonly low: number;
  readonly high: number;
  readonly scale: 'linear' | 'log';
  /** Where the range comes from: a source, or the reasoning. */
  readonly source: string;
}

/** One value for each unknown, by name. */
export type Theta = Readonly<Record<string, number>>;

/** The value of an unknown from a draw u, even on [0, 1]. */
export function fromUniform({ low, high, scale }: Unknown, u: number): number {
  return scale === 'log' ? low * (high / low) ** u : low + u * (high - low);
}

/** Where a value lies between the ends of the prior, on its scale; 0 … 1 inside. */
export function toUniform({ low, high, scale }: Unknown, value: number): number {
  return scale === 'log' ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
}

/** The middle of every prior. */
export function midTheta(unknowns: readonly Unknown[]): Theta {
  return Object.fromEntries(unknowns.map((unknown) => [unknown.name, fromUniform(unknown, 0.5)]));
}
