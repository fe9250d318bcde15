import { readFileSync, statSync } from 'node:fs';
import type { Store } from '../../data/store/store.ts';
import { fingerprint } from '../fingerprint.ts';
import { keptAnswers } from '../kept-answers.ts';
import { type Questions, questions } from '../questions.ts';
import { stagesIn } from '../stages.ts';
import type { CommandContext } from './context.ts';
import { dataHome, specimenHome } from './home.ts';
import { chooseLanguage } from './language.ts';
import type { World } from './world.ts';

/** Options that every verb takes, before or after its name. */
export interface GlobalOptions {
  readonly home?: string;
  readonly specimen?: boolean;
  readonly lang?: string;
}

interface AskedQuestions {
  /** Of simulations; one less than the machine has when not said. */
  readonly threads?: number | undefined;
  /** Nothing that was kept before is an answer. */
  readonly fresh?: boolean | undefined;
}

/** One run of the command line: what the verbs share, and what is closed at its end. */
export interface Run extends CommandContext {
  readonly world: World;
  readonly options: () => GlobalOptions;
  /** Opens the generated market under the data home, making it when it is not there. */
  readonly openSpecimen: () => Promise<Store>;
  /** The questions over a store, whose answers are kept in its home. */
  readonly questions: (store: Store, asked?: AskedQuestions) => Questions;
  readonly close: () => Promise<void>;
}

export function startRun(world: World, options: () => GlobalOptions): Run {
  const opened: Store[] = [];
  const base = () => dataHome(options().home, world);
  const home = () => (options().specimen ? specimenHome(base()) : base());

  async function open(place: string): Promise<Store> {
    const store = await world.parts.openStore(place, world.effects);
    opened.push(store);
    return store;
  }

  async function openSpecimen(): Promise<Store> {
    const store = await open(specimenHome(base()));
    await world.parts.ensureSpecimen(store, world.effects);
    return store;
  }

  return {
    world,
    options,
    effects: world.effects,
    home,
    print: world.print,
    openStore: () => (options().specimen ? openSpecimen() : open(home())),
    openSpecimen,
    questions: (store, { threads, fresh = false } = {}) =>
      questions({
        store,
        parts: world.parts,
        readFile: readText,
        simulate: {
          threads,
          effects: { progress: stagesIn(chooseLanguage(options().lang, world.env), world.effects.progress) },
        },
        kept: keptAnswers(store.home, { fingerprint, fresh }),
      }),
    async close() {
      for (const store of opened.splice(0)) await store.close();
    },
  };
}

/** The screen of an answer: a file has no colours. */
export function screenFor({ world }: Run, out: string | undefined): World['screen'] {
  return out === undefined ? world.screen : { ...world.screen, colour: false };
}

function readText(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8') : undefined;
}
