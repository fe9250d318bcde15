/** One step of where a number comes from: the figure itself, or a value that went into it. */
export interface SentOrigin {
  readonly name: string;
  /** In the unit a reader expects; where there is none, the words that say so. */
  readonly value: string;
  /** There is no value: why not. */
  readonly why?: string;
  readonly band?: string;
  /** The dates it is about. */
  readonly about?: string;
  readonly knownAt?: string;
  /** When a later value of the same is due. */
  readonly next?: string;
  /** Its series, where it is a value of one that is not made by formula. */
  readonly series?: string;
  readonly formula?: SentOriginFormula;
  /** Values that the formula names. */
  readonly inputs: readonly SentOriginInput[];
  /** Series from which too many values were taken to name them. */
  readonly taken: readonly SentOriginInput[];
  /** Every print of the value, in the order in which they became known. */
  readonly prints: readonly { readonly value: string; readonly knownAt: string; readonly how: string }[];
  readonly sources: readonly { readonly place: string; readonly licence: string }[];
  readonly notes: readonly string[];
}

export interface SentOriginFormula {
  readonly title?: string;
  readonly text: string;
  /** With numbers in base units; absent where the inputs are too many to name. */
  readonly worked?: string;
  /** What it comes to, in base units. */
  readonly result?: string;
  readonly parameters?: string;
  readonly source?: string;
}

export interface SentOriginInput {
  readonly symbol?: string;
  readonly name: string;
  readonly value: string;
  readonly date: string;
  /** First print, revised, or none; converted from another unit. */
  readonly state: string;
  readonly origin: SentOrigin;
}

/** Where a number comes from, in words. */
export interface SentTrace extends SentOrigin {
  readonly id: string;
  readonly flags: readonly string[];
  /** What must be said before the value: a generated market, data that have changed since. */
  readonly warnings: readonly string[];
  readonly dataVersion: string;
  /** Address of the observations, where there are any. */
  readonly csv?: string;
  readonly json: string;
  /** Value, source, instant and id, to be pasted under a text. */
  readonly citation: string;
  /** What to type for the same in a terminal. */
  readonly command: string;
}
