import { type Context, Hono } from 'hono';
import { type Answering, answeringHere, Refused } from '../../answering/answering.ts';
import type { How } from '../../how.ts';
import { fromHere } from '../host.ts';
import { type Problem, problem, problemOf, problemResponse } from '../problem.ts';
import { respond } from '../protection.ts';
import { computingWith, hashTag } from './computing.ts';
import { openApi } from './document.ts';
import { jobsOf } from './jobs.ts';
import { newsOf } from './news.ts';
import type { ApiContext, Computed, Method, Operation, Served, ServerContext, Texts } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { jobParameters } from './parameters.ts';
import { readWith, textsOf } from './read.ts';
import { referencePage } from './reference.ts';
import { holds, keeping, sendBytes, sendNothing, sendReply } from './send.ts';

interface ApiOptions extends ApiContext {
  /** Who computes; nothing said: this thread. */
  readonly answering?: Answering | undefined;
  /** Told of faults. */
  readonly log: (line: string) => void;
}

export interface Api {
  /** The routes below `/api/v1`, with their document and its page. */
  readonly routes: Hono;
  /** Adds the routes of operations below a path: parameters read, problems told, answers kept by their tags. */
  readonly mount: (app: Hono, base: string, operations: readonly Operation[]) => void;
}

/** The API over what a context can ask. */
export function apiOver(options: ApiOptions): Api {
  const { log, answering = answeringHere(options) } = options;
  const computing = computingWith(answering, options);
  const server: Omit<ServerContext, 'lastEvent'> = {
    ...options,
    jobs: jobsOf({
      problemOf: (error) => told(error, { parameters: jobParameters, otherwise: 'verb' }, {}, log),
    }),
    news: newsOf(options.data, log),
    compute: async (work, asked, how) => computing.sent(work, asked, await computing.tagOf(work, asked), how),
  };

  async function computed(c: Context, operation: Computed, asked: Texts): Promise<Response> {
    const tag = await computing.tagOf(operation, asked);
    if (holds(c, tag)) return sendNothing(c, tag);
    return sendBytes(c, await computing.sent(operation, asked, tag, leaving(c)), keeping(tag));
  }

  async function served(c: Context, operation: Served): Promise<Response> {
    const isPost = operation.method === 'post';
    const asked = isPost ? readWith(operation.parameters, await bodyOf(c)) : textsAsked(c, operation);
    const tag = operation.isFixed ? hashTag([operation.path, asked, options.language]) : undefined;
    if (holds(c, tag)) return sendNothing(c, tag);
    const lastEvent = Number(c.req.header('last-event-id')) || 0;
    return sendReply(c, await operation.serve(asked, { ...server, lastEvent }), keeping(tag));
  }

  const answer = (c: Context, operation: Operation): Promise<Response> =>
    'serve' in operation ? served(c, operation) : computed(c, operation, textsAsked(c, operation));

  const orProblem = (c: Context, operation: Operation, response: Promise<Response>) =>
    response.catch((error: Error) =>
      problemResponse(told(error, operation, { ...c.req.query(), ...c.req.param() }, log, c.req.path)),
    );

  function mount(app: Hono, base: string, operations: readonly Operation[]): void {
    for (const [path, methods] of Object.entries(byPath(operations))) {
      for (const [method, operation] of Object.entries(methods) as [Method, Operation][]) {
        app.on(method.toUpperCase(), base + path, (c) => {
          const foreign = method === 'get' ? undefined : foreignAsker(c, method);
          return (
            foreign ??
            orProblem(
              c,
              operation,
              Promise.resolve().then(() => answer(c, operation)),
            )
          );
        });
      }
      app.all(base + path, (c) => refuseMethod(c, Object.keys(methods) as Method[]));
    }
  }

  const routes = new Hono();
  routes.get('/api/v1', (c) => c.redirect('/api/v1/'));
  fixed(routes, '/api/v1/', 'text/html; charset=utf-8', async () => referencePage(await openApi()));
  fixed(routes, '/api/v1/openapi.json', 'application/json', async () => JSON.stringify(await openApi()));
  mount(routes, '/api/v1', OPERATIONS);
  return { routes, mount };
}

/** The operations by the path that they share, as the router writes it; what could be taken for another comes after that. */
function byPath(operations: readonly Operation[]): Record<string, Partial<Record<Method, Operation>>> {
  const rank = ({ path }: Operation) => (path.endsWith('}') ? 1 / path.length : 0);
  const found: Record<string, Partial<Record<Method, Operation>>> = {};
  for (const operation of [...operations].sort((a, b) => rank(a) - rank(b))) {
    const path = operation.path.replace(/\{(\w+)\}$/, ':$1{.+}').replace(/\{(\w+)\}/g, ':$1');
    found[path] = { ...found[path], [operation.method ?? 'get']: operation };
  }
  return found;
}

function fixed(routes: Hono, path: string, type: string, write: () => Promise<string>): void {
  routes.get(path, async (c) => {
    const tag = hashTag([path]);
    if (holds(c, tag)) return sendNothing(c, tag);
    return respond(c, await write(), { ...keeping(tag), 'Content-Type': type });
  });
  routes.all(path, (c) => refuseMethod(c, ['get']));
}

/** The signal of a reader who may leave is made when somebody listens, which for an answer that is there is nobody. */
function leaving(c: Context): How {
  return {
    get signal() {
      return c.req.raw.signal;
    },
  };
}

function textsAsked(c: Context, operation: Operation): Texts {
  const inPath = Object.entries(c.req.param() as Texts).map(([name, value]) => [name, [value]] as const);
  return textsOf(operation, [...Object.entries(c.req.queries()), ...inPath]);
}

async function bodyOf(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    return undefined;
  }
}

/** What a reader is told of an error; a fault of the program is logged. */
function told(
  error: Error,
  { parameters, otherwise }: Pick<Operation, 'parameters' | 'otherwise'>,
  texts: Texts,
  log: (line: string) => void,
  path = 'job',
): Problem {
  const names = Object.keys(parameters.shape);
  const found = error instanceof Refused ? error.problem : problemOf(error, { names, texts, otherwise });
  if (found.status === 500) log(`${path}: ${error.stack ?? error.message}`);
  return found;
}

/** What a page from elsewhere might send without being asked first is refused. */
function foreignAsker(c: Context, method: Method): Response | undefined {
  const origin = c.req.header('origin');
  if (!fromHere(origin)) {
    const detail = `not asked by a page of this machine: "${origin}"`;
    return problemResponse(
      problem('foreign-origin', { detail, hint: 'ask from a page that this server sent' }),
    );
  }
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (method !== 'post' || type === 'application/json') return undefined;
  const detail = `not a type of a question: "${type}"`;
  return problemResponse(
    problem('not-json', { detail, hint: 'send JSON, with Content-Type: application/json' }),
  );
}

function refuseMethod(c: Context, methods: readonly Method[]): Response {
  const allowed = methods.flatMap((one) => (one === 'get' ? ['GET', 'HEAD'] : [one.toUpperCase()]));
  const detail = `${c.req.method} is not a method of ${c.req.path}`;
  const hint = `ask with ${allowed.filter((one) => one !== 'HEAD').join(' or ')}`;
  const response = problemResponse(problem('method-not-allowed', { detail, hint }));
  response.headers.set('Allow', allowed.join(', '));
  return response;
}
