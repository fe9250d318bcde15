import { type Inline, joined, line, type Part } from '../../inline.ts';
import type { LevelMessages } from './messages.ts';

function list(items: readonly Part[]): Inline {
  if (items.length < 2) return joined(items, '');
  return line`${joined(items.slice(0, -1), ', ')} and ${items.at(-1) as Part}`;
}

export const levelsEn: LevelMessages = {
  labels: {
    level: 'Level',
    price: 'Price',
    againstClose: 'From close',
    state: 'State',
    lastBelow: 'Last below before',
    indexPoints: 'Points',
    percent: 'Day',
    cumulated: 'Over streak',
    check: 'Points = % × level',
    count: 'Number',
    down: 'Down',
    belowLine: 'Below −1 σ',
    above50: 'Above 50-day',
    above200: 'Above 200-day',
    upValue: 'Value traded up',
    sectorFunds: 'S&P 500 sector funds',
    window: 'Window',
    now: 'Now',
    lowest: 'Lowest',
    median: 'Median',
    highest: 'Highest',
    yangZhang: 'Yang–Zhang',
    brokenAgain: '✕ broken again',
    brokenToday: 'Broken at this close',
  },
  kinds: {
    round: 'Round number',
    'swing-low': 'Swing low',
    'swing-high': 'Swing high',
    'average-50': '50-day average',
    'average-200': '200-day average',
    'peak-close': 'Highest close of the year',
    'peak-high': 'Highest high of the year',
  },
  states: {
    'broken-today': '✕ broken at this close',
    'broken-earlier': '✕ broken earlier',
    reclaimed: '◐ reclaimed',
    held: '● held',
    'not-reached': '○ not reached',
  },
  checks: { consistent: '✓ agrees', inconsistent: '✕ does not agree', 'not-measured': '◌ not measured' },
  crises: { '2008-10': 'October 2008', '2020-03': 'March 2020' },
  level: ({ kind, price, day }) =>
    ({
      round: line`${price}`,
      'swing-low': line`the low of ${day ?? ''} (${price})`,
      'swing-high': line`the high of ${day ?? ''} (${price})`,
      'average-50': line`the 50-day average (${price})`,
      'average-200': line`the 200-day average (${price})`,
      'peak-close': line`the highest close of the year (${price})`,
      'peak-high': line`the highest high of the year (${price})`,
    })[kind],
  broken: ({ name, levels, before }) =>
    before
      ? line`${name} closed below ${list(levels)} on the day; before this fall it had last closed below ${before.level} on ${before.day}.`
      : line`${name} closed below ${list(levels)} on the day.`,
  held: ({ name, levels }) => line`The low of ${name} reached ${list(levels)}, and the close held.`,
  nextBelow: ({ level, distance }) => line`The next level below is ${level}, ${distance} from the close.`,
  pointsMoved: (points) => line` (${points} points)`,
  indexBroken: (names) => [
    `Points, percent and level do not agree, or the close lies outside the range of the session: ${names.join(', ')}.`,
  ],
  volume: ({ name, ratio, verdict }) => {
    const words = {
      thin: 'a move on thin volume',
      ordinary: 'volume is ordinary and says nothing of the move',
      confirmed: 'volume confirms the move',
    } as const;
    return line`Volume of ${name} was ${ratio} times the mean of the 20 sessions before: ${words[verdict]}.`;
  },
  aboveAverages: ({ cls, n, above50, above200 }) =>
    line`${cls}: of ${String(n)} instruments ${above50} stand above their 50-day average and ${above200} above their 200-day average.`,
  sectors: ({ n, down, above50, above200 }) =>
    line`Of the ${String(n)} sector funds of the S&P 500 ${down} fell; ${above50} stand above their 50-day average, ${above200} above their 200-day average.`,
  upVolume: ({ n, share }) =>
    line`Of the value traded in the ${String(n)} funds and stocks with volume, ${share} was in those that rose.`,
  crisis: ({ name, yangZhang, crises }) => {
    const against = list(
      crises.map(
        ({ crisis, peak, ratio, day }) =>
          line`${ratio} times its peak of the crisis of ${levelsEn.crises[crisis]} (${peak} on ${day})`,
      ),
    );
    if (crises.length === 0)
      return line`With ranges and gaps (Yang–Zhang) the volatility of ${name} is ${yangZhang ?? ''}.`;
    return yangZhang === undefined
      ? line`The 30-day volatility of ${name} is ${against}.`
      : line`The 30-day volatility of ${name} is ${against}; with ranges and gaps (Yang–Zhang) it is ${yangZhang}.`;
  },
  ranking: (items, ratio) => {
    const order = list(items.map(({ name, annual }) => line`${name} ${annual}`));
    return ratio === undefined
      ? line`The highest 30-day volatilities are ${order}.`
      : line`The highest 30-day volatilities are ${order}; silver's is ${ratio} times bitcoin's.`;
  },
  vix: ({ moved, points, level, percentile, since, from, day }) =>
    line`The VIX ${moved} (${points} points) to ${level}${day ? ` (${day})` : ''}, percentile ${percentile} of its closes; ${
      since ? `it last closed higher on ${since}` : `it never closed higher since ${from}`
    }.`,
  vixTerm: ({ ratio, percentile, state, since }) => {
    if (state === 'not-measured') return ['The term structure of the VIX is not measured.'];
    const rank = percentile === undefined ? '' : line`, percentile ${percentile}`;
    return state === 'inverted'
      ? line`VIX over VIX3M is ${ratio}${rank}: the term structure is inverted, since ${since ?? ''}.`
      : line`VIX over VIX3M is ${ratio}${rank}: the term structure is not inverted.`;
  },
  ladder: {
    title: (name, n) =>
      n === 0
        ? line`${name} broke no level on the day`
        : line`${name} broke ${String(n)} ${n === 1 ? 'level' : 'levels'} on the day`,
    measure: (n) =>
      `Closes of the last ${n} sessions and the levels near them; ✕ broken with its first day, ◐ reclaimed, ● held, ○ not reached in this fall`,
  },
  ladderTable: {
    title: 'Levels',
    measure:
      'The nearest above and below the close, under the state the day first broken or last tested; broken is counted from the highest close of the last year, an average from its latest crossing',
  },
  indexTable: {
    title: 'Index closes',
    measure: 'Points and percent on the close before; run of sessions in one direction; year to date',
  },
  breadthTable: {
    title: 'Breadth',
    measure: 'Shares of the instruments of a class; value traded where price times volume is in dollars',
  },
  coneTable: {
    title: 'Volatility cone',
    measure: 'Close-to-close volatility a year by window, against all its own earlier values',
  },
  crisisTable: {
    title: 'Volatility against two crises',
    measure: '30-day close-to-close volatility a year; its highest in the crisis, and the latest over it',
  },
  sessions: (n) => `${n} d`,
  methodTexts: [
    'A level is broken by the first close below it after the highest close of the last year, from which the present fall is counted. A swing is the lowest low or highest high of 20 sessions on either side, and is known only when the later 20 have passed; round numbers are multiples of the 1-2-5 step nearest 5–10% of the price.',
    'Crypto is annualised with 365 days, other prices with 252 sessions.',
  ],
};
