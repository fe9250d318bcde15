import type { ChannelRow } from '../../diagnosis/explain/drivers/channels.ts';
import { cell, column, head, under } from '../compose/cells.ts';
import { paragraph, plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Cell, Row, TableBlock } from '../document.ts';
import type { FigureSpan, Inline } from '../inline.ts';
import { CHANNELS_WORDS } from '../messages/explain/channels.ts';
import { money, percent } from '../numbers.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Channels = PartAnswer<'drivers', 'channels'>;

/** From this percentile a move is called large. */
const LARGE = 0.9;

export const tellChannels: Teller<Channels> = (desk, { channels }) => {
  const told = channels.filter(({ size }) => hasValue(size));
  if (told.length === 0) return { headline: [], blocks: [] };
  const lines = told.map((one) => channelLines(desk, one));
  const largest = told.reduce((best, one) => ((one.rank.value ?? 0) > (best.rank.value ?? 0) ? one : best));
  return {
    headline: lines[told.indexOf(largest)]!.slice(0, 2),
    blocks: [
      ...lines.map(([key, ...rest]) => paragraph(desk, key!, rest)),
      channelTable(desk, channels),
      ...plain(desk, [CHANNELS_WORDS[desk.language].meaning]),
    ],
  };
};

function channelLines(
  desk: ExplainDesk,
  { channel, size, rank, from, to, responses }: ChannelRow,
): readonly Inline[] {
  const m = CHANNELS_WORDS[desk.language];
  const { w } = desk;
  const names = (chosen: ChannelRow['responses']) => chosen.map(({ asset }) => desk.name(asset));
  const agreed = responses.filter(({ agrees }) => agrees === true);
  const against = responses.filter(({ agrees }) => agrees === false);
  return [
    m.moved[channel]({
      size: sizeSpan(desk, size, false),
      rose: (size.value ?? 0) > 0,
      from: w.day(from!),
      to: w.day(to!),
    }),
    ...(hasValue(rank) ? [m.rank({ rank: w.percentile(rank), large: rank.value >= LARGE })] : []),
    ...(agreed.length + against.length > 0
      ? [
          m.answered({
            agreed: names(agreed),
            against: names(against),
            proven: names(agreed.filter(({ proven }) => proven)),
          }),
        ]
      : []),
  ];
}

/** Dollars for liquidity, basis points for the term premium, percent for the dollar. */
function sizeSpan({ language, w }: ExplainDesk, size: ChannelRow['size'], signed: boolean): FigureSpan {
  if (size.unit !== 'usd') return signed ? w.change(size) : w.size(size);
  return signed
    ? w.money(size)
    : w.as(size, size.value === null ? '' : money(Math.abs(size.value), language));
}

function channelTable(desk: ExplainDesk, channels: Channels['channels']): TableBlock {
  const { table: m, names, mechanism } = CHANNELS_WORDS[desk.language];
  const start = (key: string, title: string) => ({ ...column(key, title), align: 'start' as const });
  return table(desk, {
    id: 't-a',
    label: desk.m.tableLabel('T-A'),
    title: m.title,
    measure: m.measure,
    columns: [
      head('asset', m.asset),
      start('mechanism', m.mechanism),
      column('size', m.size),
      column('response', m.response, { phone: true }),
      start('sign', m.sign),
      column('record', m.record, { phone: true }),
    ],
    groups: channels.map((one) => ({
      title: names[one.channel],
      rows: one.responses.map((response, index) => ({
        cells: [
          cell(desk.name(response.asset)),
          index === 0 ? cell(mechanism[one.channel]) : cell(),
          index === 0 ? cell(sizeSpan(desk, one.size, true)) : cell(),
          ...responseCells(desk, response),
        ],
      })),
    })),
  });
}

function responseCells(
  desk: ExplainDesk,
  { move, agrees, record }: ChannelRow['responses'][number],
): Row['cells'] {
  const { table: m } = CHANNELS_WORDS[desk.language];
  const sign: Cell = agrees === null ? cell() : cell(agrees ? m.agrees : m.against);
  return [cell(desk.w.change(move)), sign, recordCell(desk, record)];
}

function recordCell(desk: ExplainDesk, record: ChannelRow['size']): Cell {
  const { band } = record;
  const share = desk.w.share(record);
  if (!band || record.value === null) return cell(share);
  const text = (value: number) => percent(value, { decimals: 0 });
  return under([share], desk.m.range(text(band.low), text(band.high)));
}
