import { networkChart } from '../charts/network.ts';
import { cell, column, head, under } from '../compose/cells.ts';
import { block, frame, NARROW, WIDE } from '../compose/charts.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Block, ChartBlock, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { Inline } from '../inline.ts';
import { SPILLOVERS } from '../messages/explain/spillovers.ts';
import { decimal, percent } from '../numbers.ts';
import { linesChart } from './flow-charts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Spillovers = PartAnswer<'network', 'spillovers'>;
type Member = Spillovers['members'][number];

/** Markets that a sentence names on each side. */
const NAMED = 3;

export const tellSpillovers: Teller<Spillovers> = (desk, part) => {
  const { date, total } = part;
  if (!date || !hasValue(total)) return { headline: [], blocks: [] };
  const headline = [...totalLines(desk, part), ...senderLines(desk, part)];
  const blocks: readonly Block[] = [
    ...plain(
      desk,
      headline,
      technologyLines(desk, part),
      structureLines(desk, part),
      methodLines(desk, part),
    ),
    networkBlock(desk, part, date),
    memberTable(desk, part),
    historyBlock(desk, part),
  ];
  return { headline, blocks };
};

/** The band as percents without sign; empty when there is none. */
function shares(desk: ExplainDesk, { band }: Figure): string {
  if (!band) return '';
  const text = (value: number) => percent(value, { decimals: 0 });
  return desk.m.range(text(band.low), text(band.high));
}

function totalLines(desk: ExplainDesk, part: Spillovers): readonly Inline[] {
  const { w } = desk;
  const m = SPILLOVERS[desk.language];
  const { total, percentile, totalBefore, members } = part;
  return [
    m.total({
      markets: members.length,
      total: w.share(total),
      range: shares(desk, total),
      level: percent(total.band?.level ?? 0, { decimals: 0 }),
    }),
    ...(hasValue(percentile)
      ? [
          m.rank({
            percentile: w.percentile(percentile),
            ...(hasValue(totalBefore) ? { before: w.share(totalBefore) } : {}),
          }),
        ]
      : []),
  ];
}

function senderLines(desk: ExplainDesk, { members, yearBefore }: Spillovers): readonly Inline[] {
  const m = SPILLOVERS[desk.language];
  const { w } = desk;
  const told = members.filter(({ net }) => hasValue(net));
  const sent = told.filter(({ net }) => net.value! > 0).slice(0, NAMED);
  const received = told.filter(({ net }) => net.value! < 0).slice(-NAMED);
  const one = ({ series, net }: Member) => m.one(desk.name(series), w.change(net, 0));
  const [first] = [...members]
    .filter(({ netBefore }) => hasValue(netBefore))
    .sort((a, b) => b.netBefore.value! - a.netBefore.value!);
  return [
    ...(sent.length > 0 && received.length > 0
      ? [m.senders({ senders: sent.map(one), receivers: received.reverse().map(one) })]
      : []),
    ...(first && yearBefore
      ? [
          m.yearAgo({
            day: w.day(yearBefore),
            name: desk.name(first.series),
            net: w.change(first.netBefore, 0),
            same: first.series === told[0]?.series,
          }),
        ]
      : []),
  ];
}

function technologyLines(desk: ExplainDesk, { technology }: Spillovers): readonly Inline[] {
  const { w } = desk;
  const m = SPILLOVERS[desk.language];
  const senders = [...new Set(technology.map(({ from }) => from))];
  return senders.flatMap((sender) => {
    const of = (to: string) => technology.find((one) => one.from === sender && one.to === to)?.share;
    const [btc, miners, gold] = ['btc-usd', 'gdx', 'gld'].map(of);
    if (!hasValue(btc) || !hasValue(miners) || !hasValue(gold)) return [];
    return [
      m.technology({
        sender: desk.name(sender),
        share: w.share(btc),
        range: shares(desk, btc),
        gold: w.share(gold),
        miners: w.share(miners),
      }),
    ];
  });
}

function structureLines(desk: ExplainDesk, part: Spillovers): readonly Inline[] {
  const { w } = desk;
  const { frequency } = part;
  const m = SPILLOVERS[desk.language];
  const [week, month, longer] = frequency.map(({ share }) => share);
  return [
    ...(hasValue(week) && hasValue(month) && hasValue(longer)
      ? [m.frequency({ week: w.share(week), month: w.share(month), longer: w.share(longer) })]
      : []),
    ...channelLines(desk, part),
  ];
}

function channelLines(desk: ExplainDesk, { channels, channelRest, led }: Spillovers): readonly Inline[] {
  const { w } = desk;
  const m = SPILLOVERS[desk.language];
  const told = channels.filter(({ share }) => hasValue(share));
  if (told.length === 0) return [];
  const parts = told.map(({ channel, share }) =>
    m.channelOne(m.channelNames[channel], w.share(share), signedRange(desk, share)),
  );
  return [
    m.split(parts, w.share(channelRest)),
    ...(hasValue(led.p) ? [m.led({ chance: w.share(led.byChance), above: led.p.value <= 0.05 })] : []),
    [m.channels],
  ];
}

function methodLines(desk: ExplainDesk, part: Spillovers): readonly Inline[] {
  const m = SPILLOVERS[desk.language];
  const names = (ids: readonly string[]) => ids.map((id) => desk.name(id));
  return [
    m.closes({
      hours: decimal(part.asynchronyHours, { decimals: 1 }),
      utcDays: names(part.utcDays).join(desk.language === 'en' ? ', ' : '、'),
    }),
    ...(part.leftOut.length > 0 ? [m.leftOut(names(part.leftOut))] : []),
    [m.meaning],
  ];
}

function networkBlock(desk: ExplainDesk, part: Spillovers, date: string): ChartBlock {
  const m = SPILLOVERS[desk.language].chart;
  const nodes = [...part.members].sort(
    (a, b) => a.assetClass.localeCompare(b.assetClass, 'en') || (a.series < b.series ? -1 : 1),
  );
  const rowOf = new Map(nodes.map(({ series }, k) => [series, k]));
  const shown = {
    id: 'spillovers',
    number: desk.nextChart(),
    title: m.title({ day: desk.w.day(date), total: desk.w.share(part.total) }),
    measure: m.measure,
  };
  const picture = (size: 'wide' | 'narrow', width: number) => ({
    width: size,
    svg: networkChart(frame(desk, shown, { width, height: size === 'wide' ? 420 : 300, part: size }), {
      nodes: nodes.map(({ series, net }) => ({ name: desk.fullName(series), net: net.value })),
      edges: part.edges.map(({ from, to, net }) => ({
        from: rowOf.get(from)!,
        to: rowOf.get(to)!,
        weight: net.value ?? 0,
      })),
    }),
  });
  return block(desk, shown, {
    layout: 'one',
    draw: () => [picture('wide', WIDE), picture('narrow', NARROW)],
    table: pairTable(desk, part),
  });
}

function pairTable(desk: ExplainDesk, { edges }: Spillovers): TableBlock {
  const m = SPILLOVERS[desk.language].pairs;
  return table(desk, {
    id: 'spillover-pairs',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [head('from', m.from), { ...head('to', m.to) }, column('net', m.net, { phone: true })],
    groups: [
      {
        rows: edges.map(({ from, to, net }) => ({
          cells: [cell(desk.name(from)), cell(desk.name(to)), cell(desk.w.share(net, 1))],
        })),
      },
    ],
  });
}

function memberTable(desk: ExplainDesk, { members }: Spillovers): TableBlock {
  const { w } = desk;
  const m = SPILLOVERS[desk.language].table;
  const banded = (figure: Figure) => {
    const range = figure.band && hasValue(figure) ? signedRange(desk, figure) : '';
    return range === '' ? cell(w.change(figure, 0)) : under([w.change(figure, 0)], range);
  };
  return table(desk, {
    id: 'spillover-members',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('market', m.market),
      column('net', m.net, { phone: true }),
      column('to', m.to),
      column('from', m.from),
      column('before', m.before, { phone: true }),
    ],
    groups: [
      {
        rows: members.map(({ series, net, to, from, netBefore }) => ({
          cells: [
            cell(desk.name(series)),
            banded(net),
            cell(w.share(to)),
            cell(w.share(from)),
            banded(netBefore),
          ],
        })),
      },
    ],
  });
}

function signedRange(desk: ExplainDesk, { band }: Figure): string {
  const text = (value: number) => percent(value, { decimals: 0, signed: true, lines: [0] });
  return band ? desk.m.range(text(band.low), text(band.high)) : '';
}

function historyBlock(desk: ExplainDesk, { history, date }: Spillovers): ChartBlock {
  const m = SPILLOVERS[desk.language].history;
  return linesChart(
    desk,
    { id: 'spillover-history', title: [m.title(desk.w.day(date!))], measure: m.measure },
    {
      dates: history.dates,
      lines: [{ name: '', values: history.total }],
      format: (value) => percent(value, { decimals: 0 }),
    },
  );
}
