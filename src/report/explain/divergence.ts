import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { ChartBlock, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { DIVERGENCE } from '../messages/explain/divergence.ts';
import { decimal } from '../numbers.ts';
import { linesChart } from './flow-charts.ts';
import { pValue } from './flow-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Divergence = PartAnswer<'liquidity', 'divergence'>;
type Pair = Divergence['pairs'][number];

export const tellDivergence: Teller<Divergence> = (desk, part) => {
  const measured = part.pairs.filter(({ z }) => hasValue(z));
  const [told] = [...measured].sort((a, b) => Math.abs(b.z.value ?? 0) - Math.abs(a.z.value ?? 0));
  if (!told) return { headline: [], blocks: [] };
  const m = DIVERGENCE[desk.language];
  const alarms = measured.filter(({ alarm }) => alarm).length;
  const headline = [m.alarms({ alarms, n: measured.length }), nowLine(desk, told)];
  const rest = measured
    .filter((pair) => pair === told || pair.alarm)
    .flatMap((pair) => [...(pair === told ? [] : [nowLine(desk, pair)]), ...pastLines(desk, pair)]);
  return {
    headline,
    blocks: [...plain(desk, headline, rest, [[m.meaning]]), zChart(desk, part), pairTable(desk, part)],
  };
};

function named(desk: ExplainDesk, { first, second }: { readonly first: string; readonly second: string }) {
  const nameOf = (id: string) =>
    id === 'net-liquidity' ? DIVERGENCE[desk.language].liquidity : desk.name(id);
  return { first: nameOf(first), second: nameOf(second) };
}

function nowLine(desk: ExplainDesk, pair: Pair): Inline {
  return DIVERGENCE[desk.language].now({
    ...named(desk, pair),
    z: desk.w.z(pair.z),
    above: (pair.z.value ?? 0) > 0,
    alarm: pair.alarm === true,
    p: pValue(desk, pair.p),
    baseRate: desk.w.share(pair.baseRate),
  });
}

function pastLines(desk: ExplainDesk, pair: Pair): readonly Inline[] {
  const m = DIVERGENCE[desk.language];
  const { count, medianWeeks, byFirst, bySecond, byBoth } = pair.closed;
  return [
    ...(hasValue(pair.weeks) && pair.weeks.value > 0 ? [m.weeks({ weeks: pair.weeks.value })] : []),
    ...(hasValue(count) && hasValue(medianWeeks)
      ? [
          m.closed({
            ...named(desk, pair),
            count: count.value,
            byFirst,
            bySecond,
            byBoth,
            weeks: desk.w.rate(medianWeeks),
          }),
        ]
      : []),
  ];
}

function zChart(desk: ExplainDesk, { history }: Divergence): ChartBlock {
  const m = DIVERGENCE[desk.language];
  const last = history.dates.at(-1);
  return linesChart(
    desk,
    {
      id: 'divergence-chart',
      title: m.chart.title(last === undefined ? '' : desk.w.day(last)),
      measure: m.chart.measure,
    },
    {
      dates: history.dates,
      lines: history.lines.map((one) => ({ name: m.table.between(named(desk, one)), values: one.values })),
      format: (value) => decimal(value, { decimals: 1, signed: true }),
      zero: true,
    },
  );
}

function pairTable(desk: ExplainDesk, { pairs }: Divergence): TableBlock {
  const m = DIVERGENCE[desk.language].table;
  const { w } = desk;
  return table(desk, {
    id: 'divergence-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('pair', m.pair),
      column('z', m.z, { phone: true }),
      column('p', m.p, { phone: true }),
      column('weeks', m.weeks),
      column('base', m.baseRate),
      column('median', m.median),
    ],
    groups: [
      {
        rows: pairs.map((pair) => ({
          cells: [
            cell(m.between(named(desk, pair))),
            cell(w.z(pair.z)),
            cell(pValue(desk, pair.p)),
            cell(w.count(pair.weeks)),
            cell(w.share(pair.baseRate)),
            cell(w.rate(pair.closed.medianWeeks)),
          ],
        })),
      },
    ],
  });
}
