import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Row, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { HAVEN_LEAGUE } from '../messages/explain/haven-league.ts';
import { heldName } from '../messages/explain/haven-names.ts';
import { percent } from '../numbers.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type League = PartAnswer<'havens', 'havenLeague'>;
type Member = League['league'][number];

export const tellHavenLeague: Teller<League> = (desk, part) => {
  const { w } = desk;
  const m = HAVEN_LEAGUE[desk.language];
  const ranked = part.league.filter(({ mean }) => hasValue(mean));
  const [best, worst] = [ranked[0], ranked.at(-1)];
  if (!part.date || !best || !worst) return { headline: [], blocks: [] };
  const headline = [
    ...sessionLines(desk, part),
    m.best({
      n: w.count(part.days),
      best: nameOf(desk, best),
      mean: w.change(best.mean, 2),
      range: rangeOf(desk, best),
      worst: nameOf(desk, worst),
      low: w.change(worst.mean, 2),
    }),
  ];
  const rest = [...goldLine(desk, part), ...(part.regime ? [m.regime(part.regime)] : []), m.meaning()];
  return {
    headline,
    blocks: [...plain(desk, headline, rest), leagueTable(desk, part), goldTable(desk, part)],
  };
};

function nameOf(desk: ExplainDesk, { member }: Member): string {
  return member === 'cash' ? HAVEN_LEAGUE[desk.language].cash : heldName(desk, member);
}

/** Ends of the band of a mean return with two decimals. */
function rangeOf({ m }: ExplainDesk, { mean: { band } }: Pick<Member, 'mean'>): string {
  if (!band) return '';
  const text = (value: number) => percent(value, { decimals: 2, signed: true, lines: [0] });
  return m.range(text(band.low), text(band.high));
}

function sessionLines(desk: ExplainDesk, { date, session, league }: League): readonly Inline[] {
  if (session.stress === null) return [];
  const { w } = desk;
  const m = HAVEN_LEAGUE[desk.language];
  const said = { day: w.day(date!), equity: w.change(session.equity, 2), line: w.change(session.line, 2) };
  if (!session.stress) return [m.calm(said)];
  const measured = league.filter((one) => hasValue(one.session));
  const names = (held: boolean) =>
    measured.filter((one) => one.session.value! > 0 === held).map((one) => nameOf(desk, one));
  return [m.stressed(said), m.held({ held: names(true), failed: names(false) })];
}

function goldLine(desk: ExplainDesk, { gold }: League): readonly Inline[] {
  if (!hasValue(gold.failed)) return [];
  const n = String(gold.days.length);
  return [HAVEN_LEAGUE[desk.language].gold({ failed: desk.w.count(gold.failed), n })];
}

function leagueTable(desk: ExplainDesk, { league }: League): TableBlock {
  const m = HAVEN_LEAGUE[desk.language].table;
  return table(desk, {
    id: 'haven-league-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('asset', m.asset),
      column('mean', m.mean, { phone: true }),
      column('hit', m.hit, { phone: true }),
      column('base', m.base),
      column('against', m.against),
      column('along', m.along),
      column('session', m.session, { phone: true }),
    ],
    groups: [{ rows: league.map((one) => leagueRow(desk, one)) }],
  });
}

function leagueRow(desk: ExplainDesk, one: Member): Row {
  const { w } = desk;
  const banded = (record: Pick<Member, 'mean'>) => {
    const range = rangeOf(desk, record);
    return range === '' ? cell(w.change(record.mean, 2)) : under([w.change(record.mean, 2)], range);
  };
  return {
    cells: [
      cell(nameOf(desk, one)),
      banded(one),
      cell(w.share(one.hit)),
      cell(w.share(one.base)),
      ...one.regimes.map(banded),
      cell(w.change(one.session, one.member === 'cash' ? 2 : 1)),
    ],
  };
}

function goldTable(desk: ExplainDesk, { gold }: League): TableBlock {
  const m = HAVEN_LEAGUE[desk.language].days;
  const { w } = desk;
  return table(desk, {
    id: 'haven-gold-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('date', m.date),
      column('equity', m.equity, { phone: true }),
      column('gold', m.gold, { phone: true }),
    ],
    groups: [
      {
        rows: gold.days.map((day) => ({
          cells: [cell(w.tableDay(day.date)), cell(w.change(day.equity)), cell(w.change(day.gold))],
        })),
      },
    ],
  });
}
