import type {
  SentBlock,
  SentFigure,
  SentInline,
  SentPage,
  SentPart,
  SentSpan,
} from '../../../src/report/page/index.ts';

function spansIn(value: unknown): readonly SentSpan[] {
  if (Array.isArray(value)) return value.flatMap(spansIn);
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if ('kind' in value && value.kind === 'figure') return [value as SentFigure];
  return Object.entries(value).flatMap(([key, one]) =>
    key === 'svg' || key === 'spark' || key === 'id' ? [] : spansIn(one),
  );
}

/** Every figure on a page, wherever it stands. */
export function figuresOn(page: SentPage | SentPart): readonly SentFigure[] {
  return spansIn(page).filter((span) => typeof span === 'object' && span.kind === 'figure') as SentFigure[];
}

/** Every word of a page, its figures included. */
export function wordsOn(page: SentPage | SentPart): readonly string[] {
  return spansIn(page).map((span) => (typeof span === 'string' ? span : 'text' in span ? span.text : ''));
}

/** Values and words by the id of every figure inside an answer. */
export function figuresOfAnswer(answer: unknown): ReadonlyMap<string, number | null> {
  const found = new Map<string, number | null>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (typeof value === 'object' && value !== null) {
      if ('id' in value && 'asOf' in value && 'of' in value && 'value' in value) {
        found.set(String(value.id), value.value as number | null);
      }
      for (const one of Object.values(value)) walk(one);
    }
  };
  walk(answer);
  return found;
}

/** The first block of a kind, however deep. */
export function blockOf<K extends SentBlock['kind']>(
  blocks: readonly SentBlock[],
  kind: K,
  id?: string,
): Extract<SentBlock, { kind: K }> {
  const all = (list: readonly SentBlock[]): readonly SentBlock[] =>
    list.flatMap((block) => [
      block,
      ...(block.kind === 'panel' || block.kind === 'fold' ? all(block.blocks) : []),
      ...(block.kind === 'columns' ? block.columns.flatMap(all) : []),
    ]);
  const found = all(blocks).find(
    (block) => block.kind === kind && (id === undefined || ('id' in block && block.id === id)),
  );
  if (!found) throw new Error(`no ${kind} ${id ?? ''}`);
  return found as Extract<SentBlock, { kind: K }>;
}

export function textOf(text: SentInline): string {
  return text
    .map((span) => (typeof span === 'string' ? span : span.kind === 'strong' ? textOf(span.of) : span.text))
    .join('');
}
