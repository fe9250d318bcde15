import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Block, Cell, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { Inline } from '../inline.ts';
import { CONFORMITY } from '../messages/explain/conformity.ts';
import { decimal } from '../numbers.ts';
import { linesChart } from './flow-charts.ts';
import { pValue } from './flow-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Conformity = PartAnswer<'liquidity', 'conformity'>;
type Asset = Conformity['assets'][number];

export const tellConformity: Teller<Conformity> = (desk, part) => {
  const measured = part.assets.filter(({ p }) => hasValue(p));
  const headline = [...yearLines(desk, part), ...signalLines(desk, measured)];
  if (headline.length === 0) return { headline: [], blocks: [] };
  const m = CONFORMITY[desk.language];
  const rest = measured.flatMap((asset) => verdictLines(desk, asset));
  return {
    headline,
    blocks: [
      ...plain(desk, headline, rest, [[m.meaning]]),
      ...indexChart(desk, part),
      yearsTable(desk, part),
      testsTable(desk, part),
    ],
  };
};

/** The last whole year in which anything can be said. */
function yearLines(desk: ExplainDesk, { assets }: Conformity): readonly Inline[] {
  const m = CONFORMITY[desk.language];
  const told = assets.flatMap(({ asset, years }) => {
    const year = years.findLast(({ whole, agrees }) => whole && agrees !== null);
    return year ? [{ asset, ...year }] : [];
  });
  const [first] = told;
  if (!first) return [];
  const { year } = first;
  const liquidity = desk.w.change(first.liquidity);
  const same = told.filter((one) => one.year === year && one.agrees);
  if (told.length > 1) return [m.year({ year, liquidity, same: same.length, n: told.length })];
  const price = desk.w.change(first.price);
  return [m.yearOfOne({ year, liquidity, name: desk.name(first.asset), price, same: same.length === 1 })];
}

function signalLines(desk: ExplainDesk, measured: readonly Asset[]): readonly Inline[] {
  if (measured.length === 0) return [];
  const signals = measured.filter(({ verdict }) => verdict === 'signal').length;
  return [CONFORMITY[desk.language].signals({ signals, n: measured.length })];
}

function verdictLines(
  desk: ExplainDesk,
  { asset, verdict, p, leadLag, agreement }: Asset,
): readonly Inline[] {
  const m = CONFORMITY[desk.language];
  const name = desk.name(asset);
  const years = agreement.share.of.params?.years;
  return [
    m.verdict({
      name,
      signal: verdict === 'signal',
      p: pValue(desk, p),
      r: signed(desk, leadLag.r),
      lag: m.lag(leadLag.lag ?? 0),
      critical: desk.w.ratio(leadLag.critical),
    }),
    ...(hasValue(agreement.share)
      ? [
          m.agreement({
            name,
            share: desk.w.share(agreement.share),
            years: Number(years),
            byChance: desk.w.share(agreement.byChance),
          }),
        ]
      : []),
  ];
}

function signed({ w }: ExplainDesk, figure: Figure) {
  return w.as(figure, figure.value === null ? '' : decimal(figure.value, { decimals: 2, signed: true }));
}

function indexChart(desk: ExplainDesk, { history }: Conformity): readonly Block[] {
  const last = history.dates.at(-1);
  const m = CONFORMITY[desk.language].chart;
  if (last === undefined || history.dates.length < 2) return [];
  return [
    linesChart(
      desk,
      { id: 'conformity-chart', title: m.title(desk.w.day(last)), measure: m.measure },
      {
        dates: history.dates,
        lines: [
          { name: m.liquidity, values: history.liquidity },
          ...history.assets.map(({ asset, values }) => ({ name: desk.name(asset), values })),
        ],
        format: (value) => decimal(value, { decimals: 0 }),
      },
    ),
  ];
}

function yearsTable(desk: ExplainDesk, { assets }: Conformity): TableBlock {
  const m = CONFORMITY[desk.language].years;
  const years = assets[0]?.years ?? [];
  const lastWhole = years.findLast(({ whole }) => whole)?.year;
  const way = (agrees: boolean | null) => (agrees === null ? '' : agrees ? m.same : m.other);
  return table(desk, {
    id: 'conformity-years',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('name', m.name),
      ...years.map(({ year, whole }) =>
        column(`y${year}`, m.year(year, whole), { phone: year >= (lastWhole ?? year) }),
      ),
    ],
    groups: [
      {
        rows: [
          { cells: [cell(m.liquidity), ...years.map(({ liquidity }) => cell(desk.w.change(liquidity)))] },
          ...assets.map(({ asset, years: own }) => ({
            cells: [
              cell(desk.name(asset)),
              ...own.map(({ price, agrees }) =>
                agrees === null ? cell(desk.w.change(price)) : under([desk.w.change(price)], way(agrees)),
              ),
            ],
          })),
        ],
      },
    ],
  });
}

function testsTable(desk: ExplainDesk, { assets }: Conformity): TableBlock {
  const m = CONFORMITY[desk.language];
  const withP = (figure: Inline[number], p: Figure): Cell =>
    hasValue(p) ? under([figure], m.tests.pIs(pValue(desk, p))) : cell(figure);
  return table(desk, {
    id: 'conformity-tests',
    label: '',
    title: m.tests.title,
    measure: m.tests.measure,
    columns: [
      head('name', m.years.name),
      column('verdict', m.tests.verdict, { phone: true }),
      column('p', m.tests.p, { phone: true }),
      column('r', m.tests.r),
      column('cointegration', m.tests.cointegration),
      column('gain', m.tests.gain),
    ],
    groups: [
      {
        rows: assets.map(({ asset, verdict, p, leadLag, cointegration, forecast }) => ({
          cells: [
            cell(desk.name(asset)),
            cell(m.tests.verdicts[verdict]),
            cell(pValue(desk, p)),
            leadLag.lag === null
              ? cell(signed(desk, leadLag.r))
              : under([signed(desk, leadLag.r)], m.lag(leadLag.lag)),
            withP(desk.w.ratio(cointegration.statistic), cointegration.p),
            withP(desk.w.change(forecast.gain), forecast.p),
          ],
        })),
      },
    ],
  });
}
