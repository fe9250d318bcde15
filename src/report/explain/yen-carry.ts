import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { ChartBlock, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { YEN_CARRY } from '../messages/explain/yen-carry.ts';
import { count, decimal } from '../numbers.ts';
import { linesChart } from './flow-charts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type YenCarry = PartAnswer<'drivers', 'yenCarry'>;
type Leg = YenCarry['legs'][number];

export const tellYenCarry: Teller<YenCarry> = (desk, part) => {
  const { from, date, yen, verdict } = part;
  if (!from || !date || !hasValue(yen)) return { headline: [], blocks: [] };
  const { w } = desk;
  const m = YEN_CARRY[desk.language];
  const enough = part.legs.find(({ leg }) => leg === 'yen')?.passed === true;
  const headline = [
    m.verdict({
      verdict,
      rose: yen.value > 0,
      enough,
      from: w.day(from),
      to: w.day(date),
      yen: w.size(yen),
    }),
    ...gaugeLines(desk, part),
  ];
  return {
    headline,
    blocks: [
      ...plain(desk, headline, evidenceLines(desk, part), [[m.meaning]]),
      legTable(desk, part),
      betaTable(desk, part),
      ...chartOf(desk, part, date),
    ],
  };
};

function gaugeLines(desk: ExplainDesk, { gauge, percentile, baseRate }: YenCarry): readonly Inline[] {
  if (!hasValue(gauge) || !hasValue(percentile) || !hasValue(baseRate)) return [];
  const { w } = desk;
  return [
    YEN_CARRY[desk.language].gauge({
      gauge: w.ratio(gauge),
      percentile: w.percentile(percentile),
      baseRate: w.share(baseRate, 1),
    }),
  ];
}

function evidenceLines(desk: ExplainDesk, part: YenCarry): readonly Inline[] {
  const { w } = desk;
  const m = YEN_CARRY[desk.language];
  const { legs, basket, assets, ratio, reported } = part;
  const others = legs.filter(({ leg, passed }) => leg !== 'yen' && passed !== null);
  const net = legs.find(({ leg }) => leg === 'positions')?.measure;
  return [
    ...(others.length > 0
      ? [m.held({ held: others.filter(({ passed }) => passed).length, of: others.length })]
      : []),
    ...(hasValue(basket) && hasValue(assets) && hasValue(ratio)
      ? [m.moves({ basket: w.change(basket), assets: w.change(assets), ratio: w.ratio(ratio) })]
      : []),
    ...(hasValue(net) && reported
      ? [
          m.positions({
            day: w.day(reported),
            contracts: w.as(net, count(Math.abs(net.value))),
            short: net.value < 0,
          }),
        ]
      : []),
  ];
}

function legCell(desk: ExplainDesk, { leg, measure }: Leg) {
  const { w } = desk;
  if (measure.unit === 'sigma') return cell(w.sigmas(measure));
  if (measure.unit === 'contracts') return cell(w.count(measure));
  return cell(leg === 'carry-to-volatility' ? w.percentile(measure) : w.ratio(measure));
}

function legTable(desk: ExplainDesk, { legs }: YenCarry): TableBlock {
  const m = YEN_CARRY[desk.language];
  return table(desk, {
    id: 'yen-carry-legs',
    label: '',
    title: m.table.title,
    measure: m.table.measure,
    columns: [
      head('leg', m.table.leg),
      column('value', m.table.value, { phone: true }),
      column('line', m.table.line),
      column('passed', m.table.passed, { phone: true }),
      column('score', m.table.score),
    ],
    groups: [
      {
        rows: legs.map((one) => ({
          cells: [
            cell(m.legs[one.leg]),
            legCell(desk, one),
            cell(m.lines[one.leg]),
            cell(m.passed(one.passed)),
            cell(desk.w.ratio(one.score)),
          ],
        })),
      },
    ],
  });
}

function betaTable(desk: ExplainDesk, { betas }: YenCarry): TableBlock {
  const { w } = desk;
  const m = YEN_CARRY[desk.language].betas;
  return table(desk, {
    id: 'yen-carry-betas',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('asset', m.asset),
      column('beta', m.beta),
      column('move', m.move, { phone: true }),
      column('explained', m.explained, { phone: true }),
      column('rest', m.rest),
    ],
    groups: [
      {
        rows: betas.map(({ asset, beta, move, explained, rest }) => ({
          cells: [
            cell(desk.name(asset)),
            beta.band ? under([w.ratio(beta)], w.range(beta)) : cell(w.ratio(beta)),
            cell(w.change(move)),
            cell(w.change(explained)),
            cell(w.change(rest)),
          ],
        })),
      },
    ],
  });
}

function chartOf(desk: ExplainDesk, { gauge, history }: YenCarry, date: string): readonly ChartBlock[] {
  if (!hasValue(gauge) || history.dates.length < 2) return [];
  const m = YEN_CARRY[desk.language].chart;
  return [
    linesChart(
      desk,
      {
        id: 'yen-carry',
        title: m.title({ day: desk.w.day(date), gauge: desk.w.ratio(gauge) }),
        measure: m.measure,
      },
      {
        dates: history.dates,
        lines: [{ name: '', values: history.gauge }],
        format: (value) => decimal(value, { decimals: 2 }),
        zero: true,
      },
    ),
  ];
}
