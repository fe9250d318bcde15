import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';

interface HavensWords {
  /** What was a haven or a hedge, and how many were asked; none: nothing was. */
  answer(p: {
    havens: readonly string[];
    of: number;
    gold?: { role: string; since?: string };
  }): readonly string[];
  beta(p: { name: string; beta: Part; range: string }): Inline;
  best(p: { days: Part; name: string; mean: Part; hit: Part }): Inline;
  session(p: { stress: boolean; equity: Part }): Inline;
  readonly chart: {
    title(p: { lowest: string; beta: Part; highest: string; high: Part }): Inline;
    measure: string;
    since(p: { role: string; day: string }): string;
    readonly asset: string;
    readonly role: string;
    readonly changed: string;
    readonly beta: string;
  };
  readonly league: {
    readonly title: string;
    readonly measure: string;
    readonly asset: string;
    readonly mean: string;
    readonly hit: string;
  };
}

const zhHans: HavensWords = {
  answer: ({ havens, of, gold }) => [
    havens.length > 0
      ? `${of}种资产中，能对冲美股的是${havens.join('、')}；`
      : `${of}种资产中，没有一种证明能避险；`,
    ...(gold ? [`黄金${gold.since ? `自${gold.since}起` : ''}是${gold.role}资产`] : ['角色会变']),
  ],
  beta: ({ name, beta, range }) =>
    line`股市最差的日子里，标普500每变动1%，${name}同向变动${beta}%（90%区间${range}）。`,
  best: ({ days, name, mean, hit }) =>
    line`在${days}个股市大跌日中，${name}平均${mean}，${hit}的日子上涨，居首位。`,
  session: ({ stress, equity }) =>
    stress
      ? line`最近一个交易日标普500${equity}，属于这样的日子。`
      : line`最近一个交易日标普500${equity}，不算大跌日。`,
  chart: {
    title: ({ lowest, beta, highest, high }) =>
      line`股市大跌时，${lowest}的贝塔最低，为${beta}；${highest}最高，为${high}`,
    measure: '对标普500的压力贝塔，自角色上次变化以来；线段为90%区间，空心点的区间包含零',
    since: ({ role, day }) => `${role}，自${day}`,
    asset: '资产',
    role: '角色',
    changed: '自',
    beta: '压力贝塔',
  },
  league: {
    title: '大跌日里谁守住了',
    measure: '标普500最差5%的日子，平均回报与上涨天数占比',
    asset: '资产',
    mean: '平均',
    hit: '上涨',
  },
};

const zhHant: HavensWords = {
  answer: ({ havens, of, gold }) => [
    havens.length > 0
      ? `${of}種資產中，能對沖美股的是${havens.join('、')}；`
      : `${of}種資產中，沒有一種證明能避險；`,
    ...(gold ? [`黃金${gold.since ? `自${gold.since}起` : ''}是${gold.role}資產`] : ['角色會變']),
  ],
  beta: ({ name, beta, range }) =>
    line`股市最差的日子裡，標普500每變動1%，${name}同向變動${beta}%（90%區間${range}）。`,
  best: ({ days, name, mean, hit }) =>
    line`在${days}個股市大跌日中，${name}平均${mean}，${hit}的日子上漲，居首位。`,
  session: ({ stress, equity }) =>
    stress
      ? line`最近一個交易日標普500${equity}，屬於這樣的日子。`
      : line`最近一個交易日標普500${equity}，不算大跌日。`,
  chart: {
    title: ({ lowest, beta, highest, high }) =>
      line`股市大跌時，${lowest}的貝塔最低，為${beta}；${highest}最高，為${high}`,
    measure: '對標普500的壓力貝塔，自角色上次變化以來；線段為90%區間，空心點的區間包含零',
    since: ({ role, day }) => `${role}，自${day}`,
    asset: '資產',
    role: '角色',
    changed: '自',
    beta: '壓力貝塔',
  },
  league: {
    title: '大跌日裡誰守住了',
    measure: '標普500最差5%的日子，平均報酬與上漲天數占比',
    asset: '資產',
    mean: '平均',
    hit: '上漲',
  },
};

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const en: HavensWords = {
  answer: ({ havens, of, gold }) => [
    havens.length > 0
      ? `Of ${of} assets, ${listed(havens)} ${havens.length === 1 ? 'hedges' : 'hedge'} US equities;`
      : `None of ${of} assets is a proven haven;`,
    gold ? `gold is a ${gold.role}${gold.since ? ` since ${gold.since}` : ''}` : 'roles change',
  ],
  beta: ({ name, beta, range }) =>
    line`In the worst days of equities ${name} moves ${beta}% for each 1% of the S&P 500 (90% band ${range}).`,
  best: ({ days, name, mean, hit }) =>
    line`Over ${days} such days ${name} did best: ${mean} on average, up on ${hit} of them.`,
  session: ({ stress, equity }) =>
    stress
      ? line`The latest session, ${equity} for the S&P 500, was one of them.`
      : line`The latest session, ${equity} for the S&P 500, was not one of them.`,
  chart: {
    title: ({ lowest, beta, highest, high }) =>
      line`In stress ${lowest} has the lowest beta, ${beta}, and ${highest} the highest, ${high}`,
    measure:
      'Stress beta against the S&P 500 since the role last changed; lines are 90% bands, and the band of a ring holds zero',
    since: ({ role, day }) => `${role}, since ${day}`,
    asset: 'Asset',
    role: 'Role',
    changed: 'Since',
    beta: 'Stress beta',
  },
  league: {
    title: 'What held on the worst days',
    measure: 'Worst 5% of the days of the S&P 500: mean return, and share of days up',
    asset: 'Asset',
    mean: 'Mean',
    hit: 'Up',
  },
};

export const HAVENS: Readonly<Record<Language, HavensWords>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
