import { RANKED, TOGETHER } from '../../diagnosis/scan/pair-fall.ts';
import { type Desk, hasValue } from '../desk.ts';
import type { Block, Row, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import { type FigureSpan, type Inline, line } from '../inline.ts';
import { decimal } from '../numbers.ts';
import { cell, column, head, under } from './cells.ts';
import { plain } from './paragraph.ts';
import { table } from './tables.ts';

type Pair = Desk['answer']['pairs']['measured'][number];

/** A probability: three decimals where it is small. */
export function probability({ w }: Desk, figure: Figure): FigureSpan {
  const value = figure.value ?? 0;
  return w.as(figure, decimal(value, { decimals: value < 0.1 ? 3 : 2, lines: [0] }));
}

const SHARE_DECIMALS = 2;

function namesOf(desk: Desk, { a, b }: { a: string; b: string }) {
  return { a: desk.name(a), b: desk.name(b) };
}

/** The fall that is told: the shortest over which both fell by more than 1σ, else the shortest. */
function movesSentence(desk: Desk, pair: Pair): readonly Inline[] {
  const { w, m } = desk;
  const span = pair.spans.find(({ both }) => both) ?? pair.spans[0];
  if (!span) return [];
  return [
    m.pairs.moves({
      ...namesOf(desk, pair),
      sessions: span.sessions,
      changes: [w.change(span.changeA), w.change(span.changeB)],
      sigmas: [w.sigmas(span.zA), w.sigmas(span.zB)],
      correlation: w.ratio(pair.rankCorrelation),
    }),
  ];
}

function stateSentences({ m, w }: Desk, pair: Pair): readonly Inline[] {
  const { lastEpisode: last } = pair;
  return [
    pair.since === null
      ? m.pairs.notFalling()
      : m.pairs.falling({ day: w.count(pair.day), since: w.day(pair.since) }),
    ...(last ? [m.pairs.last({ from: w.day(last.from), to: w.day(last.to) })] : []),
  ];
}

function rateSentence(desk: Desk, { share, shareIndependent, pValue, from }: Pair): readonly Inline[] {
  if (!hasValue(share)) return [];
  const { w } = desk;
  return [
    desk.m.pairs.rate({
      share: w.share(share, SHARE_DECIMALS),
      independent: w.share(shareIndependent, SHARE_DECIMALS),
      p: probability(desk, pValue),
      from: w.day(from),
    }),
  ];
}

function othersSentence(desk: Desk, others: readonly Pair[]): readonly Inline[] {
  if (others.length === 0) return [];
  const falling = others.filter((pair) => pair.falling);
  if (falling.length === 0) return [desk.m.pairs.noOthers(others.length)];
  return [
    desk.m.pairs.others(falling.map((pair) => ({ ...namesOf(desk, pair), day: desk.w.count(pair.day) }))),
  ];
}

function rowOf(desk: Desk, pair: Pair): Row {
  const { w, m } = desk;
  const { lastEpisode: last } = pair;
  return {
    cells: [
      cell(m.pairs.name(namesOf(desk, pair))),
      ...pair.spans.map(({ changeA, changeB, zA, zB }) =>
        under(line`${w.change(changeA)} / ${w.change(changeB)}`, line`${w.z(zA)} / ${w.z(zB)}`),
      ),
      cell(w.ratio(pair.rankCorrelation)),
      cell(...(pair.falling ? m.pairs.day(w.count(pair.day)) : [w.as(pair.day, m.pairs.none)])),
      last ? cell(w.tableDay(last.to)) : cell(),
      under([w.share(pair.share, SHARE_DECIMALS)], [w.share(pair.shareIndependent, SHARE_DECIMALS)]),
      cell(probability(desk, pair.pValue)),
    ],
  };
}

/** All pairs that are measured. */
export function pairTables(desk: Desk): readonly TableBlock[] {
  const { measured } = desk.answer.pairs;
  return measured.length === 0 ? [] : [pairTable(desk, measured)];
}

function pairTable(desk: Desk, pairs: readonly Pair[]): TableBlock {
  const { m } = desk;
  const { columns } = m.pairs;
  return table(desk, {
    id: 'p-1',
    label: m.tableLabel('P-1'),
    title: m.pairs.title,
    measure: m.pairs.measure(RANKED, decimal(TOGETHER, { decimals: 1 })),
    columns: [
      head('pair', columns.pair),
      ...(pairs[0]?.spans ?? []).map(({ sessions }, k) =>
        column(`span-${sessions}`, m.windowLabel(sessions), { phone: k === 0 }),
      ),
      column('correlation', columns.correlation, { phone: true }),
      column('state', columns.state, { phone: true }),
      column('last', columns.last),
      column('share', columns.share),
      column('p', columns.p),
    ],
    groups: [{ rows: pairs.map((pair) => rowOf(desk, pair)) }],
  });
}

/** Pairs that are sold as each other's hedge: the first told in words, and which of the others fall together. */
export function pairParagraphs(desk: Desk): readonly Block[] {
  const { measured, leftOut } = desk.answer.pairs;
  const [first, ...others] = measured;
  const missing =
    leftOut.length > 0 ? [desk.m.pairs.leftOut(leftOut.map((pair) => namesOf(desk, pair)))] : [];
  if (!first) return plain(desk, missing);
  return plain(
    desk,
    movesSentence(desk, first),
    stateSentences(desk, first),
    rateSentence(desk, first),
    othersSentence(desk, others),
    missing,
  );
}

/** Pairs in a joint fall, one line each. */
export function fallingPairLines(desk: Desk): readonly Inline[] {
  return desk.answer.pairs.measured.flatMap((pair) =>
    pair.since === null
      ? []
      : [
          desk.m.pairs.line({
            ...namesOf(desk, pair),
            day: desk.w.count(pair.day),
            since: desk.w.day(pair.since),
          }),
        ],
  );
}
