import { heading, paragraph, plain } from '../compose/paragraph.ts';
import { mainSession } from '../desk.ts';
import type { Block } from '../document.ts';
import type { Inline } from '../inline.ts';
import { span, told } from './amounts.ts';
import { type CascadeDesk, leadOf, ofAsset, shocked } from './desk.ts';
import { fallBlocks } from './falls.ts';
import {
  claimLines,
  contagionLines,
  fundLines,
  inputTable,
  missingList,
  ownTables,
  priorSources,
  restParagraphs,
  unknownTable,
} from './inputs.ts';
import { gainLines, ladderBlocks, layersChart, leverageChart } from './ladder.ts';
import { liquidationTable } from './liquidations.ts';
import { marked } from './marked.ts';
import { clockChart, placeLines } from './places.ts';
import { causeChart, causeLines, saleLines, sellerTable } from './sellers.ts';

/** Sub-chapter 2.5, from a cascade: how far forced sale runs, who sells, what waits below the price, and what all of it rests on. */
export function cascadeChapter(desk: CascadeDesk): readonly Block[] {
  const { words } = desk;
  const section = (title: string, blocks: readonly Block[]) =>
    blocks.length === 0 ? [] : [heading(4, '', title), ...blocks];
  return [
    heading(3, '2.5', words.heading),
    ...marked(desk, fallBlocks(desk)),
    ...section(words.headings.sale, marked(desk, saleBlocks(desk))),
    ...section(words.headings.ladder, marked(desk, waitingBlocks(desk))),
    ...section(words.headings.rests, restBlocks(desk)),
  ];
}

/** A key sentence with the others behind it. */
function keyed(desk: CascadeDesk, lines: readonly Inline[]): readonly Block[] {
  const [first, ...rest] = lines;
  return first ? [paragraph(desk, first, rest)] : [];
}

function saleBlocks(desk: CascadeDesk): readonly Block[] {
  return [
    ...keyed(desk, [...saleLines(desk), ...placeLines(desk)]),
    ...plain(desk, causeLines(desk), contagionLines(desk)),
    ...plain(desk, claimLines(desk)),
    sellerTable(desk),
    ...causeChart(desk),
    liquidationTable(desk),
    ...clockChart(desk),
  ];
}

function waitingBlocks(desk: CascadeDesk): readonly Block[] {
  return [
    ...keyed(desk, gainLines(desk)),
    ...plain(desk, fundLines(desk)),
    ...ladderBlocks(desk),
    ...leverageChart(desk),
    ...layersChart(desk),
    ...ownTables(desk),
  ];
}

/** Inputs are read, not simulated: only what was drawn of the unknowns is marked. */
function restBlocks(desk: CascadeDesk): readonly Block[] {
  return [
    ...marked(desk, restParagraphs(desk)),
    ...inputTable(desk),
    ...marked(desk, unknownTable(desk)),
    ...priorSources(desk),
    ...missingList(desk),
  ];
}

/** Title of a cascade that stands alone. */
export function cascadeTitle(desk: CascadeDesk): readonly string[] {
  const lead = ofAsset(desk.answer.falls, leadOf(desk));
  return desk.words.title({
    date: desk.w.day(mainSession(desk.answer)),
    name: desk.name(leadOf(desk)),
    shock: lead ? span(desk, lead.shock, 'change').text : '',
  });
}

/** What was asked, in words. */
export function cascadeParameters(desk: CascadeDesk): string {
  const { words, answer } = desk;
  const { paths, draws, seed, stepMinutes, horizonMinutes, calibration, shock } = answer.parameters;
  return words.parameters({
    shock: shocked(desk)
      .map((asset) => `${desk.name(asset)} ${told(desk, 'change', shock[asset]!)}`)
      .join(desk.m.comma),
    paths,
    draws,
    seed,
    step: words.span(stepMinutes),
    horizon: words.span(horizonMinutes),
    calibration,
  });
}
