import type { Language } from '../../data/series/entry.ts';
import { cascadeChapter, cascadeParameters, cascadeTitle } from '../cascade/chapter.ts';
import { type CascadeDesk, cascadeDesk } from '../cascade/desk.ts';
import { instantInWords } from '../dates.ts';
import { type Desk, deskFor, type HeadDesk, mainSession, wordingFor } from '../desk.ts';
import type { Block, ReportDocument } from '../document.ts';
import { explainDesk } from '../explain/index.ts';
import type { ExplainDesk } from '../explain/story.ts';
import { type Inline, joined } from '../inline.ts';
import { SECTION_WORDS } from '../messages/explain/sections.ts';
import { SHAPE } from '../messages/shape/index.ts';
import { type Notes, numberNotes } from '../notes.ts';
import { headOf, type ReportAnswers } from './answers.ts';
import { backBlocks, type Ends, endBlocks } from './back.ts';
import { dataBlocks } from './data-chapter.ts';
import { parted, type Section, sectionsOf } from './detail.ts';
import { consequenceSections, driverSections, needTexts, type Telling, unmeasuredTexts } from './drivers.ts';
import { asOfLine, frontBlocks, reportFront, titleOf, warningList, warningTexts } from './front.ts';
import { noteText } from './note-text.ts';
import { panoramaBlocks } from './panorama.ts';
import { heading, plain } from './paragraph.ts';
import { tierBlocks } from './tiers.ts';

/** What a report is written from: a desk for each answer there is. */
export interface Desks {
  readonly scan?: Desk;
  readonly explain?: ExplainDesk;
  readonly cascade?: CascadeDesk;
  nextChart(): number;
}

interface Chapter {
  readonly number: string;
  readonly title: string;
  readonly sections: readonly Section[];
}

/** The report of a scan, an explanation and a cascade, or of any of them, in one language: front matter, chapters, end matter. */
export function composeReport(answers: ReportAnswers, language: Language): ReportDocument {
  const head = headOf(answers);
  const desks = desksFor(answers, language);
  const { scan, explain } = desks;
  const telling: Telling = scan && explain ? 'parted' : 'whole';
  const desk = scan ?? { ...wordingFor(language, head.simulated), answer: head };
  const chapters = chaptersOf(desks, desk, telling);
  const ends = endsOf(desks);
  const main = [...frontOf(desks, answers), ...chapters.flatMap(chapterBlocks), ...dataOf(desk, chapters)];
  const back = telling === 'parted' ? endBlocks(desk, main, ends) : backBlocks(desk, main, ends);
  const [blocks, appendix] = inOrderOfCharts(desk, main, appendixBlocks(desk, chapters));
  const notes = numberNotes([...blocks, ...appendix]);
  return {
    title: titleOfAll(desks),
    pageWord: desk.m.page,
    date: desk.w.day(scan ? scan.session : mainSession(head)),
    asOfLine: asOfLine(desk),
    ...(head.simulated ? { simulated: desk.m.simulated } : {}),
    blocks,
    back: [...back, ...appendix],
    notesTitle: desk.m.back.notes,
    notesLead: notesLead(desk, notes),
    notes: notes.list.map((note) => noteText(desk, note, scan ? 'scan' : explain ? 'explain' : 'cascade')),
    numberOf: notes.numberOf,
  };
}

function desksFor(answers: ReportAnswers, language: Language): Desks {
  const head = headOf(answers);
  let charts = 0;
  const nextChart = () => ++charts;
  return {
    ...(answers.scan ? { scan: deskFor({ ...answers.scan, ...head }, language) } : {}),
    ...(answers.explain
      ? { explain: explainDesk({ ...answers.explain, ...head }, language, nextChart) }
      : {}),
    ...(answers.cascade
      ? { cascade: cascadeDesk({ ...answers.cascade, ...head }, language, nextChart, answers.explain) }
      : {}),
    nextChart,
  };
}

function frontOf({ scan, explain, cascade }: Desks, { since }: ReportAnswers): readonly Block[] {
  if (scan && explain) return reportFront(scan, explain, since);
  if (scan) return frontBlocks(scan);
  return [warningList((explain ?? cascade)!)];
}

function titleOfAll({ scan, explain, cascade }: Desks): readonly string[] {
  if (scan) return titleOf(scan);
  return explain ? explainTitle(explain) : cascadeTitle(cascade!);
}

function chaptersOf(desks: Desks, { language }: HeadDesk, telling: Telling): readonly Chapter[] {
  const chapters: readonly Chapter[] = [
    panorama(desks, telling),
    { number: '2', title: SECTION_WORDS[language].chapter, sections: driversOf(desks, telling) },
    { number: '3', title: SHAPE[language].consequences, sections: consequencesOf(desks, telling) },
  ];
  return chapters.filter(({ sections }) => sections.some(({ body }) => body.length > 0));
}

function panorama({ scan, nextChart }: Desks, telling: Telling): Chapter {
  if (!scan) return { number: '1', title: '', sections: [] };
  const title = scan.m.chapter.panorama;
  const [, ...blocks] = panoramaBlocks(scan, nextChart, { isReport: telling === 'parted' });
  const sections = sectionsOf(scan, blocks, '1', telling === 'whole' ? 'whole' : 'all');
  return { number: '1', title, sections };
}

/** Chapter 2: the sub-chapters of an explanation, with that of a cascade before the last, which closes it. */
function driversOf({ explain, cascade }: Desks, telling: Telling): readonly Section[] {
  const told = explain ? driverSections(explain, telling) : [];
  const systematic = cascade
    ? sectionsOf(cascade, cascadeChapter(cascade), '2', telling === 'whole' ? 'whole' : 'first')
    : [];
  return [...told.slice(0, -1), ...systematic, ...told.slice(-1)];
}

/** Chapter 3: the sub-chapters of an explanation; the last begins with the coins by tier of liquidity, from a scan. */
function consequencesOf({ scan, explain }: Desks, telling: Telling): readonly Section[] {
  const told = explain ? consequenceSections(explain, telling) : [];
  const last = told.at(-1);
  if (!scan || !last) return told;
  const tiers = parted(scan, tierBlocks(scan));
  const joint = { ...last, body: [...tiers.body, ...last.body], detail: [...tiers.detail, ...last.detail] };
  return [...told.slice(0, -1), joint];
}

function chapterBlocks({ number, title, sections }: Chapter): readonly Block[] {
  return [heading(2, number, title), ...sections.flatMap(sectionBlocks)];
}

function sectionBlocks({ number, title, body }: Section): readonly Block[] {
  if (title === '' || body.length === 0) return body;
  return [heading(3, number, title), ...body];
}

function dataOf(desk: HeadDesk, chapters: readonly Chapter[]): readonly Block[] {
  return dataBlocks(
    desk,
    chapters.flatMap(({ sections }) => sections.flatMap(({ data }) => data)),
  );
}

/** What stands behind the chapters, under the numbers of their sections. */
function appendixBlocks(desk: HeadDesk, chapters: readonly Chapter[]): readonly Block[] {
  const words = SHAPE[desk.language];
  const parts = chapters.flatMap(({ title: chapter, sections }) =>
    sections
      .filter(({ detail }) => detail.length > 0)
      .flatMap(({ number, title, detail }) => [heading(3, `A.${number}`, title || chapter), ...detail]),
  );
  if (parts.length === 0) return [];
  return [heading(2, 'A', words.appendix), ...plain(desk, [[words.appendixLead]]), ...parts];
}

/** Both lists with their charts numbered in the order of reading. */
function inOrderOfCharts(
  { m }: HeadDesk,
  main: readonly Block[],
  appendix: readonly Block[],
): readonly [readonly Block[], readonly Block[]] {
  let count = 0;
  const numbered = (block: Block): Block =>
    block.kind === 'chart' ? { ...block, label: m.chartLabel(++count) } : block;
  return [main.map(numbered), appendix.map(numbered)];
}

function endsOf({ scan, explain, cascade }: Desks): Ends {
  return {
    methods: [
      ...(scan?.m.back.methodTexts ?? []),
      ...(scan && explain ? [SHAPE[scan.language].box.rule] : []),
      ...(explain ? SECTION_WORDS[explain.language].methods : []),
      ...(cascade?.words.methods ?? []),
    ],
    parameters: [
      ...(scan ? [scan.m.generatedFrom(scan.answer.parameters)] : []),
      ...(explain ? [explainParameters(explain)] : []),
      ...(cascade ? [cascadeParameters(cascade)] : []),
    ],
    warnings: scan && explain ? warningTexts(scan) : [],
    unchecked: explain ? unmeasuredTexts(explain) : [],
    needs: explain ? needTexts(explain) : [],
  };
}

function explainParameters(desk: ExplainDesk): string {
  const { asset, section, window, assume } = desk.answer.parameters;
  return SECTION_WORDS[desk.language].parameters({
    window,
    ...(asset ? { asset } : {}),
    ...(section ? { section } : {}),
    ...(assume ? { assume } : {}),
  });
}

/** Title of an explanation that stands alone. */
export function explainTitle(desk: ExplainDesk): readonly string[] {
  const { asset, section } = desk.answer.parameters;
  return SECTION_WORDS[desk.language].title({
    date: desk.w.day(mainSession(desk.answer)),
    ...(asset ? { asset: desk.name(asset) } : {}),
    ...(section ? { section } : {}),
  });
}

/** How an id is read from the notes: one form for each verb and instant that made figures. */
function notesLead(desk: HeadDesk, notes: Notes): Inline {
  const ids = notes.list.flatMap(({ figures }) => figures.map(({ id }) => id));
  const forms = ids.map((id) => [id.slice(0, id.indexOf(':') + 1), id.slice(id.indexOf('@'))] as const);
  const unlike = new Map(forms.map((form) => [form.join(''), form]));
  const leads = [...unlike.values()].map(([prefix, suffix]) =>
    desk.m.notesLead({ prefix, suffix, asOf: instantInWords(desk.answer.asOf) }),
  );
  const codes: Inline[] = leads.map(([, text]) => [{ kind: 'code', text }]);
  const [lead] = leads;
  return lead === undefined ? [] : [lead[0], ...joined(codes, ' / '), lead[2]];
}
