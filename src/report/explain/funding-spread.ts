import type { ExplainAnswer } from '../../diagnosis/explain/answer.ts';
import { plain } from '../compose/paragraph.ts';
import { hasValue } from '../desk.ts';
import { FUNDING_SPREAD } from '../messages/explain/funding-spread.ts';
import type { Teller } from './story.ts';

type FundingSpread = NonNullable<NonNullable<ExplainAnswer['liquidity']>['parts']['fundingSpread']>;

export const tellFundingSpread: Teller<FundingSpread> = (desk, { date, spread, percentile }) => {
  if (!date || !hasValue(spread)) return { headline: [], blocks: [] };
  const { w } = desk;
  const m = FUNDING_SPREAD[desk.language];
  const headline = [
    m.spread({ day: w.day(date), spread: w.change(spread), above: spread.value > 0 }),
    ...(hasValue(percentile) ? [m.rank(w.percentile(percentile))] : []),
  ];
  return { headline, blocks: plain(desk, headline) };
};
