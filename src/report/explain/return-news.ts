import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { RETURN_NEWS } from '../messages/explain/return-news.ts';
import { percent } from '../numbers.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Part = PartAnswer<'drivers', 'returnNews'>;

export const tellReturnNews: Teller<Part> = (desk, part) => {
  const { from, date, move, expected, discountRate, cashFlow, kind, valuation } = part;
  if (!from || !date || !kind || !valuation) return { headline: [], blocks: [] };
  const { w } = desk;
  const m = RETURN_NEWS[desk.language];
  const headline = [
    m.split({
      from: w.day(from),
      to: w.day(date),
      move: w.change(move),
      expected: w.change(expected),
      discount: w.change(discountRate),
      cash: w.change(cashFlow),
      kind,
    }),
  ];
  const rest = [...shareLines(desk, part), [m.valuation[valuation]], [m.caution]];
  return { headline, blocks: [...plain(desk, headline, rest), newsTable(desk, part)] };
};

function shareLines(desk: ExplainDesk, { shares, without }: Part): readonly Inline[] {
  const { w } = desk;
  const m = RETURN_NEWS[desk.language];
  return [
    m.shares({
      cash: w.share(shares.cashFlow),
      cashRange: rangeOf(desk, shares.cashFlow),
      discount: w.share(shares.discountRate),
      discountRange: rangeOf(desk, shares.discountRate),
      covariance: w.share(shares.covariance),
    }),
    ...(hasValue(without.cashFlow)
      ? [
          m.without({
            cash: w.share(without.cashFlow),
            discount: w.share(without.discountRate),
            last: w.change(without.last),
          }),
        ]
      : []),
  ];
}

/** The band of a share in brackets; empty without one. */
function rangeOf({ language, m }: ExplainDesk, { band }: Part['move']): string {
  if (!band) return '';
  const [low, high] = [band.low, band.high].map((end) => percent(end, { decimals: 0 })) as [string, string];
  return language === 'en' ? ` (${m.range(low, high)})` : `（${m.range(low, high)}）`;
}

function newsTable(desk: ExplainDesk, { expected, discountRate, cashFlow, move }: Part): TableBlock {
  const { w } = desk;
  const m = RETURN_NEWS[desk.language].table;
  const discount = discountRate.band
    ? under([w.change(discountRate)], w.range(discountRate))
    : cell(w.change(discountRate));
  return table(desk, {
    id: 'return-news-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [head('part', m.part), column('value', m.value, { phone: true })],
    groups: [
      {
        rows: [
          { cells: [cell(m.rows.expected), cell(w.change(expected))] },
          { cells: [cell(m.rows.discount), discount] },
          { cells: [cell(m.rows.cash), cell(w.change(cashFlow))] },
          { cells: [cell(m.rows.move), cell(w.change(move))] },
        ],
      },
    ],
  });
}
