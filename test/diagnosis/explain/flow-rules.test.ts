import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { target } from '../../../src/diagnosis/explain/flows/etf/flow-target.ts';
import {
  returnAfter,
  trackRecord,
  triggersOf,
} from '../../../src/diagnosis/explain/flows/etf/rule-history.ts';
import { normals } from '../../measures/random.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, rowsUpTo, viewOf } from '../scan/synthetic.ts';

const of = (...values: number[]) => Float64Array.from(values);
const TO = parseDay('2026-02-11');
const INSTANT = parseInstant('2026-02-13T01:00Z');

function market(flowsMn: ArrayLike<number>, prices: ArrayLike<number>) {
  const flows = rowsUpTo(
    'btc-etf-flow-total',
    TO,
    Array.from(flowsMn, (mn) => mn * 1e6),
  );
  const rows = flows.map(({ date }, t) => ({ date, value: prices[t]! }));
  return [columnsOf('btc-etf-flow-total', flows), columnsOf('btc-usd', rows)];
}

describe('a rule and what came after it', () => {
  it('is triggered where it begins to hold, never by the first row or after a hole', () => {
    const holds = (flow: number) => flow > -100;
    expect(triggersOf(of(5, -200, -50, 10, -101, -99), holds)).toEqual([2, 5]);
    expect(triggersOf(of(-200, Number.NaN, 5), holds)).toEqual([]);
    // a flow of exactly −100 is not below 100 of outflow
    expect(triggersOf(of(-200, -100), holds)).toEqual([]);
  });

  it('counts the return from the close after the flow was known', () => {
    expect(returnAfter(of(1, 100, 7, 110), 0, 2)).toBeCloseTo(0.1, 15);
    expect(returnAfter(of(1, 100, 7), 0, 2)).toBeNaN();
  });

  it('agrees with a count by hand', () => {
    // Prices by row 0 … 7: 10 10 20 10 30 10 40 10. Triggers at 1 and 3, horizon 1: 20 → 10 falls, 30 → 10 falls; at 2: 10 → 30 rises.
    const price = of(10, 10, 20, 10, 30, 10, 40, 10);
    const record = trackRecord(price, [1, 2, 3], [...price.keys()], 1, 0.95);
    expect(record).toMatchObject({ triggers: 3, rises: 1, sessions: 6 });
    expect(record.rate).toBeCloseTo(1 / 3, 15);
    // returns of rows 0 … 5: +1, −0.5, +2, −2/3, +3, −0.75: half of them above 0
    expect(record.baseRate).toBe(0.5);
    expect(record.meanReturn).toBeCloseTo((-0.5 + 2 - 2 / 3) / 3, 12);
  });
});

describe('the exhaustion of outflows', () => {
  const OPTIONS = { window: '5d', section: 'flows', part: 'etf-exhaustion' } as const;

  it('gives the state, since when, and the triggers of a small history counted by hand', async () => {
    // Outflow under 100 m holds at rows 0, 3, 4, 6, 7, 8, 9: triggers at 3 and 6, in force since 6.
    const flows = [50, -200, -150, -50, 20, -300, -99, 5, 60, 10];
    const prices = [100, 100, 100, 100, 100, 90, 90, 99, 99, 99];
    const answer = await explain(viewOf(market(flows, prices), INSTANT), OPTIONS);
    const [day, mean] = answer.flows!.parts.etfExhaustion!.rules;
    const dates = rowsUpTo('btc-etf-flow-total', TO, flows).map(({ date }) => date);
    expect(day!.holds).toBe(true);
    expect(parseDay(day!.since!)).toBe(dates[6]);
    expect(day!.latestTriggers.map(({ date }) => parseDay(date))).toEqual([dates[3], dates[6]]);
    // trigger at row 3: close of row 4 to that of row 9, 100 → 99
    expect(day!.latestTriggers[0]!.after5.value).toBeCloseTo(-0.01, 12);
    expect(day!.latestTriggers[1]!.after5.why).toMatch(/not over/);
    expect(day!.records[0]).toMatchObject({ triggers: { value: 1 }, falseAlarms: { value: 1 } });
    // means of 5 from row 4: −66, −136, −115.8, −84.8, −62.8, −64.8
    expect(mean!.value.value! / 1e6).toBeCloseTo(-64.8, 9);
    expect(parseDay(mean!.since!)).toBe(dates[7]);
    expect(explainAnswer.parse(answer)).toEqual(answer);
  });

  it('says that it cannot be told when there is nothing', async () => {
    const answer = await explain(viewOf([], INSTANT), OPTIONS);
    const { rules } = answer.flows!.parts.etfExhaustion!;
    expect(rules.map(({ holds }) => holds)).toEqual([null, null, null]);
    expect(rules[0]!.value).toMatchObject({ value: null, why: 'no fund flow is known' });
  });
});

describe('the price on condition of a flow', () => {
  const OPTIONS = { window: '5d', section: 'flows', part: 'flow-target' } as const;

  it('is base × (1 + slope × flow)', () => {
    // 2.9 bn out at 3.4 % each: 100 × (1 − 0.0986)
    expect(target(100, 0.034, -2.9)).toBeCloseTo(90.14, 12);
    expect(target(82_000, 0.034, 0)).toBe(82_000);
  });

  it('passes through the spot price at no flow and orders its band', async () => {
    const flow = normals(200, 8).map((z) => 300 * z);
    const noise = normals(200, 9);
    let price = 50_000;
    const prices = flow.map((mn, t) => {
      if (t > 0) price *= 1 + 0.000034 * mn + 0.02 * noise[t]!;
      return price;
    });
    const answer = await explain(viewOf(market(flow, prices), INSTANT), OPTIONS);
    const { base, curve } = answer.flows!.parts.flowTarget!;
    const spot = curve.find((point) => point.flow === 0)!;
    expect(spot.own.value).toBe(base.value);
    expect(spot.external.value).toBe(base.value);
    for (const { own } of curve) {
      expect(own.band!.low).toBeLessThanOrEqual(own.value!);
      expect(own.band!.high).toBeGreaterThanOrEqual(own.value!);
      expect(own.flags).toEqual(['unproven', 'extrapolated']);
    }
    expect(explainAnswer.parse(answer)).toEqual(answer);
  });

  it('knows nothing of what Citi said before it was said, nor of other coins', async () => {
    const early = await explain(viewOf([], parseInstant('2025-11-24T12:00Z')), OPTIONS);
    expect(early.flows!.parts.flowTarget!.claim).toBeNull();
    const other = await explain(viewOf([], INSTANT), { ...OPTIONS, asset: 'eth-usd' });
    expect(other.flows!.parts.flowTarget!.claim).toBeNull();
    expect(other.flows!.parts.flowTarget!.curve[0]!.external.why).toMatch(/bitcoin only/);
  });
});

describeWithPack('the real pack', () => {
  it('scores Citi’s year-end target once the year is over', async () => {
    const view = await (await openPack()).asOf(INSTANT);
    const options = { window: '5d', section: 'flows', part: 'flow-target' } as const;
    const { claim } = (await explain(view, options)).flows!.parts.flowTarget!;
    // pandas: f.total["2025-11-24":"2025-12-31"].sum() = −1,022.3 m; close of 2025-12-31 87,648.22; 82,000 × (1 − 0.034 × 1.0223)
    expect(claim!.actualFlow.value).toBeCloseTo(-1022.3e6, 0);
    expect(claim!.conditional.value).toBeCloseTo(79_149.8276, 2);
    expect(claim!.actualPrice.value).toBeCloseTo(87_648.22, 2);
    expect(claim!.miss.value).toBeCloseTo(87_648.22 / 79_149.8276 - 1, 6);
  });

  it('finds nothing in the exhaustion rule that the base rate does not have', async () => {
    const view = await (await openPack()).asOf(INSTANT);
    const options = { window: '5d', section: 'flows', part: 'etf-exhaustion' } as const;
    const [day] = (await explain(view, options)).flows!.parts.etfExhaustion!.rules;
    const [five, twenty] = day!.records;
    // pandas: on = total > −100; trig = on & ~on.shift(); r = c.shift(−1−h)/c.shift(−1) − 1
    expect([five!.triggers.value, five!.falseAlarms.value]).toEqual([63, 32]);
    expect(five!.baseRate.value).toBeCloseTo(0.5454545454545454, 12);
    expect([twenty!.triggers.value, twenty!.falseAlarms.value]).toEqual([59, 28]);
    expect(twenty!.meanReturn.value).toBeCloseTo(0.009076870537361075, 12);
    expect(twenty!.baseMean.value).toBeCloseTo(0.036013560869933486, 12);
    const { low, high } = twenty!.hitRate.band!;
    expect(low < twenty!.baseRate.value! && twenty!.baseRate.value! < high).toBe(true);
  });
});
