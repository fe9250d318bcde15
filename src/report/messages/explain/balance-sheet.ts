import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type Kind = 'peak' | 'trough';

interface BalanceSheetMessages {
  turn(p: { name: string; kind: Kind; day: string; value: Part; known: string }): Inline;
  candidate(p: {
    name: string;
    from: string;
    kind: Kind;
    day: string;
    value: Part;
    above: boolean;
    since: Part;
    confirmed: string;
  }): Inline;
  falling(p: { name: string; kind: Kind; from: string; value: Part }): Inline;
  refused: string;
  purchases(p: { bills: boolean; monthly: Part; share: Part; total: Part }): Inline;
  proxy: string;
  pace(p: { weeks: number; grew: boolean; pace: Part; mortgages: Part }): Inline;
  enterprises(p: { bought: Part; share: Part }): Inline;
  enterprisesUnknown(why: string): Inline;
  names: Readonly<Record<'fed-assets' | 'net-liquidity', string>>;
  kinds: Readonly<Record<Kind | 'candidate-peak' | 'candidate-trough', string>>;
  table: {
    title: string;
    measure: string;
    curve: string;
    kind: string;
    date: string;
    value: string;
    known: string;
  };
}

const zhHans: BalanceSheetMessages = {
  turn: ({ name, kind, day, value, known }) =>
    line`${name}上一个确认的${kind === 'peak' ? '峰' : '谷'}在${day}（${value}），到${known}才能确认。`,
  candidate: ({ name, from, kind, day, value, above, since, confirmed }) =>
    line`${name}自${from}的${kind === 'trough' ? '峰' : '谷'}以来，${kind === 'trough' ? '最低' : '最高'}为${day}的${value}，此后${above ? '回升' : '回落'}${since}；若守到${confirmed}，才算${kind === 'trough' ? '谷' : '峰'}。`,
  falling: ({ name, kind, from, value }) =>
    line`${name}现为${value}，是${from}的${kind === 'trough' ? '峰' : '谷'}以来的${kind === 'trough' ? '最低' : '最高'}，还没有可定的转折。`,
  refused: '未成立：周期太短',
  purchases: ({ bills, monthly, share, total }) =>
    line`近四周${bills ? '国库券' : '美债'}持有按月计增加${monthly}，为准备金管理购买目标（每月400亿美元）的${share}；购买开始以来共${total}。`,
  proxy: '国库券持有量未测，这里用全部美债代替，其中含抵押贷款证券到期本金的再投资。',
  pace: ({ weeks, grew, pace, mortgages }) =>
    line`近${String(weeks)}周美联储资产每月${grew ? '增加' : '减少'}${pace}，抵押贷款证券每月${mortgages}。`,
  enterprises: ({ bought, share }) => line`两房自持组合增加${bought}，为2000亿美元计划的${share}。`,
  enterprisesUnknown: (why) => line`两房购买抵押贷款证券的2000亿美元计划：未测（${why}）。`,
  names: { 'fed-assets': '美联储总资产', 'net-liquidity': '净流动性' },
  kinds: { peak: '峰', trough: '谷', 'candidate-peak': '高点，未确认', 'candidate-trough': '低点，未确认' },
  table: {
    title: '转折点',
    measure: '亿美元；前后各22周的极值，22周后才能确认',
    curve: '序列',
    kind: '类型',
    date: '日期',
    value: '水平',
    known: '可确认之日',
  },
};

const zhHant: BalanceSheetMessages = {
  turn: ({ name, kind, day, value, known }) =>
    line`${name}上一個確認的${kind === 'peak' ? '峰' : '谷'}在${day}（${value}），到${known}才能確認。`,
  candidate: ({ name, from, kind, day, value, above, since, confirmed }) =>
    line`${name}自${from}的${kind === 'trough' ? '峰' : '谷'}以來，${kind === 'trough' ? '最低' : '最高'}為${day}的${value}，此後${above ? '回升' : '回落'}${since}；若守到${confirmed}，才算${kind === 'trough' ? '谷' : '峰'}。`,
  falling: ({ name, kind, from, value }) =>
    line`${name}現為${value}，是${from}的${kind === 'trough' ? '峰' : '谷'}以來的${kind === 'trough' ? '最低' : '最高'}，還沒有可定的轉折。`,
  refused: '未成立：週期太短',
  purchases: ({ bills, monthly, share, total }) =>
    line`近四週${bills ? '國庫券' : '美債'}持有按月計增加${monthly}，為準備金管理購買目標（每月400億美元）的${share}；購買開始以來共${total}。`,
  proxy: '國庫券持有量未測，這裡用全部美債代替，其中含房貸證券到期本金的再投資。',
  pace: ({ weeks, grew, pace, mortgages }) =>
    line`近${String(weeks)}週聯準會資產每月${grew ? '增加' : '減少'}${pace}，房貸證券每月${mortgages}。`,
  enterprises: ({ bought, share }) => line`兩房自持組合增加${bought}，為2000億美元計畫的${share}。`,
  enterprisesUnknown: (why) => line`兩房購買房貸證券的2000億美元計畫：未測（${why}）。`,
  names: { 'fed-assets': '聯準會總資產', 'net-liquidity': '淨流動性' },
  kinds: { peak: '峰', trough: '谷', 'candidate-peak': '高點，未確認', 'candidate-trough': '低點，未確認' },
  table: {
    title: '轉折點',
    measure: '億美元；前後各22週的極值，22週後才能確認',
    curve: '序列',
    kind: '類型',
    date: '日期',
    value: '水準',
    known: '可確認之日',
  },
};

const en: BalanceSheetMessages = {
  turn: ({ name, kind, day, value, known }) =>
    line`The last confirmed ${kind} of ${name} was on ${day} (${value}), and could be known on ${known}.`,
  candidate: ({ name, from, kind, day, value, above, since, confirmed }) =>
    line`Since the ${kind === 'trough' ? 'peak' : 'trough'} of ${from} the ${kind === 'trough' ? 'lowest' : 'highest'} value of ${name} is ${value}, on ${day}, and they ${above ? 'have risen' : 'have fallen'} by ${since} from it; it counts as a ${kind} only if it holds until ${confirmed}.`,
  falling: ({ name, kind, from, value }) =>
    line`At ${value}, ${name} stand at their ${kind === 'trough' ? 'lowest' : 'highest'} since the ${kind === 'trough' ? 'peak' : 'trough'} of ${from}: there is no turn to date yet.`,
  refused: 'Refused: cycle too short',
  purchases: ({ bills, monthly, share, total }) =>
    line`Over four weeks holdings of ${bills ? 'bills' : 'Treasuries'} changed by ${monthly} a month, ${share} of the $40 bn of the reserve management purchases; since these began, ${total}.`,
  proxy:
    'Holdings of bills are not measured; all Treasuries stand in, and they also hold reinvested mortgage principal.',
  pace: ({ weeks, grew, pace, mortgages }) =>
    line`Over ${String(weeks)} weeks the Fed’s assets ${grew ? 'grew' : 'shrank'} by ${pace} a month, its mortgage bonds changed by ${mortgages} a month.`,
  enterprises: ({ bought, share }) =>
    line`The portfolios of Fannie Mae and Freddie Mac grew by ${bought}, ${share} of the $200 bn ordered.`,
  enterprisesUnknown: (why) =>
    line`The $200 bn of mortgage bonds that Fannie Mae and Freddie Mac are to buy: not measured (${why}).`,
  names: { 'fed-assets': 'Fed assets', 'net-liquidity': 'net liquidity' },
  kinds: {
    peak: 'Peak',
    trough: 'Trough',
    'candidate-peak': 'High, not confirmed',
    'candidate-trough': 'Low, not confirmed',
  },
  table: {
    title: 'Turning points',
    measure: 'Billions of US dollars; extremes over 22 weeks on each side, known 22 weeks later',
    curve: 'Series',
    kind: 'Kind',
    date: 'Date',
    value: 'Level',
    known: 'Can be known',
  },
};

export const BALANCE_SHEET: Readonly<Record<Language, BalanceSheetMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const BALANCE_SHEET_WHYS: readonly ExplainWhy[] = [
  [/^not announced at this instant$/, '此时尚未宣布', '此時尚未宣布'],
  [
    /^no value of ([a-z-]+) (\d+) weeks before its latest$/,
    '$1在最新值之前$2周没有数值',
    '$1在最新值之前$2週沒有數值',
  ],
  [
    /^no value of ([a-z-]+) since the purchases began$/,
    '$1自购买开始以来没有数值',
    '$1自購買開始以來沒有數值',
  ],
  [/^no value of ([a-z-]+) since the order$/, '$1自计划宣布以来没有数值', '$1自計畫宣布以來沒有數值'],
];
