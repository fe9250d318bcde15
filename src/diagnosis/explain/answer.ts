import { z } from 'zod';
import { answerHead, wordsSchema } from '../answer.ts';
import { DRIVERS } from './drivers/index.ts';
import { FLOWS } from './flows/index.ts';
import { HAVENS } from './havens/index.ts';
import { LIQUIDITY } from './liquidity/index.ts';
import { NETWORK } from './network/index.ts';
import type { ExplainPart } from './part.ts';

type Parts = Readonly<Record<string, ExplainPart>>;
type PartShape<P extends Parts> = { [K in keyof P]: z.ZodNullable<P[K]['schema']> };

/** The parts of each section, in the order in which they are told. */
export const SECTIONS = {
  liquidity: LIQUIDITY,
  drivers: DRIVERS,
  flows: FLOWS,
  havens: HAVENS,
  network: NETWORK,
} as const;
export type SectionId = keyof typeof SECTIONS;
export const SECTION_IDS = Object.keys(SECTIONS) as readonly SectionId[];

/** A series that a part would read and that has no value at the instant, and where one could be had. */
const need = z.object({
  series: z.string(),
  title: wordsSchema,
  parts: z.array(z.string()),
  /** `provider: its own name of the series`, in order of preference; empty: no public source offers it. */
  sources: z.array(z.string()),
});

function sectionOf<P extends Parts>(parts: P) {
  const shape = Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, part.schema.nullable()]));
  return z.object({
    /** By part; null where the part has nothing to say about the instrument asked for. */
    parts: z.object(shape as PartShape<P>),
    needs: z.array(need),
  });
}

export const explainAnswer = z.object({
  verb: z.literal('explain'),
  schema: z.literal(1),
  ...answerHead,
  parameters: z.object({
    asset: z.string().optional(),
    window: z.string(),
    /** Billions of US dollars (`cuts`: basis points), as in the ids of the figures: `fed:40,banks:25`. */
    assume: z.string().optional(),
    section: z.enum(SECTION_IDS as [SectionId, ...SectionId[]]).optional(),
  }),
  liquidity: sectionOf(LIQUIDITY).optional(),
  drivers: sectionOf(DRIVERS).optional(),
  flows: sectionOf(FLOWS).optional(),
  havens: sectionOf(HAVENS).optional(),
  network: sectionOf(NETWORK).optional(),
});

export type ExplainAnswer = z.infer<typeof explainAnswer>;
export type ExplainSection = NonNullable<ExplainAnswer[SectionId]>;
export type Need = z.infer<typeof need>;
