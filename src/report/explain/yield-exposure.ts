import type { ExposureAsset } from '../../diagnosis/explain/drivers/yield-exposure.ts';
import { cell, column, head, under } from '../compose/cells.ts';
import { paragraph } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Cell, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { FigureSpan, Inline } from '../inline.ts';
import { YIELD_EXPOSURE } from '../messages/explain/yield-exposure.ts';
import { percent } from '../numbers.ts';
import { pValue } from './flow-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type YieldExposure = PartAnswer<'drivers', 'yieldExposure'>;

/** Below it a test speaks for a break. */
const SIGNIFICANT = 0.05;

export const tellYieldExposure: Teller<YieldExposure> = (desk, part) => {
  const told = part.assets.filter(({ realYield }) => hasValue(realYield.slope));
  if (told.length === 0) return { headline: [], blocks: [] };
  const year = Number(part.breakAt.slice(0, 4));
  const late = told.find(({ window }) => window.yieldDate !== window.to)?.window.yieldDate ?? null;
  return {
    headline: [yieldLine(desk, told[0]!)],
    blocks: [
      ...told.map((one, index) =>
        paragraph(desk, yieldLine(desk, one), [
          ...restLines(desk, one, year),
          ...(index === 0 && late !== null ? [YIELD_EXPOSURE[desk.language].late(desk.w.day(late))] : []),
        ]),
      ),
      exposureTable(desk, part, year),
    ],
  };
};

/** A slope with two decimals: "−1.27%". */
function slopeSpan({ w }: ExplainDesk, figure: Figure): FigureSpan {
  return w.as(figure, figure.value === null ? '' : slopeText(figure.value));
}

function slopeText(value: number): string {
  return percent(value, { decimals: 2, signed: true, lines: [0] });
}

function slopeRange({ m }: ExplainDesk, { band }: Figure): string {
  return band ? m.range(slopeText(band.low), slopeText(band.high)) : '';
}

function sideOf(desk: ExplainDesk, { slope, sign, sameYears, years }: ExposureAsset['dollar']) {
  return {
    slope: slopeSpan(desk, slope),
    range: slopeRange(desk, slope),
    sign: sign ?? ('unclear' as const),
    same: desk.w.count(sameYears),
    years,
  };
}

function yieldLine(desk: ExplainDesk, { asset, realYield }: ExposureAsset): Inline {
  return YIELD_EXPOSURE[desk.language].realYield({ name: desk.name(asset), ...sideOf(desk, realYield) });
}

function restLines(desk: ExplainDesk, one: ExposureAsset, year: number): readonly Inline[] {
  const m = YIELD_EXPOSURE[desk.language];
  const { w } = desk;
  const { asset, dollar, window } = one;
  const { before, after, p } = one.break;
  return [
    ...(hasValue(dollar.slope) ? [m.dollar(sideOf(desk, dollar))] : []),
    ...(hasValue(p)
      ? [
          m.changed({
            name: desk.name(asset),
            year,
            before: slopeSpan(desk, before),
            after: slopeSpan(desk, after),
            p: pValue(desk, p),
            differs: p.value < SIGNIFICANT,
          }),
        ]
      : []),
    ...(hasValue(window.rest)
      ? [
          m.window({
            move: w.change(window.move),
            realYield: w.change(window.realYield),
            dollar: w.change(window.dollar),
            rest: w.change(window.rest),
          }),
        ]
      : []),
  ];
}

function exposureTable(desk: ExplainDesk, { assets }: YieldExposure, year: number): TableBlock {
  const { table: m } = YIELD_EXPOSURE[desk.language];
  return table(desk, {
    id: 'yield-exposure',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('asset', m.asset),
      column('yield', m.realYield, { phone: true }),
      column('dollar', m.dollar, { phone: true }),
      column('break', m.break(year)),
      column('rest', m.rest),
    ],
    groups: [
      {
        rows: assets.map(({ asset, realYield, dollar, window, break: { after } }) => ({
          cells: [
            cell(desk.name(asset)),
            slopeCell(desk, realYield.slope),
            slopeCell(desk, dollar.slope),
            slopeCell(desk, after),
            cell(desk.w.change(window.rest)),
          ],
        })),
      },
    ],
  });
}

function slopeCell(desk: ExplainDesk, slope: Figure): Cell {
  const range = slopeRange(desk, slope);
  return range === '' ? cell(slopeSpan(desk, slope)) : under([slopeSpan(desk, slope)], range);
}
