import { z } from 'zod';
import type { FigureMaker } from '../../../../data/figure.ts';
import type { Series } from '../../../../data/observation.ts';
import { dayOf, type EpochDay, formatDay, formatInstant } from '../../../../data/time.ts';
import type { View } from '../../../../data/view.ts';
import { empiricalCdf } from '../../../../math/rank.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { rowAtOrBefore } from '../../../history.ts';
import { dayAt, drawing, spanOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { FUND_COINS } from '../etf/coins.ts';
import { readFundSessions } from '../etf/sessions.ts';
import { FIRST_LAGS, GROUPS, type GroupId, holm, whoIsFirst } from './first.ts';

/** Contract of the CFTC's report → the instrument whose fall it is read for. */
const CONTRACTS = {
  bitcoin: 'btc-usd',
  gold: 'gold-front',
  silver: 'silver-front',
  sp500: 'sp500',
  nasdaq: 'nasdaq-composite',
  jpy: 'usd-jpy',
  tnote10: 'us-10y',
  crude: 'wti-front',
  usdx: 'dollar-index',
} as const;
const CONTRACT_IDS = Object.keys(CONTRACTS) as readonly (keyof typeof CONTRACTS)[];
type ContractId = keyof typeof CONTRACTS;

/** Contracts whose open interest, and banks, are reported by the sources known. */
const OPEN_INTEREST: Partial<Record<ContractId, string>> = {
  gold: 'cot-gold-open-interest',
  silver: 'cot-silver-open-interest',
};
const BANKS: Partial<Record<ContractId, string>> = {
  gold: 'bank-participation-gold-net',
  silver: 'bank-participation-silver-net',
};

const COIN = FUND_COINS.find(({ asset }) => asset === 'btc-usd')!;
const PREMIUM = 'btc-coinbase-premium';
const LONGS = 'btc-margin-longs';
const WEEK = 7;
const YEARS = 156;
const CHANGES = [1, 4] as const;
const HOLM_LEVEL = 0.05;

const rowSchema = z.object({
  contract: z.enum(CONTRACT_IDS as [ContractId, ...ContractId[]]),
  /** Tuesday of the positions, and when they were published; null when none is known. */
  date: isoDay.nullable(),
  published: z.string().nullable(),
  ageDays: z.number().int().nullable(),
  net: figureSchema,
  changes: z.array(z.object({ weeks: z.number().int(), value: figureSchema })),
  /** Of the level and of the 4-week change, among 156 weeks. */
  percentile: figureSchema,
  changePercentile: figureSchema,
  /** Net over open interest of the same Tuesday; null: no source known reports it. */
  share: figureSchema.nullable(),
  banks: figureSchema.nullable(),
});

const schema = z.object({
  contracts: z.array(rowSchema),
  /** Whether one group's moves foretell another's; null when the question is about another instrument. */
  order: z
    .object({
      from: isoDay.nullable(),
      to: isoDay.nullable(),
      lags: z.number().int(),
      tests: z.array(
        z.object({ first: z.enum(GROUPS), second: z.enum(GROUPS), p: figureSchema, holds: z.boolean() }),
      ),
    })
    .nullable(),
});

function netOf(contract: ContractId): string {
  return `cot-${contract}-spec-net`;
}

/** What speculators held in futures as far as it was published, and which group of bitcoin's holders moved first. */
export const positioning = explainPart({
  id: 'positioning',
  title: { 'zh-Hans': '期货持仓', 'zh-Hant': '期貨部位', en: 'Futures positioning' },
  series: [
    ...CONTRACT_IDS.map(netOf),
    ...Object.values(OPEN_INTEREST),
    ...Object.values(BANKS),
    COIN.total,
    PREMIUM,
    LONGS,
  ],
  covers: (asset) => CONTRACT_IDS.some((id) => CONTRACTS[id] === asset),
  schema,
  formulas: [
    formula(
      'cot-net',
      '非商业净持仓',
      '非商業淨部位',
      'Net position of speculators',
      'contracts long less short of non-commercial traders on the Tuesday of the report, futures only',
      'CFTC, Commitments of Traders, legacy report',
    ),
    formula(
      'cot-change',
      '净持仓变化',
      '淨部位變化',
      'Change of the net position',
      'N_t − N_{t−h}, h weeks of 7 days',
    ),
    formula(
      'cot-percentile',
      '净持仓的三年分位',
      '淨部位的三年百分位',
      'Percentile of the net position',
      'share of the last 156 weekly values (of the level, or of the change over four weeks), the latest among them, that are ≤ the latest',
    ),
    formula(
      'cot-share',
      '净持仓占未平仓量',
      '淨部位占未平倉量',
      'Net position over open interest',
      'net position of non-commercials over open interest, both of the same Tuesday; the two come from the legacy and the disaggregated report of futures',
    ),
    formula(
      'bank-net',
      '银行净持仓',
      '銀行淨部位',
      'Net position of banks',
      'contracts long less short of US and other banks on the first Tuesday of the month',
      'CFTC, Bank Participation Report',
    ),
    formula(
      'group-precedence',
      '先后检验的p值',
      '先後檢驗的p值',
      'Precedence of groups, p',
      `Granger’s F test that lags 1 … ${FIRST_LAGS} of one group’s move say nothing of another’s beyond its own lags; a row a session of the US funds; funds: net flow; Coinbase: the premium; Bitfinex: change of margin longs from session to session. Six tests: those that hold together at 5 % by Holm’s step-down are named`,
      'Granger (1969), Econometrica 37(3); Holm (1979), Scandinavian Journal of Statistics 6(2)',
    ),
  ],
  async compute({ view, asset, figure }) {
    const all = await view.seriesMany([
      ...CONTRACT_IDS.map(netOf),
      ...Object.values(OPEN_INTEREST),
      ...Object.values(BANKS),
    ]);
    const today = dayOf(view.instant);
    const wanted = CONTRACT_IDS.filter((id) => asset === undefined || CONTRACTS[id] === asset);
    return {
      contracts: wanted.map((id) => rowOf(figure, id, all, today)),
      order: asset === undefined || asset === COIN.asset ? await orderOf(view, figure) : null,
    };
  },
});

const NONE = 'no report on the contract is known';

function rowOf(figure: FigureMaker, contract: ContractId, all: ReadonlyMap<string, Series>, today: EpochDay) {
  const id = netOf(contract);
  const { dates, values, knownAt } = all.get(id)!;
  const draw = drawing(figure, [id]);
  const last = dates.length - 1;
  const weeksBefore = (row: number, weeks: number) => {
    const day = dates[row]! - weeks * WEEK;
    const at = rowAtOrBefore(dates, day + 1);
    // A report may be of a Monday when the Tuesday is a holiday.
    return Math.abs((dates[at] ?? Number.NaN) - day) <= 1 ? values[row]! - values[at]! : Number.NaN;
  };
  const from = last + 1 - YEARS;
  const whole = from >= 0;
  const changes = whole
    ? Float64Array.from({ length: YEARS }, (_, k) => weeksBefore(from + k, 4))
    : new Float64Array();
  const window = whole ? spanOf(dates, from, last, YEARS) : {};
  const short = last < 0 ? NONE : `fewer than ${YEARS} weekly reports`;
  const latestChange = changes.at(-1) ?? Number.NaN;
  const share = OPEN_INTEREST[contract];
  return {
    contract,
    date: dayAt(dates, last),
    published: last < 0 ? null : formatInstant(knownAt[last]!),
    ageDays: last < 0 ? null : today - dates[last]!,
    net: draw(`${contract}.net`, values[last] ?? Number.NaN, 'contracts', 'cot-net', {
      why: NONE,
      inputs: last < 0 ? [] : [{ symbol: 'N_t', series: id, date: formatDay(dates[last]!) }],
    }),
    changes: CHANGES.map((weeks) => ({
      weeks,
      value: draw(
        `${contract}.change-${weeks}w`,
        last < 0 ? Number.NaN : weeksBefore(last, weeks),
        'contracts',
        'cot-change',
        { params: { h: weeks }, why: last < 0 ? NONE : `no report ${weeks} weeks before the latest` },
      ),
    })),
    percentile: draw(
      `${contract}.percentile`,
      whole ? empiricalCdf(values.subarray(from), values[last]!) : Number.NaN,
      'fraction',
      'cot-percentile',
      { ...window, why: short },
    ),
    changePercentile: draw(
      `${contract}.change-percentile`,
      empiricalCdf(changes, latestChange),
      'fraction',
      'cot-percentile',
      { ...window, why: whole ? 'no report 4 weeks before the latest' : short },
    ),
    share: share ? shareOf(figure, contract, all.get(id)!, all.get(share)!, share) : null,
    banks: BANKS[contract] ? banksOf(figure, contract, all.get(BANKS[contract])!) : null,
  };
}

/** On the latest Tuesday on which both are known. */
function shareOf(figure: FigureMaker, contract: ContractId, net: Series, interest: Series, id: string) {
  const day = Math.min(net.dates.at(-1) ?? Number.NaN, interest.dates.at(-1) ?? Number.NaN);
  const [a, b] = [rowAtOrBefore(net.dates, day), rowAtOrBefore(interest.dates, day)];
  const same = net.dates[a] !== undefined && net.dates[a] === interest.dates[b];
  const old = same && net.dates[a] !== net.dates.at(-1);
  return drawing(figure, [netOf(contract), id])(
    `${contract}.share`,
    same ? net.values[a]! / interest.values[b]! : Number.NaN,
    'fraction',
    'cot-share',
    { flags: old ? ['stale'] : [], why: 'no report with both the net position and open interest' },
  );
}

function banksOf(figure: FigureMaker, contract: ContractId, { entry, values }: Series) {
  return drawing(figure, [entry.id])(
    `${contract}.banks`,
    values.at(-1) ?? Number.NaN,
    'contracts',
    'bank-net',
    {
      why: NONE,
    },
  );
}

async function orderOf(view: View, figure: FigureMaker) {
  const sessions = await readFundSessions(view, COIN);
  const others = await view.seriesMany([PREMIUM, LONGS]);
  const onSessions = (id: string) => {
    const { dates, values } = others.get(id)!;
    return Float64Array.from(sessions.dates, (day) => {
      const at = rowAtOrBefore(dates, day);
      return dates[at] === day ? values[at]! : Number.NaN;
    });
  };
  const longs = onSessions(LONGS);
  const moves: Readonly<Record<GroupId, Float64Array>> = {
    funds: sessions.total,
    coinbase: onSessions(PREMIUM),
    bitfinex: longs.map((now, t) => (t === 0 ? Number.NaN : now - longs[t - 1]!)),
  };
  const tests = whoIsFirst(moves);
  const holds = holm(
    tests.map(({ p }) => p),
    HOLM_LEVEL,
  );
  const draw = drawing(figure, [COIN.total, PREMIUM, LONGS]);
  const last = sessions.dates.length - 1;
  return {
    from: dayAt(sessions.dates, 0),
    to: dayAt(sessions.dates, last),
    lags: FIRST_LAGS,
    tests: tests.map(({ first, second, F, p, rows }, k) => ({
      first,
      second,
      p: draw(`order.${first}-${second}`, p, 'fraction', 'group-precedence', {
        params: { lags: FIRST_LAGS, ...(Number.isFinite(p) ? { F, rows } : {}) },
        why: 'too few sessions with both, or one of them does not vary',
      }),
      holds: holds[k]!,
    })),
  };
}
