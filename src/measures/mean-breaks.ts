import { z } from 'zod';
import { baiPerron } from './bai-perron.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { numberParam, windowParam } from './params.ts';
import { heldOverRefits, searchParam, type TrailingValues } from './refits.ts';

const params = z.object({
  window: windowParam(500, [100, 2520], 'rows in which breaks are searched'),
  refit: searchParam,
  of: z.enum(['changes', 'sizes']).default('sizes').meta({
    unit: 'series',
    description: 'changes: breaks in the mean change; sizes: breaks in the mean absolute change',
  }),
  trim: numberParam(0.15, [0.05, 0.3], 'fraction', 'fewest rows of a segment as a share of the window'),
  maxBreaks: z.number().int().min(1).max(5).default(5).meta({ unit: 'count', description: 'most breaks' }),
});

const SOURCE: Measure['source'] = {
  citation:
    'Bai & Perron (2003), Computation and analysis of multiple structural change models, J. Applied Econometrics 18; Bai & Perron (1998), Econometrica 66',
  doi: '10.1002/jae.659',
  equation: 'section 3',
};

const PARTITION =
  'the breaks that minimise Σ (x − x̄_segment)² over the w rows up to the last search, their number by BIC = w(ln 2π + ln(RSS/w) + 1) + 2(m + 1) ln w, segments of at least trim · w rows; x the change or its size';

const COMMON = {
  group: 'stress',
  unit: 'count',
  input: 'changes',
  columns: [1, 1],
  params,
  source: SOURCE,
  warmUp: ({ window }: z.infer<typeof params>) => window - 1,
} as const;

/**
 * Number of breaks in the mean by `baiPerron` on a trailing window. NaN on the first w − 1 rows, where the change is missing, and while the
 * window of the last search keeps fewer than max(30, w/2) values or does not vary.
 */
export const meanBreaks: Measure<typeof params> = {
  ...COMMON,
  id: 'mean-breaks',
  title: { 'zh-Hans': '均值结构突变次数', 'zh-Hant': '均值結構突變次數', en: 'Breaks in the mean' },
  range: [0, 5],
  formula: `m, the number of ${PARTITION}`,
  reading:
    'How often the level of x (by default the size of moves) changed for good within the window: 0 never. Clustered volatility breaks often, so a count of 2 or 3 is no alarm by itself; only its change is.',
  compute(panel, options) {
    const x = seriesOf(columnsOf(panel, this)[0]!, options.of);
    return heldOverRefits(
      x,
      options,
      (trailing) => breaksOf(trailing, options).length,
      (count) => count,
    );
  },
};

/** Rows since the last of the `meanBreaks`, row t included; the window's length where there is none. NaN as there. */
export const meanBreakAge: Measure<typeof params> = {
  ...COMMON,
  id: 'mean-break-age',
  title: {
    'zh-Hans': '距上次均值突变的行数',
    'zh-Hant': '距上次均值突變的列數',
    en: 'Rows since the last break in the mean',
  },
  range: [1, 2520],
  formula: `min(w, t − c + 1), c the first row after the last of ${PARTITION}`,
  reading:
    'How long the level of x (by default the size of moves) has been what it is, as the rows up to that day tell it; w when it did not break in the window. A break is seen only when the new segment has its fewest rows, so just after a search it is never below trim · w.',
  compute(panel, options) {
    const x = seriesOf(columnsOf(panel, this)[0]!, options.of);
    return heldOverRefits(
      x,
      options,
      (trailing) => breaksOf(trailing, options).at(-1) ?? Number.NEGATIVE_INFINITY,
      (start, t) => Math.min(options.window, t - start + 1),
    );
  },
};

function seriesOf(changes: Float64Array, of: 'changes' | 'sizes'): Float64Array {
  return of === 'sizes' ? changes.map(Math.abs) : changes;
}

/** Rows at which a new segment begins. */
function breaksOf(
  { values, rows }: TrailingValues,
  { trim, maxBreaks }: { readonly trim: number; readonly maxBreaks: number },
): number[] {
  const leastRows = Math.max(2, Math.floor(trim * values.length));
  const { models, choice } = baiPerron(values, { leastRows, maxBreaks });
  return models[choice]!.breaks.map((at) => rows[at]!);
}
