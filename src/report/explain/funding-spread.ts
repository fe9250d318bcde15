import { plain } from '../compose/paragraph.ts';
import { hasValue } from '../desk.ts';
import type { Inline } from '../inline.ts';
import { FUNDING_SPREAD } from '../messages/explain/funding-spread.ts';
import { moneySpan } from './amounts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type FundingSpread = PartAnswer<'liquidity', 'fundingSpread'>;

export const tellFundingSpread: Teller<FundingSpread> = (desk, part) => {
  const { date, spread, percentile } = part;
  if (!date || !hasValue(spread)) return { headline: [], blocks: [] };
  const { w } = desk;
  const m = FUNDING_SPREAD[desk.language];
  const headline = [
    m.spread({ day: w.day(date), spread: w.change(spread), above: spread.value > 0 }),
    ...(hasValue(percentile) ? [m.rank(w.percentile(percentile))] : []),
  ];
  return { headline, blocks: plain(desk, headline, dayLines(desk, part), facilityLines(desk, part)) };
};

function dayLines(desk: ExplainDesk, { days, tails }: FundingSpread): readonly Inline[] {
  const { w } = desk;
  const m = FUNDING_SPREAD[desk.language];
  const [above, ten] = days.map(({ count }) => count);
  const [tgcr, high] = tails.map(({ spread }) => spread);
  return [
    ...(hasValue(above) && hasValue(ten) ? [m.days({ above: w.count(above), ten: w.count(ten) })] : []),
    ...(hasValue(tgcr) && hasValue(high) ? [m.tail({ tgcr: w.change(tgcr), high: w.change(high) })] : []),
  ];
}

function facilityLines(desk: ExplainDesk, { facilities }: FundingSpread): readonly Inline[] {
  const { w } = desk;
  const m = FUNDING_SPREAD[desk.language];
  const [repo, credit, swaps] = facilities;
  return [
    ...(hasValue(repo?.level) && hasValue(repo.most) && repo.mostDate
      ? [
          m.facility({
            repo: moneySpan(desk, repo.level),
            most: moneySpan(desk, repo.most),
            day: w.day(repo.mostDate),
          }),
        ]
      : []),
    ...(hasValue(credit?.level) && hasValue(swaps?.level)
      ? [m.window({ credit: moneySpan(desk, credit.level), swaps: moneySpan(desk, swaps.level) })]
      : []),
  ];
}
