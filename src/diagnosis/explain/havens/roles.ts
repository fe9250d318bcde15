import { z } from 'zod';
import type { FigureDraft, FigureMaker } from '../../../data/figure.ts';
import { formatDay } from '../../../data/time.ts';
import { normalQuantile, studentTQuantile } from '../../../math/distributions.ts';
import { valuesAt } from '../../../math/values-at.ts';
import { fisherInterval } from '../../../measures/fisher-interval.ts';
import type { HavenBeta } from '../../../measures/safe-haven.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { explainPart } from '../part.ts';
import { type BetaChange, CHANGE_DATE } from './beta-changes.ts';
import {
  commonRows,
  EQUITY,
  HAVEN_ASSETS,
  HAVEN_SERIES,
  type HavenAsset,
  type HavenReturns,
  havenReturns,
  seriesBehind,
} from './returns.ts';
import { ROLE_RULE, ROLES, type RoleEvidence, roleNow } from './role.ts';
import { ROLES_FORMULAS } from './roles-formulas.ts';

/** Rows in which a change of role is searched: ten years. */
const ROWS = 2520;
const LEVEL = 0.9;

const schema = z.object({
  /** Latest New York session; null: none known. */
  date: isoDay.nullable(),
  /** Levels and sizes of the rule. */
  rule: z.object({ level: z.number(), smallest: z.number(), risk: z.number(), stressRows: z.number() }),
  assets: z.array(
    z.object({
      asset: z.enum(HAVEN_ASSETS),
      /** Null: too few rows. */
      role: z.enum(ROLES).nullable(),
      /** Since when; null: no change in the rows that were searched, or no role. */
      since: isoDay.nullable(),
      /** Days between which the change lies with the level of `age`; null as `since`. */
      between: z.object({ from: isoDay, to: isoDay }).nullable(),
      /** The role before it. */
      before: z.enum(ROLES).nullable(),
      /** First and last session of the rows searched. */
      searched: z.object({ from: isoDay, to: isoDay, n: z.number().int() }).nullable(),
      /** The tail of the market that decides; null: too few rows since the change, the ordinary beta decides. */
      tail: z.number().nullable(),
      /** Sessions since the change. */
      age: figureSchema,
      calm: figureSchema,
      stress: figureSchema,
      /** Beta in the worst 10, 5 and 1 % of rows, all three terms in one regression. */
      tails: z.array(z.object({ tail: z.number(), rows: z.number().int(), beta: figureSchema })),
      correlation: figureSchema,
      stressCorrelation: figureSchema,
      /** Return in the latest session. */
      session: figureSchema,
    }),
  ),
});

/** What each asset is to a holder of equities: hedge, safe haven, diversifier or risk asset, and since when. */
export const roles = explainPart({
  id: 'roles',
  title: { 'zh-Hans': '资产角色', 'zh-Hant': '資產角色', en: 'Roles of the assets' },
  series: HAVEN_SERIES,
  schema,
  formulas: ROLES_FORMULAS,
  covers: (asset) => (HAVEN_ASSETS as readonly string[]).includes(asset),
  async compute({ view, asset, figure }) {
    const returns = await havenReturns(view);
    const last = returns.dates.length - 1;
    const { level, smallest, risk, stressRows } = ROLE_RULE;
    const asked = HAVEN_ASSETS.filter((id) => asset === undefined || id === asset);
    return {
      date: last < 0 ? null : formatDay(returns.dates[last]!),
      rule: { level, smallest, risk, stressRows },
      assets: asked.map((id) => assetBlock(id, returns, figure)),
    };
  },
});

function assetBlock(asset: HavenAsset, returns: HavenReturns, figure: FigureMaker) {
  const own = returns.of(asset);
  const rows = commonRows(returns, own, ROWS);
  const now = roleNow(valuesAt(own, rows), valuesAt(returns.equity, rows));
  const day = (k: number) => formatDay(returns.dates[rows[k]!]!);
  const to = rows.length - 1;
  const { evidence } = now ?? {};
  const change = now?.change?.before && now.change;
  const window = now && evidence ? { from: day(now.from), to: day(to), n: evidence.rows } : undefined;
  const draw = drawing(asset, figure, window);
  return {
    asset,
    role: evidence?.role ?? null,
    since: change ? day(change.at) : null,
    between: change ? { from: day(change.low), to: day(change.high) } : null,
    before: change?.before ?? null,
    searched: rows.length > 0 ? { from: day(0), to: day(to), n: rows.length } : null,
    tail: evidence?.stress?.tail ?? null,
    age: draw('age', change ? to - change.at : Number.NaN, 'role-change', {
      unit: 'count',
      why: evidence ? NO_CHANGE : TOO_FEW,
      ...(change ? { band: dateBand(change, to) } : {}),
      windowed: false,
    }),
    ...betaFigures(evidence, draw),
    ...correlationFigures(evidence, draw),
    session: draw('session', own.at(-1) ?? Number.NaN, 'role-session-return', {
      unit: 'fraction',
      why: `${asset} is not measured in the latest session and the one before`,
      ...(returns.dates.length > 0 ? { params: { session: formatDay(returns.dates.at(-1)!) } } : {}),
      windowed: false,
    }),
  };
}

interface More {
  readonly unit?: FigureDraft['unit'];
  readonly band?: FigureDraft['band'];
  readonly params?: Readonly<Record<string, string | number>>;
  readonly why?: string;
  readonly windowed?: boolean;
  readonly flags?: FigureDraft['flags'];
}

type Draw = ReturnType<typeof drawing>;

function drawing(asset: HavenAsset, figure: FigureMaker, window: FigureDraft['window']) {
  return (path: string, value: number, formula: string, more: More = {}) =>
    figure({
      path: `${asset}.${path}`,
      value,
      unit: more.unit ?? 'ratio',
      of: {
        formula,
        series: [...seriesBehind(asset), ...(formula === 'role-session-return' ? [] : [EQUITY])],
        ...(more.params ? { params: more.params } : {}),
      },
      ...(window && more.windowed !== false ? { window } : {}),
      ...(more.band && Number.isFinite(more.band.low + more.band.high) ? { band: more.band } : {}),
      ...(more.flags ? { flags: more.flags } : {}),
      why: more.why ?? TOO_FEW,
    });
}

const TOO_FEW = `fewer than ${ROLE_RULE.leastRows} sessions with ${EQUITY}`;
const NO_CHANGE = 'no change of role in the sessions searched';
const FEW_STRESS = `fewer than ${ROLE_RULE.stressRows} stress sessions since the betas last changed`;

function betaFigures(evidence: RoleEvidence | undefined, draw: Draw) {
  const { calm, stress, tails = [] } = evidence ?? {};
  return {
    calm: draw('calm', calm?.beta ?? Number.NaN, 'role-calm-beta', { band: bandOf(calm, 'normal') }),
    stress: draw('stress', stress?.beta ?? Number.NaN, 'role-stress-beta', {
      band: bandOf(stress, 'student'),
      why: evidence ? FEW_STRESS : TOO_FEW,
      ...(stress ? { params: { tail: stress.tail, stressSessions: stress.rows } } : {}),
    }),
    tails: tails.map((one) => ({
      tail: one.tail,
      rows: one.rows,
      beta: draw(`tail-${Math.round(100 * one.tail)}`, one.beta, 'role-tail-beta', {
        band: bandOf(one, 'student'),
        params: { tail: one.tail, stressSessions: one.rows },
        why: FEW_STRESS,
        ...(one.rows < ROLE_RULE.stressRows ? { flags: ['unproven'] as const } : {}),
      }),
    })),
  };
}

function dateBand({ low, high }: BetaChange, to: number) {
  return {
    low: to - high,
    high: to - low,
    level: CHANGE_DATE.level,
    how: 'posterior of the date, betas taken as known',
  };
}

function bandOf(beta: HavenBeta | undefined, law: 'normal' | 'student'): FigureDraft['band'] {
  if (!beta || beta.rows < 2) return undefined;
  const upper = (1 + LEVEL) / 2;
  const times = law === 'normal' ? normalQuantile(upper) : studentTQuantile(upper, beta.rows - 1);
  const reach = times * beta.standardError;
  return {
    low: beta.beta - reach,
    high: beta.beta + reach,
    level: LEVEL,
    how: law === 'normal' ? 'Newey–West' : 'Newey–West, Student’s t with the stress sessions less one',
  };
}

function fisherBand([low, high]: readonly [number, number]) {
  return { low, high, level: LEVEL, how: 'Fisher’s z' };
}

function correlationFigures(evidence: RoleEvidence | undefined, draw: Draw) {
  const { correlation = Number.NaN, stressCorrelation = Number.NaN, rows = 0, stress } = evidence ?? {};
  const band = (r: number, n: number) =>
    Number.isFinite(r) && n > 3 ? fisherBand(fisherInterval(r, n, LEVEL)) : undefined;
  return {
    correlation: draw('correlation', correlation, 'role-correlation', { band: band(correlation, rows) }),
    stressCorrelation: draw('stress-correlation', stressCorrelation, 'role-stress-correlation', {
      band: band(stressCorrelation, stress?.rows ?? 0),
      why: evidence ? FEW_STRESS : TOO_FEW,
    }),
  };
}
