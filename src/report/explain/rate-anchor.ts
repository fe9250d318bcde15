import type { AnchorAsset } from '../../diagnosis/explain/drivers/anchor/rate-anchor.ts';
import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Cell, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { Inline } from '../inline.ts';
import { RATE_ANCHOR } from '../messages/explain/rate-anchor.ts';
import { decimal } from '../numbers.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type RateAnchor = PartAnswer<'drivers', 'rateAnchor'>;

/** Assets that sentences name. */
const NAMED = ['tlt', 'nasdaq-100', 'gold-front'];

export const tellRateAnchor: Teller<RateAnchor> = (desk, part) => {
  const { from, date, yieldDay, yieldWindow } = part;
  const told = part.assets.filter(({ duration }) => hasValue(duration));
  if (!from || !date || !hasValue(yieldDay) || told.length === 0) return { headline: [], blocks: [] };
  const { w } = desk;
  const m = RATE_ANCHOR[desk.language];
  const by = (check: AnchorAsset['check']) =>
    told.filter((one) => one.check === check).map(({ asset }) => desk.name(asset));
  const checks = { agreed: by('as-implied'), against: by('against'), unclear: by('unclear') };
  const measured = told.some(({ check }) => check !== null);
  const headline: readonly Inline[] = [
    m.yields({
      day: w.day(date),
      change: w.change(yieldDay),
      from: w.day(from),
      window: w.change(yieldWindow),
    }),
    ...(measured ? [[m.checks(checks)]] : []),
  ];
  const named = told.filter(({ asset }) => NAMED.includes(asset) || told.length === 1);
  return {
    headline,
    blocks: [
      ...plain(
        desk,
        headline,
        named.map((one) => assetLine(desk, one)),
        [[m.meaning]],
      ),
      anchorTable(desk, told),
    ],
  };
};

function assetLine(desk: ExplainDesk, { asset, duration, window }: AnchorAsset): Inline {
  const { w } = desk;
  return RATE_ANCHOR[desk.language].one({
    name: desk.name(asset),
    duration: years(desk, duration),
    implied: w.change(window.implied),
    actual: w.change(window.actual),
  });
}

function years({ w }: ExplainDesk, figure: Figure) {
  return w.as(figure, figure.value === null ? '' : decimal(figure.value, { decimals: 1 }));
}

function anchorTable(desk: ExplainDesk, assets: readonly AnchorAsset[]): TableBlock {
  const { w } = desk;
  const m = RATE_ANCHOR[desk.language].table;
  const duration = (figure: Figure): Cell =>
    figure.band
      ? under(
          [years(desk, figure)],
          desk.m.range(decimal(figure.band.low, { decimals: 1 }), decimal(figure.band.high, { decimals: 1 })),
        )
      : cell(years(desk, figure));
  return table(desk, {
    id: 'rate-anchor',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('asset', m.asset),
      column('duration', m.duration, { phone: true }),
      column('r-squared', m.rSquared),
      column('agreed', m.agreed),
      column('day', m.day),
      column('day-actual', m.dayActual),
      column('window', m.window, { phone: true }),
      column('window-actual', m.windowActual, { phone: true }),
    ],
    groups: [
      {
        rows: assets.map((one) => ({
          cells: [
            cell(desk.name(one.asset)),
            duration(one.duration),
            cell(w.share(one.rSquared)),
            under([w.share(one.agreed)], w.share(one.byChance).text),
            cell(w.change(one.day.implied)),
            cell(w.change(one.day.actual)),
            cell(w.change(one.window.implied)),
            cell(w.change(one.window.actual)),
          ],
        })),
      },
    ],
  });
}
