import type { Figure, FigureDraft, FigureMaker } from '../../data/figure.ts';
import { formatDay } from '../../data/time.ts';
import type { BaseUnit } from '../../data/unit.ts';
import type { View } from '../../data/view.ts';
import { studentTQuantile } from '../../math/distributions.ts';
import { mean } from '../../math/moments.ts';
import { hc1, ols, standardErrors } from '../../math/regression.ts';
import { type MeanTest, pairedTest, welchTest } from '../../math/welch-test.ts';
import { latestSession } from '../sessions.ts';
import type { ScanAnswer } from './answer.ts';
import type { TIERS } from './answer-sections.ts';
import { commonRows, type Rows, rowsWindow } from './rows.ts';

type Tiers = NonNullable<ScanAnswer['tiers']>;
type Tier = (typeof TIERS)[number];

const BITCOIN = 'btc-usd';

const MEMBERS: Readonly<Record<Tier, readonly string[]>> = {
  majors: [BITCOIN, 'eth-usd'],
  'large-alts': ['sol-usd', 'xrp-usd', 'bnb-usd', 'doge-usd'],
  'smaller-alts': ['zec-usd'],
};

/** Days of the test, and days among which those of a falling bitcoin are looked for. */
const TESTED = 20;
const BETA_DAYS = 250;
const REACH = 300;

/** Fewest days of a falling bitcoin from which a slope is estimated. */
const FEWEST = 30;
const LEVEL = 0.95;

/**
 * Altcoins against majors (S1.13): moves by tier, whether altcoins did worse than majors on the day and over 20 days, and each coin's beta
 * on the days on which bitcoin fell (S1.11). Null when no coin of one of the two sides is known for the latest UTC day.
 */
export async function tiers(view: View, figure: FigureMaker): Promise<ScanAnswer['tiers']> {
  const to = latestSession('utc', view.instant);
  const ids = Object.values(MEMBERS).flat();
  const rows = await commonRows(view, ids, { from: to - REACH, to, least: TESTED + 1 });
  const last = rows.dates.length - 1;
  const majors = columnsOf(rows, MEMBERS.majors);
  const alts = columnsOf(rows, [...MEMBERS['large-alts'], ...MEMBERS['smaller-alts']]);
  if (last < TESTED || rows.dates[last] !== to || majors.length === 0 || alts.length === 0) return null;
  const make = tierFigures(rows, figure);
  return {
    session: formatDay(to),
    tiers: tierBlocks(rows, make),
    day: testBlock(make, 'day', welchTest(valuesAt(alts, last), valuesAt(majors, last)), 1),
    recent: testBlock(make, 'recent', welchTest(meansOf(alts, last), meansOf(majors, last)), TESTED),
    paired: testBlock(make, 'paired', pairedTest(meansOf(alts, last), meansOf(majors, last)), TESTED),
    sessions: TESTED,
    counts: { alts: alts.length, majors: majors.length },
    betas: betas(rows, make),
    leftOut: [...rows.leftOut],
  };
}

function columnsOf(rows: Rows, ids: readonly string[]): readonly Float64Array[] {
  return ids.flatMap((id) => rows.columns[rows.ids.indexOf(id)] ?? []);
}

function valuesAt(columns: readonly Float64Array[], row: number): Float64Array {
  return Float64Array.from(columns, (column) => column[row]!);
}

/** Mean of the coins on each of the last 20 rows. */
function meansOf(columns: readonly Float64Array[], last: number): Float64Array {
  return Float64Array.from({ length: TESTED }, (_, k) => mean(valuesAt(columns, last - TESTED + 1 + k)));
}

type Make = ReturnType<typeof tierFigures>;

function tierFigures(rows: Rows, figure: FigureMaker) {
  const end = rows.dates.length;
  return (
    path: string,
    value: number,
    { unit = 'fraction', series = rows.ids, days = 1, params, ...rest }: Rest,
  ): Figure =>
    figure({
      path: `tiers.${path}`,
      value,
      unit,
      of: { formula: rest.formula, series, ...(params ? { params } : {}) },
      window: rowsWindow(rows, Math.max(0, end - days), end),
      ...(rest.band ? { band: rest.band } : {}),
      why: rest.why ?? 'fewer than two coins on one side, or coins that moved alike',
    });
}

interface Rest {
  readonly formula: string;
  readonly unit?: BaseUnit;
  readonly series?: readonly string[];
  readonly days?: number;
  readonly params?: Readonly<Record<string, number>>;
  readonly band?: FigureDraft['band'];
  readonly why?: string;
}

function tierBlocks(rows: Rows, make: Make): Tiers['tiers'] {
  const last = rows.dates.length - 1;
  return (Object.keys(MEMBERS) as Tier[]).flatMap((tier) => {
    const series = MEMBERS[tier].filter((id) => rows.ids.includes(id));
    const columns = columnsOf(rows, series);
    if (columns.length === 0) return [];
    const spans = columns.map((column) => compounded(column.subarray(last - TESTED + 1)));
    return [
      {
        tier,
        members: series.map((id, k) => ({
          series: id,
          day: make(`${id}.day`, columns[k]![last]!, { formula: 'coin-change', series: [id] }),
          recent: make(`${id}.recent`, spans[k]!, { formula: 'coin-change', series: [id], days: TESTED }),
        })),
        day: make(`${tier}.day`, mean(valuesAt(columns, last)), { formula: 'tier-mean', series }),
        recent: make(`${tier}.recent`, mean(Float64Array.from(spans)), {
          formula: 'tier-mean',
          series,
          days: TESTED,
        }),
      },
    ];
  });
}

function compounded(returns: Float64Array): number {
  return returns.reduce((product, r) => product * (1 + r), 1) - 1;
}

function testBlock(
  make: Make,
  name: 'day' | 'recent' | 'paired',
  { difference, t, degreesOfFreedom, pValue }: MeanTest,
  days: number,
): Tiers['day'] {
  const formula = name === 'paired' ? 'paired' : `welch-${name}`;
  return {
    difference: make(`${name}.difference`, difference, { formula: `${formula}-difference`, days }),
    t: make(`${name}.t`, t, { formula: `${formula}-t`, unit: 'ratio', days }),
    degreesOfFreedom: make(`${name}.degrees`, degreesOfFreedom, {
      formula: `${formula}-degrees`,
      unit: 'count',
      days,
    }),
    pValue: make(`${name}.p-value`, pValue, { formula: `${formula}-p-value`, days }),
  };
}

/** Slope of each coin on bitcoin over the days of the last 250 on which bitcoin fell. */
function betas(rows: Rows, make: Make): Tiers['betas'] {
  const bitcoin = rows.columns[rows.ids.indexOf(BITCOIN)];
  if (!bitcoin) return [];
  const first = Math.max(0, bitcoin.length - BETA_DAYS);
  const days = [...bitcoin.keys()].filter((t) => t >= first && bitcoin[t]! < 0);
  const market = Float64Array.from(days, (t) => bitcoin[t]!);
  const why = `bitcoin fell on fewer than ${FEWEST} of the days, or by the same each time`;
  return rows.ids.flatMap((id, k) => {
    if (id === BITCOIN) return [];
    const { beta, half } = slope(
      Float64Array.from(days, (t) => rows.columns[k]![t]!),
      market,
    );
    const shared = { series: [id, BITCOIN], days: Math.min(BETA_DAYS, bitcoin.length), why };
    const band = { low: beta - half, high: beta + half, level: LEVEL, how: 'robust standard error (HC1), t' };
    return [
      {
        series: id,
        beta: make(`${id}.beta`, beta, {
          ...shared,
          formula: 'down-beta',
          unit: 'ratio',
          params: { n: days.length },
          band,
        }),
        n: make(`${id}.beta-days`, days.length, { ...shared, formula: 'down-days', unit: 'count' }),
      },
    ];
  });
}

function slope(y: Float64Array, x: Float64Array): { readonly beta: number; readonly half: number } {
  const T = y.length;
  const design = new Float64Array(2 * T).map((_, k) => (k % 2 === 0 ? 1 : x[(k - 1) / 2]!));
  const fit = T >= FEWEST ? ols(y, design, T, 2) : undefined;
  if (!fit) return { beta: Number.NaN, half: Number.NaN };
  const error = standardErrors(hc1(fit), 2)[1]!;
  return { beta: fit.beta[1]!, half: error * studentTQuantile((1 + LEVEL) / 2, T - 2) };
}
