import { cell, column, head, under } from '../compose/cells.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Cell, Row, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import { type Inline, joined, line } from '../inline.ts';
import { ETF_FLOWS } from '../messages/explain/etf-flows.ts';
import { coins, monthWords, worthTelling } from './flow-words.ts';
import type { ExplainDesk, PartAnswer } from './story.ts';

function sideOf(desk: ExplainDesk, figure: Figure): string {
  const { side } = ETF_FLOWS[desk.language];
  if (figure.value === null) return desk.m.noValue;
  return figure.value > 0 ? side.in : figure.value < 0 ? side.out : side.none;
}

type EtfFlows = PartAnswer<'flows', 'etfFlows'>;

function row(time: string, direction: string, size: Inline, remark: Inline): Row {
  return { cells: [cell(time), cell(direction), cell(...size), cell(...remark)] };
}

/** T-3: where the money went. */
export function moneyTable(desk: ExplainDesk, part: EtfFlows): TableBlock {
  const m = ETF_FLOWS[desk.language].t3;
  return table(desk, {
    id: 't-3',
    label: desk.m.tableLabel('T-3'),
    title: m.title,
    measure: m.measure,
    columns: [
      head('time', m.time),
      { ...column('direction', m.direction), align: 'start' },
      column('size', m.size, { phone: true }),
      { ...column('remark', m.remark), align: 'start' },
    ],
    groups: [
      { rows: part.days.map((day) => dayRow(desk, day)) },
      { rows: [...windowRows(desk, part), yearRow(desk, part), ...monthRow(desk, part), ...effectRow(desk)] },
    ],
  });
}

function dayRow(desk: ExplainDesk, day: EtfFlows['days'][number]): Row {
  const { t3: m, weekdays } = ETF_FLOWS[desk.language];
  const { w } = desk;
  const far = worthTelling(day) && day.flow.value !== 0;
  const remarks = [
    ...(day.reversal ? [m.reversal] : []),
    ...(far ? [day.since ? m.since(w.tableDay(day.since)) : m.largest] : []),
  ];
  return row(
    m.day(w.tableDay(day.date), weekdays[day.weekday]!),
    sideOf(desk, day.flow),
    [w.money(day.flow)],
    [remarks.join(separator(desk))],
  );
}

function separator({ language }: ExplainDesk): string {
  return language === 'en' ? '; ' : '；';
}

function windowRows(desk: ExplainDesk, { window }: EtfFlows): readonly Row[] {
  const m = ETF_FLOWS[desk.language].t3;
  const { w } = desk;
  return [
    row(
      m.window(window.sessions),
      sideOf(desk, window.sum),
      [w.money(window.sum)],
      m.change(w.change(window.change)),
    ),
    row(
      m.mean,
      sideOf(desk, window.mean),
      [w.money(window.mean)],
      [window.adds ? m.adds(window.sessions) : ''],
    ),
  ];
}

function yearRow(desk: ExplainDesk, { date, year }: EtfFlows): Row {
  const m = ETF_FLOWS[desk.language].t3;
  const { thisYear, lastYear } = year;
  return {
    cells: [
      cell(m.year(Number(date!.slice(0, 4)))),
      cell(sideOf(desk, thisYear.usd)),
      under([coins(desk, thisYear.coins)], [desk.w.money(thisYear.usd)]),
      cell(...m.lastYear(coins(desk, lastYear.coins))),
    ],
  };
}

function monthRow(desk: ExplainDesk, { month }: EtfFlows): readonly Row[] {
  if (!month.start) return [];
  const m = ETF_FLOWS[desk.language].t3;
  const { w } = desk;
  const remark = month.record
    ? m.against({
        month: monthWords(desk, month.record.start),
        flow: w.money(month.record.flow),
        beyond: month.beyond,
      })
    : [m.noRecord];
  return [row(monthWords(desk, month.start), sideOf(desk, month.toDate), [w.money(month.toDate)], remark)];
}

/** What the window's flow goes with at the two slopes, where the elasticity is told as well. */
function effectRow(desk: ExplainDesk): readonly Row[] {
  const part = desk.answer.flows?.parts.flowElasticity;
  if (!part || !hasValue(part.window.own.effect)) return [];
  const m = ETF_FLOWS[desk.language].t3;
  const { w } = desk;
  const { own, external, change } = part.window;
  const remarks = [
    ...(hasValue(external.effect)
      ? [m.effects({ citi: w.change(external.effect), change: w.change(change) })]
      : [m.change(w.change(change))]),
    [m.association],
  ];
  return [
    row(m.effect, m.window(part.window.sessions), [w.change(own.effect)], joined(remarks, separator(desk))),
  ];
}

/** Share of the month's flow against share of the assets, by fund. */
export function fundTable(desk: ExplainDesk, { shares, month }: EtfFlows): readonly TableBlock[] {
  if (shares.funds.length === 0 || !month.start) return [];
  const { funds: m } = ETF_FLOWS[desk.language];
  const { w } = desk;
  const share = (figure: Figure): Cell => cell(w.share(figure, 1));
  const rest = shares.unattributed;
  return [
    table(desk, {
      id: 'etf-funds',
      label: '',
      title: m.title,
      measure: m.measure(monthWords(desk, month.start)),
      columns: [
        head('fund', m.fund),
        column('flow', m.flow, { phone: true }),
        column('flow-share', m.flowShare),
        column('asset-share', m.assetShare),
        column('weight', m.weight, { phone: true }),
      ],
      groups: [
        {
          rows: [
            ...shares.funds.map((fund) => ({
              cells: [
                cell(
                  ...(fund.bleeds ? line`${{ kind: 'strong', of: [fund.ticker] } as const}` : [fund.ticker]),
                ),
                cell(w.money(fund.flow)),
                share(fund.flowShare),
                share(fund.assetShare),
                cell(w.ratio(fund.weight)),
              ],
            })),
            ...(hasValue(rest) && Math.abs(rest.value) >= 1e5
              ? [{ cells: [cell(m.rest), cell(w.money(rest)), cell(), cell(), cell()] }]
              : []),
          ],
        },
      ],
    }),
  ];
}
