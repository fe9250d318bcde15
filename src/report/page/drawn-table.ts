import type { Language } from '../../data/series/entry.ts';
import { dayInTable, instantInWords } from '../dates.ts';
import type { Drawn } from '../drawn.ts';
import { count } from '../numbers.ts';
import type { SentInline, SentTable } from './sent.ts';

interface DrawnWords {
  readonly day: string;
  readonly value: string;
  last(p: { shown: string; of: string }): string;
  readonly series: string;
}

const WORDS: Readonly<Record<Language, DrawnWords>> = {
  'zh-Hans': {
    day: '日期',
    value: '数值',
    last: ({ shown, of }) => `共${of}行，这里是最近${shown}行，最新的在前。`,
    series: '全部数值：',
  },
  'zh-Hant': {
    day: '日期',
    value: '數值',
    last: ({ shown, of }) => `共${of}列，這裡是最近${shown}列，最新的在前。`,
    series: '全部數值：',
  },
  en: {
    day: 'Day',
    value: 'Value',
    last: ({ shown, of }) => `The last ${shown} of ${of} rows, the newest first.`,
    series: 'All values: ',
  },
};

/** Columns that a phone shows before a row is opened. */
const ON_PHONE = 3;

/** The table under a picture: what it shows, in the words in which it is drawn. */
export function drawnTable(language: Language, id: string, drawn: Drawn): SentTable {
  const { first, columns, rows } = drawn;
  const words = WORDS[language];
  const nameOf = (name: string) =>
    first !== undefined ? name : name.includes('T') ? instantInWords(name) : dayInTable(name, language);
  return {
    kind: 'table',
    id: `${id}-drawn`,
    label: '',
    title: [],
    columns: [
      { key: 'name', title: first ?? words.day, align: 'start', phone: true },
      ...columns.map((name, k) => ({
        key: `c${k + 1}`,
        title: name === '' ? words.value : name,
        align: 'end' as const,
        phone: k < ON_PHONE,
      })),
    ],
    groups: [
      {
        rows: rows.map(({ name, texts }) => ({
          cells: [{ text: [nameOf(name)] }, ...texts.map((text) => ({ text: [text] }))],
        })),
      },
    ],
    notes: notesOf(words, drawn),
  };
}

function notesOf(words: DrawnWords, { rows, of, series }: Drawn): readonly SentInline[] {
  const links: SentInline = (series ?? []).flatMap((one, k) => [
    ...(k === 0 ? [words.series] : [' · ']),
    { kind: 'link' as const, to: `/data/${one}`, text: one },
  ]);
  return [
    ...(of === undefined ? [] : [[words.last({ shown: count(rows.length), of: count(of) })]]),
    ...(links.length === 0 ? [] : [links]),
  ];
}
