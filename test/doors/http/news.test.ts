import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { DataQuestions } from '../../../src/doors/data-questions.ts';
import { type Fresh, newsOf } from '../../../src/doors/http/api/news.ts';

function store() {
  const state = { commit: '1', close: Date.UTC(2026, 1, 6) as number | undefined, asked: 0, fails: false };
  const data = {
    latestCommit: async () => {
      state.asked += 1;
      if (state.fails) throw new Error('gone');
      return state.commit;
    },
    latestClose: async () => state.close,
    seen: async (instant: number) => ({ instant, dataVersion: `v${state.commit}`, simulated: false }),
  } as unknown as DataQuestions;
  return { state, data };
}

it('tells what is in the store at once, and again after each commit', async () => {
  const { state, data } = store();
  const told: Fresh[] = [];
  const leave = newsOf(data, () => {}, 2).listen((fresh) => told.push(fresh));
  await wait(20);
  expect(told).toEqual([{ latestClose: '2026-02-06T00:00Z', dataVersion: 'v1' }]);
  state.commit = '2';
  await expect.poll(() => told.length).toBe(2);
  expect(told[1]).toMatchObject({ dataVersion: 'v2' });
  leave();
});

it('asks the disk while anyone listens, and no longer', async () => {
  const { state, data } = store();
  const news = newsOf(data, () => {}, 2);
  const [one, two] = [news.listen(() => {}), news.listen(() => {})];
  one();
  await wait(20);
  expect(state.asked).toBeGreaterThan(1);
  two();
  await wait(10);
  const before = state.asked;
  await wait(20);
  expect(state.asked).toBe(before);
});

it('says of an empty store that there is nothing, and outlasts a disk that fails', async () => {
  const { state, data } = store();
  state.close = undefined;
  state.fails = true;
  const [told, logged]: [Fresh[], string[]] = [[], []];
  const leave = newsOf(data, (line) => logged.push(line), 2).listen((fresh) => told.push(fresh));
  await expect.poll(() => logged.length).toBeGreaterThan(0);
  state.fails = false;
  await wait(10);
  state.commit = '2';
  await expect.poll(() => told.length).toBe(2);
  leave();
  expect(told[0]).toEqual({ latestClose: null, dataVersion: null });
  expect(logged[0]).toBe('the store cannot be watched: gone');
});
