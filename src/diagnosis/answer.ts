import { z } from 'zod';
import { FIGURE_FLAGS } from '../data/figure.ts';

/** Version of the program that made an answer. */
export const ENGINE_VERSION = '0.1.0';

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const figureSchema = z.object({
  id: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  asOf: z.string(),
  of: z.object({
    formula: z.string(),
    series: z.array(z.string()).readonly(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    inputs: z
      .array(z.object({ symbol: z.string(), series: z.string(), date: isoDay }))
      .readonly()
      .optional(),
  }),
  window: z.object({ from: isoDay, to: isoDay, n: z.number().int() }).optional(),
  band: z.object({ low: z.number(), high: z.number(), level: z.number(), how: z.string() }).optional(),
  flags: z.array(z.enum(FIGURE_FLAGS)).readonly(),
  why: z.string().optional(),
});

export const wordsSchema = z.object({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() });

/** Which session each market stood at when the answer was made. */
export const sessionSchema = z.object({
  calendar: z.string(),
  date: isoDay,
  closedAt: z.string(),
});

/**
 * What a reader must be told of the data. `missing`: the series has no value at all · `not-yet-known`: the session's value is released
 * later · `stale`: older than its frequency allows · `revised` · `suspect` · `short-history`: too few rows for the figure.
 */
export const warningSchema = z.object({
  kind: z.enum(['missing', 'not-yet-known', 'stale', 'revised', 'suspect', 'short-history']),
  series: z.string(),
  title: wordsSchema,
  /** Latest date known, when there is one. */
  latest: isoDay.optional(),
  /** Instant at which the value is due, when the release rule says. */
  due: z.string().optional(),
});

export type Session = z.infer<typeof sessionSchema>;
export type Warning = z.infer<typeof warningSchema>;

/** The head every verb's answer has; same inputs, same bytes. */
export const answerHead = {
  engine: z.string(),
  dataVersion: z.string(),
  asOf: z.string(),
  simulated: z.boolean(),
  sessions: z.array(sessionSchema),
  warnings: z.array(warningSchema),
} as const;

export type AnswerHead = z.infer<z.ZodObject<typeof answerHead>>;

export { isoDay };
