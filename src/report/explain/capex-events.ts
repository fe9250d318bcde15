import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { CAPEX_EVENTS } from '../messages/explain/capex-events.ts';
import { billionsSpan } from './amounts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Part = PartAnswer<'drivers', 'capexEvents'>;

export const tellCapexEvents: Teller<Part> = (desk, part) => {
  const { events, mean, fallen, unknown, dropped } = part;
  const { w } = desk;
  const m = CAPEX_EVENTS[desk.language];
  const left: readonly Inline[] = [
    ...(unknown.length > 0 ? [[m.unknown(unknown)]] : []),
    ...(dropped > 0 ? [[m.dropped(dropped)]] : []),
  ];
  const last = events.at(-1);
  if (!last || !hasValue(mean)) return { headline: [], blocks: plain(desk, [[m.missing]], left) };
  const headline = [
    m.latest({
      firm: last.firm,
      session: w.day(last.session),
      abnormal: w.banded(last.abnormal),
      ...(hasValue(last.value) ? { value: billionsSpan(desk, last.value, 'signed') } : {}),
    }),
    ...(events.length > 1 ? [m.mean({ events: events.length, mean: w.change(mean), fallen })] : []),
  ];
  const rest: readonly Inline[] = [
    ...(hasValue(last.wrongOrder)
      ? [m.wrong({ before: w.day(last.before), wrong: w.change(last.wrongOrder) })]
      : []),
    ...(events.some(({ assumedLate }) => assumedLate) ? [[m.late]] : []),
    ...left,
    [m.caution],
  ];
  return { headline, blocks: [...plain(desk, headline, rest), eventTable(desk, part)] };
};

function eventTable(desk: ExplainDesk, { events }: Part): TableBlock {
  const { w } = desk;
  const m = CAPEX_EVENTS[desk.language].table;
  return table(desk, {
    id: 'capex-events-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('firm', m.firm),
      column('session', m.session),
      column('abnormal', m.abnormal, { phone: true }),
      column('cumulative', m.cumulative),
      column('wrong', m.wrong),
      column('value', m.value, { phone: true }),
    ],
    groups: [
      {
        rows: events.map(({ firm, session, abnormal, cumulative, wrongOrder, value }) => ({
          cells: [
            cell(firm),
            cell(w.tableDay(session)),
            under([w.change(abnormal)], w.range(abnormal)),
            under([w.change(cumulative)], w.range(cumulative)),
            cell(w.change(wrongOrder)),
            hasValue(value) ? cell(billionsSpan(desk, value, 'signed')) : cell(w.change(value)),
          ],
        })),
      },
    ],
  });
}
