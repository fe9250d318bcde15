import { z } from 'zod';
import { figureSchema as figure, isoDay } from '../answer.ts';

export const TIERS = ['majors', 'large-alts', 'smaller-alts'] as const;

const pair = z.object({
  a: z.string(),
  b: z.string(),
  /** First session on which the pair is judged. */
  from: isoDay,
  /** Moves over 5, 10 and 20 sessions; `both`: each fell by more than 1σ. */
  spans: z.array(
    z.object({
      sessions: z.number().int(),
      changeA: figure,
      changeB: figure,
      zA: figure,
      zB: figure,
      both: z.boolean(),
    }),
  ),
  rankCorrelation: figure,
  /** Whether the latest session is one of a joint fall, since when, and which day of it this is (0: none). */
  falling: z.boolean(),
  since: isoDay.nullable(),
  day: figure,
  /** The joint fall before the present one. */
  lastEpisode: z.object({ from: isoDay, to: isoDay }).nullable(),
  /** Share of sessions with a joint fall, what independent series would give, and how likely they would give as many. */
  share: figure,
  shareIndependent: figure,
  pValue: figure,
});

const meanTest = z.object({ difference: figure, t: figure, degreesOfFreedom: figure, pValue: figure });

const tiers = z.object({
  session: isoDay,
  tiers: z.array(
    z.object({
      tier: z.enum(TIERS),
      members: z.array(z.object({ series: z.string(), day: figure, recent: figure })),
      day: figure,
      recent: figure,
    }),
  ),
  /** Altcoins against majors: across the coins of the day, and the daily means of `sessions` days, apart and in pairs. */
  day: meanTest,
  recent: meanTest,
  paired: meanTest,
  sessions: z.number().int(),
  /** Coins on either side of the test of the day. */
  counts: z.object({ alts: z.number().int(), majors: z.number().int() }),
  /** Slope on bitcoin on the days on which it fell; `n` such days. */
  betas: z.array(z.object({ series: z.string(), beta: figure, n: figure })),
  leftOut: z.array(z.string()),
});

const curve = z.object({
  /** Latest session all maturities are known for, and the one before. */
  session: isoDay,
  previous: isoDay,
  tenors: z.array(z.object({ series: z.string(), before: figure, after: figure, change: figure })),
  /** Maturities that moved by more than 5 bp against both their neighbours, the same way. */
  odd: z.array(z.string()),
  slopes: z.array(z.object({ name: z.string(), level: figure, change: figure })),
  components: z.array(
    z.object({ name: z.enum(['level', 'slope', 'curvature']), score: figure, share: figure }),
  ),
  /** Market yields of a later session than the curve’s. */
  market: z.array(z.object({ series: z.string(), date: isoDay, level: figure, change: figure })),
});

const league = z.object({
  session: isoDay,
  members: z.array(
    z.object({ series: z.string(), day: figure, year: figure, rankDay: figure, rankYear: figure }),
  ),
  leftOut: z.array(z.string()),
  /** Brent over WTI. */
  spread: z.object({ level: figure, change: figure }).nullable(),
});

const event = z.object({
  instant: z.string(),
  reactions: z.array(
    z.object({
      series: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      next: z.string().nullable(),
      change: figure,
      nextChange: figure,
    }),
  ),
});

/** Sections of the scan beside the instruments and the joint fall. */
export const scanSections = {
  /** S0.01: two assets that fall together although one is sold as the hedge of the other. */
  pairs: z.object({
    session: isoDay,
    measured: z.array(pair),
    leftOut: z.array(z.object({ a: z.string(), b: z.string() })),
  }),
  /** S1.13, S1.11: altcoins against majors. */
  tiers: tiers.nullable(),
  /** S1.57: the Treasury curve. */
  curve: curve.nullable(),
  /** S1.44: commodities ranked by the day and the year so far. */
  league: league.nullable(),
  /** S1.50: the markets over one dated event; null when none is asked for. */
  event: event.nullable(),
} as const;
