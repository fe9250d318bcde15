import { line } from '../../inline.ts';
import { decimal } from '../../numbers.ts';
import { en as base } from '../en.ts';
import type { CascadeMessages, Named } from './messages.ts';

const plural = (n: number, one: string) => `${decimal(n, { decimals: 0 })} ${one}${n === 1 ? '' : 's'}`;

function span(minutes: number): string {
  if (minutes < 10 && !Number.isInteger(minutes)) return `${decimal(minutes, { decimals: 1 })} minutes`;
  if (minutes < 120) return plural(Math.round(minutes), 'minute');
  if (minutes <= 2880) return `${decimal(minutes / 60, { decimals: minutes % 60 === 0 ? 0 : 1 })} hours`;
  return `${decimal(minutes / 1440, { decimals: minutes % 1440 === 0 ? 0 : 1 })} days`;
}

const list = (items: readonly Named[], between = ' ') =>
  base.list(items.map(({ name, value }) => line`${name}${between}${value}`));

export const en: CascadeMessages = {
  heading: 'Systematic flows and forced sale',
  tag: 'SIMULATION',
  title: ({ date, name, shock }) => [`${date}:`, `how far forced sale runs after ${shock} in ${name}`],
  parameters: ({ shock, paths, draws, seed, step, horizon, calibration }) =>
    `shock ${shock} · ${plural(paths, 'path')} over ${plural(draws, 'draw')}, seed ${seed} · steps of ${step}, horizon ${horizon} · calibration ${calibration}`,
  methods: [
    'The cascade is a simulation: sellers with stated rules meet in one market of order books. It answers what a supposed shock would do; it does not say that the shock will come.',
    'What nobody can observe, leverage above all, is drawn from a calibration or a prior; every band holds 90% of the paths over these draws.',
    'Shares of the fall are Shapley values over runs with sellers switched off, without chance; with the shock they add to the whole exactly.',
  ],
  span,
  inSentence: (title) => title.replace(/^[A-Z](?=[a-z]+[ ,-])/, (letter) => letter.toLowerCase()),
  after: (minutes) => (minutes === 0 ? '0' : minutes % 60 === 0 ? `+${minutes / 60} h` : `+${minutes} min`),

  fact: {
    key: ({ items, over, name, low, stop }) =>
      line`Under a shock from outside (${list(items)}, within ${over}) the lowest of ${name} is ${low}, at ${stop}.`,
    without: ({ low, amplification }) =>
      line`Without any forced sale the same paths go to ${low}; with it the fall is ${amplification} times as deep.`,
    withoutOnly: ({ low, why }) =>
      line`Without any forced sale the same paths go to ${low}; a factor between the two is not told: ${why}.`,
    time: ({ toLow, final, horizon }) =>
      line`The lowest comes after ${toLow}, and after ${horizon} the change is ${final}.`,
    heal: ({ healed, toHeal, horizon }) =>
      toHeal
        ? line`In ${healed} of the paths what the sellers took off comes back within ${horizon}, after ${toHeal} in the median of these.`
        : line`In ${healed} of the paths what the sellers took off comes back within ${horizon}.`,
    others: (items) =>
      line`Assets that are not named move as their correlation with the named says, and then by forced sale; the furthest go ${list(items, ' to ')}.`,
    meaning: [
      'This is what a model answers to a supposed shock, not a forecast; brackets hold 90% of the paths over draws of what nobody can observe.',
    ],
  },
  sale: {
    nothing: ['Nothing is sold by force.'],
    total: (total) => line`Forced sale comes to ${total} over all assets.`,
    shares: (parts) => line`On average it is made of ${list(parts)}.`,
    places: ({ asset, assetShare, venue, venueShare }) =>
      line`By asset the largest part is in ${asset} (${assetShare}), by place at ${venue} (${venueShare}).`,
    level: ({ asset, from, to, share }) =>
      line`In ${asset} the most, ${share}, is sold while the price stands between ${from} and ${to} against the start.`,
    hour: ({ utc, newYork, share }) =>
      line`The busiest hour begins at ${utc} UTC (${newYork} in New York) with ${share}.`,
    longs: (share) => line`Longs are ${share} of what perpetual venues liquidate.`,
    bought: (usd) => line`Bought by the same rules: ${usd}.`,
    noCauses: ['What each seller adds to the fall is left out here; it comes with the full run.'],
    cause: ({ name, whole, shock, parts }) =>
      line`Of the depth of the fall of ${name} without chance, ${whole}, the shock itself is ${shock}${parts.length === 0 ? '' : line`, ${list(parts)}`}.`,
  },
  gain: {
    here: ({ name, gain, state }) =>
      line`At the price that the shock alone reaches, a dollar of forced sale in ${name} forces ${gain} of a dollar more: ${
        {
          dies: 'less than one, so a sale dies out',
          'may-feed': 'less than one in the median, but not everywhere within the band',
          feeds: 'more than one, so it feeds itself',
        }[state]
      }.`,
    threshold: (fall) => line`This gain first passes 1 at a change of ${fall}.`,
    noThreshold: ({ passing, draws }) =>
      line`Down to half the price it passes 1 in ${String(passing)} of ${plural(draws, 'draw')} only, so no threshold is named.`,
    waits: (items) =>
      line`Forced orders that wait below the price add up to ${base.list(items.map(({ below, usd }) => line`${usd} down to ${below}`))}.`,
  },
  funds: {
    state: ({ emptied, left }) =>
      line`The insurance fund of at least one venue is used up in ${emptied} of the paths; ${left} is left in all together.`,
    deleveraged: (usd) => line`Closed against winners (auto-deleveraging): ${usd}.`,
    none: ['No perpetual venue takes part, so nothing is liquidated and no insurance fund is used.'],
  },
  claim: {
    stated: ({ trade, move, required }) =>
      line`The claim that leveraged funds traded ${trade} at a close with ${move} requires ΣA·L(L−1) = ${required}.`,
    has: ({ funds, has, share, trades }) =>
      line`The ${plural(funds, 'fund')} known on these assets come to ${has}, ${share} of it, and would trade ${trades} if every index moved so.`,
    none: ['No leveraged fund is known on these assets.'],
  },
  contagion: {
    falls: ({ from, items }) =>
      line`When nothing but ${base.list(from)} is shocked and the rest does not move by itself, forced sale takes ${list(items, ' to ')}.`,
    none: (from) =>
      line`When nothing but ${base.list(from)} is shocked and the rest does not move by itself, forced sale carries no other asset down in the median path.`,
  },
  rests: {
    sensitivity: (items) =>
      line`The depth of the fall hangs on these unobserved quantities more than chance would have it (rank correlation over the draws; above 0, more of it makes the fall deeper): ${list(items)}.`,
    noSensitivity: ({ noise, draws, all }) =>
      line`With ${plural(draws, 'draw')} no single unobserved quantity can be told from chance: among ${String(all)} a rank correlation with the depth of the fall up to ±${noise} means nothing.`,
    known: ({ measured, proxy, prior }) =>
      line`Of the inputs ${String(measured)} are measured, ${String(proxy)} come from a series that stands in, and ${String(prior)} are priors.`,
    prior: [
      'No calibration is used: every unobserved quantity is drawn from its prior, so the bands are wide.',
    ],
    calibrated: ({ title, from, to, of, all }) =>
      line`Of the ${String(all)} unobserved quantities ${String(of)} come from the calibration “${title}” (${from} to ${to}), the others from their priors.`,
    other: (id) => line`The unobserved quantities come from the calibration “${id}”.`,
    validation: (path) => line`How a calibration did on episodes that it had not seen is told in ${path}.`,
    missing: 'Series that would replace a prior, and where they can be had',
    need: ({ title, id, sources }) =>
      `${title} (${id}): ${sources.length > 0 ? sources.join(', ') : 'no public source, import your own'}`,
    sources: 'Where the ranges of the priors come from',
  },

  headings: {
    sale: 'Who sells, where and when',
    ladder: 'What waits below the price',
    rests: 'What these results rest on',
  },
  columns: {
    asset: 'Asset',
    start: 'Start',
    shock: 'Shock',
    low: 'Lowest',
    lowAlone: 'Lowest without',
    stop: 'Stops at',
    amplification: 'Amplification',
    gain: 'Gain',
    threshold: 'Gain above 1 from',
    seller: 'Seller',
    rule: 'What it does',
    state: 'In this run',
    sold: 'Sold',
    share: 'Share of sale',
    cause: 'Share of the fall',
    item: 'Item',
    simulated: 'Simulated',
    measured: 'Reported',
    note: 'Remark',
    below: 'Change',
    price: 'Price',
    waits: 'Waits down to it',
    added: 'Added by this level',
    from: 'Mostly by',
    input: 'Input',
    value: 'Value',
    how: 'How known',
    unknown: 'Quantity',
    prior: 'Prior',
    drawn: 'Drawn',
    sensitivity: 'Effect',
  },
  states: { on: 'on', off: 'switched off', 'nothing-to-sell': 'nothing to sell' },
  hows: { measured: 'measured', proxy: 'stands in', prior: 'prior' },
  ages: { day: 'up to a day old', week: 'up to a week', month: 'older' },
  venues: { spot: 'Spot markets', exchange: 'Futures exchanges and stock markets', okx: 'OKX' },
  shockRow: 'Shock from outside',
  total: 'Whole',
  others: 'Others',
  calibratedMark: 'calibrated',

  falls: {
    title: 'How far each asset falls and where it stops',
    measure:
      'Median of the paths, 90% of them below it; “without”: the same paths with every seller switched off; a dash: the gain passes 1 in less than half of the draws',
  },
  fan: {
    title: ({ name, low, stop }) => line`${name}: ${low} at the lowest, stopping at ${stop}`,
    measure: ({ paths, draws }) =>
      `Price in US dollars, time after the start; dark band 50%, light band 90% of ${plural(paths, 'path')} over ${plural(draws, 'draw')}; the axis does not begin at zero`,
    start: 'start',
    median: 'median',
  },
  sellers: {
    title: 'Sellers, what they sell and their share of the fall',
    measure: (name) =>
      `Sold: median over the paths with 90% of them below it; share of sale: of the mean; share of the fall of ${name}: Shapley value, percentage points, adding up with the shock`,
  },
  waterfall: {
    title: ({ name, whole, shock }) => line`Of a fall of ${whole} in ${name}, the shock itself is ${shock}`,
    measure:
      'Change of the price at the lowest by seller, percentage points, without chance; grey is what comes from outside, the last bar is the whole',
  },
  ladder: {
    title: ({ name, below, usd }) => line`${name}: ${usd} of forced orders wait down to ${below}`,
    none: (name) => [`${name}: no forced order waits below the price`],
    measure:
      'Forced orders added by each level below the price, US dollars at the price of the start, mean over the draws, by seller',
    mark: 'gain above 1: a dollar sold there forces more than a dollar',
    table: 'The ladder below the price',
    tableMeasure:
      'Cumulative from the start, median over the draws with 90% of them below it; gain: extra forced sale a unit of forced sale, the highest within the level',
  },
  layers: {
    title: ({ name, share, within }) =>
      line`${name}: ${share} of the longs were opened within ${within} of the price`,
    measure:
      'Longs in US dollars by price of entry against the start and by age, mean over the draws; behind each sum the mean distance to liquidation',
    entry: ({ from, to }) => `${from} to ${to}`,
  },
  leverage: {
    title: ({ name, reached }) =>
      line`${name}: ${reached} of the longs stand within reach of the lowest price`,
    measure:
      'Open longs by leverage, US dollars, lines hold 90% of the draws; below, the mean distance to liquidation; filled: the median path comes as low as that',
    leverage: 'up to',
    distance: 'away',
    upTo: (leverage) => `${leverage}×`,
  },
  clock: {
    title: ({ utc, newYork, share }) =>
      line`Busiest from ${utc} UTC (${newYork} in New York) with ${share} of the forced sale`,
    measure: 'Forced sale by hour of the day, percent of the whole, mean over the paths',
    utc: 'UTC',
    newYork: 'NY',
    session: 'cash session in New York',
  },
  liquidations: {
    title: 'Liquidations: simulated beside reported',
    measure: (measured) =>
      measured
        ? 'Simulated: what the model sells from the instant on. Reported: what was known of the days before it. The two are different spans and are not to be subtracted'
        : 'Simulated: what the model sells from the instant on. No report of liquidations was asked for',
    amount: 'Forced sale, all sellers',
    perpetuals: 'Liquidated perpetual positions',
    longs: 'Longs',
    peak: 'Busiest hour',
    rank: 'Rank',
    groups: {
      all: 'Amount',
      venues: 'By venue: all forced sellers in its books',
      leverage: 'By leverage: open longs over all assets',
    },
    reportedShare: '; reported: share of liquidations',
    notes: {
      amount: 'over all assets and the whole horizon',
      perpetuals: 'venues under-report, so a reported sum is a lower bound',
      longs: 'share of what is liquidated',
      peak: 'begin of the hour, share of the sum',
      text: 'from texts, unverified',
    },
    rankNote: (days) => `among ${plural(days, 'day')} with a figure at hand; no rank in history`,
    openWithin: (distance) => `liquidated after a change of ${distance} on average`,
    time: ({ utc, newYork }) => `${utc} UTC, ${newYork} New York`,
    band: ({ from, to }) => (to === null ? `${from}× and more` : `${from}–${to}×`),
  },
  inputs: {
    title: 'What it starts from',
    measure: 'Each input, how it is known, and what a reader must know of it',
  },
  unknowns: {
    title: 'What nobody can observe',
    measure: ({ name, noise, draws, all }) =>
      `Prior and what was drawn of it, median with 90% of the draws; effect: Spearman correlation over ${plural(draws, 'draw')} with the depth of the fall of ${name}, grey within ±${noise}, which chance gives among ${all}`,
  },
};
