import type { Effects } from '../data/effects.ts';
import type { Formula } from '../data/figure.ts';
import type { Language, SeriesEntry } from '../data/series/entry.ts';
import type { Episode } from '../data/specimen/index.ts';
import type { Store } from '../data/store/store.ts';
import { type Instant, parseInstant } from '../data/time.ts';
import type { Trace } from '../data/trace.ts';
import type { View } from '../data/view.ts';
import type { ExplainAnswer, SectionId } from '../diagnosis/explain/answer.ts';
import type { Assumptions } from '../diagnosis/explain/assumptions.ts';
import type { BeforePart, ExplainOptions } from '../diagnosis/explain/explain.ts';
import type { ScanAnswer } from '../diagnosis/scan/answer.ts';
import type { ScanOptions } from '../diagnosis/scan/scan.ts';
import type { ReportAnswers } from '../report/index.ts';
import type { Page, SentTrace } from '../report/page/index.ts';
import type { CascadeAnswer } from '../simulation/cascade/answer.ts';
import type { RunJobs } from '../simulation/cascade/cascade.ts';
import type { CascadeOptions } from '../simulation/cascade/options.ts';
import type { CascadeTexts } from './cascade-options.ts';
import type { ListedSeries } from './series-list.ts';
import type { SimulateOptions } from './simulate/run-jobs.ts';

/** The catalogue of series as the doors use it. */
export interface Catalogue {
  readonly entryOf: (id: string) => SeriesEntry | undefined;
  readonly core: readonly string[];
  readonly all: readonly string[];
}

/** The rooms below, each loaded when it is first asked for: a door that only prints help loads none of them. */
export interface Parts {
  catalogue(): Promise<Catalogue>;
  openStore(home: string, effects: Effects): Promise<Store>;
  ensureSpecimen(store: Store, effects: Effects): Promise<void>;
  /** Series that a store holds, by id; `all`: also those of the catalogue that it lacks. */
  listSeries(store: Store, part: string | undefined, all: boolean): Promise<readonly ListedSeries[]>;
  /** Days worth a look, oldest first. */
  episodes(): Promise<readonly Episode[]>;
  /** The instant at which the specimen is opened when none is asked for: the end of the last broad fall scripted in it. */
  openingOfSpecimen(): Promise<Instant>;
  scan(view: View, options: ScanOptions): Promise<ScanAnswer>;
  explain(view: View, options: ExplainOptions, beforePart?: BeforePart): Promise<ExplainAnswer>;
  /** Sections of an explanation, in order. */
  explainSections(): Promise<readonly SectionId[]>;
  /** The reader of what is supposed. */
  parseAssumptions(): Promise<(text: string) => Assumptions>;
  /** Whether an explanation has a part of this id: the first word of a figure's path. */
  hasExplainPart(id: string): Promise<boolean>;
  /** The reader of a cascade as it is asked for at a door, and that of the parameters in the id of one of its figures. */
  cascadeReaders(): Promise<{
    ofTexts(texts: CascadeTexts): CascadeOptions;
    ofId(parameters: Readonly<Record<string, string>>): CascadeOptions;
  }>;
  cascade(view: View, options: CascadeOptions, run: RunJobs): Promise<CascadeAnswer>;
  /** Runs the jobs of a simulation, here or in threads. */
  runJobs(options: SimulateOptions): Promise<RunJobs>;
  formulas(): Promise<readonly Formula[]>;
  /** JSON Schema of the answer of each verb that has one. */
  schemas(): Promise<Readonly<Record<string, object>>>;
  /** A trace in words, as the page shows it. */
  sentTrace(trace: Trace, language: Language): Promise<SentTrace>;
  /** The pages of the dashboard that are written from answers. */
  pages(): Promise<readonly Page[]>;
  markdown(answers: ReportAnswers, language: Language): Promise<string>;
  html(answers: ReportAnswers, language: Language): Promise<string>;
  /** The report on paper; folders of fonts beside those of the system. */
  pdf(
    answers: ReportAnswers,
    language: Language,
    fontFolders: readonly string[],
  ): Promise<Uint8Array<ArrayBuffer>>;
  /** The report as a document of Word; folders of fonts for the pixels of its pictures. */
  docx(
    answers: ReportAnswers,
    language: Language,
    fontFolders: readonly string[],
  ): Promise<Uint8Array<ArrayBuffer>>;
  terminal(
    answer: ScanAnswer | ExplainAnswer | CascadeAnswer,
    language: Language,
    options: { width: number; colour: boolean },
  ): Promise<string>;
}

/** The real rooms. */
export const PARTS: Parts = {
  async catalogue() {
    const [{ entryOf }, { CORE_UNIVERSE, ALL_UNIVERSE }] = await Promise.all([
      import('../data/series/index.ts'),
      import('../data/series/universe.ts'),
    ]);
    return { entryOf, core: CORE_UNIVERSE, all: ALL_UNIVERSE };
  },
  async openStore(home, effects) {
    const [{ openStore }, { entryOf }, { withDerivedSeries }] = await Promise.all([
      import('../data/store/open.ts'),
      import('../data/series/index.ts'),
      import('./derived-store.ts'),
    ]);
    return withDerivedSeries(await openStore({ home, effects, entry: entryOf }), effects);
  },
  async ensureSpecimen(store, effects) {
    const { writeSpecimen } = await import('../data/specimen/index.ts');
    await writeSpecimen(store, effects);
  },
  async listSeries(store, part, all) {
    return (await import('./series-list.ts')).listSeries(store, part, all);
  },
  async episodes() {
    return (await import('../data/episodes.ts')).EPISODES;
  },
  async openingOfSpecimen() {
    const last = (await PARTS.episodes()).filter((episode) => episode.scope === 'broad').at(-1);
    if (!last) throw new Error('the specimen has no broad fall');
    return parseInstant(last.lastDate ?? last.date);
  },
  async scan(view, options) {
    const { scan } = await import('../diagnosis/scan/scan.ts');
    return scan(view, options);
  },
  async explain(view, options, beforePart) {
    const { explain } = await import('../diagnosis/explain/explain.ts');
    return explain(view, options, beforePart);
  },
  async explainSections() {
    return (await import('../diagnosis/explain/answer.ts')).SECTION_IDS;
  },
  async parseAssumptions() {
    return (await import('../diagnosis/explain/assumptions.ts')).parseAssumptions;
  },
  async hasExplainPart(id) {
    return (await import('../diagnosis/explain/explain.ts')).hasPart(id);
  },
  async schemas() {
    const [{ z }, { scanAnswer }, { explainAnswer }, { cascadeAnswer }] = await Promise.all([
      import('zod'),
      import('../diagnosis/scan/answer.ts'),
      import('../diagnosis/explain/answer.ts'),
      import('../simulation/cascade/answer.ts'),
    ]);
    const schema = (answer: typeof scanAnswer | typeof explainAnswer | typeof cascadeAnswer) =>
      z.toJSONSchema(answer, { reused: 'ref' });
    return {
      scan: schema(scanAnswer),
      explain: schema(explainAnswer),
      cascade: schema(cascadeAnswer),
    };
  },
  async cascadeReaders() {
    const [{ cascadeOptions }, { optionsOfId }] = await Promise.all([
      import('./cascade-options.ts'),
      import('../simulation/cascade/id-parameters.ts'),
    ]);
    return { ofTexts: cascadeOptions, ofId: optionsOfId };
  },
  async cascade(view, options, run) {
    const { cascade } = await import('../simulation/cascade/cascade.ts');
    return cascade(view, options, run);
  },
  async runJobs(options) {
    const { runJobs } = await import('./simulate/run-jobs.ts');
    return runJobs(options);
  },
  async formulas() {
    const [{ FORMULAS }, { CASCADE_FORMULAS }] = await Promise.all([
      import('../diagnosis/formulas.ts'),
      import('../simulation/cascade/formulas.ts'),
    ]);
    return [...FORMULAS, ...CASCADE_FORMULAS];
  },
  async sentTrace(trace, language) {
    return (await import('../report/page/trace/trace.ts')).sentTrace(trace, language);
  },
  async pages() {
    return (await import('../report/page/index.ts')).PAGES;
  },
  async markdown(answers, language) {
    const { reportMarkdown } = await import('../report/index.ts');
    return reportMarkdown(answers, language);
  },
  async html(answers, language) {
    const [{ reportHtml }, { reportFonts }] = await Promise.all([
      import('../report/index.ts'),
      import('./fonts.ts'),
    ]);
    return reportHtml(answers, language, { fonts: await reportFonts() });
  },
  async pdf(answers, language, fontFolders) {
    const [{ reportTypst }, { typstPdf }] = await Promise.all([
      import('../report/index.ts'),
      import('./typst.ts'),
    ]);
    return Uint8Array.from(typstPdf(reportTypst(answers, language), fontFolders));
  },
  async docx(answers, language, fontFolders) {
    const [{ reportDocx, pictureFamily }, { docxBytes }, { withRaster }] = await Promise.all([
      import('../report/index.ts'),
      import('./docx.ts'),
      import('./raster.ts'),
    ]);
    const report = withRaster(pictureFamily(language), fontFolders, (raster) =>
      reportDocx(answers, language, raster),
    );
    return docxBytes(report);
  },
  async terminal(answer, language, options) {
    if (answer.verb === 'scan') {
      return (await import('../report/terminal.ts')).scanText(answer, language, options);
    }
    if (answer.verb === 'cascade') {
      return (await import('../report/terminal-cascade.ts')).cascadeText(answer, language, options);
    }
    return (await import('../report/terminal-explain.ts')).explainText(answer, language, options);
  },
};
