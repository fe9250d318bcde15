import type { Episode } from './specimen/episode.ts';
import * as episodes from './specimen/episodes/index.ts';

/** Dated events of the markets since 2008, oldest first: bookmarks of a page, and the script of the specimen. */
export const EPISODES: readonly Episode[] = Object.values(episodes).sort((a, b) =>
  a.date < b.date ? -1 : 1,
);
