import { type Desk, hasValue } from '../desk.ts';
import type { BoxCell } from '../document.ts';
import type { ExplainDesk, PartAnswer } from '../explain/story.ts';
import { SHAPE } from '../messages/shape/index.ts';
import type { Confidence } from '../messages/shape/messages.ts';
import { scoreRank } from './score.ts';

type NetLiquidity = PartAnswer<'liquidity', 'netLiquidity'>;

/** Weeks of the change of net liquidity in the box. */
const WEEKS = 4;

/** The change of net liquidity that box and changes show. */
export function liquidityChange({ changes }: NetLiquidity) {
  return changes.find(({ weeks, total }) => weeks === WEEKS && hasValue(total));
}

/** The verdict in five cells: score, liquidity, forced share, lamps, confidence. */
export function verdictCells(scan: Desk, explain: ExplainDesk): readonly BoxCell[] {
  return [
    scoreCell(scan),
    liquidityCell(explain),
    forcedCell(explain),
    lampsCell(explain),
    confidenceCell(scan),
  ];
}

export function scoreCell(desk: Desk): BoxCell {
  const { m, w, answer } = desk;
  const { score, rank } = answer.joint;
  return {
    label: m.labels.score,
    value: [w.score(score)],
    note: hasValue(rank) ? m.scoreNote(scoreRank(desk)) : scoreRank(desk),
  };
}

function liquidityCell(desk: ExplainDesk): BoxCell {
  const { box } = SHAPE[desk.language];
  const part = desk.answer.liquidity?.parts.netLiquidity;
  const change = part ? liquidityChange(part) : undefined;
  if (!change) return { label: box.liquidity, value: [box.unmeasured], note: [] };
  const [largest] = [...change.contributions].sort(
    (a, b) => Math.abs(b.value.value ?? 0) - Math.abs(a.value.value ?? 0),
  );
  return {
    label: box.liquidity,
    value: [desk.w.money(change.total)],
    note: largest ? box.liquidityNote(desk.name(largest.series), desk.w.money(largest.value)) : [],
  };
}

/** What share of the sales was forced no source measures; what was reported of it stands below. */
function forcedCell(desk: ExplainDesk): BoxCell {
  const { box } = SHAPE[desk.language];
  const total = desk.answer.flows?.parts.liquidations?.total;
  const reported =
    total && hasValue(total) ? desk.w.as(total, desk.w.money(total).text.replace(/^\+/, '')) : undefined;
  return {
    label: box.forced,
    value: [box.unmeasured],
    note: reported ? box.reported(reported) : [box.notReported],
  };
}

function lampsCell(desk: ExplainDesk): BoxCell {
  const { box } = SHAPE[desk.language];
  const lamps = desk.answer.flows?.parts.threeLamps;
  if (!lamps || !hasValue(lamps.red)) return { label: box.lamps, value: [box.unmeasured], note: [] };
  return {
    label: box.lamps,
    value: box.red(desk.w.count(lamps.red), lamps.measured),
    note: [box.lampsNote(lamps.lamps.length - lamps.measured)],
  };
}

/** High when every risk class is measured and no series is late, low when two classes are not measured or there is no score, else medium. */
function confidenceCell(desk: Desk): BoxCell {
  const { box } = SHAPE[desk.language];
  const { joint, warnings } = desk.answer;
  const missing = joint.classes.filter(({ move }) => !hasValue(move));
  const late = warnings.filter(({ kind }) => kind === 'stale').length;
  const level: Confidence =
    missing.length > 1 || !hasValue(joint.score) ? 'low' : missing.length + late > 0 ? 'medium' : 'high';
  const names = missing.map(({ assetClass }) => desk.m.classes[assetClass]);
  return {
    label: box.confidence,
    value: [box.levels[level]],
    note: [
      box.confidenceNote(desk.language === 'en' ? names.map((name) => name.toLowerCase()) : names, late),
    ],
  };
}
