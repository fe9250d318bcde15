import { z } from 'zod';
import { entryOf } from '../../../../data/series/index.ts';
import { normalQuantile } from '../../../../math/distributions.ts';
import { neweyWest, ols } from '../../../../math/regression.ts';
import { countAtMost } from '../../../../math/sorted.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { dayAt, drawing, spanOf } from '../../drawing.ts';
import { bartlettLag } from '../../flows/etf/slope.ts';
import { type ExplainContext, explainPart } from '../../part.ts';
import { completeRowsOf } from '../driver-model.ts';
import { logOf, moveOver, stepsOf } from '../factors.ts';
import { lastRow, readSessions, type Sessions, sessionSeries } from '../sessions.ts';

const YIELD = 'us-10y-market';
/** Bonds, shares, metals, the dollar and a coin. */
const ASSETS = [
  ...['tlt', 'ief', 'lqd', 'hyg'],
  ...['sp500', 'nasdaq-100', 'russell-2000', 'xlu'],
  ...['gold-front', 'dollar-index', 'btc-usd'],
];

const SAMPLE = 250;
const FEWEST = 60;
const LEVEL = 0.95;
const CARRY = 4;

const CHECKS = ['as-implied', 'against', 'unclear'] as const;

const effect = z.object({ implied: figureSchema, actual: figureSchema, rest: figureSchema });

const schema = z.object({
  from: isoDay.nullable(),
  before: isoDay.nullable(),
  date: isoDay.nullable(),
  /** Change of the 10-year yield in the session, and over the window. */
  yieldDay: figureSchema,
  yieldWindow: figureSchema,
  assets: z.array(
    z.object({
      asset: z.string(),
      duration: figureSchema,
      rSquared: figureSchema,
      /** Share of the sessions of the sample whose sign was the implied one, and what chance would give. */
      agreed: figureSchema,
      byChance: figureSchema,
      day: effect,
      window: effect,
      /** Sign of the session against the implied one; unclear where the band of the duration holds 0 or nothing moved; null: not measured. */
      check: z.enum(CHECKS).nullable(),
    }),
  ),
  standing: z.literal('association'),
});

export type AnchorAsset = z.infer<typeof schema>['assets'][number];

const FIT = `ln return of the asset on a constant and the change of the 10-year yield, the last ${SAMPLE} complete New York sessions before the window (at least ${FEWEST}), least squares`;

/** How many years of the 10-year yield each asset is worth, what its change implied, and whether the day had that sign. */
export const rateAnchor = explainPart({
  id: 'rate-anchor',
  title: { 'zh-Hans': '十年期美债定价锚', 'zh-Hant': '十年期美債定價錨', en: 'The 10-year yield as anchor' },
  series: [YIELD, ...ASSETS],
  schema,
  formulas: [
    formula(
      'anchor-yield',
      '收益率的变动',
      '殖利率的變動',
      'Change of the yield',
      'y_t − y_{t−n} of the 10-year Treasury',
    ),
    formula(
      'anchor-duration',
      '经验久期',
      '經驗存續期間',
      'Empirical duration',
      `D = −b, in years; b of ${FIT}. Band: 95 %, Newey–West, lag ⌊4 (n/100)^(2/9)⌋`,
      'Fabozzi (2007), Fixed Income Analysis, ch. 7 (empirical duration); Newey & West (1987), Econometrica 55, eq. 5',
    ),
    formula(
      'anchor-r-squared',
      '收益率解释的比例',
      '殖利率解釋的比例',
      'Explained by the yield',
      `R² of ${FIT}`,
    ),
    formula(
      'anchor-implied',
      '隐含的估值变动',
      '隱含的估值變動',
      'Implied effect on the value',
      'exp(−D Δy) − 1, Δy the change of the yield over the same sessions; band by that of D. An association',
    ),
    formula(
      'anchor-actual',
      '实际变动',
      '實際變動',
      'Actual move',
      'P_t / P_{t−n} − 1 between New York closes',
    ),
    formula('anchor-rest', '其余', '其餘', 'What the yield leaves', 'actual less implied, by subtraction'),
    formula(
      'anchor-agreed',
      '符号一致的频率',
      '符號一致的頻率',
      'How often the sign agreed',
      'share of the sessions of the sample in which sign(r) = sign(−D Δy), of those in which both moved; in sample',
    ),
    formula(
      'anchor-chance',
      '机会水平',
      '機會水準',
      'Agreement by chance',
      'p q + (1 − p)(1 − q); p the share of rises of the asset, q of those implied, over the same sessions',
    ),
  ],
  covers: (asset) => (entryOf(asset)?.transform ?? 'price') === 'price',
  async compute(context) {
    const { view, asset, window, figure } = context;
    const assets = asset === undefined ? ASSETS : [asset];
    const sessions = await readSessions(view, [YIELD, ...assets], window);
    const { dates } = sessions;
    const path = pathOf(sessions, YIELD, (value) => value);
    const last = lastRow(path.level, path.level.length - 1, CARRY);
    const first = last < window ? -1 : last - window;
    const draw = drawing(figure, [YIELD]);
    const why = 'the yield is not measured at both ends';
    return {
      from: dayAt(dates, first),
      before: dayAt(dates, last - 1),
      date: dayAt(dates, last),
      yieldDay: draw(
        'yield.day',
        last < 1 ? Number.NaN : exactMove(path, last - 1, last),
        'fraction-per-year',
        'anchor-yield',
        { why },
      ),
      yieldWindow: draw(
        'yield.window',
        first < 0 ? Number.NaN : moveOver(path, first, last),
        'fraction-per-year',
        'anchor-yield',
        { params: { w: window }, why },
      ),
      assets: assets.map((one) => assetOf(context, sessions, path, { first, last }, one)),
      standing: 'association' as const,
    };
  },
});

const FEW = `fewer than ${FEWEST} sessions with the yield and the instrument before the window`;
const NO_ENDS = 'no value at both ends';

type AnchorPath = Parameters<typeof moveOver>[0];

function pathOf({ dates, get }: Sessions, id: string, of: (value: number) => number): AnchorPath {
  const column = get(id);
  return {
    level: column?.values.map(of) ?? new Float64Array(dates.length).fill(Number.NaN),
    source: column?.source ?? new Uint8Array(dates.length),
    carry: CARRY,
  };
}

/** A move of one session needs a value of each of its ends. */
function exactMove(path: AnchorPath, from: number, to: number): number {
  return moveOver({ ...path, carry: 0 }, from, to);
}

interface Duration {
  readonly years: number;
  readonly reach: number;
  readonly r2: number;
  readonly rows: readonly (readonly [yields: number, asset: number])[];
  readonly from: number;
  readonly to: number;
  readonly lag: number;
}

function durationBefore(yields: AnchorPath, own: AnchorPath, first: number): Duration | undefined {
  const steps = [yields, own].map(({ level, source }) => stepsOf(level, source));
  const { rows, at } = completeRowsOf(steps);
  const until = countAtMost(at, first);
  const start = Math.max(0, until - SAMPLE);
  const T = until - start;
  if (T < FEWEST) return undefined;
  const pairs = Array.from(
    { length: T },
    (_, k) => [rows[2 * (start + k)]!, rows[2 * (start + k) + 1]!] as const,
  );
  const x = new Float64Array(pairs.flatMap(([change]) => [1, change]));
  const fit = ols(
    Float64Array.from(pairs, ([, r]) => r),
    x,
    T,
    2,
  );
  if (!fit) return undefined;
  const lag = bartlettLag(T);
  const reach = normalQuantile((1 + LEVEL) / 2) * Math.sqrt(neweyWest(fit, lag)[3]!);
  return { years: -fit.beta[1]!, reach, r2: fit.r2, rows: pairs, from: at[start]!, to: at[until - 1]!, lag };
}

function assetOf(
  { view, figure, window }: ExplainContext,
  sessions: Sessions,
  yields: AnchorPath,
  { first, last }: { readonly first: number; readonly last: number },
  asset: string,
): AnchorAsset {
  const own = pathOf(sessions, asset, logOf);
  const found = first < 0 ? undefined : durationBefore(yields, own, first);
  const series = sessionSeries(view, asset);
  const draw = drawing(figure, [YIELD, ...series]);
  const span = found ? spanOf(sessions.dates, found.from, found.to, found.rows.length) : {};
  const { agreed, byChance } = agreementOf(found);
  const effectOver = (name: string, change: number, log: number) => {
    const implied = found ? Math.expm1(-found.years * change) : Number.NaN;
    const ends = found
      ? [-1, 1]
          .map((side) => Math.expm1(-(found.years + side * found.reach) * change))
          .toSorted((a, b) => a - b)
      : [];
    const actual = Math.expm1(log);
    const why = found ? NO_ENDS : FEW;
    return {
      implied: draw(`${asset}.${name}.implied`, implied, 'fraction', 'anchor-implied', {
        ...(Number.isFinite(implied)
          ? { band: { low: ends[0]!, high: ends[1]!, level: LEVEL, how: HOW } }
          : {}),
        why,
      }),
      actual: drawing(figure, series)(`${asset}.${name}.actual`, actual, 'fraction', 'anchor-actual', {
        why: NO_ENDS,
      }),
      rest: draw(`${asset}.${name}.rest`, actual - implied, 'fraction', 'anchor-rest', { why }),
    };
  };
  const day =
    last < 1
      ? ([Number.NaN, Number.NaN] as const)
      : ([exactMove(yields, last - 1, last), exactMove(own, last - 1, last)] as const);
  const over = (path: AnchorPath) => (first < 0 ? Number.NaN : moveOver(path, first, last));
  return {
    asset,
    duration: draw(`${asset}.duration`, found?.years ?? Number.NaN, 'ratio', 'anchor-duration', {
      ...span,
      ...(found
        ? {
            params: { lag: found.lag },
            band: { low: found.years - found.reach, high: found.years + found.reach, level: LEVEL, how: HOW },
          }
        : {}),
      why: FEW,
    }),
    rSquared: draw(`${asset}.r-squared`, found?.r2 ?? Number.NaN, 'ratio', 'anchor-r-squared', {
      ...span,
      why: FEW,
    }),
    agreed: draw(`${asset}.agreed`, agreed, 'fraction', 'anchor-agreed', { ...span, why: FEW }),
    byChance: draw(`${asset}.by-chance`, byChance, 'fraction', 'anchor-chance', { ...span, why: FEW }),
    day: effectOver('day', day[0], day[1]),
    window: effectOver(`window-${window}`, over(yields), over(own)),
    check: found ? checkOf(found, day) : null,
  };
}

const HOW = 'Newey–West';

function agreementOf(found: Duration | undefined) {
  const signs = (found?.rows ?? []).flatMap(([change, r]) => {
    const implied = -found!.years * change;
    return implied === 0 || r === 0 ? [] : [[implied > 0, r > 0] as const];
  });
  const share = (holds: (one: readonly [boolean, boolean]) => boolean) =>
    signs.filter(holds).length / signs.length;
  const [p, q] = [share(([, rose]) => rose), share(([implied]) => implied)];
  return { agreed: share(([implied, rose]) => implied === rose), byChance: p * q + (1 - p) * (1 - q) };
}

function checkOf({ years, reach }: Duration, [change, r]: readonly [number, number]): AnchorAsset['check'] {
  if (!Number.isFinite(change + r)) return null;
  const implied = -years * change;
  if (Math.abs(years) <= reach || implied * r === 0) return 'unclear';
  return implied * r > 0 ? 'as-implied' : 'against';
}
