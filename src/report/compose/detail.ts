import type { Wording } from '../desk.ts';
import type { Block, TableBlock } from '../document.ts';
import { SHAPE } from '../messages/shape/index.ts';
import { plain } from './paragraph.ts';

/** A stretch of a report: what is read, what stands behind it in the appendix, and its numbered tables of data. */
export interface Parted {
  readonly body: readonly Block[];
  readonly detail: readonly Block[];
  readonly data: readonly TableBlock[];
}

/** Tables of chapter 5, in order. */
const DATA_TABLES = ['T-1', 'T-2', 'T-3', 'T-4', 'T-5', 'T-6'] as const;

/** A stretch with its number and title, so that its detail can stand under the same number in the appendix. */
export interface Section extends Parted {
  readonly number: string;
  readonly title: string;
}

export const NOTHING: Parted = { body: [], detail: [], data: [] };

export function allOf(stretches: readonly Parted[]): Parted {
  return {
    body: stretches.flatMap(({ body }) => body),
    detail: stretches.flatMap(({ detail }) => detail),
    data: stretches.flatMap(({ data }) => data),
  };
}

function isDataTable({ m }: Wording, block: Block): block is TableBlock {
  return block.kind === 'table' && DATA_TABLES.some((id) => block.label === m.tableLabel(id));
}

/** Tables of data in the order of chapter 5. */
export function inOrder({ m }: Wording, tables: readonly TableBlock[]): readonly TableBlock[] {
  return DATA_TABLES.flatMap((id) => tables.filter(({ label }) => label === m.tableLabel(id)));
}

/** Blocks from one heading to the next. */
function runsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' || runs.length === 0) runs.push([]);
    runs.at(-1)!.push(block);
  }
  return runs;
}

/** Rows of a table that is read in passing; a longer one is looked up. */
const SHORT_TABLE = 25;

function isShort(block: Block): boolean {
  return block.kind === 'table' && block.groups.flatMap(({ rows }) => rows).length <= SHORT_TABLE;
}

/** What a run shows beside its words: its charts, all or the first; without one, its first short table. */
function shownOf(run: readonly Block[], charts: 'all' | 'first'): ReadonlySet<Block> {
  const drawn = run.filter(({ kind }) => kind === 'chart');
  const tables = run.filter(isShort);
  const shown = drawn.length > 0 ? drawn : tables;
  return new Set(charts === 'all' && drawn.length > 0 ? drawn : shown.slice(0, 1));
}

function partedRun(desk: Wording, run: readonly Block[], charts: 'all' | 'first'): Parted {
  const data = run.filter((block) => isDataTable(desk, block));
  const own = run.filter((block) => !isDataTable(desk, block));
  const shown = shownOf(own, charts);
  const isRead = (block: Block) =>
    block.kind === 'heading' ||
    (block.kind === 'paragraph' && !block.behind) ||
    block.kind === 'box' ||
    shown.has(block);
  const behind = own.filter((block) => !isRead(block));
  const [first] = run;
  const title = first?.kind === 'heading' && first.level === 4 ? [first] : [];
  return {
    body: [...own.filter(isRead), ...seeData(desk, data)],
    detail: behind.length > 0 ? [...title, ...behind] : [],
    data,
  };
}

/** Where the tables went that stood here. */
function seeData(desk: Wording, data: readonly TableBlock[]): readonly Block[] {
  return data.flatMap(({ label }) => plain(desk, [SHAPE[desk.language].seeTable(label)]));
}

/** Words with one picture in place, the other tables and lists behind. */
export function parted(desk: Wording, blocks: readonly Block[], charts: 'all' | 'first' = 'first'): Parted {
  return allOf(runsOf(blocks).map((run) => partedRun(desk, run, charts)));
}

/** All behind, but for the tables of data; nothing of a part that has no more than these. */
export function behind(desk: Wording, blocks: readonly Block[]): Parted {
  const data = blocks.filter((block) => isDataTable(desk, block));
  const detail = blocks.filter((block) => !isDataTable(desk, block));
  const isMore = detail.some(({ kind }) => kind !== 'heading');
  return { body: [], detail: isMore ? detail : [], data };
}

/** Blocks cut at the headings of the third level, which go to the sections; what stands before the first is of the chapter `number`. */
export function sectionsOf(
  desk: Wording,
  blocks: readonly Block[],
  number: string,
  pictures: 'whole' | 'all' | 'first' = 'first',
): readonly Section[] {
  const sections: { number: string; title: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const begins = block.kind === 'heading' && block.level === 3;
    if (begins) sections.push({ number: block.number, title: block.text, blocks: [] });
    else if (sections.length === 0) sections.push({ number, title: '', blocks: [block] });
    else sections.at(-1)!.blocks.push(block);
  }
  return sections.map(({ blocks: own, ...named }) => ({
    ...named,
    ...(pictures === 'whole' ? { ...NOTHING, body: own } : parted(desk, own, pictures)),
  }));
}
