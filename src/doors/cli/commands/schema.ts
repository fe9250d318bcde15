import { Command } from 'commander';
import { UserError } from '../../../data/errors.ts';
import { deliver, json } from '../deliver.ts';
import type { Run } from '../run.ts';

interface SchemaOptions {
  readonly out?: string;
}

/** `tidemark schema`: the JSON Schema of a verb's answer. */
export function schemaCommand(run: Run): Command {
  return new Command('schema')
    .argument('<verb>', 'scan, explain or cascade')
    .option('--out <file>', 'write to a file instead of standard output')
    .addHelpText(
      'after',
      `
Examples:
  tidemark schema scan
  tidemark schema explain --out explain.schema.json`,
    )
    .action((verb: string, options: SchemaOptions) => schema(run, verb, options));
}

async function schema(run: Run, verb: string, { out }: SchemaOptions): Promise<void> {
  const schemas = new Map(Object.entries(await run.world.parts.schemas()));
  const found = schemas.get(verb);
  if (!found) {
    throw new UserError(`no such answer: "${verb}"`, `allowed: ${[...schemas.keys()].join(', ')}`, 2);
  }
  await deliver(json(found), out, { print: run.print, log: run.effects.log });
}
