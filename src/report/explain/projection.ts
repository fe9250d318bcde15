import { cell, column, head, optional } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Block, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { Inline } from '../inline.ts';
import { PROJECTION } from '../messages/explain/projection.ts';
import { decimal } from '../numbers.ts';
import {
  billions,
  billionsCell,
  billionsInWords,
  billionsOfTotal,
  billionsSpan,
  inBillions,
} from './amounts.ts';
import { linesChart } from './flow-charts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Projection = PartAnswer<'liquidity', 'projection'>;
type Forecast = Projection['forecasts'][number];

const TOLD_WEEKS = 13;

export const tellProjection: Teller<Projection> = (desk, part) => {
  const told = part.forecasts.find(({ weeks }) => weeks === TOLD_WEEKS);
  if (!told?.target || !told.settled || !hasValue(told.change.base)) return { headline: [], blocks: [] };
  const m = PROJECTION[desk.language];
  const { w } = desk;
  const [fed, banks] = billionsOfTotal(
    desk,
    [told.contributions.fed, told.contributions.banks],
    told.change.base,
    true,
  );
  const headline = [
    m.base({
      weeks: told.weeks,
      target: w.day(told.target),
      change: billionsSpan(desk, told.change.base, 'signed'),
      fed: fed!,
      banks: banks!,
    }),
    ...askedLines(desk, told),
    ...scoreLines(desk, part),
  ];
  const settle = m.settle({ target: w.day(told.target), settled: w.day(told.settled) });
  const rest = [...bandLines(desk, told), settle, ...mortgageLines(desk, part), [m.meaning]];
  return {
    headline,
    blocks: [...plain(desk, headline, rest), ...fanChart(desk, part), pillarTable(desk, part)],
  };
};

function bandText(desk: ExplainDesk, { band }: Figure, text: typeof billions): string {
  const { language, m } = desk;
  return band ? m.range(text(language, band.low, true), text(language, band.high, true)) : '';
}

function bandLines(desk: ExplainDesk, { change }: Forecast): readonly Inline[] {
  if (!change.base.band) return [];
  return [
    PROJECTION[desk.language].band({
      range: bandText(desk, change.base, billionsInWords),
      low: billionsSpan(desk, change.low, 'signed'),
      high: billionsSpan(desk, change.high, 'signed'),
    }),
  ];
}

function askedLines(desk: ExplainDesk, { target, asked }: Forecast): readonly Inline[] {
  if (!target || !asked || !hasValue(asked.change)) return [];
  const { asked: m } = PROJECTION[desk.language];
  const values = asked.contributions.map(({ value }) => value);
  const spans = billionsOfTotal(desk, values, asked.change, true);
  return [
    m.line({
      target: desk.w.day(target),
      change: billionsSpan(desk, asked.change, 'signed'),
      parts: asked.contributions.map(({ id }, k) => m.part[id](spans[k]!)),
    }),
  ];
}

function scoreLines(desk: ExplainDesk, { scores }: Projection): readonly Inline[] {
  const score = scores.find(({ weeks }) => weeks === TOLD_WEEKS);
  if (!score || !hasValue(score.skill)) return [];
  return [
    PROJECTION[desk.language].score({
      weeks: score.weeks,
      n: Number(score.skill.of.params?.forecasts),
      error: billionsSpan(desk, score.error),
      unchanged: billionsSpan(desk, score.errorUnchanged),
      better: score.skill.value > 0,
      skill: desk.w.change(score.skill, 0),
    }),
  ];
}

function mortgageLines(desk: ExplainDesk, { pillars }: Projection): readonly Inline[] {
  const monthly = pillars.find(({ id }) => id === 'mortgage')?.monthly;
  if (!monthly || !hasValue(monthly.base)) return [];
  const { base, high } = monthly;
  return [
    PROJECTION[desk.language].mortgage({ base: billionsSpan(desk, base), high: billionsSpan(desk, high) }),
  ];
}

function fanChart(desk: ExplainDesk, { history }: Projection): readonly Block[] {
  const m = PROJECTION[desk.language];
  const target = history.dates.at(-1);
  if (target === undefined) return [];
  const shown = (values: readonly (number | null)[]) =>
    values.map((value) => (value === null ? null : inBillions(desk.language, value)));
  return [
    linesChart(
      desk,
      {
        id: 'projection-chart',
        title: m.chart.title({ target: desk.w.day(target) }),
        measure: m.chart.measure,
      },
      {
        dates: history.dates,
        lines: [
          { name: m.chart.actual, values: shown(history.actual) },
          { name: m.table.base, values: shown(history.base) },
          { name: m.table.low, values: shown(history.low) },
          { name: m.table.high, values: shown(history.high) },
          ...(history.asked ? [{ name: m.table.asked, values: shown(history.asked) }] : []),
        ],
        format: (value) => decimal(value, { decimals: 0 }),
      },
    ),
  ];
}

function pillarTable(desk: ExplainDesk, { pillars, forecasts }: Projection): TableBlock {
  const m = PROJECTION[desk.language];
  const isAsked = forecasts.some(({ asked }) => asked !== undefined);
  const askedCell = (figure: Figure | undefined) =>
    isAsked ? [optional(figure, (one) => billionsCell(desk, one, true))] : [];
  const cells = ({ low, base, high }: Forecast['change']) =>
    [low, base, high].map((one) => cell(billionsCell(desk, one, true)));
  return table(desk, {
    id: 'projection-table',
    label: '',
    title: m.table.title,
    measure: m.table.measure,
    columns: [
      head('row', m.table.row),
      column('low', m.table.low, { phone: true }),
      column('base', m.table.base, { phone: true }),
      column('high', m.table.high, { phone: true }),
      ...(isAsked ? [column('asked', m.table.asked, { phone: true })] : []),
      column('band', m.table.band),
    ],
    groups: [
      {
        rows: pillars.map(({ id, monthly, asked }) => ({
          cells: [cell(m.pillars[id]), ...cells(monthly), ...askedCell(asked), cell()],
        })),
      },
      {
        rows: forecasts.map(({ weeks, change, asked }) => ({
          cells: [
            cell(m.table.weeks(weeks)),
            ...cells(change),
            ...askedCell(asked?.change),
            cell(bandText(desk, change.base, billions)),
          ],
        })),
      },
    ],
  });
}
