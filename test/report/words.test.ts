import { expect, it } from 'vitest';
import { messagesOf } from '../../src/report/messages/index.ts';
import { wordsFor } from '../../src/report/words.ts';

function figure(value: number, unit: 'usd' | 'index') {
  return { id: 'x', value, unit, asOf: '', of: { formula: 'f', series: [] }, flags: [] };
}

it('scales a sum of dollars, and leaves a price and an index as they are quoted', () => {
  const en = wordsFor(messagesOf('en'));
  expect(en.level(figure(5_710_801_000_000, 'usd')).text).toBe('$5.71\u202ftn');
  expect(en.change(figure(15_043_000_000, 'usd')).text).toBe('+$15\u202fbn');
  expect(en.priced(figure(66_272, 'usd')).text).toBe('$66,272');
  expect(en.level(figure(5_710_801, 'index')).text).toBe('5,710,801');
  expect(wordsFor(messagesOf('zh-Hans')).change(figure(-1.38e12, 'usd')).text).toBe('−1.38万亿美元');
});
