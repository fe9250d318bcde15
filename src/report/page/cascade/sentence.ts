import type { CascadeDesk } from '../../cascade/desk.ts';
import { leadOf, ofAsset, shocked } from '../../cascade/desk.ts';
import { hasValue } from '../../desk.ts';
import { decimal, level, money, percent } from '../../numbers.ts';
import { CASCADE_PAGE, type Moved } from './words.ts';

/** Times as deep from which a fall is called amplified. */
const AMPLIFIED = 1.05;
/** Digits of a price that is only near. */
const NEAR = 3;

/** The answer as a sentence: the shock, what it forces, how much deeper that makes it, and where it stops. */
export function cascadeSentence(desk: CascadeDesk): readonly string[] {
  const { answer, language } = desk;
  const { sentence } = CASCADE_PAGE[language];
  const lead = ofAsset(answer.falls, leadOf(desk));
  if (!lead) return [];
  const { total } = answer.forced;
  const sells = hasValue(total) && total.value > 0;
  const { amplification, stop } = lead;
  const deeper = hasValue(amplification) && amplification.value >= AMPLIFIED;
  return [
    sentence.shock(movedBy(desk)),
    sells ? sentence.forced(money(total.value, language)) : sentence.nothingForced,
    ...(sells && deeper
      ? [sentence.amplified(decimal(amplification.value, { decimals: 1, lines: [1] }))]
      : []),
    ...(sells && !deeper && hasValue(amplification) ? [sentence.notAmplified] : []),
    ...(hasValue(stop) ? [sentence.stops(nearText(stop.value))] : []),
  ];
}

/** What is moved from outside, as asked. */
function movedBy(desk: CascadeDesk): readonly Moved[] {
  const { shock } = desk.answer.parameters;
  return shocked(desk).map((asset) => {
    const change = shock[asset]!;
    return { name: desk.name(asset), size: sizeText(Math.abs(change)), rises: change > 0 };
  });
}

/** A shock as asked, without decimals that it does not have. */
function sizeText(fraction: number): string {
  const text = percent(fraction, { decimals: 1 });
  return text.replace(/\.0%$/, '%');
}

/** A price with the digits that "near" deserves. */
function nearText(price: number): string {
  return level(Number(price.toPrecision(NEAR)));
}
