import type { Market } from '../market/market.ts';
import type { SellerRun } from '../sellers/seller.ts';
import type { Ledger } from './ledger.ts';
import type { Onlooker, PathEngine } from './path.ts';

/** Width of a price level in logs, and how many there are on each side of the start. */
export const LEVEL_WIDTH = 0.01;
export const LEVELS = 120;

/** A price counts as healed once it has come back nine tenths of the way from what the sellers had taken off it at the worst. */
const HEALED = 0.1;
/** Taken off by less than this (log), nothing had to heal. */
const FELT = 0.001;
/** In place of the minutes until healed, where nothing had to heal. */
export const NOTHING_TO_HEAL = -1;

/**
 * What is kept of the paths of a job. Arrays by path have `paths` rows; sums are over all paths of the job.
 * Logs are relative to the start, US dollars at the fill.
 */
export interface Records {
  readonly paths: number;
  readonly sellers: number;
  /** Path × asset: lowest index, index at the end, minutes to the lowest, minutes from there until healed (NaN: not within the horizon, −1: nothing
   * had to heal). */
  readonly low: Float64Array;
  readonly final: Float64Array;
  readonly lowMinute: Float64Array;
  readonly healMinutes: Float64Array;
  /** Path × kept step × asset: index. */
  readonly kept: Float32Array;
  /** Path × seller × asset: US dollars sold and bought. */
  readonly sold: Float64Array;
  readonly bought: Float64Array;
  /** Seller × book: US dollars sold, over all paths. */
  readonly byBook: Float64Array;
  /** Asset × level (2·LEVELS, the first LEVELS below the start): US dollars sold, over all paths. */
  readonly byLevel: Float64Array;
  /** Seller × hour from the start: US dollars sold, over all paths. */
  readonly byHour: Float64Array;
  /** What the sellers noted: by seller and name, one value a path. */
  readonly notes: Readonly<Record<string, Float64Array>>;
}

/** Paths from … to − 1, and the steps at which their index is kept. */
export interface Recorded {
  readonly from: number;
  readonly to: number;
  readonly keep: readonly number[];
}

/** Looks on and keeps the records of a job. */
export class Recorder implements Onlooker {
  readonly records: Records;
  readonly #job: Recorded;
  readonly #sellers: readonly string[];
  readonly #keep: Int32Array;
  readonly #hours: number;
  readonly #minutes: number;
  readonly #taken: Float64Array;
  readonly #notes: Record<string, Float64Array> = {};
  #path = 0;
  #kept = 0;

  /** `sellers`: ids of the engine's runs, in order. */
  constructor(engine: PathEngine, job: Recorded, sellers: readonly string[]) {
    const { market } = engine;
    const paths = job.to - job.from;
    const n = market.assets.length;
    const s = engine.runs.length;
    this.#job = job;
    this.#sellers = sellers;
    this.#minutes = market.spec.stepMinutes;
    this.#hours = Math.ceil((market.spec.steps * this.#minutes) / 60);
    this.#keep = Int32Array.from(job.keep);
    this.#taken = new Float64Array(n);
    this.records = {
      paths,
      sellers: s,
      low: new Float64Array(paths * n),
      final: new Float64Array(paths * n),
      lowMinute: new Float64Array(paths * n),
      healMinutes: new Float64Array(paths * n),
      kept: new Float32Array(paths * job.keep.length * n),
      sold: new Float64Array(paths * s * n),
      bought: new Float64Array(paths * s * n),
      byBook: new Float64Array(s * market.books.length),
      byLevel: new Float64Array(n * 2 * LEVELS),
      byHour: new Float64Array(s * this.#hours),
      notes: this.#notes,
    };
  }

  beginPath(path: number): void {
    this.#path = path - this.#job.from;
    this.#kept = 0;
    this.#taken.fill(0);
  }

  filled(seller: number, book: number, units: number, price: number, market: Market): void {
    if (units <= 0) return;
    const usd = units * price;
    const asset = market.assetOf[book]!;
    const { byBook, byLevel, byHour } = this.records;
    const at = seller * market.books.length + book;
    byBook[at] = byBook[at]! + usd;
    const level = Math.floor(market.index[asset]! / LEVEL_WIDTH) + LEVELS;
    const cell = asset * 2 * LEVELS + Math.min(2 * LEVELS - 1, Math.max(0, level));
    byLevel[cell] = byLevel[cell]! + usd;
    const hour = seller * this.#hours + Math.floor((market.step * this.#minutes) / 60);
    byHour[hour] = byHour[hour]! + usd;
  }

  endStep(market: Market): void {
    const n = market.assets.length;
    const row = this.#path * n;
    const { low, final, lowMinute, healMinutes, kept } = this.records;
    const minute = (market.step + 1) * this.#minutes;
    for (let a = 0; a < n; a++) {
      const index = market.index[a]!;
      final[row + a] = index;
      if (market.step === 0 || index < low[row + a]!) {
        low[row + a] = index;
        lowMinute[row + a] = minute;
      }
      const taken = market.outer[a]! - index;
      if (taken > this.#taken[a]!) {
        this.#taken[a] = taken;
        healMinutes[row + a] = Number.NaN;
      } else if (Number.isNaN(healMinutes[row + a]!) && taken <= HEALED * this.#taken[a]!) {
        healMinutes[row + a] = minute - lowMinute[row + a]!;
      }
      if (this.#taken[a]! < FELT) healMinutes[row + a] = NOTHING_TO_HEAL;
    }
    if (market.step !== this.#keep[this.#kept]) return;
    const from = (this.#path * this.#keep.length + this.#kept) * n;
    for (let a = 0; a < n; a++) kept[from + a] = market.index[a]!;
    this.#kept++;
  }

  endPath(_path: number, runs: readonly SellerRun[], ledger: Ledger): void {
    const { sold, bought } = this.records;
    sold.set(ledger.usdSold, this.#path * ledger.usdSold.length);
    bought.set(ledger.usdBought, this.#path * ledger.usdBought.length);
    for (const [s, run] of runs.entries()) this.#note(this.#sellers[s]!, run.notes?.() ?? {});
  }

  #note(seller: string, notes: Readonly<Record<string, number>>): void {
    for (const [name, value] of Object.entries(notes)) {
      const key = `${seller}.${name}`;
      this.#notes[key] ??= new Float64Array(this.records.paths);
      this.#notes[key][this.#path] = value;
    }
  }
}
