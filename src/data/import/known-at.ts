import { KNOWN_RULES, type KnownRule, OBSERVATION_FLAGS } from '../observation.ts';
import type { Instant } from '../time.ts';

/** One time that a value was met: in a file, or in a dated vintage. `seen` is undefined when nothing says when. */
export interface Sighting {
  readonly value: number;
  readonly seen: Instant | undefined;
  readonly kind: 'file' | 'vintage';
  /** Half of the last place to which its copy is written: a value this near to the one in force is the same value, rounded. */
  readonly halfStep: number;
}

/** A row of one series, source and time: what was known from `knownAt` on, and which rule gave that instant. */
export interface KnownRow {
  readonly value: number;
  readonly knownAt: Instant;
  readonly rule: KnownRule;
  readonly flags: number;
}

export interface KnownContext {
  /** By the release rule of the series; NaN for a value that was never published. */
  readonly release: Instant;
  /** The series is re-estimated after its first print. */
  readonly revised: boolean;
  /** Instant of the import: when a value without a vintage was seen. */
  readonly now: Instant;
}

/**
 * Rows to add for one series, source and date: first known = min(release, first vintage); then one row for every later sighting with another
 * value, known from the instant at which it was seen. `existing` are the rows already stored, by `knownAt`; they are never changed.
 *
 * `late-vintage` marks a first value of a revised series that was seen only after its release: the first print is not recorded.
 * `revised` marks the later rows. A vintage's seen instant is an upper bound of when it became known, never a delay of the first print.
 * NaN policy: an existing NaN (withdrawn) is passed over; a sighting is never NaN.
 */
export function knownRows(
  sightings: readonly Sighting[],
  existing: readonly { readonly value: number; readonly knownAt: Instant }[],
  context: KnownContext,
): KnownRow[] {
  const seenAt = (sighting: Sighting) => sighting.seen ?? context.now;
  const ordered = [...sightings].sort((a, b) => seenAt(a) - seenAt(b));
  const timeline = existing.filter((row) => !Number.isNaN(row.value));
  const added: KnownRow[] = [];
  for (const sighting of ordered) {
    const row =
      timeline.length === 0 ? firstRow(sighting, context) : laterRow(sighting, seenAt(sighting), timeline);
    if (!row) continue;
    added.push(row);
    timeline.push(row);
    timeline.sort((a, b) => a.knownAt - b.knownAt);
  }
  return added.sort((a, b) => a.knownAt - b.knownAt);
}

/** First rows of many dates of one file with nothing stored: `knownAt`, index into KNOWN_RULES and observation flags of each. */
export interface FirstRows {
  readonly knownAt: Float64Array;
  readonly rules: Uint8Array;
  readonly flags: Uint16Array;
}

/** What `knownRows` gives for each release alone, when a file is the only sighting and nothing is stored. */
export function firstRows(
  release: Float64Array,
  seen: Instant | undefined,
  context: Omit<KnownContext, 'release'>,
): FirstRows {
  const n = release.length;
  const rows = { knownAt: release.slice(), rules: new Uint8Array(n), flags: new Uint16Array(n) };
  for (let i = 0; i < n; i++) {
    const at = release[i] as number;
    if (!context.revised && !Number.isNaN(at)) continue;
    const row = firstRow({ value: 0, seen, kind: 'file', halfStep: 0 }, { ...context, release: at });
    rows.knownAt[i] = row.knownAt;
    rows.rules[i] = ruleIndex(row.rule);
    rows.flags[i] = row.flags;
  }
  return rows;
}

function firstRow(sighting: Sighting, context: KnownContext): KnownRow {
  const { release, revised, now } = context;
  const seen = sighting.seen ?? now;
  const bound = revised || sighting.kind === 'vintage' || Number.isNaN(release);
  if (bound && !(release <= seen)) {
    return {
      value: sighting.value,
      knownAt: seen,
      rule: sighting.seen === undefined ? 'seen' : 'vintage',
      flags: 0,
    };
  }
  const late = revised && seen > release;
  return {
    value: sighting.value,
    knownAt: release,
    rule: 'release',
    flags: late ? OBSERVATION_FLAGS['late-vintage'] : 0,
  };
}

function laterRow(
  sighting: Sighting,
  seen: Instant,
  timeline: readonly { readonly value: number; readonly knownAt: Instant }[],
): KnownRow | undefined {
  const inForce = timeline.findLast((row) => row.knownAt <= seen);
  if (!inForce) {
    return sighting.kind === 'vintage'
      ? { value: sighting.value, knownAt: seen, rule: 'vintage', flags: 0 }
      : undefined;
  }
  if (isSame(inForce.value, sighting)) return undefined;
  return {
    value: sighting.value,
    knownAt: seen,
    rule: sighting.seen === undefined ? 'seen' : 'revision',
    flags: OBSERVATION_FLAGS.revised,
  };
}

/** True when a copy rounds the value in force, or the value in force, of four significant digits or more, rounds it. */
function isSame(inForce: number, { value, halfStep }: Sighting): boolean {
  if (Math.abs(inForce - value) <= halfStep * (1 + 1e-9)) return true;
  const decimals = decimalsOf(inForce);
  const digits = String(Math.abs(inForce)).replace('.', '').replace(/^0+/, '').length;
  return decimals > 0 && decimals <= 10 && digits >= 4 && Number(value.toFixed(decimals)) === inForce;
}

/**
 * Half of the last decimal place that a copy's values use: 0.005 for 4.35 and 4.4. A single value does not show its own precision (5.0 is
 * written 5), the longest of its copy does. 0 for values with more than ten decimals, which no one rounded. NaN values are passed over.
 */
export function halfStepOf(values: Iterable<number>): number {
  let longest = 0;
  for (const value of values) longest = Math.max(longest, decimalsOf(value));
  return longest > 10 ? 0 : 0.5 * 10 ** -longest;
}

function decimalsOf(value: number): number {
  if (Number.isInteger(value) || Number.isNaN(value)) return 0;
  const text = String(value);
  return text.includes('e') ? 11 : text.length - text.indexOf('.') - 1;
}

/** Index of a rule in KNOWN_RULES, as the store keeps it. */
export function ruleIndex(rule: KnownRule): number {
  return KNOWN_RULES.indexOf(rule);
}
