import type { CalendarId } from '../../data/calendar.ts';
import type { FigureFlag } from '../../data/figure.ts';
import type { AssetClass, Language } from '../../data/series/entry.ts';
import type { ScanAnswer } from '../../diagnosis/scan/answer.ts';
import type { Inline, Part } from '../inline.ts';
import type { LevelMessages } from './levels/messages.ts';
import type { SectionMessages } from './section-messages.ts';

export type Verdict = ScanAnswer['joint']['verdict'];
export type Scope = ScanAnswer['joint']['scope'];
export type RiskClass = ScanAnswer['joint']['classes'][number]['assetClass'];
export type Hedge = ScanAnswer['joint']['hedges'][number]['hedge'];
export type FlightKind = ScanAnswer['flight']['kind'];
export type ShockKind = ScanAnswer['shock']['kind'];
export type WarningKind = ScanAnswer['warnings'][number]['kind'];
export type Direction = 'fall' | 'rise' | 'none';

/** Cells of a table that have no value for one reason. */
export interface Absence {
  readonly why: string;
  readonly names: readonly string[];
  readonly columns: readonly string[];
}

/** How today's record reads: never surpassed, not surpassed for long, or surpassed only recently. */
export type RecordKind = 'ever' | 'since' | 'short-of';

export interface Labels {
  readonly score: string;
  readonly scope: string;
  readonly rose: string;
  readonly baseRate: string;
  readonly benchmarks: string;
  readonly data: string;
  readonly class: string;
  readonly instrument: string;
  readonly day: string;
  readonly closeToClose: string;
  readonly lowToPrevious: string;
  readonly fromPeakClose: string;
  readonly fromPeakHigh: string;
  readonly close: string;
  readonly z: string;
  readonly rank: string;
  readonly largestSince: string;
  /** Heading of the drawn last closes: 20 sessions. */
  readonly lately: string;
  readonly volatility: string;
  readonly percentile: string;
  readonly volumeRatio: string;
  readonly streak: string;
  readonly date: string;
  readonly distance: string;
  readonly week: string;
  readonly month: string;
  readonly year: string;
  readonly move: string;
  readonly points: string;
  readonly from: string;
  readonly days: string;
  readonly sum: string;
  readonly residual: string;
  readonly share: string;
  readonly sessions: string;
  readonly today: string;
  readonly showTable: string;
  /** On a phone, where a table first shows its main columns only. */
  readonly allColumns: string;
  readonly fell: string;
  readonly all: string;
}

/**
 * Everything the report says, in one language. Sentences take worded figures and put them where the language wants them; no sentence
 * computes. A key absent from one language does not compile.
 */
export interface Messages extends SectionMessages {
  readonly language: Language;
  readonly gap: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly colon: string;
  readonly stop: string;
  readonly labels: Labels;
  readonly levels: LevelMessages;
  readonly classes: Readonly<Record<AssetClass, string>>;
  readonly hedges: Readonly<Record<Hedge, string>>;
  readonly calendars: Readonly<Record<CalendarId, string>>;
  readonly flags: Readonly<Record<FigureFlag, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly scopes: Readonly<Record<Scope, string>>;
  readonly noValue: string;
  readonly simulated: { readonly word: string; readonly sentence: string };
  /** "page 3 of 9": what stands before the number of the page, between both, and after that of all pages. */
  readonly page: { readonly before: string; readonly of: string; readonly after: string };

  list(items: readonly Part[]): Inline;
  bracket(text: Part): Inline;
  number(n: number): string;
  priced(number: string, unit: string): string;
  /** "fell 14.0%"; Chinese has other verbs for a yield. */
  moved(direction: Direction, size: Part, kind: 'price' | 'yield'): Inline;
  range(low: string, high: string): string;
  band(value: Part, range: string, level: string): Inline;
  rankOf(k: Part, n: Part, since: number): Inline;

  sinceYear(year: number): string;
  /** Two lines of a table cell: a record, and the day its history begins. */
  everSince(day: string): readonly [string, string];
  quoted(quote: string): string;

  /** The finding of the day; `fallen`: the classes that fell by more than a standard deviation, hardest first. */
  title(p: { date: string; verdict: Verdict; scope: Scope; fallen: readonly RiskClass[] }): readonly string[];
  asOf(instant: string): string;
  sessionClose(places: readonly string[], day: string): string;
  /** More markets than are worth naming in a line. */
  andOthers(places: readonly string[], all: number): readonly string[];
  utcDay(day: string, instant: string): string;
  versions(data: string, engine: string): string;
  generatedFrom(parameters: { universe: string; window: string; event?: string | undefined }): string;

  scoreNote(rank: Part): Inline;
  roseNote(items: readonly { name: string; change: Part }[]): Inline;
  roseCount(rose: number, all: number): Inline;
  perYear(n: Part): Inline;
  independent(n: Part): Inline;
  dataState(p: { warnings: number; leftOut: readonly string[] }): { value: string; note: string };

  /** `sessions` where the asked change is not of one session. */
  fellMost(
    items: readonly { name: string; moved: Inline; record?: Inline }[],
    sessions: number | undefined,
  ): Inline;
  nothingFell(sessions: number | undefined): Inline;
  nothingMeasured(): Inline;
  heldUp(
    items: readonly { name: string; change: Part }[],
    rose: { count: number; all: number; sessions?: number },
  ): Inline;
  nothingRose(all: number, sessions: number | undefined): Inline;
  scoreUnknown(score: Part, why: string): Inline;
  howRare(p: { score: Part; rank: Part; perYear: Part; independent: Part }): Inline;
  afterwards(p: { n: Part; sessions: number; items: readonly { name: string; change: Part }[] }): Inline;

  chapter: { readonly panorama: string };
  sections: Readonly<
    Record<'crypto' | 'equity' | 'commodities' | 'macro' | 'together' | 'nearest' | 'table', string>
  >;
  classesBeyond(p: { beyond: number; known: number; unknown: readonly string[] }): Inline;
  scoreParts(parts: readonly { name: string; points: Part }[], total: Part): Inline;
  hedgePanel(
    held: readonly { name: string; change: Part }[],
    failed: readonly { name: string; change: Part }[],
  ): Inline;
  leftOut(
    items: readonly { title: string; reason: ScanAnswer['joint']['leftOut'][number]['reason'] }[],
  ): Inline;
  verdictRule(verdict: Verdict): Inline;

  breadth(p: {
    cls: string;
    n: number;
    down: Part;
    downCount: number;
    below: Part;
    belowCount: number;
  }): Inline;
  noData(what: string): Inline;
  closed(p: { name: string; moved: Inline; close: Part; day: string; where?: string }): Inline;
  record(p: {
    kind: RecordKind;
    what: 'day' | 'week';
    direction: 'fall' | 'rise';
    since: string;
    from: string;
  }): Inline;
  /** Without a name it follows the sentence that told the move. */
  recordSentence(p: { name?: string; record: Inline; rank: Inline }): Inline;
  weekSentence(name: string, moved: Inline, record: Inline): Inline;
  low(name: string, change: Part): Inline;
  newYorkDay(name: string, moved: Inline): Inline;
  peak(p: { name: string; gap: Part; day: string; high?: { gap: Part; day: string } }): Inline;
  atPeak(name: string): Inline;
  averages(p: { name: string; below50?: string; below200?: string }): Inline;
  bear(name: string, since: string): Inline;
  streak(p: { name: string; direction: 'fall' | 'rise'; sessions: Part; change: Part }): Inline;
  /** Stocks and funds that fell hardest against their own volatility. */
  hardest(items: readonly { name: string; moved: Part }[]): Inline;
  others(items: readonly { name: string; moved: Inline }[]): Inline;
  value(p: { name: string; day: Part; fromPeak: Part }): Inline;
  snapBack(p: { name: string; sameDay: Part }): Inline;
  volatility(p: { name: string; annual: Part; percentile: Part }): Inline;
  classMeaning(p: { cls: string; move: Part; points: Part; total: Part; beyond: boolean }): Inline;
  classUnknown(cls: string, why: Part): Inline;
  levelMoved(p: { name: string; direction: Direction; moved: Inline; level: Part; day?: string }): Inline;
  sectors(p: {
    index: string;
    move: Part;
    parts: readonly { name: string; points: Part }[];
    residual: Part;
  }): Inline;
  dispersion(p: { basket: string; deviation: Part; percentile: Part; best: string; worst: string }): Inline;
  flight(kind: FlightKind): Inline;
  shock(kind: ShockKind, yieldChange: Part, equityChange: Part): Inline;
  together(p: { short: Part; long: Part; shortDays: number; longDays: number }): Inline;
  cryptoTogether(p: { value: Part; days: number }): Inline;
  eigenvector(p: { short: Part; long: Part }): Inline;
  cissLike(value: Part): Inline;
  nearest(p: { days: readonly string[]; from: number }): Inline;
  nearestNone(): Inline;

  strip: { title(beyond: number, known: number): Inline; unknown: string; measure: string };
  scoreChart: {
    title(score: Part, rank: Inline): Inline;
    unknown: string;
    measure(from: number): string;
  };
  heat: { title(fell: number, all: number): Inline; unknown: string; measure: string };
  drawdowns: {
    title(items: readonly { name: string; gap: Part }[]): Inline;
    measure(sessions: number, low: string): string;
  };
  matrix: { title(short: Part, long: Part): Inline; measure(shortDays: number, longDays: number): string };
  tableOne: { title: string; measure: string };
  volatilityTable: { title: string; measure: string };
  nearestTable: { title: string; measure(sessions: number): string };
  fanTable: { title: string; measure(level: string): string };
  scoreTable: { title: string };
  drawdownTable: { title: string };
  matrixTable: { title: string };
  change(sessions: number): string;
  /** Why a figure has no value, in the language where the reason is a known one. */
  why(reason: string): string;
  absent(items: readonly Absence[]): Inline;
  chartLabel(n: number): string;
  tableLabel(id: string): string;
  sourceLine(text: string): string;

  warnings: { readonly title: string; readonly none: string };
  warning(p: { kind: WarningKind; title: string; latest?: string; due?: string }): string;

  back: {
    readonly notes: string;
    readonly sources: string;
    readonly methods: string;
    readonly licences: string;
    readonly disclaimer: string;
    readonly disclaimerText: string;
    readonly methodTexts: readonly string[];
  };
  notesLead(p: { prefix: string; suffix: string; asOf: string }): readonly [string, string, string];
  note(p: { where?: string; session?: string; closed?: string; known?: string }): string;
  noteFlags: string;
  sourceOf(p: { provider: string; licence: string; items: readonly string[] }): string;
  noLicence: string;
}
