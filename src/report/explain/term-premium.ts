import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { TERM_PREMIUM } from '../messages/explain/term-premium.ts';
import { percent } from '../numbers.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type TermPremium = PartAnswer<'drivers', 'termPremium'>;

export const tellTermPremium: Teller<TermPremium> = (desk, part) => {
  const { w } = desk;
  const m = TERM_PREMIUM[desk.language];
  const { date, premium, expected, rank, usual } = part;
  if (date === null) return { headline: [], blocks: [] };
  const level = m.level({
    day: w.day(date),
    rate: w.level(part.yield),
    premium: w.level(premium),
    expected: w.level(expected),
    ...(hasValue(rank) ? { rank: w.percentile(rank) } : {}),
  });
  const headline = [level, ...changeLines(desk, part).slice(0, 1)];
  const rest = [
    ...changeLines(desk, part).slice(1),
    ...(hasValue(usual) && usual.band
      ? [
          m.usual({
            share: w.share(usual),
            range: desk.m.range(whole(usual.band.low), whole(usual.band.high)),
          }),
        ]
      : []),
    [m.caution],
  ];
  return { headline, blocks: [...plain(desk, headline, rest), splitTable(desk, part)] };
};

function whole(value: number): string {
  return percent(value, { decimals: 0 });
}

function changeLines({ language, w }: ExplainDesk, { date, spans }: TermPremium): readonly Inline[] {
  return spans.flatMap((span) =>
    date === null || span.from === null || !hasValue(span.yield)
      ? []
      : [
          TERM_PREMIUM[language].change({
            from: w.day(span.from),
            to: w.day(date),
            sessions: span.sessions,
            rate: w.change(span.yield),
            premium: w.change(span.premium),
            expected: w.change(span.expected),
          }),
        ],
  );
}

function splitTable(desk: ExplainDesk, { spans }: TermPremium): TableBlock {
  const { w } = desk;
  const { table: m } = TERM_PREMIUM[desk.language];
  return table(desk, {
    id: 'term-premium-split',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('span', m.span),
      column('yield', m.rate, { phone: true }),
      column('premium', m.premium, { phone: true }),
      column('expected', m.expected),
      column('share', m.share),
    ],
    groups: [
      {
        rows: spans.map(({ sessions, yield: rate, premium, expected, share }) => ({
          cells: [
            cell(m.sessions(sessions)),
            cell(w.change(rate)),
            cell(w.change(premium)),
            cell(w.change(expected)),
            cell(w.share(share)),
          ],
        })),
      },
    ],
  });
}
