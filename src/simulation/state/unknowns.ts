import { MINUTES_A_DAY } from '../market/spec.ts';
import type { Unknown } from './unknown.ts';

/** What nobody can observe of the market itself; each name is the field of the specification it decides. */
export const MARKET_UNKNOWNS = [
  {
    name: 'market.crypto-impact',
    title: {
      'zh-Hans': '加密货币冲击系数 Y',
      'zh-Hant': '加密貨幣衝擊係數 Y',
      en: 'Impact prefactor Y of crypto books',
    },
    unit: 'ratio',
    low: 0.4,
    high: 20,
    scale: 'log',
    source:
      'Donier & Bonart (2015), A million metaorder analysis of market impact on the Bitcoin: square root, Y about 1 for orders worked over hours; 20 is what the resting orders alone say: bids of 0.57 bn within 5 % at Binance before the fall of 2025-10-10, with its volume of a day and a volatility of 1.7 %',
  },
  {
    name: 'market.exchange-impact',
    title: {
      'zh-Hans': '期货与股票冲击系数 Y',
      'zh-Hant': '期貨與股票衝擊係數 Y',
      en: 'Impact prefactor Y of futures and shares',
    },
    unit: 'ratio',
    low: 0.5,
    high: 1.5,
    scale: 'log',
    source: 'Tóth et al. (2011), Physical Review X 1, 021006; Bouchaud et al. (2018), chapter 12',
  },
  {
    name: 'market.refill',
    title: {
      'zh-Hans': '订单簿恢复半衰期',
      'zh-Hant': '訂單簿恢復半衰期',
      en: 'Half-life of the refill of books',
    },
    unit: 'days',
    low: 3 / MINUTES_A_DAY,
    high: 120 / MINUTES_A_DAY,
    scale: 'log',
    source: 'Bouchaud et al. (2018), chapter 13: impact decays over minutes to hours',
  },
  {
    name: 'market.lasting',
    title: {
      'zh-Hans': '冲击中持久的部分',
      'zh-Hant': '衝擊中持久的部分',
      en: 'Share of the impact that lasts',
    },
    unit: 'fraction',
    low: 0.02,
    high: 0.5,
    scale: 'linear',
    source:
      'Bouchaud et al. (2018), chapter 13: from nothing (no information) to two thirds (informed orders)',
  },
  {
    name: 'market.makers',
    title: {
      'zh-Hans': '做市商对波动的敏感度',
      'zh-Hant': '做市商對波動的敏感度',
      en: 'Withdrawal of makers with volatility',
    },
    unit: 'ratio',
    low: 0.2,
    high: 1.5,
    scale: 'linear',
    source:
      'Depth in proportion to 1/σ to 1/σ² over wide ranges of volatility: Bouchaud et al. (2018), chapter 4; Kirilenko et al. (2017)',
  },
  {
    name: 'market.makers-least',
    title: {
      'zh-Hans': '做市商最少保留的深度',
      'zh-Hant': '做市商最少保留的深度',
      en: 'Depth that makers keep at the worst',
    },
    unit: 'fraction',
    low: 0.02,
    high: 0.5,
    scale: 'log',
    source:
      'Kirilenko, Kyle, Samadi & Tuzun (2017), The flash crash, J. Finance 72: depth fell to a twentieth and less',
  },
  {
    name: 'market.arbitrage',
    title: {
      'zh-Hans': '跨交易所套利的半衰期',
      'zh-Hant': '跨交易所套利的半衰期',
      en: 'Half-life of arbitrage between venues',
    },
    unit: 'days',
    low: 0.2 / MINUTES_A_DAY,
    high: 10 / MINUTES_A_DAY,
    scale: 'log',
    source:
      'Makarov & Schoar (2020), Trading and arbitrage in cryptocurrency markets, J. Financial Economics 135: minutes, hours in stress',
  },
] as const satisfies readonly Unknown[];
