import type { ExportRow } from '../../data/export/rows.ts';
import type { HealthReport } from '../../data/health/report.ts';
import type { Language, SeriesEntry, Words } from '../../data/series/entry.ts';
import type { ExplainAnswer, SectionId } from '../../diagnosis/explain/answer.ts';
import type { ScanAnswer } from '../../diagnosis/scan/answer.ts';
import type { CascadeAnswer } from '../../simulation/cascade/answer.ts';
import type { SentPage, SentPart } from './sent.ts';

/** Answers that a page or a slot is written from; each is asked for on its own. */
export interface Needs {
  readonly scan?: true;
  readonly sections?: readonly SectionId[];
  /** Single parts of an explanation, by their ids: sooner had than their sections. */
  readonly parts?: readonly string[];
  /** `asked`: as the reader set it; `brief`: small enough to wait for. */
  readonly cascade?: 'asked' | 'brief';
  /** The data themselves: how they are, or the series that the address names. */
  readonly data?: 'health' | 'series';
}

/** Which data a page that is not written from an answer stands on. */
export interface Seen {
  readonly asOf: string;
  readonly dataVersion: string;
  readonly simulated: boolean;
}

/** The answers of one instant, as far as they were needed. A cascade is absent where nothing can be simulated. */
export interface PageAnswers {
  readonly scan?: ScanAnswer;
  readonly sections?: Readonly<Partial<Record<SectionId, ExplainAnswer>>>;
  /** By the id of the part; each answer holds that part alone. */
  readonly parts?: Readonly<Record<string, ExplainAnswer>>;
  readonly cascade?: CascadeAnswer;
  readonly health?: HealthReport;
  readonly series?: { readonly entry: SeriesEntry; readonly rows: readonly ExportRow[] };
  /** With data only. */
  readonly seen?: Seen;
}

/** A part of a page that is asked for on its own. */
export interface PageSlot {
  readonly needs: Needs;
  readonly compose: (answers: PageAnswers, language: Language) => SentPart;
}

/** A page: one question, the answers it is written from, and what writes it. The rail, the keys, the routes and the tests read the list of pages. */
export interface Page {
  readonly id: string;
  /** `:id` stands for what the page is about; such a page is not in the rail. */
  readonly path: string;
  /** The key that opens it; empty when none does. */
  readonly key: string;
  /** The verb of the command line that says the same. */
  readonly verb?: string;
  /** The page in whose section of the rail it stands. */
  readonly under?: string;
  readonly title: Words;
  readonly question: Words;
  readonly needs: Needs;
  readonly compose: (answers: PageAnswers, language: Language) => SentPage;
  readonly slots: Readonly<Record<string, PageSlot>>;
}
