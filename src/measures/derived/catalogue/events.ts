import type { Text } from '../../../data/series/define.ts';
import { derived } from '../define.ts';
import type { DerivedEntry } from '../entry.ts';

interface Announcement {
  readonly ticker: string;
  readonly name: Text;
  /** What was announced: part of the id, and in words. */
  readonly what: string;
  readonly words: Text;
  /** First session that could answer: the day after, for an announcement after the close. */
  readonly session: string;
  /** Last session before it. */
  readonly before: string;
}

const OUTLAYS: Text = ['资本开支指引', '資本支出指引', 'guidance on outlays'];

const ANNOUNCEMENTS: readonly Announcement[] = [
  {
    ticker: 'meta',
    name: ['Meta', 'Meta', 'Meta'],
    what: 'capex-2025-10',
    words: OUTLAYS,
    before: '2025-10-29',
    session: '2025-10-30',
  },
  {
    ticker: 'msft',
    name: ['微软', '微軟', 'Microsoft'],
    what: 'capex-2026-01',
    words: OUTLAYS,
    before: '2026-01-28',
    session: '2026-01-29',
  },
  {
    ticker: 'googl',
    name: ['谷歌', '谷歌', 'Alphabet'],
    what: 'capex-2026-02',
    words: OUTLAYS,
    before: '2026-02-04',
    session: '2026-02-05',
  },
  {
    ticker: 'amzn',
    name: ['亚马逊', '亞馬遜', 'Amazon'],
    what: 'capex-2026-02',
    words: OUTLAYS,
    before: '2026-02-05',
    session: '2026-02-06',
  },
];

const SOURCE = 'MacKinlay (1997), J. Economic Literature 35';

/** The abnormal return since an announcement, and what it is worth at the market value of the evening before. */
function since({ ticker, name, what, words, session, before }: Announcement): DerivedEntry[] {
  const model = `abnormal(P, M, 120, '${session}')`;
  const titles = (hans: string, hant: string, en: string) =>
    [
      `${name[0]}${words[0]}：${hans}`,
      `${name[1]}${words[1]}：${hant}`,
      `${name[2]}, ${words[2]}: ${en}`,
    ] as const;
  return [
    derived({
      id: `${ticker}-abnormal-${what}`,
      title: titles('累计异常收益', '累計異常報酬', 'abnormal return'),
      of: { P: ticker, M: 'qqq' },
      formula: model,
      unit: 'fraction',
      meaning: [
        `${session}（收盘后公布，次一交易日）起，收益中不能由纳指100基金解释的部分之和；模型用之前120日。`,
        `${session}（收盤後公布，次一交易日）起，報酬中不能由那指100基金解釋的部分之和；模型用之前120日。`,
        `Sum of what the Nasdaq-100 fund does not explain in its returns from ${session} on, the first session after the announcement, which came after the close; model of the 120 days before.`,
      ],
      reading: [
        '首日最干净。把公布日当成事件日会量到公布之前的收益；该公司自己也在基金里。',
        '首日最乾淨。把公布日當成事件日會量到公布之前的報酬；該公司自己也在基金裡。',
        'The first day is the cleanest. Taking the day of the announcement itself would measure what came before it; the company is in the fund too.',
      ],
      source: SOURCE,
    }),
    derived({
      id: `${ticker}-value-${what}`,
      title: titles('异常市值变化', '異常市值變化', 'abnormal value'),
      of: { P: ticker, M: 'qqq', N: `${ticker}-shares` },
      formula: `${model} * as(P * last(N, 200), "usd") / index(P, '${before}')`,
      unit: 'usd',
      transform: 'level',
      meaning: [
        `累计异常收益乘以${before}收盘时的市值。`,
        `累計異常報酬乘以${before}收盤時的市值。`,
        `That abnormal return times the market value at the close of ${before}.`,
      ],
      reading: [
        '扣除大盘之后的市值得失，与报道的总市值蒸发不同；股数取已公布的最近封面数。',
        '扣除大盤之後的市值得失，與報導的總市值蒸發不同；股數取已公布的最近封面數。',
        'Value won or lost beside the market, so not the loss that is in the news; shares are those of the last cover page that was out.',
      ],
      source: SOURCE,
    }),
  ];
}

/** What single announcements were worth: abnormal returns and value from the first session that could answer. */
export const EVENTS: readonly DerivedEntry[] = [...ANNOUNCEMENTS.flatMap(since)];
