import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { UserError } from '../../../data/errors.ts';
import type { Sent } from '../api/operation.ts';
import { sendBytes } from '../api/send.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The page as it was built: its entry and what that names. */
export interface BuiltPage {
  readonly entry: Sent;
  /** By their path below the page. */
  readonly files: ReadonlyMap<string, Sent>;
}

/**
 * Reads the built page from a folder; it is small and stays in memory.
 * @throws UserError (1) when it has not been built.
 */
export async function readBuiltPage(folder: string): Promise<BuiltPage> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, Sent>();
  for (const file of found.filter((one) => one.isFile())) {
    const full = join(file.parentPath, file.name);
    const plain = Uint8Array.from(await readFile(full));
    const zips = extname(file.name) !== '.woff2' && plain.length > 1024;
    const type = TYPES[extname(file.name)] ?? 'application/octet-stream';
    const path = full.slice(folder.length + 1).replaceAll('\\', '/');
    files.set(path, { plain, zipped: zips ? Uint8Array.from(gzipSync(plain)) : undefined, type });
  }
  const entry = files.get('index.html');
  if (!entry) throw new UserError('the page has not been built', 'run `npm run build:page`', 1);
  files.delete('index.html');
  return { entry, files };
}

const EACH_TIME = { 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' };
const FOR_GOOD = { 'Cache-Control': 'public, max-age=31536000, immutable', Vary: 'Accept-Encoding' };

/** Serves the built page: the entry at each of its paths, and its files, whose names change with what is in them. */
export function mountFiles(app: Hono, { entry, files }: BuiltPage, paths: readonly string[]): void {
  for (const path of paths) app.get(path, (c) => sendBytes(c, entry, EACH_TIME));
  app.get('/assets/:name', (c) => {
    const file = files.get(`assets/${c.req.param('name')}`);
    return file ? sendBytes(c, file, FOR_GOOD) : c.notFound();
  });
}
