import type { Context } from 'hono';
import { type HeaderRecord, respond } from '../protection.ts';
import type { Sent, ServerReply } from './operation.ts';

/** Whether a reader has it already: then nothing is sent but that. */
export function holds(c: Context, tag: string | undefined): tag is string {
  const header = tag === undefined ? undefined : c.req.header('if-none-match');
  if (header === undefined) return false;
  return header.split(',').some((one) => one.trim() === '*' || weak(one.trim()) === tag);
}

function weak(tag: string): string {
  return tag.startsWith('W/') ? tag : `W/${tag}`;
}

/** What a reader is told of keeping an answer. */
export function keeping(tag: string | undefined): HeaderRecord {
  return tag === undefined ? { 'Cache-Control': 'no-store' } : { 'Cache-Control': 'no-cache', ETag: tag };
}

/** To a reader who has it. */
export function sendNothing(c: Context, tag: string): Response {
  return respond(c, null, keeping(tag), 304);
}

/** Bytes that are ready, in the coding that the reader takes. */
export function sendBytes(c: Context, { type, plain, zipped, filename }: Sent, keep: HeaderRecord): Response {
  const headers: Record<string, string> = { ...keep, 'Content-Type': type };
  if (filename) {
    headers['Content-Disposition'] = `attachment; filename="${filename.replace(/[^\w.-]/g, '_')}"`;
  }
  if (zipped === undefined) return respond(c, plain, headers);
  headers.Vary = 'Accept-Encoding';
  if (!takesGzip(c)) return respond(c, plain, headers);
  headers['Content-Encoding'] = 'gzip';
  return respond(c, zipped, headers);
}

export async function sendReply(c: Context, reply: ServerReply, keep: HeaderRecord): Promise<Response> {
  if ('sent' in reply) return sendBytes(c, await reply.sent, keep);
  if ('events' in reply) {
    return respond(c, reply.events, {
      'Cache-Control': 'no-store',
      'Content-Type': 'text/event-stream',
      'X-Accel-Buffering': 'no',
    });
  }
  const { json, status, location } = reply;
  const headers = { ...keep, 'Content-Type': 'application/json' };
  return respond(
    c,
    JSON.stringify(json),
    location === undefined ? headers : { ...headers, Location: location },
    status,
  );
}

function takesGzip(c: Context): boolean {
  const codings = (c.req.header('accept-encoding') ?? '').toLowerCase().split(',');
  return codings.some((one) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/.test(one));
}
