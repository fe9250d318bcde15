import { type Need, SECTION_IDS, SECTIONS } from '../../diagnosis/explain/answer.ts';
import type { ExplainPart } from '../../diagnosis/explain/part.ts';
import { hasValue } from '../desk.ts';
import { type Block, figuresIn } from '../document.ts';
import { sectionsIn, storiesOfParts, type Told } from '../explain/index.ts';
import type { ExplainDesk } from '../explain/story.ts';
import { figuresOf, type Inline, plainText, strong } from '../inline.ts';
import { SECTION_WORDS } from '../messages/explain/sections.ts';
import { SHAPE } from '../messages/shape/index.ts';
import { grouped } from './cells.ts';
import { allOf, behind, NOTHING, type Parted, parted, type Section } from './detail.ts';
import { heading } from './paragraph.ts';
import { CONSEQUENCE_PLACES, DRIVER_PLACES, NAMED, type Place } from './places.ts';

/** How an explanation is told: whole in its places, or with a picture a part and the rest in the appendix. */
export type Telling = 'whole' | 'parted';

/** The sub-chapters of chapter 2 from an explanation. */
export function driverSections(desk: ExplainDesk, telling: Telling): readonly Section[] {
  return DRIVER_PLACES.map((place) => sectionAt(desk, place, telling));
}

/** The sub-chapters of chapter 3 from an explanation. */
export function consequenceSections(desk: ExplainDesk, telling: Telling): readonly Section[] {
  return CONSEQUENCE_PLACES.map((place) => sectionAt(desk, place, telling));
}

/** Ids of the parts of a sub-chapter that it tells in a sentence. */
function briefAt({ sections = [], brief = [] }: Place): readonly string[] {
  const own = sections
    .flatMap((section) => Object.values<ExplainPart>(SECTIONS[section]))
    .map(({ id }) => id)
    .filter((id) => !NAMED.has(id));
  return [...own, ...brief];
}

function sectionAt(desk: ExplainDesk, place: Place, telling: Telling): Section {
  const body = measuredStories(desk, place.body);
  const brief = measuredStories(desk, briefAt(place));
  const told =
    telling === 'whole'
      ? wholeOf([...body, ...brief])
      : allOf([
          ...body.map((story) => parted(desk, partBlocks(desk, story))),
          { ...NOTHING, body: briefList(desk, place, brief) },
          ...brief.map((story) => behind(desk, partBlocks(desk, story))),
        ]);
  const isEmpty = told.body.length === 0 && told.data.length === 0;
  return {
    ...told,
    body: isEmpty ? nothingAsked(desk, place) : told.body,
    number: place.number,
    title: SECTION_WORDS[desk.language].places[place.id],
  };

  function wholeOf(stories: readonly Told[]): Parted {
    return { ...NOTHING, body: stories.flatMap((story) => partBlocks(desk, story)) };
  }
}

/** A sub-chapter whose section was asked for and has no value says so. */
function nothingAsked(desk: ExplainDesk, { sections = [] }: Place): readonly Block[] {
  const isAsked = sections.some((section) => desk.answer[section] !== undefined);
  return isAsked ? [{ kind: 'paragraph', text: [SECTION_WORDS[desk.language].nothing] }] : [];
}

function measuredStories(desk: ExplainDesk, ids: readonly string[]): readonly Told[] {
  return storiesOfParts(desk, ids).filter(isMeasured);
}

/** Whether a part has a value anywhere. */
function isMeasured({ headline, blocks }: Told): boolean {
  const spans = [...headline.flatMap(figuresOf), ...figuresIn(blocks)];
  return spans.some(({ figure }) => hasValue(figure));
}

/** The first sentence of each part; its other words stand in the appendix. */
function briefList(desk: ExplainDesk, { number }: Place, stories: readonly Told[]): readonly Block[] {
  const items = stories.flatMap(({ headline }) => headline.slice(0, 1));
  const title = SHAPE[desk.language].brief(`A.${number}`);
  return items.length === 0 ? [] : [{ kind: 'list', look: 'plain', title, items }];
}

function partBlocks({ language }: ExplainDesk, { part, headline, blocks }: Told): readonly Block[] {
  const title = heading(4, '', part.title[language]);
  if (blocks.length > 0) return [title, ...keyed(blocks, headline[0])];
  return headline.length === 0
    ? []
    : [title, ...headline.map((text) => ({ kind: 'paragraph', text }) as const)];
}

/** The first paragraph with its key sentence in bold, where it begins with that of the part. */
function keyed(blocks: readonly Block[], key: Inline | undefined): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph' || !key) return blocks;
  const own = first.text.slice(0, key.length);
  if (plainText(own) !== plainText(key)) return blocks;
  return [{ ...first, text: [strong(key), ...first.text.slice(key.length)] }, ...rest];
}

/** Parts that were asked for and have no value, each with what it says of that. */
export function unmeasuredTexts(desk: ExplainDesk): readonly Inline[] {
  const ids = SECTION_IDS.flatMap((section) => Object.values<ExplainPart>(SECTIONS[section])).map(
    ({ id }) => id,
  );
  return storiesOfParts(desk, ids)
    .filter((story) => !isMeasured(story))
    .map(({ part, headline }) => [
      part.title[desk.language],
      ...(headline[0] ? [desk.m.colon, ...headline[0]] : []),
    ]);
}

/** What is missing, one line a series: its name, the parts that would read it, and who offers it. */
export function needTexts(desk: ExplainDesk): readonly Inline[] {
  const all = sectionsIn(desk.answer).flatMap((id): readonly Need[] => desk.answer[id]?.needs ?? []);
  const titles = partTitles(desk);
  return grouped(all, ({ series }) => series).map((same) => {
    const { series, title, sources } = same[0]!;
    const readers = [...new Set(same.flatMap(({ parts }) => parts))];
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
