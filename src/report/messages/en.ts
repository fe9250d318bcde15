import { type Inline, joined, line, type Part, plainText } from '../inline.ts';
import { levelsEn } from './levels/en.ts';
import type { Direction, Messages, RiskClass, Scope, Verdict } from './messages.ts';
import { sectionsEn } from './sections-en.ts';

const WORDS = [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
] as const;

const CLASS_NOUNS: Readonly<Record<RiskClass, string>> = {
  equity: 'equities',
  credit: 'credit',
  metals: 'metals',
  energy: 'energy',
  crypto: 'crypto',
};

const VERBS: Readonly<Record<Direction, string>> = { fall: 'fell', rise: 'rose', none: 'was unchanged' };

function list(items: readonly Part[]): Inline {
  if (items.length < 2) return joined(items, '');
  return line`${joined(items.slice(0, -1), ', ')} and ${items.at(-1) as Part}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function leader(scope: Scope): RiskClass | undefined {
  const match = /^(.+)-(?:only|led)$/.exec(scope);
  return match ? (match[1] as RiskClass) : undefined;
}

function named(items: readonly { name: string; change: Part }[]): Inline {
  return list(items.map(({ name, change }) => line`${name} ${change}`));
}

function movedNames(items: readonly { name: string; moved: Inline }[]): Inline {
  return list(items.map(({ name, moved }) => line`${name} ${moved}`));
}

function titleOf(verdict: Verdict, scope: Scope, fallen: readonly RiskClass[]): string[] {
  const led = leader(scope);
  const by = led ? CLASS_NOUNS[led] : undefined;
  const [first, ...others] = fallen.map((one) => CLASS_NOUNS[one]).filter((name) => name !== by);
  if (verdict === 'not-measured') return ['no verdict,', 'too few asset classes are known'];
  if (verdict === 'quiet') return ['no joint fall across global assets'];
  if (verdict === 'selective') {
    if (!by) return ['a partial fall across global assets,', 'not a sale of everything'];
    const told = scope.endsWith('-only') ? `a fall in ${by} alone,` : `a partial fall led by ${by},`;
    return [told, 'not a sale of everything'];
  }
  const rest = plainText(list(by && first ? [first, ...others] : others));
  const told = by
    ? `a broad fall led by ${by}${rest && `, with ${rest}`}`
    : first
      ? `${first} fell hardest${rest && `, then ${rest}`}`
      : 'a broad fall';
  return verdict === 'broad'
    ? [`${told};`, 'not a sale of everything']
    : ['everything was sold:', `${told},`, 'hedges included'];
}

const VERDICTS = {
  quiet: 'quiet',
  selective: 'selective',
  broad: 'broad',
  indiscriminate: 'indiscriminate',
  'not-measured': 'not measured',
} as const;

export const en: Messages = {
  ...sectionsEn,
  language: 'en',
  gap: ' ',
  comma: ', ',
  semicolon: '; ',
  colon: ': ',
  stop: '.',
  levels: levelsEn,
  labels: {
    score: 'Joint-fall score',
    scope: 'Verdict',
    rose: 'What rose',
    baseRate: 'Base rate',
    benchmarks: 'Benchmarks',
    data: 'Data',
    class: 'Class',
    instrument: 'Instrument',
    day: 'Day',
    closeToClose: 'Close / close',
    lowToPrevious: 'Low / prev. close',
    fromPeakClose: 'From peak close',
    fromPeakHigh: 'From peak high',
    close: 'Close',
    z: 'z',
    rank: 'Rank',
    largestSince: 'Largest since',
    lately: '20 sessions',
    volatility: 'Volatility, 30 d',
    percentile: 'Percentile',
    volumeRatio: 'Volume / 20-d mean',
    streak: 'Streak, sessions',
    date: 'Day',
    distance: 'Distance',
    week: '5 days',
    month: 'Month',
    year: 'YTD',
    move: 'Move, σ',
    points: 'Points of score',
    from: 'From',
    days: 'Days',
    sum: 'Sum',
    residual: 'Residual',
    share: 'Share',
    sessions: 'sessions',
    today: 'this day',
    showTable: 'Show as table',
    allColumns: 'Show all columns',
    fell: 'Fell',
    all: 'All',
  },
  classes: {
    crypto: 'Crypto',
    equity: 'Equities',
    metals: 'Metals',
    energy: 'Energy',
    credit: 'Credit',
    rates: 'Rates',
    fx: 'Currencies',
    volatility: 'Volatility',
    cash: 'Cash',
    liquidity: 'Liquidity',
    flows: 'Flows',
    positioning: 'Positioning',
    derivatives: 'Derivatives',
    'on-chain': 'On-chain',
    macro: 'Economy',
    sentiment: 'Sentiment',
    stress: 'Stress',
  },
  hedges: { treasuries: 'Treasuries', dollar: 'the dollar', yen: 'the yen', cash: 'cash' },
  calendars: {
    utc: 'crypto',
    'new-york': 'New York',
    cme: 'US futures',
    fx: 'currencies',
    'us-federal': 'Federal Reserve',
    target: 'ECB',
    london: 'London',
    frankfurt: 'Frankfurt',
    tokyo: 'Tokyo',
    'hong-kong': 'Hong Kong',
    seoul: 'Seoul',
    taipei: 'Taipei',
    shanghai: 'Shanghai',
  },
  flags: {
    simulated: 'simulated',
    proxy: 'proxy',
    stale: 'late',
    'late-vintage': 'first print not recorded',
    revised: 'revised',
    suspect: 'suspect',
    'under-reported': 'under-reported',
    unproven: 'unproven',
    extrapolated: 'extrapolated',
  },
  verdicts: VERDICTS,
  scopes: {
    none: 'no class stands out',
    'crypto-only': 'crypto only',
    'crypto-led': 'led by crypto',
    'metals-only': 'metals only',
    'metals-led': 'led by metals',
    'equity-only': 'equities only',
    'equity-led': 'led by equities',
    'energy-only': 'energy only',
    'energy-led': 'led by energy',
    'credit-only': 'credit only',
    'credit-led': 'led by credit',
    'cross-asset': 'across assets',
    'not-measured': 'too few classes known',
  },
  noValue: 'No value',
  simulated: {
    word: 'SIMULATED',
    sentence: 'SIMULATED: these markets are generated by the program. No figure here is a market price.',
  },
  page: { before: 'page ', of: ' of ', after: '' },

  list,
  bracket: (text) => line` (${text})`,
  number: (n) => WORDS[n] ?? String(n),
  priced: (number, unit) => {
    const templates: Readonly<Record<string, string>> = {
      usd: `$${number}`,
      usdt: `${number} USDT`,
      eur: `€${number}`,
      jpy: `¥${number}`,
      oz: `${number} oz`,
      'oz-per-lb': `${number} oz a pound`,
      'usd-per-oz': `$${number} an ounce`,
      'usd-per-bbl': `$${number} a barrel`,
      'usd-per-lb': `$${number} a pound`,
      'usd-per-mmbtu': `$${number} per MMBtu`,
      'jpy-per-usd': `¥${number} per dollar`,
      'jpy-per-eur': `¥${number} per euro`,
      'jpy-per-aud': `¥${number} per Australian dollar`,
      'usd-per-eur': `$${number} per euro`,
    };
    return (templates[unit] ?? number).replace(/^([$€¥])−/, '−$1');
  },
  moved: (direction, size) => (direction === 'none' ? [VERBS.none] : line`${VERBS[direction]} ${size}`),
  range: (low, high) => `${low} to ${high}`,
  band: (value, range, level) => line`${value} [${level}: ${range}]`,
  rankOf: (k, n, since) => line`${k} of ${n}, since ${String(since)}`,

  sinceYear: (year) => `since ${year}`,
  everSince: (day) => ['record', `from ${day}`],
  quoted: (quote) => `in ${quote}`,

  title: ({ date, verdict, scope, fallen }) => [`${date}:`, ...titleOf(verdict, scope, fallen)],
  asOf: (instant) => `As known at ${instant}`,
  sessionClose: (places, day) => `close of ${day}: ${places.join(', ')}`,
  andOthers: (places, all) => [`${places.join(', ')} and ${all - places.length} more`],
  utcDay: (day, instant) => `crypto day ${day} (to ${instant})`,
  versions: (data, engine) => `data ${data} · engine ${engine}`,
  generatedFrom: ({ universe, window, event }) =>
    `universe ${universe} · window ${window}${event ? ` · event ${event}` : ''}`,

  scoreNote: (rank) => line`rank ${rank}`,
  roseNote: (items) => (items.length > 0 ? named(items) : ['nothing of the instruments scanned']),
  roseCount: (rose, all) => line`${String(rose)} of ${String(all)}`,
  perYear: (n) => line`${n} days a year`,
  independent: (n) => line`${n} if classes were independent`,
  dataState: ({ warnings, leftOut }) => ({
    value: warnings === 0 ? 'complete' : `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
    note: leftOut.length === 0 ? 'every class measured' : `score without ${leftOut.join(', ')}`,
  }),

  fellMost: (items, sessions) =>
    line`${sessions ? `Over ${sessions} sessions the` : 'The'} largest falls, each against its own volatility: ${joined(
      items.map(({ name, moved, record }) =>
        record ? line`${name} ${moved}, ${record}` : line`${name} ${moved}`,
      ),
      '; ',
    )}.`,
  nothingFell: (sessions) => [
    `No instrument of the scan fell${sessions ? ` over ${sessions} sessions` : ''}.`,
  ],
  nothingMeasured: () => ['No price move is measured at this instant.'],
  heldUp: (items, { count, all, sessions }) =>
    line`${capital(WORDS[count] ?? String(count))} of ${String(all)} instruments rose${sessions ? ` over ${sessions} sessions` : ''}, among them ${named(items)}.`,
  nothingRose: (all, sessions) => [
    `None of the ${all} instruments rose${sessions ? ` over ${sessions} sessions` : ''}.`,
  ],
  scoreUnknown: (score, why) => line`The joint-fall score: ${score} (${why}).`,
  howRare: ({ score, rank, perYear, independent }) =>
    line`The joint-fall score is ${score} of 100, rank ${rank}: ${perYear} such days a year, where independent classes would give ${independent}.`,
  afterwards: ({ n, sessions, items }) =>
    line`In the ${String(sessions)} sessions after the ${n} nearest past days the median change was ${named(items)}.`,

  chapter: { panorama: 'Panorama' },
  sections: {
    crypto: 'Crypto',
    equity: 'Equities',
    commodities: 'Commodities',
    macro: 'Rates, currencies, credit',
    together: 'Did they move together?',
    nearest: 'The nearest past days',
    table: 'Table T-1',
  },
  classesBeyond: ({ beyond, known, unknown }) => {
    if (known === 0) return ['No risk class is measured at this instant.'];
    const tail =
      unknown.length > 0
        ? `; ${unknown.join(' and ')} ${unknown.length === 1 ? 'is' : 'are'} not measured`
        : '';
    const head = capital(WORDS[beyond] ?? String(beyond));
    return line`${head} of ${WORDS[known] ?? String(known)} risk classes fell by more than one standard deviation${tail}.`;
  },
  scoreParts: (parts, total) =>
    line`The ${total} points are made of ${list(parts.map(({ name, points }) => line`${name} ${points}`))}.`,
  hedgePanel: (held, failed) => {
    if (held.length === 0 && failed.length === 0) return ['No hedge could be measured.'];
    if (failed.length === 0) return line`All hedges measured held: ${named(held)}.`;
    if (held.length === 0) return line`No hedge held: ${named(failed)}.`;
    return line`Of the hedges, ${named(held)} held; ${named(failed)} did not.`;
  },
  leftOut: (items) => {
    const reasons = {
      'not-yet-known': 'not yet known',
      missing: 'no data',
      'short-history': 'history too short',
    } as const;
    return line`Left out of the score: ${items.map(({ title, reason }) => `${title}, ${reasons[reason]}`).join('; ')}.`;
  },
  verdictRule: (verdict) => [
    {
      quiet: 'The verdict is quiet: the score lies in its usual range.',
      selective: 'The verdict is selective: some classes fell and others did not.',
      broad: 'The verdict is broad and not indiscriminate: most risk classes fell while hedges held.',
      indiscriminate: 'The verdict is indiscriminate: most risk classes fell and the hedges fell too.',
      'not-measured': 'There is no verdict: too few classes are known at this instant.',
    }[verdict],
  ],

  breadth: ({ cls, n, down, downCount, below, belowCount }) => {
    if (n === 1)
      return line`${cls}: one instrument is measured, and it ${downCount > 0 ? 'fell' : 'did not fall'}.`;
    if (downCount === 0) return line`${cls}: none of ${String(n)} instruments fell.`;
    if (belowCount === n)
      return line`${cls}: all ${String(n)} instruments fell, each by more than one standard deviation (${below}).`;
    const fell = downCount === n ? `all ${n} instruments fell` : `${downCount} of ${n} instruments fell`;
    if (belowCount === 0) return line`${cls}: ${fell} (${down}), none by more than one standard deviation.`;
    return line`${cls}: ${fell} (${down}), ${String(belowCount)} of them by more than one standard deviation (${below}).`;
  },
  noData: (what) => [`${what}: no data at this instant. This part is left without a verdict.`],
  closed: ({ name, moved, close, day, where }) =>
    line`${name} ${moved} to ${close} in the session of ${day}${where ? ` (${where})` : ''}.`,
  record: ({ kind, what, direction, since, from }) => {
    const span = what === 'day' ? 'one-day' : 'five-session';
    if (kind === 'ever') return [`the largest ${span} ${direction} on record, which begins on ${from}`];
    if (kind === 'since') return [`the largest ${span} ${direction} since ${since}`];
    return [`less than the ${span} ${direction} of ${since}`];
  },
  recordSentence: ({ name, record, rank }) =>
    line`${name ? `For ${name} that is` : 'That is'} ${record}; its rank is ${rank}.`,
  weekSentence: (name, moved, record) => line`Over five sessions ${name} ${moved}, ${record}.`,
  low: (name, change) => line`At its low ${name} stood at ${change} against the previous close.`,
  newYorkDay: (name, moved) => line`Between two New York closes ${name} ${moved}.`,
  peak: ({ name, gap, day, high }) =>
    high
      ? line`${name} stands ${gap} below its highest close (${day}) and ${high.gap} below its highest high (${high.day}).`
      : line`${name} stands ${gap} below its highest close (${day}).`,
  atPeak: (name) => [`${name} closed at its highest.`],
  averages: ({ name, below50, below200 }) => {
    const parts = [
      ...(below50 ? [`its 50-day average since ${below50}`] : []),
      ...(below200 ? [`its 200-day average since ${below200}`] : []),
    ];
    return line`${name} has closed below ${list(parts)}.`;
  },
  bear: (name, since) => [`By the 20% rule ${name} has been in a bear market since ${since}.`],
  streak: ({ name, direction, sessions, change }) =>
    line`${name} has ${direction === 'fall' ? 'fallen' : 'risen'} for ${sessions} sessions in a row, ${change} in all.`,
  hardest: (items) =>
    line`Among single stocks and equity funds, hardest hit against their own volatility: ${joined(
      items.map(({ name, moved }) => line`${name} (${moved})`),
      ', ',
    )}.`,
  others: (items) => line`Beside it, ${movedNames(items)}.`,
  value: ({ name, day, fromPeak }) =>
    line`Price times supply: the value of ${name} changed by ${day} on the day and by ${fromPeak} from its peak.`,
  snapBack: ({ name, sameDay }) =>
    line`Of the fall from the previous close to the low, ${name} took back ${sameDay} by the close.`,
  volatility: ({ name, annual, percentile }) =>
    line`Realised volatility of ${name} over 30 days is ${annual} a year, percentile ${percentile} of its history.`,
  classMeaning: ({ cls, move, points, total, beyond }) =>
    line`The mean move of ${cls} is ${move}, ${beyond ? 'beyond' : 'inside'} the line of one standard deviation; it gives ${points} of the ${total} points of the score.`,
  classUnknown: (cls, why) => line`The mean move of ${cls} is not measured: ${why}.`,
  levelMoved: ({ name, direction, moved, level, day }) =>
    line`${name} ${moved} ${direction === 'none' ? 'at' : 'to'} ${level}${day ? ` (${day})` : ''}.`,
  sectors: ({ index, move, parts, residual }) =>
    line`The ${move} of ${index} splits by sector, with estimated weights, into ${list(parts.map(({ name, points }) => line`${name} ${points}`))}; the residual is ${residual}.`,
  dispersion: ({ basket, deviation, percentile, best, worst }) =>
    line`Inside ${basket} the standard deviation of the day's moves is ${deviation}, percentile ${percentile}: best ${best}, worst ${worst}.`,
  flight: (kind) => [
    {
      none: 'There was no flight to safety to be seen.',
      'to-treasuries': 'Money went to Treasuries: they rose while equities fell.',
      'to-dollar-cash': 'Money went to the dollar and cash: the dollar rose and Treasuries did not.',
      'to-treasuries-and-dollar': 'Both Treasuries and the dollar rose.',
      'out-of-everything': 'Neither Treasuries nor the dollar rose.',
      undecided: 'Where the money went is undecided: the signs disagree or are too small.',
    }[kind],
  ],
  shock: (kind, yieldChange, equityChange) => {
    const names = {
      growth: 'a growth shock (yields and equities down)',
      policy: 'a policy shock (yields up, equities down)',
      liquidity: 'a liquidity shock (equities down, yields hardly moved)',
      relief: 'relief (yields and equities up)',
      easing: 'easing (yields down, equities up)',
      'not-measured': '',
    } as const;
    if (kind === 'not-measured') return ['The kind of shock is not measured.'];
    return line`By the signs of the two-year yield (${yieldChange}) and equities (${equityChange}) the day fits ${names[kind]}; signs describe, they do not prove a cause.`;
  },
  together: ({ short, long, shortDays, longDays }) =>
    line`The average pairwise correlation is ${short} over ${String(shortDays)} days, against ${long} over the ${String(longDays)} days before.`,
  cryptoTogether: ({ value, days }) =>
    line`The average pairwise correlation of crypto assets over ${String(days)} days is ${value}.`,
  eigenvector: ({ short, long }) =>
    line`The first eigenvector carries ${short} of the variance, against ${long} before.`,
  cissLike: (value) => line`The CISS-like stress measure stands at ${value}.`,
  nearest: ({ days, from }) =>
    line`The days nearest in state, looked for from ${String(from)} and before the as-of day only, are led by ${list([...days])}.`,
  nearestNone: () => ['No past day could be compared: the state of the day is not measured.'],

  strip: {
    title: (beyond, known) =>
      line`${capital(WORDS[beyond] ?? String(beyond))} of ${WORDS[known] ?? String(known)} classes beyond the line`,
    unknown: 'No class is measured',
    measure: 'Mean standardised move of each class, σ of its own past volatility; dashed line −1 σ',
  },
  scoreChart: {
    title: (score, rank) => line`A score of ${score}: rank ${rank}`,
    unknown: 'The joint-fall score has no value',
    measure: (from) => `Days by joint-fall score, bins of five points, square-root scale, since ${from}`,
  },
  heat: {
    title: (fell, all) => line`${String(fell)} of ${String(all)} instruments fell`,
    unknown: 'No move is measured',
    measure: 'Change of the day; depth of colour by standardised move, zero without colour',
  },
  drawdowns: {
    title: (items) =>
      line`Below the highest close: ${list(items.map(({ name, gap }) => line`${name} ${gap}`))}`,
    measure: (n, low) =>
      `Close against the highest close known at the instant, last ${n} sessions; one scale for all, 0 to ${low}`,
  },
  matrix: {
    title: (short, long) => line`Average correlation ${short}, before ${long}`,
    measure: (s, l) =>
      `Daily returns joined by date, closes not synchronous; lower left last ${s} days, upper right the ${l} days before`,
  },
  tableOne: {
    title: 'Price changes and levels',
    measure: 'Close on close, and the low against the previous close; peaks with their dates',
  },
  volatilityTable: {
    title: 'Realised volatility',
    measure: 'Standard deviation of daily changes over 30 days, a year; percentile in its own history',
  },
  nearestTable: {
    title: 'The nearest past days and what followed',
    measure: (n) => `Distance between states; change over the next ${n} sessions`,
  },
  fanTable: {
    title: 'What followed, by horizon',
    measure: (level) =>
      `Median over the nearest days, below it the range of the middle ${level}; not a forecast`,
  },
  scoreTable: { title: 'Days by score' },
  drawdownTable: { title: 'Below the highest close' },
  matrixTable: { title: 'Correlations' },
  change: (n) => `+${n} d`,
  why: (reason) => reason,
  absent: (items) =>
    line`No value: ${items
      .map(({ why, names, columns }) => `${names.join(', ')} (${columns.join(', ')}): ${why}`)
      .join('; ')}.`,
  chartLabel: (n) => `Figure ${n}`,
  tableLabel: (id) => `Table ${id}`,
  sourceLine: (text) => `Source: ${text}`,

  warnings: {
    title: 'What the data do not say',
    none: 'No series of this report is missing, late or suspect.',
  },
  warning: ({ kind, title, latest, due }) => {
    const last = latest ? `, latest ${latest}` : '';
    const then = due ? `, due ${due}` : '';
    return {
      missing: `${title}: no data`,
      'not-yet-known': `${title}: not yet known${last}${then}`,
      stale: `${title}: late${last}${then}`,
      revised: `${title}: revised since its first print${last}`,
      suspect: `${title}: suspect value, kept and marked${last}`,
      'short-history': `${title}: history too short for some figures${last}`,
    }[kind];
  },

  back: {
    notes: 'Notes',
    sources: 'Sources and licences',
    methods: 'Method',
    licences: 'Licences',
    disclaimer: 'Disclaimer',
    disclaimerText:
      'This report describes past market data as known at the stated instant. It is not investment advice, and no part of it is a forecast.',
    methodTexts: [
      'A day is a session: crypto from 00:00 to 00:00 UTC, cash markets at their own close. Closes are not synchronous and are joined by date.',
      '“Largest since” names the last earlier day with a move at least as large in the same direction.',
      'z divides the move of the day by its own volatility known before that day.',
      'The joint-fall score is a class-balanced mean of standardised moves on a scale from 0 to 100. Treasuries, the dollar, the yen and cash are not in it; they decide between broad and indiscriminate.',
      'Shown parts are rounded so that they add to the shown total.',
      'No cause is claimed: the report says what moved together, not why.',
      ...levelsEn.methodTexts,
    ],
  },
  notesLead: ({ prefix, suffix, asOf }) => [
    `Every number resolves to a figure, and all were known by ${asOf}. A full figure id is `,
    `${prefix}…${suffix}`,
    ' with the path given below in place of the dots, after the id of the series when it begins with a dot; “tidemark trace” opens it.',
  ],
  note: ({ where, session, closed, known }) =>
    [
      ...(where ? [where] : []),
      ...(session ? [`session ${session}${closed ? `, closed ${closed}` : ''}`] : []),
      ...(known ? [`known from ${known}`] : []),
    ].join('; '),
  noteFlags: 'marked',
  sourceOf: ({ provider, licence, items }) => `${provider} (${licence}): ${items.join(', ')}`,
  noLicence: 'licence not stated',
};
