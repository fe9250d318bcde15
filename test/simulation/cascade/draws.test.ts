import { describe, expect, it } from 'vitest';
import { drawUnknowns } from '../../../src/simulation/cascade/draws.ts';
import { PERPETUAL_UNKNOWNS } from '../../../src/simulation/state/perpetual-unknowns.ts';
import { toUniform } from '../../../src/simulation/state/unknown.ts';
import { MARKET_UNKNOWNS } from '../../../src/simulation/state/unknowns.ts';

const UNKNOWNS = [...MARKET_UNKNOWNS, ...PERPETUAL_UNKNOWNS];

/** Two particles of one of the unknowns, one three times as likely as the other. */
const CALIBRATION = {
  id: 'test',
  title: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  from: '2025-10-10',
  to: '2025-10-11',
  madeBy: 'by hand',
  names: ['market.lasting'],
  particles: [[0.1], [0.2]],
  weights: [3, 1],
};

describe('draws of what nobody can observe', () => {
  it('do not depend on the order of the unknowns, nor on which others are drawn', () => {
    const draws = drawUnknowns(UNKNOWNS, 40, 5, undefined);
    const turned = drawUnknowns([...UNKNOWNS].reverse(), 40, 5, undefined);
    const alone = drawUnknowns([UNKNOWNS[3]!], 40, 5, undefined);
    for (const [d, draw] of draws.entries()) {
      expect(turned[d]).toEqual(draw);
      expect(alone[d]).toEqual({ [UNKNOWNS[3]!.name]: draw[UNKNOWNS[3]!.name] });
    }
    expect(drawUnknowns(UNKNOWNS, 40, 6, undefined)).not.toEqual(draws);
  });

  it('lie one in each part of every prior', () => {
    const draws = drawUnknowns(UNKNOWNS, 50, 2, undefined);
    for (const unknown of UNKNOWNS) {
      const cells = draws.map((draw) => Math.floor(50 * toUniform(unknown, draw[unknown.name]!)));
      expect(
        cells.sort((a, b) => a - b),
        unknown.name,
      ).toEqual(Array.from({ length: 50 }, (_, k) => k));
    }
  });

  it('come from the particles of a calibration by their weights, the rest from the prior', () => {
    const draws = drawUnknowns(UNKNOWNS, 40, 5, CALIBRATION);
    const lasting = draws.map((draw) => draw['market.lasting']);
    expect([
      lasting.filter((value) => value === 0.1).length,
      lasting.filter((value) => value === 0.2).length,
    ]).toEqual([30, 10]);
    const prior = drawUnknowns(UNKNOWNS, 40, 5, undefined);
    expect(draws.map((draw) => draw['market.refill'])).toEqual(prior.map((draw) => draw['market.refill']));
  });
});
