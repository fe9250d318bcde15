import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addHash,
  formatHash,
  hashSum,
  parseHash,
  rowHashes,
  versionOf,
} from '../../../src/data/store/row-hash.ts';

const columns = (series: string, source: string, time: number, value: number, knownAt: number) => ({
  series,
  source,
  dates: Int32Array.of(0),
  times: Float64Array.of(time),
  values: Float64Array.of(value),
  knownAt: Float64Array.of(knownAt),
  flags: Uint16Array.of(0),
  rules: Uint8Array.of(0),
});
const hashOf = (...row: Parameters<typeof columns>): string => {
  const { high, low } = rowHashes(columns(...row));
  return formatHash({ high: high[0] as number, low: low[0] as number });
};

// Made by MurmurHash3_x86_32 written anew in Python from Appleby's description, over the same words.
const REFERENCE: [Parameters<typeof columns>, string][] = [
  [['btc-usd', 'binance:BTCUSDT 1d', 1770336000000, 62910, 1770336000000], '2b92af8c224889bd'],
  [['gold', 'x:黄金', -86400000, Number.NaN, 5], '20f99f1ecbc0d0f2'],
  [['a', 'b:c', 0, 0, 0], 'fe085e080e48c43a'],
];

describe('the hash of a row', () => {
  it('is that of an independent computation, so that versions stay what they are', () => {
    for (const [row, hash] of REFERENCE) expect(hashOf(...row)).toBe(hash);
  });

  it('does not tell −0 from 0, nor one NaN from another', () => {
    expect(hashOf('a', 'b:c', 0, -0, 0)).toBe(hashOf('a', 'b:c', 0, 0, 0));
    const odd = new Float64Array(new BigUint64Array([0x7ff8000000000123n]).buffer)[0] as number;
    expect(hashOf('gold', 'x:黄金', -86400000, odd, 5)).toBe('20f99f1ecbc0d0f2');
  });

  it('tells where a name ends', () => {
    expect(hashOf('ab', 'c', 0, 1, 0)).not.toBe(hashOf('a', 'bc', 0, 1, 0));
  });

  it('changes with every bit of time, value and knownAt', () => {
    const base = [1.5, 2.5, 3.5];
    const seen = new Set<string>();
    const bytes = new Float64Array(base);
    const bits = new BigUint64Array(bytes.buffer);
    for (let column = 0; column < 3; column++) {
      for (let bit = 0n; bit < 64n; bit++) {
        bits[column] = (bits[column] as bigint) ^ (1n << bit);
        if (Number.isFinite(bytes[column])) {
          seen.add(hashOf('a', 'b', ...([...bytes] as [number, number, number])));
        }
        bits[column] = (bits[column] as bigint) ^ (1n << bit);
      }
    }
    expect(seen.size).toBeGreaterThan(180);
    expect(seen.has(hashOf('a', 'b', 1.5, 2.5, 3.5))).toBe(false);
  });
});

describe('a sum of hashes', () => {
  it('of the reference rows is that of Python, modulo 2^64, in any order', () => {
    for (const rows of [REFERENCE, [...REFERENCE].reverse()]) {
      const sum = hashSum();
      for (const [, hash] of rows) {
        const { high, low } = parseHash(hash);
        addHash(sum, high, low);
      }
      expect(formatHash(sum)).toBe('4a94acb2fc521ee9');
      expect(versionOf(sum)).toBe('4a94acb2fc52');
    }
  });

  it('is that of whole numbers modulo 2^64', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })), (numbers) => {
        const sum = hashSum();
        for (const number of numbers) addHash(sum, Number(number >> 32n), Number(number & 0xffffffffn));
        const total = numbers.reduce((a, b) => a + b, 0n) % 2n ** 64n;
        expect(formatHash(sum)).toBe(total.toString(16).padStart(16, '0'));
        expect(formatHash(parseHash(formatHash(sum)))).toBe(formatHash(sum));
      }),
    );
  });

  it('is read from 16 hex digits only', () => {
    expect(() => parseHash('12')).toThrow('not a hash: "12"');
  });
});
