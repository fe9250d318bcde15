import { timeLines } from '../charts/time-lines.ts';
import { cell, column, head } from '../compose/cells.ts';
import { block, frame, NARROW, WIDE } from '../compose/charts.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { yearOf } from '../dates.ts';
import { hasValue } from '../desk.ts';
import type { ChartBlock, TableBlock } from '../document.ts';
import { drawnOverTime } from '../drawn.ts';
import type { Inline } from '../inline.ts';
import { NET_LIQUIDITY } from '../messages/explain/net-liquidity.ts';
import { decimal } from '../numbers.ts';
import { billionsCell, billionsOfTotal, billionsSpan, inBillions } from './amounts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type NetLiquidity = PartAnswer<'liquidity', 'netLiquidity'>;

const TOLD_WEEKS = 13;

/** The Fed let its balance sheet shrink between these days. */
const RUNOFF = [
  ['begins', '2022-06-01'],
  ['ends', '2025-12-01'],
] as const;

export const tellNetLiquidity: Teller<NetLiquidity> = (desk, part) => {
  const { date, level } = part;
  if (!date || !hasValue(level)) return { headline: [], blocks: [] };
  const { w } = desk;
  const m = NET_LIQUIDITY[desk.language];
  const [assets, treasury, repo] = part.parts.map(({ value }) => billionsSpan(desk, value));
  const headline = [
    m.level({
      day: w.day(date),
      level: billionsSpan(desk, level),
      assets: assets!,
      treasury: treasury!,
      repo: repo!,
    }),
    ...changeLines(desk, part),
  ];
  const rest = [...rankLines(desk, part), ...dailyLines(desk, part), ...meaningLines(desk, part)];
  return {
    headline,
    blocks: [...plain(desk, headline, rest), ...netLiquidityChart(desk, part), liquidityTable(desk, part)],
  };
};

function changeLines(desk: ExplainDesk, { changes }: NetLiquidity): readonly Inline[] {
  const told = changes.find(({ weeks }) => weeks === TOLD_WEEKS);
  if (!told || !hasValue(told.total)) return [];
  const contributions = told.contributions.map(({ value }) => value);
  const [assets, treasury, repo] = billionsOfTotal(desk, contributions, told.total, true);
  return [
    NET_LIQUIDITY[desk.language].change({
      weeks: told.weeks,
      rose: told.total.value >= 0,
      total: billionsSpan(desk, told.total, 'size'),
      assets: assets!,
      treasury: treasury!,
      repo: repo!,
    }),
  ];
}

function rankLines(desk: ExplainDesk, { percentile, record, changes }: NetLiquidity): readonly Inline[] {
  const m = NET_LIQUIDITY[desk.language];
  const impulse = changes.find(({ weeks }) => weeks === TOLD_WEEKS)?.impulse;
  return [
    ...(hasValue(percentile) && percentile.window
      ? [
          m.rank({
            percentile: desk.w.percentile(percentile),
            n: percentile.window.n,
            year: yearOf(percentile.window.from),
          }),
        ]
      : []),
    ...(record?.since ? [m.since({ kind: record.kind, day: desk.w.day(record.since) })] : []),
    ...(record && !record.since ? [m.ever({ kind: record.kind, year: yearOf(record.from) })] : []),
    ...(hasValue(impulse)
      ? [m.impulse({ weeks: TOLD_WEEKS, impulse: desk.w.change(impulse), faster: impulse.value > 0 })]
      : []),
  ];
}

function dailyLines(desk: ExplainDesk, { daily }: NetLiquidity): readonly Inline[] {
  const assets = daily.parts.find(({ series }) => series === 'fed-assets');
  if (!daily.date || !assets || assets.ageDays === 0 || !hasValue(daily.level)) return [];
  return [
    NET_LIQUIDITY[desk.language].daily({
      day: desk.w.day(daily.date),
      level: billionsSpan(desk, daily.level),
      carried: desk.w.day(assets.date),
    }),
  ];
}

function meaningLines(desk: ExplainDesk, { changes }: NetLiquidity): readonly Inline[] {
  const treasury = changes
    .find(({ weeks }) => weeks === TOLD_WEEKS)
    ?.contributions.find(({ series }) => series === 'tga')?.value;
  if (!hasValue(treasury)) return [];
  return [NET_LIQUIDITY[desk.language].meaning({ drained: treasury.value < 0 })];
}

/** Height of the picture in a report, and on a phone. */
const LOW = 240;

/** Net liquidity as a line, with the days between which the Fed let its balance sheet shrink. */
export function netLiquidityChart(
  desk: ExplainDesk,
  { date, level, history }: NetLiquidity,
  height = LOW,
): readonly ChartBlock[] {
  if (!date || history.dates.length < 2) return [];
  const { language } = desk;
  const m = NET_LIQUIDITY[language].chart;
  const shown = {
    id: 'net-liquidity',
    number: desk.nextChart(),
    title: m.title({ day: desk.w.day(date), level: billionsSpan(desk, level) }),
    measure: m.measure,
  };
  const { dates } = history;
  const values = history.net.map((usd) => (usd === null ? null : inBillions(language, usd)));
  const format = (value: number) => decimal(value, { decimals: 0 });
  const picture = (part: 'wide' | 'narrow', width: number) => ({
    width: part,
    svg: timeLines(frame(desk, shown, { width, height: part === 'wide' ? height : LOW, part }), {
      dates,
      lines: [{ name: part === 'wide' ? m.net : '', values }],
      format,
      marks: RUNOFF.map(([event, date]) => ({ date, text: m.runoff[event] })),
    }),
  });
  return [
    block(desk, shown, {
      layout: 'one',
      draw: () => [picture('wide', WIDE), picture('narrow', NARROW)],
      drawn: drawnOverTime({ dates, lines: [{ name: m.net, values }], format }),
    }),
  ];
}

function liquidityTable(desk: ExplainDesk, { level, parts, changes }: NetLiquidity): TableBlock {
  const m = NET_LIQUIDITY[desk.language].table;
  const columns = changes.map(({ contributions, total }) =>
    billionsOfTotal(
      desk,
      contributions.map(({ value }) => value),
      total,
    ),
  );
  return table(desk, {
    id: 'net-liquidity-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('part', m.part),
      column('level', m.level, { phone: true }),
      ...changes.map(({ weeks }) => column(`w${weeks}`, m.weeks(weeks), { phone: weeks === TOLD_WEEKS })),
    ],
    groups: [
      {
        rows: [
          ...parts.map(({ series, value }, row) => ({
            cells: [
              cell(m.names[series]),
              cell(billionsCell(desk, value)),
              ...columns.map((spans) => cell(spans[row]!)),
            ],
          })),
          {
            cells: [
              cell(m.net),
              cell(billionsCell(desk, level)),
              ...changes.map(({ total }) => cell(billionsCell(desk, total, true))),
            ],
          },
          {
            cells: [cell(m.impulse), cell(), ...changes.map(({ impulse }) => cell(desk.w.change(impulse)))],
          },
        ],
      },
    ],
  });
}
