import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type Zone = 'scarce' | 'ample' | 'abundant';
type Gauge = 'bank-assets' | 'gdp' | 'bank-credit';

interface ReservesMessages {
  level(p: { day: string; level: Part }): Inline;
  share(p: { gauge: Gauge; share: Part; zone: Zone; scarce: string; abundant: string }): Inline;
  assetsUnknown(p: { why: string; proxy: Part }): Inline;
  pace(p: { rising: boolean; pace: Part }): Inline;
  runway(p: { months: Part; pace: string }): Inline;
  exhausted(p: { level: Part; share: Part; exhausted: boolean }): Inline;
  gauges: Readonly<Record<Gauge, string>>;
  zones: Readonly<Record<Zone, string>>;
  table: {
    title: string;
    measure: string;
    gauge: string;
    share: string;
    zone: string;
    scarce: string;
    abundant: string;
    noLine: string;
  };
}

const zhHans: ReservesMessages = {
  level: ({ day, level }) => line`至${day}的一周，准备金余额平均${level}。`,
  share: ({ gauge, share, zone, scarce, abundant }) =>
    line`占${zhHans.gauges[gauge]}的${share}，属“${zhHans.zones[zone]}”（${abundant}以上为宽裕，${scarce}以下为稀缺）。`,
  assetsUnknown: ({ why, proxy }) =>
    line`占银行资产的比例未测（${why}）；对银行信贷的比例为${proxy}，只是代理，不能套用12%至13%的临界线。`,
  pace: ({ rising, pace }) => line`近13周准备金每月${rising ? '增加' : '减少'}${pace}。`,
  runway: ({ months, pace }) =>
    line`若每月减少${pace}，约${months}个月到稀缺线；这是假设下的推算，未经证明。`,
  exhausted: ({ level, share, exhausted }) =>
    line`隔夜逆回购剩${level}，为历史最高的${share}${exhausted ? '，已无缓冲：缩表从此直接减少准备金' : ''}。`,
  gauges: { 'bank-assets': '商业银行资产', gdp: 'GDP', 'bank-credit': '银行信贷（代理）' },
  zones: { scarce: '稀缺', ample: '充足', abundant: '宽裕' },
  table: {
    title: '准备金充裕度',
    measure: '准备金余额（周均）占各分母的比例',
    gauge: '分母',
    share: '占比',
    zone: '区间',
    scarce: '稀缺线',
    abundant: '宽裕线',
    noLine: '无公布的线',
  },
};

const zhHant: ReservesMessages = {
  level: ({ day, level }) => line`至${day}的一週，準備金餘額平均${level}。`,
  share: ({ gauge, share, zone, scarce, abundant }) =>
    line`占${zhHant.gauges[gauge]}的${share}，屬「${zhHant.zones[zone]}」（${abundant}以上為寬裕，${scarce}以下為稀缺）。`,
  assetsUnknown: ({ why, proxy }) =>
    line`占銀行資產的比例未測（${why}）；對銀行信貸的比例為${proxy}，只是代理，不能套用12%至13%的臨界線。`,
  pace: ({ rising, pace }) => line`近13週準備金每月${rising ? '增加' : '減少'}${pace}。`,
  runway: ({ months, pace }) =>
    line`若每月減少${pace}，約${months}個月到稀缺線；這是假設下的推算，未經證明。`,
  exhausted: ({ level, share, exhausted }) =>
    line`隔夜逆回購剩${level}，為歷史最高的${share}${exhausted ? '，已無緩衝：縮表從此直接減少準備金' : ''}。`,
  gauges: { 'bank-assets': '商業銀行資產', gdp: 'GDP', 'bank-credit': '銀行信貸（代理）' },
  zones: { scarce: '稀缺', ample: '充足', abundant: '寬裕' },
  table: {
    title: '準備金充裕度',
    measure: '準備金餘額（週均）占各分母的比例',
    gauge: '分母',
    share: '占比',
    zone: '區間',
    scarce: '稀缺線',
    abundant: '寬裕線',
    noLine: '無公布的線',
  },
};

const en: ReservesMessages = {
  level: ({ day, level }) => line`Reserve balances averaged ${level} in the week to ${day}.`,
  share: ({ gauge, share, zone, scarce, abundant }) =>
    line`That is ${share} of ${en.gauges[gauge]}: ${en.zones[zone]} (abundant from ${abundant}, scarce below ${scarce}).`,
  assetsUnknown: ({ why, proxy }) =>
    line`Their share of bank assets is not measured (${why}); against bank credit it is ${proxy}, a proxy to which the critical 12–13% does not apply.`,
  pace: ({ rising, pace }) => line`Over 13 weeks reserves ${rising ? 'rose' : 'fell'} by ${pace} a month.`,
  runway: ({ months, pace }) =>
    line`If they fell by ${pace} a month, they would be scarce in ${months} months: an assumption carried forward, unproven.`,
  exhausted: ({ level, share, exhausted }) =>
    line`Overnight reverse repo stands at ${level}, ${share} of its record${exhausted ? ': the cushion is gone, and a shrinking balance sheet now takes reserves' : ''}.`,
  gauges: { 'bank-assets': 'commercial bank assets', gdp: 'GDP', 'bank-credit': 'bank credit (proxy)' },
  zones: { scarce: 'scarce', ample: 'ample', abundant: 'abundant' },
  table: {
    title: 'How ample reserves are',
    measure: 'Reserve balances, week average, as a share of each denominator',
    gauge: 'Against',
    share: 'Share',
    zone: 'Zone',
    scarce: 'Scarce below',
    abundant: 'Abundant from',
    noLine: 'no published line',
  },
};

export const RESERVES: Readonly<Record<Language, ReservesMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const RESERVES_WHYS: readonly ExplainWhy[] = [
  [/^reserve balances have no value$/, '准备金余额没有数值', '準備金餘額沒有數值'],
  [/^no value of bank-assets near the latest reserves$/, '没有银行总资产的数据', '沒有銀行總資產的資料'],
  [/^no value of gdp near the latest reserves$/, '没有GDP的数据', '沒有GDP的資料'],
  [/^no value of bank-credit near the latest reserves$/, '没有银行信贷的数据', '沒有銀行信貸的資料'],
  [
    /^no reserves (\d+) weeks before the latest$/,
    '最新值之前$1周没有准备金数据',
    '最新值之前$1週沒有準備金資料',
  ],
  [/^neither bank assets nor GDP is known$/, '银行资产与GDP都没有数据', '銀行資產與GDP都沒有資料'],
  [/^reserves are not falling$/, '准备金没有减少', '準備金沒有減少'],
  [/^reverse repo has no value$/, '隔夜逆回购没有数值', '隔夜逆回購沒有數值'],
];
