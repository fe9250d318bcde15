import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { UserError } from '../../../data/errors.ts';
import { layoutOf } from '../../../data/store/layout.ts';
import type { CommandContext } from '../context.ts';

/** What was done to the store of a home. */
export interface Removal {
  readonly home: string;
  /** false: there was none. */
  readonly removed: boolean;
}

/** `tidemark data remove`: the files of the store and nothing else of its folder. */
export async function removeStore(yes: boolean, context: CommandContext): Promise<Removal> {
  const layout = layoutOf(context.home());
  if (!existsSync(layout.format) && !existsSync(layout.log)) {
    context.effects.log(`There is no store in ${layout.home}.`);
    return { home: layout.home, removed: false };
  }
  if (!yes) {
    throw new UserError(
      `this deletes every observation in ${layout.home}`,
      'say it with: tidemark data remove --yes',
      2,
    );
  }
  const store = await context.openStore();
  const load = await store.beginLoad('remove');
  const { home, lock, ...parts } = layout;
  // The format goes last: until then an interrupted removal is still seen as a store, and can be removed again.
  for (const part of Object.values(parts).sort(
    (a, b) => Number(a === parts.format) - Number(b === parts.format),
  )) {
    if (part !== layout.work) await rm(part, { recursive: true, force: true });
  }
  await load.abandon();
  for (const part of [layout.work, lock]) await rm(part, { recursive: true, force: true });
  context.effects.log(`Removed the store in ${home}.`);
  return { home, removed: true };
}
