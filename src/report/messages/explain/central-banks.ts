import type { CentralBank } from '../../../data/calendars/policy-meetings.ts';
import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface CentralBanksMessages {
  fed(p: { rate: Part; change: Part; day: string; next: string }): Inline;
  apart(p: {
    bank: CentralBank;
    below: boolean;
    gap: Part;
    year: Part;
    moved: 'nearer' | 'further' | 'same';
  }): Inline;
  expected(p: { day: string; rate: Part; move: Part }): Inline;
  names: Readonly<Record<CentralBank, string>>;
  none: string;
  /** Under a rate: the size of its last move. */
  lastMove(change: Part): Inline;
  decided(day: string): string;
  inForce(day: string): string;
  next(day: string): string;
  /** Under a distance from the Fed: its change over a year. */
  overYear(year: Part): Inline;
  table: {
    label: string;
    title: string;
    measure: string;
    bank: string;
    action: string;
    time: string;
    divergence: string;
  };
}

const zhHans: CentralBanksMessages = {
  fed: ({ rate, change, day, next }) =>
    line`美联储目标区间中值${rate}，上次变动${change}（${day}）${next === '' ? '' : `，下次会议${next}`}。`,
  apart: ({ bank, below, gap, year, moved }) =>
    moved === 'same'
      ? line`${zhHans.names[bank]}比美联储${below ? '低' : '高'}${gap}，与一年前相同。`
      : line`${zhHans.names[bank]}比美联储${below ? '低' : '高'}${gap}，一年来${moved === 'nearer' ? '收窄' : '扩大'}${year}。`,
  expected: ({ day, rate, move }) =>
    line`期货（${day}）对下次会议后目标区间上限的预期为${rate}，较现行上限${move}。`,
  names: { fed: '美联储', ecb: '欧洲央行', boj: '日本央行', boe: '英国央行' },
  none: '—',
  lastMove: (change) => line`上次${change}`,
  decided: (day) => `决定于${day}`,
  inForce: (day) => `${day}起生效`,
  next: (day) => `下次${day}`,
  overYear: (year) => line`一年${year}`,
  table: {
    label: 'T-6',
    title: '全球央行与美联储的分化',
    measure: '利率按年；分化为该行利率减美联储中值',
    bank: '经济体/机构',
    action: '政策动向',
    time: '时间',
    divergence: '与美联储分化程度',
  },
};

const zhHant: CentralBanksMessages = {
  fed: ({ rate, change, day, next }) =>
    line`聯準會目標區間中值${rate}，上次變動${change}（${day}）${next === '' ? '' : `，下次會議${next}`}。`,
  apart: ({ bank, below, gap, year, moved }) =>
    moved === 'same'
      ? line`${zhHant.names[bank]}比聯準會${below ? '低' : '高'}${gap}，與一年前相同。`
      : line`${zhHant.names[bank]}比聯準會${below ? '低' : '高'}${gap}，一年來${moved === 'nearer' ? '收窄' : '擴大'}${year}。`,
  expected: ({ day, rate, move }) =>
    line`期貨（${day}）對下次會議後目標區間上限的預期為${rate}，較現行上限${move}。`,
  names: { fed: '聯準會', ecb: '歐洲央行', boj: '日本央行', boe: '英國央行' },
  none: '—',
  lastMove: (change) => line`上次${change}`,
  decided: (day) => `決定於${day}`,
  inForce: (day) => `${day}起生效`,
  next: (day) => `下次${day}`,
  overYear: (year) => line`一年${year}`,
  table: {
    label: 'T-6',
    title: '全球央行與聯準會的分化',
    measure: '利率按年；分化為該行利率減聯準會中值',
    bank: '經濟體/機構',
    action: '政策動向',
    time: '時間',
    divergence: '與聯準會分化程度',
  },
};

const en: CentralBanksMessages = {
  fed: ({ rate, change, day, next }) =>
    line`The middle of the Fed’s range is ${rate}, last moved by ${change} (${day})${next === '' ? '' : `; it next decides on ${next}`}.`,
  apart: ({ bank, below, gap, year, moved }) =>
    moved === 'same'
      ? line`The ${en.names[bank]} stands ${gap} ${below ? 'below' : 'above'} it, as it did a year ago.`
      : line`The ${en.names[bank]} stands ${gap} ${below ? 'below' : 'above'} it, ${year} ${moved} than a year ago.`,
  expected: ({ day, rate, move }) =>
    line`Futures of ${day} expect ${rate} as the upper bound after the next meeting, ${move} from the present one.`,
  names: {
    fed: 'Federal Reserve',
    ecb: 'European Central Bank',
    boj: 'Bank of Japan',
    boe: 'Bank of England',
  },
  none: '—',
  lastMove: (change) => line`last ${change}`,
  decided: (day) => `decided ${day}`,
  inForce: (day) => `in force ${day}`,
  next: (day) => `next ${day}`,
  overYear: (year) => line`over a year ${year}`,
  table: {
    label: 'T-6',
    title: 'Central banks and how far they stand from the Fed',
    measure: 'Rates a year; distance is the bank’s rate less the middle of the Fed’s range',
    bank: 'Economy or bank',
    action: 'Policy',
    time: 'When',
    divergence: 'Distance from the Fed',
  },
};

export const CENTRAL_BANK_WORDS: Readonly<Record<Language, CentralBanksMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const CENTRAL_BANKS_WHYS: readonly ExplainWhy[] = [
  [/^the rate of (ecb|boj|boe|fed) has no value$/, '没有该行利率的数据', '沒有該行利率的資料'],
  [
    /^the rate of (ecb|boj|boe) or of the Fed has no value$/,
    '没有该行或美联储利率的数据',
    '沒有該行或聯準會利率的資料',
  ],
  [
    /^the rate of (ecb|boj|boe) or of the Fed has no value a year before$/,
    '一年前没有该行或美联储利率的数据',
    '一年前沒有該行或聯準會利率的資料',
  ],
  [/^fed-expected-rate has no value$/, '没有市场预期利率的数据', '沒有市場預期利率的資料'],
  [/^no upper bound of the range near that day$/, '当日附近没有目标区间上限', '當日附近沒有目標區間上限'],
];
