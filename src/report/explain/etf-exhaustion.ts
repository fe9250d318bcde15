import { cell, column, head, under } from '../compose/cells.ts';
import { paragraph } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { FLOW_RULES } from '../messages/explain/flow-rules.ts';
import { percent } from '../numbers.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Exhaustion = PartAnswer<'flows', 'etfExhaustion'>;
type Rule = Exhaustion['rules'][number];

const TOLD = 20;

export const tellEtfExhaustion: Teller<Exhaustion> = (desk, part) => {
  const [day] = part.rules;
  if (!part.date || !day || day.holds === null || !day.since) return { headline: [], blocks: [] };
  const { exhaustion: m } = FLOW_RULES[desk.language];
  const { w } = desk;
  const state = m.state({
    day: w.day(part.date),
    holds: day.holds,
    value: w.money(day.value),
    since: w.day(day.since),
  });
  const track = trackLine(desk, day);
  return {
    headline: [state, ...track],
    blocks: [paragraph(desk, state, track, [m.unproven]), ruleTable(desk, part)],
  };
};

function rangeOf(desk: ExplainDesk, { band }: Rule['records'][number]['hitRate']): string {
  if (!band) return '';
  const share = (value: number) => percent(value, { decimals: 0 });
  return desk.m.range(share(band.low), share(band.high));
}

function trackLine(desk: ExplainDesk, { records }: Rule): readonly Inline[] {
  const record = records.find(({ horizon }) => horizon === TOLD);
  if (!record || !hasValue(record.hitRate)) return [];
  const { w } = desk;
  return [
    FLOW_RULES[desk.language].exhaustion.track({
      triggers: w.count(record.triggers),
      hit: w.share(record.hitRate),
      range: rangeOf(desk, record.hitRate),
      base: w.share(record.baseRate),
    }),
  ];
}

function ruleTable(desk: ExplainDesk, { rules }: Exhaustion): TableBlock {
  const { table: m, names, on, off, unknown } = FLOW_RULES[desk.language].exhaustion;
  const { w } = desk;
  const state = (holds: boolean | null) => (holds === null ? unknown : holds ? on : off);
  return table(desk, {
    id: 'etf-exhaustion',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('rule', m.rule),
      column('triggers', m.triggers),
      column('hit', m.hit, { phone: true }),
      column('base', m.base, { phone: true }),
      column('mean', m.mean),
    ],
    groups: rules.map(({ rule, holds, since, records }) => ({
      title: [names[rule], state(holds), ...(since ? [`${m.since} ${w.tableDay(since)}`] : [])].join(' · '),
      rows: records.map((record) => ({
        cells: [
          cell(desk.m.windowLabel(record.horizon)),
          under([w.count(record.triggers)], [`${m.falseAlarms} `, w.count(record.falseAlarms)]),
          under([w.share(record.hitRate)], rangeOf(desk, record.hitRate)),
          cell(w.share(record.baseRate)),
          under([w.change(record.meanReturn)], [`${m.base} `, w.change(record.baseMean)]),
        ],
      })),
    })),
  });
}
