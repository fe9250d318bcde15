import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Store } from '../../src/data/store/store.ts';
import { withSharedViews } from '../../src/doors/shared-views.ts';
import { memoryStore } from './fakes.ts';
import { MARKET } from './market.ts';

it('opens one view an instant until something is committed, and asks for that once a turn', async () => {
  const inner = memoryStore('/full', MARKET);
  const opened: number[] = [];
  let [commit, commits, closes] = ['1', 0, 0];
  const store = withSharedViews({
    ...inner,
    latestCommit: async () => {
      commits += 1;
      return commit;
    },
    latestClose: () => {
      closes += 1;
      return inner.latestClose();
    },
    asOf: (instant: number) => {
      opened.push(instant);
      return inner.asOf(instant);
    },
  });
  const views = await Promise.all([store.asOf(1), store.asOf(1), store.asOf(2), store.latestClose()]);
  expect(opened).toEqual([1, 2]);
  expect(views[0]).toBe(views[1]);
  expect(commits).toBe(1);
  await turn();
  await turn();
  await store.latestClose();
  expect(await store.asOf(1)).toBe(views[0]);
  expect([commits, closes]).toEqual([2, 1]);
  commit = '2';
  await turn();
  await turn();
  expect(await store.asOf(1)).not.toBe(views[0]);
  await store.latestClose();
  expect([opened, closes]).toEqual([[1, 2, 1], 2]);
});

it('holds a few views only, those asked for last', async () => {
  const inner = memoryStore('/full', MARKET);
  const opened: number[] = [];
  const store = withSharedViews({
    ...inner,
    asOf: (instant: number) => {
      opened.push(instant);
      return inner.asOf(instant);
    },
  });
  for (const instant of [1, 2, 3, 4, 1, 5, 1, 2]) await store.asOf(instant);
  expect(opened).toEqual([1, 2, 3, 4, 5, 2]);
});

it('does not keep a failure', async () => {
  let fails = true;
  const inner = memoryStore('/full', MARKET);
  const asOf: Store['asOf'] = (instant) => (fails ? Promise.reject(new Error('gone')) : inner.asOf(instant));
  const latestClose: Store['latestClose'] = () =>
    fails ? Promise.reject(new Error('gone')) : inner.latestClose();
  const store = withSharedViews({ ...inner, asOf, latestClose });
  await expect(store.asOf(1)).rejects.toThrow('gone');
  await expect(store.latestClose()).rejects.toThrow('gone');
  fails = false;
  await turn();
  expect((await store.asOf(1)).instant).toBe(1);
  expect(await store.latestClose()).toBe(Date.UTC(2026, 1, 6));
});
