import { UserError } from '../data/errors.ts';
import { DEFAULT_CALIBRATION } from '../simulation/cascade/calibration.ts';
import { parseClaim } from '../simulation/cascade/claim.ts';
import { NO_SELLERS } from '../simulation/cascade/id-parameters.ts';
import {
  CASCADE_DEFAULTS,
  CAUSES,
  type CascadeOptions,
  checkOptions,
} from '../simulation/cascade/options.ts';
import { DEFAULT_SHOCK, parseShock } from '../simulation/cascade/shock.ts';
import { usage } from './failure.ts';

/** A cascade as it is asked for at a door: texts as they came. */
export interface CascadeTexts {
  readonly shock?: string | undefined;
  readonly alone?: boolean | undefined;
  readonly over?: string | undefined;
  readonly sellers?: string | undefined;
  readonly assets?: string | undefined;
  readonly paths?: string | undefined;
  readonly draws?: string | undefined;
  readonly seed?: string | undefined;
  readonly step?: string | undefined;
  readonly horizon?: string | undefined;
  readonly calibration?: string | undefined;
  readonly causes?: string | undefined;
  readonly claim?: string | undefined;
}

const MINUTES = { m: 1, h: 60, d: 1440 } as const;

/** @throws UserError (2) that names the option, what came and what is allowed. */
export function cascadeOptions(texts: CascadeTexts): CascadeOptions {
  const { over, paths, draws, seed, stepMinutes, horizonMinutes } = CASCADE_DEFAULTS;
  const horizon = minutesOr('--horizon', texts.horizon, horizonMinutes);
  const pathsAsked = numberOr('--paths', texts.paths, paths);
  const options: CascadeOptions = {
    shock: texts.shock === undefined ? DEFAULT_SHOCK : inOrder(parseShock(texts.shock)),
    alone: texts.alone ?? false,
    over: minutesOr('--over', texts.over, Math.min(over, horizon)),
    sellers: texts.sellers?.trim() === NO_SELLERS ? [] : listOf('--sellers', texts.sellers),
    assets: listOf('--assets', texts.assets),
    paths: pathsAsked,
    draws: numberOr('--draws', texts.draws, Math.max(1, Math.min(draws, pathsAsked))),
    seed: numberOr('--seed', texts.seed, seed),
    stepMinutes: minutesOr('--step', texts.step, stepMinutes),
    horizonMinutes: horizon,
    calibration: texts.calibration ?? DEFAULT_CALIBRATION,
    causes: causesOf(texts.causes),
    claim: texts.claim === undefined ? undefined : parseClaim(texts.claim),
  };
  usage('', () => checkOptions(options));
  return options;
}

function causesOf(text: string = CASCADE_DEFAULTS.causes): CascadeOptions['causes'] {
  const found = CAUSES.find((one) => one === text.trim());
  if (found) return found;
  throw new UserError(`--causes: not known: "${text}"`, `allowed: ${CAUSES.join(', ')}`, 2);
}

/** @throws UserError (2) when it is not a number with m, h or d. */
export function parseMinutes(text: string, where: string): number {
  const match = /^(\d{1,6}(?:\.\d{1,3})?)([mhd])$/.exec(text.trim());
  if (match) return Number(match[1]) * MINUTES[match[2] as keyof typeof MINUTES];
  throw new UserError(`${where}: not a time: "${text}"`, 'allowed: minutes, hours or days: 5m, 1h, 1d', 2);
}

/** @throws UserError (2) when it is not a whole number. */
export function parseWhole(text: string, where: string): number {
  if (/^\d{1,16}$/.test(text.trim())) return Number(text);
  throw new UserError(`${where}: not a whole number: "${text}"`, 'allowed: digits alone, such as 400', 2);
}

function numberOr(where: string, text: string | undefined, otherwise: number): number {
  return text === undefined ? otherwise : parseWhole(text, where);
}

function minutesOr(where: string, text: string | undefined, otherwise: number): number {
  return text === undefined ? otherwise : parseMinutes(text, where);
}

/** Ids joined by commas, in order and each once; undefined for all. */
function listOf(where: string, text: string | undefined): readonly string[] | undefined {
  if (text === undefined || text === 'all') return undefined;
  const ids = text.split(',').map((id) => id.trim());
  if (ids.every((id) => id !== '')) return [...new Set(ids)].sort();
  throw new UserError(`${where}: an id is missing: "${text}"`, 'write ids joined by commas, or all', 2);
}

function inOrder<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
