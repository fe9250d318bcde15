import { z } from 'zod';
import type { Figure } from '../../data/figure.ts';
import { parseFigureId } from '../../data/figure.ts';
import type { Language } from '../../data/series/entry.ts';
import { figuresOf } from '../../data/trace.ts';
import type { ExplainAnswer } from '../../diagnosis/explain/answer.ts';
import type { ScanAnswer } from '../../diagnosis/scan/answer.ts';
import type { CascadeAnswer } from '../../simulation/cascade/answer.ts';
import type { Desk } from './desk.ts';
import { type JsonObject, jsonSchema, type ToolAnswer } from './tool.ts';

type Answer = ScanAnswer | ExplainAnswer | CascadeAnswer;

const MOST_FIGURES = 200;
const WIDTH = 100;

/** What part of an Answer is wanted beside its words. */
export const PICK = {
  figures: z
    .array(z.string().min(1))
    .max(50)
    .optional()
    .describe(
      `Beginnings of the paths of the figures wanted, such as "joint" or "btc-usd.": at most ${MOST_FIGURES} come.`,
    ),
  full: z
    .boolean()
    .optional()
    .describe('The whole Answer too: for programs, one to three megabytes. Default: false.'),
};

const FIGURE = z.looseObject({
  id: z.string().describe('What the tool trace takes.'),
  value: z.number().nullable(),
  unit: z.string(),
  asOf: z.string(),
});

const HEAD = z.strictObject({
  asOf: z.string(),
  dataVersion: z.string(),
  simulated: z.boolean(),
  words: z.string(),
  figures: z.array(FIGURE).describe('Fractions and base units; an absent value is null and says why.'),
  moreFigures: z.int().describe('How many figures of those asked for are left out.'),
});

/** The schema of what a verb gives: the head, and under `answer` the Answer of the verb. */
export async function answerSchema(verb: Answer['verb'], { parts }: Desk): Promise<JsonObject> {
  const { $defs, $schema, ...answer } = (await parts.schemas())[verb] as Readonly<Record<string, unknown>>;
  const head = jsonSchema(HEAD);
  return {
    ...head,
    properties: { ...(head.properties as object), answer },
    ...($defs ? { $defs } : {}),
  };
}

/** An Answer in words, with the figures that were asked for. */
export async function answered(
  answer: Answer,
  {
    figures,
    full,
  }: { readonly figures?: readonly string[] | undefined; readonly full?: boolean | undefined },
  beginnings: readonly string[],
  language: Language,
  { parts }: Desk,
): Promise<ToolAnswer> {
  const found = figuresOf(answer).filter((one) => begins(one, figures ?? beginnings));
  return {
    asOf: answer.asOf,
    dataVersion: answer.dataVersion,
    simulated: answer.simulated,
    words: await parts.terminal(answer, language, { width: WIDTH, colour: false }),
    figures: found.slice(0, MOST_FIGURES),
    moreFigures: Math.max(0, found.length - MOST_FIGURES),
    ...(full ? { answer } : {}),
  };
}

function begins({ id }: Figure, beginnings: readonly string[]): boolean {
  const { path } = parseFigureId(id);
  return beginnings.some((one) => path.startsWith(one));
}
