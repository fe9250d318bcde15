import { calendar } from '../data/calendar.ts';
import type { Progress } from '../data/effects.ts';
import { UserError } from '../data/errors.ts';
import { type FigureRef, parseFigureId } from '../data/figure.ts';
import { nearest } from '../data/nearest.ts';
import type { Store } from '../data/store/store.ts';
import { dayOf, type EpochDay, formatInstant, type Instant, MS_PER_DAY, parseInstant } from '../data/time.ts';
import { figuresOf, type Trace, traceFigure } from '../data/trace.ts';
import { turn } from '../data/turn.ts';
import type { View } from '../data/view.ts';
import type { ExplainAnswer, SectionId } from '../diagnosis/explain/answer.ts';
import type { Assumptions } from '../diagnosis/explain/assumptions.ts';
import type { ScanAnswer } from '../diagnosis/scan/answer.ts';
import type { ReportAnswers } from '../report/index.ts';
import type { CascadeAnswer } from '../simulation/cascade/answer.ts';
import type { CascadeOptions } from '../simulation/cascade/options.ts';
import { type CascadeLimits, refuseBeyond } from './cascade-limits.ts';
import type { CascadeTexts } from './cascade-options.ts';
import { emptyHome } from './empty-home.ts';
import { usage } from './failure.ts';
import { goOn, type How, SILENT } from './how.ts';
import { keeper, type SharedHow } from './keeper.ts';
import type { KeptAnswers } from './kept-answers.ts';
import type { Parts } from './parts.ts';
import type { SimulateOptions } from './simulate/run-jobs.ts';
import { resolveUniverse, unknownSeries } from './universe.ts';

export interface ScanRequest {
  /** undefined: the latest close in the store. */
  readonly asOf?: Instant | undefined;
  readonly universe?: string | undefined;
  readonly window?: string | undefined;
  /** A dated event to which the reaction of the markets is asked. */
  readonly event?: Instant | undefined;
}

export interface ExplainRequest {
  /** undefined: the latest close in the store. */
  readonly asOf?: Instant | undefined;
  /** The instrument the question is about; undefined: each part takes its own set. */
  readonly asset?: string | undefined;
  /** Sessions of the explained change. */
  readonly window?: string | undefined;
  /** What is supposed: `fed=40,flow=-3`, billions of US dollars. */
  readonly assume?: string | undefined;
  /** One section; undefined: all. */
  readonly section?: string | undefined;
  /** The id of one part, as a page asks for it; undefined: all. */
  readonly part?: string | undefined;
}

/** What is asked of a report: the scan, what its explanation supposes, and what it is compared with. */
export interface ReportRequest extends ScanRequest, Pick<ExplainRequest, 'assume'> {
  /** undefined: a session of New York earlier, at the same time of day. */
  readonly since?: Instant | undefined;
}

/** What is asked of a cascade: texts, read here. */
export interface CascadeRequest extends CascadeTexts {
  /** undefined: the latest close in the store. */
  readonly asOf?: Instant | undefined;
}

/** What every door asks of a store; a question whose signal is aborted rejects with Cancelled, and stops when nobody else asks it. */
export interface Questions {
  scan(request: ScanRequest, how?: How): Promise<ScanAnswer>;
  explain(request: ExplainRequest, how?: How): Promise<ExplainAnswer>;
  cascade(request: CascadeRequest, how?: How): Promise<CascadeAnswer>;
  /** Both at one instant; a window asked for is that of both. */
  report(
    request: ReportRequest,
    how?: How,
  ): Promise<ReportAnswers & Required<Pick<ReportAnswers, 'scan' | 'explain'>>>;
  trace(figureId: string, how?: How): Promise<Trace>;
}

export const DEFAULT_UNIVERSE = 'core';
export const DEFAULT_WINDOW = '1d';
const EXPLAIN_WINDOW = '5d';
const LONGEST_WINDOW = 2600;
const KEPT_ANSWERS = 16;

/** A figure id that reads well and names nothing. */
export class UnknownFigure extends UserError {}

export interface QuestionsOptions {
  readonly store: Store;
  readonly parts: Parts;
  /** Given at the command line only: a page may not read files. */
  readonly readFile?: (path: string) => string | undefined;
  /** How simulations are run; nothing said: in this thread, without a bar. */
  readonly simulate?: SimulateOptions;
  /** The most that a cascade may simulate here; nothing said: what the simulation takes. */
  readonly limits?: CascadeLimits;
  /** Where answers outlast the process; nothing said: nowhere. */
  readonly kept?: KeptAnswers | undefined;
}

const IN_THIS_THREAD: SimulateOptions = { threads: 1, effects: { progress: SILENT } };

/** A view, and the commit it was opened at: undefined where another came in between, so that nothing made from it is kept. */
interface Standing {
  readonly view: View;
  readonly commit: string | undefined;
}

/** The questions over one store; an answer is kept while the data it saw stay the same. */
export function questions({
  store,
  parts,
  readFile,
  simulate = IN_THIS_THREAD,
  limits,
  kept,
}: QuestionsOptions): Questions {
  const keep = keeper(KEPT_ANSWERS);

  /** The answer from memory, from the disk, or made; a part of one alone is not for the disk. */
  function once<T extends object>(
    { view, commit }: Standing,
    asked: readonly unknown[],
    how: How,
    make: (how: SharedHow) => Promise<T>,
    { alone = false } = {},
  ): Promise<T> {
    const { signal, progress = simulate.effects.progress } = how;
    const key = [...asked, view.instant, view.dataVersion, commit];
    const disk = alone || commit === undefined ? undefined : kept;
    const find = async (shared: SharedHow) => {
      const found = (await disk?.read(key)) as T | undefined;
      if (found) return found;
      goOn(shared.signal);
      const answer = await make(shared);
      await disk?.write(key, answer);
      return answer;
    };
    return keep(key, find, { signal, progress });
  }

  async function scanned(at: Standing, request: ScanRequest, how: How): Promise<ScanAnswer> {
    const { view } = at;
    const catalogue = await parts.catalogue();
    const universe = resolveUniverse(request.universe ?? DEFAULT_UNIVERSE, {
      core: catalogue.core,
      all: catalogue.all,
      isKnown: (id) => view.entry(id) !== undefined,
      ...(readFile ? { readFile } : {}),
    });
    const window = parseWindow(request.window ?? DEFAULT_WINDOW);
    const { event } = request;
    return once(at, ['scan', universe.name, window, event], how, () =>
      parts.scan(view, { universe: universe.ids, universeName: universe.name, window, event }),
    );
  }

  async function explained(
    at: Standing,
    request: ExplainRequest,
    how: How,
    part?: string | readonly string[],
  ): Promise<ExplainAnswer> {
    const { view } = at;
    const { asset } = request;
    if (asset !== undefined && !view.entry(asset)) {
      throw unknownSeries([asset], (await parts.catalogue()).all, 'an id of `tidemark data list --all`');
    }
    const window = parseWindow(request.window ?? EXPLAIN_WINDOW);
    const section = sectionOf(request.section, await parts.explainSections());
    const assume = await assumed(request.assume);
    return once(
      at,
      ['explain', asset, window, assume, section, part],
      how,
      (shared) =>
        inParts(shared, (step) => parts.explain(view, { asset, window, assume, section, part }, step)),
      { alone: typeof part === 'string' },
    );
  }

  async function assumed(text: string | undefined): Promise<Assumptions | undefined> {
    if (text === undefined) return undefined;
    const parse = await parts.parseAssumptions();
    return usage('--assume', () => parse(text));
  }

  async function cascaded(at: Standing, options: CascadeOptions, how: How): Promise<CascadeAnswer> {
    if (limits) refuseBeyond(limits, options);
    const asked = Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1));
    return once(at, ['cascade', asked], how, async ({ signal, progress }) => {
      const run = await parts.runJobs({ ...simulate, signal, effects: { progress } });
      return parts.cascade(at.view, options, run);
    });
  }

  /** The cascade of a report, small enough to wait for; none where no asset it names has a price. */
  async function cascadeOfReport(at: Standing, how: How): Promise<CascadeAnswer | undefined> {
    const options = (await parts.cascadeReaders()).ofTexts(REPORTED_CASCADE);
    try {
      return await cascaded(at, options, how);
    } catch (error) {
      if (error instanceof UserError && error.exitCode === 3) return undefined;
      throw error;
    }
  }

  /** What a report is compared with: the scan, and the parts of the explanation that its changes show; none where nothing was known yet. */
  async function earlierOf(view: View, request: ReportRequest, how: How): Promise<ReportAnswers['since']> {
    const { since, window } = request;
    if (since !== undefined && since >= view.instant) {
      throw new UserError(
        `--since: not before the report: ${formatInstant(since)}`,
        `allowed: an instant before ${formatInstant(view.instant)}`,
        2,
      );
    }
    const instant = since ?? sessionEarlier(view.instant);
    if ((await store.asOf(instant)).ids().length === 0) return undefined;
    const earlier = await standingAt(store, instant);
    const { event: _, ...asked } = request;
    return {
      scan: await scanned(earlier, asked, how),
      explain: await explained(earlier, { window }, how, COMPARED),
    };
  }

  /** The answer that made a figure; of an explanation only the part that the figure belongs to. */
  async function remade(at: Standing, { verb, path, parameters }: FigureRef, how: How): Promise<object> {
    if (verb === 'scan') return scanned(at, requestOf(parameters), how);
    if (verb === 'cascade') {
      const { ofId } = await parts.cascadeReaders();
      return cascaded(
        at,
        usage('', () => ofId(parameters)),
        how,
      );
    }
    const { asset, window, assume } = parameters;
    return explained(at, { asset, window, assume }, how, partOf(path));
  }

  return {
    async scan(request, how = {}) {
      return scanned(await standingAt(store, request.asOf), request, how);
    },
    async explain(request, how = {}) {
      return explained(await standingAt(store, request.asOf), request, how, request.part);
    },
    async cascade(request, how = {}) {
      const { asOf, ...texts } = request;
      const options = (await parts.cascadeReaders()).ofTexts(texts);
      return cascaded(await standingAt(store, asOf), options, how);
    },
    async report(request, how = {}) {
      const at = await standingAt(store, request.asOf);
      const { window, assume } = request;
      const [scan, explain] = [await scanned(at, request, how), await explained(at, { window, assume }, how)];
      const cascade = await cascadeOfReport(at, how);
      const since = await earlierOf(at.view, request, how);
      return { scan, explain, ...(cascade ? { cascade } : {}), ...(since ? { since } : {}) };
    },
    async trace(figureId, how = {}) {
      const ref = usage('', () => parseFigureId(figureId));
      if (!TRACED.includes(ref.verb)) {
        throw new UnknownFigure(
          `no such verb in the figure id: "${ref.verb}"`,
          `allowed: ${TRACED.join(', ')}`,
          2,
        );
      }
      if (ref.verb === 'explain' && !(await parts.hasExplainPart(partOf(ref.path)))) {
        throw new UnknownFigure(`an explanation has no part "${partOf(ref.path)}"`, whereIds('explain'), 2);
      }
      const at = await standingAt(
        store,
        usage('', () => parseInstant(ref.instant)),
      );
      const figures = figuresOf(await remade(at, ref, how));
      const stem = withoutVersion(figureId);
      const figure = figures.find((one) => withoutVersion(one.id) === stem);
      if (!figure)
        throw unknownFigure(
          ref,
          figures.map((one) => parseFigureId(one.id).path),
        );
      return traceFigure(figure, at.view, await parts.formulas(), figureId);
    },
  };
}

/** An explanation part by part: it says how far it is, and between two parts others are heard, also the one who gives it up. */
async function inParts<T>(
  { signal, progress }: SharedHow,
  explain: (step: (done: number, total: number) => Promise<void>) => Promise<T>,
): Promise<T> {
  let bar: Progress | undefined;
  try {
    return await explain(async (done, total) => {
      await turn();
      goOn(signal);
      bar ??= progress('explaining', total);
      bar.update(done, `${done}/${total}`);
    });
  } finally {
    bar?.end();
  }
}

/** Paths and draws of the cascade that a report tells. */
export const REPORTED_CASCADE = { paths: '100', draws: '10' } as const;

/** Parts of an explanation that a report shows beside their earlier values. */
const COMPARED = ['liquidity-state', 'net-liquidity', 'three-lamps', 'cash-regime'];

/** The latest instant of the same time of day at which the latest session of New York was another. */
function sessionEarlier(instant: Instant): Instant {
  const latest = closedBy(instant);
  let earlier = instant - MS_PER_DAY;
  while (closedBy(earlier) === latest) earlier -= MS_PER_DAY;
  return earlier;
}

/** The latest session of New York that had closed. */
function closedBy(instant: Instant): EpochDay {
  const newYork = calendar('new-york');
  const day = dayOf(instant);
  return newYork.isSession(day) && newYork.closeOf(day) <= instant ? day : newYork.offset(day, -1);
}

const TRACED = ['scan', 'explain', 'cascade'];

/** The part of an explanation that a figure's path begins with. */
function partOf(path: string): string {
  return path.split('.')[0] as string;
}

/** @throws UserError (2) with the sections there are. */
function sectionOf(text: string | undefined, sections: readonly SectionId[]): SectionId | undefined {
  if (text === undefined) return undefined;
  const found = sections.find((one) => one === text);
  if (found) return found;
  throw new UserError(`--section: no such section: "${text}"`, `allowed: ${sections.join(', ')}`, 2);
}

/** What was asked when a figure was made, from the parameters in its id. */
function requestOf({ universe, window, event }: Readonly<Record<string, string>>): ScanRequest {
  return { universe, window, event: event === undefined ? undefined : usage('', () => parseInstant(event)) };
}

/**
 * The store as known at an instant, the latest close when none is given.
 * @throws UserError (3) when nothing is known then.
 */
export async function viewAt(store: Store, asOf: Instant | undefined): Promise<View> {
  const latest = await store.latestClose();
  if (latest === undefined) throw emptyHome(store.home);
  const view = await store.asOf(asOf ?? latest);
  if (view.ids().length > 0) return view;
  throw new UserError(
    `nothing was known at ${formatInstant(view.instant)}`,
    `ask for a later instant; the latest close in the store is ${formatInstant(latest)}`,
    3,
  );
}

async function standingAt(store: Store, asOf: Instant | undefined): Promise<Standing> {
  const before = await store.latestCommit();
  const view = await viewAt(store, asOf);
  return { view, commit: (await store.latestCommit()) === before ? before : undefined };
}

/** @throws UserError (2) when it is not a number of sessions. */
export function parseWindow(text: string): string {
  const match = /^(\d{1,4})d$/.exec(text);
  const sessions = match ? Number(match[1]) : 0;
  if (sessions >= 1 && sessions <= LONGEST_WINDOW) return `${sessions}d`;
  throw new UserError(
    `--window: not a number of sessions: "${text}"`,
    `allowed: 1d, 5d, 20d … ${LONGEST_WINDOW}d`,
    2,
  );
}

function withoutVersion(id: string): string {
  return id.slice(0, id.lastIndexOf('#'));
}

function unknownFigure({ verb, path }: FigureRef, known: readonly string[]): UnknownFigure {
  const close = nearest(path, known, 3);
  const hint = close.length > 0 ? `did you mean ${close.join(', ')}?` : whereIds(verb);
  return new UnknownFigure(`the answer has no figure "${path}"`, hint, 2);
}

function whereIds(verb: string): string {
  return `ids stand in \`tidemark ${verb} --json\``;
}
