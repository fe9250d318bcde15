import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Figure } from '../figure.ts';
import { MINERS_GROWTH } from '../messages/explain/miners-growth.ts';
import { decimal } from '../numbers.ts';
import { ratioRange } from './haven-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Growth = PartAnswer<'havens', 'minersGrowth'>;

export const tellMinersGrowth: Teller<Growth> = (desk, { rows }) => {
  const { w } = desk;
  const m = MINERS_GROWTH[desk.language];
  const known = rows.filter(({ bull }) => hasValue(bull));
  const [first] = known;
  if (!first) return { headline: [], blocks: [] };
  const { fund, bull, bear, difference, gold } = first;
  const { low = Number.NaN, high = Number.NaN } = difference.band ?? {};
  const headline = [
    m.betas({ fund: desk.name(fund), bull: w.ratio(bull), bear: w.ratio(bear), gold: w.ratio(gold) }),
    m.difference({
      difference: w.as(difference, decimal(difference.value ?? 0, { decimals: 2, signed: true })),
      range: ratioRange(desk, difference),
      told: low > 0 || high < 0,
    }),
  ];
  const standIn = bull.flags.includes('proxy') ? [m.standIn] : [];
  return { headline, blocks: [...plain(desk, headline, standIn), betaTable(desk, known)] };
};

function betaTable(desk: ExplainDesk, rows: Growth['rows']) {
  const { table: m } = MINERS_GROWTH[desk.language];
  const banded = (figure: Figure) => under([desk.w.ratio(figure)], ratioRange(desk, figure));
  return table(desk, {
    id: 'miners-growth-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('fund', m.fund),
      column('bull', m.bull, { phone: true }),
      column('bear', m.bear, { phone: true }),
      column('difference', m.difference),
      column('gold', m.gold),
    ],
    groups: [
      {
        rows: rows.map(({ fund, bull, bear, difference, gold }) => ({
          cells: [cell(desk.name(fund)), ...[bull, bear, difference, gold].map(banded)],
        })),
      },
    ],
  });
}
