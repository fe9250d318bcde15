import { type Need, SECTIONS, type SectionId } from '../../diagnosis/explain/answer.ts';
import type { ExplainPart } from '../../diagnosis/explain/part.ts';
import { hasValue } from '../desk.ts';
import { type Block, figuresIn } from '../document.ts';
import { sectionsIn, storiesOf, type Told } from '../explain/index.ts';
import type { ExplainDesk } from '../explain/story.ts';
import type { Inline } from '../inline.ts';
import { SECTION_WORDS } from '../messages/explain/sections.ts';
import { heading, paragraph } from './paragraph.ts';

/** Numbers of the sections in chapter 2; those between are of other verbs' making. */
const NUMBERS: Readonly<Record<SectionId, string>> = {
  liquidity: '2.1',
  drivers: '2.2',
  flows: '2.3',
  havens: '2.4',
  network: '2.5',
};

/** Chapter 2, from an explanation: sections of parts, each with its summary first and what is missing last. */
export function driversBlocks(desk: ExplainDesk): readonly Block[] {
  const words = SECTION_WORDS[desk.language];
  return [
    heading(2, '2', words.chapter),
    ...sectionsIn(desk.answer).flatMap((id) => sectionBlocks(desk, id)),
  ];
}

function sectionBlocks(desk: ExplainDesk, section: SectionId): readonly Block[] {
  const words = SECTION_WORDS[desk.language];
  const stories = storiesOf(desk, section);
  return [
    heading(3, NUMBERS[section], words.sections[section]),
    ...summary(desk, stories),
    ...stories.flatMap((story) => partBlocks(desk, story)),
    ...needList(desk, section),
  ];
}

/** The first sentence of each part, the very first in bold; a part that has no more than its headline is told here whole. */
function summary(desk: ExplainDesk, stories: readonly Told[]): readonly Block[] {
  const [first, ...rest] = stories.flatMap(({ headline, blocks }) =>
    blocks.length === 0 ? headline : headline.slice(0, 1),
  );
  if (first) return [paragraph(desk, first, rest)];
  const words = SECTION_WORDS[desk.language];
  const told = figuresIn(stories.flatMap(({ blocks }) => blocks)).some(({ figure }) => hasValue(figure));
  return told ? [] : [{ kind: 'paragraph', text: [words.nothing] }];
}

function partBlocks({ language }: ExplainDesk, { part, blocks }: Told): readonly Block[] {
  return blocks.length === 0 ? [] : [heading(4, '', part.title[language]), ...blocks];
}

function needList(desk: ExplainDesk, section: SectionId): readonly Block[] {
  const items = needTexts(desk, section);
  const title = SECTION_WORDS[desk.language].needs;
  return items.length === 0 ? [] : [{ kind: 'list', look: 'warnings', title, items }];
}

/** What is missing, one line a series: its name, the parts that would read it, and who offers it. */
function needTexts(desk: ExplainDesk, section: SectionId): readonly Inline[] {
  const needs: readonly Need[] = desk.answer[section]?.needs ?? [];
  const titles = partTitles(desk, section);
  return needs.map(({ series, title, parts: readers, sources }) => [
    SECTION_WORDS[desk.language].need({
      title: title[desk.language],
      id: series,
      parts: readers.map((id) => titles.get(id) ?? id),
      sources,
    }),
  ]);
}

/** Titles of the parts of a section by their ids. */
export function partTitles({ language }: ExplainDesk, section: SectionId): ReadonlyMap<string, string> {
  return new Map(
    Object.values<ExplainPart>(SECTIONS[section]).map((part) => [part.id, part.title[language]]),
  );
}
