import { paragraph, plain } from '../compose/paragraph.ts';
import { hasValue } from '../desk.ts';
import type { Inline } from '../inline.ts';
import { SELF_FEEDING } from '../messages/explain/self-feeding.ts';
import { decimal } from '../numbers.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type SelfFeeding = PartAnswer<'flows', 'selfFeeding'>;

export const tellSelfFeeding: Teller<SelfFeeding> = (desk, part) => {
  const { now, threshold } = part;
  const { band } = now.branching;
  if (!hasValue(now.branching) || !band) {
    return { headline: [], blocks: plain(desk, varianceLines(desk, part)) };
  }
  const m = SELF_FEEDING[desk.language];
  const { w } = desk;
  const text = (value: number) => decimal(value, { decimals: 2, lines: [1] });
  const key = m.branching({
    n: w.as(now.branching, text(now.branching.value)),
    range: desk.m.range(text(band.low), text(band.high)),
    threshold: w.size(threshold, 2),
    falls: now.falls,
  });
  const meaning = m.meaning(band.high < 1 ? 'below' : band.low > 1 ? 'above' : 'across');
  return {
    headline: [key, meaning],
    blocks: [paragraph(desk, key, [meaning], moreLines(desk, part), [m.proxy], varianceLines(desk, part))],
  };
};

function moreLines(desk: ExplainDesk, { now, before, changed }: SelfFeeding): readonly Inline[] {
  const m = SELF_FEEDING[desk.language];
  const { w } = desk;
  const { memory } = now;
  return [
    ...(hasValue(before.branching) && changed !== null
      ? [m.before({ n: w.ratio(before.branching), changed })]
      : []),
    ...(hasValue(memory)
      ? [m.memory(w.as(memory, m.hours(decimal(24 * memory.value, { decimals: 1 }))))]
      : []),
  ];
}

function varianceLines(desk: ExplainDesk, { variance }: SelfFeeding): readonly Inline[] {
  const { balance, narrative, regime } = variance;
  if (!hasValue(balance) || regime === null) return [];
  const { w } = desk;
  return [
    SELF_FEEDING[desk.language].variance({
      balance: w.share(balance),
      narrative: w.share(narrative),
      regime,
    }),
  ];
}
