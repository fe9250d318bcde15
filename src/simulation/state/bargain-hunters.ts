import { formatDay, MS_PER_DAY } from '../../data/time.ts';
import type { History } from '../../diagnosis/history.ts';
import { MINUTES_A_DAY } from '../market/spec.ts';
import type { BargainHuntersParams } from '../sellers/bargain-hunters.ts';
import { BARGAIN_HUNTER_UNKNOWNS } from './bargain-hunter-unknowns.ts';
import type { Reading, StateReader } from './reading.ts';
import { type AssetScale, readScales } from './scale.ts';
import { midTheta } from './unknown.ts';

/** Days of the moving mean that they may think right, and the fewest values it is taken from. */
const MEAN_DAYS = 30;
const FEWEST = 15;

interface Mean {
  /** Log relative to the start. */
  readonly at: number;
  readonly reading: Reading;
}

/** Reads what buyers may think the price should be; what they have to spend nobody publishes. */
export const readBargainHunters: StateReader<BargainHuntersParams> = async (setting) => {
  const { scales, histories } = await readScales(setting);
  const parts = scales.map((scale) => ({
    scale,
    mean: meanOf(scale, histories.get(scale.asset.daily), setting.start),
  }));
  return {
    readings: parts.flatMap(({ scale, mean }) => [capacityReading(scale), ...(mean ? [mean.reading] : [])]),
    unknowns: parts.length === 0 ? [] : BARGAIN_HUNTER_UNKNOWNS,
    missing: parts.flatMap(({ scale, mean }) => (mean ? [] : [scale.asset.daily])),
    params(theta) {
      if (parts.length === 0) return null;
      const at = (name: string) => theta[`bargain-hunters.${name}`]!;
      return {
        buyers: parts.flatMap(({ scale: { asset, volatility, volume, venues }, mean }) =>
          venues.map(({ venue, share }) => ({
            asset: asset.id,
            venue,
            capacity: at('capacity') * volume * share,
            anchor: at('memory') * (mean?.at ?? 0),
            threshold: at('threshold') * volatility,
            slope: 1 / (at('span') * volatility),
            patience: at('patience') * MINUTES_A_DAY,
            reaction: at('reaction') * MINUTES_A_DAY,
          })),
        ),
      };
    },
  };
};

function meanOf({ asset, price }: AssetScale, history: History | undefined, start: number): Mean | undefined {
  if (!history) return undefined;
  let [sum, count] = [0, 0];
  for (let row = history.last; row >= 0 && history.times[row]! > start - MEAN_DAYS * MS_PER_DAY; row--) {
    const value = history.values[row]!;
    if (!(value > 0)) continue;
    sum += asset.inverse ? 1 / value : value;
    count++;
  }
  if (count < FEWEST) return undefined;
  const value = sum / count;
  return {
    at: Math.log(value / price),
    reading: {
      name: `bargain-hunters.${asset.id}.mean`,
      title: {
        'zh-Hans': `${MEAN_DAYS}日均价`,
        'zh-Hant': `${MEAN_DAYS}日均價`,
        en: `Mean price of ${MEAN_DAYS} days`,
      },
      value,
      unit: 'usd',
      how: 'measured',
      inputs: [{ symbol: 'P', series: history.id, date: formatDay(history.dates[history.last]!) }],
      note: {
        'zh-Hans': `${count}个收盘价的均值`,
        'zh-Hant': `${count}個收盤價的均值`,
        en: `mean of ${count} closes`,
      },
    },
  };
}

function capacityReading({ asset, volume }: AssetScale): Reading {
  return {
    name: `bargain-hunters.${asset.id}.capacity`,
    title: { 'zh-Hans': '逢低买盘的资金', 'zh-Hant': '逢低買盤的資金', en: 'Money of bargain hunters' },
    value: midTheta(BARGAIN_HUNTER_UNKNOWNS)['bargain-hunters.capacity']! * volume,
    unit: 'usd',
    how: 'prior',
    inputs: [],
    note: {
      'zh-Hans': '没有公开数据；取日成交额先验中值的一部分',
      'zh-Hant': '沒有公開資料；取日成交額先驗中值的一部分',
      en: `not published; a part of a day’s volume: ${asset.volumeSource}`,
    },
  };
}
