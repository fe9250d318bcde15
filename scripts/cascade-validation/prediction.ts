import { crpsEnsemble } from '../../src/board/scores/density-forecasts.ts';
import type { Store } from '../../src/data/store/store.ts';
import { formatInstant, type Instant, parseInstant } from '../../src/data/time.ts';
import type { View } from '../../src/data/view.ts';
import { ENGINE_VERSION } from '../../src/diagnosis/answer.ts';
import { type History, readHistories } from '../../src/diagnosis/history.ts';
import { quantile } from '../../src/math/quantile.ts';
import { countAtMost } from '../../src/math/sorted.ts';
import type { Calibration } from '../../src/simulation/calibrations/calibration.ts';
import { drawUnknowns } from '../../src/simulation/cascade/draws.ts';
import { Gathered } from '../../src/simulation/cascade/gathered.ts';
import { CASCADE_DEFAULTS } from '../../src/simulation/cascade/options.ts';
import { setUp } from '../../src/simulation/cascade/setup.ts';
import { outerMoves } from '../../src/simulation/cascade/shock.ts';
import { type Job, sellersOf } from '../../src/simulation/engine/job.ts';
import type { Records } from '../../src/simulation/engine/recorder.ts';
import { markdownTable, significant } from '../calibrate/tell.ts';
import { sensitivities } from './draw.ts';
import { EPISODES, type Foretold } from './episodes.ts';
import { inThreads } from './threads.ts';

const DRAWS = 100;
const PATHS = 300;
const SEED = 11;
const MINUTE = 60_000;

interface Score {
  readonly episode: string;
  readonly what: string;
  readonly condition: string;
  readonly within50: boolean;
  readonly within90: boolean;
  readonly pit: number;
  readonly crps: number;
  readonly crpsAlone: number;
  readonly cells: readonly string[];
}

/** The three later episodes from what was known before each, with the calibration frozen. */
export async function prediction(store: Store, calibration: Calibration): Promise<string[]> {
  const lines = [
    '## Foretold from before each',
    '',
    `The calibration of ${calibration.from} is frozen; everything else is as known at the start. ${PATHS} paths over ${DRAWS} draws. *Chance*: nothing but the`,
    'volatility of the days before. *Given shares*: the S&P 500 moves from the start to its close as it did, all others by their expectation given',
    'that. PIT: share of the paths below what came; CRPS in logs, lower is better, beside the same market with every seller switched off. Lows',
    'seen are of trades within bars, those of paths at the ends of steps, so that what is seen lies a little lower for that reason alone.',
    '',
  ];
  const scores: Score[] = [];
  const ranks: { id: string; model: number; reported: number }[] = [];
  for (const episode of EPISODES) {
    const told = await foretell(store, episode, calibration);
    scores.push(...told.scores);
    ranks.push({ id: episode.id, model: told.liquidated, reported: episode.reported });
    lines.push(...told.lines);
  }
  return [...lines, ...summary(scores), ...rankTable(ranks)];
}

async function foretell(store: Store, episode: Foretold, calibration: Calibration) {
  const start = parseInstant(episode.start);
  const after = await store.asOf(start + episode.minutes * MINUTE + 7 * 86_400_000);
  const seen = await readHistories(after, [...episode.targets.map(({ series }) => series), 'sp500']);
  const view = await store.asOf(start);
  const ran = await run(view, episode, calibration, shareMove(seen.get('sp500')!, episode));
  const scores = episode.targets.flatMap(({ asset, series }) => {
    const a = ran.assets.findIndex(({ id }) => id === asset);
    if (a < 0) return [];
    const came = outcome(seen.get(series)!, start, episode.minutes, ran.assets[a]!.price);
    return (['low', 'final'] as const).flatMap((what) =>
      ran.conditions.map(({ name, sellers, alone }) =>
        score(
          episode.id,
          `${asset}, ${what}`,
          name,
          came[what],
          ran.values(sellers, a, what),
          ran.values(alone, a, what),
        ),
      ),
    );
  });
  const first = ran.assets.findIndex(({ id }) => id === episode.targets[0].asset);
  const depth = new Gathered(ran.results, 2).byDraw(
    ({ low, paths }, path) => -low[path * (low.length / paths) + first]!,
  );
  const strongest = sensitivities(ran.unknowns, ran.thetas, depth).slice(0, 5);
  return {
    scores,
    liquidated: ran.liquidated,
    lines: [
      `### ${episode.id}, from ${formatInstant(start)}`,
      '',
      `S&P 500 to ${episode.outer.until}: ${percent(ran.move)}. Liquidated in the model given shares, median: ${significant(ran.liquidated / 1e9)} bn (5 to 95 %: ${significant(ran.liquidatedEnds[0] / 1e9)} to ${significant(ran.liquidatedEnds[1] / 1e9)}).`,
      '',
      markdownTable(
        [
          '',
          'condition',
          'seen',
          '5 %',
          '25 %',
          '50 %',
          '75 %',
          '95 %',
          'in 50 %',
          'in 90 %',
          'PIT',
          'CRPS',
          'without sellers',
        ],
        scores.map(({ cells }) => cells),
      ),
      '',
      `The depth of the fall of ${episode.targets[0].asset} hangs most on: ${strongest.map(({ name, rho }) => `\`${name}\` (ρ ${significant(rho)})`).join(', ')}.`,
      '',
    ],
  };
}

async function run(view: View, episode: Foretold, calibration: Calibration, move: number) {
  const setup = await setUp(view, {
    ...CASCADE_DEFAULTS,
    shock: {},
    assets: episode.assets,
    stepMinutes: episode.stepMinutes,
    horizonMinutes: episode.minutes,
    calibration: calibration.id,
  });
  const thetas = drawUnknowns(setup.unknowns, DRAWS, SEED, calibration);
  const results = await inThreads(
    thetas.map((theta, d): Job => {
      const state = setup.state(theta);
      const on = sellersOf(state);
      const each = PATHS / DRAWS;
      const paths = { from: d * each, to: (d + 1) * each, keep: [] };
      const none = { ...paths, shock: outerMoves(state.market, {}), over: 0 };
      const given = {
        ...paths,
        shock: outerMoves(state.market, { sp500: move }),
        over: (parseInstant(episode.outer.until) - view.instant) / MINUTE,
      };
      return {
        engine: ENGINE_VERSION,
        state,
        seed: SEED,
        runs: [none, given].flatMap((asked) => [
          { ...asked, sellers: on },
          { ...asked, sellers: [] },
        ]),
      };
    }),
  );
  const n = setup.market.assets.length;
  const usd = new Gathered(results, 2).each(
    ({ notes }, path) => (notes['perpetuals.longs']?.[path] ?? 0) + (notes['perpetuals.shorts']?.[path] ?? 0),
  );
  return {
    move,
    results,
    thetas,
    unknowns: setup.unknowns,
    assets: setup.market.assets,
    conditions: [
      { name: 'chance', sellers: 0, alone: 1 },
      { name: 'given shares', sellers: 2, alone: 3 },
    ],
    values: (which: number, asset: number, what: 'low' | 'final') =>
      new Gathered(results, which).each((records: Records, path) => records[what][path * n + asset]!),
    liquidated: quantile(usd, 0.5),
    liquidatedEnds: [quantile(usd, 0.05), quantile(usd, 0.95)] as const,
  };
}

/** Change of the S&P 500 from what was known at the start to the close asked for. */
function shareMove(history: History, { start, outer }: Foretold): number {
  const at = (instant: Instant) => history.values[countAtMost(history.times, instant) - 1]!;
  return at(parseInstant(outer.until)) / at(parseInstant(start)) - 1;
}

/** Lowest and last, logs relative to the price that the model started from. */
function outcome({ times, values, low }: History, start: Instant, minutes: number, price: number) {
  const end = start + minutes * MINUTE;
  let lowest = Number.POSITIVE_INFINITY;
  for (const [row, time] of times.entries()) {
    if (time <= start || time > end) continue;
    lowest = Math.min(lowest, low?.[row] || values[row]!);
  }
  const final = values[countAtMost(times, end) - 1]!;
  return { low: Math.log(lowest / price), final: Math.log(final / price) };
}

function score(
  episode: string,
  what: string,
  condition: string,
  seen: number,
  sellers: Float64Array,
  alone: Float64Array,
): Score {
  const [q5, q25, q50, q75, q95] = [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => quantile(sellers, p)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const crps = crpsEnsemble(Float64Array.of(seen), sellers, true)[0]!;
  const crpsAlone = crpsEnsemble(Float64Array.of(seen), alone, true)[0]!;
  const pit = sellers.filter((value) => value < seen).length / sellers.length;
  const within50 = seen >= q25 && seen <= q75;
  const within90 = seen >= q5 && seen <= q95;
  const cells = [
    what,
    condition,
    ...[seen, q5, q25, q50, q75, q95].map((value) => percent(Math.expm1(value))),
    within50 ? 'yes' : 'no',
    within90 ? 'yes' : 'no',
    significant(pit),
    crps.toFixed(4),
    crpsAlone.toFixed(4),
  ];
  return { episode, what, condition, within50, within90, pit, crps, crpsAlone, cells };
}

function summary(scores: readonly Score[]): string[] {
  const missed = scores
    .filter(({ within90 }) => !within90)
    .map(({ episode, what, condition }) => `${episode}: ${what} (${condition})`);
  const lows = scores.filter(({ what }) => what.endsWith('low'));
  const better = lows.filter(({ crps, crpsAlone }) => crps < crpsAlone).length;
  const count = (of: (score: Score) => boolean) => `${scores.filter(of).length} of ${scores.length}`;
  return [
    '### All together',
    '',
    `In the middle 50 %: ${count(({ within50 }) => within50)}; in the middle 90 %: ${count(({ within90 }) => within90)}. A lower CRPS than without sellers: ${count(({ crps, crpsAlone }) => crps < crpsAlone)}. The`,
    'rows of one episode are not independent of each other: three episodes are three draws, too few to prove a calibration.',
    `Lows alone are told better with sellers in ${better} of ${lows.length}, levels at the end in ${scores.filter(({ crps, crpsAlone }) => crps < crpsAlone).length - better} of ${scores.length - lows.length}.`,
    '',
    missed.length === 0 ? 'Nothing was outside the 90 %.' : `Outside the 90 %: ${missed.join('; ')}.`,
    '',
  ];
}

function rankTable(rows: readonly { id: string; model: number; reported: number }[]): string[] {
  const rank = (of: 'model' | 'reported', value: number) => 1 + rows.filter((row) => row[of] > value).length;
  return [
    'Liquidations by rank. Reported: all coins in 24 hours, quoted in the press from CoinGlass, lower bounds; model: its coins over its horizon.',
    '',
    markdownTable(
      ['episode', 'reported, bn', 'rank', 'model, bn', 'rank'],
      rows.map(({ id, model, reported }) => [
        id,
        significant(reported / 1e9),
        String(rank('reported', reported)),
        significant(model / 1e9),
        String(rank('model', model)),
      ]),
    ),
    '',
  ];
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1).replace('-', '−')} %`;
}
