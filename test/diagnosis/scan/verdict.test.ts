import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RISK_CLASSES } from '../../../src/diagnosis/scan/answer.ts';
import type { HedgeState } from '../../../src/diagnosis/scan/hedges.ts';
import { judge, scopeOf } from '../../../src/diagnosis/scan/verdict.ts';

type Falls = Partial<Record<(typeof RISK_CLASSES)[number], number>>;

/** Falls in σ, 0 where not named. */
function day(falls: Falls): number[] {
  return RISK_CLASSES.map((assetClass) => falls[assetClass] ?? 0);
}

function hedges(z: { treasuries?: number; dollar?: number; yen?: number }): HedgeState[] {
  return Object.entries(z).map(([hedge, move]) => ({
    hedge: hedge as HedgeState['hedge'],
    series: hedge,
    change: move / 100,
    z: move,
    held: move > -0.5,
  }));
}

const HELD = hedges({ treasuries: 1, dollar: 0.5, yen: 0 });

describe('the scope of a fall', () => {
  it.each([
    [{}, 'none'],
    [{ crypto: 4 }, 'crypto-only'],
    [{ crypto: 4, energy: 1.8, metals: 1.5 }, 'crypto-only'],
    [{ crypto: 4, energy: 2.2 }, 'crypto-led'],
    [{ crypto: 4, equity: 1.1 }, 'crypto-led'],
    [{ metals: 7, equity: 1.5, credit: 0.6 }, 'metals-led'],
    [{ metals: 7, equity: 0.4 }, 'metals-only'],
    [{ energy: 5, metals: 2.5 }, 'energy-led'],
    [{ credit: 3.5, equity: 0.8, metals: -1 }, 'credit-only'],
    [{ equity: 3, credit: 1.9 }, 'equity-only'],
    [{ equity: 3, credit: 2.1 }, 'equity-led'],
    [{ equity: 3, credit: 2.1, crypto: 1.2 }, 'cross-asset'],
    [{ equity: 1.4, credit: 2.5, metals: 3, energy: 0.9, crypto: 6 }, 'cross-asset'],
    [{ equity: 1.1, credit: 1.1, metals: 15 }, 'metals-led'],
  ] as [Falls, string][])('of %j is %s', (falls, scope) => {
    expect(scopeOf(day(falls))).toBe(scope);
  });

  it('asks half of the measured classes only, not of all', () => {
    const falls = [1.5, Number.NaN, 2.7, 0.9, 6.1];
    expect(scopeOf(falls)).toBe('cross-asset');
  });
});

describe('the verdict', () => {
  const broad = day({ equity: 2, credit: 2, metals: 2, crypto: 2 });

  it('is quiet when nothing unusual fell, and then has no scope', () => {
    expect(judge(day({ equity: 1.2 }), 0.7, HELD)).toEqual({ verdict: 'quiet', scope: 'none' });
  });

  it('is selective when one class fell hard, or a little on an unusual day', () => {
    expect(judge(day({ crypto: 3 }), 0.5, HELD)).toEqual({ verdict: 'selective', scope: 'crypto-only' });
    expect(judge(day({ equity: 1.2 }), 0.91, HELD).verdict).toBe('selective');
  });

  it('is selective when equities gave and Treasuries were fled to', () => {
    expect(judge(day({ equity: 0.8 }), 0.4, hedges({ treasuries: 2.6 }))).toEqual({
      verdict: 'selective',
      scope: 'equity-only',
    });
  });

  it('is broad when most classes fell on one of the most joint days and hedges held', () => {
    expect(judge(broad, 0.99, HELD)).toEqual({ verdict: 'broad', scope: 'cross-asset' });
    expect(judge(broad, 0.94, HELD).verdict).toBe('selective');
  });

  it('is not broad when equities did not fall', () => {
    expect(judge(day({ credit: 2, metals: 3, crypto: 4 }), 0.99, HELD).verdict).toBe('selective');
  });

  it('is indiscriminate when Treasuries and the dollar or the yen gave way too', () => {
    expect(judge(broad, 0.99, hedges({ treasuries: -2, dollar: 2, yen: -1 })).verdict).toBe('indiscriminate');
    expect(judge(broad, 0.99, hedges({ treasuries: -2, dollar: 2, yen: 1 })).verdict).toBe('broad');
    expect(judge(broad, 0.99, hedges({ treasuries: 1, dollar: -2, yen: -2 })).verdict).toBe('broad');
  });

  it('does not call a fall indiscriminate when Treasuries are not measured', () => {
    expect(judge(broad, 0.99, hedges({ dollar: -2, yen: -2 })).verdict).toBe('broad');
  });

  it('is not measured when the score has no value', () => {
    const nothing = RISK_CLASSES.map(() => Number.NaN);
    expect(judge(nothing, Number.NaN, HELD)).toEqual({ verdict: 'not-measured', scope: 'not-measured' });
  });

  it('never calls a day broad on which fewer than half of the classes fell', () => {
    const falls = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(falls, fc.double({ min: 0, max: 1, noNaN: true }), (moves, percentile) => {
        const { verdict } = judge(moves, percentile, HELD);
        const fell = moves.filter((move) => move >= 1).length;
        return verdict !== 'broad' || fell >= 3;
      }),
    );
  });
});
