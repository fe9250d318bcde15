import type { Language } from '../../data/series/entry.ts';
import type { Column } from '../document.ts';
import type { Tone } from '../inline.ts';

/** A number on the page: its words, and what suffices to find where it comes from. */
export interface SentFigure {
  readonly kind: 'figure';
  readonly id: string;
  readonly text: string;
  readonly tone?: Tone;
  /** There is no value: why not, in words. */
  readonly why?: string;
  /** What a reader must know of it, in words: simulated, stale … */
  readonly flags?: readonly string[];
  /** Series it was made from, and the instant of its answer: what a pointer held over it shows. */
  readonly of: readonly string[];
  /** Sorts a column; null where there is no value. */
  readonly value: number | null;
}

export type SentSpan =
  | string
  | SentFigure
  | { readonly kind: 'strong'; readonly of: readonly SentSpan[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'tag'; readonly text: string; readonly look: 'simulated' | 'amber' | 'plain' }
  | { readonly kind: 'link'; readonly to: string; readonly text: string };

export type SentInline = readonly SentSpan[];

/** A signed bar beside its number: a share of the longest one in the column, from −1 to 1. */
export interface SentBar {
  readonly share: number;
  readonly tone: Tone;
}

export interface SentCell {
  readonly text: SentInline;
  readonly under?: SentInline;
  readonly faint?: boolean;
  readonly bar?: SentBar;
  /** A small line without axes, drawn. */
  readonly spark?: string;
}

export interface SentColumn extends Column {
  /** A reader may sort by it: by the figures of its cells, or by their words. */
  readonly sort?: 'number' | 'text';
  /** Wide screens only, as a bar whose number stands beside it. */
  readonly look?: 'bar' | 'spark';
  /** Shown only when a reader asks for all columns. */
  readonly extra?: true;
}

export interface SentTable {
  readonly kind: 'table';
  readonly id: string;
  readonly label: string;
  readonly title: SentInline;
  readonly measure?: SentInline;
  readonly columns: readonly SentColumn[];
  readonly groups: readonly {
    readonly title?: string;
    readonly rows: readonly { readonly cells: readonly SentCell[] }[];
  }[];
  readonly notes: readonly SentInline[];
  readonly folded?: string;
  /** A reader may take the table with them, as a file of this name. */
  readonly file?: string;
}

export interface SentChart {
  readonly kind: 'chart';
  readonly id: string;
  /** Empty where the panel around it says it. */
  readonly title: SentInline;
  readonly measure: SentInline;
  readonly layout: 'one' | 'half' | 'multiples';
  /** The words beside it say its title: it is spoken and not shown, and the measure stands below. */
  readonly bare?: true;
  readonly pictures: readonly { readonly width: 'wide' | 'narrow' | 'any'; readonly svg: string }[];
  readonly table?: SentTable;
}

/** How well a statement is supported: shape first, word beside. */
export type Evidence = 'supported' | 'partly' | 'not-supported' | 'not-measured';

export type SentBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: SentInline; readonly look: 'words' | 'small' }
  | {
      readonly kind: 'list';
      readonly title?: string;
      readonly items: readonly SentInline[];
      readonly look: 'plain' | 'warnings';
    }
  | SentTable
  | SentChart
  /** A section with a rule above it. */
  | {
      readonly kind: 'panel';
      readonly id: string;
      readonly title: SentInline;
      readonly measure?: SentInline;
      readonly blocks: readonly SentBlock[];
      /** Who gave the data. */
      readonly source?: SentInline;
    }
  /** A question of many with what it says; the rest of it stands closed beneath. */
  | {
      readonly kind: 'story';
      readonly id: string;
      readonly title: string;
      readonly said: readonly SentInline[];
      readonly rest?: { readonly title: string; readonly blocks: readonly SentBlock[] };
    }
  /** Where the parts of a long page stand. */
  | {
      readonly kind: 'contents';
      readonly label: string;
      readonly items: readonly { readonly id: string; readonly title: string }[];
    }
  /** Panels side by side; one below the other where the screen is narrow. */
  | {
      readonly kind: 'columns';
      readonly split: '8-4' | '7-5' | '6-6' | '4-4-4';
      readonly columns: readonly (readonly SentBlock[])[];
    }
  /** Signed bars over one line: a row of classes. */
  | {
      readonly kind: 'strip';
      readonly cells: readonly {
        readonly label: string;
        readonly value: SentInline;
        /** Absent where nothing is measured. */
        readonly bar?: SentBar;
        /** A rule before it: here another kind begins. */
        readonly apart?: boolean;
        readonly faint?: boolean;
      }[];
      /** Where the dashed line stands, on the scale of the bars. */
      readonly line: number;
      readonly note: SentInline;
      readonly tally: SentInline;
    }
  /** A large number with what it means. */
  | {
      readonly kind: 'score';
      readonly value: SentInline;
      readonly of: string;
      readonly notes: readonly SentInline[];
    }
  /** A row of numbers, each with one line of context. */
  | {
      readonly kind: 'stats';
      readonly cells: readonly {
        readonly label: string;
        /** The page that says more. */
        readonly to?: string;
        readonly value: SentInline;
        readonly note: SentInline;
        readonly spark?: string;
      }[];
    }
  | {
      readonly kind: 'evidence';
      readonly items: readonly {
        readonly evidence: Evidence;
        readonly word: string;
        readonly title: string;
        readonly text: SentInline;
      }[];
    }
  | {
      readonly kind: 'agenda';
      readonly items: readonly { readonly when: string; readonly what: SentInline }[];
    }
  /** What stands closed until asked for. */
  | { readonly kind: 'fold'; readonly title: string; readonly blocks: readonly SentBlock[] }
  /** A part that is asked for on its own, because its answer takes longer. */
  | { readonly kind: 'slot'; readonly id: string; readonly title: string; readonly lines: number }
  /** A part that only this page has; the page knows how to show it. */
  | { readonly kind: 'widget'; readonly widget: string; readonly data: unknown };

/** What stands in a slot. */
export interface SentPart {
  readonly blocks: readonly SentBlock[];
}

/** A page in one language: the sentence first, then what proves it. */
export interface SentPage {
  readonly page: string;
  readonly asOf: string;
  readonly dataVersion: string;
  readonly engine: string;
  readonly simulated?: { readonly word: string; readonly sentence: string };
  /** Which session each market stood at. */
  readonly sessions: readonly string[];
  readonly question: string;
  /** The answer as a sentence, in phrases that do not break inside. */
  readonly answer: readonly string[];
  readonly lead?: SentInline;
  /** The last of the first columns begins beside the session line, where the screen has room for it. */
  readonly beside?: true;
  readonly blocks: readonly SentBlock[];
  /** What cannot be known yet, or is missing. */
  readonly unknown: readonly SentInline[];
}

/** A page as the rail names it. */
export interface ListedPage {
  readonly id: string;
  readonly path: string;
  readonly key: string;
  readonly verb?: string;
  readonly under?: string;
  readonly title: string;
  readonly question: string;
}

/** Scores of sessions, oldest first, each with the instant at which the session was known. */
export interface Timeline {
  readonly latest: string;
  /** What a page shows that is asked for no instant, where that is not the latest. */
  readonly opening?: string;
  readonly dataVersion: string;
  readonly simulated: boolean;
  /** Series whose value of the latest session has not come. */
  readonly late: number;
  /** The session after the last of an older track. */
  readonly next?: string;
  readonly sessions: readonly {
    readonly date: string;
    readonly closedAt: string;
    /** When all of the session was known, that of the day of crypto too. */
    readonly asOf: string;
    readonly score: number | null;
  }[];
  readonly episodes: readonly { readonly date: string; readonly asOf: string; readonly title: string }[];
}

/** What stands around every page. */
export interface SentFrame {
  readonly engine: string;
  /** Language chosen by the person who started the server; null: the reader's own. */
  readonly language: Language | null;
  readonly pages: readonly ListedPage[];
}
