import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { FigureSpan } from '../inline.ts';
import { STABLECOINS } from '../messages/explain/stablecoins.ts';
import { money } from '../numbers.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Stablecoins = PartAnswer<'flows', 'stablecoins'>;

const TICKERS = { usdt: 'USDT', usdc: 'USDC', usde: 'USDe', dai: 'DAI', usds: 'USDS', usd1: 'USD1' } as const;

export const tellStablecoins: Teller<Stablecoins> = (desk, part) => {
  const { date, supply, changes, percentile, issuers } = part;
  const month = changes.find(({ days }) => days === 30);
  if (!date || !hasValue(supply) || !month || !hasValue(month.net)) return { headline: [], blocks: [] };
  const m = STABLECOINS[desk.language];
  const { w } = desk;
  const level = m.level({
    day: w.day(date),
    supply: dollars(desk, supply),
    grew: month.net.value >= 0,
    size: dollars(desk, month.net),
    growth: w.change(month.growth, 2),
  });
  const rank = hasValue(percentile) ? [m.rank(w.percentile(percentile))] : [];
  return {
    headline: [level],
    blocks: [
      ...plain(desk, [level], rank, [m.meaning]),
      ...(issuers.date && issuers.before ? [issuerTable(desk, part, issuers.date, issuers.before)] : []),
    ],
  };
};

/** The size of a sum; its sign is in the words around it. */
function dollars({ w, language }: ExplainDesk, figure: Figure): FigureSpan {
  return w.as(figure, money(Math.abs(figure.value ?? 0), language));
}

function issuerTable(desk: ExplainDesk, { issuers }: Stablecoins, day: string, before: string): TableBlock {
  const m = STABLECOINS[desk.language];
  const { w } = desk;
  return table(desk, {
    id: 'stablecoin-issuers',
    label: '',
    title: m.table.title,
    measure: m.table.measure({ day: w.tableDay(day), before: w.tableDay(before) }),
    columns: [
      head('issuer', m.table.issuer),
      column('supply', m.table.supply, { phone: true }),
      column('share', m.table.share, { phone: true }),
      column('change', m.table.change),
    ],
    groups: [
      {
        rows: issuers.rows.map(({ issuer, supply, share, change }) => ({
          cells: [
            cell(issuer === 'others' ? m.others : TICKERS[issuer]),
            cell(dollars(desk, supply)),
            cell(w.share(share, 1)),
            cell(w.money(change)),
          ],
        })),
      },
    ],
  });
}
