import type { Effects } from '../data/effects.ts';
import type { Formula } from '../data/figure.ts';
import type { Language, SeriesEntry } from '../data/series/entry.ts';
import type { Episode } from '../data/specimen/index.ts';
import type { Store } from '../data/store/store.ts';
import { type Instant, parseInstant } from '../data/time.ts';
import type { View } from '../data/view.ts';
import type { ScanAnswer } from '../diagnosis/scan/answer.ts';
import type { ScanOptions } from '../diagnosis/scan/scan.ts';
import type { ReportLink } from '../report/index.ts';

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
  /** Days worth a look, oldest first. */
  episodes(): Promise<readonly Episode[]>;
  /** The instant at which the specimen is opened when none is asked for: the end of the last broad fall scripted in it. */
  openingOfSpecimen(): Promise<Instant>;
  scan(view: View, options: ScanOptions): Promise<ScanAnswer>;
  formulas(): Promise<readonly Formula[]>;
  markdown(answer: ScanAnswer, language: Language): Promise<string>;
  html(answer: ScanAnswer, language: Language, links?: readonly ReportLink[]): Promise<string>;
  terminal(
    answer: ScanAnswer,
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
  async formulas() {
    const { FORMULAS } = await import('../diagnosis/formulas.ts');
    return FORMULAS;
  },
  async markdown(answer, language) {
    const { reportMarkdown } = await import('../report/index.ts');
    return reportMarkdown(answer, language);
  },
  async html(answer, language, links = []) {
    const [{ reportHtml }, { reportFonts }] = await Promise.all([
      import('../report/index.ts'),
      import('./fonts.ts'),
    ]);
    return reportHtml(answer, language, { fonts: await reportFonts(), links });
  },
  async terminal(answer, language, options) {
    const { scanText } = await import('../report/terminal.ts');
    return scanText(answer, language, options);
  },
};
