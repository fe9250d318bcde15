import { ENGINE_VERSION } from '../../diagnosis/answer.ts';
import { type MarketSpec, marketSpec } from '../market/spec.ts';
import { SELLERS } from '../sellers/index.ts';
import type { SellerPlan } from '../sellers/seller.ts';
import { accept } from './accept.ts';
import { type LadderRecord, recordLadder } from './ladder-record.ts';
import { PathEngine } from './path.ts';
import { Recorder, type Records } from './recorder.ts';
import { stillLows } from './still-lows.ts';

/** The market and what each seller starts from: plain data, so that a job can run in another thread or on another machine. */
export interface CascadeState {
  readonly market: MarketSpec;
  /** Parameters by seller; one that is absent has nothing to sell. */
  readonly sellers: Readonly<Record<string, unknown>>;
}

/** Paths of one state under one shock with some of its sellers. */
export interface RunAsked {
  /** Sellers switched on; those without anything to sell are left out by themselves. */
  readonly sellers: readonly string[];
  /** Log return from outside, by asset of the market. */
  readonly shock: readonly number[];
  /** Minutes over which it comes. */
  readonly over: number;
  /** Paths from … to − 1 of the seed. */
  readonly from: number;
  readonly to: number;
  /** Steps at which the paths of the index are kept, for the fan; none: only their ends. */
  readonly keep: readonly number[];
  /** Without chance: the outer price moves by the shock alone. */
  readonly still?: boolean;
}

/** Sets of sellers, of each of which only the lowest prices are asked, without chance. */
export interface LowsAsked {
  readonly sets: readonly (readonly string[])[];
  /** Log return from outside, by asset of the market. */
  readonly shock: readonly number[];
  /** Minutes over which it comes. */
  readonly over: number;
}

/**
 * One draw of what nobody can observe, and what is to be simulated with it: pure, so that the same job gives the same result anywhere.
 * Sellers are planned once for all its runs.
 */
export interface Job {
  /** Version of the program that made it; another one refuses it, for its answer would not be the same. */
  readonly engine: string;
  readonly state: CascadeState;
  readonly seed: number;
  readonly runs: readonly RunAsked[];
  readonly lows?: LowsAsked;
  /** Whether the orders that wait at prices are asked for. */
  readonly ladder?: boolean;
}

export interface JobResult {
  readonly records: readonly Records[];
  /** Set × asset: lowest index. */
  readonly lows?: Float64Array;
  readonly ladder?: LadderRecord;
}

/** What was made of the same plain data before, or what is made now. */
export type Keep = <T>(of: unknown, make: () => T) => T;

const KEEP_NOTHING: Keep = (_, make) => make();

/** Sellers of a state that have something to sell, in the order of the catalogue. */
export function sellersOf(state: CascadeState): readonly string[] {
  return SELLERS.map(({ id }) => id).filter((id) => state.sellers[id] !== undefined);
}

/**
 * Plans the sellers of a state.
 * @throws RangeError with the path of the field, `perpetuals.venues.0.openInterest`, on a market or parameters that are none, and on a seller
 * that the catalogue does not have.
 */
export function planSellers(state: CascadeState, keep = KEEP_NOTHING): ReadonlyMap<string, SellerPlan> {
  const market = keep(['market', state.market], () => accept(marketSpec, state.market, 'market'));
  const able = sellersOf(state);
  const strange = Object.keys(state.sellers).find(
    (id) => state.sellers[id] !== undefined && !able.includes(id),
  );
  if (strange !== undefined) {
    throw new RangeError(
      `sellers: no such seller: "${strange}"; allowed: ${SELLERS.map(({ id }) => id).join(', ')}`,
    );
  }
  const planOf = (id: string) =>
    keep([id, state.sellers[id], state.market], () => planSeller(id, state.sellers[id], market));
  return new Map(able.map((id) => [id, planOf(id)]));
}

function planSeller(id: string, params: unknown, market: MarketSpec): SellerPlan {
  const entry = SELLERS.find((one) => one.id === id)!;
  const accepted = accept(entry.params, params, id);
  try {
    return entry.plan(accepted, market);
  } catch (error) {
    if (error instanceof RangeError) throw new RangeError(`${id}.${error.message}`, { cause: error });
    throw error;
  }
}

/**
 * Runs a job.
 * @param goOn called before every path; what it throws ends the job
 * @param keep keeps the plans of sellers and the ladder, which no shock changes, for the next job of the same state
 * @throws RangeError as `planSellers`, and on a shock that is no finite number for each asset.
 */
export function runJob(job: Job, goOn: () => void = () => {}, keep = KEEP_NOTHING): JobResult {
  if (job.engine !== ENGINE_VERSION) {
    throw new RangeError(`engine of a job must be ${ENGINE_VERSION}, came ${job.engine}`);
  }
  const plans = planSellers(job.state, keep);
  const { market } = job.state;
  for (const [r, { shock }] of job.runs.entries()) checkShock(shock, `runs.${r}`, market);
  if (job.lows) checkShock(job.lows.shock, 'lows', market);
  const records = job.runs.map((run) => runPaths(job, run, plans, goOn));
  return {
    records,
    ...(job.lows ? { lows: lowsOf(job.lows, market, plans, goOn) } : {}),
    ...(job.ladder ? { ladder: ladderOf(job.state, plans, keep) } : {}),
  };
}

function checkShock(shock: readonly number[], where: string, { assets }: MarketSpec): void {
  if (shock.length !== assets.length) {
    throw new RangeError(`${where}.shock: one value an asset, ${assets.length}, came ${shock.length}`);
  }
  const bad = shock.findIndex((move) => !Number.isFinite(move));
  if (bad >= 0) {
    throw new RangeError(`${where}.shock.${bad}: a finite log return, came ${shock[bad]}`);
  }
}

/** A copy: whoever gets the result may hand its arrays on. */
function ladderOf(state: CascadeState, plans: ReadonlyMap<string, SellerPlan>, keep: Keep): LadderRecord {
  return copied(keep(['ladder', state], () => recordLadder(state.market, plans)));
}

function copied({ sellers, ...arrays }: LadderRecord): LadderRecord {
  const entries = Object.entries(arrays).map(([name, values]) => [name, values.slice()]);
  return { sellers, ...(Object.fromEntries(entries) as typeof arrays) };
}

function lowsOf(
  { sets, shock, over }: LowsAsked,
  market: MarketSpec,
  plans: ReadonlyMap<string, SellerPlan>,
  goOn: () => void,
): Float64Array {
  return stillLows(market, plans, sets, { moves: Float64Array.from(shock), over }, goOn);
}

function runPaths(
  { state, seed }: Job,
  run: RunAsked,
  plans: ReadonlyMap<string, SellerPlan>,
  goOn: () => void,
): Records {
  const on = [...plans.keys()].filter((id) => run.sellers.includes(id));
  const market: MarketSpec = run.still ? { ...state.market, chance: false } : state.market;
  const engine = new PathEngine(
    market,
    on.map((id) => plans.get(id)!),
  );
  const recorder = new Recorder(engine, run, on);
  const shock = { moves: Float64Array.from(run.shock), over: run.over };
  for (let path = run.from; path < run.to; path++) {
    goOn();
    engine.run(seed, path, shock, recorder);
  }
  return recorder.records;
}
