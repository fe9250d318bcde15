import { entryOf } from '../../src/data/series/index.ts';
import { SECTIONS, type SectionId } from '../../src/diagnosis/explain/answer.ts';
import type { ExplainPart } from '../../src/diagnosis/explain/part.ts';
import { escapeMarkdown } from '../../src/report/escape.ts';
import { SECTION_WORDS } from '../../src/report/messages/explain/sections.ts';

/** What the pages say of the real data: by part, by instant. */
export type Findings = ReadonlyMap<string, readonly Finding[]>;

export interface Finding {
  readonly instant: string;
  readonly text: string;
}

export function partsOf(section: SectionId): readonly ExplainPart[] {
  return Object.values<ExplainPart>(SECTIONS[section]);
}

/** The page of a section in docs/explain: its parts with formulas and sources, a picture each where one is drawn, and what real data say. */
export function page(section: SectionId, findings: Findings, pictures: ReadonlySet<string>): string {
  const words = (language: 'zh-Hans' | 'zh-Hant' | 'en') => SECTION_WORDS[language].sections[section];
  const parts = [
    `# ${words('en')}`,
    `\`tidemark explain --section ${section}\` · ${words('zh-Hans')} · ${words('zh-Hant')}`,
    'Written from the parts by `npm run docs:explain`; a test asks that they agree. Pictures are of the [specimen](../specimen.md), with seeded walks for the series that it lacks: SIMULATED. What the real data say was computed as known at each instant.',
    ...partsOf(section).flatMap((part) => partText(part, findings.get(part.id) ?? [], pictures.has(part.id))),
  ];
  return `${parts.join('\n\n')}\n`;
}

function partText(part: ExplainPart, findings: readonly Finding[], drawn: boolean): readonly string[] {
  const { id, title, formulas, series } = part;
  return [
    `## ${title.en}`,
    `\`${id}\` · ${title['zh-Hans']} · ${title['zh-Hant']}`,
    `Reads ${series.map((one) => `\`${one}\``).join(', ')}.`,
    ...(drawn ? [`![${title.en}, simulated](${id}.svg)`] : []),
    formulas.map(formulaLine).join('\n'),
    ...(findings.length === 0 ? [] : [findingList(id, findings)]),
  ];
}

function formulaLine({ id, title, text, source }: ExplainPart['formulas'][number]): string {
  return `- **${escapeMarkdown(title.en)}** (\`${id}\`): ${escapeMarkdown(text)}. *${escapeMarkdown(source)}.*`;
}

const OPEN = (id: string) => `<!-- real data: ${id} -->`;
const CLOSE = '<!-- /real data -->';

function findingList(id: string, findings: readonly Finding[]): string {
  const lines = findings.map(({ instant, text }) => `- ${instant}: ${text}`);
  return ['**What the real data say**', OPEN(id), lines.join('\n'), CLOSE].join('\n\n');
}

/** What a page says of the real data, for a page that is written without them. */
export function findingsIn(text: string): Findings {
  const found = text.matchAll(/<!-- real data: (\S+) -->\n\n([\s\S]*?)\n\n<!-- \/real data -->/g);
  return new Map(
    [...found].map(([, id, lines]) => [
      id as string,
      (lines as string).split('\n').map((line) => {
        const [, instant, words] = /^- (\S+): (.*)$/.exec(line) as unknown as [string, string, string];
        return { instant, text: words };
      }),
    ]),
  );
}

/** Series of the catalogue that a section reads. */
export function seriesOf(section: SectionId): readonly string[] {
  return [...new Set(partsOf(section).flatMap(({ series }) => series))].filter((id) => entryOf(id));
}
