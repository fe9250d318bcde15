import type { z } from 'zod';
import { formatDay } from '../../data/time.ts';
import { type History, readHistories } from '../../diagnosis/history.ts';
import type { marginHike } from '../sellers/margin-hike.ts';
import { announcedAt, effectiveAt, MARGIN_NOTICES, type MarginNotice } from './margin-hike/notices.ts';
import type { Reading, Setting, StateReader } from './reading.ts';
import { type Underlying, underlyingOf } from './scheduled/underlying.ts';
import type { Unknown } from './unknown.ts';

type Params = z.infer<typeof marginHike.params>;

/** Open interest by the CFTC: series and ounces a contract. */
const OPEN_INTEREST: Partial<Record<Underlying, { readonly series: string; readonly ounces: number }>> = {
  gold: { series: 'cot-gold-open-interest', ounces: 100 },
  silver: { series: 'cot-silver-open-interest', ounces: 5000 },
};

/** Minutes over which brokers close what is not met: the session after. */
const CLOSED_OVER = 390;

const UNFUNDED: Unknown = {
  name: 'margin-hike.unfunded',
  title: {
    'zh-Hans': '没有余钱的多头占比',
    'zh-Hant': '沒有餘錢的多頭占比',
    en: 'Share of longs without spare cash',
  },
  unit: 'fraction',
  low: 0.02,
  high: 0.3,
  scale: 'log',
  source:
    'Reasoning, for nobody publishes it: from one account in fifty to three in ten holds no more than the old margin.',
};

interface ReadHike {
  readonly asset: string;
  readonly notice: MarginNotice;
  readonly effective: number;
  readonly openInterest: number;
  readonly history: History;
  readonly series: string;
}

/** Margin hikes that were announced by the instant and take effect within the simulation, on the open interest that the CFTC last counted. */
export const readMarginHike: StateReader<Params> = async (setting) => {
  const noticed = setting.assets.flatMap((asset) => noticesOf(asset, setting));
  const wanted = noticed.flatMap(({ notice }) => OPEN_INTEREST[notice.underlying]?.series ?? []);
  const histories = await readHistories(setting.view, wanted);
  const hikes = noticed.flatMap(({ asset, notice }) => hikeOf(asset, notice, setting, histories));
  return {
    params: (theta) =>
      hikes.length === 0
        ? null
        : {
            hikes: hikes.map(({ asset, notice, effective, openInterest }) => ({
              asset,
              openInterest,
              before: notice.before,
              after: notice.after,
              effective,
              over: CLOSED_OVER,
              unfunded: theta[UNFUNDED.name]!,
            })),
          },
    readings: hikes.flatMap(readingsOf),
    unknowns: hikes.length > 0 ? [UNFUNDED] : [],
    missing: [...new Set(wanted)].filter((series) => !hikes.some((one) => one.series === series)),
  };
};

function noticesOf(asset: Setting['assets'][number], { start, stepMinutes, steps }: Setting) {
  const end = start + stepMinutes * steps * 60_000;
  return MARGIN_NOTICES.filter(
    (notice) =>
      notice.underlying === underlyingOf(asset.id) &&
      announcedAt(notice) <= start &&
      effectiveAt(notice) >= start &&
      effectiveAt(notice) < end,
  ).map((notice) => ({ asset, notice }));
}

function hikeOf(
  { id, price }: Setting['assets'][number],
  notice: MarginNotice,
  { start }: Setting,
  histories: ReadonlyMap<string, History>,
): readonly ReadHike[] {
  const counted = OPEN_INTEREST[notice.underlying];
  const history = counted && histories.get(counted.series);
  if (!history || history.last < 0) return [];
  return [
    {
      asset: id,
      notice,
      effective: (effectiveAt(notice) - start) / 60_000,
      openInterest: history.values[history.last]! * counted.ounces * price,
      history,
      series: counted.series,
    },
  ];
}

function readingsOf({ asset, notice, openInterest, history, series }: ReadHike): readonly Reading[] {
  const date = formatDay(history.dates[history.last]!);
  return [
    {
      name: `margin-hike.${asset}.open-interest`,
      title: {
        'zh-Hans': `${asset} 未平仓名义额`,
        'zh-Hant': `${asset} 未平倉名目額`,
        en: `Open interest in ${asset}`,
      },
      value: openInterest,
      unit: 'usd',
      how: 'measured',
      inputs: [{ symbol: 'N', series, date }],
      note: {
        'zh-Hans': '合约数 × 每手盎司 × 起点价格。',
        'zh-Hant': '合約數 × 每口盎司 × 起點價格。',
        en: 'Contracts times ounces a contract times the price of the start.',
      },
    },
    {
      name: `margin-hike.${asset}.margin`,
      title: {
        'zh-Hans': `${asset} 新保证金率`,
        'zh-Hant': `${asset} 新保證金率`,
        en: `New margin on ${asset}`,
      },
      value: notice.after,
      unit: 'fraction',
      how: 'prior',
      inputs: [],
      note: {
        'zh-Hans': `由 ${notice.before} 升至 ${notice.after}，${notice.effective} 收盘后生效：${notice.source}。`,
        'zh-Hant': `由 ${notice.before} 升至 ${notice.after}，${notice.effective} 收盤後生效：${notice.source}。`,
        en: `From ${notice.before} to ${notice.after}, after the close of ${notice.effective}: ${notice.source}.`,
      },
    },
  ];
}
