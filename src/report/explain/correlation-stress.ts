import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { CORRELATION_STRESS } from '../messages/explain/correlation-stress.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Stress = PartAnswer<'havens', 'correlationStress'>;

export const tellCorrelationStress: Teller<Stress> = (desk, part) => {
  const headline = wayLines(desk, part);
  if (headline.length === 0) return { headline: [], blocks: [] };
  return {
    headline,
    blocks: [
      ...plain(
        desk,
        headline,
        hasValue(part.withVolatility)
          ? [CORRELATION_STRESS[desk.language].volatility(desk.w.ratio(part.withVolatility))]
          : [],
        dayLines(desk, part),
      ),
      matrixTable(desk, part),
    ],
  };
};

function wayLines(desk: ExplainDesk, { date, positions, way, matrices }: Stress): readonly Inline[] {
  const { w } = desk;
  const m = CORRELATION_STRESS[desk.language];
  const { lambda, percentile } = way;
  if (!date || !hasValue(lambda) || !hasValue(percentile)) return [];
  const words = {
    day: w.day(date),
    n: positions.length,
    way: w.share(lambda),
    range: w.range(lambda),
    percentile: w.percentile(percentile),
  };
  const [, realised, half, one] = matrices.map(({ ratio }) => w.ratio(ratio));
  return [
    lambda.value > 0 ? m.way(words) : m.back(words),
    m.risk({ realised: realised!, half: half!, one: one! }),
  ];
}

function dayLines(desk: ExplainDesk, { date, day }: Stress): readonly Inline[] {
  const { w } = desk;
  const m = CORRELATION_STRESS[desk.language];
  if (!date || !hasValue(day.lambda) || !hasValue(day.percentile)) return [];
  return [
    m.day({
      day: w.day(date),
      correlation: w.ratio(day.correlation),
      way: w.share(day.lambda),
      percentile: w.percentile(day.percentile),
    }),
    m.caution,
  ];
}

function matrixTable(desk: ExplainDesk, { matrices }: Stress): TableBlock {
  const { table: m, matrices: names } = CORRELATION_STRESS[desk.language];
  const { w } = desk;
  return table(desk, {
    id: 'correlation-stress-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('matrix', m.matrix),
      column('mean', m.mean, { phone: true }),
      column('eigenvalue', m.eigenvalue),
      column('ratio', m.ratio, { phone: true }),
    ],
    groups: [
      {
        rows: matrices.map(({ matrix, meanCorrelation, leastEigenvalue, ratio }) => ({
          cells: [
            cell(names[matrix]),
            cell(w.ratio(meanCorrelation)),
            cell(w.ratio(leastEigenvalue)),
            cell(w.ratio(ratio)),
          ],
        })),
      },
    ],
  });
}
