import { useState } from 'react';
import type { SentChart, SentTable } from '../../../report/page/index.ts';
import { useSurroundings } from '../state/surroundings.tsx';
import { Drawn } from './drawn.tsx';
import { Inline } from './inline.tsx';
import { Table } from './table.tsx';

/** A drawing under its finding, with the same as a table one step away. */
export function Chart({ chart }: { chart: SentChart }) {
  const { words } = useSurroundings();
  const { title, measure, pictures, layout, bare, table } = chart;
  return (
    <figure className={`chart ${layout}${bare ? ' bare' : ''}`} id={`fig-${chart.id}`}>
      {(measure.length > 0 || title.length > 0) && (
        <figcaption>
          {!bare && (
            <b>
              <Inline text={title} />
            </b>
          )}
          <span className="measure">
            <Inline text={measure} />
          </span>
        </figcaption>
      )}
      <div className="pictures">
        {pictures.map(({ width, svg }, at) => (
          <Drawn key={at} svg={svg} className={`picture ${width}`} />
        ))}
      </div>
      {table && <AsTable table={table} title={words.table.asTable} />}
    </figure>
  );
}

/** Made when it is first opened: most readers are content with the picture. */
function AsTable({ table, title }: { table: SentTable; title: string }) {
  const [isOpened, setOpened] = useState(false);
  return (
    <details className="fold" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{title}</summary>
      {isOpened && <Table table={table} />}
    </details>
  );
}
