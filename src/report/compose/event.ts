import { entryOf } from '../../data/series/index.ts';
import { instantInWords } from '../dates.ts';
import { type Desk, hasValue } from '../desk.ts';
import type { Block, Cell, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { directionOf } from '../words.ts';
import { cell, column, head } from './cells.ts';
import { heading, paragraph } from './paragraph.ts';
import { table } from './tables.ts';

type Event = NonNullable<Desk['answer']['event']>;
type Reaction = Event['reactions'][number];

const NAMED = 3;
const DECIMALS = 2;

/** What loses its holder money when it falls: neither a yield nor a volatility index. */
function isHeld({ series, change }: Reaction): boolean {
  return change.unit === 'fraction' && entryOf(series)?.assetClass !== 'volatility';
}

function closeCell(instant: string | null): Cell {
  return instant === null ? cell() : cell(instantInWords(instant));
}

function eventTable(desk: Desk, { reactions }: Event): TableBlock {
  const { m, w } = desk;
  const { columns } = m.event;
  return table(desk, {
    id: 'e-1',
    label: m.tableLabel('E-1'),
    title: m.event.title(instantInWords(desk.answer.event?.instant ?? '')),
    measure: m.event.measure,
    columns: [
      head('name', m.labels.instrument),
      column('change', columns.change, { phone: true }),
      column('next', columns.next, { phone: true }),
      column('before', columns.before),
      column('after', columns.after),
    ],
    groups: [
      {
        rows: reactions.map(({ series, change, nextChange, before, after }) => ({
          cells: [
            cell(desk.name(series)),
            cell(w.change(change, DECIMALS)),
            cell(w.change(nextChange, DECIMALS)),
            closeCell(before),
            closeCell(after),
          ],
        })),
      },
    ],
  });
}

/** How many fell and rose over the event, and the largest moves. */
export function eventSentences(desk: Desk): readonly Inline[] {
  const { event } = desk.answer;
  if (!event) return [];
  const held = event.reactions.filter((one) => isHeld(one) && hasValue(one.change));
  const count = (direction: 'fall' | 'rise') =>
    held.filter(({ change }) => directionOf(change) === direction).length;
  const largest = [...held]
    .sort((a, b) => Math.abs(b.change.value ?? 0) - Math.abs(a.change.value ?? 0))
    .slice(0, NAMED);
  const { m, w } = desk;
  return [
    m.event.summary({
      fell: count('fall'),
      rose: count('rise'),
      all: held.length,
      instant: instantInWords(event.instant),
    }),
    ...(largest.length > 0
      ? [
          m.event.largest(
            largest.map(({ series, change }) => ({ name: desk.name(series), moved: w.moved(change) })),
          ),
        ]
      : []),
  ];
}

/** Reactions to the asked event; nothing when none was asked for. */
export function eventBlocks(desk: Desk, number: string): readonly Block[] {
  const { event } = desk.answer;
  if (!event) return [];
  const [key, ...rest] = eventSentences(desk);
  return [
    heading(3, number, desk.m.event.title(instantInWords(event.instant))),
    paragraph(desk, key as Inline, rest, [[desk.m.event.caution]]),
    eventTable(desk, event),
  ];
}
