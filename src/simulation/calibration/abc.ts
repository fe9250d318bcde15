import { normalCdf } from '../../math/distributions.ts';
import { type RandomStream, stream } from '../../math/random.ts';

/** Streams of the sampler lie far from those of paths and draws. */
const FIRST_STREAM = 2 ** 41;
/** Share of the particles that a generation keeps. */
const KEPT = 0.5;
/** A replenished particle moves so often that it stays where its parent was with this probability at most. */
const UNMOVED = 0.05;
/** Below this share of accepted moves a lower tolerance costs more than it tells. */
const LEAST_ACCEPTED = 0.02;
const MOST_MOVES = 8;

/** One point of the prior, each coordinate even on (0, 1), and what the simulator made of it. */
export interface Particle {
  readonly point: Float64Array;
  readonly summaries: Float64Array;
  readonly distance: number;
}

/** Summaries of each point; `first` is the number of the first simulation, from 0, from which it takes its chance. */
export type Simulate = (points: readonly Float64Array[], first: number) => Promise<readonly Float64Array[]>;

export interface AbcOptions {
  /** Coordinates of a point. */
  readonly dimensions: number;
  /** Simulations from the prior at the start, and how many of them are kept. */
  readonly pilot: number;
  readonly particles: number;
  /** Distance at which it ends, in units of the distance. */
  readonly tolerance: number;
  /** Simulations after which no new generation begins. */
  readonly most: number;
  readonly seed: number;
}

export interface Generation {
  readonly tolerance: number;
  /** Share of proposals accepted; NaN for the pilot. */
  readonly accepted: number;
  /** In all so far. */
  readonly simulations: number;
}

export interface AbcResult {
  /** All at most `tolerance` away, of equal weight, nearest first. */
  readonly particles: readonly Particle[];
  readonly tolerance: number;
  readonly generations: readonly Generation[];
}

/**
 * Approximate Bayesian computation by sequential Monte Carlo: particles from prior(θ)·1{d(s(θ), s_observed) ≤ ε} while ε falls.
 *
 * Each generation keeps the nearer half, sets ε to the distance of the last of them, refills from the kept, and moves what was refilled by
 * Metropolis–Hastings. Proposals are made on the normal scores z = Φ⁻¹(u), z′_k = √(1 − β²)·z_k + β·ξ_k for a random half of the
 * coordinates: they leave the prior as it is, so that d ≤ ε alone decides, no importance weight is needed, and many coordinates that do
 * not matter cost nothing. Population Monte Carlo (Beaumont et al. 2009) loses its weights among thirty coordinates; here they stay equal.
 *
 * Distances at least 0; NaN counts as infinitely far. Deterministic in the seed for a deterministic simulator, whatever runs it.
 * @throws RangeError on counts that are not whole or a pilot smaller than the particles.
 * @see Drovandi & Pettitt (2011), Estimation of parameters for macroparasite population evolution using approximate Bayesian computation,
 * Biometrics 67; Del Moral, Doucet & Jasra (2012), Statistics and Computing 22; Cotter, Roberts, Stuart & White (2013), Statistical Science 28
 * (proposal that leaves the prior as it is); Toni et al. (2009), J. Royal Society Interface 6.
 */
export async function sampleAbc(
  simulate: Simulate,
  distance: (summaries: Float64Array) => number,
  options: AbcOptions,
): Promise<AbcResult> {
  checkOptions(options);
  const sampler = new Sampler(simulate, distance, options);
  await sampler.pilot();
  while (sampler.goesOn) await sampler.generation();
  return sampler.result();
}

class Sampler {
  readonly #simulate: Simulate;
  readonly #distance: (summaries: Float64Array) => number;
  readonly #options: AbcOptions;
  readonly #random: RandomStream;
  readonly #generations: Generation[] = [];
  #particles: Particle[] = [];
  #tolerance = Number.POSITIVE_INFINITY;
  #simulations = 0;
  /** Size of a move, and moves of each refilled particle. */
  #size = 0.5;
  #moves = 2;

  constructor(simulate: Simulate, distance: (summaries: Float64Array) => number, options: AbcOptions) {
    this.#simulate = simulate;
    this.#distance = distance;
    this.#options = options;
    this.#random = stream(options.seed, FIRST_STREAM);
  }

  get goesOn(): boolean {
    const { tolerance, most } = this.#options;
    const accepted = this.#generations.at(-1)!.accepted;
    return this.#tolerance > tolerance && this.#simulations < most && !(accepted < LEAST_ACCEPTED);
  }

  async pilot(): Promise<void> {
    const { pilot, particles, dimensions } = this.#options;
    const points = Array.from({ length: pilot }, () =>
      Float64Array.from({ length: dimensions }, () => this.#random.normal()),
    );
    this.#particles = (await this.#try(points)).sort(nearerFirst).slice(0, particles);
    this.#end(Number.NaN);
  }

  async generation(): Promise<void> {
    const count = this.#particles.length;
    const kept = this.#particles.slice(0, Math.ceil(KEPT * count));
    this.#tolerance = Math.max(kept.at(-1)!.distance, this.#options.tolerance);
    const within = this.#particles.filter(({ distance }) => distance <= this.#tolerance);
    const refilled = Array.from(
      { length: count - within.length },
      () => within[this.#random.integer(within.length)]!,
    );
    const accepted = await this.#move(refilled);
    this.#particles = [...within, ...refilled].sort(nearerFirst);
    this.#end(accepted);
  }

  result(): AbcResult {
    const particles = this.#particles.map((particle) => ({
      ...particle,
      point: particle.point.map((z) => normalCdf(z)),
    }));
    return { particles, tolerance: this.#tolerance, generations: this.#generations };
  }

  /** Moves particles in place; share of proposals accepted. Nothing to move: all are equally far, and 0 ends it. */
  async #move(particles: Particle[]): Promise<number> {
    if (particles.length === 0) return 0;
    let accepted = 0;
    const moves = this.#moves;
    for (let move = 0; move < moves; move++) {
      const tried = await this.#try(particles.map(({ point }) => this.#proposal(point)));
      for (const [i, particle] of tried.entries()) {
        if (!(particle.distance <= this.#tolerance)) continue;
        particles[i] = particle;
        accepted++;
      }
    }
    const share = accepted / (moves * particles.length);
    this.#adapt(share);
    return share;
  }

  #proposal(point: Float64Array): Float64Array {
    const size = this.#size * (0.2 + 0.8 * this.#random.uniform());
    const stays = Math.sqrt(1 - size * size);
    return point.map((z) => (this.#random.bits() < 0 ? z : stays * z + size * this.#random.normal()));
  }

  #adapt(accepted: number): void {
    this.#size = Math.min(1, Math.max(0.1, this.#size * Math.exp(accepted - 0.25)));
    const needed = Math.log(UNMOVED) / Math.log(1 - Math.min(0.99, Math.max(0.01, accepted)));
    this.#moves = Math.min(MOST_MOVES, Math.max(1, Math.ceil(needed)));
  }

  async #try(points: readonly Float64Array[]): Promise<Particle[]> {
    const first = this.#simulations;
    this.#simulations += points.length;
    const summaries = await this.#simulate(
      points.map((point) => point.map((z) => normalCdf(z))),
      first,
    );
    return points.map((point, i) => {
      const distance = this.#distance(summaries[i]!);
      return {
        point,
        summaries: summaries[i]!,
        distance: Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance,
      };
    });
  }

  #end(accepted: number): void {
    this.#tolerance = Math.min(this.#tolerance, this.#particles.at(-1)!.distance);
    this.#generations.push({ tolerance: this.#tolerance, accepted, simulations: this.#simulations });
  }
}

function nearerFirst(a: Particle, b: Particle): number {
  return a.distance === b.distance ? 0 : a.distance - b.distance;
}

function checkOptions({ dimensions, pilot, particles, tolerance, most }: AbcOptions): void {
  for (const [name, value] of Object.entries({ dimensions, pilot, particles, most })) {
    if (!(Number.isInteger(value) && value >= 1)) {
      throw new RangeError(`${name} must be a whole number of at least 1, came ${value}`);
    }
  }
  if (particles > pilot) {
    throw new RangeError(`pilot must be at least as many as the particles, ${particles}, came ${pilot}`);
  }
  if (!(tolerance >= 0)) throw new RangeError(`tolerance must be at least 0, came ${tolerance}`);
}
