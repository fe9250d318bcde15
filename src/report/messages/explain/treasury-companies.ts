import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface TreasuryMessages {
  mnav(p: { day: string; mnav: Part; gap: string; premium: boolean }): Inline;
  rank(percentile: Part): Inline;
  stated(p: { stated: Part; added: Part }): Inline;
  priceRatio(p: { name: string; change: Part; n: number; percentile: Part | null }): Inline;
  beta(p: { beta: Part; range: string }): Inline;
  trigger(p: { above: Part; below: Part; apart: boolean }): Inline;
  funding(p: { from: string; to: string; issued: Part; common: string; spent: Part; funded: Part }): Inline;
  channels(p: { most: string; share: Part }): Inline;
  readonly chart: {
    title(p: { mnav: Part; day: string }): Inline;
    readonly measure: string;
    readonly own: string;
    readonly stated: string;
  };
  readonly conditional: {
    readonly title: string;
    readonly measure: string;
    readonly bitcoin: string;
    readonly price: string;
    readonly band: string;
    readonly constant: string;
  };
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly share: string;
    readonly beta: string;
    readonly ofBitcoin: string;
    readonly ofMarket: string;
    change(n: number): string;
  };
}

const zhHans: TreasuryMessages = {
  mnav: ({ day, mnav, gap, premium }) =>
    line`${day}，Strategy普通股市值为其持币价值的${mnav}倍，${premium ? '溢价' : '折价'}${gap}。`,
  rank: (percentile) => line`这在过去两年中处于第${percentile}百分位。`,
  stated: ({ stated, added }) =>
    line`来源所载的mNAV为${stated}，比普通股多计${added}，是企业价值的算法：两个口径不可混用。`,
  priceRatio: ({ name, change, n, percentile }) =>
    line`以比特币计，${name}的股价${String(n)}个交易日变动${change}${percentile ? line`，处于两年第${percentile}百分位` : ''}。`,
  beta: ({ beta, range }) => line`过去120个交易日，比特币每变动1%，股价同向变动${beta}%（95%区间${range}）。`,
  trigger: ({ above, below, apart }) =>
    line`前一日比特币高于11万美元时弹性为${above}，其余为${below}，${apart ? '区间不重叠' : '区间重叠：看不出11万美元上下有别'}。`,
  funding: ({ from, to, issued, common, spent, funded }) =>
    line`${from}至${to}的13次公告里，增发所得${issued}（普通股占${common}），购币支出${spent}，前者为后者的${funded}倍。`,
  channels: ({ most, share }) =>
    line`在股市传导中，${most}的方差归于比特币的份额最大（${share}）；这是关联，不是因果。`,
  chart: {
    title: ({ mnav, day }) => line`${day}普通股市值为持币价值的${mnav}倍`,
    measure: '倍；1为普通股市值恰等于持币价值，纽约交易日',
    own: '普通股',
    stated: '所载',
  },
  conditional: {
    title: '以比特币价格为条件的Strategy股价',
    measure: '美元；沿用过去120日弹性的推算，方括号为95%区间；未经证明，不是预测',
    bitcoin: '比特币',
    price: '股价',
    band: '区间',
    constant: 'mNAV不变时',
  },
  table: {
    title: '从币市到股市的通道',
    measure: '过去250个交易日；方差份额按比特币与标普500分解',
    share: '股票',
    beta: '对比特币的弹性',
    ofBitcoin: '比特币的份额',
    ofMarket: '标普500的份额',
    change: (n) => `${n}日变动`,
  },
};

const zhHant: TreasuryMessages = {
  mnav: ({ day, mnav, gap, premium }) =>
    line`${day}，Strategy普通股市值為其持幣價值的${mnav}倍，${premium ? '溢價' : '折價'}${gap}。`,
  rank: (percentile) => line`這在過去兩年中處於第${percentile}百分位。`,
  stated: ({ stated, added }) =>
    line`來源所載的mNAV為${stated}，比普通股多計${added}，是企業價值的算法：兩個口徑不可混用。`,
  priceRatio: ({ name, change, n, percentile }) =>
    line`以比特幣計，${name}的股價${String(n)}個交易日變動${change}${percentile ? line`，處於兩年第${percentile}百分位` : ''}。`,
  beta: ({ beta, range }) => line`過去120個交易日，比特幣每變動1%，股價同向變動${beta}%（95%區間${range}）。`,
  trigger: ({ above, below, apart }) =>
    line`前一日比特幣高於11萬美元時彈性為${above}，其餘為${below}，${apart ? '區間不重疊' : '區間重疊：看不出11萬美元上下有別'}。`,
  funding: ({ from, to, issued, common, spent, funded }) =>
    line`${from}至${to}的13次公告裡，增發所得${issued}（普通股占${common}），購幣支出${spent}，前者為後者的${funded}倍。`,
  channels: ({ most, share }) =>
    line`在股市傳導中，${most}的變異數歸於比特幣的份額最大（${share}）；這是關聯，不是因果。`,
  chart: {
    title: ({ mnav, day }) => line`${day}普通股市值為持幣價值的${mnav}倍`,
    measure: '倍；1為普通股市值恰等於持幣價值，紐約交易日',
    own: '普通股',
    stated: '所載',
  },
  conditional: {
    title: '以比特幣價格為條件的Strategy股價',
    measure: '美元；沿用過去120日彈性的推算，方括號為95%區間；未經證明，不是預測',
    bitcoin: '比特幣',
    price: '股價',
    band: '區間',
    constant: 'mNAV不變時',
  },
  table: {
    title: '從幣市到股市的通道',
    measure: '過去250個交易日；變異數份額按比特幣與標普500分解',
    share: '股票',
    beta: '對比特幣的彈性',
    ofBitcoin: '比特幣的份額',
    ofMarket: '標普500的份額',
    change: (n) => `${n}日變動`,
  },
};

const en: TreasuryMessages = {
  mnav: ({ day, mnav, gap, premium }) =>
    line`On ${day} the common shares of Strategy cost ${mnav} times the bitcoin it holds, ${premium ? 'a premium' : 'a discount'} of ${gap}.`,
  rank: (percentile) => line`That is percentile ${percentile} of the last two years.`,
  stated: ({ stated, added }) =>
    line`The mNAV that the source states is ${stated}; it counts ${added} more than the common shares, as a ratio on enterprise value does, and the two must not be mixed.`,
  priceRatio: ({ name, change, n, percentile }) =>
    line`Priced in bitcoin, ${name} changed by ${change} over ${String(n)} sessions${percentile ? line` and stands at percentile ${percentile} of two years` : ''}.`,
  beta: ({ beta, range }) =>
    line`Over the last 120 sessions the share moved ${beta}% for each 1% of bitcoin (95%: ${range}).`,
  trigger: ({ above, below, apart }) =>
    line`With bitcoin above 110,000 the session before, the elasticity is ${above}, otherwise ${below}; ${apart ? 'the intervals do not overlap' : 'the intervals overlap, so nothing tells the two sides of 110,000 apart'}.`,
  funding: ({ from, to, issued, common, spent, funded }) =>
    line`In the 13 announcements from ${from} to ${to} the share programmes brought in ${issued} (common shares ${common}) and bitcoin cost ${spent}, so ${funded} times as much came in as was spent.`,
  channels: ({ most, share }) =>
    line`Of the listed channels ${most} has the largest share of variance that goes with bitcoin (${share}): an association, not a cause.`,
  chart: {
    title: ({ mnav, day }) => line`Common shares at ${mnav} times the bitcoin held on ${day}`,
    measure: 'Times; at 1 the common shares cost exactly what is held; New York sessions',
    own: 'common shares',
    stated: 'as stated',
  },
  conditional: {
    title: 'Strategy’s share conditional on bitcoin',
    measure:
      'Dollars; the elasticity of the last 120 sessions continued, with its 95% interval; unproven, not a forecast',
    bitcoin: 'Bitcoin',
    price: 'Share',
    band: 'Interval',
    constant: 'At constant mNAV',
  },
  table: {
    title: 'Channels from coins to the stock market',
    measure: 'Last 250 sessions; shares of variance between bitcoin and the S&P 500',
    share: 'Share',
    beta: 'Elasticity to bitcoin',
    ofBitcoin: 'Of bitcoin',
    ofMarket: 'Of the S&P 500',
    change: (n) => `${n} days`,
  },
};

export const TREASURY_COMPANIES: Readonly<Record<Language, TreasuryMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const TREASURY_COMPANIES_WHYS: readonly ExplainWhy[] = [
  [
    /^no session has the share, bitcoin, the shares and the holdings$/,
    '没有一日同时有股价、比特币、股数与持币',
    '沒有一日同時有股價、比特幣、股數與持幣',
  ],
  [/^the stated ratio has no value for the session$/, '当日没有所载的比率', '當日沒有所載的比率'],
  [
    /^debt, preferred shares and cash of the company are not known$/,
    '公司的债务、优先股与现金未知',
    '公司的債務、特別股與現金未知',
  ],
  [/^fewer than (\d+) sessions$/, '不足$1个交易日', '不足$1個交易日'],
  [/^the share and bitcoin have no date in common$/, '股票与比特币没有共同日期', '股票與比特幣沒有共同日期'],
  [
    /^shares and holdings of Metaplanet are not known$/,
    'Metaplanet的股数与持币未知',
    'Metaplanet的股數與持幣未知',
  ],
  [
    /^fewer than 30 sessions of the last (\d+) with both returns$/,
    '过去$1个交易日中两种收益都有的不足30个',
    '過去$1個交易日中兩種報酬都有的不足30個',
  ],
  [/^fewer than 30 sessions on that side of (\d+)$/, '$1那一侧的交易日不足30个', '$1那一側的交易日不足30個'],
  [
    /^too few sessions in common with bitcoin and the S&P 500$/,
    '与比特币和标普500的共同交易日太少',
    '與比特幣和標普500的共同交易日太少',
  ],
  [/^fewer than (\d+) weeks of issuance are known$/, '已知的增发不足$1周', '已知的增發不足$1週'],
  [/^no purchase is known of these weeks$/, '这些周里没有已知的购币', '這些週裡沒有已知的購幣'],
];
