import type { Text } from '../../../data/series/define.ts';
import { derived } from '../define.ts';
import type { DerivedEntry } from '../entry.ts';

interface Channel {
  readonly id: string;
  readonly name: Text;
  /** The shock, in the symbols L, P and D; two others beside it. */
  readonly shock: string;
  readonly others: readonly [string, string];
}

const LIQUIDITY = '-pct(L, 4)';
const TERM = 'change(last(P, 7), 4)';
const DOLLAR = 'pct(last(D, 5), 4)';

const CHANNELS: readonly Channel[] = [
  {
    id: 'liquidity',
    name: ['流动性抽离', '流動性抽離', 'draining liquidity'],
    shock: LIQUIDITY,
    others: [TERM, DOLLAR],
  },
  {
    id: 'term-premium',
    name: ['期限溢价', '期限溢酬', 'a rising term premium'],
    shock: TERM,
    others: [LIQUIDITY, DOLLAR],
  },
  {
    id: 'dollar',
    name: ['美元走强', '美元走強', 'a stronger dollar'],
    shock: DOLLAR,
    others: [LIQUIDITY, TERM],
  },
];

const ASSETS: readonly (readonly [id: string, name: Text])[] = [
  ['btc-usd', ['比特币', '比特幣', 'Bitcoin']],
  ['nasdaq-100', ['纳斯达克100', '那斯達克100', 'Nasdaq-100']],
  ['gold-front', ['黄金', '黃金', 'Gold']],
  ['copper-front', ['铜', '銅', 'Copper']],
  ['eem', ['新兴市场', '新興市場', 'Emerging markets']],
];

/** What a shock of one standard deviation through a channel has gone with in an asset: coefficient times deviation, 104 weeks of 4-week changes. */
function effect({ id, name, shock, others }: Channel, [asset, of]: (typeof ASSETS)[number]): DerivedEntry {
  const label = asset.split('-')[0]!;
  return derived({
    id: `runoff-${id}-${label}`,
    title: [
      `缩表渠道：${name[0]}对${of[0]}`,
      `縮表管道：${name[1]}對${of[1]}`,
      `Run-off: ${of[2]} under ${name[2]}`,
    ],
    of: { L: 'net-liquidity', P: 'us-10y-term-premium', D: 'dollar-index', A: asset },
    formula: `beta3(pct(last(A, 5), 4), ${shock}, ${others.join(', ')}, 104) * deviation(${shock}, 104)`,
    unit: 'fraction',
    on: 'L',
    transform: 'level',
    meaning: [
      '四周收益对三个渠道（净流动性下降、期限溢价、美元）同时回归，该渠道一个标准差的冲击对应的收益；104周。',
      '四週報酬對三個管道（淨流動性下降、期限溢酬、美元）同時迴歸，該管道一個標準差的衝擊對應的報酬；104週。',
      'Four-week return that went with a shock of one standard deviation through this channel, from a regression on all three (falling net liquidity, term premium, dollar); 104 weeks.',
    ],
    reading: [
      '负：该渠道收紧时下跌。是联系而非因果，重叠的四周变化使误差难以判断；各渠道同单位，可以相比。',
      '負：該管道收緊時下跌。是聯繫而非因果，重疊的四週變化使誤差難以判斷；各管道同單位，可以相比。',
      'Below zero it fell as the channel tightened. An association, no cause, and overlapping weeks hide its error; the channels share a unit and can be compared.',
    ],
  });
}

/** What run-off of the Fed’s assets goes with through three channels, and how feasible more of it is. */
export const RUN_OFF: readonly DerivedEntry[] = [
  ...CHANNELS.flatMap((channel) => ASSETS.map((asset) => effect(channel, asset))),
  derived({
    id: 'federal-interest-to-gdp',
    title: ['联邦利息支出对GDP', '聯邦利息支出對GDP', 'Federal interest over GDP'],
    of: { I: 'federal-interest', Y: 'gdp' },
    formula: 'I / Y',
    unit: 'fraction',
    meaning: [
      '联邦利息支出除以名义GDP，均为年率。',
      '聯邦利息支出除以名目GDP，均為年率。',
      'Federal interest payments over nominal GDP, both at annual rates.',
    ],
    reading: [
      '高：缩表抬升收益率的财政阻力大。一个季度的变化已是新发与到期的混合。',
      '高：縮表抬升殖利率的財政阻力大。一個季度的變化已是新發與到期的混合。',
      'High: run-off that raises yields meets fiscal resistance. New and maturing debt are mixed in it.',
    ],
    source: 'BEA, NIPA table 3.2',
  }),
  derived({
    id: 'federal-interest-to-receipts',
    title: ['联邦利息占收入', '聯邦利息占收入', 'Federal interest over receipts'],
    of: { I: 'federal-interest', T: 'federal-receipts' },
    formula: 'I / T',
    unit: 'fraction',
    meaning: [
      '联邦利息支出除以联邦经常收入。',
      '聯邦利息支出除以聯邦經常收入。',
      'Federal interest payments over current receipts.',
    ],
    reading: [
      '越高，税收中付给债权人的越多。',
      '越高，稅收中付給債權人的越多。',
      'The higher, the more of taxes goes to creditors.',
    ],
    source: 'BEA, NIPA table 3.2',
  }),
  derived({
    id: 'sofr-iorb',
    title: ['SOFR减准备金利率', 'SOFR減準備金利率', 'SOFR less interest on reserves'],
    of: { S: 'sofr', I: 'iorb' },
    formula: 'S - I',
    unit: 'fraction-per-year',
    transform: 'spread',
    meaning: [
      '有担保隔夜利率减准备金余额利率。',
      '有擔保隔夜利率減準備金餘額利率。',
      'Secured overnight rate less the rate paid on reserves.',
    ],
    reading: [
      '持续高于零：回购资金紧张，准备金接近稀缺。季末与税日会跳高。',
      '持續高於零：回購資金緊張，準備金接近稀缺。季末與稅日會跳高。',
      'Above zero for long, repo is tight and reserves near scarce. Ends of quarters and tax days make it jump.',
    ],
  }),
  derived({
    id: 'sofr-iorb-z',
    title: [
      'SOFR减准备金利率：年度标准分',
      'SOFR減準備金利率：年度標準分',
      'SOFR less interest on reserves, z of a year',
    ],
    of: { X: 'sofr-iorb' },
    formula: 'z(X, 250)',
    unit: 'sigma',
    meaning: [
      '该利差对最近250日的标准分。',
      '該利差對最近250日的標準分。',
      'Standard score of that spread within 250 days.',
    ],
    reading: [
      '高于2：罕见的紧张。分布右偏，2并非二十分之一。',
      '高於2：罕見的緊張。分布右偏，2並非二十分之一。',
      'Above 2 rare tension. It leans to the right, so 2 is not one in twenty.',
    ],
  }),
  derived({
    id: 'reserves-to-gdp',
    title: ['准备金对GDP', '準備金對GDP', 'Bank reserves over GDP'],
    of: { R: 'fed-reserves', Y: 'gdp' },
    formula: 'R / last(Y, 300)',
    unit: 'fraction',
    meaning: [
      '银行准备金余额除以已公布的最近一季名义GDP。',
      '銀行準備金餘額除以已公布的最近一季名目GDP。',
      'Reserve balances of banks over the last quarter of nominal GDP that is out.',
    ],
    reading: [
      '2019年9月回购危机时约7%。“充足”的下限没有公认的数值。',
      '2019年9月回購危機時約7%。「充足」的下限沒有公認的數值。',
      'Some 7 % in the repo crisis of September 2019. No lower bound of ample is agreed on.',
    ],
  }),
  derived({
    id: 'fed-assets-to-gdp',
    title: ['美联储资产对GDP', '聯準會資產對GDP', 'Fed assets over GDP'],
    of: { A: 'fed-assets', Y: 'gdp' },
    formula: 'A / last(Y, 300)',
    unit: 'fraction',
    meaning: [
      '美联储总资产除以已公布的最近一季名义GDP。',
      '聯準會總資產除以已公布的最近一季名目GDP。',
      'Total assets of the Fed over the last quarter of nominal GDP that is out.',
    ],
    reading: [
      '缩表走了多远。没有哪个水平是目标。',
      '縮表走了多遠。沒有哪個水準是目標。',
      'How far run-off has gone. No level is a target.',
    ],
  }),
];
