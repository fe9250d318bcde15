import type { z } from 'zod';
import type { Language } from '../../../data/series/entry.ts';
import type { Instant } from '../../../data/time.ts';
import type { DataQuestions } from '../../data-questions.ts';
import type { Parts } from '../../parts.ts';
import type { Questions } from '../../questions.ts';

/** What the routes ask, and what they take for granted. */
export interface ApiContext {
  readonly questions: Questions;
  readonly data: DataQuestions;
  readonly parts: Pick<Parts, 'html' | 'markdown' | 'pdf' | 'docx' | 'episodes'>;
  /** Where fonts for paper are looked for, beside the folders of the system. */
  readonly fontFolders: readonly string[];
  /** Instant of a question that names none; undefined means the latest close. `asof=latest` asks for that in any case. */
  readonly asOf: Instant | undefined;
  readonly language: Language;
}

/** What is sent: a value as JSON, or bytes of another type. */
export type Reply =
  | { readonly json: object }
  | { readonly type: string; readonly body: string | Uint8Array<ArrayBuffer>; readonly filename?: string };

/** Types of an answer that are not JSON, by content type: what they hold. */
type OtherTypes = Readonly<Record<string, string>>;

/** One route of the API: its parameters, what it answers, and from what. The document and the client are made from it. */
export interface Operation<P extends z.ZodObject = z.ZodObject, C extends ApiContext = ApiContext> {
  readonly id: string;
  /** Below `/api/v1`, parameters of the path in braces. */
  readonly path: string;
  readonly summary: string;
  readonly parameters: P;
  /** Name of the schema of its JSON; undefined where it sends none. */
  readonly schema: string | undefined;
  readonly others?: OtherTypes;
  /** The parameter that a wrong usage is about when its message names none. */
  readonly otherwise?: string;
  /** Instant of the data it stands on; `none`: on no data, so that its answer changes with the program alone; `unknown`, or absent: not to be kept. */
  readonly standsOn?: (asked: z.infer<P>, context: C) => Instant | undefined | 'none' | 'unknown';
  readonly answer: (asked: z.infer<P>, context: C) => Promise<Reply>;
}

/** Keeps the type of the parameters inside an operation, and forgets it outside. */
export function operation<P extends z.ZodObject, C extends ApiContext = ApiContext>(
  made: Operation<P, C>,
): Operation<z.ZodObject, C> {
  return made as unknown as Operation<z.ZodObject, C>;
}
