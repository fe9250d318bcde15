import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { ChartBlock, TableBlock } from '../document.ts';
import { TIGHTENING } from '../messages/explain/tightening-index.ts';
import { percent } from '../numbers.ts';
import { linesChart } from './flow-charts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Tightening = PartAnswer<'drivers', 'tighteningIndex'>;

export const tellTighteningIndex: Teller<Tightening> = (desk, part) => {
  const { date, verdict, base } = part;
  const six = part.horizons.find(({ months }) => months === 6)!;
  if (!date || !verdict || !hasValue(six.up)) return { headline: [], blocks: [] };
  const { w } = desk;
  const m = TIGHTENING[desk.language];
  const headline = [
    m.breadth({ day: w.day(date), banks: six.banks, up: w.share(six.up), down: w.share(six.down) }),
    [m.verdict[verdict]],
  ];
  const rest = [
    ...(hasValue(six.real)
      ? [m.real({ real: w.change(six.real), banks: six.realBanks, of: six.banks })]
      : [[m.noReal]]),
    ...(hasValue(base) ? [m.base({ base: w.share(base) })] : []),
    [m.meaning],
  ];
  return {
    headline,
    blocks: [...plain(desk, headline, rest), bankTable(desk, part), ...chartOf(desk, part)],
  };
};

function bankTable(desk: ExplainDesk, { banks, horizons }: Tightening): TableBlock {
  const { w } = desk;
  const m = TIGHTENING[desk.language].table;
  const six = horizons.find(({ months }) => months === 6)!;
  return table(desk, {
    id: 'tightening',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('bank', m.bank),
      column('rate', m.rate),
      ...horizons.map(({ months }) => column(`change-${months}`, m.months(months), { phone: months === 6 })),
      column('real', m.real, { phone: true }),
    ],
    groups: [
      {
        rows: banks.map(({ series, rate, changes, real }) => ({
          cells: [
            cell(desk.name(series)),
            cell(w.level(rate)),
            ...changes.map((one) => cell(w.change(one))),
            cell(w.change(real)),
          ],
        })),
      },
      {
        rows: [
          {
            cells: [
              cell(m.mean),
              cell(),
              ...horizons.map(({ mean }) => cell(w.change(mean))),
              cell(w.change(six.real)),
            ],
          },
          { cells: [cell(m.up), cell(), ...horizons.map(({ up }) => cell(w.share(up))), cell()] },
        ],
      },
    ],
  });
}

function chartOf(desk: ExplainDesk, { history }: Tightening): readonly ChartBlock[] {
  if (history.dates.length < 2) return [];
  const m = TIGHTENING[desk.language].chart;
  return [
    linesChart(
      desk,
      { id: 'tightening-history', title: [m.title], measure: m.measure },
      {
        dates: history.dates,
        lines: [{ name: '', values: history.net }],
        format: (value) => percent(value, { decimals: 0, signed: true, lines: [0] }),
        zero: true,
      },
    ),
  ];
}
