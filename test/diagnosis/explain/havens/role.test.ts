import { describe, expect, it } from 'vitest';
import { ROLES, roleNow, roleOf } from '../../../../src/diagnosis/explain/havens/role.ts';
import { planted } from './planted.ts';
import { changeStudy, rightLabels } from './role-study.ts';

describe('a planted role', () => {
  it.each(ROLES)('is labelled right in more than 95 of 100 draws: %s', (role) => {
    expect(rightLabels(role, 100, 0)).toBeGreaterThan(0.95);
  });

  // Each of the twelve changes with many draws, beside what one who knows the betas reaches: docs/validation/explain.md.
  it('that changes is dated within ten days in more than 80 of 100 draws to and from risk asset, and between hedge and diversifier', () => {
    for (const [from, to] of [
      ['hedge', 'risk-asset'],
      ['safe-haven', 'risk-asset'],
      ['risk-asset', 'diversifier'],
      ['diversifier', 'hedge'],
    ] as const) {
      const { near, label } = changeStudy(from, to, 50, 1000);
      expect(near, `${from} to ${to}`).toBeGreaterThan(0.8);
      expect(label).toBeGreaterThan(0.9);
    }
  });

  it('that changes is dated nearly as well as by one who knows the betas, the law of the noise and that there was a change', () => {
    const studies = ROLES.flatMap((from) =>
      ROLES.filter((to) => to !== from).map((to) => changeStudy(from, to, 20, 2000)),
    );
    const meanOf = (key: 'near' | 'oracle' | 'covered') =>
      studies.reduce((sum, study) => sum + study[key], 0) / studies.length;
    expect(meanOf('near')).toBeGreaterThan(0.75);
    expect(meanOf('near')).toBeGreaterThan(meanOf('oracle') - 0.08);
    expect(meanOf('covered')).toBeGreaterThan(0.8);
  });
});

describe('the role of an asset', () => {
  it('does not depend on its size or on the unit of either return', () => {
    const { asset, market } = planted(['risk-asset', 'hedge'], [300], 600, 3);
    const one = roleNow(asset, market)!;
    const percent = (values: Float64Array) => values.map((value) => 100 * value);
    const other = roleNow(percent(asset), percent(market))!;
    expect(one.change).toBeDefined();
    expect([other.evidence.role, other.change]).toEqual([one.evidence.role, one.change]);
    expect(other.evidence.calm.beta).toBeCloseTo(one.evidence.calm.beta, 10);
  });

  it('is decided by the ordinary beta alone, and says so, when stress days are too few', () => {
    const { asset, market } = planted(['risk-asset'], [], 100, 5);
    const found = roleOf(asset, market)!;
    expect(found.stress).toBeUndefined();
    expect(found.role).toBe('risk-asset');
  });

  it('takes the worst tenth of days where the worst twentieth has fewer than twelve', () => {
    const { asset, market } = planted(['hedge'], [], 200, 5);
    expect(roleOf(asset, market)!.stress).toMatchObject({ tail: 0.1, rows: 20 });
  });

  it('is not known from fewer than 60 rows, nor of a price that never moves', () => {
    const { asset, market } = planted(['hedge'], [], 59, 5);
    expect(roleNow(asset, market)).toBeUndefined();
    expect(roleNow(new Float64Array(400), planted(['hedge'], [], 400, 5).market)).toBeUndefined();
    expect(roleNow(new Float64Array(0), new Float64Array(0))).toBeUndefined();
  });

  it('is a diversifier for equities’ own beta of nothing: noise that follows nothing', () => {
    const { market } = planted(['hedge'], [], 560, 5);
    const { market: noise } = planted(['hedge'], [], 560, 6);
    expect(roleNow(noise, market)!.evidence.role).toBe('diversifier');
  });
});
