import { plain } from '../compose/paragraph.ts';
import { hasValue } from '../desk.ts';
import type { ChartBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { MINERS } from '../messages/explain/miners.ts';
import { percent } from '../numbers.ts';
import { linesChart } from './flow-charts.ts';
import { ratioRange } from './haven-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Miners = PartAnswer<'havens', 'miners'>;

export const tellMiners: Teller<Miners> = (desk, part) => {
  const { w } = desk;
  const m = MINERS[desk.language];
  const { metal, equity, own } = part.shares;
  if (!part.date || !hasValue(metal) || !hasValue(equity)) return { headline: [], blocks: [] };
  const headline = [
    m.shares({
      day: w.day(part.date),
      metal: w.share(metal),
      equity: w.share(equity),
      own: w.share(own),
    }),
    m.meaning(metal.value >= equity.value),
  ];
  return {
    headline,
    blocks: [
      ...plain(desk, headline, beforeLines(desk, part), betaLines(desk, part), ratioLines(desk, part)),
      shareChart(desk, part),
    ],
  };
};

function beforeLines(desk: ExplainDesk, { before }: Miners): readonly Inline[] {
  if (!hasValue(before.metal)) return [];
  const { w } = desk;
  return [MINERS[desk.language].before({ metal: w.share(before.metal), equity: w.share(before.equity) })];
}

function betaLines(desk: ExplainDesk, { betas, leverage }: Miners): readonly Inline[] {
  const { w } = desk;
  const m = MINERS[desk.language];
  if (!hasValue(betas.metal)) return [];
  return [
    m.betas({
      metal: w.ratio(betas.metal),
      metalRange: ratioRange(desk, betas.metal),
      equity: w.ratio(betas.equity),
      equityRange: ratioRange(desk, betas.equity),
    }),
    ...(hasValue(leverage.elasticity)
      ? [
          m.leverage({
            margin: w.share(leverage.margin),
            breakEven: w.level(leverage.breakEven),
            elasticity: w.ratio(leverage.elasticity),
            beta: w.ratio(betas.metal),
          }),
        ]
      : []),
  ];
}

function ratioLines(desk: ExplainDesk, { ratio, fromHigh }: Miners): readonly Inline[] {
  const { w } = desk;
  const m = MINERS[desk.language];
  if (!hasValue(ratio.z) || !hasValue(fromHigh.miners)) return [];
  return [
    m.ratio({ level: w.ratio(ratio.level), z: w.z(ratio.z) }),
    m.high({ miners: w.drawdown(fromHigh.miners), metal: w.drawdown(fromHigh.metal) }),
  ];
}

function shareChart(desk: ExplainDesk, { shares, series }: Miners): ChartBlock {
  const { chart: m } = MINERS[desk.language];
  const { w } = desk;
  return linesChart(
    desk,
    {
      id: 'miners',
      title: m.title({ metal: w.share(shares.metal), equity: w.share(shares.equity) }),
      measure: m.measure,
    },
    {
      dates: series.dates,
      lines: [
        { name: m.metal, values: series.metal },
        { name: m.equity, values: series.equity },
      ],
      format: (value) => percent(value, { decimals: 0 }),
      zero: true,
    },
  );
}
