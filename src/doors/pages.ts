import { calendar } from '../data/calendar.ts';
import { UserError } from '../data/errors.ts';
import type { Language } from '../data/series/entry.ts';
import { endOfDay, formatDay, formatInstant, type Instant, parseDay, parseInstant } from '../data/time.ts';
import type { ExplainAnswer, SectionId } from '../diagnosis/explain/answer.ts';
import type { ScanAnswer } from '../diagnosis/scan/answer.ts';
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

export interface TimelineRequest {
  readonly language: Language;
  /** The last sessions known then; undefined: the latest. */
  readonly asOf?: Instant | undefined;
  /** What a page shows that is asked for no instant. */
  readonly opening?: Instant | undefined;
}

/** The pages of the dashboard, written from the answers that each of them needs. */
export interface PageQuestions {
  /** The pages in the order of the rail. */
  list(language: Language): Promise<readonly ListedPage[]>;
  /** The sessions that the time machine offers. */
  timeline(request: TimelineRequest, how?: How): Promise<Timeline>;
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
  readonly parts: Pick<Parts, 'pages' | 'episodes' | 'sentTrace'>;
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
    async timeline({ language, asOf, opening }, how) {
      const newest = await questions.scan({}, how);
      const { asOf: latest, dataVersion, simulated, warnings } = newest;
      const track = asOf === undefined ? newest : await questions.scan({ asOf }, how);
      const known = (date: string) => earlier(eveningAfter(date), latest);
      const sessions = track.joint.history.map(({ date, score }) => ({
        date,
        closedAt: formatInstant(calendar('new-york').closeOf(parseDay(date))),
        asOf: known(date),
        score,
      }));
      const next = nextSession(sessions.at(-1)?.date, newest);
      return {
        latest,
        ...(opening === undefined ? {} : { opening: earlier(formatInstant(opening), latest) }),
        dataVersion,
        simulated,
        late: warnings.filter(({ kind }) => kind === 'stale' || kind === 'not-yet-known').length,
        ...(next === undefined ? {} : { next: known(next) }),
        sessions,
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
      return parts.sentTrace(await questions.trace(id, how), language);
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

function earlier(one: string, other: string): string {
  return parseInstant(one) < parseInstant(other) ? one : other;
}

/** The session of New York after the last of a track, where one has closed since. */
function nextSession(last: string | undefined, { joint }: ScanAnswer): string | undefined {
  const newest = joint.history.at(-1)?.date;
  if (last === undefined || newest === undefined || last >= newest) return undefined;
  const next = formatDay(calendar('new-york').offset(parseDay(last), 1));
  return next < newest ? next : newest;
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
  const parts: Record<string, ExplainAnswer> = {};
  for (const part of needs.parts ?? []) parts[part] = await questions.explain({ asOf, part }, how);
  const cascade = await cascadeFor(questions, needs, request, how);
  return {
    ...(scan ? { scan } : {}),
    sections,
    parts,
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
