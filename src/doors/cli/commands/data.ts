import { Command } from 'commander';
import { UserError } from '../../../data/errors.ts';
import { healthReport } from '../../../data/health/report.ts';
import type { PlainFileOptions } from '../../../data/sources/plain-file.ts';
import { filled, used } from '../../empty-home.ts';
import type { CommandContext } from '../context.ts';
import { json } from '../deliver.ts';
import { deriveVerb } from './data-derive.ts';
import { type ExportOptions, exportSeries } from './data-export.ts';
import { type ListOptions, listText } from './data-list.ts';
import { removeStore } from './data-remove.ts';
import { healthText, loadsText } from './data-text.ts';

interface JsonOption {
  readonly json?: boolean;
}

const JSON_HELP = 'as JSON and nothing else';

/** `tidemark data`: bring data in and out, and look after them. */
export function dataCommand(context: CommandContext): Command {
  const command = new Command('data').description('Bring data in and out, and look after them.');
  for (const add of [
    importVerb,
    exportVerb,
    listVerb,
    deriveVerb,
    healthVerb,
    loadsVerb,
    forgetVerb,
    removeVerb,
    compactVerb,
    migrateVerb,
  ]) {
    command.addCommand(add(context));
  }
  return command;
}

function importVerb(context: CommandContext): Command {
  return new Command('import')
    .description('Read a data pack (a folder with manifest.json), or one CSV or Parquet file.')
    .argument('<path>', 'folder of a data pack, or a file')
    .option('--as <id>', 'series that a single file is of')
    .option('--column <name>', 'column of its values, when not close, value, price or the only one')
    .option('--unit <unit>', 'unit of its values: usd-mn, percent-per-year, …')
    .option('--json', JSON_HELP)
    .addHelpText(
      'after',
      `
Examples:
  tidemark data import ../my-data
  tidemark data import WALCL.csv --as fed-assets --unit usd-mn`,
    )
    .action(async (path: string, { json: asJson, ...options }: PlainFileOptions & JsonOption) => {
      const [{ importPath }, { summaryLines }] = await Promise.all([
        import('../../../data/import/import-path.ts'),
        import('../../../data/import/summary.ts'),
      ]);
      await refuseDerived(options.as, context);
      const summary = await importPath(path, options, await context.openStore(), context.effects);
      if (asJson) context.print(json(summary));
      else for (const line of summaryLines(summary)) context.effects.log(line);
    });
}

/** Rows under the id of a series made by formula would never be seen. */
async function refuseDerived(id: string | undefined, context: CommandContext): Promise<void> {
  if (id === undefined) return;
  const [{ DERIVED }, { userEntries }] = await Promise.all([
    import('../../../measures/derived/index.ts'),
    import('../../derived-files.ts'),
  ]);
  const own = userEntries(context.home()).entries.map(({ entry }) => entry);
  if (![...DERIVED, ...own].some((entry) => entry.id === id)) return;
  throw new UserError(
    `${id} is made by formula, not imported`,
    'import what it is made from, or choose another id',
    2,
  );
}

function exportVerb(context: CommandContext): Command {
  return new Command('export')
    .description('Write series out as CSV, JSON or Parquet, as known at an instant.')
    .argument('<ids...>', 'series: btc-usd gold-front.high …')
    .option('--format <format>', 'csv, json or parquet (default: the ending of --out, else csv)')
    .option('--json', 'short for --format json')
    .option('--out <file>', 'write to a file instead of standard output; parquet needs one')
    .option('--as-of <instant>', 'what was known then (default: all that is stored)')
    .addHelpText(
      'after',
      `
Examples:
  tidemark data export btc-usd
  tidemark data export btc-usd gold-front.high --as-of 2026-02-06T01:00Z --out prices.csv
  tidemark data export sp500 --json`,
    )
    .action((ids: string[], options: ExportOptions) => exportSeries(ids, options, context));
}

function listVerb(context: CommandContext): Command {
  return new Command('list')
    .description('Series that are stored, with unit, span and title.')
    .argument('[part]', 'only those whose id, title or class contains it')
    .option('--all', 'also those of the catalogue that are not stored')
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExamples:\n  tidemark data list crypto\n  tidemark data list --all etf-flow')
    .action(async (part: string | undefined, options: ListOptions) => {
      const store = await context.openStore();
      const all = options.all === true;
      const { listSeries } = await import('../../series-list.ts');
      const rows = await listSeries(all ? store : await filled(store), part, all);
      context.print(options.json ? json(rows) : listText(rows));
    });
}

function healthVerb(context: CommandContext): Command {
  return new Command('health')
    .description('Stale series, gaps, quarantined rows, revisions, suspect values, loads, disk use.')
    .addHelpText('after', '\nExamples:\n  tidemark data health\n  tidemark data health --json')
    .option('--json', JSON_HELP)
    .action(async (options: JsonOption) => {
      const report = await healthReport(await used(await context.openStore()));
      context.print(options.json ? json(report) : healthText(report));
    });
}

function loadsVerb(context: CommandContext): Command {
  return new Command('loads')
    .description('Every load, and what it brought.')
    .addHelpText('after', '\nExamples:\n  tidemark data loads\n  tidemark data loads --json')
    .option('--json', JSON_HELP)
    .action(async (options: JsonOption) => {
      const { loads } = await (await used(await context.openStore())).health();
      context.print(options.json ? json(loads) : loadsText(loads));
    });
}

function forgetVerb(context: CommandContext): Command {
  return new Command('forget')
    .description('Undo a load: nothing of it is seen any more; that it was there stays recorded.')
    .argument('<load>', 'as `tidemark data loads` prints it')
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExamples:\n  tidemark data forget load-3')
    .action(async (load: string, options: JsonOption) => {
      const record = await (await used(await context.openStore())).forget(load);
      if (options.json) return context.print(json(record));
      context.effects.log(
        `Forgot ${record.load} (${record.label}): ${record.rows.toLocaleString('en-US')} observations are no longer seen.`,
      );
    });
}

function removeVerb(context: CommandContext): Command {
  return new Command('remove')
    .description('Delete the whole store of this data home.')
    .option('--yes', 'really delete it')
    .option('--json', JSON_HELP)
    .addHelpText(
      'after',
      '\nExamples:\n  tidemark data remove --yes\n  tidemark data remove --specimen --yes',
    )
    .action(async (options: JsonOption & { readonly yes?: boolean }) => {
      const removed = await removeStore(options.yes === true, context);
      if (options.json) context.print(json(removed));
    });
}

function compactVerb(context: CommandContext): Command {
  return new Command('compact')
    .description('Write small segments together and clear what is left over.')
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExamples:\n  tidemark data compact')
    .action(async (options: JsonOption) => {
      const { segmentsBefore, segmentsAfter } = await (await used(await context.openStore())).compact();
      if (options.json) return context.print(json({ segmentsBefore, segmentsAfter }));
      context.effects.log(`Compacted ${segmentsBefore} segments into ${segmentsAfter}.`);
    });
}

function migrateVerb(context: CommandContext): Command {
  return new Command('migrate')
    .description('Bring a store that an older tidemark wrote to the present format.')
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExamples:\n  tidemark data migrate')
    .action(async (options: JsonOption) => {
      const [{ migrateStore, STORE_FORMAT }, { layoutOf }] = await Promise.all([
        import('../../../data/store/format.ts'),
        import('../../../data/store/layout.ts'),
      ]);
      const came = await migrateStore(layoutOf(context.home()));
      if (options.json) return context.print(json({ from: came ?? null, to: STORE_FORMAT }));
      context.effects.log(
        came === undefined || came === STORE_FORMAT
          ? `Nothing to migrate: ${came === undefined ? 'there is no store here' : `the store has format ${came}, the present one`}.`
          : `Migrated the store from format ${came} to ${STORE_FORMAT}.`,
      );
    });
}
