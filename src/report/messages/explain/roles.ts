import type { Language } from '../../../data/series/entry.ts';
import type { Role } from '../../../diagnosis/explain/havens/role.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface RolesMessages {
  /** Names of the assets of one role. */
  of(p: { role: Role; names: readonly string[] }): string;
  told(p: { day: string; groups: readonly string[] }): Inline;
  changed(p: { name: string; from: Role; to: Role; day: string; range: string }): Inline;
  stress(p: { name: string; beta: Part; range: string; tail: string }): Inline;
  /** What a date of change is. */
  readonly estimated: string;
  short(names: readonly string[]): Inline;
  meaning(): Inline;
  rule(p: { level: string; smallest: string; risk: string; stressRows: string }): Inline;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly asset: string;
    readonly role: string;
    readonly since: string;
    readonly calm: string;
    readonly stress: string;
    readonly correlation: string;
    readonly session: string;
    /** No change since the first session that was searched. */
    unchanged(day: string): string;
    readonly unknown: string;
  };
}

const LABELS_HANS: Readonly<Record<Role, string>> = {
  hedge: '对冲资产',
  'safe-haven': '避险资产',
  diversifier: '分散资产',
  'risk-asset': '风险资产',
};

const zhHans: RolesMessages = {
  of: ({ role, names }) => `${names.join('、')}为${LABELS_HANS[role]}`,
  told: ({ day, groups }) => line`截至${day}，对美股持有人而言，${groups.join('；')}。`,
  changed: ({ name, from, to, day, range }) =>
    line`${name}自${day}起由${LABELS_HANS[from]}变为${LABELS_HANS[to]}（90%区间${range}）。`,
  stress: ({ name, beta, range, tail }) =>
    line`美股最差${tail}的日子里，标普500每变动1%，${name}同向变动${beta}%（90%区间${range}）。`,
  estimated: '变化日期是事后估计，日后可能移动。',
  short: (names) => line`${names.join('、')}自上次变化以来压力日太少，角色只按平日贝塔判定，未经证明。`,
  meaning: () => [
    '分散资产的含义是：没有足够证据表明它随股票涨跌，也没有证据表明它能抵御下跌；它不等于避险。',
  ],
  rule: ({ level, smallest, risk, stressRows }) =>
    line`判定规则：平日贝塔与压力贝塔各按${level}水平检验，绝对值小于${smallest}视同为零；压力贝塔为负而平日不为负是避险，平日为负而压力不为正是对冲，同向且压力贝塔不低于${risk}是风险资产，其余为分散；压力日不足${stressRows}个时不检验。`,
  table: {
    title: '资产角色',
    measure: '对标普500；贝塔自上次变化以来，括号下为90%区间；回报为最近一个交易日',
    asset: '资产',
    role: '角色',
    since: '自',
    calm: '平日贝塔',
    stress: '压力贝塔',
    correlation: '相关系数',
    session: '当日',
    unchanged: (day) => `${day}以前`,
    unknown: '样本太短',
  },
};

const LABELS_HANT: Readonly<Record<Role, string>> = {
  hedge: '對沖資產',
  'safe-haven': '避險資產',
  diversifier: '分散資產',
  'risk-asset': '風險資產',
};

const zhHant: RolesMessages = {
  of: ({ role, names }) => `${names.join('、')}為${LABELS_HANT[role]}`,
  told: ({ day, groups }) => line`截至${day}，對美股持有人而言，${groups.join('；')}。`,
  changed: ({ name, from, to, day, range }) =>
    line`${name}自${day}起由${LABELS_HANT[from]}變為${LABELS_HANT[to]}（90%區間${range}）。`,
  stress: ({ name, beta, range, tail }) =>
    line`美股最差${tail}的日子裡，標普500每變動1%，${name}同向變動${beta}%（90%區間${range}）。`,
  estimated: '變化日期是事後估計，日後可能移動。',
  short: (names) => line`${names.join('、')}自上次變化以來壓力日太少，角色只按平日貝塔判定，未經證明。`,
  meaning: () => [
    '分散資產的含義是：沒有足夠證據顯示它隨股票漲跌，也沒有證據顯示它能抵禦下跌；它不等於避險。',
  ],
  rule: ({ level, smallest, risk, stressRows }) =>
    line`判定規則：平日貝塔與壓力貝塔各按${level}水準檢定，絕對值小於${smallest}視同為零；壓力貝塔為負而平日不為負是避險，平日為負而壓力不為正是對沖，同向且壓力貝塔不低於${risk}是風險資產，其餘為分散；壓力日不足${stressRows}個時不檢定。`,
  table: {
    title: '資產角色',
    measure: '對標普500；貝塔自上次變化以來，括號下為90%區間；報酬為最近一個交易日',
    asset: '資產',
    role: '角色',
    since: '自',
    calm: '平日貝塔',
    stress: '壓力貝塔',
    correlation: '相關係數',
    session: '當日',
    unchanged: (day) => `${day}以前`,
    unknown: '樣本太短',
  },
};

const LABELS_EN: Readonly<Record<Role, readonly [one: string, many: string]>> = {
  hedge: ['a hedge', 'hedges'],
  'safe-haven': ['a safe haven', 'safe havens'],
  diversifier: ['a diversifier', 'diversifiers'],
  'risk-asset': ['a risk asset', 'risk assets'],
};

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const en: RolesMessages = {
  of: ({ role, names }) =>
    `${names.length === 1 ? LABELS_EN[role][0] : LABELS_EN[role][1]} – ${listed(names)}`,
  told: ({ day, groups }) =>
    line`What each asset was to a holder of US equities on ${day}: ${groups.join('; ')}.`,
  changed: ({ name, from, to, day, range }) =>
    line`${name}: ${LABELS_EN[to][0]} since ${day} (90% band ${range}), ${LABELS_EN[from][0]} before.`,
  stress: ({ name, beta, range, tail }) =>
    line`${name}: in the worst ${tail} of equity days, ${beta}% for each 1% of the S&P 500 (90% band ${range}).`,
  estimated: 'Dates of change are estimates that later days may move.',
  short: (names) =>
    line`Too few days of stress since the last change, so that the ordinary beta alone decides, unproven: ${listed(names)}.`,
  meaning: () => [
    'A diversifier is an asset of which neither can be shown: that it falls with equities, or that it holds against them. It is no haven.',
  ],
  rule: ({ level, smallest, risk, stressRows }) =>
    line`The rule: ordinary and stress beta are each tested at ${level}, and count as none below ${smallest} in size. Stress beta below zero and ordinary beta not: safe haven. Ordinary beta below zero and stress beta not above: hedge. Moves with equities and stress beta of at least ${risk}: risk asset. All else: diversifier. With fewer than ${stressRows} stress days stress is not tested.`,
  table: {
    title: 'Roles of the assets',
    measure:
      'Against the S&P 500; betas since they last changed, 90% band beneath; return of the latest session',
    asset: 'Asset',
    role: 'Role',
    since: 'Since',
    calm: 'Ordinary beta',
    stress: 'Stress beta',
    correlation: 'Correlation',
    session: 'Session',
    unchanged: (day) => `before ${day}`,
    unknown: 'sample too short',
  },
};

export const ROLES: Readonly<Record<Language, RolesMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const ROLES_WHYS: readonly ExplainWhy[] = [
  [
    /^fewer than (\d+) sessions with sp500$/,
    '与标普500共有的交易日少于$1个',
    '與標普500共有的交易日少於$1個',
  ],
  [/^no change of role in the sessions searched$/, '所查交易日内角色没有变化', '所查交易日內角色沒有變化'],
  [
    /^fewer than (\d+) stress sessions since the betas last changed$/,
    '自贝塔上次变化以来的压力日少于$1个',
    '自貝塔上次變化以來的壓力日少於$1個',
  ],
  [
    /^([a-z0-9-]+) is not measured in the latest session and the one before$/,
    '$1在最近两个交易日没有数值',
    '$1在最近兩個交易日沒有數值',
  ],
];
