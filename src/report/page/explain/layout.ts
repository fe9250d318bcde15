import type { Words } from '../../../data/series/entry.ts';
import type { SectionId } from '../../../diagnosis/explain/answer.ts';
import { explainDesk } from '../../explain/index.ts';
import type { ExplainDesk } from '../../explain/story.ts';
import type { Inline } from '../../inline.ts';
import { pageHead } from '../head.ts';
import type { Page, PageSlot } from '../page.ts';
import { sentInline } from '../sending.ts';
import type { SentBlock } from '../sent.ts';
import { GROUPS, type Group } from './groups.ts';
import { groupStories, hasStories, needsFold } from './stories.ts';
import { LAYOUT } from './words.ts';

/** What a section found: the answer as a sentence in phrases, and one paragraph with its figures. */
export interface Finding {
  readonly answer: readonly string[];
  readonly lead: Inline;
}

/** What a section shows before its parts. */
export interface Front {
  readonly finding: Finding;
  /** The one chart or table that proves it, and what stands beside it. */
  readonly proof: readonly SentBlock[];
  /** Ids of the parts’ blocks that stand there, and not again with their part. */
  readonly shown: readonly string[];
}

export interface Section {
  readonly id: SectionId;
  readonly key: string;
  readonly title: Words;
  readonly question: Words;
  /** Undefined where the section has no value. */
  readonly front: (desk: ExplainDesk) => Front | undefined;
}

/** A page of one section: what it found, what proves it, its parts by question, and what is missing. */
export function sectionPage({ id, key, title, question, front }: Section): Page {
  const head = { id, question };
  const needs = { sections: [id] } as const;
  const groups = GROUPS[id];
  const slotOf = (group: Group): PageSlot => ({
    needs,
    compose({ sections }, language) {
      const desk = deskOf(sections![id]!, language);
      return { blocks: groupStories(desk, group, new Set(front(desk)?.shown)) };
    },
  });
  return {
    ...head,
    path: `/explain/${id}`,
    key,
    under: 'explain',
    verb: 'explain',
    title,
    needs,
    compose({ sections }, language) {
      const desk = deskOf(sections![id]!, language);
      const begun = front(desk);
      const told = groups.filter((group) => hasStories(desk, group));
      const shown = new Set(begun?.shown);
      return {
        ...pageHead(desk, head),
        answer: begun?.finding.answer ?? LAYOUT[language].nothing[id],
        ...(begun ? { lead: sentInline(desk, begun.finding.lead) } : {}),
        blocks: [
          ...(begun?.proof ?? []),
          ...contents(desk, told),
          ...told.map((group) => groupPanel(desk, group, shown)),
          ...needsFold(desk),
        ],
      };
    },
    slots: Object.fromEntries(groups.filter(({ apart }) => apart).map((group) => [group.id, slotOf(group)])),
  };
}

function deskOf(
  ...[answer, language]: [Parameters<typeof explainDesk>[0], Parameters<typeof explainDesk>[1]]
) {
  let charts = 0;
  return explainDesk(answer, language, () => ++charts);
}

function contents(desk: ExplainDesk, groups: readonly Group[]): readonly SentBlock[] {
  if (groups.length < 2) return [];
  const items = groups.map(({ id, title }) => ({ id: anchor(id), title: title[desk.language] }));
  return [{ kind: 'contents', label: LAYOUT[desk.language].contents, items }];
}

/** Ids of groups are words that parts have too. */
function anchor(id: string): string {
  return `about-${id}`;
}

/** Lines that a story takes on average before it is there. */
const LINES = 4;

function groupPanel(desk: ExplainDesk, group: Group, shown: ReadonlySet<string>): SentBlock {
  const title = group.title[desk.language];
  return {
    kind: 'panel',
    id: anchor(group.id),
    title: [title],
    blocks: group.apart
      ? [{ kind: 'slot', id: group.id, title, lines: LINES * group.parts.length }]
      : groupStories(desk, group, shown),
  };
}
