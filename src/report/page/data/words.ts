import type { QuarantineReason } from '../../../data/observation.ts';
import type { Language } from '../../../data/series/entry.ts';

interface DataWords {
  readonly answer: (p: { series: string; late: number; close: string }) => readonly string[];
  readonly lead: (p: { rows: string; loads: string; quarantined: string }) => string;
  readonly stats: {
    readonly series: string;
    readonly rows: string;
    readonly late: string;
    readonly revised: string;
    readonly quarantined: string;
  };
  readonly notes: {
    readonly series: (tables: string) => string;
    readonly rows: (megabytes: string) => string;
    readonly late: string;
    readonly revised: string;
    readonly quarantined: string;
  };
  readonly find: string;
  readonly bring: { readonly title: string; readonly items: readonly (readonly [string, string])[] };
  readonly late: { readonly title: string; readonly measure: string; readonly none: string };
  readonly gaps: { readonly title: string; readonly measure: string };
  readonly quarantined: { readonly title: string; readonly measure: string };
  readonly revised: { readonly title: string; readonly measure: string };
  readonly loads: { readonly title: string; readonly measure: string };
  readonly damaged: { readonly title: string; readonly measure: string };
  readonly columns: Readonly<
    Record<
      | 'series'
      | 'last'
      | 'behind'
      | 'missing'
      | 'latest'
      | 'reason'
      | 'rows'
      | 'example'
      | 'load'
      | 'when'
      | 'what'
      | 'quarantined'
      | 'date'
      | 'value'
      | 'time'
      | 'knownAt'
      | 'source'
      | 'flags',
      string
    >
  >;
  readonly more: (n: string) => string;
  readonly marks: Readonly<Record<'revised' | 'suspect' | 'withdrawn', string>>;
  readonly behind: (n: string, frequency: string) => string;
  readonly reasons: Readonly<Record<QuarantineReason, string>>;
  readonly series: {
    readonly answer: (title: string, last: string | undefined, known: string) => readonly string[];
    readonly chart: (from: string, to: string) => string;
    readonly axis: string;
    readonly what: string;
    readonly facts: Readonly<
      Record<'unit' | 'frequency' | 'venue' | 'class' | 'revised' | 'note' | 'id', string>
    >;
    readonly isRevised: (revised: boolean) => string;
    readonly sources: string;
    readonly source: (p: {
      provider: string;
      symbol: string;
      licence: string;
      redistribute: boolean;
    }) => string;
    readonly noSource: string;
    readonly rows: (n: string, all: string) => string;
    readonly rowsMeasure: string;
    readonly take: string;
    readonly back: string;
  };
}

const zhHans: DataWords = {
  answer: ({ series, late, close }) => [
    `库中有${series}条序列，`,
    late === 0 ? '没有迟到的，' : `${late}条迟到，`,
    `最新收盘在${close}`,
  ],
  lead: ({ rows, loads, quarantined }) =>
    `共${rows}个观测值，来自${loads}次导入；${quarantined}行因不合规则被隔离，不进入任何计算。`,
  stats: { series: '序列', rows: '观测值', late: '迟到', revised: '有修订', quarantined: '隔离的行' },
  notes: {
    series: (tables) => `另有${tables}张表`,
    rows: (megabytes) => `占用${megabytes} MB`,
    late: '最后一个值早于其频率所允许的时间',
    revised: '首次公布之后改过的序列',
    quarantined: '原文与理由都保留',
  },
  find: '查找序列',
  bring: {
    title: '导入数据',
    items: [
      ['tidemark data import DIR', '一个数据包：含manifest.json的文件夹'],
      ['tidemark data import FILE.csv --as ID --unit UNIT', '一个CSV或Parquet文件，归入一条序列'],
      ['tidemark data derive FILE', '由公式生成的序列'],
    ],
  },
  late: {
    title: '迟到的序列',
    measure: '截至所示时点；日频按交易日计，其余按天计',
    none: '没有迟到的序列。',
  },
  gaps: { title: '缺失的交易日', measure: '首末两值之间没有值的交易日；不补值' },
  quarantined: { title: '被隔离的行', measure: '理由、行数与例子' },
  revised: { title: '修订、可疑与撤回的值', measure: '每次修订都是新的一行，旧值在其时点仍可见' },
  loads: { title: '导入记录', measure: '撤销：tidemark data forget LOAD' },
  damaged: { title: '损坏的文件', measure: '修复：tidemark data compact' },
  columns: {
    series: '序列',
    last: '最后一个值',
    behind: '落后',
    missing: '缺失',
    latest: '最近几日',
    reason: '理由',
    rows: '行数',
    example: '例子',
    load: '编号',
    when: '时间',
    what: '内容',
    quarantined: '隔离',
    date: '日期',
    value: '值',
    time: '成立时间',
    knownAt: '可知时间',
    source: '来源',
    flags: '标记',
  },
  more: (n) => `其余${n}行`,
  marks: { revised: '已修订', suspect: '可疑', withdrawn: '已撤回' },
  behind: (n, frequency) => (frequency === 'daily' ? `${n}个交易日` : `${n}天`),
  reasons: {
    'unparseable-date': '日期读不出',
    'unparseable-value': '数值读不出',
    'non-finite': '不是有限的数',
    'duplicate-date': '日期重复',
    'future-date': '日期在将来',
    'unknown-unit': '单位不明',
    'wrong-column-count': '列数不对',
    'reverted-jump': '跳动随即复原',
    'not-enclosing': '高低价没有包住开收盘价',
    'frozen-value': '数值冻结不动',
    'not-a-session': '当日并非交易日',
    'high-below-low': '最高价低于最低价',
  },
  series: {
    answer: (title, last, known) =>
      last === undefined
        ? [`${title}：`, '此刻没有任何值']
        : [`${title}：`, `最后一个值在${last}，`, `${known}起可知`],
    chart: (from, to) => `${from}至${to}`,
    axis: '纵轴未必从零开始；缺口不补',
    what: '这是什么',
    facts: {
      unit: '单位',
      frequency: '频率',
      venue: '场所',
      class: '类别',
      revised: '修订',
      note: '须知',
      id: '编号',
    },
    isRevised: (revised) => (revised ? '首次公布后会修订' : '公布后不修订'),
    sources: '来源与许可',
    source: ({ provider, symbol, licence, redistribute }) =>
      `${provider}（${symbol}）：${licence}${redistribute ? '' : '；不得转发'}`,
    noSource: '没有公开来源，需自行导入',
    rows: (n, all) => `最近${n}个值（共${all}个）`,
    rowsMeasure: '按此刻所知；原始单位，不四舍五入',
    take: '下载',
    back: '全部数据',
  },
};

const zhHant: DataWords = {
  answer: ({ series, late, close }) => [
    `庫中有${series}條序列，`,
    late === 0 ? '沒有遲到的，' : `${late}條遲到，`,
    `最新收盤在${close}`,
  ],
  lead: ({ rows, loads, quarantined }) =>
    `共${rows}個觀測值，來自${loads}次匯入；${quarantined}列因不合規則被隔離，不進入任何計算。`,
  stats: { series: '序列', rows: '觀測值', late: '遲到', revised: '有修訂', quarantined: '隔離的列' },
  notes: {
    series: (tables) => `另有${tables}張表`,
    rows: (megabytes) => `佔用${megabytes} MB`,
    late: '最後一個值早於其頻率所允許的時間',
    revised: '首次公布之後改過的序列',
    quarantined: '原文與理由都保留',
  },
  find: '尋找序列',
  bring: {
    title: '匯入資料',
    items: [
      ['tidemark data import DIR', '一個資料包：含manifest.json的資料夾'],
      ['tidemark data import FILE.csv --as ID --unit UNIT', '一個CSV或Parquet檔，歸入一條序列'],
      ['tidemark data derive FILE', '由公式產生的序列'],
    ],
  },
  late: {
    title: '遲到的序列',
    measure: '截至所示時點；日頻按交易日計，其餘按天計',
    none: '沒有遲到的序列。',
  },
  gaps: { title: '缺失的交易日', measure: '首末兩值之間沒有值的交易日；不補值' },
  quarantined: { title: '被隔離的列', measure: '理由、列數與例子' },
  revised: { title: '修訂、可疑與撤回的值', measure: '每次修訂都是新的一列，舊值在其時點仍可見' },
  loads: { title: '匯入紀錄', measure: '撤銷：tidemark data forget LOAD' },
  damaged: { title: '損壞的檔案', measure: '修復：tidemark data compact' },
  columns: {
    series: '序列',
    last: '最後一個值',
    behind: '落後',
    missing: '缺失',
    latest: '最近幾日',
    reason: '理由',
    rows: '列數',
    example: '例子',
    load: '編號',
    when: '時間',
    what: '內容',
    quarantined: '隔離',
    date: '日期',
    value: '值',
    time: '成立時間',
    knownAt: '可知時間',
    source: '來源',
    flags: '標記',
  },
  more: (n) => `其餘${n}列`,
  marks: { revised: '已修訂', suspect: '可疑', withdrawn: '已撤回' },
  behind: (n, frequency) => (frequency === 'daily' ? `${n}個交易日` : `${n}天`),
  reasons: {
    'unparseable-date': '日期讀不出',
    'unparseable-value': '數值讀不出',
    'non-finite': '不是有限的數',
    'duplicate-date': '日期重複',
    'future-date': '日期在將來',
    'unknown-unit': '單位不明',
    'wrong-column-count': '欄數不對',
    'reverted-jump': '跳動隨即復原',
    'not-enclosing': '高低價沒有包住開收盤價',
    'frozen-value': '數值凍結不動',
    'not-a-session': '當日並非交易日',
    'high-below-low': '最高價低於最低價',
  },
  series: {
    answer: (title, last, known) =>
      last === undefined
        ? [`${title}：`, '此刻沒有任何值']
        : [`${title}：`, `最後一個值在${last}，`, `${known}起可知`],
    chart: (from, to) => `${from}至${to}`,
    axis: '縱軸未必從零開始；缺口不補',
    what: '這是什麼',
    facts: {
      unit: '單位',
      frequency: '頻率',
      venue: '場所',
      class: '類別',
      revised: '修訂',
      note: '須知',
      id: '編號',
    },
    isRevised: (revised) => (revised ? '首次公布後會修訂' : '公布後不修訂'),
    sources: '來源與授權',
    source: ({ provider, symbol, licence, redistribute }) =>
      `${provider}（${symbol}）：${licence}${redistribute ? '' : '；不得轉發'}`,
    noSource: '沒有公開來源，需自行匯入',
    rows: (n, all) => `最近${n}個值（共${all}個）`,
    rowsMeasure: '按此刻所知；原始單位，不四捨五入',
    take: '下載',
    back: '全部資料',
  },
};

const en: DataWords = {
  answer: ({ series, late, close }) => [
    `${series} series,`,
    late === 0 ? 'none of them late;' : `${late} of them late;`,
    `the latest close is ${close}`,
  ],
  lead: ({ rows, loads, quarantined }) =>
    `${rows} observations from ${loads} ${loads === '1' ? 'load' : 'loads'}; ${quarantined} rows broke a rule and are kept apart: they enter no computation.`,
  stats: {
    series: 'Series',
    rows: 'Observations',
    late: 'Late',
    revised: 'Revised',
    quarantined: 'Rows kept apart',
  },
  notes: {
    series: (tables) => `and ${tables} tables`,
    rows: (megabytes) => `${megabytes} MB on disk`,
    late: 'last value older than its frequency allows',
    revised: 'series with values changed after their first print',
    quarantined: 'kept with their text and the reason',
  },
  find: 'Find a series',
  bring: {
    title: 'Bring data',
    items: [
      ['tidemark data import DIR', 'a data pack: a folder with manifest.json'],
      ['tidemark data import FILE.csv --as ID --unit UNIT', 'one CSV or Parquet file, as a series'],
      ['tidemark data derive FILE', 'series made by formula'],
    ],
  },
  late: {
    title: 'Late series',
    measure: 'As of the instant shown; daily series by sessions, the others by days',
    none: 'No series is late.',
  },
  gaps: {
    title: 'Missing sessions',
    measure: 'Sessions between the first and the last value that have none; nothing is filled',
  },
  quarantined: { title: 'Rows kept apart', measure: 'Reason, rows, an example' },
  revised: {
    title: 'Revised, suspect and withdrawn values',
    measure: 'Each revision is a row of its own; the old value stays visible at its time',
  },
  loads: { title: 'Loads', measure: 'To undo one: tidemark data forget LOAD' },
  damaged: { title: 'Damaged files', measure: 'To repair: tidemark data compact' },
  columns: {
    series: 'Series',
    last: 'Last value',
    behind: 'Behind',
    missing: 'Missing',
    latest: 'Latest of them',
    reason: 'Reason',
    rows: 'Rows',
    example: 'Example',
    load: 'Load',
    when: 'When',
    what: 'What',
    quarantined: 'Kept apart',
    date: 'Date',
    value: 'Value',
    time: 'True at',
    knownAt: 'Known at',
    source: 'Source',
    flags: 'Flags',
  },
  more: (n) => `${n} more`,
  marks: { revised: 'revised', suspect: 'suspect', withdrawn: 'withdrawn' },
  behind: (n, frequency) => (frequency === 'daily' ? `${n} sessions` : `${n} days`),
  reasons: {
    'unparseable-date': 'a date that cannot be read',
    'unparseable-value': 'a value that cannot be read',
    'non-finite': 'not a finite number',
    'duplicate-date': 'the date came twice',
    'future-date': 'a date in the future',
    'unknown-unit': 'a unit that is not known',
    'wrong-column-count': 'a wrong number of columns',
    'reverted-jump': 'a jump that was taken back at once',
    'not-enclosing': 'high and low do not enclose open and close',
    'frozen-value': 'a value that does not move',
    'not-a-session': 'not a session of its market',
    'high-below-low': 'high below low',
  },
  series: {
    answer: (title, last, known) =>
      last === undefined
        ? [`${title}:`, 'no value at this instant']
        : [`${title}:`, `last value of ${last},`, `known from ${known}`],
    chart: (from, to) => `${from} to ${to}`,
    axis: 'The axis need not begin at zero; gaps are not filled',
    what: 'What it is',
    facts: {
      unit: 'Unit',
      frequency: 'Frequency',
      venue: 'Venue',
      class: 'Class',
      revised: 'Revisions',
      note: 'To know',
      id: 'Id',
    },
    isRevised: (revised) => (revised ? 'revised after the first print' : 'not revised'),
    sources: 'Source and licence',
    source: ({ provider, symbol, licence, redistribute }) =>
      `${provider} (${symbol}): ${licence}${redistribute ? '' : '; not to be handed on'}`,
    noSource: 'no public source: import your own',
    rows: (n, all) => `The last ${n} values of ${all}`,
    rowsMeasure: 'As known at this instant; base units, not rounded',
    take: 'Download',
    back: 'All data',
  },
};

export const DATA_WORDS: Readonly<Record<Language, DataWords>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
