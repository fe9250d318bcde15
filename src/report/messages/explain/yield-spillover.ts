import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface YieldSpilloverMessages {
  sent(p: { sessions: number; day: string; years: number; total: Part; sent: Part; range: string }): Inline;
  rest(p: { own: Part; base: Part }): Inline;
  passThrough(p: {
    from: string;
    value: Part;
    range: string;
    low: string;
    high: string;
    within: boolean;
  }): Inline;
  stated(p: { low: string; high: string; reached: boolean }): Inline;
  floor(p: { day: string; level: Part; change: Part; names: readonly string[]; whole: boolean }): Inline;
  meaning: string;
  table: {
    title: string;
    measure: string;
    span: string;
    sessions(n: number): string;
    total: string;
    sent: string;
    own: string;
    base: string;
    group(from: string, to: string): string;
  };
}

const zhHans: YieldSpilloverMessages = {
  sent: ({ sessions, day, years, total, sent, range }) =>
    line`截至${day}的${String(sessions)}个交易日，美国${String(years)}年期收益率变动${total}，其中日本传来${sent}${range === '' ? '' : `（90%区间${range}）`}。`,
  rest: ({ own, base }) => line`美债自身的冲击${own}，趋势与起点${base}。`,
  passThrough: ({ from, value, range, low, high, within }) =>
    line`${from}因冲击每上行10个基点，美债在十个交易日内变动${value}个基点${range === '' ? '' : `（90%区间${range}）`}；高盛的说法是${low}至${high}个基点，${within ? '与此相合' : '与此不合'}。`,
  stated: ({ low, high, reached }) =>
    line`高盛所称的${low}至${high}个基点（报刊转述，期间未注明，本程序未验证）${reached ? '落在所测的一年份额之内' : '远大于所测的一年份额'}。`,
  floor: ({ day, level, change, names, whole }) =>
    line`资金成本中枢（${names.join('、')}，按国内生产总值加权${whole ? '' : '，四国未齐'}）在${day}为${level}，一年${change}。`,
  meaning:
    '次序由收盘先后定：东京先于纽约。共同的趋势不算作日本传来，东京时段传出的全球消息则算在内；份额是统计上的，不是因果的证明。',
  table: {
    title: '美债收益率变动的来源',
    measure: '基点；下为90%区间',
    span: '期间',
    sessions: (n) => `${n}个交易日`,
    total: '变动',
    sent: '日本传来',
    own: '美债自身',
    base: '趋势与起点',
    group: (from, to) => `${from} → ${to}`,
  },
};

const zhHant: YieldSpilloverMessages = {
  sent: ({ sessions, day, years, total, sent, range }) =>
    line`截至${day}的${String(sessions)}個交易日，美國${String(years)}年期殖利率變動${total}，其中日本傳來${sent}${range === '' ? '' : `（90%區間${range}）`}。`,
  rest: ({ own, base }) => line`美債自身的衝擊${own}，趨勢與起點${base}。`,
  passThrough: ({ from, value, range, low, high, within }) =>
    line`${from}因衝擊每上行10個基點，美債在十個交易日內變動${value}個基點${range === '' ? '' : `（90%區間${range}）`}；高盛的說法是${low}至${high}個基點，${within ? '與此相合' : '與此不合'}。`,
  stated: ({ low, high, reached }) =>
    line`高盛所稱的${low}至${high}個基點（報刊轉述，期間未註明，本程式未驗證）${reached ? '落在所測的一年份額之內' : '遠大於所測的一年份額'}。`,
  floor: ({ day, level, change, names, whole }) =>
    line`資金成本中樞（${names.join('、')}，按國內生產毛額加權${whole ? '' : '，四國未齊'}）在${day}為${level}，一年${change}。`,
  meaning:
    '次序由收盤先後定：東京先於紐約。共同的趨勢不算作日本傳來，東京時段傳出的全球消息則算在內；份額是統計上的，不是因果的證明。',
  table: {
    title: '美債殖利率變動的來源',
    measure: '基點；下為90%區間',
    span: '期間',
    sessions: (n) => `${n}個交易日`,
    total: '變動',
    sent: '日本傳來',
    own: '美債自身',
    base: '趨勢與起點',
    group: (from, to) => `${from} → ${to}`,
  },
};

const en: YieldSpilloverMessages = {
  sent: ({ sessions, day, years, total, sent, range }) =>
    line`Of the change of the ${String(years)}-year Treasury yield over the ${String(sessions)} sessions to ${day} (${total}) Japan sent ${sent}${range === '' ? '' : ` (90% band ${range})`}.`,
  rest: ({ own, base }) => line`Its own shocks made ${own}, trend and first days ${base}.`,
  passThrough: ({ from, value, range, low, high, within }) =>
    line`For each 10 bp by which a shock lifts the ${from}, the Treasury moved ${value} bp in ten sessions${range === '' ? '' : ` (90% band ${range})`}; Goldman Sachs is quoted with ${low} to ${high} bp, which ${within ? 'agrees' : 'does not agree'}.`,
  stated: ({ low, high, reached }) =>
    line`The ${low} to ${high} bp ascribed to Goldman Sachs (from the press, its span not given, not verified here) ${reached ? 'lie within what a year’s share is measured to be' : 'are far more than the share measured over a year'}.`,
  floor: ({ day, level, change, names, whole }) =>
    line`The floor of funding costs (${names.join(', ')}, weighted by gross domestic product${whole ? '' : ', not all four known'}) was ${level} on ${day}, ${change} over a year.`,
  meaning:
    'The order is that of the closes: Tokyo before New York. A trend that both share is not counted as sent, world news that breaks in Tokyo’s hours is; the share is statistical and proves no cause.',
  table: {
    title: 'Where the change of Treasury yields came from',
    measure: 'Basis points; below, the 90% band',
    span: 'Span',
    sessions: (n) => `${n} sessions`,
    total: 'Change',
    sent: 'Sent by Japan',
    own: 'Its own',
    base: 'Trend, first days',
    group: (from, to) => `${from} → ${to}`,
  },
};

export const YIELD_SPILLOVER: Readonly<Record<Language, YieldSpilloverMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const YIELD_SPILLOVER_WHYS: readonly ExplainWhy[] = [
  [
    /^fewer than (\d+) common days of ([a-z0-9-]+) and ([a-z0-9-]+)$/,
    '$2与$3的共同日期少于$1',
    '$2與$3的共同日期少於$1',
  ],
  [/^fewer than (\d+) days in the sample$/, '样本少于$1日', '樣本少於$1日'],
  [
    /^fewer than two of the four ten-year yields are known$/,
    '四国10年期收益率已知的不足两国',
    '四國10年期殖利率已知的不足兩國',
  ],
  [/^a ten-year yield has no value a year before$/, '一年前缺少10年期收益率', '一年前缺少10年期殖利率'],
];
