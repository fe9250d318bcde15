import type { ScanAnswer } from '../../diagnosis/scan/answer.ts';
import type { Inline, Part } from '../inline.ts';

export type Tier = NonNullable<ScanAnswer['tiers']>['tiers'][number]['tier'];
export type CurveComponent = NonNullable<ScanAnswer['curve']>['components'][number]['name'];

export interface PairNames {
  readonly a: string;
  readonly b: string;
}

/** What the report says of the asked window, of pairs, coins by tier, the curve, commodities and an event, in one language. */
export interface SectionMessages {
  /** "5 sessions". */
  windowLabel(sessions: number): string;
  /** A title with the asked window: "Fell (5 sessions)". */
  over(title: string, sessions: number): string;
  windowMoved(p: { name: string; moved: Inline; sessions: number; sigmas?: Part }): Inline;

  pairs: {
    readonly title: string;
    measure(sessions: number, together: string): string;
    readonly columns: Readonly<Record<'pair' | 'correlation' | 'state' | 'last' | 'share' | 'p', string>>;
    name(pair: PairNames): string;
    /** Text of the cell when the pair is in no joint fall. */
    readonly none: string;
    day(n: Part): Inline;
    moves(
      pair: PairNames & {
        sessions: number;
        changes: readonly [Part, Part];
        sigmas: readonly [Part, Part];
        correlation: Part;
      },
    ): Inline;
    falling(p: { day: Part; since: string }): Inline;
    notFalling(): Inline;
    last(p: { from: string; to: string }): Inline;
    rate(p: { share: Part; independent: Part; p: Part; from: string }): Inline;
    others(pairs: readonly (PairNames & { day: Part })[]): Inline;
    noOthers(n: number): Inline;
    leftOut(pairs: readonly PairNames[]): Inline;
    /** One line of a terminal. */
    line(pair: PairNames & { day: Part; since: string }): Inline;
  };

  tiers: {
    readonly title: string;
    measure(days: number): string;
    readonly columns: Readonly<Record<'coin' | 'beta' | 'days', string>> & { recent(days: number): string };
    readonly names: Readonly<Record<Tier, string>>;
    means(tiers: readonly { name: string; change: Part }[]): Inline;
    day(p: { difference: Part; p: Part; alts: number; majors: number }): Inline;
    dayUntested(p: { difference: Part; alts: number; majors: number }): Inline;
    recent(p: { difference: Part; welch: Part; paired: Part; days: number }): Inline;
  };

  curve: {
    readonly title: string;
    measure(previous: string, session: string): string;
    readonly columns: Readonly<Record<'maturity' | 'before' | 'after' | 'change', string>>;
    readonly what: string;
    readonly components: Readonly<Record<CurveComponent, string>>;
    slopes(p: {
      session: string;
      previous: string;
      slopes: readonly { name: string; level: Part; change: Part }[];
    }): Inline;
    scores(components: readonly { name: string; score: Part; share: Part }[]): Inline;
    odd(names: readonly string[]): Inline;
    notOdd(): Inline;
    market(p: { day: string; items: readonly { name: string; change: Part; level: Part }[] }): Inline;
  };

  league: {
    readonly title: string;
    measure(day: string): string;
    readonly columns: Readonly<Record<'commodity' | 'rank', string>>;
    place(p: { name: string; day: Part; rankDay: Part; year: Part; rankYear: Part; all: number }): Inline;
    spread(p: { level: Part; change: Part }): Inline;
    leftOut(names: readonly string[]): Inline;
  };

  event: {
    title(instant: string): string;
    readonly measure: string;
    readonly columns: Readonly<Record<'change' | 'before' | 'after' | 'next', string>>;
    summary(p: { fell: number; rose: number; all: number; instant: string }): Inline;
    largest(items: readonly { name: string; moved: Inline }[]): Inline;
    readonly caution: string;
  };
}
