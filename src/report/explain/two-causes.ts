import type { CauseAsset } from '../../diagnosis/explain/drivers/causes/two-causes.ts';
import { cell, column, head, under } from '../compose/cells.ts';
import { paragraph } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Cell, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import { type Inline, strong } from '../inline.ts';
import { TWO_CAUSES } from '../messages/explain/two-causes.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type TwoCauses = PartAnswer<'drivers', 'twoCauses'>;

export const tellTwoCauses: Teller<TwoCauses> = (desk, { assets }) => {
  const told = assets.filter(({ residual }) => hasValue(residual));
  if (told.length === 0) return { headline: [], blocks: [] };
  const m = TWO_CAUSES[desk.language];
  return {
    headline: told.slice(0, 1).map((one) => splitLine(desk, one)),
    blocks: [
      ...told.map((one) => paragraph(desk, splitLine(desk, one), restLines(desk, one))),
      paragraph(desk, [m.meaning], []),
      causeTable(desk, told),
    ],
  };
};

function splitLine(desk: ExplainDesk, one: CauseAsset): Inline {
  const { w } = desk;
  const part = (cause: CauseAsset['causes'][number]['cause']) =>
    w.change(one.causes.find((own) => own.cause === cause)!.contribution);
  return TWO_CAUSES[desk.language].split({
    name: desk.name(one.asset),
    from: w.day(one.from!),
    to: w.day(one.to!),
    move: w.change(one.move),
    liquidity: part('liquidity'),
    technology: part('technology'),
    residual: w.change(one.residual),
  });
}

function restLines(desk: ExplainDesk, one: CauseAsset): readonly Inline[] {
  const m = TWO_CAUSES[desk.language];
  const { w } = desk;
  const { single, causes, residualShare, outOfSample } = one;
  const share = causes.find(({ cause }) => cause === single)?.share ?? residualShare;
  const unclear = causes.filter((cause) => cause.unclear).map(({ cause }) => cause);
  return [
    m.single(single === null ? undefined : { part: single, share: w.share(share) }),
    ...(unclear.length > 0 ? [[m.unclear(unclear)]] : []),
    ...(hasValue(outOfSample)
      ? [m.record({ explained: w.share(outOfSample), proven: outOfSample.value > 0 })]
      : []),
  ];
}

function causeTable(desk: ExplainDesk, assets: readonly CauseAsset[]): TableBlock {
  const { w } = desk;
  const m = TWO_CAUSES[desk.language];
  const banded = (figure: Figure): Cell => {
    const range = w.range(figure);
    return range === '' ? cell(w.change(figure)) : under([w.change(figure)], range);
  };
  const row = (name: string, cellOf: (one: CauseAsset) => Cell) => ({
    cells: [cell(name), ...assets.map(cellOf)],
  });
  return table(desk, {
    id: 'two-causes',
    label: '',
    title: m.table.title,
    measure: m.table.measure,
    columns: [
      head('part', m.table.part),
      ...assets.map(({ asset }, index) => column(asset, desk.name(asset), { phone: index < 2 })),
    ],
    groups: [
      {
        rows: [
          ...assets[0]!.causes.map(({ cause }, k) =>
            row(m.names[cause], ({ causes }) => banded(causes[k]!.contribution)),
          ),
          row(m.names.residual, ({ residual }) => banded(residual)),
          row(m.table.total, ({ move }) => cell(strong(w.change(move)))),
        ],
      },
    ],
  });
}
