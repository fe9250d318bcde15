import { plain } from '../compose/paragraph.ts';
import { hasValue } from '../desk.ts';
import type { Figure } from '../figure.ts';
import type { Inline } from '../inline.ts';
import { POLICY_GAP } from '../messages/explain/policy-gap.ts';
import { basisPoints } from '../numbers.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type PolicyGap = PartAnswer<'drivers', 'policyGap'>;

export const tellPolicyGap: Teller<PolicyGap> = (desk, part) => {
  const { w } = desk;
  const m = POLICY_GAP[desk.language];
  const { date, market, rule, gap, excess, rank } = part;
  if (date === null || !hasValue(gap)) return { headline: [], blocks: [] };
  const headline = [
    m.gap({
      day: w.day(date),
      market: w.level(market),
      rule: w.level(rule),
      gap: w.change(gap),
      range: rangeOf(desk, gap),
      below: gap.value < 0,
    }),
    ...(hasValue(excess)
      ? [
          m.excess({
            excess: w.change(excess),
            below: excess.value < 0,
            ...(hasValue(rank) ? { rank: w.percentile(rank) } : {}),
          }),
        ]
      : []),
  ];
  const { inflation, unemployment, rate } = part;
  const rest = [
    m.inputs({
      inflation: w.share(inflation, 1),
      unemployment: w.share(unemployment, 1),
      rate: w.level(rate),
    }),
    ...recordLines(desk, part),
    [m.caution],
  ];
  return { headline, blocks: [...plain(desk, headline, rest)] };
};

function rangeOf({ m }: ExplainDesk, { band }: Figure): string {
  const text = (value: number) => basisPoints(value, { decimals: 0, signed: true, lines: [0] });
  return band ? m.range(text(band.low), text(band.high)) : '';
}

function recordLines(
  desk: ExplainDesk,
  { excess, cases, closed, rebound, base, proven }: PolicyGap,
): readonly Inline[] {
  const { w } = desk;
  const m = POLICY_GAP[desk.language];
  if (!hasValue(excess)) return [];
  if (!hasValue(rebound) || !hasValue(closed)) return [m.noRecord(cases)];
  const told = { closed: w.share(closed), rebound: w.share(rebound), base: w.share(base) };
  return [m.record({ cases, ...told, proven })];
}
