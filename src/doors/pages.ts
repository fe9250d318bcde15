import { UserError } from '../data/errors.ts';
import type { Language } from '../data/series/entry.ts';
import { endOfDay, formatInstant, type Instant, parseDay } from '../data/time.ts';
import type { ExplainAnswer, SectionId } from '../diagnosis/explain/answer.ts';
import type {
  ListedPage,
  Needs,
  Page,
  PageAnswers,
  Seen,
  SentPage,
  SentPart,
  SentTrace,
  Timeline,
} from '../report/page/index.ts';
import type { CascadeAnswer } from '../simulation/cascade/answer.ts';
import type { CascadeTexts } from './cascade-options.ts';
import type { DataQuestions, Seen as DataSeen } from './data-questions.ts';
import type { How } from './how.ts';
import type { Parts } from './parts.ts';
import { type Questions, REPORTED_CASCADE } from './questions.ts';

const HOUR = 3_600_000;

export interface PageRequest {
  /** undefined: the latest close in the store. */
  readonly asOf?: Instant | undefined;
  readonly language: Language;
  /** Read by a page that shows a cascade as the reader set it. */
  readonly cascade: CascadeTexts;
  /** What the page is about, where its address names it. */
  readonly id?: string | undefined;
}

/** The pages of the dashboard, written from the answers that each of them needs. */
export interface PageQuestions {
  /** The pages in the order of the rail. */
  list(language: Language): Promise<readonly ListedPage[]>;
  /** The sessions that the time machine offers, as known at the latest instant. */
  timeline(language: Language, how?: How): Promise<Timeline>;
  trace(figureId: string, language: Language, how?: How): Promise<SentTrace>;
  page(id: string, request: PageRequest, how?: How): Promise<SentPage>;
  slot(id: string, slot: string, request: PageRequest, how?: How): Promise<SentPart>;
}

/** A page or a slot that nobody has. */
export class UnknownPage extends UserError {}

/** What pages are filled from. */
export interface PageSources {
  readonly questions: Questions;
  readonly data: DataQuestions;
  readonly parts: Pick<Parts, 'pages' | 'episodes' | 'traceText'>;
}

export function pageQuestions({ questions, data, parts }: PageSources): PageQuestions {
  async function find(id: string): Promise<Page> {
    const all = await parts.pages();
    const page = all.find((one) => one.id === id);
    if (page) return page;
    throw new UnknownPage(`no such page: "${id}"`, `allowed: ${all.map((one) => one.id).join(', ')}`, 2);
  }

  return {
    async list(language) {
      return (await parts.pages()).map(({ id, path, key, verb, under, title, question }) => ({
        id,
        path,
        key,
        ...(verb === undefined ? {} : { verb }),
        ...(under === undefined ? {} : { under }),
        title: title[language],
        question: question[language],
      }));
    },
    async timeline(language, how) {
      const { asOf: latest, dataVersion, simulated, joint } = await questions.scan({}, how);
      const known = (date: string) => {
        const instant = eveningAfter(date);
        return instant < latest ? instant : latest;
      };
      return {
        latest,
        dataVersion,
        simulated,
        sessions: joint.history.map(({ date, score }) => ({ date, asOf: known(date), score })),
        episodes: (await parts.episodes())
          .filter(({ date }) => date <= latest.slice(0, 10))
          .map(({ date, lastDate, title }) => ({
            date: lastDate ?? date,
            asOf: known(lastDate ?? date),
            title: title[language],
          })),
      };
    },
    async trace(id, language, how) {
      const text = await parts.traceText(await questions.trace(id, how), language);
      return { id, lines: text.trimEnd().split('\n') };
    },
    async page(id, request, how) {
      const page = await find(id);
      return page.compose(await answersFor({ questions, data }, page.needs, request, how), request.language);
    },
    async slot(id, name, request, how) {
      const { slots } = await find(id);
      const slot = slots[name];
      if (!slot) {
        const known = Object.keys(slots);
        const hint = known.length > 0 ? `allowed: ${known.join(', ')}` : 'it has none';
        throw new UnknownPage(`the page "${id}" has no part "${name}"`, hint, 2);
      }
      return slot.compose(await answersFor({ questions, data }, slot.needs, request, how), request.language);
    },
  };
}

/** An hour after the UTC day of a session: New York has closed, and the day of crypto too. */
function eveningAfter(date: string): string {
  return formatInstant(endOfDay(parseDay(date)) + HOUR);
}

async function answersFor(
  { questions, data }: Pick<PageSources, 'questions' | 'data'>,
  needs: Needs,
  request: PageRequest,
  how: How | undefined,
): Promise<PageAnswers> {
  const { asOf } = request;
  const scan = needs.scan ? await questions.scan({ asOf }, how) : undefined;
  const sections: Partial<Record<SectionId, ExplainAnswer>> = {};
  for (const section of needs.sections ?? [])
    sections[section] = await questions.explain({ asOf, section }, how);
  const cascade = await cascadeFor(questions, needs, request, how);
  return {
    ...(scan ? { scan } : {}),
    sections,
    ...(cascade ? { cascade } : {}),
    ...(await dataFor(data, needs, request)),
  };
}

async function dataFor(
  data: DataQuestions,
  { data: what }: Needs,
  { asOf, id }: PageRequest,
): Promise<Pick<PageAnswers, 'health' | 'series' | 'seen'>> {
  if (what === 'health') {
    const { seen, health } = await data.health(asOf);
    return { health, seen: seenOf(seen) };
  }
  if (what !== 'series') return {};
  if (id === undefined) throw new UserError('id: is missing', 'the id of a series', 2);
  const { seen, entry, rows } = await data.observations({ asOf, id });
  return { series: { entry, rows }, seen: seenOf(seen) };
}

function seenOf({ instant, dataVersion, simulated }: DataSeen): Seen {
  return { asOf: formatInstant(instant), dataVersion, simulated };
}

/** A page about something else is written without a cascade where nothing can be simulated; the page of the cascade says why. */
async function cascadeFor(
  questions: Questions,
  { cascade }: Needs,
  { asOf, cascade: asked }: PageRequest,
  how: How | undefined,
): Promise<CascadeAnswer | undefined> {
  if (cascade === undefined) return undefined;
  if (cascade === 'asked') return questions.cascade({ asOf, ...asked }, how);
  try {
    return await questions.cascade({ asOf, ...REPORTED_CASCADE }, how);
  } catch (error) {
    if (error instanceof UserError && error.exitCode === 3) return undefined;
    throw error;
  }
}
