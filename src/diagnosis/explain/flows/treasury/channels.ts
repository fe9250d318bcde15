import { z } from 'zod';
import { changes, type Panel } from '../../../../data/panel.ts';
import type { View } from '../../../../data/view.ts';
import { isRefused } from '../../../../measures/refused.ts';
import { shapleyR2 } from '../../../../measures/shapley-r2.ts';
import { figureSchema } from '../../../answer.ts';
import { type Draw, spanOf } from '../../drawing.ts';
import { bandOf, slopeOf } from '../etf/slope.ts';

/** Listed shares through which a fall of bitcoin reaches the stock market. */
export const CHANNELS = ['mstr', 'coin', 'mara', 'riot', 'clsk', 'iren'] as const;
const MARKET = 'sp500';
export const CHANNEL_SERIES = [...CHANNELS, MARKET] as const;

const SESSIONS = 250;

export const channelsSchema = z.array(
  z.object({
    id: z.string(),
    beta: figureSchema,
    ofBitcoin: figureSchema,
    ofMarket: figureSchema,
    change: figureSchema,
  }),
);

/** Log changes of every column from row to row; NaN where a value is missing. */
export function logReturns(panel: Panel): readonly Float64Array[] {
  return panel.columns.map((column) => changes(column).map(Math.log1p));
}

export async function channelsOf(
  view: View,
  draw: Draw,
  window: number,
): Promise<z.infer<typeof channelsSchema>> {
  const panels = await Promise.all(
    CHANNELS.map((id) => view.panel({ ids: [id, 'btc-usd', MARKET], join: 'intersection' })),
  );
  return panels.map((panel, k) => channelOf(draw, CHANNELS[k]!, panel, window));
}

function channelOf(draw: Draw, id: string, panel: Panel, window: number) {
  const [own, bitcoin, market] = logReturns(panel).map((one) => one.subarray(-SESSIONS)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const slope = slopeOf(own, bitcoin);
  const x = new Float64Array(2 * own.length);
  for (let t = 0; t < own.length; t++) x.set([bitcoin[t]!, market[t]!], 2 * t);
  const shares = own.length > 0 ? shapleyR2(own, x, 2) : ({ refused: 'insufficient_data' } as const);
  const rows = panel.dates.length;
  const last = rows - 1;
  const span = rows > SESSIONS ? spanOf(panel.dates, rows - SESSIONS, last, slope?.rows ?? SESSIONS) : {};
  const why = 'too few sessions in common with bitcoin and the S&P 500';
  const share = (k: number, of: string) =>
    draw(
      `channel.${id}.of-${of}`,
      isRefused(shares) ? Number.NaN : shares.shares[k]!,
      'fraction',
      'treasury-variance-share',
      {
        params: { series: id, of },
        ...span,
        why,
      },
    );
  const prices = panel.columns[0]!.values;
  return {
    id,
    beta: draw(`channel.${id}.beta`, slope?.slope ?? Number.NaN, 'ratio', 'treasury-beta', {
      params: { series: id, sessions: SESSIONS },
      ...span,
      ...(slope ? { band: bandOf(slope) } : {}),
      why,
    }),
    ofBitcoin: share(0, 'btc-usd'),
    ofMarket: share(1, MARKET),
    change: draw(
      `channel.${id}.change`,
      last >= window ? prices[last]! / prices[last - window]! - 1 : Number.NaN,
      'fraction',
      'treasury-change',
      {
        params: { series: id, sessions: window },
        ...(last >= window ? spanOf(panel.dates, last - window, last) : {}),
        why,
      },
    ),
  };
}
