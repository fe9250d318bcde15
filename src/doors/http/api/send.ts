import type { Context } from 'hono';
import type { Sent, ServerReply } from './operation.ts';

/** Whether a reader has it already: then nothing is sent but that. */
export function holds(c: Context, tag: string | undefined): boolean {
  c.header('Cache-Control', tag === undefined ? 'no-store' : 'no-cache');
  if (tag === undefined) return false;
  c.header('ETag', tag);
  const header = c.req.header('if-none-match');
  if (header === undefined) return false;
  return header.split(',').some((one) => one.trim() === '*' || weak(one.trim()) === tag);
}

function weak(tag: string): string {
  return tag.startsWith('W/') ? tag : `W/${tag}`;
}

/** Bytes that are ready, in the coding that the reader takes. */
export function sendBytes(c: Context, { type, plain, zipped, filename }: Sent): Response {
  c.header('Content-Type', type);
  if (filename) {
    c.header('Content-Disposition', `attachment; filename="${filename.replace(/[^\w.-]/g, '_')}"`);
  }
  if (zipped === undefined) return c.body(plain);
  c.header('Vary', 'Accept-Encoding', { append: true });
  if (!takesGzip(c)) return c.body(plain);
  c.header('Content-Encoding', 'gzip');
  return c.body(zipped);
}

export async function sendReply(c: Context, reply: ServerReply): Promise<Response> {
  if ('sent' in reply) return sendBytes(c, await reply.sent);
  if ('events' in reply) {
    c.header('Cache-Control', 'no-store');
    return c.body(reply.events, 200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
  }
  const { json, status = 200, location } = reply;
  if (location !== undefined) c.header('Location', location);
  return c.body(JSON.stringify(json), status, { 'Content-Type': 'application/json' });
}

function takesGzip(c: Context): boolean {
  const codings = (c.req.header('accept-encoding') ?? '').toLowerCase().split(',');
  return codings.some((one) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/.test(one));
}
