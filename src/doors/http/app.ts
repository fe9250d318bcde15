import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import { UserError } from '../../data/errors.ts';
import type { Language } from '../../data/series/entry.ts';
import { type Instant, parseInstant } from '../../data/time.ts';
import { languageOf, parseLanguage } from '../cli/language.ts';
import { parseEvent } from '../event.ts';
import { failureOf, usage } from '../failure.ts';
import type { Parts } from '../parts.ts';
import {
  type CascadeRequest,
  type ExplainRequest,
  type Questions,
  type ReportRequest,
  type ScanRequest,
  UnknownFigure,
} from '../questions.ts';
import { type Bookmark, pageLinks, withBar } from './bar.ts';
import { isLoopbackHost } from './host.ts';

export interface AppOptions {
  readonly questions: Questions;
  readonly parts: Pick<Parts, 'html' | 'markdown'>;
  /** Instant of a page that asks for none; undefined means the latest close. `asof=latest` asks for that in any case. */
  readonly asOf: Instant | undefined;
  /** Language of a page that asks for none. */
  readonly language: Language;
  /** Chosen by the person who started the server: the browser's preference does not overrule it. */
  readonly languageIsChosen: boolean;
  /** Days offered on the page, newest first. */
  readonly bookmarks: readonly Bookmark[];
  readonly log: (line: string) => void;
}

/** The report page and the answers behind it; asked with `app.request()` in tests, through a socket otherwise. */
export function createApp(options: AppOptions): Hono {
  const { questions, parts, bookmarks } = options;
  const app = new Hono();
  app.use(guardHost);
  app.use(secureHeaders(SECURE));
  app.use(etag());
  app.get('/favicon.ico', (c) => c.body(ICON, 200, { 'Content-Type': 'image/svg+xml' }));
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.get('/', async (c) => {
    const language = pageLanguage(c, options);
    const answers = await questions.report(reportRequest(c, options));
    const query = new URL(c.req.url).searchParams;
    const page = await parts.html(answers, language, pageLinks(language, query));
    c.header('Vary', 'Accept-Language');
    return c.html(withBar(page, { language, asOf: answers.scan.asOf, query, bookmarks }));
  });
  app.get('/report.md', async (c) => {
    const language = pageLanguage(c, options);
    const text = await parts.markdown(await questions.report(reportRequest(c, options)), language);
    return c.body(text, 200, { 'Content-Type': 'text/markdown; charset=utf-8', Vary: 'Accept-Language' });
  });
  app.get('/api/scan', async (c) => c.json(await questions.scan(request(c, options))));
  app.get('/api/explain', async (c) => c.json(await questions.explain(explainRequest(c, options))));
  app.get('/api/cascade', async (c) => c.json(await questions.cascade(cascadeRequest(c, options))));
  app.get('/api/trace/:id{.+}', async (c) => c.json(await questions.trace(c.req.param('id'))));
  app.notFound((c) => c.json({ error: `no such page: ${c.req.path}`, hint: ROUTES }, 404));
  app.onError((error, c) => {
    const status = statusOf(error);
    if (status === 500) options.log(`${c.req.path}: ${error.stack ?? error.message}`);
    const { message, hint } = failureOf(error);
    return c.json({ error: message, hint }, status);
  });
  return app;
}

/** A falling line over its high-water mark. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="#7B2560" stroke-width="2"><path d="M1 3h14M2 6l4 3 3-1 5 6"/></svg>';

const ROUTES = 'there are /, /report.md, /api/scan, /api/explain, /api/cascade, /api/trace/ID and /health';

/** The page carries its own styles, fonts and drawings and runs nothing; the instant is asked for with a plain form. */
const SECURE = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ['data:'],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
} as const satisfies Parameters<typeof secureHeaders>[0];

/** A name that a foreign page had pointed at this machine is refused (DNS rebinding). */
async function guardHost(c: Context, next: () => Promise<void>): Promise<Response | undefined> {
  const host = c.req.header('host');
  if (host !== undefined && isLoopbackHost(host)) {
    await next();
    return undefined;
  }
  return c.json({ error: `not served under the name "${host ?? ''}"`, hint: 'open http://127.0.0.1' }, 403);
}

function request(c: Context, options: AppOptions): ScanRequest {
  return {
    asOf: instant(c.req.query('asof'), options.asOf),
    universe: given(c, 'universe'),
    window: given(c, 'window'),
    event: eventOf(given(c, 'event')),
  };
}

function reportRequest(c: Context, options: AppOptions): ReportRequest {
  return { ...request(c, options), assume: given(c, 'assume') };
}

function explainRequest(c: Context, options: AppOptions): ExplainRequest {
  return {
    asOf: instant(c.req.query('asof'), options.asOf),
    asset: given(c, 'asset'),
    window: given(c, 'window'),
    assume: given(c, 'assume'),
    section: given(c, 'section'),
  };
}

function cascadeRequest(c: Context, options: AppOptions): CascadeRequest {
  const alone = given(c, 'alone');
  return {
    asOf: instant(c.req.query('asof'), options.asOf),
    shock: given(c, 'shock'),
    alone: alone === undefined ? undefined : yesOrNo(alone, 'alone'),
    over: given(c, 'over'),
    sellers: given(c, 'sellers'),
    assets: given(c, 'assets'),
    paths: given(c, 'paths'),
    draws: given(c, 'draws'),
    seed: given(c, 'seed'),
    step: given(c, 'step'),
    horizon: given(c, 'horizon'),
    calibration: given(c, 'calibration'),
    claim: given(c, 'claim'),
  };
}

function yesOrNo(text: string, where: string): boolean {
  if (text === 'yes' || text === 'no') return text === 'yes';
  throw new UserError(`${where}: neither yes nor no: "${text}"`, 'allowed: yes, no', 2);
}

function given(c: Context, name: string): string | undefined {
  return c.req.query(name) || undefined;
}

function instant(text: string | undefined, otherwise: Instant | undefined): Instant | undefined {
  if (!text) return otherwise;
  return text === 'latest' ? undefined : usage('asof', () => parseInstant(text));
}

function eventOf(text: string | undefined): Instant | undefined {
  return text === undefined ? undefined : parseEvent(text, 'event');
}

function pageLanguage(c: Context, options: AppOptions): Language {
  const asked = c.req.query('lang');
  if (asked) return parseLanguage(asked, 'lang');
  if (options.languageIsChosen) return options.language;
  return preferred(c.req.header('accept-language') ?? '') ?? options.language;
}

/** First language of the header that we have; browsers list them by preference. */
function preferred(header: string): Language | undefined {
  const tags = header.split(',').map((part) => part.split(';')[0]!.trim());
  return tags.map(languageOf).find((language) => language !== undefined);
}

function statusOf(error: Error): 400 | 404 | 500 {
  if (error instanceof UnknownFigure) return 404;
  if (!(error instanceof UserError)) return 500;
  return ({ 1: 500, 2: 400, 3: 404 } as const)[error.exitCode];
}
