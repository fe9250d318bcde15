import { describe, expect, it } from 'vitest';
import { instantFailure } from '../../../src/doors/page/state/instant-failure.ts';
import { PAGE_WORDS } from '../../../src/doors/page/words/index.ts';

describe('an instant that the server refuses', () => {
  // The texts of parseInstant, viewAt and the routes of the pages, as problem details carry them.
  it('is told in the words of the page where it is not an instant', () => {
    const failure = {
      detail: 'asof: not an instant: "banana"',
      hint: 'allowed: YYYY-MM-DD or YYYY-MM-DDTHH:MM[:SS]Z (or ±HH:MM)',
    };
    expect(instantFailure(failure, PAGE_WORDS['zh-Hant'].machine)).toMatch(/^「banana」不是時點。/);
    expect(instantFailure(failure, PAGE_WORDS.en.machine)).toMatch(/^Not an instant: “banana”\./);
  });

  it('is told in the words of the page where nothing was known yet', () => {
    const failure = {
      detail: 'nothing was known at 1900-01-01T00:00Z',
      hint: 'ask for a later instant; the latest close in the store is 2026-02-06T21:00Z',
    };
    expect(instantFailure(failure, PAGE_WORDS['zh-Hans'].machine)).toBe(
      '1900-01-01 00:00 UTC时没有任何数据可知。请选更晚的时点。',
    );
  });

  it('is told in the words of the page where it is later than the latest close', () => {
    const failure = {
      detail: 'asof: 2027-01-01T00:00Z is later than the latest close in the store',
      hint: 'allowed: up to 2026-02-06T21:00Z, or latest',
    };
    expect(instantFailure(failure, PAGE_WORDS['zh-Hant'].machine)).toBe(
      '那時的資料尚不可知。庫中最新的收盤是2026-02-06 21:00 UTC。',
    );
  });

  it('leaves every other failure to the words of the server', () => {
    const failure = { detail: 'window: not a number of sessions: "x"', hint: 'allowed: 1d' };
    expect(instantFailure(failure, PAGE_WORDS.en.machine)).toBeUndefined();
  });
});
