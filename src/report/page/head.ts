import type { Language } from '../../data/series/entry.ts';
import { type AnswerHead, ENGINE_VERSION } from '../../diagnosis/answer.ts';
import { sessionLine, warningTexts } from '../compose/front.ts';
import type { HeadDesk } from '../desk.ts';
import { messagesOf } from '../messages/index.ts';
import type { Page, Seen } from './page.ts';
import { sentInline } from './sending.ts';
import type { SentPage } from './sent.ts';

/** What every page begins and ends with: instant, sessions, question, and what is not known. */
export function pageHead(
  desk: HeadDesk,
  { id, question }: Pick<Page, 'id' | 'question'>,
): Pick<
  SentPage,
  'page' | 'asOf' | 'dataVersion' | 'engine' | 'simulated' | 'sessions' | 'question' | 'unknown'
> {
  const { asOf, dataVersion, engine, simulated }: AnswerHead = desk.answer;
  return {
    page: id,
    asOf,
    dataVersion,
    engine,
    ...(simulated ? { simulated: desk.m.simulated } : {}),
    sessions: sessionLine(desk),
    question: question[desk.language],
    unknown: warningTexts(desk).map((text) => sentInline(desk, text)),
  };
}

/** The same of a page that stands on the data themselves. */
export function dataHead(
  { asOf, dataVersion, simulated }: Seen,
  language: Language,
  { id, question }: Pick<Page, 'id' | 'question'>,
): ReturnType<typeof pageHead> {
  return {
    page: id,
    asOf,
    dataVersion,
    engine: ENGINE_VERSION,
    ...(simulated ? { simulated: messagesOf(language).simulated } : {}),
    sessions: [],
    question: question[language],
    unknown: [],
  };
}
