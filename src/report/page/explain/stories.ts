import { needTexts } from '../../compose/drivers.ts';
import type { Block } from '../../document.ts';
import { storiesOfParts, type Told } from '../../explain/index.ts';
import type { ExplainDesk } from '../../explain/story.ts';
import { type Inline, plainText } from '../../inline.ts';
import { sentBlocks, sentInline } from '../sending.ts';
import type { SentBlock } from '../sent.ts';
import type { Group } from './groups.ts';
import { LAYOUT } from './words.ts';

/** The parts of a group that have something to say: sentences first, the rest closed; blocks that stand at the head of the page are not repeated. */
export function groupStories(
  desk: ExplainDesk,
  { parts }: Group,
  shown: ReadonlySet<string>,
): readonly SentBlock[] {
  return storiesOfParts(desk, parts)
    .filter(({ headline }) => headline.length > 0)
    .map((told) => sentStory(desk, told, shown));
}

/** Whether a group has anything to say. */
export function hasStories(desk: ExplainDesk, { parts }: Group): boolean {
  return storiesOfParts(desk, parts).some(({ headline }) => headline.length > 0);
}

function sentStory(
  desk: ExplainDesk,
  { part, headline, blocks }: Told,
  shown: ReadonlySet<string>,
): SentBlock {
  const rest = unsaid(desk, blocks, headline).filter((block) => !('id' in block && shown.has(block.id)));
  return {
    kind: 'story',
    id: part.id,
    title: part.title[desk.language],
    said: headline.map((text) => sentInline(desk, text)),
    ...(rest.length > 0
      ? { rest: { title: LAYOUT[desk.language].more, blocks: sentBlocks(desk, rest) } }
      : {}),
  };
}

/** The blocks without the sentences that their headline has said. */
function unsaid(desk: ExplainDesk, blocks: readonly Block[], headline: readonly Inline[]): readonly Block[] {
  let left = headline;
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== 'paragraph') return [block];
    let { text } = block;
    for (const said of left) {
      const after = behind(text, plainText(said));
      if (after === undefined) break;
      text = after[0] === desk.m.gap ? after.slice(1) : after;
      left = left.slice(1);
    }
    return text.length === 0 ? [] : [{ ...block, text }];
  });
}

/** What follows these words at the beginning of a text; undefined where it begins otherwise. */
function behind(text: Inline, words: string): Inline | undefined {
  let left = words;
  for (const [k, span] of text.entries()) {
    if (left === '') return text.slice(k);
    const own = plainText(span);
    if (!left.startsWith(own)) return undefined;
    left = left.slice(own.length);
  }
  return left === '' ? [] : undefined;
}

/** What is missing, who offers it, and the command that adds it. */
export function needsFold(desk: ExplainDesk): readonly SentBlock[] {
  const texts = needTexts(desk);
  if (texts.length === 0) return [];
  const m = LAYOUT[desk.language];
  return [
    {
      kind: 'fold',
      title: m.needs(texts.length),
      blocks: [
        { kind: 'list', items: texts.map((text) => sentInline(desk, text)), look: 'plain' },
        {
          kind: 'paragraph',
          text: [m.add, { kind: 'code', text: 'tidemark data import FILE --as ID' }],
          look: 'small',
        },
      ],
    },
  ];
}
