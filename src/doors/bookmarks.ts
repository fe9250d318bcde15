import type { Bookmark } from './http/bar.ts';
import type { Parts } from './parts.ts';

const BOOKMARKS = 10;

/** The days that a page offers, newest first. */
export async function bookmarksOf(parts: Pick<Parts, 'episodes'>): Promise<readonly Bookmark[]> {
  return (await parts.episodes()).slice(-BOOKMARKS).reverse();
}
