import type { AssetClass } from '../../data/series/entry.ts';
import type { ScanInstrument } from '../../diagnosis/scan/answer.ts';
import { type Desk, hasValue, instrumentsOf } from '../desk.ts';
import type { Block } from '../document.ts';
import type { Inline } from '../inline.ts';
import { decimal, largestRemainder, shiftPoint } from '../numbers.ts';
import { directionOf } from '../words.ts';
import { curveParagraphs, curveTables } from './curve.ts';
import {
  averagesSentence,
  bearSentence,
  closedSentence,
  lowSentence,
  namedMoves,
  peakSentence,
  rankSentence,
  snapBackSentence,
  streakSentence,
  valueSentence,
  volatilitySentence,
  weekSentence,
  windowSentence,
} from './facts.ts';
import { leagueBlocks } from './league.ts';
import { levelSentences } from './levels.ts';
import { aside, heading, paragraph, plain } from './paragraph.ts';
import {
  breadthSentences,
  crisisSentence,
  indexWarning,
  rankingSentence,
  vixSentences,
  volumeSentence,
} from './risk.ts';
import { classMeaning } from './score.ts';

function breadthSentence(desk: Desk, assetClass: AssetClass): readonly Inline[] {
  const found = desk.answer.breadth.find((one) => one.assetClass === assetClass);
  if (!found || !hasValue(found.down) || !hasValue(found.below)) return [];
  const { n, down, below } = found;
  return [
    desk.m.breadth({
      cls: desk.m.classes[assetClass],
      n,
      down: desk.w.share(down),
      downCount: Math.round(down.value * n),
      below: desk.w.share(below),
      belowCount: Math.round(below.value * n),
    }),
  ];
}

function measured(desk: Desk, ids: readonly string[]): readonly ScanInstrument[] {
  return instrumentsOf(desk, ids).filter(({ change }) => hasValue(change.day));
}

/** The first of the ids that has a value today, and the others that have one. */
function leaderOf(desk: Desk, ids: readonly string[]) {
  const [first, ...others] = measured(desk, ids);
  return first ? { first, others } : undefined;
}

function othersSentence(desk: Desk, others: readonly ScanInstrument[]): readonly Inline[] {
  return others.length > 0 ? [desk.m.others(namedMoves(desk, others))] : [];
}

/** Where the close stands: under its peak, and in a bear market or not. */
function standing(desk: Desk, one: ScanInstrument): readonly (readonly Inline[])[] {
  return [peakSentence(desk, one), bearSentence(desk, one)];
}

/** How the session went, beside its close: what a reader looks up. */
function session(desk: Desk, one: ScanInstrument): readonly (readonly Inline[])[] {
  return [
    lowSentence(desk, one),
    snapBackSentence(desk, one.id),
    weekSentence(desk, one),
    streakSentence(desk, one),
    averagesSentence(desk, one),
    valueSentence(desk, one.id),
    volatilitySentence(desk, one),
    crisisSentence(desk, one.id),
  ];
}

/** Whether the volume says anything of the move. */
function tellsMore({ volumeVerdict }: ScanInstrument): boolean {
  return volumeVerdict !== 'ordinary';
}

/** A class in the paragraph's order: fact, rank, structure, meaning; its neighbours and levels follow. Says so when it has no data. */
function classStory(
  desk: Desk,
  assetClass: AssetClass & ('crypto' | 'equity' | 'metals' | 'energy'),
  ids: readonly string[],
): readonly Block[] {
  const found = leaderOf(desk, ids);
  const key = breadthSentence(desk, assetClass)[0];
  if (!found || !key) return [{ kind: 'paragraph', text: desk.m.noData(desk.m.classes[assetClass]) }];
  const { first, others } = found;
  return [
    paragraph(
      desk,
      key,
      [closedSentence(desk, first)],
      rankSentence(desk, first),
      windowSentence(desk, first),
      peakSentence(desk, first),
      classMeaning(desk, assetClass),
    ),
    ...plain(
      desk,
      othersSentence(desk, others),
      levelSentences(desk, first.id),
      bearSentence(desk, first),
      tellsMore(first) ? volumeSentence(desk, first) : [],
    ),
    ...aside(desk, ...session(desk, first), tellsMore(first) ? [] : volumeSentence(desk, first)),
  ];
}

const CRYPTO = ['btc-usd', 'eth-usd', 'sol-usd', 'xrp-usd', 'bnb-usd', 'doge-usd'];

export function cryptoSection(desk: Desk, number: string): readonly Block[] {
  const bitcoin = desk.instrument('btc-usd');
  const newYork =
    bitcoin && hasValue(bitcoin.newYorkDay)
      ? [desk.m.newYorkDay(desk.name('btc-usd'), desk.w.moved(bitcoin.newYorkDay))]
      : [];
  const { cryptoCorrelationShort } = desk.answer.together;
  const together = hasValue(cryptoCorrelationShort)
    ? [
        desk.m.cryptoTogether({
          value: desk.w.ratio(cryptoCorrelationShort),
          days: desk.answer.together.matrix.shortDays,
        }),
      ]
    : [];
  return [
    heading(3, number, desk.m.sections.crypto),
    ...classStory(desk, 'crypto', CRYPTO),
    ...aside(desk, newYork, together),
  ];
}

const EQUITIES = [
  'sp500',
  'nasdaq-composite',
  'dow-jones',
  'russell-2000',
  'nikkei-225',
  'euro-stoxx-50',
  'kospi',
];

const SECTOR_DECIMALS = 2;

function sectorsSentence(desk: Desk): readonly Inline[] {
  const { sectors } = desk.answer;
  if (!sectors || !hasValue(sectors.move)) return [];
  const shown = [...sectors.parts.map(({ contribution }) => contribution), sectors.residual];
  const points = shown.map(({ value }) => shiftPoint(value ?? 0, 2));
  const rounded = largestRemainder(points, shiftPoint(sectors.move.value, 2), SECTOR_DECIMALS);
  const text = (index: number) =>
    `${decimal(rounded[index] ?? 0, { decimals: SECTOR_DECIMALS, signed: true })}%`;
  const parts = sectors.parts
    .map(({ title, contribution }, index) => ({
      name: title[desk.language],
      points: desk.w.as(contribution, text(index)),
      size: contribution.value ?? 0,
    }))
    .sort((a, b) => a.size - b.size);
  return [
    desk.m.sectors({
      index: desk.name(sectors.index),
      move: desk.w.change(sectors.move, SECTOR_DECIMALS),
      parts,
      residual: desk.w.as(sectors.residual, text(sectors.parts.length)),
    }),
  ];
}

function dispersionSentences(desk: Desk): readonly Inline[] {
  return desk.answer.dispersion
    .filter(({ standardDeviation, percentile }) => hasValue(standardDeviation) && hasValue(percentile))
    .map(({ title, standardDeviation, percentile, best, worst }) =>
      desk.m.dispersion({
        basket: title[desk.language],
        deviation: desk.w.share(standardDeviation, 1),
        percentile: desk.w.percentile(percentile),
        best: desk.name(best),
        worst: desk.name(worst),
      }),
    );
}

function movedTo(desk: Desk, ids: readonly string[]): readonly Inline[] {
  return measured(desk, ids).map((one) =>
    desk.m.levelMoved({
      name: desk.name(one.id),
      direction: directionOf(one.change.day),
      moved: desk.w.moved(one.change.day),
      level: desk.w.priced(one.close),
      ...(one.date === desk.session ? {} : { day: desk.w.day(one.date) }),
    }),
  );
}

const WORST_STOCKS = 4;

/** Largest standardised falls among equities that are not the indices already told. */
function worstEquities(desk: Desk): readonly Inline[] {
  const { fell, rose } = desk.answer;
  const worst = instrumentsOf(desk, [...fell, ...rose])
    .filter(({ id, assetClass }) => assetClass === 'equity' && !EQUITIES.includes(id))
    .filter(({ change }) => directionOf(change.day) === 'fall')
    .sort((a, b) => Math.abs(b.z.value ?? 0) - Math.abs(a.z.value ?? 0))
    .slice(0, WORST_STOCKS);
  return worst.length === 0
    ? []
    : [
        desk.m.hardest(
          worst.map(({ id, change }) => ({ name: desk.name(id), moved: desk.w.change(change.day) })),
        ),
      ];
}

export function equitySection(desk: Desk, number: string): readonly Block[] {
  return [
    heading(3, number, desk.m.sections.equity),
    ...classStory(desk, 'equity', EQUITIES),
    ...plain(desk, worstEquities(desk), breadthSentences(desk), indexWarning(desk)),
    ...plain(desk, vixSentences(desk)),
    ...aside(desk, sectorsSentence(desk), dispersionSentences(desk)),
  ];
}

export function commoditySection(desk: Desk, number: string): readonly Block[] {
  const silver = desk.instrument('silver-front');
  return [
    heading(3, number, desk.m.sections.commodities),
    ...classStory(desk, 'metals', ['gold-front', 'silver-front', 'copper-front', 'platinum-front', 'gdx']),
    ...(silver
      ? plain(
          desk,
          rankSentence(desk, silver, true),
          ...standing(desk, silver),
          levelSentences(desk, silver.id),
        )
      : []),
    ...(silver
      ? aside(
          desk,
          averagesSentence(desk, silver),
          snapBackSentence(desk, silver.id),
          crisisSentence(desk, silver.id),
        )
      : []),
    ...plain(desk, rankingSentence(desk)),
    ...classStory(desk, 'energy', ['wti-front', 'brent-front', 'natgas-front']),
    ...leagueBlocks(desk),
  ];
}

const RATES = ['us-2y', 'us-10y', 'us-10y-real', 'tlt'];
const MORE_RATES = ['us-30y', 'ief'];
const CURRENCIES = ['dollar-index', 'usd-jpy', 'eur-usd', 'aud-jpy'];
const CREDIT = ['us-hy-oas', 'us-ig-oas', 'hyg', 'lqd'];

function orNoData(desk: Desk, assetClass: AssetClass, sentences: readonly Inline[]): readonly Inline[] {
  return sentences.length > 0 ? sentences : [desk.m.noData(desk.m.classes[assetClass])];
}

export function macroSection(desk: Desk, number: string): readonly Block[] {
  const { flight, shock } = desk.answer;
  const shockSentence = desk.m.shock(shock.kind, desk.w.change(shock.yield2y), desk.w.change(shock.equity));
  return [
    heading(3, number, desk.m.sections.macro),
    paragraph(desk, desk.m.flight(flight.kind), orNoData(desk, 'rates', movedTo(desk, RATES))),
    ...aside(desk, movedTo(desk, MORE_RATES)),
    ...curveParagraphs(desk),
    ...plain(desk, orNoData(desk, 'fx', movedTo(desk, CURRENCIES))),
    ...plain(desk, orNoData(desk, 'credit', movedTo(desk, CREDIT)), classMeaning(desk, 'credit')),
    ...plain(desk, [shockSentence]),
    ...curveTables(desk),
  ];
}
