import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/data/errors.ts';
import { errorOf, faultOf } from '../../../src/doors/simulate/fault.ts';
import { checkThreads, defaultThreads } from '../../../src/doors/simulate/threads.ts';

describe('an error that goes from one thread to another', () => {
  it.each([
    new RangeError('leverage 0.5; allowed: at least 1'),
    new TypeError('no array'),
    new UserError('no such asset', 'allowed: btc-usd', 2),
    new Error('other'),
  ])('keeps its class, words and stack: %s', (error) => {
    const told = errorOf(structuredClone(faultOf(error)));
    expect(told.constructor).toBe(error.constructor);
    expect(told).toMatchObject({ name: error.name, message: error.message, stack: error.stack });
    if (error instanceof UserError) expect(told).toMatchObject({ hint: error.hint, exitCode: 2 });
  });

  it('keeps the name of a class that is not among these, and what is no error at all', () => {
    class Strange extends Error {
      override name = 'Strange';
    }
    expect(errorOf(faultOf(new Strange('x')))).toMatchObject({ name: 'Strange', message: 'x' });
    expect(errorOf(faultOf('text')).message).toBe('text');
  });
});

describe('a number of threads', () => {
  it('is from 1 to 64', () => {
    for (const good of [1, 2, 64, defaultThreads()]) expect(() => checkThreads(good)).not.toThrow();
    for (const bad of [0, -1, 1.5, 65, Number.NaN]) {
      expect(() => checkThreads(bad)).toThrow(/not a number of threads.*; allowed: 1 to 64/);
    }
  });
});
