import { plain } from '../compose/paragraph.ts';
import { hasValue } from '../desk.ts';
import type { Inline } from '../inline.ts';
import { COMMON_TROUGH } from '../messages/explain/common-trough.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type CommonTrough = PartAnswer<'liquidity', 'commonTrough'>;

export const tellCommonTrough: Teller<CommonTrough> = (desk, part) => {
  const m = COMMON_TROUGH[desk.language];
  if (part.judged === null) return { headline: [], blocks: [] };
  const headline = [verdictLine(desk, part, part.judged)];
  const rest = [...gapLines(desk, part), ...lowestLines(desk, part), ...recordLines(desk, part)];
  return { headline, blocks: plain(desk, headline, rest, [[m.meaning]]) };
};

function verdictLine(
  desk: ExplainDesk,
  { asset, verdict }: CommonTrough,
  judged: NonNullable<CommonTrough['judged']>,
): Inline {
  const { w } = desk;
  const m = COMMON_TROUGH[desk.language];
  const name = desk.name(asset);
  const low = { name, day: w.day(judged.date), value: w.priced(judged.value), weeks: judged.stoodWeeks };
  if (verdict === 'none') return m.none({ name });
  if (judged.failed) return m.failed({ ...low, failed: w.day(judged.failed) });
  return m.stands({
    ...low,
    confirmed: judged.confirmed,
    knowable: judged.knowable && w.day(judged.knowable),
  });
}

function gapLines(desk: ExplainDesk, { matches }: CommonTrough): readonly Inline[] {
  const m = COMMON_TROUGH[desk.language];
  return matches.flatMap(({ id, trough, gap, near }) =>
    trough && hasValue(gap)
      ? [
          m.gap({
            curve: m.curves[id],
            day: desk.w.day(trough.date),
            days: gap.value,
            near: near === true,
            confirmed: trough.confirmed,
            knowable: trough.knowable && desk.w.day(trough.knowable),
          }),
        ]
      : [],
  );
}

function lowestLines(desk: ExplainDesk, { lowest, judged }: CommonTrough): readonly Inline[] {
  if (!judged?.failed || !lowest.date || !hasValue(lowest.value)) return [];
  const value = desk.w.priced(lowest.value);
  return [COMMON_TROUGH[desk.language].lowest({ day: desk.w.day(lowest.date), value })];
}

function recordLines(desk: ExplainDesk, { record }: CommonTrough): readonly Inline[] {
  const { share, byChance } = record;
  if (!hasValue(share)) return [];
  const n = Number(share.of.params?.troughs);
  return [
    COMMON_TROUGH[desk.language].record({
      share: desk.w.share(share),
      n,
      byChance: desk.w.share(byChance),
    }),
  ];
}
