import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { CAPITAL_INTENSITY } from '../messages/explain/capital-intensity.ts';
import { pValue } from './flow-words.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Part = PartAnswer<'drivers', 'capitalIntensity'>;

/** Firms told in the first sentences. */
const TOLD = 2;
/** p from which on the light ones are said to have held up better. */
const SIGNIFICANT = 0.05;

export const tellCapitalIntensity: Teller<Part> = (desk, part) => {
  const m = CAPITAL_INTENSITY[desk.language];
  const refused = part.refused > 0 ? [m.refused(part.refused)] : [];
  if (part.firms.length === 0) return { headline: [], blocks: plain(desk, [[m.missing]], refused) };
  const headline = heaviest(part)
    .slice(0, TOLD)
    .map((firm) => firmLine(desk, firm));
  const rest: readonly Inline[] = [
    ...heaviest(part)
      .slice(0, TOLD)
      .flatMap((firm) => buildingLine(desk, firm)),
    ...crossLine(desk, part),
    ...refused,
    [m.meaning],
  ];
  return {
    headline,
    blocks: [
      ...plain(desk, headline, rest),
      periodTable(desk, part),
      ...(part.cross.sessions > 0 ? [stressTable(desk, part)] : []),
    ],
  };
};

type Firm = Part['firms'][number];

function heaviest({ firms }: Part): readonly Firm[] {
  const intensity = ({ periods }: Firm) => periods.at(-1)!.intensity.value ?? 0;
  return [...firms].sort((a, b) => intensity(b) - intensity(a));
}

function firmLine(desk: ExplainDesk, { firm, periods, change }: Firm): Inline {
  const { period, intensity, freeCash } = periods.at(-1)!;
  return CAPITAL_INTENSITY[desk.language].firm({
    firm,
    period,
    intensity: desk.w.share(intensity, 1),
    ...(hasValue(freeCash) ? { freeCash: desk.w.change(freeCash) } : {}),
    ...(hasValue(change) ? { change: desk.w.change(change) } : {}),
  });
}

function buildingLine(desk: ExplainDesk, { firm, periods }: Firm): readonly Inline[] {
  const { building } = periods.at(-1)!;
  return hasValue(building)
    ? [CAPITAL_INTENSITY[desk.language].building({ firm, building: desk.w.ratio(building) })]
    : [];
}

function crossLine(desk: ExplainDesk, { cross }: Part): readonly Inline[] {
  const { firms, sessions, tau, p } = cross;
  if (!hasValue(tau) || !hasValue(p)) return [];
  const lighter = tau.value < 0 && p.value < SIGNIFICANT;
  return [
    CAPITAL_INTENSITY[desk.language].cross({
      firms,
      sessions,
      tau: desk.w.ratio(tau),
      p: pValue(desk, p),
      lighter,
    }),
  ];
}

function periodTable(desk: ExplainDesk, part: Part): TableBlock {
  const { w } = desk;
  const m = CAPITAL_INTENSITY[desk.language].table;
  return table(desk, {
    id: 'capital-intensity-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('period', m.period),
      column('intensity', m.intensity, { phone: true }),
      column('free-cash', m.freeCash, { phone: true }),
      column('depreciation', m.depreciation),
      column('building', m.building),
    ],
    groups: heaviest(part).map(({ firm, periods }) => ({
      title: firm,
      rows: periods.map(({ period, intensity, freeCash, depreciation, building }) => ({
        cells: [
          cell(period),
          cell(w.share(intensity, 1)),
          cell(w.change(freeCash)),
          cell(w.share(depreciation, 1)),
          cell(w.ratio(building)),
        ],
      })),
    })),
  });
}

function stressTable(desk: ExplainDesk, part: Part): TableBlock {
  const { w } = desk;
  const m = CAPITAL_INTENSITY[desk.language].stress;
  return table(desk, {
    id: 'capital-intensity-stress',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('firm', m.firm),
      column('intensity', m.intensity),
      column('stress', m.stress, { phone: true }),
      column('rose', m.rose, { phone: true }),
    ],
    groups: [
      {
        rows: heaviest(part).map(({ firm, periods, stress, rose }) => ({
          cells: [
            cell(firm),
            cell(w.share(periods.at(-1)!.intensity, 1)),
            cell(w.change(stress)),
            cell(w.share(rose)),
          ],
        })),
      },
    ],
  });
}
