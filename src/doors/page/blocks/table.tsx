import { memo, useState } from 'react';
import type { SentCell, SentColumn, SentSpan, SentTable } from '../../../report/page/index.ts';
import { useSurroundings } from '../state/surroundings.tsx';
import { csvOf, plainText } from './csv.ts';
import { Drawn } from './drawn.tsx';
import { Inline } from './inline.tsx';

type Row = SentTable['groups'][number]['rows'][number];

interface Order {
  readonly column: number;
  readonly down: boolean;
}

/** A table that may be sorted by a column. On a phone a row shows the columns that matter, and the others when it is opened. */
export function Table({ table }: { table: SentTable }) {
  const { words } = useSurroundings();
  const [order, setOrder] = useState<Order | undefined>(undefined);
  const [all, setAll] = useState(false);
  const { id, columns, groups, notes, label, title, measure } = table;
  const heads = `${label} `.trimStart();
  const hasExtra = columns.some(({ extra }) => extra);
  const hasMore = columns.some((column, at) => at > 0 && !column.phone);
  const rows = groups.flatMap((group) => group.rows);
  const places = new Map(rows.map((row, place) => [row, place]));
  const shown = order ? [{ rows: sorted(rows, columns, order) }] : groups;
  return (
    <div className={`table${all ? ' all' : ''}`}>
      {(title.length > 0 || measure) && (
        <div className="caption" id={`${id}-c`}>
          <b>
            {heads}
            <Inline text={title} />
          </b>
          {measure && (
            <span className="measure">
              <Inline text={measure} />
            </span>
          )}
        </div>
      )}
      {(hasExtra || table.file !== undefined) && (
        <div className="tools">
          {hasExtra && (
            <button type="button" className="chooser" aria-pressed={all} onClick={() => setAll(!all)}>
              {words.table.allColumns}
            </button>
          )}
          {table.file !== undefined && (
            <button type="button" onClick={() => save(table.file!, csvOf(table))}>
              {words.table.csv}
            </button>
          )}
        </div>
      )}
      <div className="scroll">
        <table
          role="table"
          {...(title.length > 0
            ? { 'aria-labelledby': `${id}-c` }
            : { 'aria-label': label === '' ? words.data : label })}
        >
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column, at) => (
                <Head
                  key={column.key}
                  column={column}
                  order={order?.column === at ? order : undefined}
                  sortable={groups.length > 0 && column.sort !== undefined && column.look !== 'spark'}
                  sort={() =>
                    setOrder(
                      order?.column !== at
                        ? { column: at, down: true }
                        : order.down
                          ? { column: at, down: false }
                          : undefined,
                    )
                  }
                />
              ))}
            </tr>
          </thead>
          {shown.map((group, at) => (
            <tbody key={at} role="rowgroup">
              {'title' in group && group.title !== undefined && (
                <tr role="row" className="group">
                  <th scope="rowgroup" role="rowheader" colSpan={columns.length}>
                    {group.title}
                  </th>
                </tr>
              )}
              {group.rows.map((row) => (
                <Line
                  key={`${places.get(row)} ${plainText(row.cells[0]?.text ?? [])}`}
                  row={row}
                  columns={columns}
                  opens={hasMore}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {notes.map((note, at) => (
        <p key={at} className="small">
          <Inline text={note} />
        </p>
      ))}
    </div>
  );
}

function Head({
  column,
  order,
  sortable,
  sort,
}: {
  column: SentColumn;
  order: Order | undefined;
  sortable: boolean;
  sort: () => void;
}) {
  const { words } = useSurroundings();
  const direction = order === undefined ? 'none' : order.down ? 'descending' : 'ascending';
  return (
    <th scope="col" role="columnheader" className={classOf(column)} data-k={column.key} aria-sort={direction}>
      {sortable && column.title !== '' ? (
        <button type="button" title={words.table.sortBy(column.title)} onClick={sort}>
          {column.title}
          <span aria-hidden="true">{order === undefined ? '' : order.down ? ' ↓' : ' ↑'}</span>
        </button>
      ) : (
        column.title
      )}
    </th>
  );
}

interface LineProps {
  readonly row: Row;
  readonly columns: readonly SentColumn[];
  readonly opens: boolean;
}

/** A row, and below it on a phone, once opened, what its columns have no room for. */
const Line = memo(function Line({ row, columns, opens }: LineProps) {
  const { words } = useSurroundings();
  const [isOpen, setOpen] = useState(false);
  const name = plainText(row.cells[0]?.text ?? []);
  const cells = (
    <tr role="row">
      {row.cells.map((cell, at) => {
        const column = columns[at]!;
        const props = { className: classOf(column, cell), 'data-k': column.key };
        if (at === 0) {
          return (
            <th key={column.key} scope="row" role="rowheader" {...props}>
              <Content cell={cell} />
              {opens && (
                <button
                  type="button"
                  className="opener"
                  aria-expanded={isOpen}
                  aria-label={`${words.table.allColumns}: ${name}`}
                  onClick={() => setOpen(!isOpen)}
                />
              )}
            </th>
          );
        }
        return (
          <td key={column.key} role="cell" {...props} data-label={column.title}>
            <Content cell={cell} />
          </td>
        );
      })}
    </tr>
  );
  if (!isOpen) return cells;
  return (
    <>
      {cells}
      <tr role="row" className="detail">
        <td role="cell" colSpan={columns.length}>
          <dl>
            {columns.map(
              (column, at) =>
                at > 0 &&
                !column.phone && (
                  <div key={column.key}>
                    <dt>{column.title}</dt>
                    <dd>{row.cells[at] && <Content cell={row.cells[at]} />}</dd>
                  </div>
                ),
            )}
          </dl>
        </td>
      </tr>
    </>
  );
});

/** Hands a text to the reader as a file. */
function save(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([`\ufeff${text}`], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(href), 0);
}

function Content({ cell }: { cell: SentCell }) {
  const { text, under, bar, spark } = cell;
  return (
    <>
      <Inline text={text} />
      {bar && (
        <span className={`bar ${bar.tone}`} aria-hidden="true">
          <span
            style={{
              left: `${50 + Math.min(0, bar.share) * 50}%`,
              width: `${Math.max(1, Math.abs(bar.share) * 50)}%`,
            }}
          />
        </span>
      )}
      {spark !== undefined && <Drawn svg={spark} className="spark" />}
      {under && (
        <span className="under">
          <Inline text={under} />
        </span>
      )}
    </>
  );
}

function classOf(column: SentColumn, cell?: SentCell): string {
  const names = [
    column.align,
    ...(column.phone ? [] : ['rest']),
    ...(column.extra ? ['extra'] : []),
    ...(column.look ? [`with-${column.look}`] : []),
    ...(cell?.faint ? ['faint'] : []),
  ];
  return names.join(' ');
}

/** Rows by a column: numbers by their figures, absent ones last; words by the order of the language. */
function sorted(
  rows: readonly Row[],
  columns: readonly SentColumn[],
  { column, down }: Order,
): readonly Row[] {
  const sign = down ? -1 : 1;
  const cellOf = (row: Row) => row.cells[column]?.text ?? [];
  if (columns[column]?.sort === 'text') {
    return [...rows].sort(
      (a, b) =>
        -sign * plainText(cellOf(a)).localeCompare(plainText(cellOf(b)), document.documentElement.lang),
    );
  }
  const numberOf = (row: Row) => numberIn(cellOf(row)) ?? Number.NaN;
  return [...rows].sort((a, b) => {
    const [x, y] = [numberOf(a), numberOf(b)];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    return sign * (x - y);
  });
}

function numberIn(text: readonly SentSpan[]): number | undefined {
  for (const span of text) {
    if (typeof span === 'string') continue;
    if (span.kind === 'figure') return span.value ?? undefined;
    if (span.kind === 'strong') {
      const inside = numberIn(span.of);
      if (inside !== undefined) return inside;
    }
  }
  return undefined;
}
