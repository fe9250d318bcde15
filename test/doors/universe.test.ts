import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/data/nearest.ts';
import { resolveUniverse, type UniverseWorld } from '../../src/doors/universe.ts';

const files: Record<string, string> = {
  'mine.txt': '\uFEFFbtc-usd  # bitcoin\r\n\r\n# a comment\r\nsp500\r\nbtc-usd\r\n',
  'empty.txt': '# nothing\n',
  'bad.txt': 'btc-usd\nsp50\n',
};
const all = ['btc-usd', 'eth-usd', 'sp500', 'gold-front'];
const world: UniverseWorld = {
  core: ['btc-usd', 'sp500'],
  all,
  isKnown: (id) => all.includes(id),
  readFile: (path) => files[path],
};

describe('a universe', () => {
  it('is core or all by name', () => {
    expect(resolveUniverse('core', world)).toEqual({ name: 'core', ids: ['btc-usd', 'sp500'] });
    expect(resolveUniverse('all', world)).toEqual({ name: 'all', ids: all });
  });

  it('is read from a file with comments, blank lines and repetitions, and named by its ids', () => {
    expect(resolveUniverse('mine.txt', world)).toEqual({
      name: 'btc-usd,sp500',
      ids: ['btc-usd', 'sp500'],
    });
  });

  it('given as a list is the one that its own name gives back', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 1 }), (ids) => {
        const first = resolveUniverse(ids.join(', '), world);
        expect(resolveUniverse(first.name, world)).toEqual(first);
      }),
    );
  });

  it.each([
    ['bad.txt', 'unknown series: sp50', 'did you mean sp500?'],
    ['btcusd', 'unknown series: btcusd', 'did you mean btc-usd?'],
    ['none.txt', '--universe: no such file: none.txt', 'allowed: core'],
    ['empty.txt', '--universe: empty.txt names no series', 'one id a line'],
    [',', '--universe: , names no series', 'one id a line'],
    ['#;@', 'unknown series: #;@', 'allowed: core'],
  ])('%s is refused with what came and what is allowed', (text, message, hint) => {
    expect(() => resolveUniverse(text, world)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(message),
        hint: expect.stringContaining(hint),
        exitCode: 2,
      }),
    );
  });

  it('reads no file where files may not be read', () => {
    const { readFile: _none, ...page } = world;
    expect(() => resolveUniverse('mine.txt', page)).toThrow('unknown series: mine.txt');
  });
});

describe('the nearest words', () => {
  it('come nearest first, and none when all are far', () => {
    expect(nearest('eth-usx', all, 2)).toEqual(['eth-usd', 'btc-usd']);
    expect(nearest('zzzzzz', all, 3)).toEqual([]);
  });
});
