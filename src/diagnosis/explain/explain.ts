import { UserError } from '../../data/errors.ts';
import { type FigureMaker, figureMaker } from '../../data/figure.ts';
import type { Series } from '../../data/observation.ts';
import { formatInstant } from '../../data/time.ts';
import { turn } from '../../data/turn.ts';
import type { View } from '../../data/view.ts';
import { ENGINE_VERSION } from '../answer.ts';
import { sessionsOf, standingOf } from '../sessions.ts';
import { warningsOf } from '../warnings.ts';
import { type ExplainAnswer, type Need, SECTION_IDS, SECTIONS, type SectionId } from './answer.ts';
import { ASSUMPTION_NAMES, type Assumptions, assumptionsText } from './assumptions.ts';
import type { ExplainPart } from './part.ts';

export interface ExplainOptions {
  /** The instrument the question is about; undefined: each part takes its own set. */
  readonly asset?: string | undefined;
  /** Sessions of the explained change: `1d`, `5d` … */
  readonly window: string;
  /** What is supposed, US dollars; undefined: nothing. */
  readonly assume?: Assumptions | undefined;
  /** One section; undefined: all. */
  readonly section?: SectionId | undefined;
  /** Only the parts of these ids, as for a trace of a figure. */
  readonly part?: string | readonly string[] | undefined;
}

export const EXPLAIN_WINDOW = '5d';

/** Awaited before each part, with how many are done of how many; what it throws ends the explanation. */
export type BeforePart = (done: number, total: number) => Promise<void>;

/**
 * Why it fell, in sections, as of the view's instant. Same view and options, same bytes; nothing known later changes any of them. An
 * association is called one.
 * @throws UserError (2) for an unknown instrument or an assumption that no part asked for reads; RangeError for a window that is no number
 * of sessions or an assumption that is no amount.
 */
export async function explain(
  view: View,
  options: ExplainOptions,
  beforePart: BeforePart = turn,
): Promise<ExplainAnswer> {
  const { asset, window, section } = options;
  if (asset !== undefined && !view.entry(asset)) {
    throw new UserError(`unknown series: "${asset}"`, 'take ids from the catalogue: `tidemark data list`', 2);
  }
  const figure = makerFor(view, options);
  const wanted = SECTION_IDS.filter((id) => section === undefined || id === section);
  refuseUnread(wanted, options);
  const ids = seriesOf(wanted.flatMap((id) => partsOf(id, options).map(([, part]) => part)));
  const known = await view.seriesMany(ids);
  const answers: Partial<Record<SectionId, unknown>> = {};
  const total = wanted.reduce((sum, id) => sum + toldParts(id, options).length, 0);
  let done = 0;
  const next = () => beforePart(done++, total);
  for (const id of wanted) answers[id] = await sectionAnswer(view, id, options, figure, known, next);
  return {
    verb: 'explain',
    schema: 1,
    engine: ENGINE_VERSION,
    dataVersion: view.dataVersion,
    asOf: formatInstant(view.instant),
    simulated: view.simulated,
    sessions: sessionsOf(['new-york', ...ids.map((id) => view.entry(id)!.calendar)], view.instant),
    warnings: ids.flatMap((id) => warnings(view, known.get(id)!)),
    parameters: {
      ...(asset === undefined ? {} : { asset }),
      window,
      ...assumedOf(options),
      ...(section === undefined ? {} : { section }),
    },
    ...answers,
  } as ExplainAnswer;
}

/** Whether `explain` has a part of this id: the first word of a figure's path. */
export function hasPart(id: string): boolean {
  return SECTION_IDS.some((section) => Object.values(SECTIONS[section]).some((part) => part.id === id));
}

function makerFor(view: View, options: ExplainOptions): FigureMaker {
  const { asset, window } = options;
  const { instant, dataVersion, simulated } = view;
  const sessions = sessionsIn(window);
  const parameters = {
    ...(asset === undefined ? {} : { asset }),
    ...(window === EXPLAIN_WINDOW ? {} : { window: `${sessions}d` }),
    ...assumedOf(options),
  };
  return figureMaker({ verb: 'explain', instant, dataVersion, simulated, parameters });
}

function assumedOf({ assume = {} }: ExplainOptions): { assume?: string } {
  const text = assumptionsText(assume);
  return text === '' ? {} : { assume: text };
}

/** An assumption that would change nothing is refused, so that nobody takes the answer for one under it. */
function refuseUnread(wanted: readonly SectionId[], { asset, section, assume = {} }: ExplainOptions): void {
  const parts = wanted.flatMap((id) => Object.values<ExplainPart>(SECTIONS[id]));
  const read = parts.filter((part) => coversAsked(part, asset)).flatMap(({ assumes = [] }) => assumes);
  const unread = ASSUMPTION_NAMES.find((name) => assume[name] !== undefined && !read.includes(name));
  if (unread === undefined) return;
  const asked = [...(asset === undefined ? [] : [asset]), ...(section === undefined ? [] : [section])];
  const hint =
    read.length > 0 ? `allowed there: ${[...new Set(read)].join(', ')}` : 'nothing can be assumed there';
  throw new UserError(
    `no part of the explanation asked for (${asked.join(', ')}) reads "${unread}"`,
    hint,
    2,
  );
}

function coversAsked(part: ExplainPart, asset: string | undefined): boolean {
  return asset === undefined || (part.covers?.(asset) ?? true);
}

function sessionsIn(window: string): number {
  const match = /^(\d{1,4})d$/.exec(window);
  if (match && Number(match[1]) > 0) return Number(match[1]);
  throw new RangeError(`window: not a number of sessions: "${window}"; allowed: 1d, 5d, 20d …`);
}

function partsOf(section: SectionId, { part: only }: ExplainOptions): readonly [string, ExplainPart][] {
  const parts = Object.entries<ExplainPart>(SECTIONS[section]);
  return only === undefined ? parts : parts.filter(([, { id }]) => [only].flat().includes(id));
}

/** Those that have something to say of what is asked about. */
function toldParts(section: SectionId, options: ExplainOptions): readonly [string, ExplainPart][] {
  return partsOf(section, options).filter(([, part]) => coversAsked(part, options.asset));
}

function seriesOf(parts: readonly ExplainPart[]): readonly string[] {
  return [...new Set(parts.flatMap((part) => part.series))];
}

async function sectionAnswer(
  view: View,
  section: SectionId,
  options: ExplainOptions,
  figure: FigureMaker,
  known: ReadonlyMap<string, Series>,
  next: () => Promise<void>,
) {
  const { asset } = options;
  const parts: Record<string, unknown> = {};
  for (const key of Object.keys(SECTIONS[section])) parts[key] = null;
  const told = toldParts(section, options);
  for (const [key, part] of told) {
    await next();
    parts[key] = await part.compute({
      view,
      asset,
      window: sessionsIn(options.window),
      assume: options.assume ?? {},
      figure: (draft) => figure({ ...draft, path: `${part.id}.${draft.path}` }),
    });
  }
  return {
    parts,
    needs: needsOf(
      view,
      told.map(([, part]) => part),
      known,
    ),
  };
}

/** What has no value at all, once a series, with the parts that would read it. */
function needsOf(
  view: View,
  parts: readonly ExplainPart[],
  known: ReadonlyMap<string, Series>,
): readonly Need[] {
  return seriesOf(parts)
    .filter((id) => known.get(id)!.dates.length === 0)
    .map((id) => {
      const entry = view.entry(id)!;
      return {
        series: id,
        title: entry.title,
        parts: parts.filter((part) => part.series.includes(id)).map((part) => part.id),
        sources: entry.sources.map(({ provider, symbol }) => `${provider}: ${symbol}`),
      };
    });
}

/** What must be said of a series that has values; one that has none stands under `needs`. */
function warnings(view: View, { entry, dates, flags }: Series) {
  const last = dates.length - 1;
  if (last < 0) return [];
  const standing = standingOf(entry, dates[last]!, view.instant);
  const told = warningsOf(view, entry.id, { dates, flags, last }, standing);
  return told.filter(({ kind }) => kind !== 'short-history');
}
