import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { UserError } from '../../../data/errors.ts';
import type { Store } from '../../../data/store/store.ts';
import { PAGE_LIMITS } from '../../cascade-limits.ts';
import { dataQuestions } from '../../data-questions.ts';
import { fingerprint } from '../../fingerprint.ts';
import { keptAnswers } from '../../kept-answers.ts';
import { pageQuestions } from '../../pages.ts';
import { questions } from '../../questions.ts';
import { withSharedViews } from '../../shared-views.ts';
import { jobThreads } from '../../simulate/job-threads.ts';
import { asOfOption } from '../as-of.ts';
import { chooseLanguage, parseLanguage } from '../language.ts';
import { fontFolders } from '../paper.ts';
import type { Run } from '../run.ts';

const DEFAULT_PORT = 7310;
const PORTS_TRIED = 20;
/** The same from the source and from the build. */
const BUILT_PAGE = fileURLToPath(new URL('../../../../dist/page', import.meta.url));

interface ServeOptions {
  readonly asOf?: string;
  readonly port?: string;
}

/** `tidemark serve`: prepares the data, prints the scan, and serves the dashboard on this machine only. */
export function serveCommand(run: Run): Command {
  return new Command('serve')
    .option(
      '--as-of <instant>',
      'instant of the page that asks for none (default: the latest close in the store)',
    )
    .option('--port <n>', `port on 127.0.0.1; 0 takes any (default: ${DEFAULT_PORT}, or the next free one)`)
    .addHelpText(
      'after',
      `
A home without data gets a generated market of its own, the specimen, said to be SIMULATED everywhere. It opens at the last broad
fall that is scripted in it.

Examples:
  tidemark serve
  tidemark serve --port 8080 --lang zh-Hant
  tidemark serve --home ~/tidemark-data`,
    )
    .action((options: ServeOptions) => serve(run, options));
}

async function serve(run: Run, options: ServeOptions): Promise<void> {
  const { world } = run;
  const chosen = run.options().lang ? parseLanguage(run.options().lang as string) : undefined;
  const language = chosen ?? chooseLanguage(undefined, world.env);
  const languageIsChosen = chosen !== undefined;
  const ports = portsToTry(options.port);
  const given = asOfOption(options.asOf);
  const { store: opened, simulated } = await storeToServe(run);
  const store = withSharedViews(opened);
  const asOf = given ?? (simulated ? await world.parts.openingOfSpecimen() : undefined);
  const ask = questions({
    store,
    parts: world.parts,
    simulate: { apart: true, kept: jobThreads(), effects: world.effects },
    limits: PAGE_LIMITS,
    kept: keptAnswers(store.home, { fingerprint }),
  });
  const answering = await world.answering?.({
    home: store.home,
    asOf,
    language,
    languageIsChosen,
    fontFolders: fontFolders(world.env),
  });
  const answer = await ask.scan({ asOf });
  run.print(await world.parts.terminal(answer, language, world.screen));
  const { createApp, listen, readBuiltPage } = await import('../../http/index.ts');
  const data = dataQuestions(store, world.parts);
  const app = await createApp({
    questions: ask,
    data,
    parts: world.parts,
    fontFolders: fontFolders(world.env),
    asOf,
    language,
    pages: pageQuestions({ questions: ask, data, parts: world.parts }),
    built: await readBuiltPage(BUILT_PAGE),
    answering,
    languageIsChosen,
    log: world.effects.log,
  });
  const server = await listen(app, ports);
  run.print(`\nhttp://127.0.0.1:${server.port}\n`);
  world.effects.log('serving until Ctrl-C');
  await world.untilEnd;
  server.close();
  await answering?.close();
}

/** The home when it has data, else the specimen beside it. */
async function storeToServe(run: Run): Promise<{ store: Store; simulated: boolean }> {
  if (run.options().specimen) return { store: await run.openSpecimen(), simulated: true };
  const store = await run.openStore();
  if (!(await store.isEmpty())) return { store, simulated: false };
  run.effects.log(`no data in ${run.home()}: this is the specimen, a SIMULATED market`);
  run.effects.log('  real data: tidemark data import DIR');
  return { store: await run.openSpecimen(), simulated: true };
}

function portsToTry(option: string | undefined): number[] {
  if (option === undefined) return Array.from({ length: PORTS_TRIED }, (_, i) => DEFAULT_PORT + i);
  const port = /^\d{1,5}$/.test(option) ? Number(option) : Number.NaN;
  if (port <= 65535) return [port];
  throw new UserError(`--port: not a port: "${option}"`, 'allowed: 0 to 65535; 0 takes any free one', 2);
}
