import type { Language } from '../../data/series/entry.ts';
import type { ScanAnswer } from '../../diagnosis/scan/answer.ts';
import { instantInWords } from '../dates.ts';
import { deskFor } from '../desk.ts';
import type { Block, ReportDocument } from '../document.ts';
import { numberNotes } from '../notes.ts';
import { backBlocks } from './back.ts';
import { drawdownChart, heatChart, matrixChart, scoreChart, stripChart } from './charts.ts';
import { eventBlocks } from './event.ts';
import { asOfLine, frontBlocks, titleOf } from './front.ts';
import { ladderChart, ladderTable } from './levels.ts';
import { noteText } from './note-text.ts';
import { pairParagraphs, pairTables } from './pairs.ts';
import { heading } from './paragraph.ts';
import { breadthTable, coneTable, crisisTable, indexTable } from './risk.ts';
import { commoditySection, cryptoSection, equitySection, macroSection } from './sections.ts';
import { tableOne } from './table-one.ts';
import { fanTable, nearestTable, volatilityTable } from './tables.ts';
import { nearestBlocks, openingBlocks, togetherBlocks } from './together.ts';

/** The report of one scan in one language: front matter, chapter 1, end matter. */
export function composeReport(answer: ScanAnswer, language: Language): ReportDocument {
  const desk = deskFor(answer, language);
  const { m } = desk;
  let charts = 0;
  const next = () => ++charts;
  const hasNearest = answer.analogues.days.length > 0;
  const blocks: readonly Block[] = [
    ...frontBlocks(desk),
    heading(2, '1', m.chapter.panorama),
    ...openingBlocks(desk),
    stripChart(desk, next),
    scoreChart(desk, next),
    heatChart(desk, next),
    ...cryptoSection(desk, '1.1'),
    ...ladderChart(desk, next),
    ...equitySection(desk, '1.2'),
    ...indexTable(desk),
    ...breadthTable(desk),
    ...commoditySection(desk, '1.3'),
    ...ladderTable(desk),
    ...macroSection(desk, '1.4'),
    ...drawdownChart(desk, next),
    tableOne(desk),
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
  const notes = numberNotes(blocks);
  const anyFigure = answer.joint.score.id;
  const prefix = anyFigure.slice(0, anyFigure.indexOf(':') + 1);
  const suffix = anyFigure.slice(anyFigure.indexOf('@'));
  const [before, id, after] = m.notesLead({ prefix, suffix, asOf: instantInWords(answer.asOf) });
  return {
    title: titleOf(desk),
    pageWord: m.page,
    date: desk.w.day(desk.session),
    asOfLine: asOfLine(desk),
    ...(answer.simulated ? { simulated: m.simulated } : {}),
    blocks,
    back: backBlocks(desk, blocks),
    notesTitle: m.back.notes,
    notesLead: [before, { kind: 'code', text: id }, after],
    notes: notes.list.map((note) => noteText(desk, note)),
    numberOf: notes.numberOf,
  };
}
