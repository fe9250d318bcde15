import { entryOf } from '../../data/series/index.ts';
import type { SplitAsset } from '../../diagnosis/explain/drivers/driver-split.ts';
import { DRIVERS } from '../../diagnosis/explain/drivers/factors.ts';
import { type WaterfallPanel, waterfall, waterfallHeight } from '../charts/waterfall.ts';
import { cell, column, head, under } from '../compose/cells.ts';
import { block, frame, NARROW, WIDE } from '../compose/charts.ts';
import { paragraph } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Block, Cell, ChartBlock, Row, TableBlock } from '../document.ts';
import { drawnSplit } from '../drawn.ts';
import type { Figure } from '../figure.ts';
import { type FigureSpan, type Inline, strong } from '../inline.ts';
import { DRIVER_SPLIT } from '../messages/explain/driver-split.ts';
import { decimal, largestRemainder, shiftPoint } from '../numbers.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type DriverSplit = PartAnswer<'drivers', 'driverSplit'>;

/** A sample below it is called short. */
const SHORT = 250;

export const tellDriverSplit: Teller<DriverSplit> = (desk, { assets }) => {
  const told = assets.filter(({ explained }) => hasValue(explained));
  if (told.length === 0) return { headline: [], blocks: [] };
  return {
    headline: told.slice(0, 2).map((one) => splitLine(desk, one)),
    blocks: [
      ...told.map((one) => assetParagraph(desk, one)),
      waterfallChart(desk, told),
      splitTable(desk, assets),
      ...sharedLines(desk, told),
    ],
  };
};

/** Three of them fit beside one another; a phone has them one by one. */
const MOST_PANELS = 3;

function waterfallChart(desk: ExplainDesk, told: readonly SplitAsset[]): ChartBlock {
  const m = DRIVER_SPLIT[desk.language];
  const [first] = told as readonly [SplitAsset];
  const printed = printedParts(desk, first);
  const shown = {
    id: 'waterfall',
    number: desk.nextChart(),
    title: m.waterfall.title({
      name: desk.name(first.asset),
      move: desk.w.change(first.move),
      residual: desk.w.as(first.residual.value, printed.get('residual') ?? ''),
    }),
    measure: m.waterfall.measure,
  };
  const rows = [...DRIVERS.map((driver) => m.drivers[driver]), m.left];
  const panels = told.slice(0, MOST_PANELS).map((one) => panelOf(desk, one));
  const height = waterfallHeight(rows.length);
  const picture = (
    width: 'wide' | 'narrow',
    pixels: number,
    shownPanels: readonly WaterfallPanel[],
    part: string,
  ) => ({
    width,
    svg: waterfall(frame(desk, shown, { width: pixels, height, part }), {
      rows,
      total: m.table.total,
      panels: shownPanels,
    }),
  });
  return block(desk, shown, {
    layout: 'one',
    draw: () => [
      picture('wide', WIDE, panels, 'wide'),
      ...panels.map((panel, k) => picture('narrow', NARROW, [panel], `narrow-${k + 1}`)),
    ],
    drawn: drawnSplit(m.table.driver, { rows, total: m.table.total, panels }),
  });
}

function panelOf(desk: ExplainDesk, one: SplitAsset): WaterfallPanel {
  const printed = printedParts(desk, one);
  const contributionOf = (driver: string) =>
    one.drivers.find((each) => each.driver === driver)?.contribution.value ?? null;
  return {
    name: desk.name(one.asset),
    steps: [...DRIVERS.map(contributionOf), one.residual.value.value],
    texts: [
      ...DRIVERS.map((driver) => printed.get(driver) ?? '–'),
      printed.get('residual') ?? '–',
      desk.w.change(one.move).text,
    ],
  };
}

function splitLine(desk: ExplainDesk, one: SplitAsset): Inline {
  const { w } = desk;
  const printed = printedParts(desk, one);
  return DRIVER_SPLIT[desk.language].split({
    name: desk.name(one.asset),
    day: w.day(one.to!),
    n: one.move.window?.n ?? 0,
    move: w.change(one.move),
    explained: w.as(one.explained, printed.get('explained') ?? ''),
    residual: w.as(one.residual.value, printed.get('residual') ?? ''),
  });
}

function assetParagraph(desk: ExplainDesk, one: SplitAsset): Block {
  const m = DRIVER_SPLIT[desk.language];
  const { w } = desk;
  const name = desk.name(one.asset);
  const largest = largestDriver(one);
  const n = one.sample?.n ?? 0;
  const windows = Number(one.outOfSample.of.params?.windows ?? 0);
  return paragraph(desk, splitLine(desk, one), [
    ...(largest
      ? [
          m.largest({
            driver: m.drivers[largest.driver],
            part: w.change(largest.contribution),
            range: w.range(largest.contribution),
          }),
        ]
      : []),
    m.single(singlePart(desk, one)),
    ...(hasValue(one.outOfSample)
      ? [m.record({ explained: w.share(one.outOfSample), windows, proven: one.outOfSample.value > 0 })]
      : []),
    ...residualLines(desk, one, windows),
    ...(n < SHORT ? [m.short({ name, n })] : []),
    ...(entryOf(one.asset)?.assetClass === 'equity' ? [m.overlap({ name })] : []),
  ]);
}

function largestDriver({ drivers }: SplitAsset) {
  return drivers.reduce<SplitAsset['drivers'][number] | undefined>(
    (best, one) => ((one.share.value ?? -1) > (best?.share.value ?? -1) ? one : best),
    undefined,
  );
}

function singlePart(desk: ExplainDesk, { single, drivers, residual }: SplitAsset) {
  const m = DRIVER_SPLIT[desk.language];
  if (single === null) return undefined;
  if (single === 'residual') return { part: m.unexplained, share: desk.w.share(residual.share) };
  const found = drivers.find(({ driver }) => driver === single)!;
  return { part: m.drivers[single], share: desk.w.share(found.share) };
}

function residualLines(desk: ExplainDesk, { residual }: SplitAsset, windows: number): readonly Inline[] {
  const m = DRIVER_SPLIT[desk.language];
  const { w } = desk;
  const { score, rarity } = residual;
  return [
    ...(hasValue(rarity) ? [m.rare({ score: w.sigmas(score), rarity: w.share(rarity, 1), windows })] : []),
    ...residual.reversal
      .filter(({ share }) => hasValue(share))
      .map(({ sessions, cases, share, base }) =>
        m.reversal({
          sessions,
          cases,
          share: w.share(share),
          range: w.range(share),
          base: w.share(base),
          differs: outside(base, share),
        }),
      ),
  ];
}

/** A part of a move: what a driver goes with, or what none explains. */
export interface MovePart {
  readonly name: string;
  readonly change: FigureSpan;
  readonly isResidual: boolean;
}

/** The asset that is told first, its move, and the two largest parts of that, as the table prints them. */
export function largestParts(
  desk: ExplainDesk,
  { assets }: DriverSplit,
): { readonly asset: SplitAsset; readonly parts: readonly MovePart[] } | undefined {
  const asset = assets.find(({ explained, residual }) => hasValue(explained) && hasValue(residual.value));
  if (!asset) return undefined;
  const m = DRIVER_SPLIT[desk.language];
  const printed = printedParts(desk, asset);
  const all = [
    ...asset.drivers.map(({ driver, contribution }) => ({
      key: driver as string,
      name: m.drivers[driver],
      figure: contribution,
    })),
    { key: 'residual', name: m.unexplained, figure: asset.residual.value },
  ];
  const parts = all
    .filter(({ figure }) => hasValue(figure))
    .sort((a, b) => Math.abs(b.figure.value ?? 0) - Math.abs(a.figure.value ?? 0))
    .slice(0, 2)
    .map(({ key, name, figure }) => ({
      name,
      change: desk.w.as(figure, printed.get(key) ?? ''),
      isResidual: key === 'residual',
    }));
  return { asset, parts };
}

function outside({ value }: Figure, { band }: Figure): boolean {
  return value !== null && band !== undefined && (value < band.low || value > band.high);
}

function splitTable(desk: ExplainDesk, assets: DriverSplit['assets']): TableBlock {
  const m = DRIVER_SPLIT[desk.language];
  const printed = assets.map((one) => printedParts(desk, one));
  const row = (name: string, cellOf: (one: SplitAsset, index: number) => Cell): Row => ({
    cells: [cell(name), ...assets.map(cellOf)],
  });
  const part = (figure: Figure, text: string | undefined): Cell => {
    if (text === undefined) return cell(desk.w.change(figure));
    const range = desk.w.range(figure);
    return range === '' ? cell(desk.w.as(figure, text)) : under([desk.w.as(figure, text)], range);
  };
  return table(desk, {
    id: 'driver-split',
    label: '',
    title: m.table.title(assets.find(({ move }) => move.window)?.move.window?.n ?? 1),
    measure: m.table.measure,
    columns: [
      head('driver', m.table.driver),
      ...assets.map(({ asset }, index) => column(asset, desk.name(asset), { phone: index < 2 })),
    ],
    groups: [
      {
        rows: DRIVERS.map((driver) =>
          row(m.drivers[driver], ({ drivers }, index) => {
            const found = drivers.find((one) => one.driver === driver)!;
            return part(found.contribution, printed[index]!.get(driver));
          }),
        ),
      },
      {
        rows: [
          row(m.unexplained, ({ residual }, index) => part(residual.value, printed[index]!.get('residual'))),
          row(m.table.total, ({ move }) => cell(strong(desk.w.change(move)))),
        ],
      },
    ],
  });
}

/** Parts in percent, rounded so that drivers add to what they explain, and that with the residual to the printed move. */
export function printedParts({ w }: ExplainDesk, one: SplitAsset): ReadonlyMap<string, string> {
  const { drivers, explained, residual, move } = one;
  if (!hasValue(explained) || !hasValue(residual.value) || !hasValue(move)) return new Map();
  const decimals = Math.max(1, w.change(move).text.split('.')[1]?.replace('%', '').length ?? 1);
  const parts = drivers.filter(({ contribution }) => hasValue(contribution));
  const [whole, rest] = largestRemainder(
    [shiftPoint(explained.value, 2), shiftPoint(residual.value.value, 2)],
    shiftPoint(move.value, 2),
    decimals,
  ) as [number, number];
  const rounded = largestRemainder(
    parts.map(({ contribution }) => shiftPoint(contribution.value ?? 0, 2)),
    whole,
    decimals,
  );
  const text = (value: number) => `${decimal(value, { decimals, signed: true })}%`;
  return new Map<string, string>([
    ...parts.map(({ driver }, index) => [driver, text(rounded[index]!)] as const),
    ['explained', text(whole)],
    ['residual', text(rest)],
  ]);
}

/** What is said once for all: proxies, late values, UTC days, and what a contribution is. */
function sharedLines(desk: ExplainDesk, assets: readonly SplitAsset[]): readonly Block[] {
  const m = DRIVER_SPLIT[desk.language];
  const { drivers, to } = assets[0]!;
  const used = drivers.filter(({ contribution }) => hasValue(contribution));
  const proxies = used
    .filter(({ contribution }) => contribution.flags.includes('proxy'))
    .map(({ driver, series }) => ({ name: m.drivers[driver], series: desk.fullName(series[0]!) }));
  const late = used
    .filter(({ date }) => date !== null && to !== null && date < to)
    .map(({ driver, date }) => ({ name: m.drivers[driver], day: desk.w.day(date!) }));
  const lines = [
    ...(proxies.length > 0 ? [m.proxies({ drivers: proxies })] : []),
    ...(late.length > 0 ? [m.late({ drivers: late })] : []),
    ...(assets.some(({ utcDay }) => utcDay) ? [m.utcDay] : []),
  ];
  return [paragraph(desk, [m.meaning], lines)];
}
