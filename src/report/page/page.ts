import type { Language, Words } from '../../data/series/entry.ts';
import type { ExplainAnswer, SectionId } from '../../diagnosis/explain/answer.ts';
import type { ScanAnswer } from '../../diagnosis/scan/answer.ts';
import type { CascadeAnswer } from '../../simulation/cascade/answer.ts';
import type { SentPage, SentPart } from './sent.ts';

/** Answers that a page or a slot is written from; each is asked for on its own. */
export interface Needs {
  readonly scan?: true;
  readonly sections?: readonly SectionId[];
  /** `asked`: as the reader set it; `brief`: small enough to wait for. */
  readonly cascade?: 'asked' | 'brief';
}

/** The answers of one instant, as far as they were needed. A cascade is absent where nothing can be simulated. */
export interface PageAnswers {
  readonly scan?: ScanAnswer;
  readonly sections?: Readonly<Partial<Record<SectionId, ExplainAnswer>>>;
  readonly cascade?: CascadeAnswer;
}

/** A part of a page that is asked for on its own. */
export interface PageSlot {
  readonly needs: Needs;
  readonly compose: (answers: PageAnswers, language: Language) => SentPart;
}

/** A page: one question, the answers it is written from, and what writes it. The rail, the keys, the routes and the tests read the list of pages. */
export interface Page {
  readonly id: string;
  readonly path: string;
  /** The key that opens it. */
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
