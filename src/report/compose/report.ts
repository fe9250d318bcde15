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
import { type Notes, numberNotes } from '../notes.ts';
import { headOf, type ReportAnswers } from './answers.ts';
import { backBlocks, type Ends } from './back.ts';
import { driversBlocks } from './drivers.ts';
import { asOfLine, frontBlocks, titleOf, warningList } from './front.ts';
import { noteText } from './note-text.ts';
import { panoramaBlocks } from './panorama.ts';
import { heading } from './paragraph.ts';

/** What stands in a report beside the parts that every report has. */
interface Chapter {
  readonly verb: string;
  readonly title: readonly string[];
  /** Session of the verdict, in words. */
  readonly date: string;
  readonly front: readonly Block[];
  readonly blocks: readonly Block[];
  readonly ends: Ends;
}

/** The report of a scan, an explanation and a cascade, or of any of them, in one language: front matter, chapters, end matter. */
export function composeReport(answers: ReportAnswers, language: Language): ReportDocument {
  const head = headOf(answers);
  let charts = 0;
  const next = () => ++charts;
  const scan = answers.scan && deskFor({ ...answers.scan, ...head }, language);
  const explain = answers.explain && explainDesk({ ...answers.explain, ...head }, language, next);
  const cascade =
    answers.cascade && cascadeDesk({ ...answers.cascade, ...head }, language, next, answers.explain);
  const chapters: readonly Chapter[] = [
    ...(scan ? [panorama(scan, next)] : []),
    ...(explain ? [drivers(explain, cascade)] : []),
    ...(cascade ? [forcedSale(cascade, explain !== undefined)] : []),
  ];
  const first = chapters[0] as Chapter;
  const blocks = [...first.front, ...chapters.flatMap((chapter) => chapter.blocks)];
  const desk = scan ?? { ...wordingFor(language, head.simulated), answer: head };
  const notes = numberNotes(blocks);
  const ends = {
    methods: chapters.flatMap((chapter) => chapter.ends.methods),
    parameters: chapters.flatMap((chapter) => chapter.ends.parameters),
  };
  return {
    title: first.title,
    pageWord: desk.m.page,
    date: first.date,
    asOfLine: asOfLine(desk),
    ...(head.simulated ? { simulated: desk.m.simulated } : {}),
    blocks,
    back: backBlocks(desk, blocks, ends),
    notesTitle: desk.m.back.notes,
    notesLead: notesLead(desk, notes),
    notes: notes.list.map((note) => noteText(desk, note, first.verb)),
    numberOf: notes.numberOf,
  };
}

function panorama(desk: Desk, next: () => number): Chapter {
  return {
    verb: 'scan',
    title: titleOf(desk),
    date: desk.w.day(desk.session),
    front: frontBlocks(desk),
    blocks: panoramaBlocks(desk, next),
    ends: { methods: desk.m.back.methodTexts, parameters: [desk.m.generatedFrom(desk.answer.parameters)] },
  };
}

function drivers(desk: ExplainDesk, cascade: CascadeDesk | undefined): Chapter {
  const words = SECTION_WORDS[desk.language];
  const { asset, section, window, assume } = desk.answer.parameters;
  return {
    verb: 'explain',
    title: explainTitle(desk),
    date: desk.w.day(mainSession(desk.answer)),
    front: [warningList(desk)],
    blocks: driversBlocks(desk, () => (cascade ? cascadeChapter(cascade) : [])),
    ends: {
      methods: words.methods,
      parameters: [
        words.parameters({
          window,
          ...(asset ? { asset } : {}),
          ...(section ? { section } : {}),
          ...(assume ? { assume } : {}),
        }),
      ],
    },
  };
}

/** A cascade has its sub-chapter among the drivers; without an explanation it has their chapter for itself. */
function forcedSale(desk: CascadeDesk, isTold: boolean): Chapter {
  const { chapter } = SECTION_WORDS[desk.language];
  return {
    verb: 'cascade',
    title: cascadeTitle(desk),
    date: desk.w.day(mainSession(desk.answer)),
    front: [warningList(desk)],
    blocks: isTold ? [] : [heading(2, '2', chapter), ...cascadeChapter(desk)],
    ends: { methods: desk.words.methods, parameters: [cascadeParameters(desk)] },
  };
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

/** How an id is read from the notes: one form for each verb that made figures. */
function notesLead(desk: HeadDesk, notes: Notes): Inline {
  const ids = notes.list.flatMap(({ figures }) => figures.map(({ id }) => id));
  const forms = new Map(ids.map((id) => [id.slice(0, id.indexOf(':') + 1), id.slice(id.indexOf('@'))]));
  const leads = [...forms].map(([prefix, suffix]) =>
    desk.m.notesLead({ prefix, suffix, asOf: instantInWords(desk.answer.asOf) }),
  );
  const codes: Inline[] = leads.map(([, text]) => [{ kind: 'code', text }]);
  const [lead] = leads;
  return lead === undefined ? [] : [lead[0], ...joined(codes, ' / '), lead[2]];
}
