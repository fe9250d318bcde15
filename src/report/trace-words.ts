import type { Language } from '../data/series/entry.ts';

/** The words of a trace; every key in every language. */
export interface TraceWords {
  readonly value: string;
  readonly noValue: string;
  readonly band: (level: string, low: string, high: string, how: string) => string;
  readonly asOf: string;
  readonly flags: string;
  readonly window: string;
  readonly rows: (n: number) => string;
  readonly formula: string;
  readonly unknownFormula: string;
  readonly worked: string;
  readonly parameters: string;
  readonly formulaSource: string;
  readonly inputs: string;
  readonly series: string;
  readonly inWindow: (n: number) => string;
  readonly inAll: (n: number) => string;
  readonly nothing: string;
  readonly knownAt: string;
  readonly first: string;
  readonly revised: string;
  readonly absent: string;
  readonly withdrawn: string;
  readonly converted: (from: string, factor: string) => string;
  /** Where there is no room for from what. */
  readonly convertedToo: string;
  readonly taken: (from: string) => string;
  readonly atPar: (from: string, as: string) => string;
  readonly source: string;
  readonly licence: string;
  readonly notStated: string;
  readonly mayShare: string;
  readonly mayNotShare: string;
  readonly load: string;
  readonly rule: string;
  readonly note: string;
  readonly dataVersion: string;
  readonly changed: string;
  readonly simulated: string;
  readonly rules: Readonly<Record<string, string>>;
}

const EN: TraceWords = {
  value: 'value',
  noValue: 'No value',
  band: (level, low, high, how) => `[${level}: ${low} to ${high}; ${how}]`,
  asOf: 'as of',
  flags: 'flags',
  window: 'window',
  rows: (n) => `${n} ${n === 1 ? 'row' : 'rows'}`,
  formula: 'formula',
  unknownFormula: 'not in the catalogue of formulas',
  worked: 'with numbers',
  parameters: 'parameters',
  formulaSource: 'formula from',
  inputs: 'Inputs',
  series: 'Series',
  inWindow: (n) => `${n} ${n === 1 ? 'observation' : 'observations'} in the window`,
  inAll: (n) => `${n} ${n === 1 ? 'observation' : 'observations'} known then`,
  nothing: 'nothing known at this instant',
  knownAt: 'known at',
  first: 'first print',
  revised: 'revised',
  absent: 'No value known at this instant',
  withdrawn: 'taken back',
  converted: (from, factor) => `converted from ${from} (× ${factor})`,
  convertedToo: 'converted',
  taken: (from) => `stated in ${from}`,
  atPar: (from, as) => `stated in ${from}, taken at par as ${as}`,
  source: 'source',
  licence: 'licence',
  notStated: 'not stated',
  mayShare: 'may be handed on',
  mayNotShare: 'may not be handed on',
  load: 'load',
  rule: 'by',
  note: 'note',
  dataVersion: 'data version',
  changed:
    'the data seen at this instant have changed since this figure was made; the value is the one of today’s data',
  simulated: 'SIMULATED: a generated market, not a real one',
  rules: {
    release: 'the release rule of the series',
    vintage: 'the first vintage in which it is seen',
    revision: 'a later vintage with another value',
    seen: 'the instant of the import',
    withdrawn: 'a later row that takes it back',
    stated: 'the source',
    derived: 'the last of what it was made from',
  },
};

const HANS: TraceWords = {
  value: '数值',
  noValue: '没有数值',
  band: (level, low, high, how) => `[${level}：${low} 至 ${high}；${how}]`,
  asOf: '截至',
  flags: '标记',
  window: '窗口',
  rows: (n) => `${n} 行`,
  formula: '公式',
  unknownFormula: '公式目录中没有',
  worked: '代入数字',
  parameters: '参数',
  formulaSource: '公式出处',
  inputs: '输入',
  series: '序列',
  inWindow: (n) => `窗口内 ${n} 个观测值`,
  inAll: (n) => `当时已知 ${n} 个观测值`,
  nothing: '此时刻尚无已知数据',
  knownAt: '已知于',
  first: '首次公布',
  revised: '已修订',
  absent: '此时刻没有已知数值',
  withdrawn: '已撤回',
  converted: (from, factor) => `由 ${from} 换算（× ${factor}）`,
  convertedToo: '已换算',
  taken: (from) => `来源单位 ${from}`,
  atPar: (from, as) => `来源单位 ${from}，按 1 比 1 视为 ${as}`,
  source: '来源',
  licence: '许可',
  notStated: '未说明',
  mayShare: '可再分发',
  mayNotShare: '不可再分发',
  load: '载入批次',
  rule: '依据',
  note: '说明',
  dataVersion: '数据版本',
  changed: '该时刻可见的数据在此数字生成之后有变动；以下为按现有数据重算的值',
  simulated: '模拟数据：生成的市场，并非真实市场',
  rules: {
    release: '序列的发布规则',
    vintage: '首次出现的数据版本',
    revision: '其后版本中的不同数值',
    seen: '导入时刻',
    withdrawn: '其后撤回该值的一行',
    stated: '来源自述',
    derived: '所用观测值中最晚的一个',
  },
};

const HANT: TraceWords = {
  value: '數值',
  noValue: '沒有數值',
  band: (level, low, high, how) => `[${level}：${low} 至 ${high}；${how}]`,
  asOf: '截至',
  flags: '標記',
  window: '視窗',
  rows: (n) => `${n} 列`,
  formula: '公式',
  unknownFormula: '公式目錄中沒有',
  worked: '代入數字',
  parameters: '參數',
  formulaSource: '公式出處',
  inputs: '輸入',
  series: '序列',
  inWindow: (n) => `視窗內 ${n} 個觀測值`,
  inAll: (n) => `當時已知 ${n} 個觀測值`,
  nothing: '此時點尚無已知資料',
  knownAt: '已知於',
  first: '首次公布',
  revised: '已修訂',
  absent: '此時點沒有已知數值',
  withdrawn: '已撤回',
  converted: (from, factor) => `由 ${from} 換算（× ${factor}）`,
  convertedToo: '已換算',
  taken: (from) => `來源單位 ${from}`,
  atPar: (from, as) => `來源單位 ${from}，按 1 比 1 視為 ${as}`,
  source: '來源',
  licence: '授權',
  notStated: '未說明',
  mayShare: '可再散布',
  mayNotShare: '不可再散布',
  load: '載入批次',
  rule: '依據',
  note: '說明',
  dataVersion: '資料版本',
  changed: '該時點可見的資料在此數字產生之後有變動；以下為按現有資料重算的值',
  simulated: '模擬資料：產生的市場，並非真實市場',
  rules: {
    release: '序列的發布規則',
    vintage: '首次出現的資料版本',
    revision: '其後版本中的不同數值',
    seen: '匯入時點',
    withdrawn: '其後撤回該值的一列',
    stated: '來源自述',
    derived: '所用觀測值中最晚的一個',
  },
};

export const TRACE_WORDS: Readonly<Record<Language, TraceWords>> = {
  'zh-Hans': HANS,
  'zh-Hant': HANT,
  en: EN,
};
