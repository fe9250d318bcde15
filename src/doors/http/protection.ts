import { type Context, Hono, type Next } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** Headers by their names. */
export type HeaderRecord = Readonly<Record<string, string>>;

const KEY = 'protection';

/** The headers that the middleware of Hono would add to each response, written once: there they cost more than the rest of a kept answer. */
export async function protectionOf(options: Parameters<typeof secureHeaders>[0]): Promise<HeaderRecord> {
  const blank = new Hono().use(secureHeaders(options)).get('/', (c) => c.body(null));
  return Object.fromEntries((await blank.request('/')).headers);
}

/** Puts headers on whatever is sent: on what takes them along, when it is made; on anything else, problems also, afterwards. */
export async function protect(c: Context, next: Next, headers: HeaderRecord): Promise<void> {
  c.set(KEY, headers);
  await next();
  for (const [name, value] of Object.entries(taken(c))) c.res.headers.set(name, value);
}

/** A response with the headers that protect it: as a record the server writes them as they are, with no map made of them. */
export function respond(
  c: Context,
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null,
  headers: HeaderRecord,
  status: 200 | 202 | 304 = 200,
): Response {
  return new Response(body, { status, headers: { ...taken(c), ...headers } });
}

function taken(c: Context): HeaderRecord {
  const headers = c.get(KEY) as HeaderRecord | undefined;
  c.set(KEY, undefined);
  return headers ?? {};
}
