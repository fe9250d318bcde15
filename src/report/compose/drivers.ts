import { type Need, SECTION_IDS, SECTIONS, type SectionId } from '../../diagnosis/explain/answer.ts';
import type { ExplainPart } from '../../diagnosis/explain/part.ts';
import { hasValue } from '../desk.ts';
import { type Block, figuresIn } from '../document.ts';
import { sectionsIn, storiesOfParts, type Told } from '../explain/index.ts';
import type { ExplainDesk } from '../explain/story.ts';
import type { Inline } from '../inline.ts';
import { type PlaceId, SECTION_WORDS } from '../messages/explain/sections.ts';
import { grouped } from './cells.ts';
import { heading, paragraph } from './paragraph.ts';

/** A sub-chapter: the parts of its sections, with those it takes from others at its begin or end. */
interface Place {
  readonly id: PlaceId;
  /** Empty: it closes the chapter and has none. */
  readonly number: string;
  readonly sections: readonly SectionId[];
  readonly begins?: readonly string[];
  readonly ends?: readonly string[];
}

/** Parts of the drivers that are questions of policy. */
const POLICY = [
  'policy-path',
  'policy-reaction',
  'policy-stance',
  'policy-gap',
  'term-premium',
  'growth-fear',
  'tightening-index',
  'channels',
] as const;

/** Chapter 2 by question, which is not always by section. 2.5, systematic flows, stands before the close. */
const PLACES: readonly Place[] = [
  { id: 'policy', number: '2.1', sections: ['liquidity'], ends: POLICY },
  { id: 'economy', number: '2.2', sections: ['drivers'], begins: ['labour-board'] },
  { id: 'flows', number: '2.3', sections: ['flows'], ends: ['yen-carry'] },
  { id: 'mood', number: '2.4', sections: ['havens', 'network'], ends: ['cash-regime'] },
  { id: 'closing', number: '', sections: [], begins: ['driver-split', 'causal-order'] },
];

const MOVED: readonly string[] = PLACES.flatMap(({ begins = [], ends = [] }) => [...begins, ...ends]);

/**
 * Chapter 2, from an explanation: sub-chapters of parts, each with its summary first and what is missing last.
 * @param systematic sub-chapter 2.5, called in its turn so that its charts are numbered there
 */
export function driversBlocks(
  desk: ExplainDesk,
  systematic: () => readonly Block[] = () => [],
): readonly Block[] {
  const places = PLACES.flatMap((place) => [
    ...(place.id === 'closing' ? systematic() : []),
    ...placeBlocks(desk, place),
  ]);
  return [heading(2, '2', SECTION_WORDS[desk.language].chapter), ...places];
}

/** Ids of the parts of a sub-chapter in the order in which they are told. */
function partsAt({ sections, begins = [], ends = [] }: Place): readonly string[] {
  const own = sections
    .flatMap((section) => Object.values<ExplainPart>(SECTIONS[section]))
    .map(({ id }) => id)
    .filter((id) => !MOVED.includes(id));
  return [...begins, ...own, ...ends];
}

function placeBlocks(desk: ExplainDesk, place: Place): readonly Block[] {
  const words = SECTION_WORDS[desk.language];
  const ids = partsAt(place);
  const stories = storiesOfParts(desk, ids);
  const blocks = [
    ...summary(desk, place, stories),
    ...stories.flatMap((story) => partBlocks(desk, story)),
    ...needList(desk, ids),
  ];
  return blocks.length === 0 ? [] : [heading(3, place.number, words.places[place.id]), ...blocks];
}

/**
 * The first sentence of each part, the very first in bold; a part that has no more than its headline is told here whole. The close of the
 * chapter has its sentences under its own headings.
 */
function summary(desk: ExplainDesk, { number, sections }: Place, stories: readonly Told[]): readonly Block[] {
  if (number === '') return [];
  const [first, ...rest] = stories.flatMap(({ headline, blocks }) =>
    blocks.length === 0 ? headline : headline.slice(0, 1),
  );
  if (first) {
    const items: Block = { kind: 'list', look: 'plain', items: rest };
    return [paragraph(desk, first), ...(rest.length === 0 ? [] : [items])];
  }
  const told = figuresIn(stories.flatMap(({ blocks }) => blocks)).some(({ figure }) => hasValue(figure));
  const asked = sections.some((section) => desk.answer[section] !== undefined);
  return told || !asked ? [] : [{ kind: 'paragraph', text: [SECTION_WORDS[desk.language].nothing] }];
}

function partBlocks({ language }: ExplainDesk, { part, blocks }: Told): readonly Block[] {
  return blocks.length === 0 ? [] : [heading(4, '', part.title[language]), ...blocks];
}

function needList(desk: ExplainDesk, ids: readonly string[]): readonly Block[] {
  const items = needTexts(desk, ids);
  const title = SECTION_WORDS[desk.language].needs;
  return items.length === 0 ? [] : [{ kind: 'list', look: 'warnings', title, items }];
}

/** What is missing, one line a series: its name, the parts of these that would read it, and who offers it. */
export function needTexts(desk: ExplainDesk, ids: readonly string[]): readonly Inline[] {
  const all = sectionsIn(desk.answer).flatMap((id): readonly Need[] => desk.answer[id]?.needs ?? []);
  const titles = partTitles(desk);
  return grouped(
    all.filter(({ parts }) => parts.some((id) => ids.includes(id))),
    ({ series }) => series,
  ).map((same) => {
    const { series, title, sources } = same[0]!;
    const readers = ids.filter((id) => same.some(({ parts }) => parts.includes(id)));
    return [
      SECTION_WORDS[desk.language].need({
        title: title[desk.language],
        id: series,
        parts: readers.map((id) => titles.get(id) ?? id),
        sources,
      }),
    ];
  });
}

/** Titles of the parts by their ids. */
export function partTitles({ language }: ExplainDesk): ReadonlyMap<string, string> {
  return new Map(
    SECTION_IDS.flatMap((section) => Object.values<ExplainPart>(SECTIONS[section])).map((part) => [
      part.id,
      part.title[language],
    ]),
  );
}
