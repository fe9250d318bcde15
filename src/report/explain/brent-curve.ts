import { paragraph, plain } from '../compose/paragraph.ts';
import { hasValue } from '../desk.ts';
import type { Figure } from '../figure.ts';
import type { FigureSpan, Inline } from '../inline.ts';
import { BRENT_CURVE } from '../messages/explain/brent-curve.ts';
import { decimal } from '../numbers.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Brent = PartAnswer<'flows', 'brentCurve'>;

export const tellBrentCurve: Teller<Brent> = (desk, part) => {
  const spot = spotLine(desk, part);
  const months = monthLines(desk, part);
  const [key, ...rest] = [...months, ...spot];
  if (!key) return { headline: [], blocks: plain(desk, gapLines(desk, part)) };
  const m = BRENT_CURVE[desk.language];
  return { headline: [key], blocks: [paragraph(desk, key, rest, [m.names], gapLines(desk, part))] };
};

function dollars({ language, w }: ExplainDesk, figure: Figure): FigureSpan {
  const text = decimal(figure.value ?? 0, { decimals: 2, signed: true, lines: [0] });
  return w.as(figure, BRENT_CURVE[language].dollars(text));
}

function spotLine(desk: ExplainDesk, { spotFront: { now, before } }: Brent): readonly Inline[] {
  if (!now.date || !now.state || !hasValue(now.spread)) return [];
  const { w } = desk;
  return [
    BRENT_CURVE[desk.language].spot({
      day: w.day(now.date),
      spread: dollars(desk, now.spread),
      state: now.state,
      before:
        before.date && before.state
          ? { day: w.day(before.date), spread: dollars(desk, before.spread), state: before.state }
          : null,
    }),
  ];
}

function monthLines(desk: ExplainDesk, { months }: Brent): readonly Inline[] {
  return months.flatMap(({ months: n, now, roll }) =>
    now.state && hasValue(roll)
      ? [
          BRENT_CURVE[desk.language].months({
            months: n,
            spread: dollars(desk, now.spread),
            state: now.state,
            roll: desk.w.level(roll),
          }),
        ]
      : [],
  );
}

function gapLines(desk: ExplainDesk, { months, ages }: Brent): readonly Inline[] {
  const m = BRENT_CURVE[desk.language];
  const missing = months.filter(({ now }) => now.state === null).map(({ months: n }) => n);
  const list = missing.join(desk.language === 'en' ? ', ' : '、');
  return [
    ...(missing.length > 0 ? [m.missing(list)] : []),
    ...ages.flatMap(({ id, latest, age }) =>
      latest && age.flags.includes('stale') ? [m.age({ name: desk.name(id), day: desk.w.day(latest) })] : [],
    ),
  ];
}
