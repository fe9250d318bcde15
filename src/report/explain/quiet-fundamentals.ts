import { paragraph } from '../compose/paragraph.ts';
import { QUIET_FUNDAMENTALS } from '../messages/explain/quiet-fundamentals.ts';
import type { PartAnswer, Teller } from './story.ts';

type Quiet = PartAnswer<'drivers', 'quietFundamentals'>;

export const tellQuietFundamentals: Teller<Quiet> = (desk, { assets }) => {
  const m = QUIET_FUNDAMENTALS[desk.language];
  const { w } = desk;
  const lines = assets.flatMap(({ asset, date, kind, size, runUp, rank }) =>
    date === null || kind === null
      ? []
      : [
          m.kind({
            name: desk.name(asset),
            day: w.day(date),
            size: w.sigmas(size),
            kind,
            rank: w.percentile(rank),
            runUp: w.ratio(runUp),
          }),
        ],
  );
  const [first, ...rest] = lines;
  if (!first) return { headline: [], blocks: [] };
  const decisions = assets[0]!.decisions.map(({ bank, date }) => ({ bank, day: w.day(date) }));
  return {
    headline: [first],
    blocks: [paragraph(desk, first, [...rest, m.decisions(decisions), m.meaning])],
  };
};
