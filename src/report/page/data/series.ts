import type { ExportRow } from '../../../data/export/rows.ts';
import type { Language, SeriesEntry } from '../../../data/series/entry.ts';
import { timeLines } from '../../charts/time-lines.ts';
import { frame, NARROW } from '../../compose/charts.ts';
import { dayInTable, dayInWords, instantInWords } from '../../dates.ts';
import { wordingFor } from '../../desk.ts';
import { drawnOverTime } from '../../drawn.ts';
import { count, level, percent } from '../../numbers.ts';
import { drawnTable } from '../drawn-table.ts';
import { dataHead } from '../head.ts';
import type { Page, PageAnswers } from '../page.ts';
import type { SentBlock, SentChart, SentSpan } from '../sent.ts';
import { DATA_WORDS } from './words.ts';

const HEAD = {
  id: 'series',
  question: {
    'zh-Hans': '这条序列是什么，此刻知道多少？',
    'zh-Hant': '這條序列是什麼，此刻知道多少？',
    en: 'What is this series, and how much of it is known?',
  },
};

const LAST = 40;
const WIDE = 1180;
const HEIGHT = 280;
const MOST_POINTS = 1500;

/** The page of one series: its line, what it is, who gives it, and its last values as they were known. */
export const seriesPage: Page = {
  ...HEAD,
  path: '/data/:id',
  key: '',
  title: { 'zh-Hans': '序列', 'zh-Hant': '序列', en: 'Series' },
  needs: { data: 'series' },
  compose({ series, seen }, language) {
    const words = DATA_WORDS[language];
    const { entry, rows } = series!;
    const last = rows.at(-1);
    return {
      ...dataHead(seen!, language, HEAD),
      answer: words.series.answer(
        entry.title[language],
        last && dayInWords(last.date, language),
        last ? instantInWords(last.knownAt) : '',
      ),
      ...(entry.note ? { lead: [entry.note[language]] } : {}),
      blocks: [
        ...chart(series!, language, seen!.simulated),
        { kind: 'columns', split: '6-6', columns: [[facts(entry, language)], [sources(entry, language)]] },
        ...values(rows, language),
        {
          kind: 'paragraph',
          text: [{ kind: 'link', to: '/data', text: `◂ ${words.series.back}` }],
          look: 'small',
        },
      ],
    };
  },
  slots: {},
};

/** A yield or share as percent, anything else as a number. */
function shownValue(unit: string): (value: number) => string {
  if (unit.startsWith('fraction')) return (value) => percent(value, { decimals: 2 });
  return (value) => (value === 0 ? '0' : level(value));
}

/** Every n-th value of a long series, its last one among them: more than a picture has room for. */
function thinned(rows: readonly ExportRow[]): readonly ExportRow[] {
  const step = Math.ceil(rows.length / MOST_POINTS);
  return rows.filter((_, k) => (rows.length - 1 - k) % step === 0);
}

function chart(
  { entry, rows }: NonNullable<PageAnswers['series']>,
  language: Language,
  simulated: boolean,
): readonly SentChart[] {
  if (rows.length < 2) return [];
  const words = DATA_WORDS[language].series;
  const desk = wordingFor(language, simulated);
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const title = words.chart(dayInWords(first.date, language), dayInWords(last.date, language));
  const shown = {
    id: 'series',
    number: 1,
    title: [title],
    measure: `${entry.title[language]}, ${entry.unit}`,
  };
  const points = thinned(rows);
  const lines = {
    dates: points.map(({ time }) => time),
    lines: [{ name: '', values: points.map(({ value }) => value) }],
    format: shownValue(entry.unit),
  };
  const picture = (width: number, part: 'wide' | 'narrow') => ({
    width: part,
    svg: timeLines(frame(desk, shown, { width, height: HEIGHT, part }), lines),
  });
  return [
    {
      kind: 'chart',
      id: 'series',
      title: [title],
      measure: [`${entry.unit}; ${words.axis}`],
      layout: 'one',
      pictures: [picture(WIDE, 'wide'), picture(NARROW, 'narrow')],
      table: drawnTable(language, 'series', drawnOverTime(lines)),
    },
  ];
}

function facts(entry: SeriesEntry, language: Language): SentBlock {
  const { what, facts: names, isRevised } = DATA_WORDS[language].series;
  const desk = wordingFor(language, false);
  const told: readonly (readonly [string, SentSpan])[] = [
    [names.id, { kind: 'code', text: entry.id }],
    [names.class, desk.m.classes[entry.assetClass]],
    [names.unit, { kind: 'code', text: entry.unit }],
    [names.frequency, entry.frequency],
    ...(entry.venue ? [[names.venue, entry.venue] as const] : []),
    [names.revised, isRevised(entry.revised)],
  ];
  return {
    kind: 'panel',
    id: 'what',
    title: [what],
    blocks: [{ kind: 'agenda', items: told.map(([when, text]) => ({ when, what: [text] })) }],
  };
}

function sources(entry: SeriesEntry, language: Language): SentBlock {
  const { sources: title, source, noSource, take } = DATA_WORDS[language].series;
  const items = entry.sources.map((one): readonly SentSpan[] => [source(one)]);
  return {
    kind: 'panel',
    id: 'sources',
    title: [title],
    blocks: [
      { kind: 'list', items: items.length > 0 ? items : [[noSource]], look: 'plain' },
      { kind: 'widget', widget: 'take-series', data: { id: entry.id, label: take } },
    ],
  };
}

function values(rows: readonly ExportRow[], language: Language): readonly SentBlock[] {
  const { columns, series: words } = DATA_WORDS[language];
  const last = rows.slice(-LAST).reverse();
  if (last.length === 0) return [];
  return [
    {
      kind: 'panel',
      id: 'values',
      title: [words.rows(count(last.length), count(rows.length))],
      measure: [words.rowsMeasure],
      blocks: [
        {
          kind: 'table',
          id: 'table-values',
          label: '',
          title: [],
          columns: [
            { key: 'date', title: columns.date, align: 'start', phone: true },
            { key: 'value', title: columns.value, align: 'end', phone: true },
            { key: 'time', title: columns.time, align: 'end' },
            { key: 'known', title: columns.knownAt, align: 'end', phone: true },
            { key: 'source', title: columns.source, align: 'end' },
            { key: 'flags', title: columns.flags, align: 'end' },
          ],
          groups: [
            {
              rows: last.map((row) => ({
                cells: [
                  { text: [dayInTable(row.date, language)] },
                  { text: [String(row.value)] },
                  { text: [instantInWords(row.time)] },
                  { text: [instantInWords(row.knownAt)] },
                  { text: [row.source] },
                  { text: [row.flags] },
                ],
              })),
            },
          ],
          notes: [],
        },
      ],
    },
  ];
}
