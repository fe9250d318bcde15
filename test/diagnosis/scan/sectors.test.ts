import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { SECTOR_FUNDS, sectors } from '../../../src/diagnosis/scan/sectors.ts';
import { normals, prices } from '../../measures/random.ts';
import { columnsOf, makerFor, randomMarket, rowsUpTo, viewOf } from './synthetic.ts';

const DAY = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');

describe('sector contributions', () => {
  it('add with the residual to the move of the index to the last bit, on any market', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
        const view = viewOf(randomMarket(['spy', ...SECTOR_FUNDS], DAY, 260, seed), INSTANT);
        const answer = (await sectors(view, makerFor(view)))!;
        const sum = answer.parts.reduce((total, part) => total + part.contribution.value!, 0);
        expect(sum + answer.residual.value!).toBe(answer.move.value);
        expect(answer.parts.reduce((total, part) => total + part.weight.value!, 0)).toBeCloseTo(1, 9);
        for (const part of answer.parts) expect(part.contribution.flags).toContain('proxy');
      }),
      { numRuns: 12 },
    );
  });

  it('recover the weights of an index that is a fixed mixture, from earlier days only', async () => {
    const weights = [0.3, 0.25, 0.2, 0.1, 0.05, 0.04, 0.03, 0.02, 0.01];
    const funds = SECTOR_FUNDS.filter((id) => id !== 'xlc' && id !== 'xlre');
    const returns = funds.map((_, k) => normals(260, 40 + k).map((x) => 0.01 * x));
    const path = (moves: (t: number) => number) => {
      let level = 100;
      return Array.from({ length: 260 }, (_, t) => {
        level *= 1 + moves(t);
        return level;
      });
    };
    const columns = funds.map((id, k) =>
      columnsOf(
        id,
        rowsUpTo(
          id,
          DAY,
          path((t) => returns[k]![t]!),
        ),
      ),
    );
    // On the day itself the index does something else: the weights must not see it.
    const index = path((t) =>
      t === 259 ? -0.2 : weights.reduce((sum, w, k) => sum + w * returns[k]![t]!, 0),
    );
    const view = viewOf([...columns, columnsOf('spy', rowsUpTo('spy', DAY, index))], INSTANT);
    const answer = (await sectors(view, makerFor(view)))!;
    answer.parts.forEach((part, k) => {
      expect(part.weight.value).toBeCloseTo(weights[k]!, 8);
    });
    expect(answer.move.value).toBeCloseTo(-0.2, 9);
  });

  it('are null without the funds', async () => {
    const view = viewOf([columnsOf('spy', rowsUpTo('spy', DAY, prices(300, 1)))], INSTANT);
    expect(await sectors(view, makerFor(view))).toBeNull();
  });
});
