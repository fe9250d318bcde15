import { formatInstant, type Instant } from './time.ts';
import type { BaseUnit } from './unit.ts';

export const FIGURE_FLAGS = [
  'simulated',
  'proxy',
  'stale',
  'late-vintage',
  'revised',
  'suspect',
  'under-reported',
  'unproven',
  'extrapolated',
] as const;
export type FigureFlag = (typeof FIGURE_FLAGS)[number];

/** One observation a figure was made from: the symbol it has in the formula, the series and the date. */
export interface FigureInput {
  readonly symbol: string;
  readonly series: string;
  readonly date: string;
}

/** What a figure is of: a formula of the catalogue with its parameters, over series; `inputs` where they are few enough to name. */
export interface FigureOf {
  readonly formula: string;
  readonly series: readonly string[];
  readonly params?: Readonly<Record<string, string | number>>;
  readonly inputs?: readonly FigureInput[];
}

export interface Band {
  readonly low: number;
  readonly high: number;
  /** Coverage, 0.8 for 80 %. */
  readonly level: number;
  readonly how: string;
}

/** A number that can be asked where it comes from. Fractions and base units, never percent. */
export interface Figure {
  readonly id: string;
  readonly value: number | null;
  readonly unit: BaseUnit;
  readonly asOf: string;
  readonly of: FigureOf;
  readonly window?: { readonly from: string; readonly to: string; readonly n: number };
  readonly band?: Band;
  readonly flags: readonly FigureFlag[];
  /** Why there is no value; set exactly when `value` is null. */
  readonly why?: string;
}

/** The catalogue entry of a formula that figures name: what `trace` prints. */
export interface Formula {
  readonly id: string;
  readonly title: { readonly 'zh-Hans': string; readonly 'zh-Hant': string; readonly en: string };
  /** The formula in plain text with its symbols. */
  readonly text: string;
  /** Paper, equation, or "definition". */
  readonly source: string;
}

export interface FigureContext {
  readonly verb: string;
  readonly instant: Instant;
  readonly dataVersion: string;
  /** Parameters that differ from their defaults; they are part of the id so that a trace can redo the answer. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly simulated: boolean;
}

export interface FigureDraft {
  readonly path: string;
  readonly value: number;
  readonly unit: BaseUnit;
  readonly of: FigureOf;
  readonly window?: { readonly from: string; readonly to: string; readonly n: number };
  readonly band?: Band;
  readonly flags?: readonly FigureFlag[];
  /** Needed when `value` is NaN. */
  readonly why?: string;
}

/**
 * Maker of the figures of one answer. Ids read `scan:btc-usd.change-1d@2026-02-06T01:00Z;window=5d#7f3c91`: verb, path, instant,
 * parameters, data version; they alone suffice to find the figure again.
 * @throws Error when a path is used twice or a missing value has no reason: both are faults of the program.
 */
export function figureMaker(context: FigureContext): (draft: FigureDraft) => Figure {
  const used = new Set<string>();
  const asOf = formatInstant(context.instant);
  const parameters = Object.entries(context.parameters)
    .map(([key, value]) => `;${key}=${value}`)
    .join('');
  const tail = `@${asOf}${parameters}#${context.dataVersion.slice(0, 6)}`;
  return (draft) => {
    if (used.has(draft.path)) throw new Error(`figure path used twice: ${draft.path}`);
    used.add(draft.path);
    const measured = Number.isFinite(draft.value);
    if (!measured && !draft.why) throw new Error(`figure without value and without reason: ${draft.path}`);
    const flags = new Set<FigureFlag>(draft.flags ?? []);
    if (context.simulated) flags.add('simulated');
    return {
      id: `${context.verb}:${draft.path}${tail}`,
      value: measured ? draft.value : null,
      unit: draft.unit,
      asOf,
      of: draft.of,
      ...(draft.window ? { window: draft.window } : {}),
      ...(draft.band && measured ? { band: draft.band } : {}),
      flags: FIGURE_FLAGS.filter((flag) => flags.has(flag)),
      ...(measured ? {} : { why: draft.why as string }),
    };
  };
}

export type FigureMaker = ReturnType<typeof figureMaker>;

export interface FigureRef {
  readonly verb: string;
  readonly path: string;
  readonly instant: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly dataVersion: string;
}

/**
 * Parts of a figure id.
 * @throws RangeError when the text is not one.
 */
export function parseFigureId(id: string): FigureRef {
  const match = /^([a-z]+):([^@]+)@([^;#]+)((?:;[^;#=]+=[^;#]*)*)#([0-9a-f]{6})$/.exec(id);
  if (!match) {
    throw new RangeError(
      `not a figure id: "${id}"; it reads verb:path@instant#version, as printed beside every number`,
    );
  }
  const parameters = Object.fromEntries(
    (match[4] as string)
      .split(';')
      .filter((part) => part !== '')
      .map((part) => part.split('=') as [string, string]),
  );
  return {
    verb: match[1] as string,
    path: match[2] as string,
    instant: match[3] as string,
    parameters,
    dataVersion: match[5] as string,
  };
}
