import { useState } from 'react';
import type { SentCell, SentColumn, SentSpan, SentTable } from '../../../report/page/index.ts';
import { useSurroundings } from '../state/surroundings.tsx';
import { Drawn } from './blocks.tsx';
import { Inline } from './inline.tsx';

type Row = SentTable['groups'][number]['rows'][number];

interface Order {
  readonly column: number;
  readonly down: boolean;
}

/** A table that may be sorted by a column; on a phone the columns that matter stay on the first line of a row. */
export function Table({ table }: { table: SentTable }) {
  const { words } = useSurroundings();
  const [order, setOrder] = useState<Order | undefined>(undefined);
  const [all, setAll] = useState(false);
  const { id, columns, groups, notes, label, title, measure } = table;
  const heads = `${label} `.trimStart();
  const hasMore = columns.some((column, at) => at > 0 && !column.phone);
  const shown = order
    ? [
        {
          rows: sorted(
            groups.flatMap(({ rows }) => rows),
            columns,
            order,
          ),
        },
      ]
    : groups;
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
      {hasMore && (
        <label className="more">
          <input type="checkbox" checked={all} onChange={() => setAll(!all)} />
          {words.table.allColumns}
        </label>
      )}
      <div className="scroll">
        <table
          role="table"
          {...(title.length > 0 ? { 'aria-labelledby': `${id}-c` } : { 'aria-label': words.data })}
        >
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column, at) => (
                <Head
                  key={column.key}
                  column={column}
                  order={order?.column === at ? order : undefined}
                  sortable={groups.length > 0 && column.sort !== undefined && column.look === undefined}
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
              {group.rows.map((row, line) => (
                <Line key={line} row={row} columns={columns} />
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

function Line({ row, columns }: { row: Row; columns: readonly SentColumn[] }) {
  return (
    <tr role="row">
      {row.cells.map((cell, at) => {
        const column = columns[at]!;
        const props = { className: classOf(column, cell), 'data-k': column.key };
        if (at === 0) {
          return (
            <th key={column.key} scope="row" role="rowheader" {...props}>
              <Content cell={cell} />
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
      (a, b) => -sign * plain(cellOf(a)).localeCompare(plain(cellOf(b)), document.documentElement.lang),
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

function plain(text: readonly SentSpan[]): string {
  return text
    .map((span) => (typeof span === 'string' ? span : span.kind === 'strong' ? plain(span.of) : span.text))
    .join('');
}
