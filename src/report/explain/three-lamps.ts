import { cell, column, head, under } from '../compose/cells.ts';
import { paragraph } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { FigureSpan, Inline } from '../inline.ts';
import { THREE_LAMPS } from '../messages/explain/three-lamps.ts';
import { basisPoints, decimal } from '../numbers.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Lamps = PartAnswer<'flows', 'threeLamps'>;
type Lamp = Lamps['lamps'][number];
type History = Lamps['history'][number];

export const tellThreeLamps: Teller<Lamps> = (desk, part) => {
  const { date, red, since } = part;
  if (!date || !since || !hasValue(red)) return { headline: [], blocks: [] };
  const m = THREE_LAMPS[desk.language];
  const { w } = desk;
  const state = m.state({
    day: w.day(date),
    red: w.count(red),
    measured: part.measured,
    since: w.day(since),
  });
  const lamps = part.lamps.map((lamp) => lampLine(desk, lamp));
  const dark = part.lamps.filter((lamp) => lamp.red === null).map((lamp) => lampLine(desk, lamp));
  return {
    headline: [state, ...dark],
    blocks: [
      paragraph(desk, state, lamps, historyOf(desk, part), [m.meaning]),
      ...part.history.flatMap((one) => (one.from && one.to ? [countTable(desk, one)] : [])),
    ],
  };
};

function lampLine(desk: ExplainDesk, { lamp, red, reading, latest }: Lamp): Inline {
  const m = THREE_LAMPS[desk.language];
  if (red === null) return m.dark({ lamp, latest: latest ? desk.w.day(latest) : undefined });
  return m.lamp({ lamp, red, reading: readingOf(desk, lamp, reading) });
}

function readingOf(desk: ExplainDesk, lamp: Lamp['lamp'], reading: Lamp['reading']): FigureSpan {
  const value = reading.value ?? 0;
  if (lamp === 'flows') return desk.w.money(reading);
  if (lamp === 'premium') {
    return desk.w.as(reading, basisPoints(value, { decimals: 1, signed: true, lines: [0] }));
  }
  return desk.w.as(reading, THREE_LAMPS[desk.language].coins(decimal(value, { decimals: 0, signed: true })));
}

function historyOf(desk: ExplainDesk, { history, red }: Lamps): readonly Inline[] {
  const now = history[0];
  const same = now?.counts.find((one) => one.red === red.value);
  if (!now?.from || !now.to || !same || !hasValue(same.share)) return [];
  const { w } = desk;
  return [
    THREE_LAMPS[desk.language].history({
      share: w.share(same.share),
      stretches: same.stretches,
      from: w.day(now.from),
      to: w.day(now.to),
    }),
  ];
}

function countTable(desk: ExplainDesk, { lamps, from, to, counts }: History): TableBlock {
  const m = THREE_LAMPS[desk.language].table;
  const { w } = desk;
  const base = counts[0]!.after;
  return table(desk, {
    id: `three-lamps-${lamps.length}`,
    label: '',
    title: m.title(lamps.length),
    measure: m.measure({ from: w.tableDay(from!), to: w.tableDay(to!) }),
    columns: [
      head('red', m.red),
      column('days', m.days, { phone: true }),
      column('stretches', m.stretches),
      ...base.flatMap(({ days }) => [
        column(`mean-${days}`, m.after(days), { phone: true }),
        column(`up-${days}`, m.base(days)),
      ]),
    ],
    groups: [
      {
        rows: [
          ...counts.map(({ red, days, stretches, after }) => ({
            cells: [
              cell(String(red)),
              cell(w.count(days)),
              cell(String(stretches)),
              ...after.flatMap(({ mean, up }) => [under([w.change(mean)], w.range(mean)), cell(w.share(up))]),
            ],
          })),
          {
            cells: [
              cell(m.any),
              cell(),
              cell(),
              ...base.flatMap(({ baseMean, baseUp }) => [cell(w.change(baseMean)), cell(w.share(baseUp))]),
            ],
          },
        ],
      },
    ],
  });
}
