import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { ChartBlock, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { TECHNOLOGY_CORRELATION } from '../messages/explain/technology-correlation.ts';
import { decimal } from '../numbers.ts';
import { linesChart } from './flow-charts.ts';
import { ratioRange } from './haven-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Correlation = PartAnswer<'havens', 'technologyCorrelation'>;

export const tellTechnologyCorrelation: Teller<Correlation> = (desk, part) => {
  const headline = levelLines(desk, part);
  if (headline.length === 0) return { headline: [], blocks: [] };
  return {
    headline,
    blocks: [
      ...plain(desk, headline, changeLines(desk, part), regimeLines(desk, part), alignmentLines(desk, part)),
      methodTable(desk, part),
      pathChart(desk, part),
    ],
  };
};

/** The reading over 90 sessions: the one that the words are about. */
function longOf({ readings }: Correlation) {
  return readings.find(({ method }) => method === 'rolling-90')!;
}

function levelLines(desk: ExplainDesk, part: Correlation): readonly Inline[] {
  const { w } = desk;
  const m = TECHNOLOGY_CORRELATION[desk.language];
  const { correlation, percentile, lastAt, extreme } = longOf(part);
  if (!part.date || !hasValue(correlation) || !hasValue(percentile)) return [];
  return [
    m.level({
      day: w.day(part.date),
      correlation: w.ratio(correlation),
      range: ratioRange(desk, correlation),
      percentile: w.percentile(percentile),
    }),
    ...(lastAt ? [m.last(w.day(lastAt))] : extreme ? [m.extreme(extreme)] : []),
  ];
}

function changeLines(desk: ExplainDesk, { change }: Correlation): readonly Inline[] {
  const { w } = desk;
  const m = TECHNOLOGY_CORRELATION[desk.language];
  const { before, difference, adjusted } = change;
  if (!hasValue(difference)) return [];
  const { low = Number.NaN, high = Number.NaN } = difference.band ?? {};
  return [
    m.change({
      before: w.ratio(before),
      difference: w.as(difference, decimal(difference.value, { decimals: 2, signed: true })),
      range: ratioRange(desk, difference),
      told: low > 0 ? 'rise' : high < 0 ? 'fall' : 'none',
    }),
    ...(hasValue(adjusted)
      ? [m.adjusted({ adjusted: w.ratio(adjusted), risen: Number(adjusted.of.params?.delta) > 0 })]
      : []),
  ];
}

function regimeLines(desk: ExplainDesk, { regimes }: Correlation): readonly Inline[] {
  const { w } = desk;
  const m = TECHNOLOGY_CORRELATION[desk.language];
  const [before, now] = regimes.slice(-2);
  if (!before) return [];
  if (!now) return [m.steady()];
  return [
    m.regime({
      day: w.day(now.from),
      correlation: w.ratio(now.correlation),
      range: ratioRange(desk, now.correlation),
      before: w.ratio(before.correlation),
      breaks: regimes.length - 1,
    }),
  ];
}

function alignmentLines(desk: ExplainDesk, { alignment }: Correlation): readonly Inline[] {
  const m = TECHNOLOGY_CORRELATION[desk.language];
  const { utc } = alignment;
  return [m.alignment(alignment), ...(hasValue(utc) ? [m.utc(desk.w.ratio(utc))] : [])];
}

function methodTable(desk: ExplainDesk, { readings }: Correlation): TableBlock {
  const { table: m, methods, never } = TECHNOLOGY_CORRELATION[desk.language];
  const { w } = desk;
  return table(desk, {
    id: 'technology-correlation-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('method', m.method),
      column('correlation', m.correlation, { phone: true }),
      column('percentile', m.percentile),
      column('last-at', m.lastAt, { phone: true }),
    ],
    groups: [
      {
        rows: readings.map(({ method, correlation, percentile, lastAt, extreme }) => {
          const range = ratioRange(desk, correlation);
          return {
            cells: [
              cell(methods[method]),
              range === '' ? cell(w.ratio(correlation)) : under([w.ratio(correlation)], range),
              cell(w.percentile(percentile)),
              lastAt ? cell(w.tableDay(lastAt)) : extreme ? cell(never[extreme]) : cell(),
            ],
          };
        }),
      },
    ],
  });
}

function pathChart(desk: ExplainDesk, part: Correlation): ChartBlock {
  const { chart: m } = TECHNOLOGY_CORRELATION[desk.language];
  const { series, regimes } = part;
  return linesChart(
    desk,
    {
      id: 'technology-correlation',
      title: m.title(desk.w.ratio(longOf(part).correlation)),
      measure: m.measure,
    },
    {
      dates: series.dates,
      lines: [
        { name: m.long, values: series.long },
        { name: m.regime, values: series.regime },
        { name: m.dcc, values: series.dcc },
        { name: m.short, values: series.short },
      ],
      format: (value) => decimal(value, { decimals: 2 }),
      zero: true,
      marks: regimes.slice(1).map(({ from }) => ({ date: from, text: m.breaks })),
    },
  );
}
