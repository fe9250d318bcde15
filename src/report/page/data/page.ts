import type { HealthReport, Marked } from '../../../data/health/report.ts';
import type { Language } from '../../../data/series/entry.ts';
import { entryOf } from '../../../data/series/index.ts';
import { dayInTable, instantInWords } from '../../dates.ts';
import { count, decimal } from '../../numbers.ts';
import { dataHead } from '../head.ts';
import type { Page } from '../page.ts';
import type { SentBlock, SentCell, SentSpan, SentTable } from '../sent.ts';
import { DATA_WORDS } from './words.ts';

const HEAD = {
  id: 'data',
  question: {
    'zh-Hans': '我们知道什么，从何时起知道？',
    'zh-Hant': '我們知道什麼，從何時起知道？',
    en: 'What do we know, since when?',
  },
};

const MEGABYTE = 1e6;
/** Rows in sight; the others stand folded below. */
const SHOWN = 12;

export const dataPage: Page = {
  ...HEAD,
  path: '/data',
  key: '',
  title: { 'zh-Hans': '数据', 'zh-Hant': '資料', en: 'Data' },
  needs: { data: 'health' },
  compose({ health, seen }, language) {
    const words = DATA_WORDS[language];
    const found = health!;
    const close = found.latestClose === null ? '–' : instantInWords(found.latestClose);
    const loads = found.loads.filter(({ forgotten }) => !forgotten);
    return {
      ...dataHead(seen!, language, HEAD),
      answer: words.answer({ series: count(found.series), late: found.stale.length, close }),
      lead: [
        words.lead({
          rows: count(found.observations),
          loads: count(loads.length),
          quarantined: count(quarantinedRows(found)),
        }),
      ],
      blocks: [
        statsOf(found, language),
        { kind: 'columns', split: '7-5', columns: [[finder(language)], [bringing(language)]] },
        { kind: 'columns', split: '6-6', columns: [[late(found, language)], [gaps(found, language)]] },
        quarantined(found, language),
        { kind: 'columns', split: '6-6', columns: [[revised(found, language)], [loadsOf(found, language)]] },
        ...damaged(found, language),
      ],
    };
  },
  slots: {},
};

function quarantinedRows({ quarantined: reasons }: HealthReport): number {
  return reasons.reduce((sum, { rows }) => sum + rows, 0);
}

function statsOf(found: HealthReport, language: Language): SentBlock {
  const { stats, notes } = DATA_WORDS[language];
  const cell = (label: string, value: number, note: string) => ({
    label,
    value: [count(value)],
    note: [note],
  });
  return {
    kind: 'stats',
    cells: [
      cell(stats.series, found.series, notes.series(count(found.tables.length))),
      cell(stats.rows, found.observations, notes.rows(decimal(found.bytes / MEGABYTE, { decimals: 0 }))),
      cell(stats.late, found.stale.length, notes.late),
      cell(stats.revised, found.revised.length, notes.revised),
      cell(stats.quarantined, quarantinedRows(found), notes.quarantined),
    ],
  };
}

function finder(language: Language): SentBlock {
  const { find } = DATA_WORDS[language];
  return {
    kind: 'panel',
    id: 'find',
    title: [find],
    blocks: [{ kind: 'widget', widget: 'find-series', data: null }],
  };
}

function bringing(language: Language): SentBlock {
  const { title, items } = DATA_WORDS[language].bring;
  const told = items.map(([command, what]): readonly SentSpan[] => [
    { kind: 'code', text: command },
    ` ${what}`,
  ]);
  return {
    kind: 'panel',
    id: 'bring',
    title: [title],
    blocks: [{ kind: 'list', items: told, look: 'plain' }],
  };
}

/** The series' title as a link to its page, its id below. */
function named(id: string, language: Language): SentCell {
  const text = entryOf(id)?.title[language] ?? id;
  return { text: [{ kind: 'link', to: `/data/${id}`, text }], ...(text === id ? {} : { under: [id] }) };
}

const cell = (...text: readonly SentSpan[]): SentCell => ({ text });

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly columns: readonly (readonly [key: string, title: string, align: 'start' | 'end'])[];
  readonly rows: readonly (readonly SentCell[])[];
  readonly none?: string;
}

function tablePanel({ id, title, measure, columns, rows, none }: Shown, language: Language): SentBlock {
  const table = (part: string, some: Shown['rows']): SentTable => ({
    kind: 'table',
    id: `table-${id}${part}`,
    label: '',
    title: [],
    columns: columns.map(([key, head, align], at) => ({ key, title: head, align, phone: at < 3 })),
    groups: [{ rows: some.map((cells) => ({ cells })) }],
    notes: [],
  });
  const rest = rows.slice(SHOWN);
  const folded: SentBlock = {
    kind: 'fold',
    title: DATA_WORDS[language].more(count(rest.length)),
    blocks: [table('-rest', rest)],
  };
  const empty: SentBlock = { kind: 'paragraph', text: [none ?? '–'], look: 'small' };
  const blocks =
    rows.length === 0 ? [empty] : [table('', rows.slice(0, SHOWN)), ...(rest.length > 0 ? [folded] : [])];
  return { kind: 'panel', id, title: [title], measure: [measure], blocks };
}

function late({ stale }: HealthReport, language: Language): SentBlock {
  const { late: words, columns, behind } = DATA_WORDS[language];
  return tablePanel(
    {
      id: 'late',
      ...words,
      columns: [
        ['series', columns.series, 'start'],
        ['last', columns.last, 'end'],
        ['behind', columns.behind, 'end'],
      ],
      rows: [...stale]
        .sort((a, b) => a.behind - b.behind)
        .map(({ id, last, behind: n, frequency }) => [
          named(id, language),
          cell(dayInTable(last, language)),
          cell(behind(count(n), frequency)),
        ]),
    },
    language,
  );
}

function gaps({ gaps: found }: HealthReport, language: Language): SentBlock {
  const { gaps: words, columns } = DATA_WORDS[language];
  return tablePanel(
    {
      id: 'gaps',
      ...words,
      columns: [
        ['series', columns.series, 'start'],
        ['missing', columns.missing, 'end'],
        ['latest', columns.latest, 'end'],
      ],
      rows: found.map(({ id, missing, latest }) => [
        named(id, language),
        cell(count(missing)),
        cell(dayInTable(latest[0] ?? '', language)),
      ]),
    },
    language,
  );
}

function quarantined({ quarantined: reasons }: HealthReport, language: Language): SentBlock {
  const { quarantined: words, columns, reasons: names } = DATA_WORDS[language];
  return tablePanel(
    {
      id: 'quarantined',
      ...words,
      columns: [
        ['reason', columns.reason, 'start'],
        ['rows', columns.rows, 'end'],
        ['example', columns.example, 'start'],
      ],
      rows: reasons.map(({ reason, rows, examples }) => {
        const [first] = examples;
        const text = first
          ? `${first.series} ${first.date} ${first.file}:${first.line} ${first.text.slice(0, 60)}`
          : '';
        return [cell(names[reason]), cell(count(rows)), cell({ kind: 'code', text })];
      }),
    },
    language,
  );
}

function revised({ revised: found, suspect, withdrawn }: HealthReport, language: Language): SentBlock {
  const { revised: words, columns, marks } = DATA_WORDS[language];
  const rows = (marked: readonly Marked[], mark: string) =>
    marked.map(({ id, rows: n }) => [named(id, language), cell(mark), cell(count(n))]);
  return tablePanel(
    {
      id: 'revised',
      ...words,
      columns: [
        ['series', columns.series, 'start'],
        ['what', columns.what, 'start'],
        ['rows', columns.rows, 'end'],
      ],
      rows: [
        ...rows(found, marks.revised),
        ...rows(suspect, marks.suspect),
        ...rows(withdrawn, marks.withdrawn),
      ],
    },
    language,
  );
}

function loadsOf({ loads }: HealthReport, language: Language): SentBlock {
  const { loads: words, columns } = DATA_WORDS[language];
  return tablePanel(
    {
      id: 'loads',
      ...words,
      columns: [
        ['load', columns.load, 'start'],
        ['what', columns.what, 'start'],
        ['rows', columns.rows, 'end'],
        ['quarantined', columns.quarantined, 'end'],
      ],
      rows: loads.map(({ load, label, rows, quarantined: n }) => [
        cell({ kind: 'code', text: load }),
        cell(label),
        cell(count(rows)),
        cell(count(n)),
      ]),
    },
    language,
  );
}

function damaged({ damaged: files }: HealthReport, language: Language): readonly SentBlock[] {
  const { damaged: words, columns } = DATA_WORDS[language];
  if (files.length === 0) return [];
  return [
    tablePanel(
      {
        id: 'damaged',
        ...words,
        columns: [
          ['what', columns.what, 'start'],
          ['load', columns.load, 'start'],
          ['reason', columns.reason, 'start'],
        ],
        rows: files.map(({ file, why, loads }) => [cell(file), cell(loads.join(' ')), cell(why)]),
      },
      language,
    ),
  ];
}
