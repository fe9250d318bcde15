import { Market } from '../market/market.ts';
import type { MarketSpec } from '../market/spec.ts';
import type { SellerPlan, SellerRun } from '../sellers/seller.ts';
import { Chance } from './chance.ts';
import { Ledger } from './ledger.ts';
import { outerFactor } from './outer-factor.ts';

/** Rounds within a step after which whoever still trades waits for the next step; a ladder ends long before. */
const MOST_ROUNDS = 400;

/** What moves the market from outside. */
export interface Shock {
  /** By asset: log return that comes on top of chance. */
  readonly moves: Float64Array;
  /** Minutes over which it comes, in equal parts. */
  readonly over: number;
}

/** What looks on while a path runs; all of it optional, none of it may trade. */
export interface Onlooker {
  beginPath?(path: number): void;
  /** An order was filled: units above 0 sold, US dollars a unit. */
  filled?(seller: number, book: number, units: number, price: number, market: Market): void;
  endStep?(market: Market): void;
  endPath?(path: number, runs: readonly SellerRun[], ledger: Ledger): void;
}

/** What an engine may take over from another. */
interface Made {
  readonly market?: Market;
  readonly runs?: readonly SellerRun[];
}

/** Runs paths of one market with one set of sellers: nothing is allocated after it is made. */
export class PathEngine {
  readonly market: Market;
  readonly ledger: Ledger;
  readonly runs: readonly SellerRun[];
  readonly #desks;
  readonly #factor: Float64Array;
  readonly #moves: Float64Array;
  readonly #chance: Chance;
  readonly #draws: Float64Array;
  readonly #sigma: Float64Array;
  /** Without chance nothing is drawn. */
  readonly #still: boolean;

  /**
   * Plans of the sellers that are switched on, in the order of the catalogue.
   * @param made a market of `spec`, and runs of the plans, that another engine has used; every path resets them
   */
  constructor(spec: MarketSpec, plans: readonly SellerPlan[], made: Made = {}) {
    this.market = made.market ?? new Market(spec);
    this.ledger = new Ledger(this.market, plans.length);
    this.runs = made.runs ?? plans.map((plan) => plan.start());
    this.#desks = plans.map((_, s) => this.ledger.deskOf(s, this.market));
    const n = spec.assets.length;
    this.#factor = outerFactor(spec.correlation);
    this.#moves = new Float64Array(n);
    this.#chance = new Chance(n, spec.stepMinutes);
    this.#draws = new Float64Array(n);
    this.#still = spec.chance === false;
    this.#sigma = Float64Array.from(spec.assets, ({ volatility }) =>
      this.#still ? 0 : volatility * Math.sqrt(this.market.stepDays),
    );
  }

  /** One path: the same for the same seed and number, whatever ran before it. */
  run(seed: number, path: number, shock: Shock, onlooker: Onlooker = {}): void {
    const { market, ledger, runs } = this;
    this.#chance.begin(seed, path);
    market.reset();
    ledger.reset();
    for (const run of runs) run.reset();
    onlooker.beginPath?.(path);
    const told = (seller: number, book: number, units: number, price: number) => {
      runs[seller]!.filled?.(book, units, price);
      onlooker.filled?.(seller, book, units, price, market);
    };
    for (let step = 0; step < market.spec.steps; step++) {
      if (!this.#still) this.#chance.next(this.#draws);
      this.#move(step, shock);
      market.begin(step, this.#moves);
      for (let round = 0; round < MOST_ROUNDS; round++) {
        for (let s = 0; s < runs.length; s++) runs[s]!.trade(market, this.#desks[s]!, round);
        if (!ledger.fill(market, told)) break;
      }
      ledger.endStep(market);
      market.end();
      for (const run of runs) run.endStep?.(market);
      onlooker.endStep?.(market);
    }
    onlooker.endPath?.(path, runs, ledger);
  }

  /** Outer moves of a step: the part of the shock that falls into it, and correlated chance. */
  #move(step: number, shock: Shock): void {
    const n = this.#moves.length;
    const minutes = this.market.spec.stepMinutes;
    const share = shock.over > 0 ? overlap(step, minutes, shock.over) / shock.over : step === 0 ? 1 : 0;
    for (let a = 0; a < n; a++) {
      if (this.#still) {
        this.#moves[a] = share * shock.moves[a]!;
        continue;
      }
      let sum = 0;
      for (let j = 0; j <= a; j++) sum += this.#factor[a * n + j]! * this.#draws[j]!;
      this.#moves[a] = share * shock.moves[a]! + this.#sigma[a]! * sum;
    }
  }
}

/** Minutes of a step that lie within the first `over` minutes. */
function overlap(step: number, minutes: number, over: number): number {
  return Math.max(0, Math.min(over, (step + 1) * minutes) - step * minutes);
}
