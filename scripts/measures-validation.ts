import type { Panel } from '../src/data/panel.ts';
import { CROSS_CLASS_15 } from '../src/data/series/universe.ts';
import type { Store } from '../src/data/store/store.ts';
import { formatDay, formatInstant, MS_PER_DAY, parseDay } from '../src/data/time.ts';
import { earlierShareBelow } from '../src/math/rank.ts';
import { absorptionRatioMeasure, totalConnectedness, turbulence } from '../src/measures/index.ts';
import type { Measure } from '../src/measures/measure.ts';
import { asChanges } from './measure-pages/panels.ts';

const DAYS = ['2025-10-10', '2025-11-20', '2026-02-05'];

/** Earlier values that a percentile needs. */
const LEAST_EARLIER = 60;

/** Measures of the page, with parameters that differ from their defaults. */
const SHOWN: readonly {
  readonly measure: Measure;
  readonly params?: Record<string, number>;
  readonly digits: number;
}[] = [
  { measure: absorptionRatioMeasure, digits: 3 },
  { measure: turbulence, digits: 1 },
  { measure: totalConnectedness, digits: 3 },
];

/** docs/validation/measures.md: three measures of a cross-class panel on named days, from what was known then. Deterministic. */
export async function measuresValidation(store: Store): Promise<string> {
  const rows: string[] = [];
  for (const day of DAYS) rows.push(...(await rowsOf(store, day)));
  return [
    '# Measures on a cross-class panel',
    '',
    'Written by `npm run validate`; do not edit by hand.',
    '',
    `Panel \`CROSS_CLASS_15\`: ${CROSS_CLASS_15.map((id) => `\`${id}\``).join(', ')}; daily changes on the dates that all of them have, joined`,
    'by date, so that crypto stands with its UTC day. Each value is computed from the store as known at the instant beside it; the percentile',
    'is the share of earlier values of the same measure that are lower. Nothing later is used.',
    '',
    '| day | known at | measure | parameters | value | percentile | earlier values | rows since |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
    'Read on: [absorption ratio](../measures/absorption-ratio.md), [turbulence](../measures/turbulence.md),',
    '[total connectedness](../measures/total-connectedness.md).',
    '',
  ].join('\n');
}

async function rowsOf(store: Store, day: string): Promise<string[]> {
  const date = parseDay(day);
  const instant = (date + 1.5) * MS_PER_DAY;
  const view = await store.asOf(instant);
  const panel = asChanges(await view.panel({ ids: [...CROSS_CLASS_15], to: date }));
  return SHOWN.map((one) => `| ${day} | ${formatInstant(instant)} | ${rowOf(panel, one)} |`);
}

function rowOf(panel: Panel, { measure, params, digits }: (typeof SHOWN)[number]): string {
  const parsed = measure.params.parse(params ?? {});
  const values = measure.compute(panel, parsed);
  const last = values.length - 1;
  const percentile = earlierShareBelow(values, LEAST_EARLIER)[last] as number;
  const earlier = values.subarray(0, last).filter((value) => !Number.isNaN(value)).length;
  const words = Object.entries(parsed).map(([name, value]) => `${name} ${value}`);
  return [
    `\`${measure.id}\``,
    words.join(', '),
    (values[last] as number).toFixed(digits),
    `${(100 * percentile).toFixed(1)} %`,
    earlier,
    formatDay(panel.dates[0] as number),
  ].join(' | ');
}
