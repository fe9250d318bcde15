import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { CAPEX_PUMP } from '../messages/explain/capex-pump.ts';
import { percent } from '../numbers.ts';
import { billionsInWords, billionsSpan } from './amounts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type CapexPump = PartAnswer<'drivers', 'capexPump'>;

/** The return whose hurdle a sentence tells. */
const TOLD = 0.1;

export const tellCapexPump: Teller<CapexPump> = (desk, part) => {
  const m = CAPEX_PUMP[desk.language];
  const chain = chainLines(desk, part);
  const headline = [...totalLines(desk, part), ...chain];
  if (headline.length === 0) return { headline: [], blocks: plain(desk, [[m.missing]]) };
  const after: readonly Inline[] = [
    ...needLine(desk, part),
    ...(part.refused > 0 ? [m.refused(part.refused)] : []),
    [m.meaning],
  ];
  return {
    headline,
    blocks: [...plain(desk, headline, after), ...(part.firms.length > 0 ? [firmTable(desk, part)] : [])],
  };
};

function totalLines(
  desk: ExplainDesk,
  { firms, year, total, growth, hurdles }: CapexPump,
): readonly Inline[] {
  const m = CAPEX_PUMP[desk.language];
  if (year === null || !hasValue(total)) return [];
  const profit = hurdles.find(({ rate }) => rate === TOLD)?.profit;
  return [
    m.total({
      firms: firms.length,
      year,
      total: billionsSpan(desk, total),
      ...(hasValue(growth) ? { growth: desk.w.change(growth, 0) } : {}),
    }),
    ...(hasValue(profit)
      ? [m.hurdle({ rate: percent(TOLD, { decimals: 0 }), profit: billionsSpan(desk, profit) })]
      : []),
  ];
}

function needLine(desk: ExplainDesk, { need }: CapexPump): readonly Inline[] {
  const m = CAPEX_PUMP[desk.language];
  const flows = (['issuance', 'output', 'operating'] as const).flatMap((of) =>
    hasValue(need[of]) ? [m.share({ of, share: desk.w.share(need[of], 1) })] : [],
  );
  const stocks = (['bonds', 'loans'] as const).flatMap((of) =>
    hasValue(need[of])
      ? [m.rate({ of, rate: desk.w.as(need[of], percent(need[of].value, { decimals: 1 })) })]
      : [],
  );
  return flows.length + stocks.length === 0 ? [] : [m.need({ flows, stocks })];
}

function chainLines(desk: ExplainDesk, { chain }: CapexPump): readonly Inline[] {
  const m = CAPEX_PUMP[desk.language];
  return chain.flatMap(({ firm, year, level, oneBefore, twoBefore, between }) =>
    hasValue(oneBefore) && hasValue(twoBefore) && hasValue(between)
      ? [
          m.chain({
            firm,
            year,
            level: billionsSpan(desk, level),
            oneBefore: billionsSpan(desk, oneBefore),
            twoBefore: billionsSpan(desk, twoBefore),
            between: desk.w.change(between, 0),
          }),
        ]
      : [],
  );
}

function firmTable(desk: ExplainDesk, { firms }: CapexPump): TableBlock {
  const { language, w } = desk;
  const m = CAPEX_PUMP[language].table;
  return table(desk, {
    id: 'capex-guidance',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('firm', m.firm),
      column('middle', m.middle, { phone: true }),
      column('revision', m.revision, { phone: true }),
      column('stated', m.stated),
    ],
    groups: [
      {
        rows: firms.map(({ firm, middle, revision, stated }) => ({
          cells: [
            cell(firm),
            middle.band
              ? under(
                  [billionsSpan(desk, middle)],
                  desk.m.range(
                    billionsInWords(language, middle.band.low),
                    billionsInWords(language, middle.band.high),
                  ),
                )
              : cell(billionsSpan(desk, middle)),
            hasValue(revision) ? cell(billionsSpan(desk, revision, 'signed')) : cell(w.change(revision)),
            cell(w.tableDay(stated)),
          ],
        })),
      },
    ],
  });
}
