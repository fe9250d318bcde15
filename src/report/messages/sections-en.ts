import { type Inline, joined, line, type Part } from '../inline.ts';
import type { PairNames, SectionMessages } from './section-messages.ts';

function list(items: readonly Part[]): Inline {
  if (items.length < 2) return joined(items, '');
  return line`${joined(items.slice(0, -1), ', ')} and ${items.at(-1) as Part}`;
}

const pairName = ({ a, b }: PairNames) => `${a} / ${b}`;

export const sectionsEn: SectionMessages = {
  windowLabel: (n) => `${n} sessions`,
  over: (title, n) => `${title} (${n} sessions)`,
  windowMoved: ({ name, moved, sessions, sigmas }) =>
    line`Over ${String(sessions)} sessions ${name} ${moved}${sigmas ? line` (${sigmas})` : ''}.`,

  pairs: {
    title: 'Pairs that fall together',
    measure: (n, together) =>
      `Changes of the two over each span of common sessions, below them the same in σ; rank correlation of ${n} sessions. Joint fall: both below −1 σ over some span, correlation above ${together}`,
    columns: {
      pair: 'Pair',
      correlation: 'Rank correlation',
      state: 'Joint fall',
      last: 'Last before',
      share: 'Share of sessions',
      p: 'p',
    },
    name: pairName,
    none: 'none',
    day: (n) => line`day ${n}`,
    moves: ({ a, b, sessions, changes, sigmas, correlation }) =>
      line`Over the last ${String(sessions)} sessions that both have, ${a} changed by ${changes[0]} and ${b} by ${changes[1]} (${sigmas[0]} and ${sigmas[1]}), with a rank correlation of ${correlation} over 20 sessions.`,
    falling: ({ day, since }) => line`This is day ${day} of a joint fall that began on ${since}.`,
    notFalling: () => ['By the rule of the table this is not a joint fall.'],
    last: ({ from, to }) => [
      from === to ? `The last one before was on ${from}.` : `The last one before ran from ${from} to ${to}.`,
    ],
    rate: ({ share, independent, p, from }) =>
      line`Since ${from} the pair was in a joint fall on ${share} of sessions; independent series would be on ${independent} (p ${p}).`,
    others: (pairs) =>
      line`Also in a joint fall: ${list(pairs.map((pair) => line`${pairName(pair)} (day ${pair.day})`))}.`,
    noOthers: (n) => [
      n === 1 ? 'The other pair of the table is in none.' : `None of the other ${n} pairs is in one.`,
    ],
    leftOut: (pairs) => [
      `Not measured, for want of a value in the session or of history: ${pairs.map(pairName).join('; ')}.`,
    ],
    line: ({ a, b, day, since }) => line`Falling together: ${a} and ${b}, day ${day}, since ${since}.`,
  },

  tiers: {
    title: 'Coins by tier',
    measure: (n) =>
      `Change of the UTC day and over ${n} days; beta on bitcoin on the days it fell among the last 250, below it the 95% band`,
    columns: { coin: 'Coin', beta: 'Beta, falling days', days: 'Falling days', recent: (n) => `${n} days` },
    names: { majors: 'Majors', 'large-alts': 'Large altcoins', 'smaller-alts': 'Smaller altcoins' },
    means: (tiers) =>
      line`By tier the mean move is ${list(tiers.map(({ name, change }) => line`${name} ${change}`))}.`,
    day: ({ difference, p, alts, majors }) =>
      line`Altcoins less majors gives ${difference} on the day (Welch’s test, p ${p}); with ${String(alts)} coins against ${String(majors)} the cross-section is too small to say much.`,
    dayUntested: ({ difference, alts, majors }) =>
      line`Altcoins less majors gives ${difference} on the day; ${String(alts)} against ${String(majors)} coins are too few for a test.`,
    recent: ({ difference, welch, paired, days }) =>
      line`Over ${String(days)} days the difference is ${difference} a day: p ${welch} by Welch’s test, which takes the two sides for independent, ${paired} in daily pairs.`,
  },

  curve: {
    title: 'The Treasury curve',
    measure: (previous, session) => `Constant-maturity yields of ${previous} and ${session}`,
    columns: { maturity: 'Maturity', before: 'Before', after: 'After', change: 'Change' },
    what: 'Treasury curve',
    components: { level: 'level', slope: 'slope', curvature: 'curvature' },
    slopes: ({ session, previous, slopes }) =>
      line`The curve last known is that of ${session}: against ${previous}, ${list(
        slopes.map(({ name, level, change }) => line`${name} stands at ${level} (${change})`),
      )}.`,
    scores: (components) =>
      line`Scores against the 250 sessions before: ${list(
        components.map(({ name, score, share }) => line`${name} ${score} (${share} of the variance)`),
      )}.`,
    odd: (names) => [
      `Moved by more than 5 basis points against both neighbours, and to be checked: ${names.join(', ')}.`,
    ],
    notOdd: () => ['No maturity is out of line with its neighbours.'],
    market: ({ day, items }) =>
      line`Market yields of ${day}, a proxy until the constant-maturity ones are published: ${list(
        items.map(({ name, change, level }) => line`${name} ${change} to ${level}`),
      )}.`,
  },

  league: {
    title: 'Commodities ranked',
    measure: (day) => `Front futures, session of ${day}; rank 1 is the largest rise`,
    columns: { commodity: 'Commodity', rank: 'Rank' },
    place: ({ name, day, rankDay, year, rankYear, all }) =>
      line`Among ${String(all)} commodities ${name} has rank ${rankDay} on the day (${day}) and ${rankYear} in the year so far (${year}).`,
    spread: ({ level, change }) => line`Brent less WTI is ${level}, a change of ${change} in the session.`,
    leftOut: (names) => [`Without a value for the session: ${names.join(', ')}.`],
  },

  event: {
    title: (instant) => `Over the event of ${instant}`,
    measure:
      'From the last close before the event to the first close after it, each market by its own sessions; then the session that followed',
    columns: { change: 'Over the event', before: 'Close before', after: 'Close after', next: 'Next session' },
    summary: ({ fell, rose, all, instant }) =>
      line`Of ${String(all)} markets with a close after ${instant}, ${String(fell)} fell and ${String(rose)} rose.`,
    largest: (items) =>
      line`The largest moves: ${list(items.map(({ name, moved }) => line`${name} ${moved}`))}.`,
    caution:
      'What else moved the markets between the two closes is in the figures too: they describe, they do not prove.',
  },
};
