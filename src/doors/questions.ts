import { UserError } from '../data/errors.ts';
import { parseFigureId } from '../data/figure.ts';
import { nearest } from '../data/nearest.ts';
import type { Store } from '../data/store/store.ts';
import { formatInstant, type Instant, parseInstant } from '../data/time.ts';
import { figuresOf, type Trace, traceFigure } from '../data/trace.ts';
import type { View } from '../data/view.ts';
import type { ScanAnswer } from '../diagnosis/scan/answer.ts';
import { emptyHome } from './empty-home.ts';
import { usage } from './failure.ts';
import type { Parts } from './parts.ts';
import { resolveUniverse } from './universe.ts';

export interface ScanRequest {
  /** undefined: the latest close in the store. */
  readonly asOf?: Instant | undefined;
  readonly universe?: string | undefined;
  readonly window?: string | undefined;
  /** A dated event to which the reaction of the markets is asked. */
  readonly event?: Instant | undefined;
}

/** What every door asks of a store. */
export interface Questions {
  scan(request: ScanRequest): Promise<ScanAnswer>;
  trace(figureId: string): Promise<Trace>;
}

export const DEFAULT_UNIVERSE = 'core';
export const DEFAULT_WINDOW = '1d';
const LONGEST_WINDOW = 2600;
const KEPT_ANSWERS = 16;

/** A figure id that reads well and names nothing. */
export class UnknownFigure extends UserError {}

export interface QuestionsOptions {
  readonly store: Store;
  readonly parts: Parts;
  /** Given at the command line only: a page may not read files. */
  readonly readFile?: (path: string) => string | undefined;
}

/** The questions over one store; an answer is kept while the data it saw stay the same. */
export function questions({ store, parts, readFile }: QuestionsOptions): Questions {
  const kept = new Map<string, Promise<ScanAnswer>>();

  async function answer(view: View, request: ScanRequest): Promise<ScanAnswer> {
    const catalogue = await parts.catalogue();
    const universe = resolveUniverse(request.universe ?? DEFAULT_UNIVERSE, {
      core: catalogue.core,
      all: catalogue.all,
      isKnown: (id) => view.entry(id) !== undefined,
      ...(readFile ? { readFile } : {}),
    });
    const window = parseWindow(request.window ?? DEFAULT_WINDOW);
    const { event } = request;
    const key = [view.instant, view.dataVersion, universe.name, window, event ?? ''].join(' ');
    const ready = kept.get(key);
    if (ready) return ready;
    const fresh = parts.scan(view, { universe: universe.ids, universeName: universe.name, window, event });
    fresh.catch(() => kept.delete(key));
    kept.set(key, fresh);
    if (kept.size > KEPT_ANSWERS) kept.delete(kept.keys().next().value as string);
    return fresh;
  }

  return {
    async scan(request) {
      return answer(await viewAt(store, request.asOf), request);
    },
    async trace(figureId) {
      const ref = usage('', () => parseFigureId(figureId));
      if (ref.verb !== 'scan') {
        throw new UnknownFigure(`no such verb in the figure id: "${ref.verb}"`, 'allowed: scan', 2);
      }
      const view = await viewAt(
        store,
        usage('', () => parseInstant(ref.instant)),
      );
      const redone = await answer(view, requestOf(ref.parameters));
      const figures = figuresOf(redone);
      const stem = withoutVersion(figureId);
      const figure = figures.find((one) => withoutVersion(one.id) === stem);
      if (!figure)
        throw unknownFigure(
          ref.path,
          figures.map((one) => parseFigureId(one.id).path),
        );
      return traceFigure(figure, view, await parts.formulas(), figureId);
    },
  };
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

function unknownFigure(path: string, known: readonly string[]): UnknownFigure {
  const close = nearest(path, known, 3);
  const hint = close.length > 0 ? `did you mean ${close.join(', ')}?` : 'ids stand in `tidemark scan --json`';
  return new UnknownFigure(`the answer has no figure "${path}"`, hint, 2);
}
