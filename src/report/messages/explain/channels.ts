import type { Language } from '../../../data/series/entry.ts';
import type { Channel } from '../../../diagnosis/explain/drivers/channels.ts';
import { type Inline, line, type Part } from '../../inline.ts';

interface Sized {
  readonly size: Part;
  readonly rose: boolean;
  readonly from: string;
  readonly to: string;
}

interface ChannelsMessages {
  /** The channel with its size, dated; whether it pressed on the assets it acts on. */
  moved: Readonly<Record<Channel, (p: Sized) => Inline>>;
  rank(p: { rank: Part; large: boolean }): Inline;
  /** Assets that answered as they should, and of those the ones with a record. */
  answered(p: { agreed: readonly string[]; against: readonly string[]; proven: readonly string[] }): Inline;
  readonly names: Readonly<Record<Channel, string>>;
  readonly mechanism: Readonly<Record<Channel, string>>;
  readonly meaning: Inline;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly channel: string;
    readonly mechanism: string;
    readonly size: string;
    readonly asset: string;
    readonly response: string;
    readonly sign: string;
    readonly record: string;
    readonly agrees: string;
    readonly against: string;
  };
}

const zhHans: ChannelsMessages = {
  moved: {
    liquidity: ({ size, rose, from, to }) =>
      line`${from}至${to}，美元净流动性${rose ? '增加' : '减少'}${size}${rose ? '，这一段没有抽离' : ''}。`,
    'term-premium': ({ size, rose, from, to }) =>
      line`${from}至${to}，10年期期限溢价${rose ? '上升' : '下降'}${size}。`,
    dollar: ({ size, rose, from, to }) => line`${from}至${to}，美元指数${rose ? '上涨' : '下跌'}${size}。`,
  },
  rank: ({ rank, large }) =>
    line`幅度在过去窗口中处于第${rank}百分位，${large ? '属于大的变动' : '不算大'}。`,
  answered: ({ agreed, against, proven }) => [
    agreed.length === 0
      ? '没有资产按机制方向反应'
      : `按机制方向反应的有${agreed.join('、')}，其中方向有战绩的${proven.length === 0 ? '一个也没有' : `是${proven.join('、')}`}`,
    against.length === 0 ? '。' : `；方向相反的有${against.join('、')}。`,
  ],
  names: { liquidity: '流动性抽离', 'term-premium': '期限溢价', dollar: '美元' },
  mechanism: {
    liquidity: '准备金减少，杠杆与加密资产先失去买盘',
    'term-premium': '长期折现率上升，长久期资产估值下降',
    dollar: '美元计价与融资变贵，商品与新兴市场承压',
  },
  meaning: ['渠道与反应同向只是关联；没有战绩的方向未经证明。'],
  table: {
    title: '冲击渠道',
    measure: '窗口内的变动；战绩为过去窗口中方向一致的比例（95%区间），基准为五成',
    channel: '渠道',
    mechanism: '机制',
    size: '大小',
    asset: '资产',
    response: '反应',
    sign: '方向',
    record: '战绩',
    agrees: '一致',
    against: '相反',
  },
};

const zhHant: ChannelsMessages = {
  moved: {
    liquidity: ({ size, rose, from, to }) =>
      line`${from}至${to}，美元淨流動性${rose ? '增加' : '減少'}${size}${rose ? '，這一段沒有抽離' : ''}。`,
    'term-premium': ({ size, rose, from, to }) =>
      line`${from}至${to}，10年期期限溢酬${rose ? '上升' : '下降'}${size}。`,
    dollar: ({ size, rose, from, to }) => line`${from}至${to}，美元指數${rose ? '上漲' : '下跌'}${size}。`,
  },
  rank: ({ rank, large }) =>
    line`幅度在過去視窗中處於第${rank}百分位，${large ? '屬於大的變動' : '不算大'}。`,
  answered: ({ agreed, against, proven }) => [
    agreed.length === 0
      ? '沒有資產按機制方向反應'
      : `按機制方向反應的有${agreed.join('、')}，其中方向有戰績的${proven.length === 0 ? '一個也沒有' : `是${proven.join('、')}`}`,
    against.length === 0 ? '。' : `；方向相反的有${against.join('、')}。`,
  ],
  names: { liquidity: '流動性抽離', 'term-premium': '期限溢酬', dollar: '美元' },
  mechanism: {
    liquidity: '準備金減少，槓桿與加密資產先失去買盤',
    'term-premium': '長期折現率上升，長存續期間資產估值下降',
    dollar: '美元計價與融資變貴，商品與新興市場承壓',
  },
  meaning: ['渠道與反應同向只是關聯；沒有戰績的方向未經證明。'],
  table: {
    title: '衝擊渠道',
    measure: '視窗內的變動；戰績為過去視窗中方向一致的比例（95%區間），基準為五成',
    channel: '渠道',
    mechanism: '機制',
    size: '大小',
    asset: '資產',
    response: '反應',
    sign: '方向',
    record: '戰績',
    agrees: '一致',
    against: '相反',
  },
};

const listed = (items: readonly string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const en: ChannelsMessages = {
  moved: {
    liquidity: ({ size, rose, from, to }) =>
      line`From ${from} to ${to} net dollar liquidity ${rose ? 'rose' : 'fell'} by ${size}${rose ? ': no drain over this stretch' : ''}.`,
    'term-premium': ({ size, rose, from, to }) =>
      line`From ${from} to ${to} the 10-year term premium ${rose ? 'rose' : 'fell'} by ${size}.`,
    dollar: ({ size, rose, from, to }) =>
      line`From ${from} to ${to} the dollar index ${rose ? 'rose' : 'fell'} by ${size}.`,
  },
  rank: ({ rank, large }) =>
    line`Its size stands at percentile ${rank} of past windows${large ? ', which is large' : ', which is nothing unusual'}.`,
  answered: ({ agreed, against, proven }) => [
    agreed.length === 0
      ? 'No asset answered as the mechanism says'
      : `${listed(agreed)} answered as the mechanism says, ${proven.length === 0 ? 'none with a record of doing so' : `with a record of doing so: ${listed(proven)}`}`,
    against.length === 0 ? '.' : `; against it went ${listed(against)}.`,
  ],
  names: { liquidity: 'Liquidity drain', 'term-premium': 'Term premium', dollar: 'Dollar' },
  mechanism: {
    liquidity: 'Fewer reserves: levered and crypto assets lose their bid first',
    'term-premium': 'Higher long discount rate: long-duration assets are worth less',
    dollar: 'Dearer dollar prices and funding: commodities and emerging markets suffer',
  },
  meaning: [
    'That an asset moves along with a channel is an association; a sign without a record is unproven.',
  ],
  table: {
    title: 'Channels of the shock',
    measure: 'Change over the window; record: share of past windows with the sign (95% band), base rate 50%',
    channel: 'Channel',
    mechanism: 'Mechanism',
    size: 'Size',
    asset: 'Asset',
    response: 'Response',
    sign: 'Sign',
    record: 'Record',
    agrees: 'as it should',
    against: 'against',
  },
};

export const CHANNELS_WORDS: Readonly<Record<Language, ChannelsMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};
