import type { ScanAnswer } from '../../diagnosis/scan/answer.ts';
import { yearOf } from '../dates.ts';
import { type Desk, hasValue } from '../desk.ts';
import type { Inline } from '../inline.ts';
import { decimal, largestRemainder, roundTo } from '../numbers.ts';

/** Move, in standard deviations and positive for a fall, beyond which a class counts as fallen. */
const BEYOND = 1;

type ClassMove = ScanAnswer['joint']['classes'][number];

export function isBeyond({ move }: ClassMove): boolean {
  return hasValue(move) && move.value > BEYOND;
}

export function countClasses({ joint }: ScanAnswer): { beyond: number; known: number } {
  const known = joint.classes.filter(({ move }) => hasValue(move));
  return { beyond: known.filter(isBeyond).length, known: known.length };
}

/** "41 of 1,847, since 2005"; the reason where there is no rank. */
export function scoreRank(desk: Desk): Inline {
  const { rank, of, since } = desk.answer.joint;
  if (!hasValue(rank) || !hasValue(of)) return [desk.m.why(rank.why ?? of.why ?? '')];
  return desk.m.rankOf(desk.w.count(rank), desk.w.count(of), yearOf(since));
}

/** Points of each class as shown: whole points that add to the shown score. */
export function shownPoints(desk: Desk): ReadonlyMap<string, string> {
  const { classes, score } = desk.answer.joint;
  const measured = classes.filter(({ contribution }) => hasValue(contribution));
  if (!hasValue(score)) return new Map();
  const parts = measured.map(({ contribution }) => contribution.value ?? 0);
  const rounded = largestRemainder(parts, roundTo(score.value, 0), 0);
  return new Map(
    measured.map(({ assetClass }, index) => [assetClass, decimal(rounded[index] ?? 0, { decimals: 0 })]),
  );
}

/** What the sentence on the classes needs: how many fell hard, how many are known, which are not. */
export function classesSentence(desk: Desk): Inline {
  const { beyond, known } = countClasses(desk.answer);
  const unknown = desk.answer.joint.classes
    .filter(({ move }) => !hasValue(move))
    .map(({ assetClass }) => desk.m.classes[assetClass]);
  const lower = desk.language === 'en' ? unknown.map((name) => name.toLowerCase()) : unknown;
  return desk.m.classesBeyond({ beyond, known, unknown: lower });
}

/** The class's part in the verdict: its mean move and its points of the score. */
export function classMeaning(desk: Desk, assetClass: ClassMove['assetClass']): readonly Inline[] {
  const { joint } = desk.answer;
  const found = joint.classes.find((one) => one.assetClass === assetClass);
  if (!found) return [];
  const cls = desk.language === 'en' ? desk.m.classes[assetClass].toLowerCase() : desk.m.classes[assetClass];
  if (!hasValue(found.move)) return [desk.m.classUnknown(cls, desk.m.why(found.move.why ?? ''))];
  const points = shownPoints(desk).get(assetClass);
  if (points === undefined) return [];
  return [
    desk.m.classMeaning({
      cls,
      move: desk.w.sigmas(found.move, true),
      points: desk.w.as(found.contribution, points),
      total: desk.w.score(joint.score),
      beyond: isBeyond(found),
    }),
  ];
}

/** Shown text of a class move with the sign of the price: falls are negative. */
export function priceSign(move: number): number {
  return move === 0 ? 0 : -move;
}
