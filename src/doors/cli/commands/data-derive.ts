import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { UserError } from '../../../data/errors.ts';
import { nearest } from '../../../data/nearest.ts';
import { entryOf } from '../../../data/series/index.ts';
import type { View } from '../../../data/view.ts';
import {
  DERIVED,
  type DerivedEntry,
  derivedCatalogue,
  needsOf,
  worldOf,
} from '../../../measures/derived/index.ts';
import {
  entriesOf,
  type Refusal,
  refusalOf,
  removeUserEntries,
  together,
  type UserEntry,
  userEntries,
  writeUserEntry,
} from '../../derived-files.ts';
import type { CommandContext } from '../context.ts';
import { json } from '../deliver.ts';
import { aligned } from './columns.ts';

interface DeriveOptions {
  readonly check?: boolean;
  readonly list?: boolean;
  readonly remove?: string;
  readonly json?: boolean;
}

/** `tidemark data derive`: series made by formula, from files that a person wrote. */
export function deriveVerb(context: CommandContext): Command {
  return new Command('derive')
    .description('Add series made by formula, from JSON files; list, check or remove them.')
    .argument('[files...]', 'files with one entry, or an array of them')
    .option('--check', 'check the files, write nothing')
    .option('--list', 'the series made by formula: those of the program and your own')
    .option('--remove <id>', 'take one of your own away')
    .option('--json', 'as JSON and nothing else')
    .addHelpText(
      'after',
      `
Examples:
  tidemark data derive my-ratio.json
  tidemark data derive --check my-ratio.json
  tidemark data derive --list`,
    )
    .action((files: string[], options: DeriveOptions) => derive(files, options, context));
}

async function derive(
  files: readonly string[],
  options: DeriveOptions,
  context: CommandContext,
): Promise<void> {
  if (options.list) return list(options, context);
  if (options.remove !== undefined) {
    const removed = remove(options.remove, await worldView(context), context);
    return options.json ? context.print(json(removed)) : undefined;
  }
  if (files.length === 0) {
    throw new UserError('data derive: no file', 'name a file, or say --list or --remove ID', 2);
  }
  const given = together(files.map((file) => entriesOf(file, readFileSync(file, 'utf8'))));
  refuse(given.refusals);
  refuse(problemsOf(given.entries, userEntries(context.home()).entries, [], await worldView(context)));
  const done = given.entries.map(({ entry: { id, unit } }) => ({ id, unit }));
  for (const { entry } of given.entries) {
    if (options.check) context.effects.log(`${entry.id}: right; gives ${entry.unit}`);
    else add(entry, context);
  }
  if (options.json) context.print(json(done));
  else if (!options.check) {
    context.effects.log(`${done.length} series can be used wherever a series can.`);
  }
}

async function worldView(context: CommandContext): Promise<View> {
  const store = await context.openStore();
  return store.asOf((await store.latestClose()) ?? 0);
}

function add(entry: DerivedEntry, context: CommandContext): void {
  const before = userEntries(context.home()).entries.find((one) => one.entry.id === entry.id);
  if (before) removeUserEntries(before.file, [entry.id]);
  const file = writeUserEntry(context.home(), entry);
  context.effects.log(`${before ? 'replaced' : 'added'} ${entry.id} in ${file}`);
}

/** What is wrong with new entries, together with those that stay: refused ones, and ids that are taken. The view knows all of them. */
function problemsOf(
  given: readonly UserEntry[],
  present: readonly UserEntry[],
  gone: readonly string[],
  view: View,
): readonly Refusal[] {
  const own = new Set([...[...given, ...present].map(({ entry }) => entry.id), ...gone]);
  const builtIn = new Set(DERIVED.map(({ id }) => id));
  const taken = given.filter(({ entry: { id } }) => {
    const mine = present.some(({ entry }) => entry.id === id);
    return builtIn.has(id) || (!mine && view.entry(id) !== undefined);
  });
  if (taken.length > 0) {
    return taken.map(({ file, entry: { id } }) =>
      refusalOf(
        { id, error: new RangeError('there is a series of this id already; choose another id') },
        file,
      ),
    );
  }
  const kept = present.filter(({ entry }) => !given.some((one) => one.entry.id === entry.id));
  const files = new Map([...kept, ...given].map(({ entry, file }) => [entry.id, file]));
  const world = worldOf(view);
  const { refused } = derivedCatalogue([...DERIVED, ...[...kept, ...given].map(({ entry }) => entry)], {
    ...world,
    entry: (id) => (own.has(id) ? undefined : world.entry(id)),
  });
  return refused.map((one) => refusalOf(one, files.get(one.id) ?? 'the program'));
}

/** @throws UserError with every refusal, the hint of the first. */
function refuse(refusals: readonly Refusal[]): void {
  const [first] = refusals;
  if (first) throw new UserError(refusals.map(({ message }) => message).join('\n'), first.hint, 2);
}

function remove(
  id: string,
  view: View,
  context: CommandContext,
): { readonly id: string; readonly file: string } {
  const { entries, refusals } = userEntries(context.home());
  const found = entries.find(({ entry }) => entry.id === id);
  if (!found) {
    const own = entries.map(({ entry }) => entry.id);
    const close = nearest(id, own, 3);
    const hint =
      close.length > 0 ? `did you mean ${close.join(', ')}?` : `yours: ${own.join(', ') || 'none'}`;
    throw new UserError(`no derived series of your own "${id}"`, hint, 2);
  }
  refuse(refusals.filter(({ file }) => file === found.file));
  const left = entries.filter((one) => one !== found);
  const broken = problemsOf([], left, [id], view);
  if (broken.length > 0) {
    throw new UserError(
      `${id} is used by ${broken.map((one) => one.id).join(', ')}`,
      'remove those first',
      2,
    );
  }
  removeUserEntries(found.file, [id]);
  context.effects.log(`removed ${id} from ${found.file}`);
  return { id, file: found.file };
}

function list(options: DeriveOptions, context: CommandContext): void {
  const { entries, refusals } = userEntries(context.home());
  const given = [...DERIVED.map((entry) => ({ file: 'the program', entry })), ...entries];
  const all = given.map(({ entry }) => entry);
  const rows = given.map(({ file, entry }) => ({
    ...entry,
    file,
    needs: needsOf(entry, all, entryOf).map(({ id }) => id),
  }));
  if (options.json) context.print(json(rows));
  else {
    const cells = rows.map((row) => [
      row.id,
      row.unit,
      row.formula,
      symbols(row),
      row.title.en,
      row.file,
      needsText(row.needs),
    ]);
    context.print(`${aligned(cells).join('\n')}\n`);
  }
  refuse(refusals);
}

/** Series that must come from a file of their own. */
function needsText(ids: readonly string[]): string {
  return ids.length === 0 ? '' : `needs ${ids.join(', ')}`;
}

function symbols({ of }: DerivedEntry): string {
  return Object.entries(of)
    .map(([symbol, id]) => `${symbol} ${id}`)
    .join(', ');
}
