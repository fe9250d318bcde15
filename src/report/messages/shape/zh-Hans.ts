import { line } from '../../inline.ts';
import type { ShapeMessages } from './messages.ts';

const KINDS = {
  missing: '缺数据',
  'not-yet-known': '尚不可知',
  stale: '迟到',
  revised: '已修订',
  suspect: '存疑',
  'short-history': '历史太短',
} as const;

/** The largest part, and the one after it. */
const RANKS = ['最大的是', '其次是'] as const;

export const zhHans: ShapeMessages = {
  consequences: '后续影响',
  data: '数据',
  market: '市场与资金',
  economy: '经济与政策',
  end: '说明',
  contents: '目录',
  appendix: '附录：各节明细',
  appendixLead: '编号与正文各节相同。正文一节只取一图或一表，其余在此。',
  seeTable: (label) => [`逐项数据见${label}（第5章）。`],
  brief: (number) => `同节另测各项（明细见附录${number}）`,
  source: '来源·截至',
  model: '模型',

  warned: ({ kind, names, all }) =>
    `${KINDS[kind]}：${names.join('、')}${all > names.length ? `等${all}项` : ''}`,
  unchecked: {
    title: '未能核对之处',
    lead: '下列各项因缺数据没有数值，正文不作判断。',
  },
  glossary: { title: '术语', measure: '简体、繁体、英文' },

  box: {
    unmeasured: '未测',
    liquidity: '净流动性，四周',
    liquidityNote: (part, change) => line`以${part}为最大：${change}`,
    forced: '强制卖出份额',
    reported: (total) => line`仅有报道的爆仓额：${total}`,
    notReported: '没有爆仓数据',
    lamps: '资金红灯',
    red: (red, measured) => line`${red} / ${String(measured)}`,
    lampsNote: (unmeasured) => (unmeasured === 0 ? '三盏皆有读数' : `另${unmeasured}盏未测`),
    confidence: '把握',
    levels: { high: '高', medium: '中', low: '低' },
    confidenceNote: (missing, late) =>
      [
        missing.length === 0 ? '各类齐全' : `缺${missing.join('、')}`,
        ...(late === 0 ? [] : [`${late}条序列迟到`]),
      ].join('；'),
    rule: '把握：各风险类别都有读数且没有序列迟到为高；缺两类以上，或没有同跌分，为低；其余为中。',
  },

  why: ({ name, days, move, parts }) =>
    line`${name}近${String(days)}个交易日变动${move}：${parts
      .map(({ name: part, change, isResidual }, k) =>
        isResidual
          ? line`${RANKS[k] ?? ''}驱动因素解释不了的部分，为${change}`
          : line`${RANKS[k] ?? ''}与${part}相应的部分，为${change}`,
      )
      .reduce((all, one) => line`${all}；${one}`)}。这是关联，不是因果。`,
  next: (items) => [`接下来将公布：${items.map(({ name, when }) => `${name}（${when}）`).join('、')}。`],
  nextMeeting: '美联储议息',

  changes: {
    title: '与上次相比',
    measure: (before, now) => `同一口径，分别为${before}与${now}所知`,
    columns: { item: '项目', before: '上次', now: '本次' },
    verdict: '结论',
    liquidityState: '流动性状态',
    netLiquidity: '净流动性四周变动',
    cash: '“现金为王”灯',
    lit: '亮',
    unlit: '灭',
    close: '收盘',
    records: '新的纪录',
    unchanged: ({ all, before }) => [`与${before}相比，所列${all}项都没有变。`],
    record: ({ name, moved, record }) => line`${name}${moved}，${record}`,
  },
};
