import { Command } from 'commander';
import { UserError } from '../../../data/errors.ts';
import { candidatesFor } from '../complete.ts';
import type { Run } from '../run.ts';
import { SHELL_SCRIPTS } from '../shells.ts';

/** `tidemark completion`: what a shell needs to complete the command line. */
export function completionCommand(run: Run): Command {
  return new Command('completion')
    .argument('<shell>', 'bash, zsh or fish')
    .argument('[words...]', 'after --, a command line begun: what may stand for its last word')
    .addHelpText(
      'after',
      `
Verbs, options, languages, formats, sections and ids of series are completed.

Examples:
  source <(tidemark completion bash)       in ~/.bashrc
  source <(tidemark completion zsh)        in ~/.zshrc, after compinit
  tidemark completion fish | source        in ~/.config/fish/config.fish
  tidemark completion bash -- explain --section ''`,
    )
    .action((shell: string, words: string[], _options: object, command: Command) =>
      completion(run, shell, words, command),
    );
}

async function completion(
  run: Run,
  shell: string,
  words: readonly string[],
  command: Command,
): Promise<void> {
  const script = new Map(Object.entries(SHELL_SCRIPTS)).get(shell);
  if (!script) {
    throw new UserError(`no such shell: "${shell}"`, `allowed: ${Object.keys(SHELL_SCRIPTS).join(', ')}`, 2);
  }
  if (words.length === 0) {
    run.print(script);
    return;
  }
  const ids = async () => (await run.world.parts.catalogue()).all;
  const found = await candidatesFor(words, command.parent as Command, ids);
  run.print(found.map(({ value, about }) => `${about ? `${value}\t${about}` : value}\n`).join(''));
}
