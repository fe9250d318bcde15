import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { ChartBlock, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { THREE_SHOCKS } from '../messages/explain/three-shocks.ts';
import { decimal } from '../numbers.ts';
import { stacksChart } from './flow-charts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type ThreeShocks = PartAnswer<'drivers', 'threeShocks'>;

export const tellThreeShocks: Teller<ThreeShocks> = (desk, part) => {
  const { from, date, leading } = part;
  const told = part.shocks.filter(({ window }) => hasValue(window));
  if (!from || !date || told.length === 0) return { headline: [], blocks: [] };
  const { w } = desk;
  const m = THREE_SHOCKS[desk.language];
  const headline: readonly Inline[] = [
    m.window({
      from: w.day(from),
      to: w.day(date),
      parts: told.map(({ shock, window }) => m.one(m.names[shock], w.sigmas(window))),
    }),
    [m.leading(leading === null ? undefined : m.names[leading])],
  ];
  return {
    headline,
    blocks: [
      ...plain(desk, headline, restLines(desk, told), [[m.meaning]]),
      sessionTable(desk, part),
      chartOf(desk, part),
    ],
  };
};

function restLines(desk: ExplainDesk, shocks: ThreeShocks['shocks']): readonly Inline[] {
  const { w } = desk;
  const m = THREE_SHOCKS[desk.language];
  return shocks.flatMap(({ shock, rarity, largest, base }) => [
    ...(hasValue(rarity) ? [m.rarity({ name: m.names[shock], rarity: w.share(rarity, 1) })] : []),
    ...(largest && hasValue(base)
      ? [
          m.largest({
            name: m.names[shock],
            day: w.day(largest.date),
            score: w.sigmas(largest.z),
            base: w.share(base, 1),
          }),
        ]
      : []),
  ]);
}

function sessionTable(desk: ExplainDesk, { sessions, shocks }: ThreeShocks): TableBlock {
  const { w } = desk;
  const m = THREE_SHOCKS[desk.language];
  return table(desk, {
    id: 'three-shocks-table',
    label: '',
    title: m.table.title,
    measure: m.table.measure,
    columns: [
      head('day', m.table.day),
      ...shocks.map(({ shock }) => column(shock, m.names[shock], { phone: true })),
    ],
    groups: [
      {
        rows: sessions.slice(0, 20).map(({ date, z }) => ({
          cells: [cell(w.day(date)), ...z.map((one) => cell(w.sigmas(one)))],
        })),
      },
    ],
  });
}

function chartOf(desk: ExplainDesk, { history, shocks }: ThreeShocks): ChartBlock {
  const m = THREE_SHOCKS[desk.language];
  return stacksChart(
    desk,
    { id: 'three-shocks', title: [m.chart.title], measure: m.chart.measure },
    {
      dates: history.dates,
      stacks: shocks.map(({ shock }, k) => ({ name: m.names[shock], values: history.z[k]! })),
      format: (value) => decimal(value, { decimals: 1 }),
    },
  );
}
