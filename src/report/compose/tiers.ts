import { type Desk, hasValue } from '../desk.ts';
import type { Block, RowGroup, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { cell, column, head, optional, under } from './cells.ts';
import { probability } from './pairs.ts';
import { paragraph } from './paragraph.ts';
import { table } from './tables.ts';

type Tiers = NonNullable<Desk['answer']['tiers']>;

function daySentence(desk: Desk, { day, counts }: Tiers): Inline {
  const { w, m } = desk;
  const difference = w.change(day.difference);
  if (!hasValue(day.pValue)) return m.tiers.dayUntested({ difference, ...counts });
  return m.tiers.day({ difference, p: probability(desk, day.pValue), ...counts });
}

function recentSentence(desk: Desk, { recent, paired, sessions }: Tiers): readonly Inline[] {
  if (!hasValue(recent.pValue) || !hasValue(paired.pValue)) return [];
  return [
    desk.m.tiers.recent({
      difference: desk.w.change(recent.difference, 2),
      welch: probability(desk, recent.pValue),
      paired: probability(desk, paired.pValue),
      days: sessions,
    }),
  ];
}

function groupsOf(desk: Desk, { tiers, betas }: Tiers): readonly RowGroup[] {
  const { w, m } = desk;
  return tiers.map(({ tier, members }) => ({
    title: m.tiers.names[tier],
    rows: members.map(({ series, day, recent }) => {
      const found = betas.find((one) => one.series === series);
      const range = found ? w.range(found.beta) : '';
      return {
        cells: [
          cell(desk.name(series)),
          cell(w.change(day)),
          cell(w.change(recent)),
          found && range !== '' ? under([w.ratio(found.beta)], range) : optional(found?.beta, w.ratio),
          optional(found?.n, w.count),
        ],
      };
    }),
  }));
}

function tierTable(desk: Desk, tiers: Tiers): TableBlock {
  const { m } = desk;
  const { columns } = m.tiers;
  return table(desk, {
    id: 'c-1',
    label: m.tableLabel('C-1'),
    title: m.tiers.title,
    measure: m.tiers.measure(tiers.sessions),
    columns: [
      head('coin', columns.coin),
      column('day', m.labels.day, { phone: true }),
      column('recent', columns.recent(tiers.sessions), { phone: true }),
      column('beta', columns.beta, { phone: true }),
      column('days', columns.days),
    ],
    groups: groupsOf(desk, tiers),
  });
}

/** Altcoins against majors: means by tier, the tests, and a table of the coins with their beta on falling days. */
export function tierBlocks(desk: Desk): readonly Block[] {
  const { tiers } = desk.answer;
  if (!tiers) return [];
  const means = desk.m.tiers.means(
    tiers.tiers.map(({ tier, day }) => ({ name: nameIn(desk, tier), change: desk.w.change(day) })),
  );
  return [
    paragraph(desk, means, [daySentence(desk, tiers)], recentSentence(desk, tiers)),
    tierTable(desk, tiers),
  ];
}

function nameIn({ m, language }: Desk, tier: Tiers['tiers'][number]['tier']): string {
  return language === 'en' ? m.tiers.names[tier].toLowerCase() : m.tiers.names[tier];
}
