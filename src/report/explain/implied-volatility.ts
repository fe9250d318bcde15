import { plain } from '../compose/paragraph.ts';
import { hasValue } from '../desk.ts';
import type { Block, ChartBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { FigureSpan, Inline } from '../inline.ts';
import { IMPLIED_VOLATILITY } from '../messages/explain/implied-volatility.ts';
import { decimal, percent, shiftPoint } from '../numbers.ts';
import { linesChart } from './flow-charts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Implied = PartAnswer<'flows', 'impliedVolatility'>;
type Market = Implied['markets'][number];

export const tellImpliedVolatility: Teller<Implied> = (desk, part) => {
  const known = part.markets.filter(
    ({ implied, percentileYear }) => hasValue(implied) && hasValue(percentileYear),
  );
  const stories = known.map((market) => marketLines(desk, market));
  const rest = [
    ...indexLines(desk, part),
    ...(hasValue(part.skew25) ? [] : [IMPLIED_VOLATILITY[desk.language].noSkew]),
  ];
  return {
    headline: stories.flatMap((lines) => lines.slice(0, 1)),
    blocks: [
      ...known.flatMap((market, k): readonly Block[] => [...plain(desk, stories[k]!), chartOf(desk, market)]),
      ...(known.length > 0 ? plain(desk, rest) : []),
    ],
  };
};

/** A volatility a year: "44.1%". */
function volatility({ w }: ExplainDesk, figure: Figure): FigureSpan {
  return w.as(figure, percent(figure.value ?? 0, { decimals: 1, lines: [0] }));
}

/** A difference of two volatilities in percentage points, with its sign or without. */
function points({ w }: ExplainDesk, figure: Figure, signed: boolean): FigureSpan {
  const value = shiftPoint(figure.value ?? 0, 2);
  return w.as(figure, decimal(signed ? value : Math.abs(value), { decimals: 1, signed, lines: [0] }));
}

function marketLines(desk: ExplainDesk, market: Market): readonly Inline[] {
  const m = IMPLIED_VOLATILITY[desk.language];
  const { w } = desk;
  const { gap, miss, overpaid, put } = market;
  return [
    m.level({
      market: market.market,
      day: w.day(market.date!),
      implied: volatility(desk, market.implied),
      percentile: w.percentile(market.percentileYear),
    }),
    ...(hasValue(gap)
      ? [
          m.gap({
            realised: volatility(desk, market.realised),
            gap: points(desk, gap, false),
            dear: gap.value > 0,
          }),
        ]
      : []),
    ...(hasValue(miss) && hasValue(overpaid)
      ? [m.miss({ miss: points(desk, miss, true), overpaid: w.share(overpaid) })]
      : []),
    ...(hasValue(put) ? [m.put(w.share(put, 2))] : []),
  ];
}

function indexLines(desk: ExplainDesk, { indices, term }: Implied): readonly Inline[] {
  const m = IMPLIED_VOLATILITY[desk.language];
  const { w } = desk;
  const [skew, vvix] = ['skew', 'vvix'].map((id) => indices.find(({ index }) => index === id));
  return [
    ...(skew && vvix && hasValue(skew.percentile) && hasValue(vvix.percentile)
      ? [
          m.indices({
            skew: w.level(skew.level),
            skewRank: w.percentile(skew.percentile),
            vvix: w.level(vvix.level),
            vvixRank: w.percentile(vvix.percentile),
          }),
        ]
      : []),
    ...(hasValue(term.slope)
      ? [m.term({ slope: w.change(term.slope), inverted: term.slope.value < 0 })]
      : []),
  ];
}

function chartOf(desk: ExplainDesk, { market, date, implied, series }: Market): ChartBlock {
  const m = IMPLIED_VOLATILITY[desk.language].chart;
  const inPercent = (values: readonly (number | null)[]) =>
    values.map((value) => (value === null ? null : 100 * value));
  return linesChart(
    desk,
    {
      id: `implied-volatility-${market}`,
      title: m.title({ market, day: desk.w.day(date!), implied: volatility(desk, implied) }),
      measure: m.measure,
      height: 220,
    },
    {
      dates: series.dates,
      lines: [
        { name: m.implied, values: inPercent(series.implied) },
        { name: m.realised, values: inPercent(series.realised) },
      ],
      format: (value) => decimal(value, { decimals: 0 }),
      zero: true,
    },
  );
}
