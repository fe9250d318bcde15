import type { ScanInstrument } from '../../../diagnosis/scan/answer.ts';
import { cell, column, head } from '../../compose/cells.ts';
import { movers, priced } from '../../compose/movers.ts';
import { table } from '../../compose/tables.ts';
import { type Desk, hasValue, instrumentsOf, isPrice } from '../../desk.ts';
import { dressed } from '../dressed.ts';
import { barsOf, sinceCell } from '../instruments.ts';
import { sentTable } from '../sending.ts';
import type { SentBlock } from '../sent.ts';
import { VERDICT_WORDS } from './words.ts';

/** One of each market that a reader asks for. */
const ASKED_FOR = [
  'btc-usd',
  'eth-usd',
  'mstr',
  'silver-front',
  'gold-front',
  'gdx',
  'igv',
  'sp500',
  'nasdaq-composite',
  'kospi',
  'hang-seng',
  'wti-front',
  'hyg',
  'lqd',
  'tlt',
  'dollar-index',
];
/** Hardest falls that are named beside them. */
const FURTHER = 3;

/** What fell and what did not, largest change first, with how long ago it last moved as much. */
export function movesPanel(desk: Desk): SentBlock {
  const words = VERDICT_WORDS[desk.language].moves;
  const shown = shownOf(desk);
  const fell = shown.filter((one) => changeOf(one) < 0);
  const held = shown.filter((one) => changeOf(one) >= 0);
  const ordered = [...fell, ...held];
  const bars = barsOf(ordered.map(changeOf));
  const sent = sentTable(
    desk,
    table(desk, {
      id: 'moves',
      label: words.title,
      title: '',
      columns: [
        head('name', words.instrument),
        column('day', words.day, { phone: true }),
        column('z', desk.m.labels.z),
        column('since', words.since, { phone: true }),
      ],
      groups: [
        { title: words.fell, rows: fell.map((one) => rowOf(desk, one)) },
        { title: words.held, rows: held.map((one) => rowOf(desk, one)) },
      ].filter(({ rows }) => rows.length > 0),
    }),
  );
  return {
    kind: 'panel',
    id: 'moves-panel',
    title: [words.title],
    measure: [words.measure(desk.w.day(desk.session))],
    blocks: [
      {
        ...dressed(sent, {
          day: { column: { look: 'bar' }, cell: (row) => (bars[row] ? { bar: bars[row] } : {}) },
        }),
        title: [],
        file: `tidemark-moves-${desk.session}.csv`,
      },
    ],
    source: [{ kind: 'link', to: '/scan', text: words.all(priced(desk).length) }],
  };
}

function changeOf({ change }: ScanInstrument): number {
  return change.day.value ?? 0;
}

function shownOf(desk: Desk): readonly ScanInstrument[] {
  const further = movers(desk, 'fell').slice(0, FURTHER);
  const all = new Set([...instrumentsOf(desk, ASKED_FOR), ...further]);
  return [...all]
    .filter((one) => isPrice(one) && hasValue(one.change.day))
    .sort((a, b) => changeOf(a) - changeOf(b));
}

function rowOf(desk: Desk, one: ScanInstrument) {
  const { w } = desk;
  return {
    cells: [cell(desk.name(one.id)), cell(w.change(one.change.day)), cell(w.z(one.z)), sinceCell(desk, one)],
  };
}
