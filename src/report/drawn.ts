/** What a picture shows, as a table would have it; told once, by what draws it. */
export interface Drawn {
  /** Name of the first column; absent where it holds days. */
  readonly first?: string;
  /** Names of the others; empty: its values. */
  readonly columns: readonly string[];
  /** The newest first where there are days. */
  readonly rows: readonly { readonly name: string; readonly texts: readonly string[] }[];
  /** How many rows the picture has, where these are its last ones. */
  readonly of?: number;
  /** Series whose values these are, as they came. */
  readonly series?: readonly string[];
}

interface OverTime {
  /** `YYYY-MM-DD` or instants, ascending. */
  readonly dates: readonly string[];
  readonly lines: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  readonly format: (value: number) => string;
}

/** Days that a table holds. */
const MOST_DAYS = 60;

/** The last days of lines over time, the newest first; of a line that ended before them its last value. */
export function drawnOverTime({ dates, lines, format }: OverTime): Drawn {
  const days = dates.flatMap((date, t) => {
    const values = lines.map(({ values: all }) => all[t] ?? null);
    return values.some((value) => value !== null) ? [{ date, values }] : [];
  });
  const ends = new Set(lines.map((_, k) => days.findLastIndex(({ values }) => values[k] !== null)));
  const shown = days.filter((_, t) => t >= days.length - MOST_DAYS || ends.has(t)).reverse();
  return {
    columns: lines.map(({ name }) => name),
    rows: shown.map(({ date, values }) => ({
      name: date,
      texts: values.map((value) => (value === null ? '' : format(value))),
    })),
    ...(days.length > shown.length ? { of: days.length } : {}),
  };
}

interface Split {
  readonly rows: readonly string[];
  readonly total: string;
  readonly panels: readonly { readonly name: string; readonly texts: readonly string[] }[];
}

/** A waterfall: a row a part and the whole last, a column a panel. */
export function drawnSplit(first: string, { rows, total, panels }: Split): Drawn {
  return {
    first,
    columns: panels.map(({ name }) => name),
    rows: [...rows, total].map((name, k) => ({ name, texts: panels.map(({ texts }) => texts[k] ?? '') })),
  };
}
