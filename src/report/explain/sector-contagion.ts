import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { ChartBlock, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { SECTOR_CONTAGION } from '../messages/explain/sector-contagion.ts';
import { SECTOR_NAMES } from '../messages/explain/sector-names.ts';
import { percent } from '../numbers.ts';
import { linesChart } from './flow-charts.ts';
import { pValue } from './flow-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Part = PartAnswer<'drivers', 'sectorContagion'>;

/** p from which on the near ones are said to have come sooner. */
const SIGNIFICANT = 0.05;

export const tellSectorContagion: Teller<Part> = (desk, part) => {
  const { from, date, share, expected, rank } = part;
  if (!from || !date || !hasValue(share)) return { headline: [], blocks: [] };
  const { w } = desk;
  const m = SECTOR_CONTAGION[desk.language];
  const headline = [
    m.share({
      from: w.day(from),
      to: w.day(date),
      share: w.share(share),
      expected: w.share(expected),
      ...(hasValue(rank) ? { rank: w.percentile(rank) } : {}),
    }),
    ...originLine(desk, part),
  ];
  const rest = [...orderLine(desk, part), ...newsLines(desk, part), [m.falsifier], [m.caution]];
  return {
    headline,
    blocks: [...plain(desk, headline, rest), sectorTable(desk, part), ...chartOf(desk, part, date)],
  };
};

function originLine(desk: ExplainDesk, { sectors, origin }: Part): readonly Inline[] {
  const first = sectors.find(({ sector }) => sector === origin);
  if (!first?.hit) return [];
  const names = SECTOR_NAMES[desk.language];
  const after = sectors
    .filter(({ since }) => since !== null)
    .sort((a, b) => a.since! - b.since!)
    .map(({ sector }) => names[sector]);
  return [
    SECTOR_CONTAGION[desk.language].origin({
      sector: names[first.sector],
      day: desk.w.day(first.hit),
      abnormal: desk.w.change(first.abnormal),
      score: desk.w.sigmas(first.score),
      after,
    }),
  ];
}

function orderLine(desk: ExplainDesk, { tau, p }: Part): readonly Inline[] {
  if (!hasValue(tau) || !hasValue(p)) return [];
  const near = tau.value > 0 && p.value < SIGNIFICANT;
  return [SECTOR_CONTAGION[desk.language].order({ tau: desk.w.ratio(tau), p: pValue(desk, p), near })];
}

function newsLines(desk: ExplainDesk, { news }: Part): readonly Inline[] {
  return news.map(({ session, what, sector, abnormal }) =>
    SECTOR_CONTAGION[desk.language].news({
      day: desk.w.day(session),
      what,
      sector: SECTOR_NAMES[desk.language][sector],
      abnormal: desk.w.change(abnormal),
    }),
  );
}

function sectorTable(desk: ExplainDesk, { sectors }: Part): TableBlock {
  const { w } = desk;
  const m = SECTOR_CONTAGION[desk.language].table;
  return table(desk, {
    id: 'sector-contagion-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('sector', m.sector),
      column('hit', m.hit, { phone: true }),
      column('abnormal', m.abnormal),
      column('score', m.score, { phone: true }),
      column('cumulative', m.cumulative),
    ],
    groups: [
      {
        rows: sectors.map(({ sector, hit, abnormal, score, cumulative }) => ({
          cells: [
            cell(SECTOR_NAMES[desk.language][sector]),
            cell(hit ? w.tableDay(hit) : m.none),
            cell(w.change(abnormal)),
            cell(w.z(score)),
            under([w.change(cumulative)], w.range(cumulative)),
          ],
        })),
      },
    ],
  });
}

function chartOf(desk: ExplainDesk, { path, sectors }: Part, date: string): readonly ChartBlock[] {
  const { lines, dates } = path;
  if (lines.length === 0 || !sectors.some(({ hit }) => hit)) return [];
  const m = SECTOR_CONTAGION[desk.language].chart;
  const names = SECTOR_NAMES[desk.language];
  const lowest = lines.reduce((low, one) =>
    (one.values.at(-1) ?? 0) < (low.values.at(-1) ?? 0) ? one : low,
  );
  return [
    linesChart(
      desk,
      {
        id: 'sector-contagion',
        title: m.title({ day: desk.w.day(date), sector: names[lowest.sector] }),
        measure: m.measure,
      },
      {
        dates,
        lines: lines.map(({ sector, values }) => ({ name: names[sector], values })),
        format: (value) => percent(value, { decimals: 0, signed: true }),
        zero: true,
      },
    ),
  ];
}
