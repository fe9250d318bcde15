import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { ChartBlock, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { AI_BASKETS } from '../messages/explain/ai-baskets.ts';
import { decimal, percent } from '../numbers.ts';
import { linesChart } from './flow-charts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Part = PartAnswer<'drivers', 'aiBaskets'>;

export const tellAiBaskets: Teller<Part> = (desk, part) => {
  const { from, date, gains, loses, spread, rarity, beta, beyond, score } = part;
  if (!from || !date || !hasValue(spread)) return { headline: [], blocks: [] };
  const { w } = desk;
  const m = AI_BASKETS[desk.language];
  const headline: readonly Inline[] = [
    m.spread({
      from: w.day(from),
      to: w.day(date),
      gains: w.change(gains),
      loses: w.change(loses),
      spread: w.change(spread),
    }),
    ...(hasValue(beyond)
      ? [m.beyond({ beta: w.ratio(beta), beyond: w.change(beyond), score: w.sigmas(score) })]
      : []),
  ];
  const rest: readonly Inline[] = [
    ...(hasValue(rarity) ? [m.rarity({ rarity: w.share(rarity) })] : []),
    [m.scores[part.scores]],
    ...(part.refused > 0 ? [m.refused(part.refused)] : []),
    [m.caution],
  ];
  return {
    headline,
    blocks: [...plain(desk, headline, rest), memberTable(desk, part), ...chartOf(desk, part, date)],
  };
};

function memberTable(desk: ExplainDesk, { members }: Part): TableBlock {
  const { w } = desk;
  const m = AI_BASKETS[desk.language].table;
  const sides = ['gains', 'loses'] as const;
  return table(desk, {
    id: 'ai-baskets-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('member', m.member),
      column('score', m.score),
      column('weight', m.weight),
      column('moved', m.moved, { phone: true }),
    ],
    groups: sides.map((side) => ({
      title: m.sides[side],
      rows: members
        .filter((one) => one.side === side)
        .map(({ series, score, weight, moved }) => ({
          cells: [
            cell(desk.name(series)),
            cell(decimal(score, { decimals: 2, signed: true })),
            cell(w.share(weight)),
            cell(w.change(moved)),
          ],
        })),
    })),
  });
}

function chartOf(desk: ExplainDesk, { path }: Part, date: string): readonly ChartBlock[] {
  const last = path.values.findLast((value) => value !== null);
  if (path.values.filter((value) => value !== null).length < 2 || last === undefined || last === null)
    return [];
  const m = AI_BASKETS[desk.language].chart;
  return [
    linesChart(
      desk,
      {
        id: 'ai-baskets',
        title: m.title({ day: desk.w.day(date), sum: percent(last, { decimals: 1, signed: true }) }),
        measure: m.measure,
      },
      {
        dates: path.dates,
        lines: [{ name: '', values: path.values }],
        format: (value) => percent(value, { decimals: 0, signed: true }),
        zero: true,
      },
    ),
  ];
}
