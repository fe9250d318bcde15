import { z } from 'zod';
import { entryOf } from '../../../data/series/index.ts';
import { formatDay } from '../../../data/time.ts';
import { countAtMost } from '../../../math/sorted.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { type Draw, drawing, spanOf } from '../drawing.ts';
import { type ExplainContext, explainPart } from '../part.ts';
import { type CompleteRows, completeRowsOf } from './driver-model.ts';
import {
  BREAK,
  type Exposure,
  exposureOn,
  LEVEL,
  SAMPLE,
  type Slope,
  signYears,
  slopeBreak,
} from './exposure.ts';
import { logOf, moveOver, stepsOf } from './factors.ts';
import { lastRow, latestRow, readSessions, type Sessions, sessionSeries } from './sessions.ts';

const ASSETS = ['gold-front', 'gdx', 'btc-usd', 'nasdaq-100'] as const;
const REAL = 'us-10y-real';
const DOLLAR = 'dollar-index';
/** What a slope is told for: ten basis points, and one percent. */
const PER_YIELD = 0.001;
const PER_DOLLAR = 0.01;
const CARRY = 4;

const SIGNS = ['as-expected', 'conflict', 'unclear'] as const;

const slopeSchema = z.object({
  /** Change of the asset for +10 bp, or for +1 %. */
  slope: figureSchema,
  /** Against the sign that is expected of it, which is below 0; `unclear` where the band holds 0. */
  sign: z.enum(SIGNS).nullable(),
  /** Calendar years with the sign that it has now, and years measured. */
  sameYears: figureSchema,
  years: z.number().int(),
});

const schema = z.object({
  /** Session from which the break is asked about. */
  breakAt: isoDay,
  assets: z.array(
    z.object({
      asset: z.string(),
      realYield: slopeSchema,
      dollar: slopeSchema,
      rSquared: figureSchema,
      break: z.object({ before: figureSchema, after: figureSchema, p: figureSchema }),
      window: z.object({
        from: isoDay.nullable(),
        to: isoDay.nullable(),
        /** Date of the real yield at the end; earlier than `to` where that session's is not yet known. */
        yieldDate: isoDay.nullable(),
        move: figureSchema,
        realYield: figureSchema,
        dollar: figureSchema,
        rest: figureSchema,
      }),
    }),
  ),
});

export type ExposureAsset = z.infer<typeof schema>['assets'][number];

const REGRESSION =
  'y = a + b ΔR + d ΔD + e by least squares on the last 250 complete New York sessions before the window; y log return, R 10-year TIPS yield, D log dollar index; 95 % band Newey–West, lag ⌊4 (n/100)^(2/9)⌋';

/** What ten basis points of real yield, and one percent of dollar, go with; how steady their signs are; and what they leave of the window. */
export const yieldExposure = explainPart({
  id: 'yield-exposure',
  title: {
    'zh-Hans': '实际收益率与美元敏感度',
    'zh-Hant': '實質殖利率與美元敏感度',
    en: 'Exposure to real yields and the dollar',
  },
  series: [REAL, DOLLAR, ...ASSETS],
  schema,
  formulas: [
    formula(
      'exposure-yield',
      '对实际收益率的敏感度',
      '對實質殖利率的敏感度',
      'Exposure to real yields',
      `b × 10 bp; ${REGRESSION}`,
      'Newey & West (1987), Econometrica 55, eq. 5',
    ),
    formula(
      'exposure-dollar',
      '对美元的敏感度',
      '對美元的敏感度',
      'Exposure to the dollar',
      `d × 1 %; ${REGRESSION}`,
      'Newey & West (1987), Econometrica 55, eq. 5',
    ),
    formula(
      'exposure-years',
      '符号相同的年数',
      '符號相同的年數',
      'Years with the same sign',
      'number of calendar years with at least 120 sessions in which the slope of the same regression had the sign that it has now',
    ),
    formula(
      'exposure-r-squared',
      '两者解释的比例',
      '兩者解釋的比例',
      'Explained by both',
      'R² of the regression',
    ),
    formula(
      'exposure-break-slope',
      '断点前后的敏感度',
      '斷點前後的敏感度',
      'Exposure before and since the break',
      'b × 10 bp of y = a + b ΔR + d ΔD + s (a′ + b′ ΔR + d′ ΔD) + e on all sessions since 2004, s = 1 from 2022-01-01 on; after: (b + b′) × 10 bp',
    ),
    formula(
      'exposure-break',
      '敏感度断点的检验',
      '敏感度斷點的檢驗',
      'Test of the break',
      'p of b′ = 0, Wald χ²_1 with the Newey–West error of b′',
      'Chow (1960), Econometrica 28(3); Newey & West (1987)',
    ),
    formula(
      'exposure-part',
      '窗口内对应的变动',
      '視窗內對應的變動',
      'What the window’s change goes with',
      '(e^m − 1)/m · b (R_t − R_{t−w}) or · d (D_t − D_{t−w}); m the log move; the real yield by the latest value known, at most four sessions old',
    ),
    formula(
      'exposure-move',
      '窗口内的变动',
      '視窗內的變動',
      'Move over the window',
      'P_t / P_{t−w} − 1 between New York closes',
    ),
    formula(
      'exposure-rest',
      '两者之外的变动',
      '兩者之外的變動',
      'What both leave',
      'the move less both parts, by subtraction',
    ),
  ],
  covers: (asset) => (entryOf(asset)?.transform ?? 'price') === 'price' && asset !== DOLLAR,
  async compute(context) {
    const { view, asset, window } = context;
    const assets = asset === undefined ? ASSETS : [asset];
    const sessions = await readSessions(view, [...assets, REAL, DOLLAR], window);
    return { breakAt: formatDay(BREAK), assets: assets.map((one) => assetOf(context, sessions, one)) };
  },
});

interface Path {
  readonly level: Float64Array;
  readonly source: Uint8Array;
  readonly carry: number;
}

function pathOf(sessions: Sessions, id: string, log: boolean): Path {
  const column = sessions.get(id);
  const values = column?.values ?? new Float64Array(sessions.dates.length).fill(Number.NaN);
  return {
    level: log ? values.map(logOf) : values,
    source: column?.source ?? new Uint8Array(values.length),
    carry: CARRY,
  };
}

const FEW = 'fewer than 60 sessions with the real yield, the dollar and the instrument';
const NO_BREAK = 'fewer than 120 sessions on a side of the break';

interface Measured {
  readonly asset: string;
  readonly dates: Int32Array;
  readonly draw: Draw;
  /** All complete rows: steps of the real yield, the dollar and the asset. */
  readonly rows: CompleteRows;
  readonly found: Exposure | undefined;
  /** Window and lag of the regression, for the figures that come from it. */
  readonly sample: ReturnType<typeof sampleOf>;
}

function assetOf({ view, figure, window }: ExplainContext, sessions: Sessions, asset: string): ExposureAsset {
  const { dates } = sessions;
  const real = pathOf(sessions, REAL, false);
  const dollar = pathOf(sessions, DOLLAR, true);
  const own = pathOf(sessions, asset, true);
  const last = latestRow({ values: own.level });
  const first = Math.max(-1, last - window);
  const rows = completeRowsOf([real, dollar, own].map(({ level, source }) => stepsOf(level, source)));
  const until = countAtMost(rows.at, first);
  const found = exposureOn(rows, Math.max(0, until - SAMPLE), until);
  const draw = drawing(figure, [REAL, DOLLAR, ...sessionSeries(view, asset)]);
  const measured = { asset, dates, draw, rows, found, sample: sampleOf(rows, dates, until, found) };
  return {
    asset,
    realYield: slopeOf(measured, 'yield'),
    dollar: slopeOf(measured, 'dollar'),
    rSquared: draw(`${asset}.r-squared`, found?.r2 ?? Number.NaN, 'ratio', 'exposure-r-squared', {
      ...measured.sample,
      why: FEW,
    }),
    break: breakOf(measured),
    window: windowOf(measured, [real, dollar, own], first, last),
  };
}

function sampleOf({ at }: CompleteRows, dates: Int32Array, until: number, found: Exposure | undefined) {
  if (!found) return {};
  const span = spanOf(dates, at[until - found.rows]!, at[until - 1]!, found.rows);
  return { ...span, params: { lag: found.lag } };
}

const SLOPES = { yield: [0, PER_YIELD], dollar: [1, PER_DOLLAR] } as const;

function slopeOf({ asset, dates, draw, rows, found, sample }: Measured, name: keyof typeof SLOPES) {
  const [k, unit] = SLOPES[name];
  const one = found?.slopes[k];
  const { same, years } = one ? signYears(rows, dates, k, one.value) : { same: 0, years: 0 };
  const how = `Newey–West, lag ${found?.lag}`;
  return {
    slope: draw(`${asset}.${name}`, unit * (one?.value ?? Number.NaN), 'fraction', `exposure-${name}`, {
      ...sample,
      ...(one ? { band: { low: unit * one.low, high: unit * one.high, level: LEVEL, how } } : {}),
      why: FEW,
    }),
    sign: one ? signOf(one) : null,
    sameYears: draw(
      `${asset}.${name}.same-years`,
      years === 0 ? Number.NaN : same,
      'count',
      'exposure-years',
      {
        params: { years },
        why: 'no year with 120 sessions',
      },
    ),
    years,
  };
}

function breakOf({ asset, dates, draw, rows }: Measured) {
  const change = slopeBreak(rows, dates);
  const told = (name: 'before' | 'after') =>
    draw(
      `${asset}.break.${name}`,
      PER_YIELD * (change?.[name] ?? Number.NaN),
      'fraction',
      'exposure-break-slope',
      {
        why: NO_BREAK,
      },
    );
  return {
    before: told('before'),
    after: told('after'),
    p: draw(`${asset}.break.p`, change?.p ?? Number.NaN, 'fraction', 'exposure-break', { why: NO_BREAK }),
  };
}

function windowOf(
  { asset, dates, draw, found }: Measured,
  [real, dollar, own]: readonly [Path, Path, Path],
  first: number,
  last: number,
) {
  const moved = (path: Path) => (first < 0 ? Number.NaN : moveOver(path, first, last));
  const log = moved(own);
  const move = Math.expm1(log);
  const factor = log === 0 ? 1 : move / log;
  const byYield = factor * (found?.slopes[0].value ?? Number.NaN) * moved(real);
  const byDollar = factor * (found?.slopes[1].value ?? Number.NaN) * moved(dollar);
  const yieldRow = last < 0 ? -1 : lastRow(real.level, last, CARRY);
  const day = (row: number) => (row < 0 ? null : formatDay(dates[row]!));
  const why = found ? 'no value at both ends of the window' : FEW;
  const part = (name: string, value: number, formulaId: string, late = false) =>
    draw(`${asset}.window.${name}`, value, 'fraction', formulaId, { flags: late ? ['stale'] : [], why });
  return {
    from: day(first),
    to: day(last),
    yieldDate: day(yieldRow),
    move: part('move', move, 'exposure-move'),
    realYield: part('yield', byYield, 'exposure-part', yieldRow < last),
    dollar: part('dollar', byDollar, 'exposure-part'),
    rest: part('rest', move - (byYield + byDollar), 'exposure-rest'),
  };
}

function signOf({ low, high }: Slope): (typeof SIGNS)[number] {
  if (high < 0) return 'as-expected';
  return low > 0 ? 'conflict' : 'unclear';
}
