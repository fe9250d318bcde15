import { z } from 'zod';
import { wilsonInterval } from '../../../../measures/wilson-interval.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { dayAt, drawing, spanOf } from '../../drawing.ts';
import { type ExplainContext, explainPart } from '../../part.ts';
import { logOf } from '../factors.ts';
import { latestRow, readSessions, type Sessions } from '../sessions.ts';
import { GROWTH_FEAR_FORMULAS } from './growth-fear-formulas.ts';
import { QUADRANTS, type Quadrant, quadrantsOf, refugeMoves, STRETCH, stretchesOf } from './quadrants.ts';

const YIELD = 'us-2y';
const PROXY = 'us-5y-market';
const EQUITY = 'sp500';
const OTHERS = ['tlt', 'gold-front'] as const;
/** Stretches from which a record is told. */
const FEWEST = 20;
const FEWEST_LIKE = 5;
const LEVEL = 0.95;

const state = z.object({
  from: isoDay.nullable(),
  to: isoDay.nullable(),
  /** What the two signs agree with; null when one is not measured. Over a window policy and liquidity are one. */
  kind: z.enum(QUADRANTS).nullable(),
  yield: figureSchema,
  equity: figureSchema,
});

const schema = z.object({
  day: state,
  window: state,
  /** The last 20 sessions by quadrant, each beside its base rate; null when there are fewer. */
  stretch: z
    .object({
      from: isoDay,
      to: isoDay,
      quadrants: z.array(z.object({ kind: z.enum(QUADRANTS), share: figureSchema, base: figureSchema })),
      /** Share of past stretches with at least as many growth sessions. */
      asMany: figureSchema,
      /** How often equities fell after those, and after any. */
      after: z.object({ fell: figureSchema, base: figureSchema, proven: z.boolean() }),
    })
    .nullable(),
});

export type GrowthFear = z.infer<typeof schema>;

/** Whether cuts came nearer while shares fell, as in a fear for growth: signs of the 2-year yield and of equities. */
export const growthFear = explainPart({
  id: 'growth-fear',
  title: {
    'zh-Hans': '降息提前与增长忧虑',
    'zh-Hant': '降息提前與成長憂慮',
    en: 'Earlier cuts as fear for growth',
  },
  series: [YIELD, PROXY, EQUITY, ...OTHERS],
  schema,
  formulas: GROWTH_FEAR_FORMULAS,
  async compute(context) {
    const sessions = await readSessions(context.view, [YIELD, PROXY, EQUITY, ...OTHERS], context.window);
    const refuge = refugeMoves(sessions);
    return {
      day: stateOf(context, sessions, refuge, 'day'),
      window: stateOf(context, sessions, refuge, 'window'),
      stretch: stretchFigures(context, sessions, quadrantsOf(sessions, YIELD, EQUITY, refuge)),
    };
  },
});

function move(sessions: Sessions, id: string, from: number, to: number): number {
  const column = sessions.get(id);
  if (!column || from < 0 || column.source[from] !== column.source[to]) return Number.NaN;
  const levelAt = (row: number) => (id === EQUITY ? logOf(column.values[row]!) : column.values[row]!);
  return levelAt(to) - levelAt(from);
}

type Refuge = ReturnType<typeof refugeMoves>;

function stateOf(
  { figure, window: asked }: ExplainContext,
  sessions: Sessions,
  refuge: Refuge,
  path: 'day' | 'window',
) {
  const window = path === 'day' ? 1 : asked;
  const shares = sessions.get(EQUITY);
  const to = shares ? latestRow(shares) : -1;
  const from = to - window;
  const own = move(sessions, YIELD, from, to);
  const instead = Number.isNaN(own) ? move(sessions, PROXY, from, to) : Number.NaN;
  const proxy = Number.isNaN(own) && Number.isFinite(instead);
  const rate = proxy ? instead : own;
  const equity = move(sessions, EQUITY, from, to);
  const rest = {
    params: { w: window },
    ...(from < 0 ? {} : spanOf(sessions.dates, from, to, window)),
    why: 'no value at both ends of the window',
  };
  return {
    from: dayAt(sessions.dates, from),
    to: from < 0 ? null : dayAt(sessions.dates, to),
    kind:
      path === 'day'
        ? (quadrantsOf(sessions, proxy ? PROXY : YIELD, EQUITY, refuge)[to] ?? null)
        : kindOf(rate, equity),
    yield: drawing(figure, [proxy ? PROXY : YIELD])(
      `${path}.yield`,
      rate,
      'fraction-per-year',
      'growth-move',
      proxy ? { ...rest, flags: ['proxy'] } : rest,
    ),
    equity: drawing(figure, [EQUITY])(`${path}.equity`, Math.expm1(equity), 'fraction', 'growth-move', rest),
  };
}

/** Over more than a session policy and liquidity are not told apart. */
function kindOf(rate: number, equity: number): Quadrant | null {
  if (Number.isNaN(rate + equity)) return null;
  if (equity >= 0) return rate < 0 ? 'easing' : 'relief';
  return rate < 0 ? 'growth' : 'policy';
}

function stretchFigures(
  { figure }: ExplainContext,
  sessions: Sessions,
  quadrants: readonly (Quadrant | null)[],
): GrowthFear['stretch'] {
  const [now, ...past] = stretchesOf(quadrants);
  if (!now) return null;
  const draw = drawing(figure, [YIELD, EQUITY]);
  const before = quadrants.slice(0, now.first).filter((kind) => kind !== null);
  const recent = quadrants.slice(now.first, now.last + 1).filter((kind) => kind !== null);
  const share = (all: readonly unknown[], kind: Quadrant) =>
    all.filter((one) => one === kind).length / all.length;
  const like = past.filter(({ growth }) => growth >= now.growth);
  const enough = past.length >= FEWEST;
  return {
    from: dayAt(sessions.dates, now.first)!,
    to: dayAt(sessions.dates, now.last)!,
    quadrants: QUADRANTS.map((kind) => ({
      kind,
      share: draw(
        `stretch.${kind}.share`,
        share(recent, kind),
        'fraction',
        'growth-share',
        spanOf(sessions.dates, now.first, now.last, STRETCH),
      ),
      base: draw(
        `stretch.${kind}.base`,
        enough ? share(before, kind) : Number.NaN,
        'fraction',
        'growth-base',
        { params: { n: before.length }, why: SHORT },
      ),
    })),
    asMany: draw(
      'stretch.as-many',
      enough ? like.length / past.length : Number.NaN,
      'fraction',
      'growth-rank',
      { params: { growth: now.growth, stretches: past.length }, why: SHORT },
    ),
    after: afterFigures(draw, sessions, { past, like, growth: now.growth, enough }),
  };
}

const SHORT = `fewer than ${FEWEST} past stretches of ${STRETCH} sessions`;

interface Record {
  readonly past: ReturnType<typeof stretchesOf>;
  readonly like: ReturnType<typeof stretchesOf>;
  readonly growth: number;
  readonly enough: boolean;
}

function afterFigures(
  draw: ReturnType<typeof drawing>,
  sessions: Sessions,
  { past, like, growth, enough }: Record,
) {
  const falls = (all: Record['past']) => {
    const moves = all.map(({ last }) => move(sessions, EQUITY, last, last + STRETCH)).filter(Number.isFinite);
    return { n: moves.length, hits: moves.filter((one) => one < 0).length };
  };
  const [of, any] = [falls(like), falls(past)];
  const told = enough && of.n >= FEWEST_LIKE;
  const band = wilsonInterval(of.hits, of.n, LEVEL);
  const base = any.hits / any.n;
  const proven = told && (band.low > base || band.high < base);
  return {
    fell: draw('stretch.after.fell', told ? of.hits / of.n : Number.NaN, 'fraction', 'growth-after', {
      params: { growth, n: of.n },
      ...(told ? { band: { ...band, level: LEVEL, how: 'Wilson' } } : {}),
      flags: proven ? [] : ['unproven'],
      why: enough ? `fewer than ${FEWEST_LIKE} past stretches with as many growth sessions` : SHORT,
    }),
    base: draw('stretch.after.base', enough ? base : Number.NaN, 'fraction', 'growth-after', {
      params: { growth: 0, n: any.n },
      why: SHORT,
    }),
    proven,
  };
}
