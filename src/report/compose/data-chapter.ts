import { entryOf } from '../../data/series/index.ts';
import type { Wording } from '../desk.ts';
import type { Block, Cell, Row, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import { figuresOf } from '../inline.ts';
import { SHAPE } from '../messages/shape/index.ts';
import { sessionOf } from '../notes.ts';
import { cell, column, under } from './cells.ts';
import { inOrder } from './detail.ts';
import { heading } from './paragraph.ts';

/** Tables of markets and flows; the others are of the economy and policy. */
const MARKET = ['T-1', 'T-2', 'T-3'];

/** Chapter 5: the numbered tables of data, each row with the providers of its figures and the date they reach to. */
export function dataBlocks(desk: Wording, tables: readonly TableBlock[]): readonly Block[] {
  const words = SHAPE[desk.language];
  const ordered = inOrder(desk, tables).map((table) => withSource(desk, table));
  const market = ordered.filter(({ label }) => MARKET.some((id) => label === desk.m.tableLabel(id)));
  const economy = ordered.filter((table) => !market.includes(table));
  const part = (number: string, title: string, own: readonly TableBlock[]) =>
    own.length === 0 ? [] : [heading(3, number, title), ...own];
  if (ordered.length === 0) return [];
  return [
    heading(2, '5', words.data),
    ...part('5.1', words.market, market),
    ...part('5.2', words.economy, economy),
  ];
}

function withSource(desk: Wording, table: TableBlock): TableBlock {
  return {
    ...table,
    columns: [...table.columns, { ...column('source', SHAPE[desk.language].source), align: 'start' }],
    groups: table.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ cells: [...row.cells, sourceCell(desk, row)] })),
    })),
  };
}

/** Providers of the row's figures, the model for those that it made, and the last session that one of them reaches to. */
function sourceCell(desk: Wording, { cells }: Row): Cell {
  const figures = cells.flatMap(({ text, under: second }) =>
    [...figuresOf(text), ...figuresOf(second ?? [])].map(({ figure }) => figure),
  );
  if (figures.length === 0) return cell();
  const named = [...new Set(figures.flatMap((figure) => originsOf(desk, figure)))].join(desk.m.comma);
  const latest = figures
    .flatMap((figure) => sessionOf(figure) ?? [])
    .sort()
    .at(-1);
  return latest ? under([named], desk.w.tableDay(latest)) : cell(named);
}

/** A generated market has no provider, and what a model made of a real one has the model. */
function originsOf(desk: Wording, { id, of }: Figure): readonly string[] {
  if (desk.simulated) return [desk.m.simulated.word];
  if (id.startsWith('cascade:')) return [SHAPE[desk.language].model];
  return of.series.flatMap((id) => entryOf(id)?.sources[0]?.provider ?? []);
}
