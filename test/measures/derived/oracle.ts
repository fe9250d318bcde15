import type { Series } from '../../../src/data/observation.ts';
import { conversion, type Unit } from '../../../src/data/unit.ts';
import { recentChangeProbability } from '../../../src/measures/change-point-probability.ts';
import type { DerivedEntry } from '../../../src/measures/derived/index.ts';
import { type Formula, parseFormula } from '../../../src/measures/derived/parse.ts';

type Cell = (t: number) => number;

const average = (x: readonly number[]) => x.reduce((a, b) => a + b, 0) / x.length;
const cross = (x: readonly number[], y: readonly number[]) => {
  const [a, b] = [average(x), average(y)];
  return average(x.map((value, i) => (value - a) * (y[i]! - b)));
};
const constant = (x: readonly number[]) => x.every((value) => value === x[0]);

/** Functions by their definitions, one row at a time; `days` are the rows' dates. */
function called(name: string, x: readonly Cell[], given: readonly Formula[], days: readonly number[]): Cell {
  const literal = (k: number): number => {
    const node = given[k]!;
    if (node.kind === 'minus') return -(node.of as { value: number }).value;
    return (node as { value: number }).value;
  };
  const n = given.length > x.length ? literal(x.length) : 0;
  const date = (k: number) => Date.parse((given[k] as { value: string }).value) / 86_400_000;
  const window = (cell: Cell, t: number) => Array.from({ length: n }, (_, i) => cell(t - n + 1 + i));
  const over =
    (of: (...columns: number[][]) => number): Cell =>
    (t) =>
      t < n - 1 ? Number.NaN : of(...x.map((cell) => window(cell, t)));
  const before =
    (of: (now: number, then: number, days: number) => number): Cell =>
    (t) =>
      t < n ? Number.NaN : of(x[0]!(t), x[0]!(t - n), days[t]! - days[t - n]!);
  const since =
    (day: number, of: (now: number, base: number, days: number) => number): Cell =>
    (t) => {
      const base = days.findLastIndex((one) => one <= day);
      return base < 0 || t < base ? Number.NaN : of(x[0]!(t), x[0]!(base), days[t]! - days[base]!);
    };
  const growth = (now: number, then: number, apart: number) =>
    now > 0 && then > 0 && apart > 0 ? (now / then) ** (365.2425 / apart) - 1 : Number.NaN;
  const deviation = (w: number[]) => Math.sqrt((cross(w, w) * n) / (n - 1));
  const line = (y: number[], w: number[]) => (constant(w) ? Number.NaN : cross(w, y) / cross(w, w));
  switch (name) {
    case 'lag':
      return before((_now, then) => then);
    case 'change':
      return before((now, then) => now - then);
    case 'pct':
      return before((now, then) => (then > 0 ? (now - then) / then : Number.NaN));
    case 'yearly':
      return before(growth);
    case 'cagr':
      return since(date(1), growth);
    case 'index':
      return since(date(1), (now, base) => now / base);
    case 'yoy':
      return (t) => {
        const then = new Date(days[t]! * 86_400_000);
        const leap = then.getUTCMonth() === 1 && then.getUTCDate() === 29 ? 1 : 0;
        const day =
          Date.UTC(then.getUTCFullYear() - 1, then.getUTCMonth(), then.getUTCDate() - leap) / 86_400_000;
        const row = days.findLastIndex((one) => one <= day && one >= day - 7);
        return row < 0 || x[0]!(row) <= 0 ? Number.NaN : x[0]!(t) / x[0]!(row) - 1;
      };
    case 'sum':
      return over((w) => average(w) * n);
    case 'mean':
      return over((w) => average(w));
    case 'min':
      return over((w) => [...w].sort((a, b) => a - b)[0]!);
    case 'max':
      return over((w) => [...w].sort((a, b) => b - a)[0]!);
    case 'cumulative':
      return (t) => Array.from({ length: t + 1 }, (_, s) => x[0]!(s)).reduce((a, b) => a + b, 0);
    case 'z':
      return over((w) => (constant(w) ? Number.NaN : (w.at(-1)! - average(w)) / deviation(w)));
    case 'percentile':
      return over((w) => w.filter((value) => value <= w.at(-1)!).length / n);
    case 'slope':
      return over((w) => line(w, [...w.keys()]));
    case 'beta':
      return over((y, w) => line(y!, w!));
    case 'residual':
      return over((y, w) => y!.at(-1)! - average(y!) - line(y!, w!) * (w!.at(-1)! - average(w!)));
    case 'correlation':
      return over((w, y) =>
        constant(w!) || constant(y!) ? Number.NaN : cross(w!, y!) / Math.sqrt(cross(w!, w!) * cross(y!, y!)),
      );
    case 'contribution':
      return (t) => (t < n || x[1]!(t - n) <= 0 ? Number.NaN : (x[0]!(t) - x[0]!(t - n)) / x[1]!(t - n));
    case 'log':
      return (t) => Math.log(x[0]!(t));
    case 'abs':
      return (t) => (x[0]!(t) < 0 ? -x[0]!(t) : x[0]!(t));
    case 'above':
      return (t) => (x[0]!(t) > literal(1) ? 1 : 0);
    case 'as':
      return x[0]!;
    case 'deviation':
      return over((w) => deviation(w));
    case 'betaerror':
      return over((y, w) => {
        const errors = y!.map((value, i) => value - average(y!) - line(y!, w!) * (w![i]! - average(w!)));
        return Math.sqrt((cross(errors, errors) * n) / (n - 2) / (cross(w!, w!) * n));
      });
    case 'beta3':
      return over((y, ...w) => gaussian(y!, w)[1]!);
    case 'residual3':
      return over((y, ...w) => {
        const b = gaussian(y!, w);
        return y!.at(-1)! - w.reduce((sum, one, i) => sum + b[i + 1]! * one.at(-1)!, b[0]!);
      });
    case 'shift':
      return (t) => {
        const at = (from: number, to: number) =>
          days.flatMap((day, s) =>
            s <= t && day >= from && day <= to && !Number.isNaN(x[0]!(s)) ? [x[0]!(s)] : [],
          );
        const [before, after] = [at(date(1), date(2)), at(date(2) + 1, Number.POSITIVE_INFINITY)];
        const error = (w: number[]) => cross(w, w) / (w.length - 1);
        return (average(after) - average(before)) / Math.sqrt(error(after) + error(before));
      };
    case 'abnormal':
      return (t) => {
        const rows = literal(2);
        const event = days.findIndex((day) => day >= date(3));
        if (event < 0 || t < event || event <= rows) return Number.NaN;
        const returns = x.map((cell) => (s: number) => cell(s) / cell(s - 1) - 1);
        const before = returns.map((one) => Array.from({ length: rows }, (_, i) => one(event - rows + i)));
        const slope = line(before[0]!, before[1]!);
        const alpha = average(before[0]!) - slope * average(before[1]!);
        return Array.from({ length: t - event + 1 }, (_, i) => event + i).reduce(
          (sum, s) => sum + returns[0]!(s) - alpha - slope * returns[1]!(s),
          0,
        );
      };
    case 'streak':
      return (t) => {
        const sign = Math.sign(x[0]!(t));
        let s = t;
        while (s > 0 && Math.sign(x[0]!(s - 1)) === sign) s -= 1;
        return sign === 0 ? 0 : sign * (t - s + 1);
      };
    case 'changepoint':
      return (t) =>
        recentChangeProbability(
          Float64Array.from({ length: t + 1 }, (_, s) => x[0]!(s)),
          { train: n, meanRun: 250, recent: 10 },
        )[t]!;
    default:
      throw new Error(`the oracle has no ${name}`);
  }
}

/** Least squares on a constant and columns: normal equations of centred columns, Gaussian elimination with pivots. */
function gaussian(y: readonly number[], columns: readonly (readonly number[])[]): number[] {
  const rows = columns.map((a) => [...columns.map((b) => cross(a, b)), cross(a, y)]);
  const k = columns.length;
  for (let i = 0; i < k; i++) {
    let pivot = i;
    for (let r = i + 1; r < k; r++) if (Math.abs(rows[r]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = r;
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    for (let r = 0; r < k; r++) {
      if (r === i) continue;
      const factor = rows[r]![i]! / rows[i]![i]!;
      rows[r] = rows[r]!.map((value, c) => value - factor * rows[i]![c]!);
    }
  }
  const slopes = rows.map((row, i) => row[k]! / row[i]!);
  return [slopes.reduce((sum, b, i) => sum - b * average(columns[i]!), average(y)), ...slopes];
}

const COLUMNS: Readonly<Record<string, number>> = {
  beta: 2,
  residual: 2,
  correlation: 2,
  contribution: 2,
  betaerror: 2,
  beta3: 4,
  residual3: 4,
  abnormal: 2,
};

/** A window asks for a row many times. */
function remembered(cell: Cell): Cell {
  const known = new Map<number, number>();
  return (t) => {
    const had = known.get(t);
    if (had !== undefined) return had;
    const value = cell(t);
    known.set(t, value);
    return value;
  };
}

/**
 * A derived series by the definitions of its language, slow and plain: each row by itself, each column found by searching the dates. For
 * units that are one of their atoms, and series with one value a date.
 */
export function slowly(
  entry: DerivedEntry,
  series: ReadonlyMap<string, Series>,
): ReadonlyMap<number, number> {
  const tree = parseFormula(entry.formula);
  const of = (symbol: string) => series.get(entry.of[symbol]!)!;
  const uses: { symbol: string; carry: number }[] = [];
  const collect = (node: Formula): void => {
    if (node.kind === 'symbol') uses.push({ symbol: node.name, carry: 0 });
    else if (node.kind === 'minus') collect(node.of);
    else if (node.kind === 'operation') for (const side of [node.left, node.right]) collect(side);
    else if (node.kind === 'call') {
      const [x, days] = node.given;
      if (node.name === 'last')
        uses.push({ symbol: (x as { name: string }).name, carry: (days as { value: number }).value });
      else node.given.forEach(collect);
    }
  };
  collect(tree);
  const at = (symbol: string, carry: number, day: number): number => {
    const { dates, values } = of(symbol);
    const row = dates.findLastIndex((one) => one <= day && day - one <= carry);
    return row < 0 ? Number.NaN : values[row]!;
  };
  const on = of(entry.on ?? Object.keys(entry.of)[0]!);
  const days = [...on.dates].filter((day) =>
    uses.every(({ symbol, carry }) => Number.isFinite(at(symbol, carry, day))),
  );
  const cell = (node: Formula): Cell => remembered(plainCell(node));
  const plainCell = (node: Formula): Cell => {
    if (node.kind === 'number') return () => node.value;
    if (node.kind === 'symbol') return (t) => at(node.name, 0, days[t]!);
    if (node.kind === 'minus') {
      const of = cell(node.of);
      return (t) => -of(t);
    }
    if (node.kind === 'operation') {
      const [a, b] = [cell(node.left), cell(node.right)];
      if (node.operator === '+') return (t) => a(t) + b(t);
      if (node.operator === '-') return (t) => a(t) - b(t);
      return node.operator === '*' ? (t) => a(t) * b(t) : (t) => a(t) / b(t);
    }
    if (node.kind === 'text') throw new Error('a text is no value');
    const { name, given } = node;
    if (name === 'last') {
      const [x, carry] = given as readonly [Formula & { kind: 'symbol' }, Formula & { kind: 'number' }];
      return (t) => at(x.name, carry.value, days[t]!);
    }
    if (name === 'amount') {
      const [value, unit] = given as unknown as readonly [{ value: number }, { value: Unit }];
      const base = unit.value.replace(/-(k|mn|100mn|bn)$/, '') as Unit;
      return () => value.value * conversion(unit.value, base);
    }
    return called(name, given.slice(0, COLUMNS[name] ?? 1).map(cell), given, days);
  };
  const value = cell(tree);
  return new Map(days.map((day, t) => [day, value(t)] as const).filter(([, one]) => Number.isFinite(one)));
}
