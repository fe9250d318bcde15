import { z } from 'zod';
import { drawing } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { SPREAD_FORMULAS } from './formulas.ts';
import { LEAD_LAGS, leadLagOf, leadLagSchema } from './lead-lag.ts';
import { pairOf, pairSchema, VENUE_PAIRS } from './venue-pairs.ts';

const SERIES = [...new Set([...VENUE_PAIRS, ...LEAD_LAGS].flatMap(({ first, second }) => [first, second]))];

/** How far the venues' prices lie apart and how soon they close up again, and which market moves first. */
export const spreads = explainPart({
  id: 'spreads',
  title: { 'zh-Hans': '跨交易所价差', 'zh-Hant': '跨交易所價差', en: 'Spreads between venues' },
  series: SERIES,
  covers: (asset) => asset === 'btc-usd',
  schema: z.object({ pairs: z.array(pairSchema), leadLags: z.array(leadLagSchema) }),
  formulas: SPREAD_FORMULAS,
  async compute({ view, figure }) {
    const series = await view.seriesMany(SERIES);
    const of = (id: string) => series.get(id)!;
    return {
      pairs: VENUE_PAIRS.map((pair) =>
        pairOf(
          drawing(figure, [pair.first, pair.second]),
          pair,
          of(pair.first),
          of(pair.second),
          view.instant,
        ),
      ),
      leadLags: LEAD_LAGS.map((pair) =>
        leadLagOf(
          drawing(figure, [pair.first, pair.second]),
          pair,
          of(pair.first),
          of(pair.second),
          view.instant,
        ),
      ),
    };
  },
});
