import { type ComponentType, useState } from 'react';
import type { SentBlock, SentPart } from '../../../report/page/index.ts';
import { usePage } from '../pages/page-context.ts';
import { useAsked } from '../state/asking.ts';
import { Agenda } from './agenda.tsx';
import { Chart } from './chart.tsx';
import { Contents } from './contents.tsx';
import { EvidenceList } from './evidence.tsx';
import { Inline } from './inline.tsx';
import { Score } from './score.tsx';
import { Failed, Skeleton } from './states.tsx';
import { Stats } from './stats.tsx';
import { Story } from './story.tsx';
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

/** What stands in it is made when it is first opened: a slot in it is not asked for before. */
function Fold({ block }: { block: Of<'fold'> }) {
  const [isOpened, setOpened] = useState(false);
  return (
    <details className="fold" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{block.title}</summary>
      {isOpened && <Blocks blocks={block.blocks} />}
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

const VIEWS: Views = {
  heading: Heading,
  paragraph: Paragraph,
  list: List,
  table: ({ block }) => <Table table={block} />,
  chart: ({ block }) => <Chart chart={block} />,
  panel: Panel,
  story: ({ block }) => <Story block={block}>{block.rest && <Blocks blocks={block.rest.blocks} />}</Story>,
  contents: Contents,
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
