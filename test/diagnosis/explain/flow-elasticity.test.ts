import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import {
  elasticity,
  impliedEffect,
  rollingSlope,
} from '../../../src/diagnosis/explain/flows/etf/elasticity.ts';
import { bandOf, slopeOf } from '../../../src/diagnosis/explain/flows/etf/slope.ts';
import { stream } from '../../../src/math/random.ts';
import { normals } from '../../measures/random.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../scan/synthetic.ts';

const TO = parseDay('2026-02-11');
const INSTANT = parseInstant('2026-02-13T01:00Z');
const OPTIONS = { window: '5d', section: 'flows', part: 'flow-elasticity' } as const;

/** Bitcoin and the total flow of its funds on the last sessions, flow in dollars. */
function market(returns: Float64Array, billions: Float64Array) {
  let price = 100_000;
  const closes = Array.from(returns, (r, t) => {
    if (t > 0) price *= 1 + r;
    return price;
  });
  const flows = rowsUpTo(
    'btc-etf-flow-total',
    TO,
    Array.from(billions, (b) => b * 1e9),
  );
  const rows = flows.map(({ date }, t) => ({ date, value: closes[t]! }));
  return [columnsOf('btc-etf-flow-total', flows), columnsOf('btc-usd', rows)];
}

describe('the slope of returns on flows', () => {
  it('is found again in simulated data, and its band covers at its rate', () => {
    // y = 0.034 x + u, independent rows: 95 % of 400 bands hold the slope; binomial 99.9 % interval 0.910 … 0.983.
    let covered = 0;
    let sum = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const random = stream(7, seed);
      const flow = new Float64Array(400).map(() => 0.3 * random.normal());
      const found = slopeOf(
        flow.map((f) => 0.034 * f + 0.025 * random.normal()),
        flow,
      )!;
      const { low, high } = bandOf(found);
      if (low <= 0.034 && 0.034 <= high) covered++;
      sum += found.slope;
    }
    expect(sum / 400).toBeCloseTo(0.034, 3);
    expect(covered / 400).toBeGreaterThan(0.91);
    expect(covered / 400).toBeLessThan(0.983);
  });

  it('tells flows that follow returns from returns that follow flows', () => {
    const returns = normals(500, 3).map((z) => 0.025 * z);
    const noise = normals(500, 4);
    const chasing = returns.map((_, t) => (t === 0 ? 0 : 8 * returns[t - 1]! + 0.2 * noise[t]!));
    const { flowFollows, returnFollows, lags } = elasticity(returns, chasing);
    expect(flowFollows!.p).toBeLessThan(1e-6);
    expect(returnFollows!.p).toBeGreaterThan(0.01);
    expect(lags[1]!.returnFirst).toBeGreaterThan(0.5);
  });

  it('rolls as cov/var over the window', () => {
    // y = 2x over the window whatever x
    const x = normals(100, 5);
    expect(
      rollingSlope(
        x.map((v) => 2 * v),
        x,
        60,
      ).at(-1),
    ).toBeCloseTo(2, 12);
    expect(rollingSlope(x, x, 60)[58]).toBeNaN();
  });

  it('says what a flow goes with', () => {
    // 2.9 bn out at 3.4 % each make 9.9 %, 38 % of a fall of 26 %
    const { effect, share } = impliedEffect(0.034, -2.9e9, -0.26);
    expect(effect).toBeCloseTo(-0.0986, 12);
    expect(share).toBeCloseTo(0.379, 3);
    expect(impliedEffect(0.034, 1e9, 0).share).toBeNaN();
  });

  it('is refused on few rows, constants and holes', () => {
    const flat = new Float64Array(50).fill(1);
    expect(slopeOf(flat, normals(50, 1))).toBeUndefined();
    expect(slopeOf(normals(20, 1), normals(20, 2))).toBeUndefined();
    expect(slopeOf(new Float64Array(50).fill(Number.NaN), normals(50, 1))).toBeUndefined();
  });
});

describe('the part', () => {
  const flow = normals(200, 8).map((z) => 0.3 * z);
  const noise = normals(200, 9);
  const returns = flow.map((f, t) => 0.034 * f + 0.02 * noise[t]!);

  it('keeps the whole sample whatever the window, and its parts make the change', async () => {
    const view = viewOf(market(returns, flow), INSTANT);
    const [five, twenty] = [await explain(view, OPTIONS), await explain(view, { ...OPTIONS, window: '20d' })];
    const [a, b] = [five.flows!.parts.flowElasticity!, twenty.flows!.parts.flowElasticity!];
    expect(a.slope.value).toBe(b.slope.value);
    expect(a.slope.window!.n).toBe(199);
    expect(a.window.own.effect.value! + a.window.own.rest.value!).toBe(a.window.change.value!);
    expect(explainAnswer.parse(five)).toEqual(five);
    // published on 2025-11-24: known at this instant, not before
    expect(a.external.slope.value).toBe(0.034);
  });

  it('uses nothing that becomes known later', async () => {
    const instant = parseInstant('2025-11-01T01:00Z');
    const columns = market(returns, flow);
    const [before, ...others] = await Promise.all(
      [
        columns,
        ...(['alter', 'remove', 'withdraw'] as const).map((how) =>
          columns.map((c) => later(c, instant, how)),
        ),
      ].map((c) => explain(viewOf(c, instant), OPTIONS)),
    );
    const text = JSON.stringify(before!.flows);
    for (const other of others) expect(JSON.stringify(other.flows)).toBe(text);
    expect(before!.flows!.parts.flowElasticity!.external.slope.why).toMatch(/after the instant/);
  });

  it('gives reasons in place of numbers when there is nothing, one row, or no price', async () => {
    const whole = market(returns, flow);
    const one = market(returns.subarray(0, 1), flow.subarray(0, 1));
    for (const columns of [[], one, whole.slice(0, 1)]) {
      const { parts } = (await explain(viewOf(columns, INSTANT), OPTIONS)).flows!;
      expect(parts.flowElasticity!.slope).toMatchObject({ value: null, why: /fewer than 30/ });
    }
  });
});

describeWithPack('the real pack', () => {
  it('has a slope of 0.0336 for 10⁹ dollars to the end of February 2026', async () => {
    const view = await (await openPack()).asOf(parseInstant('2026-02-28T06:00Z'));
    const part = (await explain(view, OPTIONS)).flows!.parts.flowElasticity!;
    // pandas: j = flows.join(close, how="inner"); r = j.close.pct_change(); statsmodels OLS(r ~ total/1e3), HAC maxlags 5
    expect(part.slope.value).toBeCloseTo(0.0336074755, 9);
    expect(part.standardError.value).toBeCloseTo(0.003426994, 9);
    expect(part.rSquared.value).toBeCloseTo(0.1399785818, 9);
    expect(part.correlation.previousReturn.value).toBeCloseTo(0.4242835375, 9);
    expect(part.correlation.sameSession.value).toBeCloseTo(0.3741371164, 9);
    expect(part.slope.window).toMatchObject({ from: '2024-01-12', to: '2026-02-27', n: 533 });
    expect(part.standing).toBe('association');
  });
});
