import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Answering } from '../answering/answering.ts';
import type { ApiContext } from './api/operation.ts';
import { apiOver } from './api/routes.ts';
import { isLoopbackHost } from './host.ts';
import { type BuiltPage, mountFiles } from './pages/files.ts';
import { PAGE_OPERATIONS } from './pages/operations.ts';
import { problem, problemOf, problemResponse } from './problem.ts';
import { protect, protectionOf, respond } from './protection.ts';

export interface AppOptions extends ApiContext {
  readonly built: BuiltPage;
  /** Who computes; nothing said: this thread. */
  readonly answering?: Answering | undefined;
  readonly log: (line: string) => void;
}

/** The dashboard, and the API behind it; asked with `app.request()` in tests, through a socket otherwise. */
export async function createApp(options: AppOptions): Promise<Hono> {
  const { pages, built, log } = options;
  const app = new Hono();
  app.use(guardHost);
  const [running, still] = await Promise.all([SECURE, STILL].map(protectionOf));
  app.use((c, next) => protect(c, next, (c.req.path.startsWith('/api/') ? still : running) ?? {}));
  const limit = bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge });
  app.use((c, next) => (BODILESS.has(c.req.method) ? next() : limit(c, next)));
  const { routes, mount } = apiOver(options);
  app.route('/', routes);
  mount(app, '/pages', PAGE_OPERATIONS);
  app.get('/favicon.ico', (c) => respond(c, ICON, { 'Content-Type': 'image/svg+xml' }));
  const paths = (await pages.list('en')).map(({ path }) => path);
  mountFiles(app, built, [...paths, ...OWN_PATHS]);
  app.notFound((c) =>
    problemResponse(problem('not-found', { detail: `no such page: ${c.req.path}`, hint: ROUTES })),
  );
  app.onError((error, c) => {
    const found = problemOf(error, { names: [], texts: c.req.query() });
    if (found.status === 500) log(`${c.req.path}: ${error.stack ?? error.message}`);
    return problemResponse(found);
  });
  return app;
}

/** Pages that are not written from an answer. */
const OWN_PATHS = ['/explain', '/report', '/settings'];

/** Nothing that is asked needs a large body. */
const MOST_BYTES = 65_536;

/** Looking for the body that these cannot have makes a whole request of theirs. */
const BODILESS = new Set(['GET', 'HEAD']);

function tooLarge(): Response {
  const detail = `the body has more than ${MOST_BYTES} bytes`;
  return problemResponse(problem('too-large', { detail, hint: 'ask for less at once' }));
}

/** A falling line over its high-water mark. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="#7B2560" stroke-width="2"><path d="M1 3h14M2 6l4 3 3-1 5 6"/></svg>';

const ROUTES = 'the page stands at /, and the routes of the API at /api/v1/';

/** The page runs its own script and asks this server alone; drawings and bars carry their styles with them. */
const SECURE = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    frameSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'self'"],
  },
  strictTransportSecurity: false,
  xFrameOptions: 'SAMEORIGIN',
  referrerPolicy: 'no-referrer',
} as const satisfies Parameters<typeof protectionOf>[0];

/** What the API sends as a page, its reference and the report, runs nothing. */
const STILL = {
  ...SECURE,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ['data:'],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'self'"],
  },
} as const satisfies Parameters<typeof protectionOf>[0];

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
