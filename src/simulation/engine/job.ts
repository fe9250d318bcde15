import type { MarketSpec } from '../market/spec.ts';
import { SELLERS } from '../sellers/index.ts';
import type { SellerPlan } from '../sellers/seller.ts';
import { type LadderRecord, recordLadder } from './ladder-record.ts';
import { PathEngine } from './path.ts';
import { Recorder, type Records } from './recorder.ts';

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

/**
 * One draw of what nobody can observe, and what is to be simulated with it: pure, so that the same job gives the same result anywhere.
 * Sellers are planned once for all its runs.
 */
export interface Job {
  readonly state: CascadeState;
  readonly seed: number;
  readonly runs: readonly RunAsked[];
  /** Whether the orders that wait at prices are asked for. */
  readonly ladder?: boolean;
}

export interface JobResult {
  readonly records: readonly Records[];
  readonly ladder?: LadderRecord;
}

/** Sellers of a state that have something to sell, in the order of the catalogue. */
export function sellersOf(state: CascadeState): readonly string[] {
  return SELLERS.map(({ id }) => id).filter((id) => state.sellers[id] !== undefined);
}

/** @throws ZodError or RangeError on parameters that a seller does not take. */
export function planSellers(state: CascadeState): ReadonlyMap<string, SellerPlan> {
  return new Map(
    sellersOf(state).map((id) => {
      const entry = SELLERS.find((one) => one.id === id)!;
      return [id, entry.plan(entry.params.parse(state.sellers[id]), state.market)];
    }),
  );
}

/** Runs a job. */
export function runJob(job: Job): JobResult {
  const plans = planSellers(job.state);
  const records = job.runs.map((run) => runPaths(job, run, plans));
  return job.ladder ? { records, ladder: recordLadder(job.state.market, plans) } : { records };
}

function runPaths({ state, seed }: Job, run: RunAsked, plans: ReadonlyMap<string, SellerPlan>): Records {
  const on = [...plans.keys()].filter((id) => run.sellers.includes(id));
  const market: MarketSpec = run.still ? { ...state.market, chance: false } : state.market;
  const engine = new PathEngine(
    market,
    on.map((id) => plans.get(id)!),
  );
  const recorder = new Recorder(engine, run, on);
  const shock = { moves: Float64Array.from(run.shock), over: run.over };
  for (let path = run.from; path < run.to; path++) engine.run(seed, path, shock, recorder);
  return recorder.records;
}
