import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { Inline } from '../inline.ts';
import { heldName } from '../messages/explain/haven-names.ts';
import { HEDGE_FAILURE } from '../messages/explain/hedge-failure.ts';
import { ratioRange } from './haven-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type HedgeFailure = PartAnswer<'havens', 'hedgeFailure'>;

export const tellHedgeFailure: Teller<HedgeFailure> = (desk, part) => {
  if (!part.hedges.some(({ effectiveness }) => hasValue(effectiveness))) return { headline: [], blocks: [] };
  const headline = [...sessionLines(desk, part), ...betLines(desk, part)];
  return {
    headline: headline.length > 0 ? headline : yearLines(desk, part),
    blocks: [...plain(desk, headline, yearLines(desk, part)), hedgeTable(desk, part)],
  };
};

function sessionLines(desk: ExplainDesk, { date, equity, hedges }: HedgeFailure): readonly Inline[] {
  const { w } = desk;
  const m = HEDGE_FAILURE[desk.language];
  const parts = hedges
    .filter(({ covered }) => hasValue(covered))
    .map(({ asset, session, covered }) =>
      m.part({
        name: heldName(desk, asset),
        change: w.change(session),
        covered: w.share(covered),
        held: covered.value! >= 0,
      }),
    );
  return parts.length === 0 ? [] : [m.session({ day: w.day(date!), equity: w.change(equity), parts })];
}

function yearLines(desk: ExplainDesk, { hedges }: HedgeFailure): readonly Inline[] {
  const m = HEDGE_FAILURE[desk.language];
  return hedges
    .filter(({ effectiveness }) => hasValue(effectiveness))
    .map(({ asset, ratio, effectiveness }) =>
      ratio.value === 0
        ? m.idle(heldName(desk, asset))
        : m.year({
            name: heldName(desk, asset),
            effectiveness: desk.w.share(effectiveness),
            range: desk.w.range(effectiveness),
            works: (effectiveness.band?.low ?? 0) > 0,
          }),
    );
}

function betLines(desk: ExplainDesk, { bets }: HedgeFailure): readonly Inline[] {
  if (!hasValue(bets.recent)) return [];
  const [recent, before] = [desk.w.rate(bets.recent), desk.w.rate(bets.before)];
  return [HEDGE_FAILURE[desk.language].bets({ n: String(bets.positions.length), recent, before })];
}

function hedgeTable(desk: ExplainDesk, { hedges }: HedgeFailure): TableBlock {
  const m = HEDGE_FAILURE[desk.language].table;
  const { w } = desk;
  const ranged = (text: Inline, range: string) => (range === '' ? cell(...text) : under(text, range));
  const banded = (figure: Figure) => ranged([w.ratio(figure)], ratioRange(desk, figure));
  return table(desk, {
    id: 'hedge-failure-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('asset', m.asset),
      column('correlation', m.correlation, { phone: true }),
      column('stress', m.stress),
      column('effectiveness', m.effectiveness, { phone: true }),
      column('together', m.together),
      column('covered', m.covered, { phone: true }),
    ],
    groups: [
      {
        rows: hedges.map((one) => ({
          cells: [
            cell(heldName(desk, one.asset)),
            banded(one.correlation),
            banded(one.stressCorrelation),
            ranged([w.share(one.effectiveness)], w.range(one.effectiveness)),
            cell(w.count(one.coexceedances)),
            cell(w.share(one.covered)),
          ],
        })),
      },
    ],
  });
}
