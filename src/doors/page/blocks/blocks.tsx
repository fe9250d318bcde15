import type { ComponentType } from 'react';
import type { SentBlock, SentPart } from '../../../report/page/index.ts';
import { usePage } from '../pages/page-context.ts';
import { useAsked } from '../state/asking.ts';
import { Chart } from './chart.tsx';
import { Go, Inline } from './inline.tsx';
import { Failed, Skeleton } from './states.tsx';
import { Strip } from './strip.tsx';
import { Table } from './table.tsx';
import { WIDGETS } from './widgets.ts';

type Of<K extends SentBlock['kind']> = Extract<SentBlock, { kind: K }>;
type Views = { readonly [K in SentBlock['kind']]: ComponentType<{ block: Of<K> }> };

/** Blocks in order, each by its kind. */
export function Blocks({ blocks }: { blocks: readonly SentBlock[] }) {
  return blocks.map((block, at) => {
    const View = VIEWS[block.kind] as ComponentType<{ block: SentBlock }>;
    return <View key={at} block={block} />;
  });
}

function Heading({ block }: { block: Of<'heading'> }) {
  return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
}

function Paragraph({ block }: { block: Of<'paragraph'> }) {
  return (
    <p className={block.look}>
      <Inline text={block.text} />
    </p>
  );
}

function List({ block }: { block: Of<'list'> }) {
  return (
    <div className={`list ${block.look}`}>
      {block.title !== undefined && <p>{block.title}</p>}
      <ul>
        {block.items.map((item, at) => (
          <li key={at}>
            <Inline text={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Panel({ block }: { block: Of<'panel'> }) {
  return (
    <section className="panel" id={block.id} aria-labelledby={`${block.id}-h`}>
      <h2 id={`${block.id}-h`}>
        <Inline text={block.title} />
      </h2>
      {block.measure && (
        <p className="measure">
          <Inline text={block.measure} />
        </p>
      )}
      <Blocks blocks={block.blocks} />
      {block.source && (
        <p className="source">
          <Inline text={block.source} />
        </p>
      )}
    </section>
  );
}

function Columns({ block }: { block: Of<'columns'> }) {
  return (
    <div className={`columns split-${block.split}`}>
      {block.columns.map((blocks, at) => (
        <div key={at}>
          <Blocks blocks={blocks} />
        </div>
      ))}
    </div>
  );
}

function Score({ block }: { block: Of<'score'> }) {
  return (
    <div className="score">
      <p className="number">
        <Inline text={block.value} /> <span>{block.of}</span>
      </p>
      <div>
        {block.notes.map((note, at) => (
          <p key={at}>
            <Inline text={note} />
          </p>
        ))}
      </div>
    </div>
  );
}

function Stats({ block }: { block: Of<'stats'> }) {
  return (
    <dl className="stats">
      {block.cells.map(({ label, to, value, note, spark }) => (
        <div key={label}>
          <dt>{to === undefined ? label : <Go to={to}>{label}</Go>}</dt>
          <dd className="number">
            <Inline text={value} />
            {spark !== undefined && <Drawn svg={spark} className="spark" />}
          </dd>
          <dd className="note">
            <Inline text={note} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const LAMPS = { supported: '◆', partly: '⬖', 'not-supported': '✕', 'not-measured': '◌' } as const;

function EvidenceList({ block }: { block: Of<'evidence'> }) {
  return (
    <ul className="evidence">
      {block.items.map(({ evidence, word, title, text }) => (
        <li key={title} className={evidence}>
          <span className="lamp" aria-hidden="true">
            {LAMPS[evidence]}
          </span>
          <b>{title}</b> <span className="word">{word}</span>
          <p>
            <Inline text={text} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function Agenda({ block }: { block: Of<'agenda'> }) {
  return (
    <dl className="agenda">
      {block.items.map(({ when, what }, at) => (
        <div key={at}>
          <dt>{when}</dt>
          <dd>
            <Inline text={what} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Fold({ block }: { block: Of<'fold'> }) {
  return (
    <details className="fold">
      <summary>{block.title}</summary>
      <Blocks blocks={block.blocks} />
    </details>
  );
}

function Slot({ block }: { block: Of<'slot'> }) {
  const { page, query } = usePage();
  const { answer, failure, isSlow, isWaiting, again } = useAsked<SentPart>(
    `/pages/${page}/slots/${block.id}?${query}`,
  );
  if (failure) return <Failed failure={failure} again={again} />;
  if (!answer)
    return isSlow ? <Skeleton title={block.title} lines={block.lines} /> : <Reserved lines={block.lines} />;
  return (
    <div className={isWaiting ? 'stale' : undefined}>
      <Blocks blocks={answer.blocks} />
    </div>
  );
}

/** Keeps the height of what is about to come. */
function Reserved({ lines }: { lines: number }) {
  return <div className="reserved" style={{ minHeight: `${lines * 28}px` }} />;
}

function Widget({ block }: { block: Of<'widget'> }) {
  const View = WIDGETS[block.widget] as ComponentType<{ data: unknown }> | undefined;
  return View ? <View data={block.data} /> : null;
}

/** A drawing made by the report's own charts. */
export function Drawn({ svg, className }: { svg: string; className: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn and escaped by this program
  return <span className={className} dangerouslySetInnerHTML={{ __html: svg }} />;
}

const VIEWS: Views = {
  heading: Heading,
  paragraph: Paragraph,
  list: List,
  table: ({ block }) => <Table table={block} />,
  chart: ({ block }) => <Chart chart={block} />,
  panel: Panel,
  columns: Columns,
  strip: Strip,
  score: Score,
  stats: Stats,
  evidence: EvidenceList,
  agenda: Agenda,
  fold: Fold,
  slot: Slot,
  widget: Widget,
};
