import { z } from 'zod';
import type { FigureMaker } from '../../../../data/figure.ts';
import type { View } from '../../../../data/view.ts';
import { figureSchema } from '../../../answer.ts';
import { drawing } from '../../drawing.ts';

/** Funds of the upper rungs whose flows somebody gives, and how well: the method of the weak ones is not documented. */
const FUNDS = [
  { asset: 'tlt', series: 'etf-flow-tlt', weak: true },
  { asset: 'qqq', series: 'etf-flow-qqq', weak: true },
  { asset: 'gdx', series: 'etf-flow-gdx', weak: true },
  { asset: 'ibit', series: 'btc-etf-flow-ibit', weak: false },
] as const;

export const LADDER_FLOW_SERIES = FUNDS.map(({ series }) => series);

export const ladderFlowsSchema = z.array(
  z.object({
    asset: z.string(),
    sums: z.array(z.object({ sessions: z.number(), flow: figureSchema, coverage: figureSchema })),
  }),
);

const NONE = 'no flow of the fund is known in the window';

/** Net flows of the funds over the last sessions of `dates`, by window. */
export async function ladderFlows(
  view: View,
  figure: FigureMaker,
  dates: Int32Array,
  windows: readonly number[],
): Promise<z.infer<typeof ladderFlowsSchema>> {
  const [from, to] = [dates[Math.max(0, dates.length - Math.max(...windows))], dates.at(-1)];
  const panel =
    from === undefined || to === undefined
      ? undefined
      : await view.panel({ ids: LADDER_FLOW_SERIES, from, to, join: { calendar: 'new-york' } });
  return FUNDS.map(({ asset, series, weak }, at) => {
    const values = panel ? panel.columns[at]!.values : new Float64Array(0);
    const draw = drawing(figure, [series]);
    const sums = windows.map((sessions) => {
      const known = values.slice(-sessions).filter(Number.isFinite);
      const coverage = known.length / sessions;
      const path = `flow.${asset}.${sessions}`;
      const total = known.length === 0 ? Number.NaN : known.reduce((sum, value) => sum + value, 0);
      return {
        sessions,
        flow: draw(path, total, 'usd', 'ladder-flow', {
          flags: [
            ...(weak ? (['proxy'] as const) : []),
            ...(coverage < 1 ? (['under-reported'] as const) : []),
          ],
          params: { sessions: known.length },
          why: NONE,
        }),
        coverage: draw(`${path}.coverage`, coverage, 'fraction', 'ladder-flow-coverage'),
      };
    });
    return { asset, sums };
  });
}
