import { figureMaker } from '../../data/figure.ts';
import type { Words } from '../../data/series/entry.ts';
import { formatInstant } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import { ENGINE_VERSION } from '../../diagnosis/answer.ts';
import { sessionsOf } from '../../diagnosis/sessions.ts';
import type { Job, JobResult } from '../engine/job.ts';
import { sellersOf } from '../engine/job.ts';
import type { MarketSpec } from '../market/spec.ts';
import { SELLERS } from '../sellers/index.ts';
import { MARKET_ASSETS } from '../state/assets.ts';
import type { CascadeAnswer } from './answer.ts';
import { calibrationOf } from './calibration.ts';
import { causes, contagion } from './causes.ts';
import { claimOf } from './claim.ts';
import { drawUnknowns } from './draws.ts';
import { falls } from './falls.ts';
import { cascadeFigures } from './figures.ts';
import { forced } from './forced.ts';
import { fundsOf } from './funds.ts';
import { Gathered } from './gathered.ts';
import { idParameters } from './id-parameters.ts';
import { missingOf, readingsOf, tablesOf, unknownsOf } from './inputs.ts';
import { gains, ladders, laddersOf, layers, leverage } from './ladders.ts';
import { type CascadeOptions, checkOptions } from './options.ts';
import { jobOf, planRuns, withParts } from './runs.ts';
import { type Setup, setUp } from './setup.ts';
import { shapleyOrders } from './shapley.ts';
import { outerMoves } from './shock.ts';

/** Runs jobs, here or in other threads; results in the order of the jobs. */
export type RunJobs = (jobs: readonly Job[]) => Promise<readonly JobResult[]>;

/**
 * How far forced selling can run from the state at the view's instant under a shock. Same view, options and seed, same bytes, whatever runs
 * the jobs. What nobody can observe is drawn from a calibration or a prior, and its bands are part of every figure.
 * @throws UserError (2) for an asset, seller or calibration that there is not, (3) when a named asset has no price; RangeError on numbers out
 * of range.
 */
export async function cascade(view: View, options: CascadeOptions, run: RunJobs): Promise<CascadeAnswer> {
  checkOptions(options);
  const calibration = calibrationOf(options.calibration);
  const setup = await setUp(view, options);
  const thetas = drawUnknowns(setup.unknowns, options.draws, options.seed, calibration);
  const states = thetas.map((theta) => setup.state(theta));
  const able = sellersOf(states[0]!);
  const players = able.filter((id) => options.sellers === undefined || options.sellers.includes(id));
  const market = states[0]!.market;
  const plan = planRuns(market.steps, players, ordersOf(players, options));
  const results = await run(states.map((state, draw) => jobOf(draw, state, plan, options)));
  const figures = cascadeFigures(makerFor(view, options));
  const base = new Gathered(results, plan.base);
  const shock = outerMoves(market, options.shock, options.alone);
  const known = laddersOf(results, market, figures);
  const missing = missingOf(setup, view);
  const titleOf = (asset: string) => titleIn(view, asset);
  const seriesOf = (asset: string) => [seriesIn(setup, asset)];
  return {
    verb: 'cascade',
    schema: 1,
    engine: ENGINE_VERSION,
    dataVersion: view.dataVersion,
    asOf: formatInstant(view.instant),
    simulated: view.simulated,
    sessions: sessionsOf(['new-york', 'utc'], view.instant),
    warnings: missing.map(({ series, title }) => ({ kind: 'missing', series, title })),
    parameters: parametersOf(options, market, players),
    sellers: SELLERS.map(({ id, title, summary, side }) => ({
      id,
      title,
      summary,
      side,
      state: players.includes(id) ? 'on' : able.includes(id) ? 'off' : 'nothing-to-sell',
    })),
    falls: falls({
      market,
      shock,
      base,
      alone: new Gathered(results, plan.alone),
      plan,
      figures,
      titleOf,
      seriesOf,
      pastOf: (asset) => setup.market.assets.find(({ id }) => id === asset)!.past,
    }),
    forced: forced({ market, base, players, figures, titleOf }),
    causes: options.causes === 'none' ? [] : causes(withParts(results), plan, market, figures),
    gain: gains(known, shock),
    ladders: ladders(known),
    layers: layers(known),
    leverage: leverage(known),
    contagion: contagion(results, plan, market, Object.keys(options.shock), figures),
    funds: fundsOf(base, players, states, figures),
    claim: claimOf(options.claim, states, titleOf, figures),
    tables: tablesOf(setup, figures),
    readings: readingsOf(setup, figures),
    unknowns: unknownsOf(setup, thetas, base, market, options, calibration, figures),
    missing,
  };
}

/** Orders in which the sellers are switched on to tell the part of each; none when that is not asked for. */
function ordersOf({ length }: readonly string[], { causes, seed }: CascadeOptions) {
  return causes === 'none' ? [] : shapleyOrders(length, seed);
}

function makerFor(view: View, options: CascadeOptions) {
  const { instant, dataVersion, simulated } = view;
  return figureMaker({ verb: 'cascade', instant, dataVersion, simulated, parameters: idParameters(options) });
}

function parametersOf(
  options: CascadeOptions,
  market: MarketSpec,
  players: readonly string[],
): CascadeAnswer['parameters'] {
  const { shock, over, paths, draws, seed, stepMinutes, horizonMinutes, calibration, causes } = options;
  return {
    shock,
    over,
    sellers: [...players],
    assets: market.assets.map(({ id }) => id),
    paths,
    draws,
    seed,
    stepMinutes,
    horizonMinutes,
    calibration,
    ...(causes === 'none' ? { causes } : {}),
  };
}

function titleIn(view: View, asset: string): Words {
  if (asset === 'jpy-usd') return { 'zh-Hans': '日元', 'zh-Hant': '日圓', en: 'Yen' };
  return view.entry(asset)!.title;
}

/** Series that the price of an asset was read from. */
function seriesIn({ readings }: Setup, asset: string): string {
  const reading = readings.find(({ name }) => name === `market.${asset}.price`);
  return reading?.inputs[0]?.series ?? MARKET_ASSETS.find(({ id }) => id === asset)!.daily;
}
