import { timeLines } from '../../charts/time-lines.ts';
import { waterfall, waterfallHeight } from '../../charts/waterfall.ts';
import { cell, column, head, under } from '../../compose/cells.ts';
import { table } from '../../compose/tables.ts';
import { instantInWords } from '../../dates.ts';
import { hasValue } from '../../desk.ts';
import type { Row, TableBlock } from '../../document.ts';
import { drawnOverTime } from '../../drawn.ts';
import {
  billionsCell,
  billionsInWords,
  billionsOfTotal,
  billionsSpan,
  inBillions,
  moneySpan,
} from '../../explain/amounts.ts';
import { netLiquidityChart } from '../../explain/net-liquidity.ts';
import type { ExplainDesk, PartAnswer } from '../../explain/story.ts';
import type { Figure } from '../../figure.ts';
import { decimal } from '../../numbers.ts';
import { sentTable } from '../sending.ts';
import type { SentBlock } from '../sent.ts';
import type { Finding, Front } from './layout.ts';
import { LIQUIDITY } from './liquidity-words.ts';
import { blocksOf, multiples, panel, panelOf, sentences, small } from './pieces.ts';

type Net = PartAnswer<'liquidity', 'netLiquidity'>;
type Change = Net['changes'][number];

/** Weeks of the finding, and those that are shown side by side. */
const TOLD = 4;
const SHOWN = [4, 13, 52];
/** One colour a part, in every picture of it. */
const PAINTS = { 'fed-assets': 'cat-1', tga: 'cat-2', 'fed-rrp': 'cat-3' } as const;

export function liquidityFront(desk: ExplainDesk): Front | undefined {
  const net = desk.answer.liquidity?.parts.netLiquidity;
  if (!net?.date || !hasValue(net.level)) return undefined;
  return {
    finding: findingOf(desk, net, net.date),
    proof: [
      {
        kind: 'columns',
        split: '8-4',
        columns: [
          netLiquidityChart(desk, net, 340).map((shown) => panelOf(desk, shown)),
          [definitionsPanel(desk, net)],
        ],
      },
      ...waterfalls(desk, net),
      ...partLines(desk, net),
      ...knownPanel(desk, net, net.date),
    ],
    shown: ['net-liquidity', 'net-liquidity-table'],
  };
}

function findingOf(desk: ExplainDesk, net: Net, date: string): Finding {
  const m = LIQUIDITY[desk.language];
  const { w } = desk;
  const buffer = desk.answer.liquidity?.parts.reserves?.reverseRepo;
  const repo = net.parts.find(({ series }) => series === 'fed-rrp')!.value;
  const told = changeOf(net, TOLD);
  const [assets, treasury, reverse] = told
    ? billionsOfTotal(desk, valuesOf(told), told.total, true)
    : [undefined, undefined, undefined];
  return {
    answer: told
      ? answerOf(desk, told)
      : m.alone({ day: w.day(date), level: billionsSpan(desk, net.level).text }),
    lead: sentences(
      desk,
      m.level({ level: billionsSpan(desk, net.level), day: w.day(date) }),
      ...(assets && treasury && reverse ? [m.parts({ assets, treasury, repo: reverse })] : []),
      ...(buffer && buffer.exhausted !== null
        ? [m.buffer({ repo: moneySpan(desk, repo), exhausted: buffer.exhausted })]
        : []),
    ),
  };
}

const valuesOf = ({ contributions }: Change) => contributions.map(({ value }) => value);

/** The change over so many weeks, where it is known. */
function changeOf({ changes }: Net, weeks: number): Change | undefined {
  return changes.find((one) => one.weeks === weeks && hasValue(one.total));
}

/** The part named is the largest of those that go the way of the whole. */
function answerOf(desk: ExplainDesk, { weeks, total, contributions }: Change): readonly string[] {
  const m = LIQUIDITY[desk.language];
  const whole = total.value ?? 0;
  const along = contributions
    .filter(({ value }) => Math.sign(value.value ?? 0) === Math.sign(whole))
    .sort((a, b) => Math.abs(b.value.value ?? 0) - Math.abs(a.value.value ?? 0));
  const [largest] = along;
  if (whole === 0 || !largest) return m.flat(weeks);
  return m.answer({
    weeks,
    sign: whole > 0 ? 'up' : 'down',
    size: billionsInWords(desk.language, Math.abs(whole)),
    part: largest.series,
  });
}

function definitionsPanel(desk: ExplainDesk, net: Net): SentBlock {
  const m = LIQUIDITY[desk.language].definitions;
  const rows = definitionRows(desk, net);
  const signs = SHOWN.flatMap((weeks, k) => {
    const values = rows.map(({ changes }) => changes[k]?.value ?? null);
    if (values.length < 3 || values.some((value) => value === null || value === 0)) return [];
    const fell = values.filter((value) => value! < 0).length;
    return [m.signs({ weeks, fell, rose: values.length - fell })];
  });
  return panel(desk, 'definitions', m, [
    sentTable(desk, definitionTable(desk, rows)),
    ...(signs.length > 0 ? [small(desk, ...signs.map((text) => [text]))] : []),
    { kind: 'heading', level: 3, text: LIQUIDITY[desk.language].plumbing.title },
    sentTable(desk, plumbingTable(desk)),
  ]);
}

interface Definition {
  readonly name: string;
  readonly level: Figure;
  readonly changes: readonly (Figure | undefined)[];
}

/** Changes of the Fed’s assets are what these contribute to net liquidity. */
function definitionRows(desk: ExplainDesk, net: Net): readonly Definition[] {
  const m = LIQUIDITY[desk.language].definitions.names;
  const reserves = desk.answer.liquidity?.parts.reserves;
  const assets = net.parts.find(({ series }) => series === 'fed-assets')!.value;
  const changes = SHOWN.map((weeks) => net.changes.find((one) => one.weeks === weeks));
  return [
    { name: m.net, level: net.level, changes: changes.map((one) => one?.total) },
    ...(reserves
      ? [
          {
            name: m.reserves,
            level: reserves.level,
            changes: SHOWN.map((weeks) => reserves.changes.find((one) => one.weeks === weeks)?.change),
          },
        ]
      : []),
    {
      name: m.assets,
      level: assets,
      changes: changes.map((one) => one?.contributions.find(({ series }) => series === 'fed-assets')?.value),
    },
  ];
}

function definitionTable(desk: ExplainDesk, rows: readonly Definition[]): TableBlock {
  const m = LIQUIDITY[desk.language].definitions;
  const changed = (figure: Figure | undefined) =>
    figure === undefined
      ? cell()
      : hasValue(figure)
        ? cell(billionsCell(desk, figure, true))
        : cell(desk.w.change(figure));
  return {
    ...table(desk, {
      id: 'liquidity-definitions',
      label: '',
      title: '',
      columns: [
        head('definition', m.definition),
        ...SHOWN.map((weeks) => column(`w${weeks}`, m.weeks(weeks), { phone: true })),
      ],
      groups: [
        {
          rows: rows.map(
            ({ name, level, changes }): Row => ({
              cells: [
                under([name], [hasValue(level) ? billionsSpan(desk, level) : desk.w.change(level)]),
                ...changes.map(changed),
              ],
            }),
          ),
        },
      ],
    }),
    title: [],
  };
}

function plumbingTable(desk: ExplainDesk): TableBlock {
  const m = LIQUIDITY[desk.language].plumbing;
  const { w } = desk;
  const parts = desk.answer.liquidity?.parts;
  const spread = parts?.fundingSpread;
  const tail = spread?.tails.find(({ series }) => series === 'sofr-99');
  const repo = parts?.reserves?.reverseRepo.level;
  const day = (iso: string | null | undefined) => cell(iso ? w.tableDay(iso) : '');
  const repoDay = repo?.of.inputs?.[0]?.date;
  return {
    ...table(desk, {
      id: 'liquidity-plumbing',
      label: '',
      title: '',
      columns: [
        head('name', m.name),
        column('value', m.value, { phone: true }),
        column('day', m.day, { phone: true }),
      ],
      groups: [
        {
          rows: [
            ...(spread ? [{ cells: [cell(m.spread), cell(w.change(spread.spread)), day(spread.date)] }] : []),
            ...(tail ? [{ cells: [cell(m.tail), cell(w.change(tail.spread)), day(tail.date)] }] : []),
            ...(repo
              ? [
                  {
                    cells: [
                      cell(m.repo),
                      cell(hasValue(repo) ? moneySpan(desk, repo) : w.change(repo)),
                      day(repoDay),
                    ],
                  },
                ]
              : []),
          ],
        },
      ],
    }),
    title: [],
  };
}

function waterfalls(desk: ExplainDesk, net: Net): readonly SentBlock[] {
  const m = LIQUIDITY[desk.language].waterfalls;
  const told = SHOWN.flatMap((weeks) => changeOf(net, weeks) ?? []);
  if (told.length === 0) return [];
  const [asTable] = blocksOf(desk, 'net-liquidity', ['net-liquidity-table']);
  const pictures = told.map((change) => {
    const parts = billionsOfTotal(desk, valuesOf(change), change.total);
    const rows = change.contributions.map(({ series }) => m.rows[series]);
    return {
      height: waterfallHeight(rows.length),
      svg: (shown: Parameters<typeof waterfall>[0]) =>
        waterfall(shown, {
          rows,
          // No row is a remainder: each is measured.
          grey: -1,
          paints: change.contributions.map(({ series }) => PAINTS[series]),
          total: m.total,
          panels: [
            {
              name: m.since({ weeks: change.weeks, day: desk.w.tableDay(change.from!) }),
              steps: change.contributions.map(({ value }) => value.value),
              texts: [...parts.map(({ text }) => text), billionsCell(desk, change.total, true).text],
            },
          ],
        }),
    };
  });
  const shown = { id: 'liquidity-waterfalls', title: [m.title], measure: m.measure };
  return [
    panelOf(desk, multiples(desk, shown, pictures, asTable?.kind === 'table' ? { table: asTable } : {})),
  ];
}

function partLines(desk: ExplainDesk, { history }: Net): readonly SentBlock[] {
  if (history.dates.length < 2) return [];
  const { language } = desk;
  const { lines: m, waterfalls: names } = LIQUIDITY[language];
  const { dates } = history;
  const format = (value: number) => decimal(value, { decimals: 0 });
  const parts = [
    ['fed-assets', history.assets],
    ['tga', history.treasury],
    ['fed-rrp', history.reverseRepo],
  ] as const;
  const lines = parts.map(([series, values]) => ({
    name: names.rows[series],
    values: values.map((usd) => (usd === null ? null : inBillions(language, usd))),
    paint: PAINTS[series],
  }));
  const pictures = lines.map((one) => ({
    height: 180,
    svg: (shown: Parameters<typeof timeLines>[0]) => timeLines(shown, { dates, lines: [one], format }),
  }));
  const shown = { id: 'liquidity-parts', title: [m.title], measure: m.measure };
  const drawn = { ...drawnOverTime({ dates, lines, format }), series: parts.map(([series]) => series) };
  return [panelOf(desk, multiples(desk, shown, pictures, { drawn }))];
}

function knownPanel(desk: ExplainDesk, { published }: Net, date: string): readonly SentBlock[] {
  if (!published) return [];
  const m = LIQUIDITY[desk.language].known;
  const text = m.text({
    day: desk.w.day(date),
    at: instantInWords(published.at),
    next: instantInWords(published.next),
  });
  return [panel(desk, 'known', { title: m.title }, [small(desk, [text])])];
}
