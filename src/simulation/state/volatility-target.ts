import type { z } from 'zod';
import { formatDay } from '../../data/time.ts';
import { type History, readHistories } from '../../diagnosis/history.ts';
import type { volatilityTarget } from '../sellers/volatility-target.ts';
import type { Reading, StateReader } from './reading.ts';
import { DAILY_DECAY, dailyVolatility } from './scheduled/daily-volatility.ts';
import { type Underlying, underlyingOf } from './scheduled/underlying.ts';
import type { Unknown } from './unknown.ts';

type Params = z.infer<typeof volatilityTarget.params>;
type Programme = Params['programmes'][number];

/** Share of the volatility-controlled equity money by index: nearly all of it is written on the S&P 500. */
const CONTROLLED: Partial<Record<Underlying, number>> = { sp500: 0.85, 'nasdaq-100': 0.15 };

/** Classes of a risk-parity portfolio, one market each: equities, bonds and gold of the three equal budgets of risk. */
const PARITY: readonly Underlying[] = ['sp500', 'treasuries', 'gold'];

const CONTROLLED_ASSETS: Unknown = {
  name: 'volatility-target.assets',
  title: {
    'zh-Hans': '目标波动率基金的资产',
    'zh-Hant': '目標波動率基金的資產',
    en: 'Assets of volatility-target funds',
  },
  unit: 'usd',
  low: 100e9,
  high: 500e9,
  scale: 'log',
  source:
    'Barclays, 6 February 2018 (Gulf News, 7 February 2018): about $500 billion tied to funds that target a volatility, the upper end; the lower one is what a fifth of it would be, for nobody counts them.',
};

const PARITY_ASSETS: Unknown = {
  name: 'volatility-target.parity-assets',
  title: {
    'zh-Hans': '风险平价基金的资产',
    'zh-Hant': '風險平價基金的資產',
    en: 'Assets of risk-parity funds',
  },
  unit: 'usd',
  low: 110e9,
  high: 400e9,
  scale: 'log',
  source:
    'HFR, 2017 (IPE): 25 funds with about $110 billion; AllianceBernstein, 2015, as quoted in the press: $400 billion.',
};

const TARGET: Unknown = {
  name: 'volatility-target.target',
  title: { 'zh-Hans': '目标波动率（年）', 'zh-Hant': '目標波動率（年）', en: 'Target volatility a year' },
  unit: 'fraction',
  low: 0.08,
  high: 0.15,
  scale: 'linear',
  source:
    'HFR indices of risk parity, 2017 (IPE): targets of 10, 12 and 15 percent; somewhat lower for cautious mandates, by reasoning.',
};

const DAYS: Unknown = {
  name: 'volatility-target.days',
  title: {
    'zh-Hans': '调仓分摊的天数',
    'zh-Hant': '調倉分攤的天數',
    en: 'Days over which a change of weight is traded',
  },
  unit: 'days',
  low: 1,
  high: 5,
  scale: 'log',
  source: 'Reasoning: an index that follows a rule trades the next close, a fund within a week.',
};

/** Forecasts of volatility from the view; assets, targets and speed from priors. */
export const readVolatilityTarget: StateReader<Params> = async (setting) => {
  const ids = setting.assets.map(({ id }) => id);
  const histories = await readHistories(setting.view, ids);
  const known = ids.flatMap((id) => {
    const underlying = underlyingOf(id);
    const volatility = dailyVolatility(histories.get(id));
    return underlying && volatility > 0 ? [{ asset: id, underlying, volatility }] : [];
  });
  const controlled = known.filter(({ underlying }) => CONTROLLED[underlying] !== undefined);
  const parity = known.filter(({ underlying }) => PARITY.includes(underlying));
  const used = known.filter((one) => controlled.includes(one) || parity.includes(one));
  return {
    params: (theta) => {
      const common = {
        target: theta[TARGET.name]!,
        decay: DAILY_DECAY,
        days: Math.round(theta[DAYS.name]!),
        threshold: 0,
      };
      const programmes: Programme[] = controlled.map(({ asset, underlying, volatility }) => ({
        ...common,
        name: `${asset}-controlled`,
        assets: theta[CONTROLLED_ASSETS.name]! * CONTROLLED[underlying]!,
        cap: 1.5,
        holdings: [{ asset, volatility }],
      }));
      if (parity.length > 0) {
        programmes.push({
          ...common,
          name: 'risk-parity',
          assets: (theta[PARITY_ASSETS.name]! * parity.length) / PARITY.length,
          cap: 3,
          holdings: parity.map(({ asset, volatility }) => ({ asset, volatility })),
        });
      }
      return programmes.length === 0 ? null : { programmes };
    },
    readings: used.map(({ asset, volatility }) => readingOf(asset, volatility, histories.get(asset)!)),
    unknowns: [
      ...(controlled.length > 0 ? [CONTROLLED_ASSETS] : []),
      ...(parity.length > 0 ? [PARITY_ASSETS] : []),
      ...(used.length > 0 ? [TARGET, DAYS] : []),
    ],
    missing: ids.filter((id) => {
      const underlying = underlyingOf(id);
      const wanted = underlying && (CONTROLLED[underlying] !== undefined || PARITY.includes(underlying));
      return wanted && !known.some(({ asset }) => asset === id);
    }),
  };
};

function readingOf(asset: string, volatility: number, history: History): Reading {
  return {
    name: `volatility-target.${asset}.volatility`,
    title: {
      'zh-Hans': `${asset} 日波动率预测`,
      'zh-Hant': `${asset} 日波動率預測`,
      en: `Forecast of the daily volatility of ${asset}`,
    },
    value: volatility,
    unit: 'fraction',
    how: 'measured',
    inputs: [{ symbol: 'r', series: asset, date: formatDay(history.dates[history.last]!) }],
    note: {
      'zh-Hans': '日收益率的指数加权均方根，λ = 0.94。',
      'zh-Hant': '日報酬率的指數加權均方根，λ = 0.94。',
      en: 'Root of the exponentially weighted mean square of daily returns, λ = 0.94.',
    },
  };
}
