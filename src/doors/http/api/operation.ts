import type { z } from 'zod';
import type { Language } from '../../../data/series/entry.ts';
import type { Instant } from '../../../data/time.ts';
import type { DataQuestions } from '../../data-questions.ts';
import type { How } from '../../how.ts';
import type { PageQuestions } from '../../pages.ts';
import type { Parts } from '../../parts.ts';
import type { Questions } from '../../questions.ts';
import type { Jobs } from './jobs.ts';
import type { News } from './news.ts';

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
  readonly pages: PageQuestions;
  /** Chosen by the person who started the server: the browser's preference does not overrule it. */
  readonly languageIsChosen: boolean;
}

/** What is answered by the server itself: of it there is one, while there may be several that compute. */
export interface ServerContext extends ApiContext {
  readonly jobs: Jobs;
  readonly news: News;
  /** An answer, from memory where it is kept; what several wait for is computed once. */
  readonly compute: (work: Computed, asked: Texts, how: How) => Promise<Sent>;
  /** Of the reader of a stream that asks for it again; 0 for any other. */
  readonly lastEvent: number;
}

/** What is answered: a value as JSON, or bytes of another type. */
export type Reply =
  | { readonly json: object }
  | { readonly type: string; readonly body: string | Uint8Array<ArrayBuffer>; readonly filename?: string };

/** What the server itself answers: a value, bytes that are ready, or events for as long as the reader stays. */
export type ServerReply =
  | { readonly json: object; readonly status?: 200 | 202; readonly location?: string }
  | { readonly sent: Promise<Sent> }
  | { readonly events: ReadableStream<Uint8Array> };

/** Bytes as they are sent. */
export interface Sent {
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  /** Where it is worth it. */
  readonly zipped?: Uint8Array<ArrayBuffer> | undefined;
  readonly filename?: string;
}

/** Types of an answer that are not JSON, by content type: what they hold. */
type OtherTypes = Readonly<Record<string, string>>;

export type Method = 'get' | 'post' | 'delete';

/** What was asked, as texts. */
export type Texts = Readonly<Record<string, string>>;

interface Described<P extends z.ZodObject> {
  readonly id: string;
  /** Nothing said: get. */
  readonly method?: Method;
  /** Below `/api/v1`, parameters of the path in braces. */
  readonly path: string;
  readonly summary: string;
  /** Of the address; what a `post` is asked stands in its body, and is described by the schema of this name. */
  readonly parameters: P;
  readonly body?: string;
  /** Name of the schema of its JSON; undefined where it sends none. */
  readonly schema: string | undefined;
  readonly others?: OtherTypes;
  /** The status of an answer; nothing said: 200. */
  readonly status?: 202;
  /** The parameter that a wrong usage is about when its message names none. */
  readonly otherwise?: string;
}

/** A question that is computed: here, or in a thread of its own. */
export interface Computed<P extends z.ZodObject = z.ZodObject> extends Described<P> {
  /** Instant of the data it stands on; `unknown`, or absent: not to be kept. */
  readonly standsOn?: (asked: z.infer<P>, context: ApiContext) => Instant | undefined | 'unknown';
  readonly answer: (asked: z.infer<P>, context: ApiContext, how: How) => Promise<Reply>;
}

/** A question to the server itself, which costs nothing. */
export interface Served<P extends z.ZodObject = z.ZodObject> extends Described<P> {
  /** Its answer changes with the program alone. */
  readonly isFixed?: boolean;
  readonly serve: (asked: z.infer<P>, context: ServerContext) => ServerReply | Promise<ServerReply>;
}

/** One route of the API: its parameters, what it answers, and from what. The document and the client are made from it. */
export type Operation = Computed | Served;

/** Keeps the type of the parameters inside an operation, and forgets it outside. */
export function operation<P extends z.ZodObject>(made: Computed<P>): Computed {
  return made as unknown as Computed;
}

export function served<P extends z.ZodObject>(made: Served<P>): Served {
  return made as unknown as Served;
}
