import type { Figure } from '../../data/figure.ts';
import type { Words } from '../../data/series/entry.ts';
import { newYorkHour } from '../../diagnosis/explain/flows/liquidations/table.ts';
import { LEVEL_WIDTH, LEVELS, type Records } from '../engine/recorder.ts';
import type { MarketSpec } from '../market/spec.ts';
import { SELLERS } from '../sellers/index.ts';
import type { CascadeAnswer } from './answer.ts';
import type { CascadeFigures } from './figures.ts';
import type { Gathered } from './gathered.ts';

type Forced = CascadeAnswer['forced'];

export interface ForcedContext {
  readonly market: MarketSpec;
  readonly base: Gathered;
  /** Sellers of the runs, in their order. */
  readonly players: readonly string[];
  readonly figures: CascadeFigures;
  readonly titleOf: (asset: string) => Words;
}

/** What is sold by force: by seller, venue, asset, level of the price and hour. */
export function forced(context: ForcedContext): Forced {
  const { market, base, players, figures } = context;
  const n = market.assets.length;
  const s = players.length;
  const series = market.assets.map(({ id }) => id);
  const isSeller = players.map((id) => SELLERS.find((one) => one.id === id)!.side === 'seller');
  const total = (
    records: Records,
    path: number,
    of: 'sold' | 'bought',
    keep: (seller: number, asset: number) => boolean,
  ) => {
    let sum = 0;
    for (let k = 0; k < s; k++) {
      for (let a = 0; a < n; a++) if (keep(k, a)) sum += records[of][(path * s + k) * n + a]!;
    }
    return sum;
  };
  const soldBy = (keep: (seller: number, asset: number) => boolean) =>
    base.each((records, path) => total(records, path, 'sold', (k, a) => isSeller[k]! && keep(k, a)));
  const whole = soldBy(() => true);
  const row = (kind: string, id: string, title: Words, values: Float64Array) => ({
    id,
    title,
    usd: figures.spread(
      { path: `forced.${kind}.${id}`, formula: 'cascade-forced', unit: 'usd', series },
      values,
    ),
    share: shareOf(figures, `forced.${kind}.${id}.share`, series, values, whole),
  });
  return {
    total: figures.spread({ path: 'forced', formula: 'cascade-forced', unit: 'usd', series }, whole),
    bought: figures.spread(
      { path: 'forced.bought', formula: 'cascade-bought', unit: 'usd', series },
      base.each((records, path) => total(records, path, 'bought', () => true)),
    ),
    bySeller: players.flatMap((id, k) =>
      isSeller[k]
        ? [
            row(
              'seller',
              id,
              SELLERS.find((one) => one.id === id)!.title,
              soldBy((one) => one === k),
            ),
          ]
        : [],
    ),
    byAsset: market.assets.map(({ id }, a) =>
      row(
        'asset',
        id,
        context.titleOf(id),
        soldBy((_, one) => one === a),
      ),
    ),
    byVenue: venues(context, isSeller, whole, series),
    byLevel: levels(context),
    byHour: hours(context, isSeller),
    longs: longs(context, series),
  };
}

function shareOf(
  figures: CascadeFigures,
  path: string,
  series: readonly string[],
  part: Float64Array,
  whole: Float64Array,
): Figure {
  const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
  const draft = {
    path,
    formula: 'cascade-share',
    unit: 'fraction',
    series,
    why: 'nothing is sold by force',
  } as const;
  return figures.plain(draft, sum(part) / sum(whole));
}

function venues(
  { market, base, players, figures }: ForcedContext,
  isSeller: readonly boolean[],
  whole: Float64Array,
  series: readonly string[],
): Forced['byVenue'] {
  const books = market.assets.flatMap(({ books }) => books.map(({ venue }) => venue));
  const all = whole.reduce((sum, value) => sum + value, 0);
  return [...new Set(books)].map((venue) => {
    let usd = 0;
    for (const { byBook } of base.records) {
      for (let k = 0; k < players.length; k++) {
        if (!isSeller[k]) continue;
        for (const [b, name] of books.entries()) if (name === venue) usd += byBook[k * books.length + b]!;
      }
    }
    const title = { 'zh-Hans': venue, 'zh-Hant': venue, en: venue };
    const path = `forced.venue.${venue}`;
    return {
      id: venue,
      title,
      usd: figures.plain({ path, formula: 'cascade-forced-venue', unit: 'usd', series }, usd / base.paths),
      share: figures.plain(
        {
          path: `${path}.share`,
          formula: 'cascade-share',
          unit: 'fraction',
          series,
          why: 'nothing is sold by force',
        },
        usd / all,
      ),
    };
  });
}

/** Levels at which anything is sold, mean over the paths. */
function levels({ market, base }: ForcedContext): Forced['byLevel'] {
  return market.assets.flatMap(({ id }, a) =>
    Array.from({ length: 2 * LEVELS }, (_, level) => ({
      asset: id,
      from: Math.expm1((level - LEVELS) * LEVEL_WIDTH),
      to: Math.expm1((level + 1 - LEVELS) * LEVEL_WIDTH),
      usd: base.sum(({ byLevel }) => byLevel[a * 2 * LEVELS + level]!) / base.paths,
    })).filter(({ usd }) => usd > 0),
  );
}

/** By hour of the day, mean over the paths; hours of several days are added up. */
function hours({ market, base, players }: ForcedContext, isSeller: readonly boolean[]): Forced['byHour'] {
  const count = Math.ceil((market.steps * market.stepMinutes) / 60);
  const rows = new Map<number, { utc: number; newYork: number; usd: number }>();
  for (let hour = 0; hour < count; hour++) {
    const time = market.start + hour * 3_600_000;
    const utc = new Date(time).getUTCHours();
    const row = rows.get(utc) ?? { utc, newYork: newYorkHour(time), usd: 0 };
    for (let k = 0; k < players.length; k++) {
      if (isSeller[k]) row.usd += base.sum(({ byHour }) => byHour[k * count + hour]!) / base.paths;
    }
    rows.set(utc, row);
  }
  return [...rows.values()].sort((x, y) => x.utc - y.utc);
}

function longs({ base, players, figures }: ForcedContext, series: readonly string[]): Figure | null {
  if (!players.includes('perpetuals')) return null;
  const sum = (name: string) =>
    base.sum(({ notes }) => (notes[name] ?? []).reduce((all, value) => all + value, 0));
  const [long, short] = [sum('perpetuals.longs'), sum('perpetuals.shorts')];
  return figures.plain(
    {
      path: 'forced.longs',
      formula: 'cascade-longs',
      unit: 'fraction',
      series,
      why: 'nothing is liquidated',
    },
    long / (long + short),
  );
}
