import type { Language } from '../../data/series/entry.ts';
import type { Block, ReportDocument } from '../document.ts';
import { escapeHtml } from '../escape.ts';
import { SHAPE } from '../messages/shape/index.ts';

/** Number of the appendix. */
export const APPENDIX = 'A';

/** Where a heading with a number is found. */
export function anchorOf(number: string): string {
  return `s-${escapeHtml(number)}`;
}

type Heading = Extract<Block, { kind: 'heading' }>;

function headingsOf(blocks: readonly Block[]): readonly Heading[] {
  return blocks.filter((one) => one.kind === 'heading' && one.level <= 3 && one.number !== '') as Heading[];
}

/** Links to chapters and their sections, those of the appendix left out; nothing for a text of one chapter. */
export function contentsHtml({ blocks, back }: ReportDocument, language: Language): string {
  const found = headingsOf([...blocks, ...back]);
  const chapters = found.filter(({ level }) => level === 2);
  if (chapters.length < 2) return '';
  const link = ({ number, text }: Heading) =>
    `<a href="#${anchorOf(number)}"><b>${escapeHtml(number)}</b>${escapeHtml(text)}</a>`;
  const items = chapters.map((chapter) => {
    const own = found.filter(({ level, number }) => level === 3 && number.startsWith(`${chapter.number}.`));
    const isAppendix = chapter.number === APPENDIX;
    const list = own.map((one) => `<li>${link(one)}</li>`).join('');
    return `<li>${link(chapter)}${isAppendix || list === '' ? '' : `<ol>${list}</ol>`}</li>`;
  });
  const { contents } = SHAPE[language];
  return `<nav class="contents" aria-label="${escapeHtml(contents)}"><b>${escapeHtml(contents)}</b><ol>${items.join('')}</ol></nav>`;
}
