export interface Tolerance {
  readonly abs: number;
  readonly rel: number;
}

/** `default`, and dotted prefixes of the paths they hold for. */
export type Tolerances = Readonly<Record<string, Tolerance>>;

export interface BadLeaf {
  readonly path: string;
  readonly expected: unknown;
  readonly got: unknown;
}

export interface Comparison {
  readonly leaves: number;
  readonly bad: readonly BadLeaf[];
}

/**
 * Holds every leaf of `expected` against the same path of `got`: numbers by |got − expected| ≤ abs + rel·|expected|, null, text and
 * booleans by identity, lists by length first. The tolerance is that of the longest dotted prefix of the path, `default` otherwise.
 * What `got` has beyond `expected` is not looked at.
 * @throws RangeError when no tolerance holds for a path.
 */
export function compare(expected: unknown, got: unknown, tolerances: Tolerances): Comparison {
  const bad: BadLeaf[] = [];
  let leaves = 0;
  walk(expected, got, '');
  return { leaves, bad };

  function walk(want: unknown, have: unknown, path: string): void {
    if (Array.isArray(want)) walkList(want, have, path);
    else if (isRecord(want)) {
      for (const [key, value] of Object.entries(want)) {
        walk(
          value,
          isRecord(have) && Object.hasOwn(have, key) ? have[key] : undefined,
          path ? `${path}.${key}` : key,
        );
      }
    } else {
      leaves++;
      if (!agrees(want, have, path)) bad.push({ path, expected: want, got: have });
    }
  }

  function walkList(want: readonly unknown[], have: unknown, path: string): void {
    if (!Array.isArray(have) || have.length !== want.length) {
      bad.push({
        path,
        expected: `a list of ${want.length}`,
        got: Array.isArray(have) ? `a list of ${have.length}` : have,
      });
      return;
    }
    for (const [i, value] of want.entries()) walk(value, have[i], `${path}.${i}`);
  }

  function agrees(want: unknown, have: unknown, path: string): boolean {
    if (typeof want !== 'number') return want === have;
    const { abs, rel } = toleranceOf(path, tolerances);
    return typeof have === 'number' && Math.abs(have - want) <= abs + rel * Math.abs(want);
  }
}

function toleranceOf(path: string, tolerances: Tolerances): Tolerance {
  let longest = 'default';
  for (const key of Object.keys(tolerances)) {
    if (key === 'default' || !(path === key || path.startsWith(`${key}.`))) continue;
    if (longest === 'default' || key.length > longest.length) longest = key;
  }
  const tolerance = tolerances[longest];
  if (tolerance === undefined) throw new RangeError(`no tolerance holds for ${path}`);
  return tolerance;
}

/**
 * A result as JSON would carry it: typed arrays as lists, maps as records, NaN and undefined as null, an infinite number as the
 * text Infinity or -Infinity, so that it is never taken for null.
 */
export function asJson(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number')
    return Number.isNaN(value) ? null : Number.isFinite(value) ? value : String(value);
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, asJson);
  if (Array.isArray(value)) return value.map(asJson);
  const record = value instanceof Map ? Object.fromEntries(value) : value;
  if (!isRecord(record)) return record;
  return Object.fromEntries(Object.entries(record).map(([key, entry]) => [key, asJson(entry)]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
