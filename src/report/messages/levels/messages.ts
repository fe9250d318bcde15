import type { ScanAnswer } from '../../../diagnosis/scan/answer.ts';
import type { Inline, Part } from '../../inline.ts';

type Rung = ScanAnswer['levels'][number]['rungs'][number];
export type LevelKind = Rung['kind'];
export type LevelState = Rung['state'];
export type Crisis = ScanAnswer['volatilityCones'][number]['crises'][number]['crisis'];
export type TermStructure = NonNullable<ScanAnswer['vix']>['termStructure'];
export type IndexCheck = NonNullable<ScanAnswer['instruments'][number]['indexClose']>['check'];
export type VolumeVerdict = NonNullable<ScanAnswer['instruments'][number]['volumeVerdict']>;

export interface CrisisWords {
  readonly crisis: Crisis;
  readonly peak: Part;
  readonly ratio: Part;
  readonly day: string;
}

/** What the report says of levels, volatility in its history, breadth, index closes and the VIX. */
export interface LevelMessages {
  readonly labels: Readonly<
    Record<
      | 'level'
      | 'price'
      | 'againstClose'
      | 'state'
      | 'lastBelow'
      | 'indexPoints'
      | 'percent'
      | 'cumulated'
      | 'check'
      | 'count'
      | 'down'
      | 'belowLine'
      | 'above50'
      | 'above200'
      | 'upValue'
      | 'sectorFunds'
      | 'window'
      | 'now'
      | 'lowest'
      | 'median'
      | 'highest'
      | 'yangZhang'
      | 'brokenAgain'
      | 'brokenToday',
      string
    >
  >;
  readonly kinds: Readonly<Record<LevelKind, string>>;
  readonly states: Readonly<Record<LevelState, string>>;
  readonly checks: Readonly<Record<IndexCheck, string>>;
  readonly crises: Readonly<Record<Crisis, string>>;
  /** "70,000", "the 50-day average (6,881)", "the low of 21 Nov 2025 (80,600)". */
  level(p: { kind: LevelKind; price: Part; day?: string }): Inline;
  /** `before`: the lowest of them had not been closed under since that day. */
  broken(p: { name: string; levels: readonly Inline[]; before?: { level: Inline; day: string } }): Inline;
  held(p: { name: string; levels: readonly Inline[] }): Inline;
  nextBelow(p: { level: Inline; distance: Part }): Inline;
  pointsMoved(points: Part): Inline;
  indexBroken(names: readonly string[]): Inline;
  volume(p: { name: string; ratio: Part; verdict: VolumeVerdict }): Inline;
  aboveAverages(p: { cls: string; n: number; above50: Part; above200: Part }): Inline;
  sectors(p: { n: number; down: Part; above50: Part; above200: Part }): Inline;
  upVolume(p: { n: number; share: Part }): Inline;
  crisis(p: { name: string; yangZhang?: Part; crises: readonly CrisisWords[] }): Inline;
  ranking(items: readonly { name: string; annual: Part }[], silverOverBitcoin?: Part): Inline;
  vix(p: {
    moved: Inline;
    points: Part;
    level: Part;
    percentile: Part;
    since?: string;
    from: string;
    day?: string;
  }): Inline;
  vixTerm(p: { ratio: Part; percentile?: Part; state: TermStructure; since?: string }): Inline;
  readonly ladder: { title(name: string, broken: number): Inline; measure(sessions: number): string };
  readonly ladderTable: { readonly title: string; readonly measure: string };
  readonly indexTable: { readonly title: string; readonly measure: string };
  readonly breadthTable: { readonly title: string; readonly measure: string };
  readonly coneTable: { readonly title: string; readonly measure: string };
  readonly crisisTable: { readonly title: string; readonly measure: string };
  sessions(n: number): string;
  readonly methodTexts: readonly string[];
}
