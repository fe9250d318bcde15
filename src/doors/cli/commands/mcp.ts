import { Command } from 'commander';
import { PAGE_LIMITS } from '../../cascade-limits.ts';
import { fingerprint } from '../../fingerprint.ts';
import { SILENT } from '../../how.ts';
import { keptAnswers } from '../../kept-answers.ts';
import { questions } from '../../questions.ts';
import { jobThreads } from '../../simulate/job-threads.ts';
import { chooseLanguage } from '../language.ts';
import type { Run } from '../run.ts';

/** `tidemark mcp`: the verbs as tools of the Model Context Protocol, on standard input and output. */
export function mcpCommand(run: Run): Command {
  return new Command('mcp')
    .addHelpText(
      'after',
      `
An assistant program starts it and speaks the Model Context Protocol with it; standard output holds the protocol and nothing else. It
ends when its standard input is closed. Tools: scan, explain, cascade, report, trace, data_list, data_series. They read only.

Examples:
  tidemark mcp
  tidemark mcp --home ~/tidemark-data --lang zh-Hans
  tidemark mcp --specimen

In the settings of an assistant program:
  {"mcpServers": {"tidemark": {"command": "tidemark", "args": ["mcp"]}}}`,
    )
    .action(() => mcp(run));
}

async function mcp(run: Run): Promise<void> {
  const { world } = run;
  const { parts, effects } = world;
  const language = chooseLanguage(run.options().lang, world.env);
  const { serveOverPipes } = await import('../../mcp/index.ts');
  const store = kept(run.openStore);
  const asked = kept(async () => {
    const opened = await store();
    return questions({
      store: opened,
      parts,
      simulate: { apart: true, kept: jobThreads(), effects: { progress: SILENT } },
      limits: PAGE_LIMITS,
      kept: keptAnswers(opened.home, { fingerprint }),
    });
  });
  await serveOverPipes({
    ...world.pipes(),
    version: world.version,
    log: effects.log,
    desk: { parts, store, questions: asked, language },
  });
}

/** What a first call makes, for every later one; a call that failed is made again. */
function kept<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
