import { cell, column, head } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { Inline } from '../inline.ts';
import { CRYPTO_VALUE } from '../messages/explain/crypto-value.ts';
import { money } from '../numbers.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type CryptoValue = PartAnswer<'havens', 'cryptoValue'>;

export const tellCryptoValue: Teller<CryptoValue> = (desk, part) => {
  const headline = lossLines(desk, part);
  if (headline.length === 0) return { headline: [], blocks: [] };
  return { headline, blocks: [...plain(desk, headline, restLines(desk, part)), partTable(desk, part)] };
};

/** A sum that stands, without a sign. */
function sum(desk: ExplainDesk, figure: Figure) {
  return figure.value === null ? desk.w.money(figure) : desk.w.as(figure, money(figure.value, desk.language));
}

function lossLines(
  desk: ExplainDesk,
  { date, top, value, valueAtTop, sinceTop }: CryptoValue,
): readonly Inline[] {
  const { w } = desk;
  const m = CRYPTO_VALUE[desk.language];
  if (!date || !top || !hasValue(value)) return [];
  if (top === date) return [m.highest({ day: w.day(date), value: sum(desk, value) })];
  return [
    m.lost({
      day: w.day(date),
      top: w.day(top),
      from: sum(desk, valueAtTop),
      to: sum(desk, value),
      share: w.change(sinceTop.share),
    }),
  ];
}

function restLines(
  desk: ExplainDesk,
  { date, top, day, sinceTop, cover, value }: CryptoValue,
): readonly Inline[] {
  const { w } = desk;
  const m = CRYPTO_VALUE[desk.language];
  const held = value.of.params?.supplyOf;
  return [
    ...(hasValue(day.dollars) ? [m.day({ dollars: w.money(day.dollars), share: w.change(day.share) })] : []),
    ...(top === date ? [] : [m.base(w.change(sinceTop.ofWhatIsLeft))]),
    m.cover(hasValue(cover) ? w.share(cover) : undefined),
    ...(held === undefined ? [] : [m.stale(w.day(String(held)))]),
  ];
}

function partTable(desk: ExplainDesk, { parts }: CryptoValue): TableBlock {
  const { table: m, kinds } = CRYPTO_VALUE[desk.language];
  const { w } = desk;
  return table(desk, {
    id: 'crypto-value-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('kind', m.kind),
      column('value', m.value, { phone: true }),
      column('change', m.change, { phone: true }),
    ],
    groups: [
      {
        rows: parts.map(({ kind, value, change }) => ({
          cells: [cell(kinds[kind]), cell(sum(desk, value)), cell(w.money(change))],
        })),
      },
    ],
  });
}
