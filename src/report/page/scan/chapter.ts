import { panoramaBlocks } from '../../compose/panorama.ts';
import { type Desk, deskFor } from '../../desk.ts';
import type { Block } from '../../document.ts';
import type { PageSlot } from '../page.ts';
import { sentBlocks } from '../sending.ts';
import type { SentBlock } from '../sent.ts';
import { SCAN_WORDS } from './words.ts';

/** Stand on the page itself. */
const SHOWN = new Set(['matrix', 'n-1']);
const MOST_SECTIONS = 12;

interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The report's chapter on a scan by its headings, without what the page shows anyway. */
function sectionsOf(desk: Desk): readonly Section[] {
  let charts = 0;
  const sections: { title: string; blocks: Block[] }[] = [];
  for (const block of panoramaBlocks(desk, () => ++charts)) {
    if (block.kind === 'heading') sections.push({ title: block.text, blocks: [] });
    else if (!('id' in block) || !SHOWN.has(block.id)) sections.at(-1)?.blocks.push(block);
  }
  return sections.filter(({ blocks }) => blocks.length > 0);
}

/** What else the report says of the day, closed until a reader opens it. */
export function chapterPanel(desk: Desk): SentBlock {
  const words = SCAN_WORDS[desk.language];
  return {
    kind: 'panel',
    id: 'chapter',
    title: [words.more],
    measure: [words.moreMeasure],
    blocks: sectionsOf(desk)
      .slice(0, MOST_SECTIONS)
      .map(({ title }, at) => ({
        kind: 'fold',
        title,
        blocks: [{ kind: 'slot', id: slotId(at), title, lines: 8 }],
      })),
  };
}

function slotId(at: number): string {
  return `chapter-${at + 1}`;
}

/** A slot a section of the chapter; drawn when it is asked for. */
export const chapterSlots: Readonly<Record<string, PageSlot>> = Object.fromEntries(
  Array.from({ length: MOST_SECTIONS }, (_, at) => [
    slotId(at),
    {
      needs: { scan: true },
      compose({ scan }, language) {
        const desk = deskFor(scan!, language);
        return { blocks: sentBlocks(desk, sectionsOf(desk)[at]?.blocks ?? []) };
      },
    } satisfies PageSlot,
  ]),
);
