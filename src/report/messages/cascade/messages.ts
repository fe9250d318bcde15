import type { Inline, Part } from '../../inline.ts';

type State = 'on' | 'off' | 'nothing-to-sell';
type How = 'measured' | 'proxy' | 'prior';
type Age = 'day' | 'week' | 'month';

export interface Named {
  readonly name: string;
  readonly value: Part;
}

/** Everything that the chapter on systematic flows and forced sale says, in one language. */
export interface CascadeMessages {
  readonly heading: string;
  /** Marks what a model made. */
  readonly tag: string;
  /** Title of a cascade that stands alone. */
  title(p: { date: string; name: string; shock: string }): readonly string[];
  parameters(p: {
    shock: string;
    paths: number;
    draws: number;
    seed: number;
    step: string;
    horizon: string;
    calibration: string;
  }): string;
  readonly methods: readonly string[];
  /** Minutes in minutes, hours or days. */
  span(minutes: number): string;
  /** A title as it stands inside a sentence. */
  inSentence(title: string): string;
  /** Label of a time after the start. */
  after(minutes: number): string;

  readonly fact: {
    key(p: { items: readonly Named[]; over: string; name: string; low: Part; stop: Part }): Inline;
    without(p: { low: Part; amplification: Part }): Inline;
    withoutOnly(p: { low: Part; why: string }): Inline;
    time(p: { toLow: Part; final: Part; horizon: string }): Inline;
    heal(p: { healed: Part; toHeal?: Part; horizon: string }): Inline;
    others(items: readonly Named[]): Inline;
    readonly meaning: Inline;
  };
  readonly sale: {
    readonly nothing: Inline;
    total(total: Part): Inline;
    shares(parts: readonly Named[]): Inline;
    places(p: { asset: string; assetShare: Part; venue: string; venueShare: Part }): Inline;
    level(p: { asset: string; from: string; to: string; share: string }): Inline;
    hour(p: { utc: string; newYork: string; share: string }): Inline;
    longs(share: Part): Inline;
    bought(usd: Part): Inline;
    /** Where what each seller adds to the fall was not asked for. */
    readonly noCauses: Inline;
    cause(p: { name: string; whole: Part; shock: Part; parts: readonly Named[] }): Inline;
  };
  readonly gain: {
    here(p: { name: string; gain: Part; state: 'dies' | 'may-feed' | 'feeds' }): Inline;
    threshold(fall: Part): Inline;
    noThreshold(p: { passing: number; draws: number }): Inline;
    waits(items: readonly { below: string; usd: Part }[]): Inline;
  };
  readonly funds: {
    state(p: { emptied: Part; left: Part }): Inline;
    deleveraged(usd: Part): Inline;
    readonly none: Inline;
  };
  readonly claim: {
    stated(p: { trade: Part; move: Part; required: Part }): Inline;
    has(p: { funds: number; has: Part; share: Part; trades: Part }): Inline;
    readonly none: Inline;
  };
  readonly contagion: {
    falls(p: { from: readonly string[]; items: readonly Named[] }): Inline;
    none(from: readonly string[]): Inline;
  };
  readonly rests: {
    sensitivity(items: readonly Named[]): Inline;
    /** No correlation is larger than chance gives among so many. */
    noSensitivity(p: { noise: string; draws: number; all: number }): Inline;
    known(p: Readonly<Record<How, number>>): Inline;
    readonly prior: Inline;
    calibrated(p: { title: string; from: string; to: string; of: number; all: number }): Inline;
    /** A calibration that this version does not know. */
    other(id: string): Inline;
    validation(path: Part): Inline;
    readonly missing: string;
    need(p: { title: string; id: string; sources: readonly string[] }): string;
    readonly sources: string;
  };

  readonly headings: Readonly<Record<'sale' | 'ladder' | 'rests', string>>;
  readonly columns: Readonly<
    Record<
      | 'asset'
      | 'start'
      | 'shock'
      | 'low'
      | 'lowAlone'
      | 'stop'
      | 'amplification'
      | 'gain'
      | 'threshold'
      | 'seller'
      | 'rule'
      | 'state'
      | 'sold'
      | 'share'
      | 'cause'
      | 'item'
      | 'simulated'
      | 'measured'
      | 'note'
      | 'below'
      | 'price'
      | 'waits'
      | 'added'
      | 'from'
      | 'input'
      | 'value'
      | 'how'
      | 'unknown'
      | 'prior'
      | 'drawn'
      | 'sensitivity',
      string
    >
  >;
  readonly states: Readonly<Record<State, string>>;
  readonly hows: Readonly<Record<How, string>>;
  readonly ages: Readonly<Record<Age, string>>;
  readonly venues: Readonly<Record<string, string>>;
  readonly shockRow: string;
  readonly total: string;
  readonly others: string;
  readonly calibratedMark: string;

  readonly falls: { readonly title: string; readonly measure: string };
  readonly fan: {
    title(p: { name: string; low: Part; stop: Part }): Inline;
    measure(p: { paths: number; draws: number }): string;
    readonly start: string;
    readonly median: string;
  };
  readonly sellers: { readonly title: string; measure(name: string): string };
  readonly waterfall: {
    title(p: { name: string; whole: Part; shock: Part }): Inline;
    readonly measure: string;
  };
  readonly ladder: {
    title(p: { name: string; below: string; usd: Part }): Inline;
    readonly none: (name: string) => Inline;
    readonly measure: string;
    readonly mark: string;
    readonly table: string;
    readonly tableMeasure: string;
  };
  readonly layers: {
    title(p: { name: string; share: string; within: string }): Inline;
    readonly measure: string;
    entry(p: { from: string; to: string }): string;
  };
  readonly leverage: {
    title(p: { name: string; reached: string }): Inline;
    readonly measure: string;
    readonly leverage: string;
    readonly distance: string;
    upTo(leverage: number): string;
  };
  readonly clock: {
    title(p: { utc: string; newYork: string; share: string }): Inline;
    readonly measure: string;
    readonly utc: string;
    readonly newYork: string;
    readonly session: string;
  };
  readonly liquidations: {
    readonly title: string;
    measure(measured: boolean): string;
    readonly amount: string;
    readonly perpetuals: string;
    readonly longs: string;
    readonly peak: string;
    readonly rank: string;
    readonly groups: Readonly<Record<'all' | 'venues' | 'leverage', string>>;
    /** What a reported share is of; follows the name of its group. */
    readonly reportedShare: string;
    readonly notes: Readonly<Record<'amount' | 'perpetuals' | 'longs' | 'peak' | 'text', string>>;
    rankNote(days: number): string;
    openWithin(distance: string): string;
    time(p: { utc: string; newYork: string }): string;
    band(p: { from: number; to: number | null }): string;
  };
  readonly inputs: { readonly title: string; readonly measure: string };
  readonly unknowns: {
    readonly title: string;
    measure(p: { name: string; noise: string; draws: number; all: number }): string;
  };
}
