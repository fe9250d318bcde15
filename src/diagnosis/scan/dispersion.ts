import type { FigureMaker } from '../../data/figure.ts';
import type { Words } from '../../data/series/entry.ts';
import { type EpochDay, epochDay } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import { standardDeviation } from '../../math/moments.ts';
import { empiricalCdf } from '../../math/rank.ts';
import { latestSession } from '../sessions.ts';
import type { ScanAnswer } from './answer.ts';
import { commonRows, type Rows, rowsWindow } from './rows.ts';
import { SECTOR_FUNDS } from './sectors.ts';

interface Basket {
  readonly id: string;
  readonly title: Words;
  readonly members: readonly string[];
}

const BASKETS: readonly Basket[] = [
  {
    id: 'ai',
    title: { 'zh-Hans': '人工智能产业链', 'zh-Hant': '人工智慧產業鏈', en: 'Artificial intelligence' },
    members: ['nvda', 'amd', 'avgo', 'smh', 'msft', 'googl', 'meta', 'amzn', 'igv', 'pltr'],
  },
  {
    id: 'megacap',
    title: { 'zh-Hans': '美股七巨头', 'zh-Hant': '美股七巨頭', en: 'Seven largest US technology shares' },
    members: ['aapl', 'msft', 'googl', 'amzn', 'nvda', 'meta', 'tsla'],
  },
  {
    id: 'sectors',
    title: { 'zh-Hans': '标普500行业板块', 'zh-Hant': '標普500行業類股', en: 'S&P 500 sectors' },
    members: SECTOR_FUNDS,
  },
];

const FROM: EpochDay = epochDay(2005, 1, 1);

/** Members of which a spread says something, and sessions among which it is ranked. */
const FEWEST = 3;
const RANKED = 252;

/** Spread of the day's moves inside each basket, its rank in the basket's own history, and who was best and worst. */
export async function dispersion(view: View, figure: FigureMaker): Promise<ScanAnswer['dispersion']> {
  const to = latestSession('new-york', view.instant);
  const from = Math.min(FROM, to);
  const found: ScanAnswer['dispersion'] = [];
  for (const basket of BASKETS) {
    const rows = await commonRows(view, basket.members, { from, to, least: RANKED + 1 });
    const last = rows.dates.length - 1;
    if (rows.ids.length < FEWEST || last < 0 || rows.dates[last] !== to) continue;
    found.push(dispersionOf(basket, rows, figure));
  }
  return found;
}

function dispersionOf(basket: Basket, rows: Rows, figure: FigureMaker): ScanAnswer['dispersion'][number] {
  const last = rows.dates.length - 1;
  const spread = rows.columns[0]!.map((_, t) => standardDeviation(rowOf(rows, t)));
  const order = rows.ids
    .map((id, k) => ({ id, move: rows.columns[k]![last]! }))
    .sort((a, b) => b.move - a.move || (a.id < b.id ? -1 : 1));
  const draft = (path: string, value: number, formula: string, from: number) =>
    figure({
      path: `dispersion.${basket.id}.${path}`,
      value,
      unit: 'fraction',
      of: {
        formula,
        series: rows.ids,
        ...(rows.leftOut.length > 0 ? { params: { leftOut: rows.leftOut.join(' ') } } : {}),
      },
      window: rowsWindow(rows, from, last + 1),
      why: `fewer than ${RANKED} common sessions`,
    });
  return {
    basket: basket.id,
    title: basket.title,
    standardDeviation: draft('standard-deviation', spread[last]!, 'cross-section-deviation', last),
    percentile: draft(
      'percentile',
      last + 1 >= RANKED ? empiricalCdf(spread, spread[last]!) : Number.NaN,
      'cross-section-percentile',
      0,
    ),
    best: order[0]!.id,
    worst: order.at(-1)!.id,
  };
}

function rowOf(rows: Rows, t: number): Float64Array {
  return Float64Array.from(rows.columns, (column) => column[t]!);
}
