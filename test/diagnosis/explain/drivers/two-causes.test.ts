import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../../src/data/observation.ts';
import { parseDay, parseInstant } from '../../../../src/data/time.ts';
import { twoCauses } from '../../../../src/diagnosis/explain/drivers/causes/two-causes.ts';
import { normals } from '../../../measures/random.ts';
import { columnsOf, randomMarket, rowsUpTo } from '../../scan/synthetic.ts';
import { driversOf, expectNoLookAhead, expectTold } from './part-checks.ts';

const TO = parseDay('2026-02-12');
const INSTANT = parseInstant('2026-02-13T22:30Z');
const EARLY = parseInstant('2026-01-15T23:00Z');
const READ = twoCauses.series.filter((id) => !['fed-assets', 'tga', 'fed-rrp'].includes(id));

/** Gold made of the dollar and of software over the market, with noise a tenth of theirs; the S&P 500 stands still. */
function planted(dollar: number, software: number, rows = 700): ObservationColumns[] {
  const steps = [1, 2, 3].map((seed) => normals(rows, seed).map((z) => 0.01 * z)) as Float64Array[];
  const price = (id: string, of: (t: number) => number) => {
    let level = Math.log(100);
    const prices = Float64Array.from({ length: rows }, (_, t) => {
      level += of(t);
      return Math.exp(level);
    });
    return columnsOf(id, rowsUpTo('spy', TO, prices));
  };
  return [
    price('dollar-index', (t) => steps[0]![t]!),
    price('igv', (t) => steps[1]![t]!),
    price('sp500', () => 0),
    price('gold-front', (t) => dollar * steps[0]![t]! + software * steps[1]![t]! + 0.1 * steps[2]![t]!),
  ];
}

async function causesOf(columns: readonly ObservationColumns[], asset?: string) {
  const { parts } = await driversOf(columns, INSTANT, { part: 'two-causes', ...(asset ? { asset } : {}) });
  return parts.twoCauses!.assets;
}

describe('the split between two causes', () => {
  it('names the cause that a move was made of, and adds to the move exactly', async () => {
    for (const [cause, weights] of Object.entries({ liquidity: [-2, 0], technology: [0, 2] })) {
      const [gold] = await causesOf(planted(weights[0]!, weights[1]!), 'gold-front');
      expect(gold!.single).toBe(cause);
      const [liquidity, technology] = gold!.causes.map(({ contribution }) => contribution.value!);
      expect(gold!.explained.value).toBe(liquidity! + technology!);
      expect(gold!.residual.value).toBe(gold!.move.value! - gold!.explained.value!);
      // Noise of a tenth beside a weight of two: 1 − 0.1²/2² of the variance.
      expect(gold!.outOfSample.value).toBeGreaterThan(0.98);
      const shares = [...gold!.causes.map(({ share }) => share.value!), gold!.residualShare.value!];
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });

  it('gives nothing but a rest to an asset that goes with neither', async () => {
    const [gold] = await causesOf(planted(0, 0), 'gold-front');
    expect(gold!.single).toBe('residual');
    expect(gold!.outOfSample.value).toBeLessThan(0.05);
  });

  it('does not look ahead and does not depend on the order of the series', async () => {
    await expectNoLookAhead(randomMarket(READ, TO, 500, 5), EARLY, 'two-causes');
  });

  it('is told in three languages, and says why where it cannot be', async () => {
    await expectTold(planted(1, 1), INSTANT, 'two-causes', true);
    for (const columns of [[], planted(1, 1, 1), planted(1, 1, 80), planted(1, 1).slice(3)]) {
      await expectTold(columns, INSTANT, 'two-causes', false);
    }
    const [short] = await causesOf(planted(1, 1, 80), 'gold-front');
    expect(short!.explained.why).toBe(
      'fewer than 120 sessions with the instrument and a factor that moves before the window',
    );
  });
});
