import { yearOf } from '../dates.ts';
import { type Desk, hasValue } from '../desk.ts';
import type { Block } from '../document.ts';
import type { Inline } from '../inline.ts';
import { afterwardsSentence } from './front.ts';
import { aside, heading, paragraph, plain } from './paragraph.ts';
import { classesSentence, shownPoints } from './score.ts';

function partsSentence(desk: Desk): readonly Inline[] {
  const { joint } = desk.answer;
  const points = shownPoints(desk);
  const parts = joint.classes.flatMap(({ assetClass, contribution }) => {
    const shown = points.get(assetClass);
    const name = desk.m.classes[assetClass];
    if (shown === undefined) return [];
    return [
      {
        name: desk.language === 'en' ? name.toLowerCase() : name,
        points: desk.w.as(contribution, shown),
        size: contribution.value ?? 0,
      },
    ];
  });
  if (parts.length === 0) return [];
  return [
    desk.m.scoreParts(
      parts.sort((a, b) => b.size - a.size),
      desk.w.score(joint.score),
    ),
  ];
}

export function hedgeSentence(desk: Desk): Inline {
  const known = desk.answer.joint.hedges.filter(({ change }) => hasValue(change));
  const worded = (held: boolean) =>
    known
      .filter((one) => one.held === held)
      .map(({ hedge, change }) => ({ name: desk.m.hedges[hedge], change: desk.w.change(change) }));
  return desk.m.hedgePanel(worded(true), worded(false));
}

function leftOutSentence(desk: Desk): readonly Inline[] {
  const { leftOut } = desk.answer.joint;
  if (leftOut.length === 0) return [];
  return [desk.m.leftOut(leftOut.map(({ title, reason }) => ({ title: title[desk.language], reason })))];
}

/** The chapter's opening: how many classes fell hard, what the score is made of, whether hedges held, and the rule of the verdict. */
export function openingBlocks(desk: Desk, rare: readonly Inline[] = []): readonly Block[] {
  return [
    paragraph(
      desk,
      classesSentence(desk),
      rare,
      partsSentence(desk),
      [hedgeSentence(desk)],
      leftOutSentence(desk),
      [desk.m.verdictRule(desk.answer.joint.verdict)],
    ),
  ];
}

export function togetherBlocks(desk: Desk, number: string): readonly Block[] {
  const { together } = desk.answer;
  const { correlationShort, correlationLong, firstEigenvectorShort, firstEigenvectorLong, cissLike } =
    together;
  const head = heading(3, number, desk.m.sections.together);
  if (!hasValue(correlationShort))
    return [head, { kind: 'paragraph', text: desk.m.noData(desk.m.sections.together) }];
  const key = desk.m.together({
    short: desk.w.ratio(correlationShort),
    long: desk.w.ratio(correlationLong),
    shortDays: together.matrix.shortDays,
    longDays: together.matrix.longDays,
  });
  const eigen = hasValue(firstEigenvectorShort)
    ? [
        desk.m.eigenvector({
          short: desk.w.share(firstEigenvectorShort),
          long: desk.w.share(firstEigenvectorLong),
        }),
      ]
    : [];
  const stress = hasValue(cissLike) ? [desk.m.cissLike(desk.w.ratio(cissLike))] : [];
  return [head, paragraph(desk, key, eigen), ...aside(desk, stress)];
}

const LED_BY = 3;

export function nearestBlocks(desk: Desk, number: string): readonly Block[] {
  const { days, from } = desk.answer.analogues;
  const head = heading(3, number, desk.m.sections.nearest);
  if (days.length === 0) return [head, ...plain(desk, [desk.m.nearestNone()])];
  const key = desk.m.nearest({
    days: days.slice(0, LED_BY).map(({ date }) => desk.w.day(date)),
    from: yearOf(from),
  });
  return [head, paragraph(desk, key, afterwardsSentence(desk))];
}
