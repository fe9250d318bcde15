import type { Unknown } from './unknown.ts';

/** What brokers and venues do not publish of the stops that they hold. */
export const STOP_ORDER_UNKNOWNS = [
  {
    name: 'stop-orders.size',
    title: {
      'zh-Hans': '带止损的持仓占日成交额',
      'zh-Hant': '帶停損的部位占日成交額',
      en: 'Holdings with a stop over a day’s volume',
    },
    unit: 'fraction',
    low: 0.005,
    high: 0.1,
    scale: 'log',
    source:
      'Reasoned: stops are few against what is traded, yet felt for hours where they cluster (Osler 2005, J. International Money and Finance 24(2))',
  },
  {
    name: 'stop-orders.round',
    title: {
      'zh-Hans': '整数关口下的止损占比',
      'zh-Hant': '整數關口下的停損占比',
      en: 'Share of stops behind round numbers',
    },
    unit: 'fraction',
    low: 0.1,
    high: 0.5,
    scale: 'linear',
    source:
      'Osler (2003), J. Finance 58(5): stops cluster strongly just beyond round numbers; range widened, for no venue of coins has published its own',
  },
  {
    name: 'stop-orders.lows',
    title: {
      'zh-Hans': '前期低点下的止损占比',
      'zh-Hant': '前期低點下的停損占比',
      en: 'Share of stops behind past lows',
    },
    unit: 'fraction',
    low: 0.1,
    high: 0.4,
    scale: 'linear',
    source: 'Reasoned: the usual advice of technical analysis, as often followed as round numbers are',
  },
  {
    name: 'stop-orders.distance',
    title: {
      'zh-Hans': '止损的平均距离（日波动率倍数）',
      'zh-Hant': '停損的平均距離（日波動率倍數）',
      en: 'Mean distance of stops, in daily volatilities',
    },
    unit: 'ratio',
    low: 1,
    high: 6,
    scale: 'log',
    source: 'Reasoned: nearer than a day’s move a stop is noise, farther than a month’s (4.5) it is none',
  },
  {
    name: 'stop-orders.renewed',
    title: {
      'zh-Hans': '触发后重新设置的止损占比',
      'zh-Hant': '觸發後重新設定的停損占比',
      en: 'Share of stops set again after they were triggered',
    },
    unit: 'fraction',
    low: 0.1,
    high: 0.7,
    scale: 'linear',
    source: 'Reasoned: within a week some of those who were stopped out come back',
  },
] as const satisfies readonly Unknown[];
