import { networkChart } from '../../charts/network.ts';
import { drawnShares, shareTable, shareTableHeight } from '../../charts/share-table.ts';
import { block, frame, NARROW, WIDE } from '../../compose/charts.ts';
import { hasValue } from '../../desk.ts';
import type { ChartBlock } from '../../document.ts';
import type { ExplainDesk, PartAnswer } from '../../explain/story.ts';
import type { Figure } from '../../figure.ts';
import type { FigureSpan } from '../../inline.ts';
import { percent } from '../../numbers.ts';
import { sentCell } from '../sending.ts';
import type { SentBlock } from '../sent.ts';
import type { Finding, Front } from './layout.ts';
import { NETWORK } from './network-words.ts';
import { barOf, blocksOf, panel, panelOf, sentences } from './pieces.ts';

type Spillovers = PartAnswer<'network', 'spillovers'>;
type Member = Spillovers['members'][number];

/** Markets that a circle holds without its lines becoming a knot. */
const MOST_NODES = 12;

export function networkFront(desk: ExplainDesk): Front | undefined {
  const part = desk.answer.network?.parts.spillovers;
  const told = part?.members.filter(({ net }) => hasValue(net)) ?? [];
  const [sender, receiver] = [told[0], told.at(-1)];
  if (!part || !hasValue(part.total) || !sender || !receiver || told.length < 2) return undefined;
  return {
    finding: findingOf(desk, part, { sender, receiver, markets: told.length }),
    proof: [
      { kind: 'columns', split: '8-4', columns: [[tablePanel(desk, part)], [netPanel(desk, told)]] },
      {
        kind: 'columns',
        split: '7-5',
        columns: [
          [panelOf(desk, graph(desk, part, told))],
          blocksOf(desk, 'spillovers', ['spillover-history']).map((shown) => panelOf(desk, shown)),
        ],
      },
    ],
    shown: ['spillover-history', 'spillovers'],
  };
}

interface Ends {
  readonly sender: Member;
  readonly receiver: Member;
  readonly markets: number;
}

function findingOf(desk: ExplainDesk, part: Spillovers, { sender, receiver, markets }: Ends): Finding {
  const m = NETWORK[desk.language];
  const { w } = desk;
  const [sends, receives] = [desk.name(sender.series), desk.name(receiver.series)];
  return {
    answer: m.answer({ sender: sends, receiver: receives, total: w.share(part.total).text, markets }),
    lead: sentences(
      desk,
      m.total({
        total: w.share(part.total),
        range: rangeOf(desk, part.total),
        ...(hasValue(part.totalBefore) ? { before: w.share(part.totalBefore) } : {}),
      }),
      m.pair({
        sender: sends,
        sent: signed(desk, sender.net),
        receiver: receives,
        received: signed(desk, receiver.net),
      }),
      [m.meaning],
    ),
  };
}

/** To send is neither a rise nor a fall: no colour of direction. */
function signed({ w }: ExplainDesk, net: Figure): FigureSpan {
  return hasValue(net) ? w.as(net, w.change(net, 0).text) : w.change(net);
}

function rangeOf({ m }: ExplainDesk, { band }: Figure): string {
  const text = (value: number) => percent(value, { decimals: 0 });
  return band ? m.range(text(band.low), text(band.high)) : '';
}

const ROW = 30;

function tablePanel(desk: ExplainDesk, { table, total }: Spillovers): SentBlock {
  const { table: m } = NETWORK[desk.language];
  const drawn = { names: table.series.map((id) => desk.name(id)), shares: table.shares };
  const shown = {
    id: 'share-table',
    number: desk.nextChart(),
    title: m.title({ total: desk.w.share(total) }),
    measure: m.measure,
  };
  const picture = (part: 'wide' | 'narrow', width: number, labels: number) => ({
    width: part,
    svg: shareTable(
      frame(desk, shown, { width, height: shareTableHeight(drawn.names.length, ROW), part }),
      drawn,
      labels,
    ),
  });
  return panelOf(
    desk,
    block(desk, shown, {
      layout: 'one',
      draw: () => [picture('wide', WIDE, 176), picture('narrow', NARROW, 92)],
      drawn: drawnShares(NETWORK[desk.language].net.market, drawn),
    }),
  );
}

function netPanel(desk: ExplainDesk, told: readonly Member[]): SentBlock {
  const { net: m } = NETWORK[desk.language];
  const all = told.map(({ net }) => net);
  return panel(desk, 'net', m, [
    {
      kind: 'table',
      id: 'page-net',
      label: '',
      title: [],
      columns: [
        { key: 'market', title: m.market, align: 'start', phone: true, sort: 'text' },
        { key: 'net', title: m.net, align: 'end', phone: true, look: 'bar' },
        { key: 'before', title: m.before, align: 'end', phone: true, sort: 'number' },
      ],
      groups: [
        {
          rows: told.map(({ series, net, netBefore }) => ({
            cells: [
              { text: [desk.name(series)] },
              { ...sentCell(desk, { text: [signed(desk, net)] }), ...neutral(barOf(net, all)) },
              sentCell(desk, { text: [signed(desk, netBefore)], faint: true }),
            ],
          })),
        },
      ],
      notes: [],
    },
  ]);
}

function neutral({ bar }: ReturnType<typeof barOf>): ReturnType<typeof barOf> {
  return bar ? { bar: { ...bar, tone: 'flat' } } : {};
}

function graph(desk: ExplainDesk, { edges }: Spillovers, told: readonly Member[]): ChartBlock {
  const { graph: m } = NETWORK[desk.language];
  const nodes = [...told]
    .sort((a, b) => Math.abs(b.net.value ?? 0) - Math.abs(a.net.value ?? 0))
    .slice(0, MOST_NODES)
    .sort((a, b) => a.assetClass.localeCompare(b.assetClass, 'en') || (a.series < b.series ? -1 : 1));
  const rowOf = new Map(nodes.map(({ series }, k) => [series, k]));
  const shown = {
    id: 'spillover-graph',
    number: desk.nextChart(),
    title: [m.title],
    measure: m.measure(nodes.length),
  };
  const drawn = {
    nodes: nodes.map(({ series, net }) => ({ name: desk.fullName(series), net: net.value })),
    edges: edges.flatMap(({ from, to, net }) => {
      const [a, b] = [rowOf.get(from), rowOf.get(to)];
      return a === undefined || b === undefined ? [] : [{ from: a, to: b, weight: net.value ?? 0 }];
    }),
  };
  const picture = (part: 'wide' | 'narrow', width: number) => ({
    width: part,
    svg: networkChart(frame(desk, shown, { width, height: part === 'wide' ? 420 : 300, part }), drawn),
  });
  const [pairs] = blocksOf(desk, 'spillovers', ['spillovers']);
  return block(desk, shown, {
    layout: 'one',
    draw: () => [picture('wide', WIDE), picture('narrow', NARROW)],
    ...(pairs?.kind === 'chart' && pairs.table ? { table: pairs.table } : {}),
  });
}
