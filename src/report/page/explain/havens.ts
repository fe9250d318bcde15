import { dotBands, dotBandsHeight } from '../../charts/dot-bands.ts';
import { cell, column, head, under } from '../../compose/cells.ts';
import { block, frame, NARROW, WIDE } from '../../compose/charts.ts';
import { table } from '../../compose/tables.ts';
import { hasValue } from '../../desk.ts';
import type { ChartBlock } from '../../document.ts';
import { ratioRange } from '../../explain/haven-words.ts';
import type { ExplainDesk, PartAnswer } from '../../explain/story.ts';
import type { Inline } from '../../inline.ts';
import { HAVEN_LEAGUE } from '../../messages/explain/haven-league.ts';
import { heldName, ROLE_NAMES } from '../../messages/explain/haven-names.ts';
import { decimal } from '../../numbers.ts';
import { sentCell } from '../sending.ts';
import type { SentBlock } from '../sent.ts';
import { HAVENS } from './havens-words.ts';
import type { Finding, Front } from './layout.ts';
import { barOf, panel, panelOf, sentences } from './pieces.ts';

type Roles = PartAnswer<'havens', 'roles'>;
type Asset = Roles['assets'][number];
type League = PartAnswer<'havens', 'havenLeague'>;

const GOLD = 'gold-front';
/** Roles of what gains, or holds, when equities fall. */
const HELD: readonly Asset['role'][] = ['safe-haven', 'hedge'];

export function havensFront(desk: ExplainDesk): Front | undefined {
  const roles = desk.answer.havens?.parts.roles;
  const league = desk.answer.havens?.parts.havenLeague;
  const known = roles?.assets.filter(({ role }) => role !== null) ?? [];
  if (!roles?.date || known.length === 0) return undefined;
  const beside = league ? leaguePanel(desk, league) : [];
  return {
    finding: findingOf(desk, known, league ?? undefined),
    proof: [
      {
        kind: 'columns',
        split: '8-4',
        columns: [betaChart(desk, known).map((shown) => panelOf(desk, shown)), beside],
      },
    ],
    shown: [],
  };
}

function findingOf(desk: ExplainDesk, known: readonly Asset[], league: League | undefined): Finding {
  const m = HAVENS[desk.language];
  const gold = known.find(({ asset }) => asset === GOLD);
  const havens = known.filter(({ role }) => HELD.includes(role)).map(({ asset }) => heldName(desk, asset));
  return {
    answer: m.answer({
      havens,
      of: known.length,
      ...(gold?.role
        ? {
            gold: {
              role: ROLE_NAMES[desk.language][gold.role],
              ...(gold.since ? { since: desk.w.day(gold.since) } : {}),
            },
          }
        : {}),
    }),
    lead: sentences(
      desk,
      ...(gold && hasValue(gold.stress)
        ? [
            m.beta({
              name: heldName(desk, GOLD),
              beta: desk.w.ratio(gold.stress),
              range: ratioRange(desk, gold.stress),
            }),
          ]
        : []),
      ...(league ? leagueLines(desk, league) : []),
    ),
  };
}

function memberName(desk: ExplainDesk, { member }: League['league'][number]): string {
  return member === 'cash' ? HAVEN_LEAGUE[desk.language].cash : heldName(desk, member);
}

function leagueLines(desk: ExplainDesk, { league, days, session }: League): readonly Inline[] {
  const m = HAVENS[desk.language];
  const { w } = desk;
  const best = league.find(({ mean }) => hasValue(mean));
  return [
    ...(best && hasValue(days) && hasValue(best.hit)
      ? [
          m.best({
            days: w.count(days),
            name: memberName(desk, best),
            mean: w.change(best.mean, 2),
            hit: w.share(best.hit),
          }),
        ]
      : []),
    ...(session.stress !== null && hasValue(session.equity)
      ? [m.session({ stress: session.stress, equity: w.change(session.equity) })]
      : []),
  ];
}

/** Stress betas, the lowest first: what gains when equities fall stands at the top. */
function betaChart(desk: ExplainDesk, known: readonly Asset[]): readonly ChartBlock[] {
  const { chart: m } = HAVENS[desk.language];
  const { w } = desk;
  const told = known
    .filter(({ stress }) => hasValue(stress))
    .sort((a, b) => (a.stress.value ?? 0) - (b.stress.value ?? 0));
  const [lowest, highest] = [told[0], told.at(-1)];
  if (!lowest || !highest) return [];
  const shown = {
    id: 'stress-betas',
    number: desk.nextChart(),
    title: m.title({
      lowest: heldName(desk, lowest.asset),
      beta: w.ratio(lowest.stress),
      highest: heldName(desk, highest.asset),
      high: w.ratio(highest.stress),
    }),
    measure: m.measure,
  };
  const rows = told.map(({ asset, stress, role, since }) => ({
    name: heldName(desk, asset),
    value: stress.value!,
    ...(stress.band ? { band: stress.band } : {}),
    text: w.ratio(stress).text,
    note: noteOf(desk, role!, since),
  }));
  const picture = (part: 'wide' | 'narrow', width: number) => ({
    width: part,
    svg: dotBands(frame(desk, shown, { width, height: dotBandsHeight(rows.length, width), part }), {
      rows,
      format: (value) => decimal(value, { decimals: 1 }),
    }),
  });
  return [
    block(desk, shown, {
      layout: 'one',
      draw: () => [picture('wide', WIDE), picture('narrow', NARROW)],
      table: betaTable(desk, told),
    }),
  ];
}

function noteOf(desk: ExplainDesk, role: NonNullable<Asset['role']>, since: string | null): string {
  const name = ROLE_NAMES[desk.language][role];
  return since ? HAVENS[desk.language].chart.since({ role: name, day: desk.w.tableDay(since) }) : name;
}

function betaTable(desk: ExplainDesk, told: readonly Asset[]) {
  const { chart: m } = HAVENS[desk.language];
  const { w } = desk;
  return {
    ...table(desk, {
      id: 'stress-betas-table',
      label: '',
      title: '',
      columns: [
        head('asset', m.asset),
        { ...column('role', m.role, { phone: true }), align: 'start' as const },
        { ...column('since', m.changed), align: 'start' as const },
        column('beta', m.beta, { phone: true }),
      ],
      groups: [
        {
          rows: told.map(({ asset, role, since, stress }) => ({
            cells: [
              cell(heldName(desk, asset)),
              cell(ROLE_NAMES[desk.language][role!]),
              cell(since ? w.tableDay(since) : ''),
              under([w.ratio(stress)], ratioRange(desk, stress)),
            ],
          })),
        },
      ],
    }),
    title: [],
  };
}

function leaguePanel(desk: ExplainDesk, { league }: League): readonly SentBlock[] {
  const told = league.filter(({ mean }) => hasValue(mean));
  if (told.length === 0) return [];
  const { league: m } = HAVENS[desk.language];
  const { w } = desk;
  const all = told.map(({ mean }) => mean);
  return [
    panel(desk, 'league', m, [
      {
        kind: 'table',
        id: 'page-league',
        label: '',
        title: [],
        columns: [
          { key: 'asset', title: m.asset, align: 'start', phone: true, sort: 'text' },
          { key: 'mean', title: m.mean, align: 'end', phone: true, look: 'bar' },
          { key: 'hit', title: m.hit, align: 'end', phone: true, sort: 'number' },
        ],
        groups: [
          {
            rows: told.map((one) => ({
              cells: [
                { text: [memberName(desk, one)] },
                { ...sentCell(desk, { text: [w.change(one.mean, 2)] }), ...barOf(one.mean, all) },
                sentCell(desk, { text: [w.share(one.hit)] }),
              ],
            })),
          },
        ],
        notes: [],
      },
    ]),
  ];
}
