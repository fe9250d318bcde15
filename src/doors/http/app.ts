import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import type { Language } from '../../data/series/entry.ts';
import type { Answering } from '../answering/answering.ts';
import { languageOf, parseLanguage } from '../cli/language.ts';
import type { ApiContext } from './api/operation.ts';
import { apiOver } from './api/routes.ts';
import { isLoopbackHost } from './host.ts';
import { problem, problemOf, problemResponse } from './problem.ts';

export interface AppOptions extends ApiContext {
  /** Chosen by the person who started the server: the browser's preference does not overrule it. */
  readonly languageIsChosen: boolean;
  /** Who computes; nothing said: this thread. */
  readonly answering?: Answering | undefined;
  readonly log: (line: string) => void;
}

/** The report page, and the API behind it; asked with `app.request()` in tests, through a socket otherwise. */
export function createApp(options: AppOptions): Hono {
  const api = apiOver(options);
  const app = new Hono();
  app.use(guardHost);
  app.use(secureHeaders(SECURE));
  app.use(bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge }));
  app.route('/', api.routes);
  app.get('/favicon.ico', (c) => c.body(ICON, 200, { 'Content-Type': 'image/svg+xml' }));
  app.get('/', (c) => api.reportPage(c, pageLanguage(c, options)));
  app.notFound((c) =>
    problemResponse(problem('not-found', { detail: `no such page: ${c.req.path}`, hint: ROUTES })),
  );
  app.onError((error, c) => {
    const found = problemOf(error, { names: PAGE_PARAMETERS, texts: c.req.query(), otherwise: 'universe' });
    if (found.status === 500) options.log(`${c.req.path}: ${error.stack ?? error.message}`);
    return problemResponse(found);
  });
  return app;
}

/** A question is short. */
const MOST_BYTES = 65_536;

const PAGE_PARAMETERS = ['asof', 'universe', 'window', 'event', 'assume', 'lang'];

function tooLarge(): Response {
  const detail = `the body has more than ${MOST_BYTES} bytes`;
  return problemResponse(problem('too-large', { detail, hint: 'ask for less at once' }));
}

/** A falling line over its high-water mark. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="#7B2560" stroke-width="2"><path d="M1 3h14M2 6l4 3 3-1 5 6"/></svg>';

const ROUTES = 'the page stands at /, and the routes of the API at /api/v1/';

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
  const detail = `not served under the name "${host ?? ''}"`;
  return problemResponse(problem('foreign-host', { detail, hint: 'open http://127.0.0.1' }));
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
