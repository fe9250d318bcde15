import { parseDay } from '../time.ts';
import type { SpecimenSeries } from './landmarks.ts';

/** What moves a series: so much of the change of another one, of the same days or of days before. */
export interface Driver {
  readonly of: SpecimenSeries;
  readonly beta: number;
  /** Days by which the change of the other one is older: 1 for Asia, which closes before New York. */
  readonly lag: number;
  /** Epoch day from which the bond holds. */
  readonly from: number;
}

/**
 * How a series is simulated. Its state is a level made additive: `log` ln p · `floored` y − c²/y, which keeps a nominal yield positive and
 * calms it near zero · `plain` y. A step is Σ beta × change of the drivers + noise × scale of the regime × shock.
 */
export interface Recipe {
  readonly id: SpecimenSeries;
  readonly state: 'log' | 'floored' | 'plain';
  /** A change, as its followers see it: log change or difference. */
  readonly change: 'log' | 'difference';
  readonly drivers: readonly Driver[];
  /** Standard deviation of the own noise a session, in units of the state. */
  readonly noise: number;
  /** Whose regimes scale the noise. */
  readonly regime: 'market' | 'crypto';
  /** Pull to a level by regime, a session: volatility indices. */
  readonly reversion?: { readonly speed: number; readonly levels: readonly number[] };
  /** Typical volume of a session in the unit of the catalogue; without it there is none. */
  readonly volume?: number;
  readonly bar: 'none' | 'range' | 'full';
}

type Options = Partial<Pick<Recipe, 'state' | 'change' | 'regime' | 'reversion' | 'volume' | 'bar'>>;

export function on(of: SpecimenSeries, beta: number, options: { lag?: number; from?: string } = {}): Driver {
  return { of, beta, lag: options.lag ?? 0, from: options.from ? parseDay(options.from) : 0 };
}

export function recipe(
  id: SpecimenSeries,
  noise: number,
  drivers: readonly Driver[],
  options: Options = {},
): Recipe {
  return { id, noise, drivers, state: 'log', change: 'log', regime: 'market', bar: 'none', ...options };
}
