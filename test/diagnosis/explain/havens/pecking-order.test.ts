import { describe, expect, it } from 'vitest';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import {
  agreement,
  agreementP,
  type Saleable,
  saleable,
  saleOrder,
} from '../../../../src/diagnosis/explain/havens/sale-order.ts';
import { stream } from '../../../../src/math/random.ts';
import { normals } from '../../../measures/random.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { viewOf } from '../../scan/synthetic.ts';
import { INSTANT } from './market.ts';

const N = 400;

/** Eight assets, each ten times dearer to sell than the one before, none with a gain, of which the k-th falls by `falls[k]` at the end. */
function assets(falls: readonly number[]): Saleable[] {
  return falls.map((fall, k) => {
    const returns = normals(N, k + 1).map((x) => 0.01 * x);
    returns[N - 1] = fall;
    let level = 100;
    const closes = returns.map((r) => (level *= 1 + r));
    return saleable(closes, returns, new Float64Array(N).fill(1e8 / 10 ** k));
  });
}

describe('the order of sale', () => {
  const inOrder = [-0.16, -0.14, -0.12, -0.1, -0.08, -0.06, -0.04, -0.02];

  it('agrees with falls in the order of the cost, and not with falls against it', () => {
    const cheapFirst = saleOrder(assets(inOrder), N - 1, 1);
    const cheapLast = saleOrder(assets(inOrder.toReversed()), N - 1, 1);
    expect(cheapFirst.toSorted((a, b) => a.cost - b.cost).map(({ index }) => index)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7,
    ]);
    expect(agreement(cheapFirst)).toBeGreaterThan(agreement(cheapLast));
    expect(agreementP(cheapFirst)).toBeLessThan(agreementP(cheapLast));
    // Both ranks by cost and by gain: the gains are by chance, so the agreement is not whole.
    expect(agreement(cheapFirst)).toBeGreaterThan(0.3);
  });

  it('predicts from what was known before the falls', () => {
    const predictedOf = (falls: readonly number[]) =>
      saleOrder(assets(falls), N - 1, 1).map(({ predicted }) => predicted);
    expect(predictedOf(inOrder)).toEqual(predictedOf(inOrder.toReversed()));
  });

  it('does not depend on the order in which the assets come', () => {
    const list = assets(inOrder);
    const [one, other] = [saleOrder(list, N - 1, 1), saleOrder(list.toReversed(), N - 1, 1)];
    expect(agreement(other)).toBeCloseTo(agreement(one), 12);
    expect(agreementP(other)).toBe(agreementP(one));
    expect(other.toReversed().map(({ predicted }) => predicted)).toEqual(
      one.map(({ predicted }) => predicted),
    );
  });

  it('has a p that is even when nothing agrees with anything', () => {
    let small = 0;
    for (let seed = 0; seed < 60; seed++) {
      const ranked = Array.from(stream(7, seed).permutation(9), (place, index) => ({
        ...{ index, cost: 0, gain: 0, change: 0, z: 0, predicted: index + 1 },
        actual: place + 1,
      }));
      if (agreementP(ranked) < 0.25) small++;
    }
    // A quarter of 60 within three standard deviations, 3.4 each.
    expect(small).toBeGreaterThan(4);
    expect(small).toBeLessThan(26);
  });

  it('is none of five assets, of too short a past, and of no volume', () => {
    const list = assets(inOrder);
    expect(saleOrder(list.slice(0, 5), N - 1, 1)).toEqual([]);
    expect(saleOrder(list, 50, 1)).toEqual([]);
    expect(saleOrder(list, 3, 5)).toEqual([]);
    const still = list.map(({ closes, returns }) => saleable(closes, returns, new Float64Array(N)));
    expect(saleOrder(still, N - 1, 1)).toEqual([]);
    expect(agreement([])).toBeNaN();
    expect(agreementP([])).toBeNaN();
  });
});

it('says what is missing when nothing can be ranked', async () => {
  const answer = await explain(viewOf([], INSTANT), { window: '5d', part: 'pecking-order' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  const part = answer.havens!.parts.peckingOrder!;
  expect(part.date).toBeNull();
  expect(part.agreement).toMatchObject({
    value: null,
    why: 'fewer than 6 assets with price, volume and a year behind them',
  });
});

describeWithPack('the order of sale in the data pack', () => {
  // pandas on SPY.csv and GLD.csv, closes and volumes to 2026-01-29: mean |r| / (P V) of 60 sessions times 1e9, P over its mean of 250 less 1.
  it('has the costs, gains and falls that pandas gives', async () => {
    const store = await openPack();
    const view = await store.asOf(Date.parse('2026-02-06T01:00Z'));
    const part = (await explain(view, { window: '5d', part: 'pecking-order' })).havens!.parts.peckingOrder!;
    const [spy, gld] = ['spy', 'gld'].map((id) => part.order.find(({ asset }) => asset === id)!);
    expect(spy!.cost.value).toBeCloseTo(9.430405852036143e-5, 12);
    expect(gld!.cost.value).toBeCloseTo(0.0017399818433702515, 12);
    expect(gld!.gain.value).toBeCloseTo(0.49332205888729863, 12);
    expect(gld!.change.value).toBeCloseTo(-0.10893325267190967, 12);
    expect(part.order).toHaveLength(11);
    await store.close();
  });
});
