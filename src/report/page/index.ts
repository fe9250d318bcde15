import { cascadePage } from './cascade/page.ts';
import { dataPage } from './data/page.ts';
import { seriesPage } from './data/series.ts';
import { explainPages } from './explain/pages.ts';
import type { Page } from './page.ts';
import { scanPage } from './scan/page.ts';
import { verdictPage } from './verdict/page.ts';

export type { Needs, Page, PageAnswers, Seen } from './page.ts';
export type {
  Evidence,
  ListedPage,
  SentBar,
  SentBlock,
  SentCell,
  SentChart,
  SentColumn,
  SentFigure,
  SentFrame,
  SentInline,
  SentPage,
  SentPart,
  SentSpan,
  SentTable,
  Timeline,
} from './sent.ts';
export type { SentOrigin, SentOriginInput, SentTrace } from './trace/sent-trace.ts';

/** The pages that are written from answers, in the order of the rail. A verb that is to have one adds its folder here and a line. */
export const PAGES: readonly Page[] = [
  verdictPage,
  scanPage,
  ...explainPages,
  cascadePage,
  dataPage,
  seriesPage,
];
