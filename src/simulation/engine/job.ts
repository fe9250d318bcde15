import type { MarketSpec } from '../market/spec.ts';
import { SELLERS } from '../sellers/index.ts';
import type { SellerPlan } from '../sellers/seller.ts';
import { PathEngine } from './path.ts';
import { Recorder, type Records } from './recorder.ts';

/** The market and what each seller starts from: plain data, so that a job can run in another thread or on another machine. */
export interface CascadeState {
  readonly market: MarketSpec;
  /** Parameters by seller; one that is absent has nothing to sell. */
  readonly sellers: Readonly<Record<string, unknown>>;
}

/** What is to be simulated: pure, so that the same job gives the same records anywhere. */
export interface Job {
  readonly state: CascadeState;
  /** Log return from outside, by asset of the market. */
  readonly shock: readonly number[];
  /** Minutes over which it comes. */
  readonly over: number;
  /** Sellers switched on. */
  readonly sellers: readonly string[];
  readonly seed: number;
  /** Paths from … to − 1 of the seed. */
  readonly from: number;
  readonly to: number;
  /** Steps at which the paths of the index are kept, for the fan; none: only their ends. */
  readonly keep: readonly number[];
  /** Without chance: the outer price moves by the shock alone. */
  readonly still?: boolean;
}

/** Sellers of a state that are switched on, in the order of the catalogue. */
export function activeSellers({ state, sellers }: Pick<Job, 'state' | 'sellers'>): readonly string[] {
  return SELLERS.map(({ id }) => id).filter((id) => sellers.includes(id) && state.sellers[id] !== undefined);
}

/** Plans of the sellers of a state that are switched on. @throws ZodError or RangeError on parameters that no seller takes. */
export function plansOf(job: Pick<Job, 'state' | 'sellers'>): readonly SellerPlan[] {
  return activeSellers(job).map((id) => {
    const entry = SELLERS.find((one) => one.id === id)!;
    return entry.plan(entry.params.parse(job.state.sellers[id]), job.state.market);
  });
}

/** Runs the paths of a job. */
export function runJob(job: Job): Records {
  const { market } = job.state;
  const spec = job.still ? still(market) : market;
  const engine = new PathEngine(spec, plansOf(job));
  const recorder = new Recorder(engine, job, activeSellers(job));
  const shock = { moves: Float64Array.from(job.shock), over: job.over };
  for (let path = job.from; path < job.to; path++) engine.run(job.seed, path, shock, recorder);
  return recorder.records;
}

/** Chance switched off; makers still measure volatility against what is usual. */
function still(market: MarketSpec): MarketSpec {
  return { ...market, chance: false };
}
