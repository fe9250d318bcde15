const BILLION = 1e9;
const MOST_BILLIONS = 1000;

/**
 * What can be assumed: the pace of a pillar of the projection a month; a net flow into the funds of the coin; and, in basis points instead
 * of billions of US dollars, by how much the policy rate is cut.
 */
export const ASSUMPTION_NAMES = ['fed', 'banks', 'mortgage', 'flow', 'cuts'] as const;
export type AssumptionName = (typeof ASSUMPTION_NAMES)[number];

/** Whole US dollars by name, billionths of a basis point for `cuts`; what is not named is not assumed. */
export type Assumptions = Readonly<Partial<Record<AssumptionName, number>>>;

/**
 * Assumptions from `NAME=VALUE[,NAME=VALUE…]` in billions of US dollars (`cuts`: basis points); `:` may stand for `=`, as it does inside the id of a figure.
 * @throws RangeError for an unknown name, one given twice, or a value that is no number of billions within ±1000.
 */
export function parseAssumptions(text: string): Assumptions {
  const found = new Map<AssumptionName, number>();
  for (const item of text.split(',')) {
    const [given = '', value] = item.split(/[=:](.*)/s).map((one) => one.trim());
    const name = ASSUMPTION_NAMES.find((one) => one === given);
    if (!name) throw new RangeError(`no such assumption: "${given}"; ${ALLOWED}`);
    if (found.has(name)) throw new RangeError(`assumed twice: "${name}"; ${ALLOWED}`);
    found.set(name, dollarsOf(name, value ?? ''));
  }
  return Object.fromEntries(ASSUMPTION_NAMES.flatMap((name) => entryOf(name, found.get(name))));
}

/**
 * The one way in which assumptions are written, in billions of US dollars (`cuts`: basis points): `fed:40,banks:25`; empty when nothing is assumed.
 * @throws RangeError for a value that is not a whole number of US dollars within ±10¹².
 */
export function assumptionsText(assume: Assumptions): string {
  return ASSUMPTION_NAMES.flatMap((name) => entryOf(name, assume[name]))
    .map(([name, dollars]) => `${name}:${billionsText(name, dollars)}`)
    .join(',');
}

const IN_BILLIONS = ASSUMPTION_NAMES.filter((name) => name !== 'cuts');
const ALLOWED = `allowed: ${IN_BILLIONS.join(', ')} = billions of US dollars from −${MOST_BILLIONS} to ${MOST_BILLIONS}, cuts = as many basis points, joined by commas: fed=40,banks=25`;

function entryOf(name: AssumptionName, dollars: number | undefined): [AssumptionName, number][] {
  return dollars === undefined ? [] : [[name, dollars]];
}

function dollarsOf(name: AssumptionName, text: string): number {
  const billions = /^[+-]?\d{1,4}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
  if (Math.abs(billions) <= MOST_BILLIONS) return Math.round(billions * BILLION) + 0;
  throw new RangeError(
    `${name}: not a number of ${name === 'cuts' ? 'basis points' : 'billions'}: "${text}"; ${ALLOWED}`,
  );
}

function billionsText(name: AssumptionName, dollars: number): string {
  if (!Number.isInteger(dollars) || Math.abs(dollars) > MOST_BILLIONS * BILLION) {
    throw new RangeError(
      `${name}: not a number of US dollars: ${dollars}; allowed: whole ones from −10¹² to 10¹²`,
    );
  }
  return (dollars / BILLION).toFixed(9).replace(/\.?0+$/, '');
}
