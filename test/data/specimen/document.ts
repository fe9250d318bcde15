import { entryOf } from '../../../src/data/series/index.ts';
import type { Episode } from '../../../src/data/specimen/episode.ts';
import type { MoneySource } from '../../../src/data/specimen/money/publishers.ts';

/** The generated part of docs/specimen.md: one row a day of an episode. */
export function episodeTable(episodes: readonly Episode[]): string {
  const rows = episodes.flatMap((episode) =>
    Object.entries(episode.days).map(([date, series]) => {
      const moves = Object.entries(series).map(([id, { move }]) => `${id} ${moveText(id, move)}`);
      return `| ${date} | ${episode.title.en} | ${episode.scope} | ${moves.join(', ')} | [${episode.source.text}](${episode.source.url}) |`;
    }),
  );
  return ['| day | event | scope | stated moves | source |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** The generated list of what is simulated. */
export function seriesTable(
  rows: readonly (readonly [id: string, publisher: string, url: string])[],
): string {
  const lines = rows.map(
    ([id, publisher, url]) => `| ${id} | ${entryOf(id)?.title.en} | [${publisher}](${url}) |`,
  );
  return ['| series | what | publisher of its landmarks and moves |', '|---|---|---|', ...lines].join('\n');
}

/** The generated list of what stands beside the markets; series made alike share a row. */
export function moneyTable(sources: ReadonlyMap<string, MoneySource>): string {
  const rows = new Map<string, string[]>();
  for (const [id, { from, publisher }] of sources) {
    const rest = `${from} | ${publisher ? `[${publisher.name}](${publisher.url})` : '—'} |`;
    rows.set(rest, [...(rows.get(rest) ?? []), id]);
  }
  const lines = [...rows].map(([rest, ids]) => `| ${ids.join(', ')} | ${rest}`);
  return ['| series | made from | publisher of levels and facts |', '|---|---|---|', ...lines].join('\n');
}

function moveText(id: string, move: number): string {
  const price = entryOf(id)?.transform === 'price';
  const value = price ? move * 100 : move * 10_000;
  const digits = (price ? value.toFixed(2) : value.toFixed(0)).replace('-', '−');
  return `${value > 0 ? '+' : ''}${digits}${price ? ' %' : ' bp'}`;
}

const START = (name: string) => `<!-- generated: ${name} -->`;
const END = '<!-- end -->';

/** The text between the marks of a generated part, and the whole with another text there. */
export function part(
  document: string,
  name: string,
): { readonly text: string; replaced(text: string): string } {
  const from = document.indexOf(START(name));
  const to = document.indexOf(END, from);
  if (from < 0 || to < 0) throw new Error(`docs/specimen.md has no generated part "${name}"`);
  const start = from + START(name).length;
  return {
    text: document.slice(start, to).trim(),
    replaced: (text) => `${document.slice(0, start)}\n${text}\n${document.slice(to)}`,
  };
}
