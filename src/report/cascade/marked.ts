import { frame } from '../compose/charts.ts';
import type { Block } from '../document.ts';
import type { Inline } from '../inline.ts';
import type { CascadeDesk } from './desk.ts';

/** Marks blocks as made by a model; in a report of a generated market the renderer has already marked everything. */
export function marked(desk: CascadeDesk, blocks: readonly Block[]): readonly Block[] {
  if (desk.simulated) return blocks;
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return { ...block, text: tagged(desk, block.text) };
    if (block.kind === 'chart' || block.kind === 'table')
      return { ...block, title: tagged(desk, block.title) };
    return block;
  });
}

function tagged({ words }: CascadeDesk, text: Inline): Inline {
  return [{ kind: 'tag', text: words.tag, look: 'simulated' }, ' ', ...text];
}

/** The frame of a picture of what a model made: hatched and marked whatever the data. */
export function markedFrame(desk: CascadeDesk, ...rest: TailOf<Parameters<typeof frame>>) {
  const made = frame(desk, ...rest);
  return made.simulated === undefined ? { ...made, simulated: desk.words.tag } : made;
}

type TailOf<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest] ? Rest : never;
