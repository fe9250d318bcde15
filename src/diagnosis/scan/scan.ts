import { UserError } from '../../data/errors.ts';
import type { FigureMaker } from '../../data/figure.ts';
import { figureMaker } from '../../data/figure.ts';
import { formatInstant, type Instant } from '../../data/time.ts';
import { turn } from '../../data/turn.ts';
import type { View } from '../../data/view.ts';
import { ENGINE_VERSION } from '../answer.ts';
import { type History, readHistories } from '../history.ts';
import { type Standing, sessionsOf, standingOf } from '../sessions.ts';
import { warningsOf } from '../warnings.ts';
import { analogues } from './analogues.ts';
import type { ScanAnswer, ScanInstrument } from './answer.ts';
import { breadth } from './breadth.ts';
import { parseWindow } from './change.ts';
import { curve } from './curve.ts';
import { dispersion } from './dispersion.ts';
import { eventSection } from './event.ts';
import { flight } from './flight.ts';
import { instrumentBlock } from './instrument.ts';
import { jointFall } from './joint.ts';
import { league } from './league.ts';
import { LADDERED, levels } from './levels.ts';
import { barsOf, newYorkDay } from './new-york-day.ts';
import { pairs } from './pairs.ts';
import { sectorBreadth } from './sector-breadth.ts';
import { sectors } from './sectors.ts';
import { shock } from './shock.ts';
import { snapBack } from './snap-back.ts';
import { tiers } from './tiers.ts';
import { together } from './together.ts';
import { upVolume } from './up-volume.ts';
import { VALUED, valueLost } from './value.ts';
import { VIX_SERIES, vixCard } from './vix.ts';
import { CONED, volatilityCones } from './volatility-cone.ts';
import { volatilityRanking } from './volatility-ranking.ts';

export interface ScanOptions {
  /** Ids of the instruments, in the order in which they are shown. */
  readonly universe: readonly string[];
  /** How the universe is called in the answer and in the ids of its figures: `core`, `all`, or the name of a list. */
  readonly universeName: string;
  /** Sessions of the asked change: `1d`, `5d` … */
  readonly window: string;
  /** A dated event to which the reaction of the markets is asked; not after the instant of the view. */
  readonly event?: Instant | undefined;
}

/** Series whose blocks are told whatever the universe. */
const ALWAYS = [...VALUED, ...LADDERED, ...CONED, ...VIX_SERIES];

const DEFAULT_UNIVERSE = 'core';
const DEFAULT_WINDOW = '1d';

/**
 * What fell, how much, how rare that is, and was it everything at once: the whole scan as of the view's instant. Same view and options,
 * same bytes; nothing known later changes any of them.
 * @throws RangeError for a window that is no number of sessions; UserError (exit 2) for an unknown or an intraday series, and for an event
 * after the instant.
 */
export async function scan(view: View, options: ScanOptions): Promise<ScanAnswer> {
  const universe = [...new Set(options.universe)];
  checkUniverse(view, universe);
  const windowRows = parseWindow(options.window);
  const figure = makerFor(view, options);
  const event = await eventSection(view, options.event, figure);
  const histories = await readHistories(view, [...universe, ...ALWAYS]);
  const standings = new Map(universe.map((id) => [id, standingIn(histories.get(id), view)]));
  const instruments = await instrumentBlocks(view, universe, { histories, standings, windowRows, figure });
  const current = instruments.filter((one) => standings.get(one.id)?.state === 'current');
  return {
    verb: 'scan',
    schema: 1,
    engine: ENGINE_VERSION,
    dataVersion: view.dataVersion,
    asOf: formatInstant(view.instant),
    simulated: view.simulated,
    sessions: sessionsOf(['new-york', ...universe.map((id) => view.entry(id)!.calendar)], view.instant),
    warnings: universe.flatMap((id) => warningsOf(view, id, histories.get(id), standings.get(id))),
    parameters: { universe: options.universeName, window: options.window, ...eventParameter(options) },
    joint: await section(() => jointFall(view, figure)),
    ...movers(current),
    instruments,
    breadth: breadth(current, figure),
    together: await section(() => together(view, figure)),
    analogues: await section(() => analogues(view, figure)),
    flight: await section(() => flight(view, figure)),
    shock: await section(() => shock(view, figure)),
    sectors: await section(() => sectors(view, figure)),
    dispersion: await section(() => dispersion(view, figure)),
    snapBack: snapBack(
      universe.flatMap((id) => histories.get(id) ?? []),
      figure,
    ),
    valueLost: valueLost(histories, figure),
    levels: levels(histories, figure),
    volatilityCones: await section(() => volatilityCones(view, histories, figure)),
    volatilityRanking: volatilityRanking(current, figure),
    sectorBreadth: await section(() => sectorBreadth(view, figure)),
    upVolume: upVolume(current, histories, figure),
    vix: vixCard(view, histories, figure),
    pairs: await section(() => pairs(view, figure)),
    tiers: await section(() => tiers(view, figure)),
    curve: await section(() => curve(view, figure)),
    league: await section(() => league(view, figure)),
    event,
  };
}

/** A section of the answer, made in a turn of its own. */
async function section<T>(make: () => Promise<T>): Promise<T> {
  await turn();
  return make();
}

function eventParameter({ event }: ScanOptions): { event?: string } {
  return event === undefined ? {} : { event: formatInstant(event) };
}

function checkUniverse(view: View, universe: readonly string[]): void {
  for (const id of universe) {
    const entry = view.entry(id);
    if (!entry) {
      throw new UserError(`unknown series: "${id}"`, 'take ids from the catalogue: `tidemark data list`', 2);
    }
    if (entry.frequency === 'intraday') {
      throw new UserError(
        `"${id}" is a series of bars within the day`,
        'scan takes daily or slower series',
        2,
      );
    }
  }
}

function makerFor(view: View, options: ScanOptions): FigureMaker {
  const { universeName, window } = options;
  const { instant, dataVersion, simulated } = view;
  const parameters = {
    ...(universeName === DEFAULT_UNIVERSE ? {} : { universe: universeName }),
    ...(window === DEFAULT_WINDOW ? {} : { window }),
    ...eventParameter(options),
  };
  return figureMaker({ verb: 'scan', instant, dataVersion, simulated, parameters });
}

function standingIn(history: History | undefined, view: View): Standing | undefined {
  if (!history || history.last < 0) return undefined;
  return standingOf(history.entry, history.dates[history.last]!, view.instant);
}

interface Read {
  readonly histories: ReadonlyMap<string, History>;
  readonly standings: ReadonlyMap<string, Standing | undefined>;
  readonly windowRows: number;
  readonly figure: FigureMaker;
}

async function instrumentBlocks(
  view: View,
  universe: readonly string[],
  { histories, standings, windowRows, figure }: Read,
): Promise<ScanInstrument[]> {
  const coins = universe.filter(
    (id) => view.entry(id)!.assetClass === 'crypto' && view.entry(id)!.calendar === 'utc',
  );
  const bars = await view.seriesMany(coins.flatMap(barsOf).filter((id) => view.entry(id) !== undefined));
  return universe.flatMap((id) => {
    const [history, standing] = [histories.get(id), standings.get(id)];
    if (!history || !standing) return [];
    const aligned = coins.includes(id) ? newYorkDay(view, figure, id, bars) : undefined;
    return [instrumentBlock(history, figure, { windowRows, standing, newYorkDay: aligned })];
  });
}

/** Ids by the direction of the move over the window, largest standardised move first. */
function movers(instruments: readonly ScanInstrument[]): Pick<ScanAnswer, 'rose' | 'fell'> {
  const ordered = [...instruments].sort((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1));
  const moved = (sign: number) =>
    ordered.filter((one) => Math.sign(one.change.window.value ?? 0) === sign).map((one) => one.id);
  return { rose: moved(1), fell: moved(-1) };
}

function size(one: ScanInstrument): number {
  return Math.abs((one.windowZ ?? one.z).value ?? 0);
}
