import { line } from '../../inline.ts';
import type { ShapeMessages } from './messages.ts';

const KINDS = {
  missing: '缺資料',
  'not-yet-known': '尚不可知',
  stale: '遲到',
  revised: '已修訂',
  suspect: '存疑',
  'short-history': '歷史太短',
} as const;

/** The largest part, and the one after it. */
const RANKS = ['最大的是', '其次是'] as const;

export const zhHant: ShapeMessages = {
  consequences: '後續影響',
  data: '資料',
  market: '市場與資金',
  economy: '經濟與政策',
  end: '說明',
  contents: '目錄',
  appendix: '附錄：各節明細',
  appendixLead: '編號與正文各節相同。正文一節只取一圖或一表，其餘在此。',
  seeTable: (label) => [`逐項資料見${label}（第5章）。`],
  brief: (number) => `同節另測各項（明細見附錄${number}）`,
  source: '來源·截至',
  model: '模型',

  warned: ({ kind, names, all }) =>
    `${KINDS[kind]}：${names.join('、')}${all > names.length ? `等${all}項` : ''}`,
  unchecked: {
    title: '未能核對之處',
    lead: '下列各項因缺資料沒有數值，正文不作判斷。',
  },
  glossary: { title: '術語', measure: '簡體、繁體、英文' },

  box: {
    unmeasured: '未測',
    liquidity: '淨流動性，四週',
    liquidityNote: (part, change) => line`以${part}為最大：${change}`,
    forced: '強制賣出份額',
    reported: (total) => line`僅有報導的爆倉額：${total}`,
    notReported: '沒有爆倉資料',
    lamps: '資金紅燈',
    red: (red, measured) => line`${red} / ${String(measured)}`,
    lampsNote: (unmeasured) => (unmeasured === 0 ? '三盞皆有讀數' : `另${unmeasured}盞未測`),
    confidence: '把握',
    levels: { high: '高', medium: '中', low: '低' },
    confidenceNote: (missing, late) =>
      [
        missing.length === 0 ? '各類齊全' : `缺${missing.join('、')}`,
        ...(late === 0 ? [] : [`${late}條序列遲到`]),
      ].join('；'),
    rule: '把握：各風險類別都有讀數且沒有序列遲到為高；缺兩類以上，或沒有同跌分數，為低；其餘為中。',
  },

  why: ({ name, days, move, parts }) =>
    line`${name}近${String(days)}個交易日變動${move}：${parts
      .map(({ name: part, change, isResidual }, k) =>
        isResidual
          ? line`${RANKS[k] ?? ''}驅動因素解釋不了的部分，為${change}`
          : line`${RANKS[k] ?? ''}與${part}相應的部分，為${change}`,
      )
      .reduce((all, one) => line`${all}；${one}`)}。這是關聯，不是因果。`,
  next: (items) => [`接下來將公布：${items.map(({ name, when }) => `${name}（${when}）`).join('、')}。`],
  nextMeeting: '聯準會利率決策',

  changes: {
    title: '與上次相比',
    measure: (before, now) => `同一口徑，分別為${before}與${now}所知`,
    columns: { item: '項目', before: '上次', now: '本次' },
    verdict: '結論',
    liquidityState: '流動性狀態',
    netLiquidity: '淨流動性四週變動',
    cash: '「現金為王」燈',
    lit: '亮',
    unlit: '滅',
    close: '收盤',
    records: '新的紀錄',
    unchanged: ({ all, before }) => [`與${before}相比，所列${all}項都沒有變。`],
    record: ({ name, moved, record }) => line`${name}${moved}，${record}`,
  },
};
