import type { AbcResult } from '../../src/simulation/calibration/abc.ts';

/** Weight below which a particle is left out. */
const LEAST_WEIGHT = 1e-5;

export interface CalibrationText {
  readonly command: string;
  readonly abc: AbcResult;
  readonly weights: Float64Array;
  readonly names: readonly string[];
  /** One row a point of the fit. */
  readonly rows: readonly (readonly number[])[];
  /** Unknowns of the day itself. */
  readonly dayNames: readonly string[];
  readonly dayRows: readonly (readonly number[])[];
  readonly reached: readonly {
    readonly name: string;
    readonly observed: string;
    readonly at: readonly string[];
  }[];
}

/** The module of the calibration on October 2025: parameters and weights, four significant digits. */
export function calibrationFile({
  command,
  abc,
  weights,
  names,
  rows,
  dayNames,
  dayRows,
  reached,
}: CalibrationText): string {
  const kept = rows.flatMap((row, i) =>
    weights[i]! > LEAST_WEIGHT ? [{ row, day: dayRows[i]!, weight: weights[i]! }] : [],
  );
  const { tolerance, generations } = abc;
  const summary = reached.map(
    ({ name, observed, at }) => `${name} ${at[1]} (${at[0]} to ${at[2]}) seen ${observed}`,
  );
  const madeBy = `${command}; ${generations.at(-1)!.simulations} simulations, distance at most ${short(tolerance)}. Reached at the median, 5 to 95 %: ${summary.join('; ')}`;
  return `// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: parameters may come near any constant
import type { Calibration } from './calibration.ts';

/** Unknowns of the books and of perpetual positions after the fall of 10 October 2025. Written by \`npm run calibrate\`; do not edit by hand. */
export const OCTOBER_2025: Calibration = {
  id: '2025-10',
  title: { 'zh-Hans': '2025 年 10 月 10–11 日', 'zh-Hant': '2025 年 10 月 10–11 日', en: '10–11 October 2025' },
  from: '2025-10-10',
  to: '2025-10-11',
  madeBy:
    ${quoted(madeBy)},
  names: ${JSON.stringify(names).replaceAll('"', "'")},
  // biome-ignore format: one particle a line
  particles: [
${kept.map(({ row }) => `    [${row.map(short).join(', ')}],`).join('\n')}
  ],
  // biome-ignore format: as many as particles
  weights: [${kept.map(({ weight }) => short(weight)).join(', ')}],
  day: {
    names: ${JSON.stringify(dayNames).replaceAll('"', "'")},
    // biome-ignore format: one particle a line
    particles: [
${kept.map(({ day }) => `      [${day.map(shorter).join(', ')}],`).join('\n')}
    ],
  },
};
`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function shorter(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", '’')}'`;
}
