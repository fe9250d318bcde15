import type { ExplainAnswer, SectionId } from '../../diagnosis/explain/answer.ts';
import type { Wording } from '../desk.ts';
import type { Block } from '../document.ts';
import type { Inline } from '../inline.ts';

/** What the parts of an explanation are written from: one answer, one language. */
export interface ExplainDesk extends Wording {
  readonly answer: ExplainAnswer;
  /** Number of the next chart of the report. */
  nextChart(): number;
}

/** What a part answers, by its section and its key there. */
export type PartAnswer<
  S extends SectionId,
  K extends keyof NonNullable<ExplainAnswer[S]>['parts'],
> = NonNullable<NonNullable<ExplainAnswer[S]>['parts'][K]>;

/** A part in words. */
export interface Story {
  /** One or two sentences for the terminal and the summary: what it says, with its number. */
  readonly headline: readonly Inline[];
  /** Paragraphs (fact, rank, structure, meaning), charts, tables: what stands in the report. */
  readonly blocks: readonly Block[];
}

/** Words, charts and tables of one part; nothing is computed. */
export type Teller<T> = (desk: ExplainDesk, part: T) => Story;
