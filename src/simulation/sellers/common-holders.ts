import { z } from 'zod';
import type { MarketSpec } from '../market/spec.ts';
import { HoldersRun, type PlannedFund } from './holders/holders-run.ts';
import { holding, namedOnce, ONCE } from './holders/holding.ts';
import { PooledDepth } from './holders/pooled-depth.ts';
import { outletOf } from './scheduled/outlet.ts';
import { type SellerPlan, seller } from './seller.ts';

const fund = z
  .object({
    name: z.string().min(1),
    holdings: z.array(holding).min(1).refine(namedOnce, ONCE),
    other: z
      .number()
      .min(0)
      .default(0)
      .describe('assets that it does not sell and that keep their value; unit: usd'),
    leverage: z.number().min(1).describe('assets over equity at the start; unit: ratio'),
    trigger: z.number().min(1).describe('leverage above which it sells; unit: ratio'),
    target: z.number().min(1).describe('leverage down to which it sells; unit: ratio'),
    order: z
      .enum(['proportional', 'liquid-first'])
      .describe('proportional: the same share of every holding; liquid-first: the cheapest sale'),
  })
  .refine(({ trigger, target }) => target <= trigger, {
    message: 'must not be above trigger',
    path: ['target'],
  });

const params = z.object({
  funds: z.array(fund),
  everyMinutes: z
    .number()
    .min(0)
    .default(0)
    .describe('between looks at the leverage, from the start; 0: at every step; unit: minutes'),
});

type Params = z.infer<typeof params>;

/**
 * Leveraged funds that hold several assets in common and sell when their leverage exceeds a limit.
 * Λ = assets/E with E = assets − debt; above the trigger, or with E ≤ 0, assets − target·E is sold, at most everything; cash pays debt.
 *
 * Proportional: the share γ = (assets − target·E)/(holdings) of every holding (Cont & Schaanning; with trigger = target = the leverage at the
 * start Greenwood, Landier & Thesmar). Liquid first: the sale that raises the amount at the least cost, in which the last unit of every
 * asset of which something is left costs the same impact. Valued at the index with which a step begins; what a sale moves is felt at the
 * next look, and through the fills, which lie halfway. Funds never buy back. Traded in spot, exchange and future books, by depth; the cost of
 * a sale counts all books of the asset, for arbitrage spreads it.
 *
 * Notes: `equity` left in all funds, `deleveraged` sold (both US dollars at the prices of the path), `failed` funds with no equity (count).
 *
 * @see Greenwood, Landier & Thesmar (2015), Vulnerable banks, J. Financial Economics 115; Cont & Schaanning (2017), Fire sales, indirect
 * contagion and systemic stress testing, Norges Bank Working Paper 2/2017; Scholes (2000), Crisis and risk management, American Economic
 * Review 90(2) (most liquid first).
 */
export const commonHolders = seller({
  id: 'common-holders',
  title: { 'zh-Hans': '共同持有人减仓', 'zh-Hant': '共同持有人減倉', en: 'Deleveraging common holders' },
  summary: {
    'zh-Hans':
      '多资产基金的杠杆超过上限时卖到目标为止：按比例卖，或先卖最好卖的；一种资产的亏损因此传给别的资产。',
    'zh-Hant':
      '多資產基金的槓桿超過上限時賣到目標為止：按比例賣，或先賣最好賣的；一種資產的虧損因此傳給別的資產。',
    en: 'Multi-asset funds above their limit of leverage sell down to a target, in proportion or what is cheapest to sell first; so a loss in one asset becomes a sale of others.',
  },
  side: 'seller',
  source:
    'Greenwood, Landier & Thesmar (2015), J. Financial Economics 115; Cont & Schaanning (2017), Norges Bank Working Paper 2/2017',
  params,
  plan({ funds, everyMinutes }: Params, market: MarketSpec): SellerPlan {
    const planned = funds.map((one) => planOf(one, market));
    const depth = new PooledDepth(market);
    return { start: () => new HoldersRun(planned, everyMinutes, depth, market) };
  },
});

function planOf(
  { holdings, other, leverage, ...terms }: Params['funds'][number],
  market: MarketSpec,
): PlannedFund {
  const outlets = holdings.map(({ asset }) => outletOf(market, asset, ['spot', 'exchange', 'future']));
  const prices = Float64Array.from(outlets, ({ asset }) => market.assets[asset]!.price);
  const assets = holdings.reduce((sum, { usd }) => sum + usd, other);
  return {
    outlets,
    prices,
    units: prices.map((price, k) => holdings[k]!.usd / price),
    other,
    debt: assets * (1 - 1 / leverage),
    ...terms,
  };
}
