import type { CentralBank } from '../../../data/calendars/policy-meetings.ts';
import type { Language } from '../../../data/series/entry.ts';
import type { SHOCK_KINDS } from '../../../diagnosis/explain/drivers/quiet-fundamentals.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface QuietMessages {
  kind(p: {
    name: string;
    day: string;
    size: Part;
    kind: (typeof SHOCK_KINDS)[number];
    rank: Part;
    runUp: Part;
  }): Inline;
  decisions(items: readonly { bank: CentralBank; day: string }[]): Inline;
  readonly meaning: Inline;
}

const zhHans: QuietMessages = {
  kind: ({ name, day, size, kind, rank, runUp }) =>
    line`${name}最大的一次变动在${day}（${size}），之前20个交易日的波动是此前一年的${runUp}倍，处于第${rank}百分位：${{ endogenous: '市场事前已不平静，像是内生的', exogenous: '事前平静而当日有议息，像是外生的', undetermined: '内生外生无法判定' }[kind]}。`,
  decisions: (items) =>
    items.length === 0
      ? ['窗口内没有预定的议息。']
      : [
          `窗口内预定的议息：${items.map(({ bank, day }) => `${{ fed: '美联储', ecb: '欧洲央行', boj: '日本央行', boe: '英国央行' }[bank]}${day}`).join('，')}。`,
        ],
  meaning: ['判定没有战绩，未经证明；公布数据的意外需要市场预期，未计入。'],
};

const zhHant: QuietMessages = {
  kind: ({ name, day, size, kind, rank, runUp }) =>
    line`${name}最大的一次變動在${day}（${size}），之前20個交易日的波動是此前一年的${runUp}倍，處於第${rank}百分位：${{ endogenous: '市場事前已不平靜，像是內生的', exogenous: '事前平靜而當日有議息，像是外生的', undetermined: '內生外生無法判定' }[kind]}。`,
  decisions: (items) =>
    items.length === 0
      ? ['視窗內沒有預定的議息。']
      : [
          `視窗內預定的議息：${items.map(({ bank, day }) => `${{ fed: '聯準會', ecb: '歐洲央行', boj: '日本央行', boe: '英國央行' }[bank]}${day}`).join('，')}。`,
        ],
  meaning: ['判定沒有戰績，未經證明；公布資料的意外需要市場預期，未計入。'],
};

const BANKS = {
  fed: 'the Federal Reserve',
  ecb: 'the ECB',
  boj: 'the Bank of Japan',
  boe: 'the Bank of England',
} as const;

const KINDS = {
  endogenous: 'the market was stirred before, as in a shock from within',
  exogenous: 'calm before, and a rate decision on the day, as in a shock from without',
  undetermined: 'from within or from without cannot be told',
} as const;

const en: QuietMessages = {
  kind: ({ name, day, size, kind, rank, runUp }) =>
    line`${name} moved most on ${day} (${size}); volatility in the 20 sessions before was ${runUp} times that of the year before them, percentile ${rank}: ${KINDS[kind]}.`,
  decisions: (items) =>
    items.length === 0
      ? ['No rate decision was scheduled in the window.']
      : [
          `Rate decisions scheduled in the window: ${items.map(({ bank, day }) => `${BANKS[bank]} on ${day}`).join(', ')}.`,
        ],
  meaning: [
    'The label has no track record and is unproven; surprises of releases need a consensus, which is not in it.',
  ],
};

export const QUIET_FUNDAMENTALS: Readonly<Record<Language, QuietMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const QUIET_FUNDAMENTALS_WHYS: readonly ExplainWhy[] = [
  [/^no step of the instrument in the window$/, '窗口内标的没有变动值', '視窗內標的沒有變動值'],
  [
    /^fewer than (\d+) past sessions with a run-up$/,
    '过去有事前波动值的交易日不足$1个',
    '過去有事前波動值的交易日不足$1個',
  ],
];
