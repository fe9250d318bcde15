import type { AnswerHead } from '../../diagnosis/answer.ts';
import { sessionLine, warningTexts } from '../compose/front.ts';
import type { HeadDesk } from '../desk.ts';
import type { Page } from './page.ts';
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
