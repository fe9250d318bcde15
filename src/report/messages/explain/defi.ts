import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface DefiMessages {
  level(p: { day: string; tvl: Part; month: Part; percentile: Part | undefined }): Inline;
  year(growth: Part): Inline;
  noLoans(table: string): Inline;
  fall(p: { coin: string; fall: string; debt: Part; collateral: Part; loans: number }): Inline;
  due(p: { due: number; loans: number }): Inline;
  refused(n: number): Inline;
  readonly curve: {
    title(coin: string): string;
    measure(day: string): string;
    readonly fall: string;
    readonly loans: string;
    readonly debt: string;
    readonly collateral: string;
  };
}

const zhHans: DefiMessages = {
  level: ({ day, tvl, month, percentile }) =>
    line`${day}，DeFi锁仓为${tvl}，30日变化${month}${percentile === undefined ? '' : line`，在过去一年中处于第${percentile}百分位`}。`,
  year: (growth) => line`一年变化${growth}；价格与存取都会改变锁仓。`,
  noLoans: (table) => line`没有导入贷款表${{ kind: 'code', text: table }}，清算曲线未计量。`,
  fall: ({ coin, fall, debt, collateral, loans }) =>
    line`${coin}跌${fall}时，另有${String(loans)}笔贷款可被清算：债务${debt}，抵押至多${collateral}。`,
  due: ({ due, loans }) => line`在${String(loans)}笔贷款中，${String(due)}笔按现价已可清算。`,
  refused: (n) => line`表中有${String(n)}行无法读作贷款。`,
  curve: {
    title: (coin) => `${coin}下跌与可清算的贷款`,
    measure: (day) => `相对${day}的价格；抵押为上限`,
    fall: '跌幅',
    loans: '笔数',
    debt: '债务',
    collateral: '抵押',
  },
};

const zhHant: DefiMessages = {
  level: ({ day, tvl, month, percentile }) =>
    line`${day}，DeFi鎖倉為${tvl}，30日變化${month}${percentile === undefined ? '' : line`，在過去一年中處於第${percentile}百分位`}。`,
  year: (growth) => line`一年變化${growth}；價格與存取都會改變鎖倉。`,
  noLoans: (table) => line`沒有匯入貸款表${{ kind: 'code', text: table }}，清算曲線未計量。`,
  fall: ({ coin, fall, debt, collateral, loans }) =>
    line`${coin}跌${fall}時，另有${String(loans)}筆貸款可被清算：債務${debt}，抵押至多${collateral}。`,
  due: ({ due, loans }) => line`在${String(loans)}筆貸款中，${String(due)}筆按現價已可清算。`,
  refused: (n) => line`表中有${String(n)}列無法讀作貸款。`,
  curve: {
    title: (coin) => `${coin}下跌與可清算的貸款`,
    measure: (day) => `相對${day}的價格；抵押為上限`,
    fall: '跌幅',
    loans: '筆數',
    debt: '債務',
    collateral: '抵押',
  },
};

const en: DefiMessages = {
  level: ({ day, tvl, month, percentile }) =>
    line`DeFi held ${tvl} on ${day}, ${month} over 30 days${percentile === undefined ? '' : line`, percentile ${percentile} of the year`}.`,
  year: (growth) => line`Over a year that is ${growth}; prices move it as well as deposits.`,
  noLoans: (table) =>
    line`No table of loans (${{ kind: 'code', text: table }}) was imported, so the liquidation curve is not measured.`,
  fall: ({ coin, fall, debt, collateral, loans }) =>
    line`With ${coin} down ${fall}, another ${String(loans)} loans could be liquidated: ${debt} of debt, at most ${collateral} of collateral.`,
  due: ({ due, loans }) =>
    line`Of ${String(loans)} loans ${String(due)} could be liquidated at the price already.`,
  refused: (n) => line`${String(n)} rows of the table cannot be read as loans.`,
  curve: {
    title: (coin) => `Loans that a fall of ${coin} makes liquidatable`,
    measure: (day) => `Against the price of ${day}; collateral is an upper bound`,
    fall: 'Fall',
    loans: 'Loans',
    debt: 'Debt',
    collateral: 'Collateral',
  },
};

export const DEFI: Readonly<Record<Language, DefiMessages>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };

export const DEFI_WHYS: readonly ExplainWhy[] = [
  [/^no value locked is known$/, '没有锁仓数据', '沒有鎖倉資料'],
  [
    /^no value locked (\d+) days before the latest$/,
    '最新一日之前$1日没有锁仓数据',
    '最新一日之前$1日沒有鎖倉資料',
  ],
  [/^fewer than (\d+) days of 30-day changes$/, '30日变化不足$1日', '30日變化不足$1日'],
];
