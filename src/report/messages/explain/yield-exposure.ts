import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface Side {
  readonly slope: Part;
  readonly range: string;
  /** The sign is against the expected one, or the band holds zero. */
  readonly sign: 'as-expected' | 'conflict' | 'unclear';
  readonly same: Part;
  readonly years: number;
}

interface YieldExposureMessages {
  realYield(p: Side & { name: string }): Inline;
  dollar(p: Side): Inline;
  /** Whether the slope on real yields changed at the break. */
  changed(p: { name: string; year: number; before: Part; after: Part; p: Part; differs: boolean }): Inline;
  window(p: { move: Part; realYield: Part; dollar: Part; rest: Part }): Inline;
  late(day: string): Inline;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly asset: string;
    readonly realYield: string;
    readonly dollar: string;
    readonly break: (year: number) => string;
    readonly rest: string;
  };
}

const zhHans: YieldExposureMessages = {
  realYield: ({ name, slope, range, sign, same, years }) =>
    line`实际收益率每升10个基点，${name}对应${slope}（95%区间${range}），${{ 'as-expected': '符号如常理', conflict: '符号与常理相反', unclear: '符号不明' }[sign]}；${String(years)}年中有${same}年符号与此相同。`,
  dollar: ({ slope, range, sign, same, years }) =>
    line`美元指数每涨1%对应${slope}（95%区间${range}），${{ 'as-expected': '符号如常理', conflict: '符号与常理相反', unclear: '符号不明' }[sign]}；${String(years)}年中有${same}年相同。`,
  changed: ({ name, year, before, after, p, differs }) =>
    line`同时计入美元后，${name}对实际收益率的敏感度在${String(year)}年前为${before}，其后为${after}（p值${p}），${differs ? '确有断点' : '没有断点的证据'}。`,
  window: ({ move, realYield, dollar, rest }) =>
    line`窗口内变动${move}，其中实际收益率对应${realYield}，美元对应${dollar}，其余${rest}未由两者解释。`,
  late: (day) => line`实际收益率当时只公布到${day}。`,
  table: {
    title: '对实际收益率与美元的敏感度',
    measure:
      '实际收益率每升10个基点、美元指数每涨1%对应的变动，%，下行为95%区间；最后一列为窗口内两者之外的变动',
    asset: '标的',
    realYield: '+10基点',
    dollar: '美元+1%',
    break: (year) => `${year}年后+10基点`,
    rest: '其余',
  },
};

const zhHant: YieldExposureMessages = {
  realYield: ({ name, slope, range, sign, same, years }) =>
    line`實質殖利率每升10個基點，${name}對應${slope}（95%區間${range}），${{ 'as-expected': '符號如常理', conflict: '符號與常理相反', unclear: '符號不明' }[sign]}；${String(years)}年中有${same}年符號與此相同。`,
  dollar: ({ slope, range, sign, same, years }) =>
    line`美元指數每漲1%對應${slope}（95%區間${range}），${{ 'as-expected': '符號如常理', conflict: '符號與常理相反', unclear: '符號不明' }[sign]}；${String(years)}年中有${same}年相同。`,
  changed: ({ name, year, before, after, p, differs }) =>
    line`同時計入美元後，${name}對實質殖利率的敏感度在${String(year)}年前為${before}，其後為${after}（p值${p}），${differs ? '確有斷點' : '沒有斷點的證據'}。`,
  window: ({ move, realYield, dollar, rest }) =>
    line`視窗內變動${move}，其中實質殖利率對應${realYield}，美元對應${dollar}，其餘${rest}未由兩者解釋。`,
  late: (day) => line`實質殖利率當時只公布到${day}。`,
  table: {
    title: '對實質殖利率與美元的敏感度',
    measure:
      '實質殖利率每升10個基點、美元指數每漲1%對應的變動，%，下行為95%區間；最後一欄為視窗內兩者之外的變動',
    asset: '標的',
    realYield: '+10基點',
    dollar: '美元+1%',
    break: (year) => `${year}年後+10基點`,
    rest: '其餘',
  },
};

const SIGN = {
  'as-expected': 'the sign one expects',
  conflict: 'against the sign one expects',
  unclear: 'no clear sign',
} as const;

const en: YieldExposureMessages = {
  realYield: ({ name, slope, range, sign, same, years }) =>
    line`${name}: +10 bp of real yield goes with ${slope} (95% band ${range}), ${SIGN[sign]}; ${same} of ${String(years)} years had it.`,
  dollar: ({ slope, range, sign, same, years }) =>
    line`+1% of the dollar index goes with ${slope} (95% band ${range}), ${SIGN[sign]}; ${same} of ${String(years)} years had it.`,
  changed: ({ name, year, before, after, p, differs }) =>
    line`With the dollar held, +10 bp went with ${before} of ${name} before ${String(year)} and with ${after} since (p ${p}): ${differs ? 'a break' : 'no evidence of a break'}.`,
  window: ({ move, realYield, dollar, rest }) =>
    line`Of the window’s ${move}, real yields go with ${realYield}, the dollar with ${dollar}; ${rest} is explained by neither.`,
  late: (day) => line`The real yield was published to ${day} only.`,
  table: {
    title: 'Exposure to real yields and the dollar',
    measure:
      'Change that goes with +10 bp of real yield and with +1% of the dollar index, %, with 95% bands; last, what neither explains of the window',
    asset: 'Instrument',
    realYield: '+10 bp',
    dollar: 'Dollar +1%',
    break: (year) => `+10 bp since ${year}`,
    rest: 'Rest',
  },
};

export const YIELD_EXPOSURE: Readonly<Record<Language, YieldExposureMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const YIELD_EXPOSURE_WHYS: readonly ExplainWhy[] = [
  [
    /^fewer than (\d+) sessions with the real yield, the dollar and the instrument$/,
    '实际收益率、美元与标的都有数值的交易日不足$1个',
    '實質殖利率、美元與標的都有數值的交易日不足$1個',
  ],
  [
    /^fewer than (\d+) sessions on a side of the break$/,
    '断点一侧的交易日不足$1个',
    '斷點一側的交易日不足$1個',
  ],
  [/^no year with 120 sessions$/, '没有一年有120个交易日', '沒有一年有120個交易日'],
];
