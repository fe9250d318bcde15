import type { Language } from '../../data/series/entry.ts';
import type { Instant } from '../../data/time.ts';
import type { Texts } from '../http/api/operation.ts';
import type { Sent } from '../http/api/sent.ts';
import type { Problem } from '../http/problem.ts';

/** What a thread that answers is told when it begins. */
export interface Place {
  readonly home: string;
  readonly asOf: Instant | undefined;
  readonly language: Language;
  readonly languageIsChosen: boolean;
  readonly fontFolders: readonly string[];
}

/** To the thread: a question, or that nobody waits for it any more. */
export type Request =
  | { readonly ask: number; readonly operation: string; readonly asked: Texts }
  | { readonly leave: number };

/** From the thread: an answer, a refusal, or how far a question is; or a line for the log. */
export type Response =
  | { readonly log: string }
  | { readonly id: number; readonly sent: Sent }
  | { readonly id: number; readonly problem: Problem; readonly stack: string | undefined }
  | { readonly id: number; readonly cancelled: true }
  | { readonly id: number; readonly stage: { readonly title: string; readonly total: number } }
  | { readonly id: number; readonly done: number; readonly detail: string | undefined };
