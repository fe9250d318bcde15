import { z } from 'zod';
import type { View } from '../../../../data/view.ts';
import { figureSchema } from '../../../answer.ts';
import { rowAtOrBefore } from '../../../history.ts';
import { type Draw, spanOf } from '../../drawing.ts';
import type { FundCoin } from './coins.ts';
import { coinsHeld, herfindahl, sharesOf } from './holdings.ts';
import type { FundSessions } from './sessions.ts';

/** Days after which stated assets are too old to stand beside the flow of the session. */
const ASSETS_AGE = 7;

export const fundSharesSchema = z.object({
  /** By assets, largest first; funds without a flow so far are left out. */
  funds: z.array(
    z.object({
      ticker: z.string(),
      /** Month to date. */
      flow: figureSchema,
      flowShare: figureSchema,
      assets: figureSchema,
      assetShare: figureSchema,
      weight: figureSchema,
      /** Money leaves the funds, and this one more than in proportion to its assets. */
      bleeds: z.boolean(),
    }),
  ),
  /** Flow that the table gives to no fund: with it the funds make the total. */
  unattributed: figureSchema,
  concentration: figureSchema,
});

const NOT_WHOLE = 'the flows by fund are not whole since the first session';

/** Assets at the last row: as stated, else estimated; `stated` says which. */
async function assetsOf(view: View, coin: FundCoin, sessions: FundSessions) {
  const held = coinsHeld(coin, sessions);
  const day = sessions.dates.at(-1)!;
  const price = sessions.price.at(-1)!;
  const stated = await view.seriesMany(coin.funds.flatMap(({ assets }) => (assets ? [assets] : [])));
  return coin.funds.map(({ assets }, at) => {
    const series = assets ? stated.get(assets) : undefined;
    const row = series ? rowAtOrBefore(series.dates, day) : -1;
    return row >= 0 && day - series!.dates[row]! <= ASSETS_AGE
      ? { value: series!.values[row]!, stated: true }
      : { value: positive(held[at]!.at(-1)! * price), stated: false };
  });
}

function positive(value: number): number {
  return value > 0 ? value : Number.NaN;
}

/** Share of each fund in the month's flow against its share of the assets. Rows from … the last. */
export async function fundSharesOf(
  view: View,
  draw: Draw,
  coin: FundCoin,
  sessions: FundSessions,
  from: number,
): Promise<z.infer<typeof fundSharesSchema>> {
  const last = sessions.dates.length - 1;
  if (last < 0) return nothing(draw);
  const assets = await assetsOf(view, coin, sessions);
  const flows = sessions.funds.map((flow) => sumOf(flow, from, last));
  const total = sumOf(sessions.total, from, last);
  const shares = sharesOf(assets.map(({ value }) => value));
  const proxy = assets.some(({ stated }) => !stated) ? (['proxy'] as const) : [];
  const span = spanOf(sessions.dates, from, last);
  const order = [...coin.funds.keys()]
    .filter((at) => sessions.funds[at]!.some((flow) => Math.abs(flow) > 0))
    .sort((a, b) => (shares[b] || 0) - (shares[a] || 0) || a - b);
  const funds = order.map((at) => {
    const { ticker, series } = coin.funds[at]!;
    const [flow, flowShare, share] = [flows[at]!, flows[at]! / total, shares[at]!];
    const path = `fund.${ticker.toLowerCase()}`;
    const blank = sessions.funds[at]!.at(-1) === 0 ? (['under-reported'] as const) : [];
    const whole = { ...span, flags: blank, why: 'the fund has no flow on a session of the month' };
    const asset = { flags: assets[at]!.stated ? [] : (['proxy'] as const), why: NOT_WHOLE };
    const weight = { ...whole, flags: [...proxy, ...blank], why: NOT_WHOLE };
    return {
      ticker,
      flow: draw(`${path}.flow`, flow, 'usd', 'etf-flow-of-fund', { ...whole, params: { series } }),
      flowShare: draw(`${path}.flow-share`, flowShare, 'fraction', 'etf-flow-share', whole),
      assets: draw(`${path}.assets`, assets[at]!.value, 'usd', 'etf-assets', asset),
      assetShare: draw(`${path}.asset-share`, share, 'fraction', 'etf-asset-share', {
        flags: proxy,
        why: NOT_WHOLE,
      }),
      weight: draw(`${path}.weight`, flowShare / share, 'ratio', 'etf-flow-weight', weight),
      bleeds: total < 0 && flow < 0 && flowShare > share,
    };
  });
  const told = flows.filter(Number.isFinite).reduce((sum, flow) => sum + flow, 0);
  return {
    funds,
    unattributed: draw('unattributed', total - told, 'usd', 'etf-flow-sum', span),
    concentration: draw('concentration', herfindahl(shares), 'ratio', 'etf-concentration', {
      flags: proxy,
      why: NOT_WHOLE,
    }),
  };
}

function nothing(draw: Draw) {
  const why = 'no fund flow is known';
  return {
    funds: [],
    unattributed: draw('unattributed', Number.NaN, 'usd', 'etf-flow-sum', { why }),
    concentration: draw('concentration', Number.NaN, 'ratio', 'etf-concentration', { why }),
  };
}

function sumOf(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let row = from; row <= to; row++) sum += values[row]!;
  return sum;
}
