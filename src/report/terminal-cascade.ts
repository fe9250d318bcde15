import pico from 'picocolors';
import type { Language } from '../data/series/entry.ts';
import type { CascadeAnswer } from '../simulation/cascade/answer.ts';
import { asOfLine } from './compose/front.ts';
import { type HeadDesk, hasValue, wordingFor } from './desk.ts';
import { billionsInWords } from './explain/amounts.ts';
import type { Figure } from './figure.ts';
import { plainText } from './inline.ts';
import { CASCADE_TERMINAL, type Gain } from './messages/cascade/terminal.ts';
import { decimal, level, money, percent } from './numbers.ts';
import { folded, requireWidth, type TerminalOptions } from './terminal-fold.ts';
import { bareTable } from './terminal-table.ts';

type Fall = CascadeAnswer['falls'][number];

interface Screen extends HeadDesk {
  readonly answer: CascadeAnswer;
  readonly m: HeadDesk['m'];
  readonly words: (typeof CASCADE_TERMINAL)[Language];
  readonly width: number;
  readonly paint: ReturnType<typeof pico.createColors>;
}

const LARGEST_SELLERS = 4;
const SENSITIVITIES = 3;
/** Levels of the ladder that are shown, fractions of the price below it. */
const LEVELS_SHOWN = [0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5];
const WIDE = 90;
const VERY_NARROW = 50;

/**
 * A cascade for a terminal: the shock, the fall of what was named with and without forced sale, what is sold and by whom, the gain, the
 * insurance funds, every asset, what waits below the price, and what all of it hangs on. The same text for the same answer, language, width
 * and colour.
 * @throws RangeError when the width is not a whole number of at least 40 columns
 */
export function cascadeText(
  answer: CascadeAnswer,
  language: Language,
  { width, colour }: TerminalOptions,
): string {
  requireWidth(width);
  const titles = new Map(answer.falls.map(({ asset, title }) => [asset, title[language]]));
  const wording = wordingFor(language, answer.simulated, (id) => titles.get(id));
  const paint = pico.createColors(colour);
  const screen: Screen = { ...wording, answer, words: CASCADE_TERMINAL[language], width, paint };
  const { m } = screen;
  const fold = (text: string) => folded(text, width);
  const mark = answer.simulated ? `[${m.simulated.word}] ` : '';
  const named = namedFalls(screen);
  const first = named[0] ?? answer.falls[0];
  const points = [
    ...named.map((fall) => fallText(screen, fall)),
    soldText(screen),
    ...(first ? [gainText(screen, first)] : []),
    ...fundsTexts(screen),
    ...claimTexts(screen),
  ];
  const lines = [
    ...(answer.simulated ? fold(m.simulated.sentence).map((line) => paint.magenta(line)) : []),
    ...fold(`${mark}${titleText(screen)}`).map((line) => paint.bold(line)),
    ...fold(asOfLine(screen).join(' · ')).map((line) => paint.dim(line)),
    ...fold(askedText(screen)).map((line) => paint.dim(line)),
    '',
    ...points.flatMap((text) => item(`${mark}${text}`, width)),
    ...section(screen, `${mark}${screen.words.falls}`, fallTable(screen)),
    ...(first
      ? section(screen, `${mark}${screen.words.ladder(screen.name(first.asset))}`, ladderLines(screen, first))
      : []),
    '',
    ...restTexts(screen)
      .flatMap(fold)
      .map((line) => paint.dim(line)),
  ];
  return `${lines.join('\n')}\n`;
}

/** A text set off from the next one by a bullet, its later lines under the first. */
function item(text: string, width: number): readonly string[] {
  return folded(text, width - 2).map((line, k) => `${k === 0 ? '•' : ' '} ${line}`);
}

function section({ paint, width }: Screen, title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return ['', ...folded(title, width).map((line) => paint.bold(line)), ...lines];
}

function namedFalls({ answer }: Screen): readonly Fall[] {
  return answer.falls.filter(({ asset }) => answer.parameters.shock[asset] !== undefined);
}

function titleText(screen: Screen): string {
  const { shock } = screen.answer.parameters;
  return screen.words.title(
    Object.entries(shock).map(([asset, change]) => ({
      name: screen.name(asset),
      value: percent(change, { decimals: 1, signed: true, lines: [0] }),
    })),
  );
}

function askedText({ words, answer }: Screen): string {
  const { over, paths, draws, seed, stepMinutes, horizonMinutes } = answer.parameters;
  const [step, horizon] = [words.span(stepMinutes), words.span(horizonMinutes)];
  return words.asked({ over: over === 0 ? null : words.span(over), paths, draws, seed, step, horizon });
}

function fallText(screen: Screen, fall: Fall): string {
  const { words, answer, m, w } = screen;
  const horizon = words.span(answer.parameters.horizonMinutes);
  const shallow = !hasValue(fall.amplification);
  return [
    words.fall({
      name: screen.name(fall.asset),
      price: priceText(screen, fall.price),
      shock: w.change(fall.shock).text,
      low: changeBand(screen, fall.low),
      stop: banded(screen, fall.stop, level),
      lowAlone: changeBand(screen, fall.lowAlone),
    }),
    shallow ? words.shallow() : words.deeper(banded(screen, fall.amplification, ratioText)),
    words.lowAfter({
      toLow: words.span((fall.toLow.value ?? 0) * 1440),
      final: changeBand(screen, fall.final),
      horizon,
    }),
    ...(hasValue(fall.healed) ? [words.healed({ share: w.share(fall.healed).text, horizon })] : []),
  ].join(m.gap);
}

function soldText(screen: Screen): string {
  const { words, answer, w, language } = screen;
  const { total, bySeller } = answer.forced;
  const sellers = bySeller
    .filter(({ share }) => (share.value ?? 0) > 0)
    .sort((a, b) => (b.share.value ?? 0) - (a.share.value ?? 0))
    .slice(0, LARGEST_SELLERS)
    .map(({ title, share }) => ({ name: title[language], value: w.share(share).text }));
  if (sellers.length === 0) return words.nothingSold();
  return words.sold({ total: banded(screen, total, (usd) => money(usd, language)), sellers });
}

function gainText(screen: Screen, { asset }: Fall): string {
  const { words, answer, m } = screen;
  const { here, threshold } = answer.gain.find((one) => one.asset === asset)!;
  const { draws = 0, of = 0 } = threshold.of.params ?? {};
  return [
    words.gain({
      name: screen.name(asset),
      here: banded(screen, here, ratioText),
      state: gainState(here),
    }),
    hasValue(threshold)
      ? words.threshold(changeBand(screen, threshold))
      : words.noThreshold({ passing: Number(draws), of: Number(of) }),
  ].join(m.gap);
}

function gainState({ value, band }: Figure): Gain {
  if ((value ?? 0) > 1) return 'feeds';
  return (band?.high ?? 0) > 1 ? 'may-feed' : 'dies';
}

function fundsTexts(screen: Screen): readonly string[] {
  const { words, answer, w, language } = screen;
  if (!answer.funds) return [];
  const { emptied, left, deleveraged } = answer.funds;
  const usd = (figure: Figure) => banded(screen, figure, (value) => money(value, language));
  return [words.funds({ emptied: w.share(emptied).text, left: usd(left), deleveraged: usd(deleveraged) })];
}

function claimTexts(screen: Screen): readonly string[] {
  const { words, answer, w, m, language } = screen;
  const { claim } = answer;
  if (!claim) return [];
  const usd = (figure: Figure) => banded(screen, figure, (value) => billionsInWords(language, value));
  const has = words.claimHas({
    funds: claim.funds,
    has: usd(claim.has),
    share: w.share(claim.share).text,
    trades: usd(claim.trades),
  });
  const byIndex = claim.byAsset.map(({ asset, funds, has: own }) => ({
    name: screen.name(asset),
    value: billionsInWords(language, own.value ?? 0),
    funds,
  }));
  return [
    [
      words.claim({
        trade: usd(claim.trade),
        move: w.change(claim.move, 2).text,
        required: usd(claim.required),
      }),
      has,
      ...(byIndex.length > 0 ? [words.claimBy(byIndex)] : []),
    ].join(m.gap),
  ];
}

function fallTable(screen: Screen): readonly string[] {
  const { words, answer, w, paint } = screen;
  const { columns } = words;
  const wide = screen.width >= WIDE;
  const heads = [columns.asset, columns.shock, columns.low, columns.band, columns.alone, columns.stop];
  const narrow = screen.width < VERY_NARROW;
  const pick = (cells: readonly string[]) =>
    cells.filter((_, index) => (wide || index !== 3) && !(narrow && index === 4));
  return bareTable(
    paint,
    pick(heads),
    answer.falls.map(({ asset, shock, low, lowAlone, stop }) =>
      pick([
        screen.name(asset),
        w.change(shock).text,
        w.change(low).text,
        w.range(low),
        w.change(lowAlone).text,
        priceText(screen, stop),
      ]),
    ),
    screen.width,
  );
}

function ladderLines(screen: Screen, { asset }: Fall): readonly string[] {
  const { words, answer, paint, language, m } = screen;
  const rungs = answer.ladders.find((one) => one.asset === asset)?.rungs ?? [];
  if (rungs.every(({ sold }) => (sold.value ?? 0) === 0)) return folded(words.nothingWaits, screen.width);
  const { columns } = words;
  const wide = screen.width >= WIDE;
  const pick = (cells: readonly string[]) => cells.filter((_, index) => wide || (index !== 3 && index !== 5));
  const shown = rungs.filter(({ distance }) => LEVELS_SHOWN.some((one) => Math.abs(one + distance) < 1e-9));
  const usd = (value: number) => money(value, language);
  return bareTable(
    paint,
    pick([columns.change, columns.price, columns.waits, columns.band, columns.gain, columns.seller]),
    shown.map(({ distance, price, sold, gain, bySeller }) =>
      pick([
        percent(distance, { decimals: 1, signed: true }),
        priceText(screen, price),
        usd(sold.value ?? 0),
        sold.band ? m.range(usd(sold.band.low), usd(sold.band.high)) : '',
        hasValue(gain) ? ratioText(gain.value as number) : '',
        largestSeller(screen, bySeller),
      ]),
    ),
    screen.width,
  );
}

function largestSeller({ answer, language }: Screen, bySeller: Readonly<Record<string, number>>): string {
  const [id] = Object.entries(bySeller).sort(([, a], [, b]) => b - a)[0] ?? [];
  return answer.sellers.find((one) => one.id === id)?.title[language] ?? '';
}

function restTexts(screen: Screen): readonly string[] {
  const { words, answer, language } = screen;
  const { readings, unknowns, missing, parameters } = answer;
  const hung = unknowns
    .filter(({ sensitivity }) => hasValue(sensitivity))
    .sort((a, b) => Math.abs(b.sensitivity.value as number) - Math.abs(a.sensitivity.value as number))
    .slice(0, SENSITIVITIES)
    .map(({ title, sensitivity }) => ({
      name: title[language],
      value: decimal(sensitivity.value as number, { decimals: 2, signed: true }),
    }));
  const known = (how: string) => readings.filter((one) => one.how === how).length;
  return [
    ...(hung.length > 0 ? [words.hangs(hung)] : []),
    words.inputs({ all: readings.length, proxy: known('proxy'), prior: known('prior') }),
    parameters.calibration === 'prior' ? words.prior : words.calibration(parameters.calibration),
    ...(missing.length > 0 ? [words.missing(missing.map(({ series }) => series).join(', '))] : []),
  ];
}

function ratioText(value: number): string {
  return decimal(value, { decimals: 2 });
}

function priceText({ m }: Pick<Screen, 'm'>, { value }: Figure): string {
  return value === null ? m.noValue : level(value);
}

function changeBand(screen: Pick<Screen, 'm'>, figure: Figure): string {
  return banded(screen, figure, (value) => percent(value, { decimals: 1, signed: true, lines: [0] }));
}

/** A number with its band in brackets. */
function banded({ m }: Pick<Screen, 'm'>, { value, band }: Figure, text: (value: number) => string): string {
  if (value === null) return m.noValue;
  if (!band) return text(value);
  const range = m.range(text(band.low), text(band.high));
  return plainText(m.band(text(value), range, percent(band.level, { decimals: 0 })));
}
