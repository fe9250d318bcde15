import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { dispersion } from '../../../src/diagnosis/scan/dispersion.ts';
import { prices } from '../../measures/random.ts';
import { columnsOf, makerFor, rowsUpTo, viewOf } from './synthetic.ts';

const DAY = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');

describe('the dispersion of a basket', () => {
  it('is the standard deviation across its members and names the best and the worst', async () => {
    const ids = ['aapl', 'msft', 'googl', 'amzn', 'nvda', 'meta', 'tsla'];
    const last = [0.01, 0.02, 0.03, -0.04, 0.05, 0, -0.01];
    const columns = ids.map((id, k) => {
      const path = [...prices(300, 60 + k)];
      path.push(path[299]! * (1 + last[k]!));
      return columnsOf(id, rowsUpTo(id, DAY, path));
    });
    const view = viewOf(columns, INSTANT);
    const answer = (await dispersion(view, makerFor(view))).find((one) => one.basket === 'megacap')!;
    // numpy: np.std([.01,.02,.03,-.04,.05,0,-.01], ddof=1)
    expect(answer.standardDeviation.value).toBeCloseTo(0.029113897843110043, 12);
    expect(answer).toMatchObject({ best: 'nvda', worst: 'amzn' });
    expect(answer.percentile.value).toBeGreaterThan(0);
  });
});
