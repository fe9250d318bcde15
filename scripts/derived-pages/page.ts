import { entryOf } from '../../src/data/series/index.ts';
import { DERIVED, DERIVED_THEMES, type DerivedEntry, needsOf } from '../../src/measures/derived/index.ts';
import { escapeMarkdown } from '../../src/report/escape.ts';

/** What the page says of the real data: by series, a line an instant. */
export type Readings = ReadonlyMap<string, readonly string[]>;

const HEAD = `# Series by formula that the program knows

The language is in [derived.md](../derived.md). Written from the catalogue by \`npm run docs:derived\`; a test asks that they agree.
Pictures are of the [specimen](../specimen.md): SIMULATED. Where a series needs a file, it yields nothing without it: import the file under
the id that is named, \`tidemark data import FILE --as ID\`. What the real data say is the last value that was known at each instant.`;

/** The page of all derived series, by theme. */
export function derivedPage(readings: Readings, drawn: ReadonlySet<string>): string {
  const themes = Object.entries(DERIVED_THEMES).flatMap(([theme, entries]) => [
    `## ${theme}`,
    ...entries.flatMap((entry) => entryText(entry, readings.get(entry.id) ?? [], drawn.has(entry.id))),
  ]);
  return `${[HEAD, contents(), ...themes].join('\n\n')}\n`;
}

function contents(): string {
  const linked = (name: string) =>
    `[${name}](#${name
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')})`;
  return Object.entries(DERIVED_THEMES)
    .map(([theme, entries]) => `- ${linked(theme)}: ${entries.map(({ id }) => `\`${id}\``).join(', ')}`)
    .join('\n');
}

function entryText(entry: DerivedEntry, readings: readonly string[], drawn: boolean): readonly string[] {
  const { id, title, formula, of, unit, meaning, reading, source } = entry;
  const symbols = Object.entries(of).map(([symbol, series]) => `${symbol} \`${series}\``);
  const files = needs(entry);
  return [
    `### ${title.en}`,
    `\`${id}\` · ${title['zh-Hans']} · ${title['zh-Hant']}`,
    `\`${formula}\`; ${symbols.join(', ')}. In \`${unit}\`. *${escapeMarkdown(source)}.*`,
    `${escapeMarkdown(meaning.en)} ${escapeMarkdown(reading.en)}`,
    ...(files.length === 0 ? [] : [`Needs a file: ${files.join('; ')}.`]),
    ...(drawn ? [`![${title.en}, simulated](${id}.svg)`] : []),
    ...(readings.length === 0
      ? []
      : [`<!-- real data: ${id} -->`, readings.map((line) => `- ${line}`).join('\n'), '<!-- /real data -->']),
  ];
}

function needs(entry: DerivedEntry): readonly string[] {
  return needsOf(entry, DERIVED, entryOf).map(({ id, sources }) => {
    const places = sources.map(({ provider, symbol }) => `${provider}: ${escapeMarkdown(symbol)}`);
    return `\`${id}\` (${places.join(', ')})`;
  });
}

/** What a page says of the real data, for a page that is written without them. */
export function readingsIn(text: string): Readings {
  const found = text.matchAll(/<!-- real data: (\S+) -->\n\n([\s\S]*?)\n\n<!-- \/real data -->/g);
  return new Map(
    [...found].map(([, id, lines]) => [
      id as string,
      (lines as string).split('\n').map((line) => line.slice(2)),
    ]),
  );
}
