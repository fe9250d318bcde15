import type { Figure, FigureDraft, FigureMaker } from '../../data/figure.ts';
import { type EpochDay, epochDay, formatDay } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import { latestSession } from '../sessions.ts';
import type { ScanAnswer } from './answer.ts';
import { BASKET } from './basket.ts';
import {
  correlationAt,
  episodes,
  FIRST_ROW,
  jointFalls,
  jointFrequency,
  RANKED,
  SCALE,
  type Side,
  SPANS,
  sideOf,
} from './pair-fall.ts';
import { commonRows, type Rows, rowsWindow } from './rows.ts';

type Pair = ScanAnswer['pairs']['measured'][number];

/** Assets sold as a hedge or as a diversifier beside what they are to hedge; gold miners and bitcoin are the note's own pair. */
const PAIRS = [
  ['gdx', 'btc-usd'],
  ['sp500', 'btc-usd'],
  ['gold-front', 'btc-usd'],
  ['sp500', 'gold-front'],
  ['nasdaq-100', 'btc-usd'],
  ['sp500', 'tlt'],
] as const;

const FROM: EpochDay = epochDay(2005, 1, 1);

const SEED = 20_051;
const DRAWS = 499;

/**
 * Do two assets fall together (S0.01): by pair, the falls over 5, 10 and 20 sessions, the rank correlation of 20 sessions, the present joint
 * fall with its day, the last one before, and how often it happens against independent series.
 */
export async function pairs(view: View, figure: FigureMaker): Promise<ScanAnswer['pairs']> {
  const session = latestSession('new-york', view.instant);
  const measured: Pair[] = [];
  const leftOut: ScanAnswer['pairs']['leftOut'] = [];
  for (const [a, b] of PAIRS) {
    const from = Math.min(Math.max(...[a, b].map(firstDay)), session);
    const rows = await commonRows(view, [a, b], { from, to: session, least: FIRST_ROW + 1 });
    const whole = rows.ids.length === 2 && rows.dates.at(-1) === session && rows.dates.length > FIRST_ROW;
    if (whole) measured.push(pairOf(a, b, rows, figure));
    else leftOut.push({ a, b });
  }
  return { session: formatDay(session), measured, leftOut };
}

function firstDay(id: string): EpochDay {
  return BASKET.find((member) => member.id === id)?.from ?? FROM;
}

function pairOf(a: string, b: string, rows: Rows, figure: FigureMaker): Pair {
  const sides = rows.columns.map(sideOf) as [Side, Side];
  const last = rows.dates.length - 1;
  const joint = jointFalls(...sides);
  const found = episodes(joint);
  const falling = joint[last] === 1;
  const present = falling ? found.at(-1) : undefined;
  const before = found.at(falling ? -2 : -1);
  const frequency = jointFrequency(...sides, { seed: SEED, draws: DRAWS });
  const day = (row: number) => formatDay(rows.dates[row]!);
  const make = pairFigures(`${a}+${b}`, rows, figure);
  return {
    a,
    b,
    from: day(FIRST_ROW),
    spans: SPANS.map((sessions, s) => ({
      sessions,
      changeA: make.change('a', s, sides[0]),
      changeB: make.change('b', s, sides[1]),
      zA: make.z('a', s, sides[0]),
      zB: make.z('b', s, sides[1]),
      both: (sides[0].fell[last]! & sides[1].fell[last]! & (1 << s)) !== 0,
    })),
    rankCorrelation: make.recent('rank-correlation', correlationAt(...sides, last), 'ratio', RANKED),
    falling,
    since: present ? day(present.first) : null,
    day: make.whole('day', present ? last - present.first + 1 : 0, 'count'),
    lastEpisode: before ? { from: day(before.first), to: day(before.last) } : null,
    share: make.whole('share', frequency.share, 'fraction'),
    shareIndependent: make.whole('share-independent', frequency.independent, 'fraction'),
    pValue: make.whole('p-value', frequency.pValue, 'fraction'),
  };
}

/** The figures of one pair: of one side over a span, of both over the last sessions, and of both over the whole history. */
function pairFigures(pair: string, rows: Rows, figure: FigureMaker) {
  const last = rows.dates.length - 1;
  const both = { asynchronyHours: rows.asynchronyHours };
  const draft = (path: string, value: number, rest: Pick<FigureDraft, 'unit' | 'of' | 'window'>): Figure =>
    figure({ path: `pairs.${pair}.${path}`, value, why: WHY, ...rest });
  const side = (name: 'a' | 'b', path: string, s: number, of: Side) => {
    const [series, sessions] = [rows.ids[name === 'a' ? 0 : 1]!, SPANS[s]!];
    const change = path === 'change';
    return draft(`${path}-${sessions}.${series}`, (change ? of.changes : of.z)[s]![last]!, {
      unit: change ? 'fraction' : 'sigma',
      of: {
        formula: `pair-${path}`,
        series: [series],
        params: { sessions, ...(change ? {} : { scale: SCALE }) },
      },
      window: rowsWindow(rows, change ? last - sessions + 1 : last - sessions - SCALE + 1, last + 1),
    });
  };
  return {
    change: (name: 'a' | 'b', s: number, of: Side) => side(name, 'change', s, of),
    z: (name: 'a' | 'b', s: number, of: Side) => side(name, 'z', s, of),
    recent: (path: string, value: number, unit: 'ratio', sessions: number) =>
      draft(path, value, {
        unit,
        of: { formula: `pair-${path}`, series: rows.ids, params: { sessions, ...both } },
        window: rowsWindow(rows, last - sessions + 1, last + 1),
      }),
    whole: (path: string, value: number, unit: 'count' | 'fraction') =>
      draft(path, value, {
        unit,
        of: {
          formula: `pair-${path}`,
          series: rows.ids,
          params: {
            ...both,
            ...(path === 'p-value' || path === 'share-independent' ? { seed: SEED, draws: DRAWS } : {}),
          },
        },
        window: rowsWindow(rows, FIRST_ROW, last + 1),
      }),
  };
}

const WHY = 'the history is too short, or a series did not move';
