import { hasValue } from '../../desk.ts';
import { printedParts } from '../../explain/driver-split.ts';
import type { ExplainDesk, PartAnswer } from '../../explain/story.ts';
import type { Figure } from '../../figure.ts';
import { type Inline, strong } from '../../inline.ts';
import { DRIVER_SPLIT } from '../../messages/explain/driver-split.ts';
import { sentCell } from '../sending.ts';
import type { SentBlock, SentCell, SentTable } from '../sent.ts';
import { DRIVERS } from './drivers-words.ts';
import type { Finding, Front } from './layout.ts';
import { barOf, blocksOf, panel, panelOf, sentences } from './pieces.ts';

type SplitAsset = PartAnswer<'drivers', 'driverSplit'>['assets'][number];
type SentRow = SentTable['groups'][number]['rows'][number];

export function driversFront(desk: ExplainDesk): Front | undefined {
  const first = desk.answer.drivers?.parts.driverSplit?.assets.find(({ explained }) => hasValue(explained));
  if (!first) return undefined;
  return {
    finding: findingOf(desk, first),
    proof: [
      {
        kind: 'columns',
        split: '8-4',
        columns: [
          blocksOf(desk, 'driver-split', ['waterfall']).map((shown) => panelOf(desk, shown)),
          [sharesPanel(desk, first)],
        ],
      },
      ...firstOrder(desk, first.asset),
    ],
    shown: ['waterfall'],
  };
}

/** The order of the first asset alone; those of the others stand with the part. */
function firstOrder(desk: ExplainDesk, asset: string): readonly SentBlock[] {
  const [whole] = blocksOf(desk, 'causal-order', ['causal-order']);
  if (whole?.kind !== 'table') return [];
  const rows = whole.groups.find(({ title }) => title === desk.name(asset))?.rows;
  if (!rows) return [];
  const title = [DRIVERS[desk.language].first(desk.name(asset))];
  return [panelOf(desk, { ...whole, id: 'page-order', title, groups: [{ rows }] })];
}

function findingOf(desk: ExplainDesk, one: SplitAsset): Finding {
  const m = DRIVERS[desk.language];
  const { w } = desk;
  const printed = printedParts(desk, one);
  const { drivers } = DRIVER_SPLIT[desk.language];
  const [largest] = one.drivers
    .filter(({ contribution }) => hasValue(contribution))
    .sort((a, b) => (b.share.value ?? 0) - (a.share.value ?? 0));
  return {
    answer: m.answer({
      name: desk.name(one.asset),
      move: w.size(one.move).text,
      rose: (one.move.value ?? 0) > 0,
      sessions: one.move.window?.n ?? 0,
      explained: printed.get('explained') ?? '',
      residual: printed.get('residual') ?? '',
    }),
    lead: sentences(
      desk,
      ...(largest
        ? [
            m.largest({
              driver: drivers[largest.driver],
              part: w.change(largest.contribution),
              range: w.range(largest.contribution),
            }),
          ]
        : []),
      ...orderLines(desk, one.asset),
      ...(hasValue(one.outOfSample)
        ? [m.record({ explained: w.share(one.outOfSample), proven: one.outOfSample.value > 0 })]
        : []),
    ),
  };
}

function orderLines(desk: ExplainDesk, asset: string): readonly Inline[] {
  const found = desk.answer.drivers?.parts.causalOrder?.assets.find((one) => one.asset === asset);
  if (!found?.effect || found.rows.length === 0) return [];
  const { drivers } = DRIVER_SPLIT[desk.language];
  const passed = found.rows.filter(({ asCause }) => asCause).map(({ driver }) => drivers[driver]);
  return [DRIVERS[desk.language].order({ passed, tested: found.rows.length })];
}

/** A bar that says how much and takes no side: what is left over, and the whole. */
function plainBar(cell: SentCell): SentCell {
  return cell.bar ? { ...cell, bar: { ...cell.bar, tone: 'flat' } } : cell;
}

/** The parts of one move, the largest first, what is left over last, and the whole. */
function sharesPanel(desk: ExplainDesk, one: SplitAsset): SentBlock {
  const { shares: m } = DRIVERS[desk.language];
  const { drivers } = DRIVER_SPLIT[desk.language];
  const { w } = desk;
  const printed = printedParts(desk, one);
  const told = [...one.drivers]
    .filter(({ contribution }) => hasValue(contribution))
    .sort((a, b) => (b.share.value ?? 0) - (a.share.value ?? 0));
  const all = [...told.map(({ contribution }) => contribution), one.residual.value, one.move];
  const row = (name: string, part: Figure, share: Figure, text: string | undefined): SentRow => ({
    cells: [
      { text: [name] },
      {
        ...sentCell(desk, { text: [text === undefined ? w.change(part) : w.as(part, text)] }),
        ...barOf(part, all),
      },
      sentCell(desk, { text: [w.share(share)] }),
    ],
  });
  const left = row(m.residual, one.residual.value, one.residual.share, printed.get('residual'));
  const grey = left.cells.map(plainBar);
  const whole = plainBar({
    ...sentCell(desk, { text: [strong(w.change(one.move))] }),
    ...barOf(one.move, all),
  });
  return panel(desk, 'shares', { title: m.title(desk.name(one.asset)), measure: m.measure }, [
    {
      kind: 'table',
      id: 'page-shares',
      label: '',
      title: [],
      columns: [
        { key: 'driver', title: m.driver, align: 'start', phone: true },
        { key: 'part', title: m.part, align: 'end', phone: true, look: 'bar' },
        { key: 'share', title: m.share, align: 'end', phone: true },
      ],
      groups: [
        {
          rows: [
            ...told.map(({ driver, contribution, share }) =>
              row(drivers[driver], contribution, share, printed.get(driver)),
            ),
            { cells: grey },
            { cells: [{ text: [m.total] }, whole, { text: [] }] },
          ],
        },
      ],
      notes: [],
    },
  ]);
}
