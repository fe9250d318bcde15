import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface MinersGrowthMessages {
  betas(p: { fund: string; bull: Part; bear: Part; gold: Part }): Inline;
  difference(p: { difference: Part; range: string; told: boolean }): Inline;
  readonly standIn: Inline;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly fund: string;
    readonly bull: string;
    readonly bear: string;
    readonly difference: string;
    readonly gold: string;
  };
}

const zhHans: MinersGrowthMessages = {
  betas: ({ fund, bull, bear, gold }) =>
    line`扣除黄金后，金矿股GDX对${fund}的贝塔在其上涨行情中为${bull}，在下跌行情中为${bear}；对黄金为${gold}。`,
  difference: ({ difference, range, told }) =>
    line`两者相差${difference}（90%区间${range}）：${told ? '随行情而变' : '看不出随行情而变'}。`,
  standIn: ['没有中型成长股基金的数据，以其两侧的大型成长股与小型股代替。'],
  table: {
    title: 'GDX对成长股的贝塔，按行情',
    measure: '最近1,250个交易日；前一日收盘不低于200日均值为上涨行情；下方为90%区间',
    fund: '基金',
    bull: '上涨行情',
    bear: '下跌行情',
    difference: '相差',
    gold: '黄金',
  },
};

const zhHant: MinersGrowthMessages = {
  betas: ({ fund, bull, bear, gold }) =>
    line`扣除黃金後，金礦股GDX對${fund}的貝塔在其上漲行情中為${bull}，在下跌行情中為${bear}；對黃金為${gold}。`,
  difference: ({ difference, range, told }) =>
    line`兩者相差${difference}（90%區間${range}）：${told ? '隨行情而變' : '看不出隨行情而變'}。`,
  standIn: ['沒有中型成長股基金的資料，以其兩側的大型成長股與小型股代替。'],
  table: {
    title: 'GDX對成長股的貝塔，按行情',
    measure: '最近1,250個交易日；前一日收盤不低於200日均值為上漲行情；下方為90%區間',
    fund: '基金',
    bull: '上漲行情',
    bear: '下跌行情',
    difference: '相差',
    gold: '黃金',
  },
};

const en: MinersGrowthMessages = {
  betas: ({ fund, bull, bear, gold }) =>
    line`With gold held, the beta of the miners’ fund GDX to the ${fund} is ${bull} while that fund rises and ${bear} while it falls; to gold it is ${gold}.`,
  difference: ({ difference, range, told }) =>
    line`The two differ by ${difference} (90% band ${range}): ${told ? 'it goes with the state of the market' : 'that it goes with the state of the market cannot be told'}.`,
  standIn: [
    'No mid-cap growth fund is among the data; large growth and small caps, on either side of it, stand in.',
  ],
  table: {
    title: 'Beta of GDX to growth, by state of the market',
    measure:
      'Last 1,250 sessions; rising: the close before at or above its mean of 200 sessions; 90% band below',
    fund: 'Fund',
    bull: 'Rising',
    bear: 'Falling',
    difference: 'Difference',
    gold: 'Gold',
  },
};

export const MINERS_GROWTH: Readonly<Record<Language, MinersGrowthMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const MINERS_GROWTH_WHYS: readonly ExplainWhy[] = [
  [
    /^fewer than (\d+) sessions with GDX, GLD and the fund, or fewer than (\d+) in a state$/,
    'GDX、GLD与该基金共有的交易日少于$1个，或某一行情少于$2个',
    'GDX、GLD與該基金共有的交易日少於$1個，或某一行情少於$2個',
  ],
];
