import type { z } from 'zod';
import { calendar } from '../../data/calendar.ts';
import type { Words } from '../../data/series/entry.ts';
import { formatDay, parseDay } from '../../data/time.ts';
import { type History, readHistories, rowAtOrBefore } from '../../diagnosis/history.ts';
import { leveragedFundPath } from '../formulas/leveraged-fund.ts';
import { rebalancedAssets } from '../formulas/leveraged-fund-claim.ts';
import type { leveragedFunds } from '../sellers/leveraged-funds.ts';
import { MARKET_ASSETS } from './assets.ts';
import { type FundFact, KNOWN_FUNDS, type KnownFund } from './leveraged-funds/facts.ts';
import type { Reading, Setting, StateReader, StateTable } from './reading.ts';
import { type Underlying, underlyingOf } from './scheduled/underlying.ts';
import type { Unknown } from './unknown.ts';

type Params = z.infer<typeof leveragedFunds.params>;

/** Days within which a figure is carried forward by the return of the index; an older one stands as it was. */
const CARRIED_DAYS = 90;

/**
 * Factors around a figure by its age in days. Carrying leaves out creations and redemptions, which lean against the return: SOXL, $13.6 billion
 * on 27 December 2025, would have been 20.5 on 29 January 2026, and 12.7 were published for the day after.
 */
const FACTORS = [
  { days: 7, factor: 1.25 },
  { days: CARRIED_DAYS, factor: 1.75 },
] as const;

/** Of a figure older than those, or published only after the instant. */
const OTHERWISE = 3;

interface ReadFund {
  readonly fund: KnownFund;
  readonly asset: string;
  readonly netAssets: number;
  readonly fact: FundFact;
  readonly factor: number;
}

/** Net assets of the listed leveraged funds on the assets of the market: public figures, carried to the instant, with one factor an asset. */
export const readLeveragedFunds: StateReader<Params> = async (setting) => {
  const known = setting.assets.flatMap(({ id }) =>
    KNOWN_FUNDS.filter(({ underlying }) => underlying === underlyingOf(id)).map((fund) => ({ id, fund })),
  );
  const histories = await readHistories(
    setting.view,
    known.map(({ id }) => id),
  );
  const funds = known.map(({ id, fund }) => readFund(fund, id, histories.get(id), setting));
  return {
    params: (theta) =>
      funds.length === 0
        ? null
        : {
            funds: funds.map(({ fund, asset, netAssets }) => ({
              name: fund.name,
              asset,
              leverage: fund.leverage,
              netAssets: netAssets * (theta[scaleName(asset)] ?? 1),
              creations: 0,
            })),
            earlyShare: 0,
            earlyMinutes: 0,
          },
    readings: funds.map(readingOf),
    unknowns: [...new Set(funds.map(({ asset }) => asset))].map((asset) =>
      scaleOf(
        asset,
        funds.filter((one) => one.asset === asset),
      ),
    ),
    missing: [],
    tables: funds.length === 0 ? [] : [demandTable(funds)],
  };
};

/** Returns of the day for which the trade at the close is told. */
const MOVES = [-0.01, -0.02, -0.03, -0.05] as const;

/** What the funds on each asset trade at the close after a fall, and the share of a day's volume. */
function demandTable(funds: readonly ReadFund[]): StateTable {
  const assets = [...new Set(funds.map(({ asset }) => asset))];
  return {
    id: 'close-demand',
    title: {
      'zh-Hans': '杠杆基金收盘时的交易',
      'zh-Hant': '槓桿基金收盤時的交易',
      en: 'Trade of leveraged funds at the close',
    },
    columns: [
      { 'zh-Hans': '资产', 'zh-Hant': '資產', en: 'Asset' },
      ...MOVES.map((move) => {
        const text = `${Math.round(move * 100)} %`.replace('-', '\u2212');
        return { 'zh-Hans': `当日${text}`, 'zh-Hant': `當日${text}`, en: `After ${text}` };
      }),
      { 'zh-Hans': '5%时占日成交', 'zh-Hant': '5%時占日成交', en: 'Share of volume at 5 %' },
    ],
    rows: assets.map((asset) => {
      const factor = funds.reduce((sum, one) => sum + (one.asset === asset ? tradeOf(one) : 0), 0);
      const volume = MARKET_ASSETS.find(({ id }) => id === asset)?.volume;
      return {
        label: asset,
        values: [
          ...MOVES.map((move) => ({ value: factor * move, unit: 'usd' as const })),
          {
            value: volume ? (factor * -MOVES.at(-1)!) / Math.sqrt(volume[0] * volume[1]) : Number.NaN,
            unit: 'fraction' as const,
            why: 'no prior of its volume',
          },
        ],
      };
    }),
    formula: 'cascade-close-demand',
  };
}

function readFund(
  fund: KnownFund,
  asset: string,
  history: History | undefined,
  { start }: Setting,
): ReadFund {
  const known = fund.facts.filter(({ date }) => publishedAt(date) <= start);
  const fact = known.at(-1) ?? fund.facts[0]!;
  const age = (start - publishedAt(fact.date)) / 86_400_000;
  const recent = age >= 0 && age <= CARRIED_DAYS;
  return {
    fund,
    asset,
    fact,
    netAssets: recent ? carried(fund, fact, history) : fact.netAssets,
    factor: (recent && FACTORS.find(({ days }) => age <= days)?.factor) || OTHERWISE,
  };
}

/** A fund states its assets after the close of New York. */
function publishedAt(date: string): number {
  return calendar('new-york').closeOf(parseDay(date));
}

function carried(
  { leverage }: KnownFund,
  { date, netAssets }: FundFact,
  history: History | undefined,
): number {
  if (!history || history.last < 0) return netAssets;
  const from = rowAtOrBefore(history.dates, parseDay(date)) + 1;
  const path = leveragedFundPath(history.changes.subarray(from), leverage, netAssets).netAssets;
  const last = path.at(-1);
  return last !== undefined && Number.isFinite(last) ? last : netAssets;
}

function scaleName(asset: string): string {
  return `leveraged-funds.${asset}.scale`;
}

function scaleOf(asset: string, funds: readonly ReadFund[]): Unknown {
  const [{ factor }] = funds.toSorted((a, b) => tradeOf(b) - tradeOf(a)) as [ReadFund];
  return {
    name: scaleName(asset),
    title: {
      'zh-Hans': `${asset} 杠杆基金资产的倍数`,
      'zh-Hant': `${asset} 槓桿基金資產的倍數`,
      en: `Factor on the assets of leveraged funds on ${asset}`,
    },
    unit: 'ratio',
    low: 1 / factor,
    high: factor,
    scale: 'log',
    source: `Net assets published on other days than the start (${[...new Set(funds.map(({ fact }) => fact.date))].join(', ')}); a factor of ${factor}, by the age of the figure of the fund that trades most, covers creations since and funds that are not listed here.`,
  };
}

function tradeOf({ fund, netAssets }: ReadFund): number {
  return rebalancedAssets([{ leverage: fund.leverage, netAssets }]);
}

function readingOf({ fund, asset, netAssets, fact, factor }: ReadFund): Reading {
  return {
    name: `leveraged-funds.${asset}.${fund.name.toLowerCase()}`,
    title: titleOf(fund),
    value: netAssets,
    unit: 'usd',
    how: 'prior',
    inputs: [],
    note: noteOf(fact, factor, fund.underlying),
  };
}

function titleOf({ name, leverage }: KnownFund): Words {
  const times = `${leverage < 0 ? '−' : ''}${Math.abs(leverage)}×`;
  return {
    'zh-Hans': `${name}（${times}）净资产`,
    'zh-Hant': `${name}（${times}）淨資產`,
    en: `Net assets of ${name} (${times})`,
  };
}

/** What parts a fund on a metal from the front future, in which the simulation gives its return. */
const METAL: Words = {
  'zh-Hans':
    '其基准指数在纽约 13:25 定价且持有较远月份，基金净值在 16:00 计算，因此实际回报与杠杆乘近月期货跌幅有出入',
  'zh-Hant':
    '其基準指數在紐約 13:25 定價且持有較遠月份，基金淨值在 16:00 計算，因此實際報酬與槓桿乘近月期貨跌幅有出入',
  en: 'its index is struck at 13:25 New York on a later month and its assets at 16:00, so that its real return differs from its leverage times that of the front future',
};

function noteOf({ date, netAssets, source }: FundFact, factor: number, underlying: Underlying): Words {
  const metal = underlying === 'gold' || underlying === 'silver';
  const day = formatDay(parseDay(date));
  const billions = `${netAssets / 1e9}`;
  return {
    'zh-Hans': `${day} 公布 ${billions}（十亿美元）：${source}；范围为其 1/${factor} 至 ${factor} 倍${metal ? `；${METAL['zh-Hans']}` : ''}。`,
    'zh-Hant': `${day} 公布 ${billions}（十億美元）：${source}；範圍為其 1/${factor} 至 ${factor} 倍${metal ? `；${METAL['zh-Hant']}` : ''}。`,
    en: `$${billions} billion published for ${day}: ${source}; between 1/${factor} and ${factor} times what it has become since${metal ? `; ${METAL.en}` : ''}.`,
  };
}
