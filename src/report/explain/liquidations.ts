import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Block, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { LIQUIDATIONS } from '../messages/explain/liquidations.ts';
import { decimal, money } from '../numbers.ts';
import { moneySpan } from './amounts.ts';
import { barsChart } from './flow-charts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Liquidations = PartAnswer<'flows', 'liquidations'>;
type Group = Liquidations['venues'][number];

export const tellLiquidations: Teller<Liquidations> = (desk, part) => {
  const m = LIQUIDATIONS[desk.language];
  const { w } = desk;
  const total = totalLines(desk, part);
  const sides = hasValue(part.longShare) ? [m.sides(w.share(part.longShare))] : [];
  const cash = hasValue(part.cashShare) ? [m.cash(w.share(part.cashShare))] : [];
  const quotes = part.reports.slice(0, 2).map(({ posted, quote }) => m.quote({ day: w.day(posted), quote }));
  const groups = part.venues.length + part.volumes.length > 0;
  return {
    headline: [...total.slice(0, 1), ...sides],
    blocks: [
      ...(total.length > 0 || groups
        ? plain(desk, total.length > 0 ? total : [m.unknown], sides, cash, quotes)
        : plain(desk, [m.unknown])),
      ...venueTable(desk, 'liquidation-venues', m.venues.title, part.venues),
      ...(hasValue(part.longShare) ? [leverageTable(desk, part)] : []),
      ...hoursChart(desk, part),
      ...(part.volumes.length > 0 ? plain(desk, [m.volumes]) : []),
      ...venueTable(desk, 'crash-volumes', m.venues.volumes, part.volumes),
    ],
  };
};

function totalLines(desk: ExplainDesk, { total, rank, average }: Liquidations): readonly Inline[] {
  if (!hasValue(total)) return [];
  const m = LIQUIDATIONS[desk.language];
  const { band } = total;
  const days = Number(rank.of.params?.days ?? 0);
  return [
    m.total({
      low: moneySpan(desk, total),
      high: band && band.high > band.low ? money(band.high, desk.language) : null,
      onlyTexts: total.flags.includes('unproven'),
    }),
    ...(hasValue(rank)
      ? [m.rank({ rank: desk.w.count(rank), days, texts: rank.flags.includes('unproven') })]
      : []),
    ...(hasValue(average) ? [m.average(moneySpan(desk, average))] : []),
  ];
}

function venueTable(
  desk: ExplainDesk,
  id: string,
  title: string,
  groups: readonly Group[],
): readonly TableBlock[] {
  if (groups.length === 0) return [];
  const { venues: m, others } = LIQUIDATIONS[desk.language];
  return [
    table(desk, {
      id,
      label: '',
      title,
      columns: [head('venue', m.venue), column('share', m.share, { phone: true })],
      groups: [
        {
          rows: groups.map(({ name, share }) => ({
            cells: [cell(name === '' ? others : name), cell(desk.w.share(share, 1))],
          })),
        },
      ],
    }),
  ];
}

function leverageTable(desk: ExplainDesk, { leverage }: Liquidations): TableBlock {
  const { leverage: m, noEnd } = LIQUIDATIONS[desk.language];
  const { w } = desk;
  return table(desk, {
    id: 'liquidation-leverage',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('band', m.band),
      column('share', m.share, { phone: true }),
      column('from', m.distance, { phone: true }),
      column('to', ''),
    ],
    groups: [
      {
        rows: leverage.map(({ from, to, share, distance, nearest }) => ({
          cells: [
            cell(to === null ? `${from}× ${noEnd}` : `${from}–${to}×`),
            cell(w.share(share, 1)),
            cell(w.share(distance, 1)),
            hasValue(nearest) ? cell(w.share(nearest, 1)) : cell(),
          ],
        })),
      },
    ],
  });
}

function hoursChart(desk: ExplainDesk, { hours }: Liquidations): readonly Block[] {
  if (hours.length === 0) return [];
  const m = LIQUIDATIONS[desk.language].hours;
  return [
    barsChart(
      desk,
      { id: 'liquidation-hours', title: m.title, measure: m.measure },
      {
        dates: hours.map(({ utc }) => utc),
        values: hours.map(({ share }) => (share.value === null ? null : 100 * share.value)),
        format: (value) => decimal(value, { decimals: 0 }),
        tone: 'plain',
      },
    ),
  ];
}
