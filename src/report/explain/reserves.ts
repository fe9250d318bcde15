import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { RESERVES } from '../messages/explain/reserves.ts';
import { percent } from '../numbers.ts';
import { billionsInWords, billionsSpan } from './amounts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Reserves = PartAnswer<'liquidity', 'reserves'>;

export const tellReserves: Teller<Reserves> = (desk, part) => {
  if (!part.date || !hasValue(part.level)) return { headline: [], blocks: [] };
  const m = RESERVES[desk.language];
  const headline = [
    m.level({ day: desk.w.day(part.date), level: billionsSpan(desk, part.level) }),
    ...shareLines(desk, part),
  ];
  return {
    headline,
    blocks: [
      ...plain(desk, headline, [...runwayLines(desk, part), ...reverseRepoLines(desk, part)]),
      gaugeTable(desk, part),
    ],
  };
};

const line = (share: number | null) => (share === null ? '' : percent(share, { decimals: 0 }));

function shareLines(desk: ExplainDesk, { gauges }: Reserves): readonly Inline[] {
  const m = RESERVES[desk.language];
  const told = gauges.find(({ zone }) => zone !== null);
  const assets = gauges.find(({ id }) => id === 'bank-assets')!.share;
  const proxy = gauges.find(({ id }) => id === 'bank-credit')!.share;
  return [
    ...(told?.zone
      ? [
          m.share({
            gauge: told.id,
            share: desk.w.share(told.share, 1),
            zone: told.zone,
            scarce: line(told.scarceBelow),
            abundant: line(told.abundantFrom),
          }),
        ]
      : []),
    ...(!hasValue(assets) && hasValue(proxy)
      ? [m.assetsUnknown({ why: desk.m.why(assets.why ?? ''), proxy: desk.w.share(proxy, 1) })]
      : []),
  ];
}

const TOLD_PACE = 40e9;

function runwayLines(desk: ExplainDesk, { runway }: Reserves): readonly Inline[] {
  const m = RESERVES[desk.language];
  const { monthly, paces } = runway;
  const measured = paces.find(({ pace }) => pace === null)?.months;
  const assumed = paces.find(({ pace }) => pace === TOLD_PACE)?.months;
  return [
    ...(hasValue(monthly)
      ? [m.pace({ rising: monthly.value >= 0, pace: billionsSpan(desk, monthly, 'size') })]
      : []),
    ...(hasValue(measured) && hasValue(monthly)
      ? [
          m.runway({
            months: desk.w.rate(measured),
            pace: billionsInWords(desk.language, Math.abs(monthly.value)),
          }),
        ]
      : []),
    ...(hasValue(assumed)
      ? [m.runway({ months: desk.w.rate(assumed), pace: billionsInWords(desk.language, TOLD_PACE) })]
      : []),
  ];
}

function reverseRepoLines(desk: ExplainDesk, { reverseRepo }: Reserves): readonly Inline[] {
  const { level, ofRecord, exhausted } = reverseRepo;
  if (!hasValue(level) || !hasValue(ofRecord)) return [];
  return [
    RESERVES[desk.language].exhausted({
      level: billionsSpan(desk, level),
      share: desk.w.share(ofRecord, 1),
      exhausted: exhausted ?? false,
    }),
  ];
}

function gaugeTable(desk: ExplainDesk, { gauges }: Reserves): TableBlock {
  const m = RESERVES[desk.language];
  return table(desk, {
    id: 'reserves-table',
    label: '',
    title: m.table.title,
    measure: m.table.measure,
    columns: [
      head('gauge', m.table.gauge),
      column('share', m.table.share, { phone: true }),
      column('zone', m.table.zone, { phone: true }),
      column('scarce', m.table.scarce),
      column('abundant', m.table.abundant),
    ],
    groups: [
      {
        rows: gauges.map(({ id, share, zone, scarceBelow, abundantFrom }) => ({
          cells: [
            cell(m.gauges[id]),
            cell(desk.w.share(share, 1)),
            zone ? cell(m.zones[zone]) : cell(),
            cell(scarceBelow === null ? m.table.noLine : line(scarceBelow)),
            cell(line(abundantFrom)),
          ],
        })),
      },
    ],
  });
}
