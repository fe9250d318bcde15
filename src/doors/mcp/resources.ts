import type { ReadResourceResult, Resource, ResourceTemplate } from '@modelcontextprotocol/sdk/types.js';
import { UserError } from '../../data/errors.ts';
import { nearest } from '../../data/nearest.ts';
import type { Episode } from '../../data/specimen/index.ts';
import { instantOf } from './arguments.ts';
import type { Desk } from './desk.ts';
import { knownSeries } from './series.ts';

const PAGE = 100;
const JSON_TYPE = 'application/json';
const SERIES = 'tidemark://series/';
const EPISODES = 'tidemark://episodes';

export const TEMPLATES: readonly ResourceTemplate[] = [
  {
    name: 'series',
    uriTemplate: `${SERIES}{id}{?asOf}`,
    description: 'Every value of a series as known at an instant; the latest close when none is given.',
    mimeType: JSON_TYPE,
  },
  {
    name: 'episode',
    uriTemplate: `${EPISODES}/{id}`,
    description: 'A dated event of the markets: what happened, its days, and where it is described.',
    mimeType: JSON_TYPE,
  },
];

/**
 * The episodes and the stored series, a page at a time.
 * @throws UserError (2) for a cursor that is not one of a page before.
 */
export async function resourcesFrom(
  cursor: string | undefined,
  desk: Desk,
): Promise<{ resources: Resource[]; nextCursor?: string }> {
  const at = cursor === undefined ? 0 : Number(cursor);
  const all = [...(await episodeResources(desk)), ...(await seriesResources(desk))];
  if (!Number.isInteger(at) || at < 0 || at > all.length) {
    throw new UserError(`no such cursor: "${cursor}"`, 'leave the cursor out for the first page', 2);
  }
  const next = at + PAGE;
  return {
    resources: all.slice(at, next),
    ...(next < all.length ? { nextCursor: String(next) } : {}),
  };
}

async function episodeResources({ parts, language }: Desk): Promise<Resource[]> {
  const episodes = (await parts.episodes()).map(({ id, title, date, fact }) => ({
    uri: `${EPISODES}/${id}`,
    name: `episode/${id}`,
    title: `${date} ${title[language]}`,
    description: fact[language],
    mimeType: JSON_TYPE,
  }));
  return [{ uri: EPISODES, name: 'episodes', mimeType: JSON_TYPE }, ...episodes];
}

async function seriesResources({ store, language }: Desk): Promise<Resource[]> {
  const held = await store();
  const latest = await held.latestClose();
  if (latest === undefined) return [];
  const view = await held.asOf(latest);
  return view.ids().map((id) => ({
    uri: `${SERIES}${encodeURIComponent(id)}`,
    name: `series/${id}`,
    title: view.entry(id)?.title[language] ?? id,
    mimeType: JSON_TYPE,
  }));
}

/** @throws UserError (2) for what is not there, with what is. */
export async function readResource(uri: string, desk: Desk): Promise<ReadResourceResult> {
  const found = await contentOf(uri, desk);
  return { contents: [{ uri, mimeType: JSON_TYPE, text: JSON.stringify(found) }] };
}

async function contentOf(uri: string, desk: Desk): Promise<unknown> {
  const [place = '', query] = uri.split('?', 2);
  if (place === EPISODES && query === undefined) return (await desk.parts.episodes()).map(summaryOf);
  if (place.startsWith(`${EPISODES}/`) && query === undefined) {
    return episodeOf(decoded(place.slice(EPISODES.length + 1), uri), desk);
  }
  if (place.startsWith(SERIES)) {
    return knownSeries(await desk.store(), decoded(place.slice(SERIES.length), uri), asOfIn(query));
  }
  throw unknownResource(uri);
}

function decoded(text: string, uri: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw unknownResource(uri);
  }
}

/** @throws UserError (2) for a parameter other than `asOf`. */
function asOfIn(query: string | undefined): number | undefined {
  const given = new URLSearchParams(query ?? '');
  const other = [...given.keys()].find((name) => name !== 'asOf');
  if (other !== undefined) throw new UserError(`no such parameter: "${other}"`, 'allowed: asOf', 2);
  return instantOf(given.get('asOf') ?? undefined);
}

function summaryOf({ days, ...episode }: Episode): object {
  return { ...episode, days: Object.keys(days) };
}

async function episodeOf(id: string, { parts }: Desk): Promise<Episode> {
  const episodes = await parts.episodes();
  const found = episodes.find((one) => one.id === id);
  if (found) return found;
  const ids = episodes.map((one) => one.id);
  const close = nearest(id, ids, 3);
  throw new UserError(
    `no such episode: "${id}"`,
    close.length > 0 ? `did you mean ${close.join(', ')}?` : `allowed: ${ids.join(', ')}`,
    2,
  );
}

function unknownResource(uri: string): UserError {
  const forms = [EPISODES, ...TEMPLATES.map(({ uriTemplate }) => uriTemplate)];
  return new UserError(`no such resource: ${uri}`, `allowed: ${forms.join(', ')}`, 2);
}

/** Ids that begin as what is typed, for a template. */
export async function idsFor(uriTemplate: string, begun: string, desk: Desk): Promise<readonly string[]> {
  const ids = uriTemplate.startsWith(SERIES)
    ? (await (await desk.store()).asOf((await (await desk.store()).latestClose()) ?? 0)).ids()
    : (await desk.parts.episodes()).map(({ id }) => id);
  return ids.filter((id) => id.startsWith(begun));
}
