import { scoreHistogram } from '../../charts/score-histogram.ts';
import { frame, NARROW, scoreTable } from '../../compose/charts.ts';
import { afterwardsSentence } from '../../compose/front.ts';
import { nearestTable } from '../../compose/tables.ts';
import { yearOf } from '../../dates.ts';
import { type Desk, hasValue } from '../../desk.ts';
import { joined } from '../../inline.ts';
import { narrowed } from '../dressed.ts';
import { sentInline, sentTable } from '../sending.ts';
import type { SentBlock } from '../sent.ts';
import { VERDICT_WORDS } from './words.ts';

const NEAREST = 4;
const AFTER = ['sp500', 'btc-usd'];

/** The joint-fall score with its rank, its place among all sessions, its base rate, and what followed days like this one. */
export function scorePanel(desk: Desk): SentBlock {
  const words = VERDICT_WORDS[desk.language].score;
  const { joint } = desk.answer;
  const { score, rank, of, percentile, since, perYear, perYearIndependent } = joint;
  const isRanked = hasValue(rank) && hasValue(of) && hasValue(percentile);
  const rate = hasValue(perYear) ? [words.rate(desk.w.rate(perYear), desk.w.rate(perYearIndependent))] : [];
  return {
    kind: 'panel',
    id: 'joint-fall',
    title: [words.title],
    blocks: [
      {
        kind: 'score',
        value: sentInline(desk, [desk.w.score(score)]),
        of: hasValue(score) ? words.of : '',
        notes: isRanked
          ? [
              sentInline(desk, [{ kind: 'strong', of: words.rank(desk.w.count(rank), desk.w.count(of)) }]),
              sentInline(desk, words.above(desk.w.share(percentile, 1), yearOf(since))),
            ]
          : [[desk.m.why(score.why ?? rank.why ?? '')]],
      },
      histogram(desk),
      {
        kind: 'paragraph',
        text: sentInline(desk, joined([...rate, ...afterwardsSentence(desk)], desk.m.gap)),
        look: 'small',
      },
      ...nearest(desk),
    ],
  };
}

const HEIGHT = 104;

function histogram(desk: Desk): SentBlock {
  const words = VERDICT_WORDS[desk.language].score;
  const { score, histogram: counts, since } = desk.answer.joint;
  const shown = {
    id: 'score',
    number: 0,
    title: [hasValue(score) ? words.chart : words.none],
    measure: words.chartMeasure(yearOf(since)),
  };
  const picture = (part: 'wide' | 'narrow', width: number) => ({
    width: part,
    svg: scoreHistogram(
      frame(desk, shown, { width, height: HEIGHT, part }),
      counts,
      score.value,
      desk.m.labels.today,
    ),
  });
  return {
    kind: 'chart',
    id: shown.id,
    title: shown.title,
    measure: [shown.measure],
    layout: 'one',
    bare: true,
    pictures: [picture('wide', 380), picture('narrow', NARROW)],
    table: { ...sentTable(desk, scoreTable(desk)), title: [] },
  };
}

function nearest(desk: Desk): readonly SentBlock[] {
  if (desk.answer.analogues.days.length === 0) return [];
  const words = VERDICT_WORDS[desk.language].score;
  const keys = ['date', 'distance', ...AFTER];
  const { columns, ...table } = narrowed(sentTable(desk, nearestTable(desk)), keys, NEAREST);
  const titles: Readonly<Record<string, string>> = Object.fromEntries([
    ['date', words.nearest],
    ...AFTER.map((id) => [id, words.after(desk.name(id))]),
  ]);
  return [
    {
      ...table,
      id: 'nearest',
      label: words.nearest,
      title: [],
      columns: columns.map(({ sort: _, ...column }) => ({
        ...column,
        title: titles[column.key] ?? column.title,
        phone: true,
      })),
      notes: [],
    },
  ].map(({ measure: _, ...rest }) => rest);
}
