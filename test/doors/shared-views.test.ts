import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Store } from '../../src/data/store/store.ts';
import { withSharedViews } from '../../src/doors/shared-views.ts';
import { memoryStore } from './fakes.ts';
import { MARKET } from './market.ts';

it('opens one view for those who ask in one turn, and a new one for the next', async () => {
  const inner = memoryStore('/full', MARKET);
  const opened: number[] = [];
  const store = withSharedViews({
    ...inner,
    asOf: (instant: number) => {
      opened.push(instant);
      return inner.asOf(instant);
    },
  });
  const views = await Promise.all([store.asOf(1), store.asOf(1), store.asOf(2)]);
  expect(opened).toEqual([1, 2]);
  expect(views[0]).toBe(views[1]);
  await turn();
  await turn();
  await store.asOf(1);
  expect(opened).toEqual([1, 2, 1]);
});

it('does not keep a failure', async () => {
  let fails = true;
  const inner = memoryStore('/full', MARKET);
  const asOf: Store['asOf'] = (instant) => (fails ? Promise.reject(new Error('gone')) : inner.asOf(instant));
  const store = withSharedViews({ ...inner, asOf });
  await expect(store.asOf(1)).rejects.toThrow('gone');
  fails = false;
  await turn();
  await turn();
  expect((await store.asOf(1)).instant).toBe(1);
});
