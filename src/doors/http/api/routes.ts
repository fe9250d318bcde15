import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import { ENGINE_VERSION } from '../../../diagnosis/answer.ts';
import { problem, problemOf, problemResponse, WrongParameter } from '../problem.ts';
import { openApi } from './document.ts';
import type { ApiContext, Operation, Reply } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { referencePage } from './reference.ts';

/**
 * The routes of the API below `/api/v1`, with their document and its page.
 * @param log told of faults
 */
export function apiRoutes(context: ApiContext, log: (line: string) => void): Hono {
  const api = new Hono();
  api.get('/api/v1', (c) => c.redirect('/api/v1/'));
  const fixed: Readonly<Record<string, () => Promise<Reply>>> = {
    '/api/v1/': async () => ({ type: 'text/html; charset=utf-8', body: referencePage(await openApi()) }),
    '/api/v1/openapi.json': async () => ({ json: await openApi() }),
  };
  for (const [path, reply] of Object.entries(fixed)) {
    api.get(path, async (c) => respond(c, tagOf([ENGINE_VERSION, path]), reply));
    api.all(path, refuseMethod);
  }
  mountOperations(api, '/api/v1', OPERATIONS, context, log);
  return api;
}

/** Routes of operations below a path: parameters read, problems told, replies kept by their tag. */
export function mountOperations<C extends ApiContext>(
  app: Hono,
  base: string,
  operations: readonly Operation<z.ZodObject, C>[],
  context: C,
  log: (line: string) => void,
): void {
  for (const operation of operations) {
    const path = `${base}${operation.path.replace(/\{(\w+)\}/g, ':$1{.+}')}`;
    app.get(path, (c) =>
      answer(c, operation, context).catch((error: Error) => failed(c, operation, error, log)),
    );
    app.all(path, refuseMethod);
  }
}

async function answer<C extends ApiContext>(
  c: Context,
  operation: Operation<z.ZodObject, C>,
  context: C,
): Promise<Response> {
  const asked = read(c, operation);
  const tag = await operationTag(operation, asked, context);
  return respond(c, tag, () => operation.answer(asked, context));
}

/** Sends nothing to a reader who has it already; asks for the reply only otherwise. */
async function respond(c: Context, tag: string | undefined, reply: () => Promise<Reply>): Promise<Response> {
  c.header('Cache-Control', tag === undefined ? 'no-store' : 'no-cache');
  if (tag !== undefined) c.header('ETag', tag);
  if (tag !== undefined && holds(c.req.header('if-none-match'), tag)) return c.body(null, 304);
  const found = await reply();
  if ('json' in found) return sendJson(c, found.json);
  const { type, body, filename } = found;
  if (filename)
    c.header('Content-Disposition', `attachment; filename="${filename.replace(/[^\w.-]/g, '_')}"`);
  return c.body(body, 200, { 'Content-Type': type });
}

type AnyOperation = Pick<Operation, 'parameters' | 'otherwise'>;

/** What was asked, each parameter once; an empty one is absent. */
function read(c: Context, operation: AnyOperation): z.infer<Operation['parameters']> {
  const given = Object.entries({ ...c.req.queries(), ...paramsOf(c) });
  const texts = given.flatMap(([name, values]) => {
    if (values.length > 1)
      throw new WrongParameter(name, `${name}: given ${values.length} times`, 'give it once');
    return values[0] === '' ? [] : [[name, values[0]]];
  });
  const read = operation.parameters.safeParse(Object.fromEntries(texts));
  if (read.success) return read.data;
  throw refusal(read.error.issues[0] as z.core.$ZodIssue, operation);
}

function paramsOf(c: Context): Record<string, string[]> {
  return Object.fromEntries(Object.entries(c.req.param()).map(([name, value]) => [name, [value as string]]));
}

function refusal(issue: z.core.$ZodIssue, { parameters }: AnyOperation): WrongParameter {
  const names = Object.keys(parameters.shape);
  if (issue.code === 'unrecognized_keys') {
    const name = issue.keys[0] as string;
    const allowed = names.length > 0 ? `allowed: ${names.join(', ')}` : 'none are taken';
    return new WrongParameter(name, `no such parameter: "${name}"`, allowed);
  }
  const name = String(issue.path[0]);
  const schema = parameters.shape[name] as z.ZodType;
  const hint =
    issue.code === 'invalid_value' ? `allowed: ${issue.values.join(', ')}` : schema.meta()?.description;
  const missing = issue.code === 'invalid_type' || issue.code === 'too_small';
  return new WrongParameter(name, `${name}: ${missing ? 'is missing' : 'cannot be read'}`, hint ?? '');
}

/** The tag of an answer: a hash of the program, the data that it stands on, and the question; weak, for compressed it is the same. undefined: not to be kept. */
async function operationTag<C extends ApiContext>(
  operation: Operation<z.ZodObject, C>,
  asked: Readonly<Record<string, unknown>>,
  context: C,
): Promise<string | undefined> {
  const at = standing(operation, asked, context);
  if (at === 'unknown') return undefined;
  const question = Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1));
  const seen = at === 'none' ? undefined : await context.data.seen(at);
  return tagOf([
    ENGINE_VERSION,
    operation.id,
    question,
    context.language,
    seen?.instant ?? null,
    seen?.dataVersion ?? null,
  ]);
}

/** A question that cannot be read has no instant; its answer says why. */
function standing<C extends ApiContext>(
  operation: Operation<z.ZodObject, C>,
  asked: Readonly<Record<string, unknown>>,
  context: C,
) {
  try {
    return operation.standsOn ? operation.standsOn(asked, context) : ('unknown' as const);
  } catch {
    return 'unknown' as const;
  }
}

function tagOf(parts: readonly unknown[]): string {
  return `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)}"`;
}

function holds(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((one) => one.trim() === '*' || weak(one.trim()) === tag);
}

function weak(tag: string): string {
  return tag.startsWith('W/') ? tag : `W/${tag}`;
}

interface Written {
  readonly plain: Uint8Array<ArrayBuffer>;
  zipped?: Uint8Array<ArrayBuffer>;
}

const written = new WeakMap<object, Written>();
const encoder = new TextEncoder();

/** Sends a value that is not changed once it is answered: for all who read it, it is written and compressed once. */
function sendJson(c: Context, value: object): Response {
  const found = written.get(value) ?? { plain: encoder.encode(JSON.stringify(value)) };
  written.set(value, found);
  const headers = { 'Content-Type': 'application/json', Vary: 'Accept-Encoding' };
  if (found.plain.length < LEAST_ZIPPED || !takesGzip(c)) return c.body(found.plain, 200, headers);
  found.zipped ??= Uint8Array.from(gzipSync(found.plain));
  return c.body(found.zipped, 200, { ...headers, 'Content-Encoding': 'gzip' });
}

/** Bytes below which compressing saves no packet worth the work. */
const LEAST_ZIPPED = 4096;

function takesGzip(c: Context): boolean {
  const codings = (c.req.header('accept-encoding') ?? '').toLowerCase().split(',');
  return codings.some((one) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/.test(one));
}

function failed(c: Context, operation: AnyOperation, error: Error, log: (line: string) => void): Response {
  const { parameters, otherwise } = operation;
  const names = Object.keys(parameters.shape);
  const found = problemOf(error, { names, texts: { ...c.req.query(), ...c.req.param() }, otherwise });
  if (found.status === 500) log(`${c.req.path}: ${error.stack ?? error.message}`);
  return problemResponse(found);
}

function refuseMethod(c: Context): Response {
  const detail = `${c.req.method} is not a method of ${c.req.path}`;
  const response = problemResponse(problem('method-not-allowed', { detail, hint: 'ask with GET' }));
  response.headers.set('Allow', 'GET, HEAD');
  return response;
}
