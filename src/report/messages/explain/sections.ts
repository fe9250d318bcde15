import type { Language } from '../../../data/series/entry.ts';
import type { SectionId } from '../../../diagnosis/explain/answer.ts';
import { before } from '../spacing.ts';

/** Sub-chapters of chapters 2 and 3 of a report. */
export type PlaceId =
  | 'policy'
  | 'economy'
  | 'flows'
  | 'mood'
  | 'closing'
  | 'path'
  | 'institutions'
  | 'microstructure';

/** What stands around the parts of an explanation. */
interface SectionWords {
  readonly chapter: string;
  readonly sections: Readonly<Record<SectionId, string>>;
  readonly places: Readonly<Record<PlaceId, string>>;
  /** Title of an explanation that stands alone, of one section or of all; `asset` is a name. */
  title(p: { date: string; asset?: string; section?: SectionId }): readonly string[];
  /** What was asked: the instrument, or all, and the sessions of the change. */
  asked(p: { asset?: string; sessions: number }): string;
  readonly nothing: string;
  readonly needs: string;
  /** The same where only ids are listed, by part. */
  readonly needsInBrief: string;
  need(p: { title: string; id: string; parts: readonly string[]; sources: readonly string[] }): string;
  /** `assume` as it stands in the ids of the figures: billions of US dollars by name. */
  parameters(p: { asset?: string; window: string; section?: string; assume?: string }): string;
  readonly methods: readonly string[];
}

const zhHans: SectionWords = {
  chapter: '驱动因素',
  sections: {
    liquidity: '政策与美元流动性',
    drivers: '变动的来源',
    flows: '资金与杠杆',
    havens: '避险资产与角色',
    network: '冲击的传递',
  },
  places: {
    policy: '政策与美元流动性',
    economy: '经济与驱动因素',
    flows: '资金与杠杆',
    mood: '情绪与传染',
    closing: '归因与先后',
    path: '政策路径',
    institutions: '机构与避险',
    microstructure: '市场微观结构',
  },
  title: ({ date, asset, section }) => [
    date,
    section
      ? `${asset ? `${before(asset)}的` : ''}驱动因素：${zhHans.sections[section]}`
      : `${asset ? before(asset) : '市场'}为何变动`,
  ],
  asked: ({ asset, sessions }) =>
    `${asset ? `所问标的为${asset}` : '未指定标的'}，所解释的变动为最近${sessions}个交易日`,
  nothing: '本节没有任何数值。',
  needs: '所缺序列及其来源',
  needsInBrief: '各部分所缺的序列（来源见报告：--md）：',
  need: ({ title, id, parts, sources }) =>
    `${title}（${id}），用于${parts.map((part) => `“${part}”`).join('')}；${sources.length > 0 ? `可取自${sources.join('、')}` : '没有公开来源，需自行导入'}`,
  parameters: ({ asset, window, section, assume }) =>
    [
      ...(asset ? [`标的${asset}`] : []),
      `解释窗口${window}`,
      ...(section ? [`部分${section}`] : []),
      ...(assume ? [`假设${assume}（十亿美元）`] : []),
    ].join(' · '),
  methods: [
    '每个数字只用当时已公布的数据，公布滞后计算在内，日后的修订不进入。',
    '各项贡献相加恰等于总变动，余项最后由减法得出。',
    '同向或先后只称相关；没有战绩的信号标明未经证明。',
  ],
};

const zhHant: SectionWords = {
  chapter: '驅動因素',
  sections: {
    liquidity: '政策與美元流動性',
    drivers: '變動的來源',
    flows: '資金與槓桿',
    havens: '避險資產與角色',
    network: '衝擊的傳遞',
  },
  places: {
    policy: '政策與美元流動性',
    economy: '經濟與驅動因素',
    flows: '資金與槓桿',
    mood: '情緒與傳染',
    closing: '歸因與先後',
    path: '政策路徑',
    institutions: '機構與避險',
    microstructure: '市場微觀結構',
  },
  title: ({ date, asset, section }) => [
    date,
    section
      ? `${asset ? `${before(asset)}的` : ''}驅動因素：${zhHant.sections[section]}`
      : `${asset ? before(asset) : '市場'}為何變動`,
  ],
  asked: ({ asset, sessions }) =>
    `${asset ? `所問標的為${asset}` : '未指定標的'}，所解釋的變動為最近${sessions}個交易日`,
  nothing: '本節沒有任何數值。',
  needs: '所缺序列及其來源',
  needsInBrief: '各部分所缺的序列（來源見報告：--md）：',
  need: ({ title, id, parts, sources }) =>
    `${title}（${id}），用於${parts.map((part) => `「${part}」`).join('')}；${sources.length > 0 ? `可取自${sources.join('、')}` : '沒有公開來源，需自行匯入'}`,
  parameters: ({ asset, window, section, assume }) =>
    [
      ...(asset ? [`標的${asset}`] : []),
      `解釋視窗${window}`,
      ...(section ? [`部分${section}`] : []),
      ...(assume ? [`假設${assume}（十億美元）`] : []),
    ].join(' · '),
  methods: [
    '每個數字只用當時已公布的資料，公布落後計算在內，日後的修訂不進入。',
    '各項貢獻相加恰等於總變動，餘項最後由減法得出。',
    '同向或先後只稱相關；沒有戰績的訊號標明未經證明。',
  ],
};

const LOWER: Readonly<Record<SectionId, string>> = {
  liquidity: 'policy and dollar liquidity',
  drivers: 'what moved it',
  flows: 'flows and leverage',
  havens: 'havens and roles',
  network: 'who sent the shock',
};

const en: SectionWords = {
  chapter: 'Drivers',
  sections: {
    liquidity: 'Policy and dollar liquidity',
    drivers: 'What moved it',
    flows: 'Flows and leverage',
    havens: 'Havens and roles',
    network: 'Who sent the shock',
  },
  places: {
    policy: 'Policy and dollar liquidity',
    economy: 'Economy and drivers',
    flows: 'Flows and leverage',
    mood: 'Mood and contagion',
    closing: 'What the move is made of, and in which order',
    path: 'The policy path',
    institutions: 'Institutions and havens',
    microstructure: 'Market microstructure',
  },
  title: ({ date, asset, section }) => [
    `${date}:`,
    section
      ? `${LOWER[section]}${asset ? `, asked about ${asset}` : ''}`
      : `why ${asset ?? 'the markets'} moved`,
  ],
  asked: ({ asset, sessions }) =>
    `${asset ? `asked about ${asset}` : 'no instrument named'}, change over ${sessions === 1 ? 'the last session' : `the last ${sessions} sessions`}`,
  nothing: 'No part of this section has a value.',
  needs: 'Series that are missing, and where they can be had',
  needsInBrief: 'Series that are missing, by part (the report says where they can be had: --md)',
  need: ({ title, id, parts, sources }) =>
    `${title} (${id}), for ${parts.map((part) => `“${part}”`).join(', ')}: ${sources.length > 0 ? sources.join(', ') : 'no public source, import your own'}`,
  parameters: ({ asset, window, section, assume }) =>
    [
      ...(asset ? [`asset ${asset}`] : []),
      `explained window ${window}`,
      ...(section ? [`section ${section}`] : []),
      ...(assume ? [`supposed ${assume} (billions of US dollars)`] : []),
    ].join(' · '),
  methods: [
    'Every number uses what had been published by then, with publication lags; later revisions do not enter.',
    'Contributions add to the change exactly; the residual is last and comes by subtraction.',
    'What moves together or one after the other is called an association; a signal without a track record is called unproven.',
  ],
};

export const SECTION_WORDS: Readonly<Record<Language, SectionWords>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};
