import { entryOf } from '../../../data/series/index.ts';
import type { ScanInstrument } from '../../../diagnosis/scan/answer.ts';
import { spark } from '../../charts/spark.ts';
import { cell, column, EMPTY, head, optional } from '../../compose/cells.ts';
import { placeOf } from '../../compose/facts.ts';
import { byClass } from '../../compose/table-one.ts';
import { table } from '../../compose/tables.ts';
import { instantInWords, shortDay } from '../../dates.ts';
import { type Desk, hasValue, isPrice, quotedAs } from '../../desk.ts';
import type { Cell } from '../../document.ts';
import { line } from '../../inline.ts';
import { dressed } from '../dressed.ts';
import { barsOf, sinceCell } from '../instruments.ts';
import { sentTable } from '../sending.ts';
import type { SentBlock } from '../sent.ts';
import { SCAN_WORDS } from './words.ts';

/** Every instrument by class: where it closed, how much it moved, and how rare that is. */
export function crossAssetPanel(desk: Desk): SentBlock {
  const words = SCAN_WORDS[desk.language].table;
  const { labels } = desk.m;
  const shown: ScanInstrument[] = [];
  const groups = byClass(desk, (one) => {
    shown.push(one);
    return { cells: cellsOf(desk, one) };
  });
  const sent = sentTable(
    desk,
    table(desk, {
      id: 'cross-asset',
      label: words.title,
      title: '',
      columns: [
        head('name', words.name),
        { ...column('place', words.place), align: 'start' },
        column('close', labels.close),
        column('day', words.day, { phone: true }),
        column('low', words.low),
        column('week', labels.week),
        column('month', labels.month),
        column('year', labels.year),
        column('peak', words.peak),
        column('high', words.peakHigh),
        column('z', labels.z, { phone: true }),
        column('rank', words.rank),
        column('since', labels.largestSince, { phone: true }),
        column('volatility', labels.volatility),
        column('streak', labels.streak),
        column('spark', words.spark),
      ],
      groups,
    }),
  );
  const bars = barsOf(shown.map(({ change }) => (change.day.unit === 'fraction' ? change.day.value : null)));
  const extra = { column: { extra: true } } as const;
  return {
    kind: 'panel',
    id: 'cross-asset-panel',
    title: [words.title],
    measure: [words.measure(instantInWords(desk.answer.asOf))],
    blocks: [
      {
        ...dressed(sent, {
          day: { column: { look: 'bar' }, cell: (row) => (bars[row] ? { bar: bars[row] } : {}) },
          month: extra,
          high: extra,
          volatility: extra,
          streak: extra,
          spark: { column: { look: 'spark' }, cell: (row) => ({ spark: spark(shown[row]!.spark) }) },
        }),
        title: [],
        notes: [[words.note], ...sent.notes],
        file: `tidemark-scan-${desk.session}.csv`,
      },
    ],
  };
}

function cellsOf(desk: Desk, one: ScanInstrument): readonly Cell[] {
  const { w } = desk;
  const { change, drawdown, record, volatility, streak } = one;
  const isRanked = hasValue(record.rank) && hasValue(record.of);
  return [
    cell(desk.name(one.id)),
    { text: [placeText(desk, one)], faint: true },
    cell(w.level(one.close)),
    cell(w.change(change.day)),
    optional(one.lowVsPrevious, w.change),
    cell(w.change(change.week)),
    cell(w.change(change.month)),
    cell(w.change(change.year)),
    isPrice(one) ? cell(w.drawdown(drawdown.fromClose)) : EMPTY,
    isPrice(one) ? optional(drawdown.fromHigh, w.drawdown) : EMPTY,
    cell(w.z(one.z)),
    isRanked
      ? { text: line`${w.count(record.rank)} / ${w.count(record.of)}`, faint: true }
      : cell(w.count(record.rank)),
    sinceCell(desk, one),
    cell(w.annual(volatility.annual, quotedAs(one), 1)),
    cell(w.count(streak.sessions)),
    EMPTY,
  ];
}

/** Venue, or the city of the index, and hour of the close; its day too where that is not the session of the others. */
function placeText(desk: Desk, one: ScanInstrument): string {
  const calendar = entryOf(one.id)?.calendar;
  const place = placeOf(desk, one) ?? (calendar && desk.m.calendars[calendar]);
  const day = one.date === desk.session ? [] : [shortDay(one.date, desk.language)];
  const at = [...day, one.closedAt.slice(11, 16)].join(' ');
  return [...(place ? [place] : []), at].join(' · ');
}
