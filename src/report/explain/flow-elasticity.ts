import { cell, column, head } from '../compose/cells.ts';
import { paragraph } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { ChartBlock, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { FLOW_ELASTICITY } from '../messages/explain/flow-elasticity.ts';
import { percent } from '../numbers.ts';
import { linesChart } from './flow-charts.ts';
import { perBillion, pValue, slopeRange } from './flow-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Elasticity = PartAnswer<'flows', 'flowElasticity'>;

/** Below it a test speaks against its hypothesis. */
const SIGNIFICANT = 0.05;

export const tellFlowElasticity: Teller<Elasticity> = (desk, part) => {
  if (!hasValue(part.slope)) return { headline: [], blocks: [] };
  const m = FLOW_ELASTICITY[desk.language];
  const slope = m.slope({
    coin: desk.name(part.asset),
    slope: perBillion(desk, part.slope),
    range: slopeRange(desk, part.slope),
    r2: desk.w.ratio(part.rSquared),
  });
  const order = orderOf(desk, part);
  return {
    headline: [slope, ...order.slice(0, 1)],
    blocks: [
      paragraph(desk, slope, order, slopesOf(desk, part), impliedOf(desk, part)),
      slopeChart(desk, part),
      lagTable(desk, part),
    ],
  };
};

function orderOf(desk: ExplainDesk, { correlation, precedence }: Elasticity): readonly Inline[] {
  const { flowFollowsReturn: follows, returnFollowsFlow: leads } = precedence;
  if (!hasValue(follows) || !hasValue(leads)) return [];
  const m = FLOW_ELASTICITY[desk.language];
  return [
    m.order({
      before: desk.w.ratio(correlation.previousReturn),
      same: desk.w.ratio(correlation.sameSession),
      follows: pValue(desk, follows),
      leads: pValue(desk, leads),
    }),
    m.meaning({
      flowFollows: follows.value < SIGNIFICANT,
      returnFollows: leads.value < SIGNIFICANT,
    }),
  ];
}

function slopesOf(desk: ExplainDesk, { controlled, rolling, external }: Elasticity): readonly Inline[] {
  const m = FLOW_ELASTICITY[desk.language];
  const { last60, last120 } = rolling;
  return [
    ...(hasValue(controlled)
      ? [m.controlled({ slope: perBillion(desk, controlled), range: slopeRange(desk, controlled) })]
      : []),
    ...(hasValue(last120)
      ? [m.rolling({ last60: perBillion(desk, last60), last120: perBillion(desk, last120) })]
      : []),
    ...(hasValue(external.slope)
      ? [m.citi({ slope: perBillion(desk, external.slope), inside: external.insideBand === true })]
      : []),
  ];
}

function impliedOf(desk: ExplainDesk, { window }: Elasticity): readonly Inline[] {
  const m = FLOW_ELASTICITY[desk.language];
  const { w } = desk;
  if (!window.to || !hasValue(window.own.effect)) return [];
  return [
    m.implied({
      n: window.sessions,
      to: w.day(window.to),
      flow: w.money(window.flow),
      change: w.change(window.change),
      own: w.banded(window.own.effect),
      rest: w.change(window.own.rest),
    }),
    ...(hasValue(window.external.effect) ? [m.impliedCiti(w.change(window.external.effect))] : []),
  ];
}

function slopeChart(desk: ExplainDesk, { series, rolling, slope }: Elasticity): ChartBlock {
  const { chart: m } = FLOW_ELASTICITY[desk.language];
  const last60 = perBillion(desk, hasValue(rolling.last60) ? rolling.last60 : slope);
  return linesChart(
    desk,
    { id: 'flow-slopes', title: m.title({ last60 }), measure: m.measure },
    {
      dates: series.dates,
      lines: [
        { name: m.last(60), values: series.slope60 },
        { name: m.last(120), values: series.slope120 },
      ],
      format: (value) => percent(value, { decimals: 1 }),
      zero: true,
    },
  );
}

function lagTable(desk: ExplainDesk, { lags }: Elasticity): TableBlock {
  const { lags: m } = FLOW_ELASTICITY[desk.language];
  return table(desk, {
    id: 'flow-lags',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('lag', m.lag),
      column('return', m.returnFirst, { phone: true }),
      column('flow', m.flowFirst, { phone: true }),
    ],
    groups: [
      {
        rows: lags.map(({ lag, returnFirst, flowFirst }) => ({
          cells: [cell(String(lag)), cell(desk.w.ratio(returnFirst)), cell(desk.w.ratio(flowFirst))],
        })),
      },
    ],
  });
}
