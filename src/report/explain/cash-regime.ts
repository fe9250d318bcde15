import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { yearOf } from '../dates.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import { CASH_REGIME } from '../messages/explain/cash-regime.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type CashRegime = PartAnswer<'liquidity', 'cashRegime'>;

export const tellCashRegime: Teller<CashRegime> = (desk, part) => {
  const { w } = desk;
  const m = CASH_REGIME[desk.language];
  const of = (sessions: number) => part.horizons.find((one) => one.sessions === sessions)?.beat;
  const [short, long] = [of(20), of(60)];
  const { on, since, baseRate } = part.lamp;
  if (!hasValue(short) || !hasValue(long) || on === null || !since) return { headline: [], blocks: [] };
  const headline = [
    m.beat({ short: w.share(short), long: w.share(long) }),
    m.lamp({ on, since: w.day(since) }),
  ];
  const base =
    hasValue(baseRate) && baseRate.window
      ? [m.base({ rate: w.share(baseRate), n: baseRate.window.n, year: yearOf(baseRate.window.from) })]
      : [];
  return { headline, blocks: [...plain(desk, headline, base, [[m.rule]]), classTable(desk, part)] };
};

function classTable(desk: ExplainDesk, { horizons }: CashRegime): TableBlock {
  const { w } = desk;
  const m = CASH_REGIME[desk.language].table;
  const classes = horizons[0]?.classes.map(({ assetClass }) => assetClass) ?? [];
  return table(desk, {
    id: 'cash-regime-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('class', m.class),
      ...horizons.map(({ sessions }) => column(`s${sessions}`, m.sessions(sessions), { phone: true })),
    ],
    groups: [
      {
        rows: [
          ...classes.map((assetClass, row) => ({
            cells: [
              cell(desk.m.classes[assetClass]),
              ...horizons.map((one) => cell(w.change(one.classes[row]!.change))),
            ],
          })),
          { cells: [cell(m.cash), ...horizons.map(({ cash }) => cell(w.change(cash, 2)))] },
          { cells: [cell(m.beat), ...horizons.map(({ beat }) => cell(w.share(beat)))] },
        ],
      },
    ],
  });
}
