import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { DEFI } from '../messages/explain/defi.ts';
import { percent } from '../numbers.ts';
import { moneySpan } from './amounts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Defi = PartAnswer<'flows', 'defi'>;
type Curve = Defi['loans']['curves'][number];

const TOLD_FALL = -0.1;

export const tellDefi: Teller<Defi> = (desk, part) => {
  const level = levelOf(desk, part);
  const loans = loansOf(desk, part);
  if (level.length === 0 && part.loans.curves.length === 0) return { headline: [], blocks: [] };
  return {
    headline: [...level.slice(0, 1), ...loans.slice(0, 1)],
    blocks: [...plain(desk, level, loans), ...part.loans.curves.map((curve) => curveTable(desk, curve))],
  };
};

function levelOf(desk: ExplainDesk, { date, tvl, changes, percentile }: Defi): readonly Inline[] {
  const m = DEFI[desk.language];
  const { w } = desk;
  const of = (h: number) => changes.find(({ days }) => days === h)?.growth;
  const [month, year] = [of(30), of(365)];
  if (!date || !hasValue(tvl) || !hasValue(month)) return [];
  return [
    m.level({
      day: w.day(date),
      tvl: moneySpan(desk, tvl),
      month: w.change(month),
      percentile: hasValue(percentile) ? w.percentile(percentile) : undefined,
    }),
    ...(hasValue(year) ? [m.year(w.change(year))] : []),
  ];
}

function loansOf(desk: ExplainDesk, { loans }: Defi): readonly Inline[] {
  const m = DEFI[desk.language];
  if (loans.why !== null) return [m.noLoans(loans.table)];
  return [
    ...loans.curves.flatMap((curve) => [
      ...curve.falls
        .filter(({ fall }) => fall === TOLD_FALL)
        .map(({ fall, loans: n, debt, collateral }) =>
          m.fall({
            coin: curve.collateral,
            fall: fallText(fall),
            debt: moneySpan(desk, debt),
            collateral: moneySpan(desk, collateral),
            loans: n,
          }),
        ),
      m.due({ due: curve.due, loans: curve.loans }),
    ]),
    ...(loans.refused > 0 ? [m.refused(loans.refused)] : []),
  ];
}

function fallText(fall: number): string {
  return percent(-fall, { decimals: 0 });
}

function curveTable(desk: ExplainDesk, { collateral, priceDate, falls }: Curve): TableBlock {
  const m = DEFI[desk.language].curve;
  return table(desk, {
    id: `liquidations-${collateral.toLowerCase()}`,
    label: '',
    title: m.title(collateral),
    measure: m.measure(desk.w.tableDay(priceDate)),
    columns: [
      head('fall', m.fall),
      column('loans', m.loans),
      column('debt', m.debt, { phone: true }),
      column('collateral', m.collateral, { phone: true }),
    ],
    groups: [
      {
        rows: falls.map(({ fall, loans, debt, collateral: value }) => ({
          cells: [
            cell(fallText(fall)),
            cell(String(loans)),
            cell(moneySpan(desk, debt)),
            cell(moneySpan(desk, value)),
          ],
        })),
      },
    ],
  });
}
