import type { Command, Option } from 'commander';

export interface Candidate {
  readonly value: string;
  readonly about: string;
}

/** Where the word that is being written stands. */
interface Place {
  /** The commands from the program down to the one that is written. */
  readonly chain: readonly Command[];
  /** The option whose value it is. */
  readonly option: Option | undefined;
  /** How many arguments stand before it. */
  readonly before: number;
}

/** Options whose value is the id of a series. */
const IDS = ['--asset', '--as', '--universe'];

/**
 * What may stand for the last word of a command line: verbs, options, the values that the help enumerates, and ids of series.
 * @param words without the name of the program; the last one is the one being written, and may be empty
 */
export async function candidatesFor(
  words: readonly string[],
  program: Command,
  ids: () => Promise<readonly string[]>,
): Promise<readonly Candidate[]> {
  const last = words.at(-1) ?? '';
  const place = placeAfter(words.slice(0, -1), program);
  const found = await candidatesAt(place, last, ids);
  return found.filter(({ value }) => value.startsWith(last)).sort((a, b) => (a.value < b.value ? -1 : 1));
}

async function candidatesAt(
  { chain, option, before }: Place,
  last: string,
  ids: () => Promise<readonly string[]>,
): Promise<readonly Candidate[]> {
  const command = chain.at(-1) as Command;
  if (option) {
    if (IDS.includes(option.long ?? '')) return plain(await ids());
    return plain(enumerated(option.description));
  }
  if (last.startsWith('-')) return [...optionsOf(chain).map(optionCandidate), HELP];
  if (command.commands.length > 0) return command.commands.map(verbCandidate);
  const { registeredArguments } = command;
  const argument = registeredArguments[Math.min(before, registeredArguments.length - 1)];
  if (!argument || (before >= registeredArguments.length && !argument.variadic)) return [];
  return plain(argument.name() === 'ids' ? await ids() : enumerated(argument.description));
}

const HELP: Candidate = { value: '--help', about: 'help' };

function placeAfter(words: readonly string[], program: Command): Place {
  const chain = [program];
  let option: Option | undefined;
  let before = 0;
  for (const word of words) {
    if (option) option = undefined;
    else if (word.startsWith('-')) option = takesValue(word, chain);
    else {
      const below = chain.at(-1)?.commands.find((one) => one.name() === word);
      if (below) chain.push(below);
      else before += 1;
    }
  }
  return { chain, option, before };
}

function takesValue(word: string, chain: readonly Command[]): Option | undefined {
  return optionsOf(chain).find((one) => [one.long, one.short].includes(word) && one.required);
}

/** Options of the command and of those above it. */
function optionsOf(chain: readonly Command[]): readonly Option[] {
  return chain.flatMap(({ options }) => options);
}

function optionCandidate({ long, flags, description }: Option): Candidate {
  return { value: long ?? flags, about: description };
}

function verbCandidate(command: Command): Candidate {
  return { value: command.name(), about: command.description() };
}

function plain(values: readonly string[]): readonly Candidate[] {
  return values.map((value) => ({ value, about: '' }));
}

/** The values of a help text that begins with them: `text, md or json (default: text)`. */
function enumerated(help: string): readonly string[] {
  const list = /^([\w-]+(?:, [\w-]+)*) or ([\w-]+)(?= \(|$)/.exec(help);
  return list ? [...(list[1] as string).split(', '), list[2] as string] : [];
}
