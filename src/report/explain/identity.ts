import { plain } from '../compose/paragraph.ts';
import { hasValue } from '../desk.ts';
import type { ChartBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { IDENTITY } from '../messages/explain/identity.ts';
import { percent } from '../numbers.ts';
import { linesChart } from './flow-charts.ts';
import { ratioRange } from './haven-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Identity = PartAnswer<'havens', 'identity'>;

export const tellIdentity: Teller<Identity> = (desk, part) => {
  const { w } = desk;
  const m = IDENTITY[desk.language];
  const [technology, gold, dollar, own] = part.shares.map(({ share }) => share);
  if (!part.date || !hasValue(technology) || !hasValue(own)) return { headline: [], blocks: [] };
  const beta = part.betas[0]!.beta;
  const headline = [
    m.shares({
      day: w.day(part.date),
      technology: w.share(technology),
      gold: w.share(gold!),
      dollar: w.share(dollar!),
      own: w.share(own),
      beta: w.ratio(beta),
      range: ratioRange(desk, beta),
    }),
  ];
  return {
    headline,
    blocks: [
      ...plain(desk, headline, changeLines(desk, part), riskLines(desk, part), [m.meaning(own.value > 0.5)]),
      shareChart(desk, part),
      riskChart(desk, part),
    ],
  };
};

function changeLines(desk: ExplainDesk, { change }: Identity): readonly Inline[] {
  const { w } = desk;
  const m = IDENTITY[desk.language];
  if (!change) return [m.unchanged()];
  return [
    m.change({ day: w.day(change.date), before: w.ratio(change.before), after: w.ratio(change.after) }),
  ];
}

function riskLines(desk: ExplainDesk, { risk }: Identity): readonly Inline[] {
  const { w } = desk;
  const m = IDENTITY[desk.language];
  return [
    ...(hasValue(risk.rSquared) && hasValue(risk.percentile)
      ? [
          m.risk({
            rSquared: w.share(risk.rSquared),
            range: w.range(risk.rSquared),
            percentile: w.percentile(risk.percentile),
          }),
        ]
      : []),
    ...(hasValue(risk.beforeFunds) && hasValue(risk.sinceFunds)
      ? [m.funds({ before: w.share(risk.beforeFunds), since: w.share(risk.sinceFunds) })]
      : []),
  ];
}

function shareChart(desk: ExplainDesk, { shares, series }: Identity): ChartBlock {
  const { chart: m } = IDENTITY[desk.language];
  const technology = desk.w.share(shares[0]!.share);
  return linesChart(
    desk,
    { id: 'identity', title: m.title(technology), measure: m.measure },
    {
      dates: series.dates,
      lines: [
        { name: m.technology, values: series.technology },
        { name: m.gold, values: series.gold },
        { name: m.own, values: series.own },
      ],
      format: (value) => percent(value, { decimals: 0 }),
      zero: true,
    },
  );
}

/** First session of the US spot funds. */
const FUNDS = '2024-01-11';

function riskChart(desk: ExplainDesk, { risk, series }: Identity): ChartBlock {
  const { riskChart: m } = IDENTITY[desk.language];
  return linesChart(
    desk,
    { id: 'identity-risk', title: m.title(desk.w.share(risk.rSquared)), measure: m.measure },
    {
      dates: series.dates,
      lines: [
        { name: m.rSquared, values: series.rSquared },
        { name: m.high, values: series.rSquaredHigh },
        { name: m.low, values: series.rSquaredLow },
      ],
      format: (value) => percent(value, { decimals: 0 }),
      zero: true,
      marks: [{ date: FUNDS, text: m.funds }],
    },
  );
}
