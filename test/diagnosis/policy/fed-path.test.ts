import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { type FedMeeting, fedPath } from '../../../src/diagnosis/policy/fed-path.ts';
import { convolve, moveProbabilities } from '../../../src/diagnosis/policy/move-probabilities.ts';

function probability(meeting: FedMeeting | undefined, moves: number): number {
  return meeting?.atMeeting?.find((move) => move.moves === moves)?.probability ?? 0;
}

describe('the policy path of the futures', () => {
  it('reproduces CME’s worked example of 12 September 2022', () => {
    // CME, Fedwatch calculation examples: ZQU2 97.4475, ZQV2 96.94, ZQX2 96.43; printed there to four digits: September starts at 2.2987
    // (20 of 30 days) and changes by 0.7613, November ends at 3.5876 (1 of 30 days before) and changes by 0.5276.
    const futures = [
      { month: '2022-09', price: 97.4475 },
      { month: '2022-10', price: 96.94 },
      { month: '2022-11', price: 96.43 },
    ];
    const options = { chain: 'anchored', decisionDay: 'new' } as const;
    const [september, november] = fedPath(futures, ['2022-09-21', '2022-11-02'], options);
    expect(100 * september!.startRate!).toBeCloseTo(2.29875, 12);
    expect(100 * september!.change!).toBeCloseTo(0.76125, 12);
    expect(100 * november!.endRate!).toBeCloseTo(3.5876, 4);
    expect(100 * november!.change!).toBeCloseTo(0.5276, 4);
  });

  it('reproduces CME’s example of September 2015', () => {
    // FFQ5 99.8675, FFU5 99.805, 16 of 30 days before: end of month 0.26643 %, 53.6 % for a rise.
    const futures = [
      { month: '2015-08', price: 99.8675 },
      { month: '2015-09', price: 99.805 },
    ];
    const [meeting] = fedPath(futures, ['2015-09-17'], { decisionDay: 'new' });
    expect(100 * meeting!.endRate!).toBeCloseTo(0.26643, 5);
    expect(probability(meeting, 1)).toBeCloseTo(0.536, 3);
    expect(probability(meeting, 0)).toBeCloseTo(0.464, 3);
  });

  it('gives a cut its probability between two whole numbers of steps', () => {
    // 15 days at 4.00 %, 15 at 3.90 % make 3.95 %.
    const futures = [
      { month: '2026-03', price: 96 },
      { month: '2026-04', price: 96.05 },
    ];
    const [meeting] = fedPath(futures, ['2026-04-15']);
    expect(meeting!.moves).toBeCloseTo(-0.4, 10);
    expect(probability(meeting, -1)).toBeCloseTo(0.4, 10);
    expect(probability(meeting, 0)).toBeCloseTo(0.6, 10);
  });

  it('takes the end from the month after when the meeting’s own month says too little', () => {
    // 29 April leaves one day; May has no meeting. A cent in April’s price would move a solved end by 30.
    const futures = [
      { month: '2026-03', price: 96 },
      { month: '2026-04', price: 96.31 },
      { month: '2026-05', price: 96.25 },
    ];
    expect(fedPath(futures, ['2026-04-29'])[0]!.endRate).toBeCloseTo(0.0375, 14);
  });

  it('has chains that agree when no two months in a row have meetings', () => {
    const months = ['01', '02', '03', '04', '05'].map((month) => `2026-${month}`);
    // February 10 of 28 days at 4.00 % then 3.75 %; April 20 of 30 then 3.60 %.
    const rates = [4, (10 * 4 + 18 * 3.75) / 28, 3.75, (20 * 3.75 + 10 * 3.6) / 30, 3.6];
    const futures = months.map((month, k) => ({ month, price: 100 - rates[k]! }));
    for (const chain of ['forward', 'backward', 'anchored'] as const) {
      const path = fedPath(futures, ['2026-02-10', '2026-04-20'], { chain });
      expect(path.map(({ change }) => change!.toFixed(12))).toEqual(['-0.002500000000', '-0.001500000000']);
    }
  });

  it('says which contract is missing, and determines nothing after it', () => {
    const futures = [
      { month: '2026-02', price: 96 },
      { month: '2026-03', price: 96.1 },
      { month: '2026-04', price: 96.1 },
      { month: '2026-06', price: Number.NaN },
      { month: '2026-07', price: 96.4 },
    ];
    const [march, june] = fedPath(futures, ['2026-03-18', '2026-06-17']);
    expect(march!.cumulative).not.toBeNull();
    expect(june).toMatchObject({
      startRate: null,
      moves: null,
      cumulative: null,
      why: 'no contract of 2026-05',
    });
    expect(fedPath([], ['2026-03-18'])[0]!.why).toBe('no contract of 2026-02');
    expect(fedPath(futures, [])).toEqual([]);
  });

  it('refuses what is not a month, a day, or one of each', () => {
    const futures = [{ month: '2026-02', price: 96 }];
    expect(() => fedPath([{ month: '2026-13', price: 96 }], [])).toThrow(RangeError);
    expect(() => fedPath([{ month: 'Feb', price: 96 }], [])).toThrow(RangeError);
    expect(() => fedPath([...futures, ...futures], [])).toThrow(/two of 2026-02/);
    expect(() => fedPath([{ month: '2026-02', price: Number.POSITIVE_INFINITY }], [])).toThrow(RangeError);
    expect(() => fedPath(futures, ['2026-02-29'])).toThrow(/2026-02-29/);
    expect(() => fedPath(futures, ['2026-02-10', '2026-02-20'])).toThrow(/at most one a month/);
    expect(() => fedPath(futures, ['2026-03-10', '2026-02-20'])).toThrow(RangeError);
    expect(() => fedPath(futures, ['2026-03-10'], { step: 0 })).toThrow(RangeError);
  });

  const prices = fc.array(fc.double({ min: 93, max: 100, noNaN: true }), { minLength: 8, maxLength: 8 });
  it.prop([prices])(
    'has probabilities that sum to 1 and an expectation that is the implied change',
    (list) => {
      const futures = list.map((price, k) => ({ month: `2026-0${k + 1}`, price }));
      const meetings = ['2026-02-10', '2026-03-18', '2026-04-15', '2026-06-17', '2026-07-20'];
      for (const chain of ['forward', 'backward', 'anchored'] as const) {
        for (const { cumulative, expectedChange } of fedPath(futures, meetings, { chain })) {
          const total = cumulative!.reduce((sum, move) => sum + move.probability, 0);
          const mean = cumulative!.reduce((sum, move) => sum + move.probability * move.moves, 0);
          expect(total).toBeCloseTo(1, 9);
          expect(mean * 0.0025).toBeCloseTo(expectedChange!, 9);
          expect(cumulative!.every((move) => move.probability >= 0)).toBe(true);
        }
      }
    },
  );
});

describe('probabilities of whole numbers of steps', () => {
  it('has one outcome when the number is whole but for rounding', () => {
    expect(moveProbabilities(-1 + 1e-12)).toEqual([{ moves: -1, probability: 1 }]);
    expect(moveProbabilities(-1e-12)).toEqual([{ moves: 0, probability: 1 }]);
  });

  it('adds independent steps', () => {
    const coin = [
      { moves: 0, probability: 0.5 },
      { moves: 1, probability: 0.5 },
    ];
    expect(convolve(coin, coin).map(({ probability: p }) => p)).toEqual([0.25, 0.5, 0.25]);
  });

  it('refuses a number that is not finite', () => {
    expect(() => moveProbabilities(Number.NaN)).toThrow(RangeError);
  });
});
