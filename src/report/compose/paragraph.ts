import type { Wording } from '../desk.ts';
import type { Block } from '../document.ts';
import { type Inline, joined, strong } from '../inline.ts';

/** A paragraph: the key sentence in bold, then the rest in the order fact, rank, structure, meaning. */
export function paragraph(desk: Wording, key: Inline, ...rest: readonly (readonly Inline[])[]): Block {
  const sentences = [[strong(key)], ...rest.flat()];
  return { kind: 'paragraph', text: joined(sentences, desk.m.gap) };
}

/** A paragraph without a key sentence; nothing when it would be empty. */
export function plain(desk: Wording, ...sentences: readonly (readonly Inline[])[]): readonly Block[] {
  const all = sentences.flat();
  return all.length === 0 ? [] : [{ kind: 'paragraph', text: joined(all, desk.m.gap) }];
}

/** What a report tells in its appendix, and an answer that stands alone in its place. */
export function aside(desk: Wording, ...sentences: readonly (readonly Inline[])[]): readonly Block[] {
  return plain(desk, ...sentences).map((block) => ({ ...block, behind: true }) as Block);
}

export function heading(level: 2 | 3 | 4, number: string, text: string): Block {
  return { kind: 'heading', level, number, text };
}
