import type { Inline, Part } from '../../inline.ts';
import type { WarningKind } from '../messages.ts';

/** How much of what the verdict needs was there. */
export type Confidence = 'high' | 'medium' | 'low';

/** What holds a report together: its chapters, its box, its changes, its end. */
export interface ShapeMessages {
  readonly consequences: string;
  readonly data: string;
  readonly market: string;
  readonly economy: string;
  readonly end: string;
  readonly contents: string;
  readonly appendix: string;
  readonly appendixLead: string;
  /** Stands where a table of data would have stood. */
  seeTable(label: string): Inline;
  /** Title of the list of what was measured as well; `number` is that of its appendix. */
  brief(number: string): string;
  readonly source: string;
  readonly model: string;

  /** One line for the series of a kind of warning: the first of them, and how many there are. */
  warned(p: { kind: WarningKind; names: readonly string[]; all: number }): string;
  readonly unchecked: { readonly title: string; readonly lead: string };
  readonly glossary: { readonly title: string; readonly measure: string };

  readonly box: {
    /** The value of a cell that nothing measured. */
    readonly unmeasured: string;
    readonly liquidity: string;
    /** The part that changed it most, with its contribution. */
    liquidityNote(part: string, change: Part): Inline;
    readonly forced: string;
    /** What is only reported. */
    reported(total: Part): Inline;
    readonly notReported: string;
    readonly lamps: string;
    red(red: Part, measured: number): Inline;
    lampsNote(unmeasured: number): string;
    readonly confidence: string;
    readonly levels: Readonly<Record<Confidence, string>>;
    /** Classes that are not measured, and how many series are late. */
    confidenceNote(missing: readonly string[], late: number): string;
    readonly rule: string;
  };

  /** The two largest parts of a move by their contribution; never a cause. */
  why(p: {
    name: string;
    days: number;
    move: Part;
    parts: readonly { name: string; change: Part; isResidual: boolean }[];
  }): Inline;
  /** What is known next, by its instant. */
  next(items: readonly { name: string; when: string }[]): Inline;
  readonly nextMeeting: string;

  readonly changes: {
    readonly title: string;
    measure(before: string, now: string): string;
    readonly columns: { readonly item: string; readonly before: string; readonly now: string };
    readonly verdict: string;
    readonly liquidityState: string;
    readonly netLiquidity: string;
    readonly cash: string;
    readonly lit: string;
    readonly unlit: string;
    readonly close: string;
    readonly records: string;
    /** None of the rows has changed since an instant. */
    unchanged(p: { all: number; before: string }): Inline;
    /** A record that the day set. */
    record(p: { name: string; moved: Inline; record: Inline }): Inline;
  };
}
