import { describe, expect, it } from 'vitest';
import { figureMaker } from '../../../src/data/figure.ts';
import { claimOf, claimText, parseClaim } from '../../../src/simulation/cascade/claim.ts';
import { cascadeFigures } from '../../../src/simulation/cascade/figures.ts';
import type { CascadeState } from '../../../src/simulation/engine/job.ts';
import { marketOf } from '../market-example.ts';

const titleOf = (asset: string) => ({ 'zh-Hans': asset, 'zh-Hant': asset, en: asset });

function figures() {
  const context = { verb: 'cascade', instant: 0, dataVersion: 'abcdef', parameters: {}, simulated: false };
  return cascadeFigures(figureMaker(context));
}

/** TQQQ-like and SQQQ-like funds on one index and a double one on another, with all net assets times a factor. */
function stateOf(factor: number): CascadeState {
  const fund = (asset: string, leverage: number, netAssets: number) => ({
    name: `${asset}${leverage}`,
    asset,
    leverage,
    netAssets: netAssets * factor,
    creations: 0,
  });
  const funds = [fund('nasdaq-100', 3, 20e9), fund('nasdaq-100', -3, 2e9), fund('silver-front', 2, 4e9)];
  return { market: marketOf(), sellers: { 'leveraged-funds': { funds } } };
}

describe('a claim on leveraged funds', () => {
  it('is read with its scale and its percent, and written in one way', () => {
    const claim = parseClaim('leveraged-funds=18bn@-1.59%');
    expect(claim.trade).toBe(18e9);
    expect(claim.move).toBeCloseTo(-0.0159, 15);
    expect(parseClaim(claimText(claim))).toEqual(claim);
    expect(parseClaim('leveraged-funds=$250m@+0.02')).toEqual({ trade: 250e6, move: 0.02 });
    expect(parseClaim('leveraged-funds=1.5tn@2%').trade).toBe(1.5e12);
  });

  it.each([
    ['perpetuals=18bn@-1%', /cannot read/],
    ['leveraged-funds=18bn', /cannot read/],
    ['leveraged-funds=@-1%', /cannot read/],
    ['leveraged-funds=-18bn@-1%', /cannot read/],
    ['leveraged-funds=18kg@-1%', /cannot read/],
    ['leveraged-funds=0@-1%', /no sum that funds trade/],
    ['leveraged-funds=18bn@0%', /says nothing/],
    ['leveraged-funds=18bn@-120%', /says nothing/],
    ['', /cannot read/],
  ])('is not %j', (text, message) => {
    expect(() => parseClaim(text)).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringMatching(message) }),
    );
  });

  it('of 18 bn at −1.59 % requires 1,132 bn, and is held against what the funds have', () => {
    const states = [0.5, 1, 2].map(stateOf);
    const claim = claimOf(parseClaim('leveraged-funds=18bn@-1.59%'), states, titleOf, figures());
    // 18 / 0.0159 = 1132.0755 (bn)
    expect(claim?.required.value).toBeCloseTo(1_132_075_471_698.11, 1);
    // 20·3·2 + 2·(−3)·(−4) + 4·2·1 = 120 + 24 + 8 = 152 bn, in the middle of the three draws
    expect(claim?.has.value).toBeCloseTo(152e9, 3);
    expect(claim?.share.value).toBeCloseTo(152 / 1132.0754716981, 10);
    expect(claim?.trades.value).toBeCloseTo(152e9 * 0.0159, 3);
    expect(claim?.funds).toBe(3);
    expect(claim?.byAsset.map(({ asset, funds, has }) => [asset, funds, has.value])).toEqual([
      ['nasdaq-100', 2, 144e9],
      ['silver-front', 1, 8e9],
    ]);
    const band = claim?.has.band;
    expect(band!.low).toBeLessThan(152e9);
    expect(band!.high).toBeGreaterThan(152e9);
  });

  it('is held against nothing where there is no fund, and is absent where nothing is claimed', () => {
    const none: CascadeState = { market: marketOf(), sellers: {} };
    const claim = claimOf({ trade: 1e9, move: 0.01 }, [none], titleOf, figures());
    expect([claim?.has.value, claim?.share.value, claim?.funds, claim?.byAsset]).toEqual([0, 0, 0, []]);
    expect(claimOf(undefined, [none], titleOf, figures())).toBeNull();
  });
});
