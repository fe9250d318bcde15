import type { CascadeDesk } from '../../cascade/desk.ts';
import { marked } from '../../cascade/marked.ts';
import type { Block } from '../../document.ts';
import type { Inline } from '../../inline.ts';
import { sentBlocks, sentInline } from '../sending.ts';
import type { SentBlock, SentInline } from '../sent.ts';

/** A title behind the word that says a model made what it is of. */
export function taggedTitle(desk: CascadeDesk, title: Inline): SentInline {
  return sentInline(desk, [{ kind: 'tag', text: desk.words.tag, look: 'simulated' }, ' ', ...title]);
}

/** Blocks that stand closed until asked for; nothing without any. */
export function folded(desk: CascadeDesk, title: string, blocks: readonly Block[]): readonly SentBlock[] {
  if (blocks.length === 0) return [];
  return [{ kind: 'fold', title, blocks: sentBlocks(desk, marked(desk, blocks)) }];
}
