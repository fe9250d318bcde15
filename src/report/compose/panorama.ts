import type { Desk } from '../desk.ts';
import type { Block } from '../document.ts';
import { drawdownChart, heatChart, matrixChart, scoreChart, stripChart } from './charts.ts';
import { eventBlocks } from './event.ts';
import { rareSentence } from './front.ts';
import { ladderChart, ladderTable } from './levels.ts';
import { pairParagraphs, pairTables } from './pairs.ts';
import { heading } from './paragraph.ts';
import { breadthTable, coneTable, crisisTable, indexTable } from './risk.ts';
import { commoditySection, cryptoSection, equitySection, macroSection } from './sections.ts';
import { tableOne } from './table-one.ts';
import { fanTable, nearestTable, volatilityTable } from './tables.ts';
import { tierBlocks } from './tiers.ts';
import { nearestBlocks, openingBlocks, togetherBlocks } from './together.ts';

/**
 * Chapter 1, from a scan: what fell, how rare that is, and whether it was everything at once.
 * @param isReport the front has not said how rare it is, and coins by tier have their place in chapter 3
 */
export function panoramaBlocks(desk: Desk, next: () => number, { isReport = false } = {}): readonly Block[] {
  const hasNearest = desk.answer.analogues.days.length > 0;
  return [
    heading(2, '1', desk.m.chapter.panorama),
    ...openingBlocks(desk, isReport ? [rareSentence(desk)] : []),
    stripChart(desk, next),
    scoreChart(desk, next),
    heatChart(desk, next),
    ...(isReport ? [tableOne(desk)] : []),
    ...cryptoSection(desk, '1.1'),
    ...(isReport ? [] : tierBlocks(desk)),
    ...ladderChart(desk, next),
    ...equitySection(desk, '1.2'),
    ...indexTable(desk),
    ...breadthTable(desk),
    ...commoditySection(desk, '1.3'),
    ...ladderTable(desk),
    ...macroSection(desk, '1.4'),
    ...drawdownChart(desk, next),
    ...(isReport ? [] : [tableOne(desk)]),
    volatilityTable(desk),
    ...coneTable(desk),
    ...crisisTable(desk),
    ...togetherBlocks(desk, '1.5'),
    ...pairParagraphs(desk),
    ...matrixChart(desk, next),
    ...pairTables(desk),
    ...nearestBlocks(desk, '1.6'),
    ...(hasNearest ? [nearestTable(desk), fanTable(desk)] : []),
    ...eventBlocks(desk, '1.7'),
  ];
}
