import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { LANGUAGES } from '../../../src/data/series/entry.ts';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import {
  type GaugeRow,
  judge,
  LEGS,
  type Leg,
} from '../../../src/diagnosis/explain/drivers/carry/carry-gauge.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { textsOf } from '../../../src/report/document.ts';
import { explainDesk, storiesOf } from '../../../src/report/explain/index.ts';
import { plainText } from '../../../src/report/inline.ts';
import { EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT } from '../../../src/report/messages/explain/whys.ts';
import { normals } from '../../measures/random.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../scan/synthetic.ts';

const TO = parseDay('2026-02-12');
const INSTANT = parseInstant('2026-02-13T01:00Z');
const OPTIONS = { window: '5d', section: 'drivers', part: 'yen-carry' } as const;
const ROWS = 700;

/** Quiet walks, and in the last five sessions a daily move of each: of USD/JPY, of the three crosses with the yen, of shares. */
function market(last: { dollar: number; crosses: number; shares: number }, net = -80_000) {
  const walk = (id: string, seed: number, daily: number) => {
    let price = 100;
    const noise = normals(ROWS, seed);
    const prices = noise.map((z, t) => {
      price *= 1 + (t < ROWS - 5 ? 0.005 * z : daily);
      return price;
    });
    return columnsOf(id, rowsUpTo(id, TO, prices));
  };
  const reports = Array.from({ length: 170 }, (_, k) => ({
    date: parseDay('2026-02-03') - 7 * (169 - k),
    value: k === 169 ? net : -1000 * (k % 40),
  }));
  return [
    walk('usd-jpy', 1, last.dollar),
    ...['aud-jpy', 'mxn-jpy', 'eur-jpy'].map((id, k) => walk(id, 2 + k, last.crosses)),
    walk('chf-jpy', 5, 0),
    walk('sp500', 6, last.shares),
    walk('nasdaq-100', 7, last.shares),
    columnsOf('effr', rowsUpTo('effr', TO, new Array(ROWS).fill(0.0364))),
    columnsOf('japan-call-rate', rowsUpTo('japan-call-rate', TO, new Array(ROWS).fill(0.0073))),
    columnsOf('cot-jpy-spec-net', reports),
  ];
}

const UNWIND = { dollar: -0.012, crosses: -0.015, shares: -0.012 };

async function carryOf(columns: readonly ObservationColumns[]) {
  const answer = await explain(viewOf(columns, INSTANT), OPTIONS);
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.drivers!.parts.yenCarry!;
}

describe('the yen carry gauge', () => {
  it('supports the story when the yen rises and the rest goes with it', async () => {
    const part = await carryOf(market(UNWIND));
    expect(part).toMatchObject({
      from: '2026-02-05',
      date: '2026-02-12',
      verdict: 'supported',
      reported: '2026-02-03',
    });
    // (1/0.988)⁵ − 1.
    expect(part.yen.value).toBeCloseTo(0.0622219, 6);
    expect(part.gauge.flags).toContain('unproven');
    for (const { move, explained, rest } of part.betas.filter(({ move }) => move.value !== null)) {
      expect(explained.value! + rest.value!).toBeCloseTo(move.value!, 15);
    }
  });

  it('does not support it when the yen falls, whatever else happens', async () => {
    const part = await carryOf(market({ ...UNWIND, dollar: 0.012 }));
    expect(part.verdict).toBe('not-supported');
    expect(part.gauge.value).toBe(0);
    expect(part.legs[0]).toMatchObject({ leg: 'yen', passed: false });
    const legs = LEGS.map((leg) => [leg, fc.double({ min: -9, max: 9, noNaN: true })] as const);
    fc.assert(
      fc.property(fc.record(Object.fromEntries(legs)), (measures) => {
        const fell = { ...(measures as Record<Leg, number>), yen: -Math.abs(measures.yen!) - 0.1 };
        const scores = Object.fromEntries(LEGS.map((leg) => [leg, leg === 'yen' ? 0 : 1]));
        const { verdict, gauge } = judge(fell, scores as GaugeRow['scores']);
        return verdict === 'not-supported' && gauge === 0;
      }),
    );
  });

  it('is not measured without the yen or with fewer than three other legs', async () => {
    const all = market(UNWIND);
    for (const columns of [[], all.slice(1), all.slice(0, 1), market(UNWIND).map(lastRow)]) {
      const part = await carryOf(columns);
      expect(part.verdict).toBe('not-measured');
      expect(part.gauge.value).toBeNull();
    }
    const nan = Number.NaN;
    const two = { yen: 3, basket: -2, 'carry-to-volatility': nan, positions: nan, assets: -2, link: nan };
    expect(judge(two, two).verdict).toBe('not-measured');
    expect(judge({ ...two, link: -0.3 }, two).verdict).toBe('supported');
  });

  it('leaves out positions that are long or missing, and says which report it read', async () => {
    const long = await carryOf(market(UNWIND, 20_000));
    expect(long.legs[3]).toMatchObject({ leg: 'positions', passed: false, score: { value: 0 } });
    const without = await carryOf(market(UNWIND).slice(0, -1));
    expect(without.legs[3]).toMatchObject({ passed: null, measure: { value: null } });
    expect(without.reported).toBeNull();
  });

  it('does not look ahead', async () => {
    const held = market(UNWIND).map((one) => ({
      ...one,
      knownAt: one.knownAt.map((at, t) => (t >= one.knownAt.length - 2 ? INSTANT + 1 : at)),
    }));
    const told = [];
    for (const how of ['alter', 'remove', 'withdraw'] as const) {
      const part = await carryOf(held.map((one) => later(one, INSTANT, how)));
      told.push(JSON.stringify(part, (key, one) => (key === 'id' ? undefined : one)));
    }
    expect(new Set(told).size).toBe(1);
  });

  it('is told in three languages, every reason too', async () => {
    const cases = [market(UNWIND), market({ ...UNWIND, dollar: 0.012 }), market({ ...UNWIND, shares: 0.01 })];
    for (const columns of [...cases, market(UNWIND).slice(0, -3)]) {
      const answer = await explain(viewOf(columns, INSTANT), OPTIONS);
      for (const language of LANGUAGES) {
        const [story] = storiesOf(
          explainDesk(answer, language, () => 1),
          'drivers',
        );
        const text = [...story!.headline, ...story!.blocks.flatMap(textsOf)].map(plainText).join('\n');
        expect(story!.headline.length).toBeGreaterThan(0);
        expect(text).not.toMatch(/undefined|NaN|null|\[object/);
      }
    }
    const parts = [await carryOf([]), await carryOf(market(UNWIND).slice(0, -3).map(lastRow))];
    const whys = JSON.stringify(parts).matchAll(/"why":"([^"]*)"/g);
    for (const [, why] of whys) {
      for (const list of [EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT]) {
        expect(list.some(([reason]) => reason.test(why!))).toBe(true);
      }
    }
  });
});

function lastRow(one: ObservationColumns): ObservationColumns {
  const cut = <T extends { slice(from: number): T }>(from: T) => from.slice(-1);
  return {
    ...one,
    dates: cut(one.dates),
    times: cut(one.times),
    values: cut(one.values),
    knownAt: cut(one.knownAt),
    flags: cut(one.flags),
    rules: cut(one.rules),
  };
}

describeWithPack('the yen carry gauge on the real pack', () => {
  // pandas on the CSV of the pack: returns on the dates that USD/JPY, its crosses and the two indices share, five of them to the day; over
  // the type 7 upper quartile of the absolute returns of the 126 rows before, / 1.1503 · √5; numpy.corrcoef of the 60 rows before.
  it.each([
    ['2024-08-05', 'supported', 0.0587633256, 6.635961803, -6.394596402, -2.8717271, 0.0703095863],
    ['2026-02-05', 'not-supported', -0.0243504528, -2.305849992, 1.340741798, -2.313764805, 0.1545133421],
    ['2026-02-12', 'not-supported', 0.0238012905, 2.253847437, -0.676066481, 0.342074281, 0.1468860643],
  ])('judges %s as %s', async (date, verdict, yen, zYen, zBasket, zShares, link) => {
    const night = parseInstant(`${date}T00:00Z`) + 25 * 3_600_000;
    const part = (await explain(await (await openPack()).asOf(night), OPTIONS)).drivers!.parts.yenCarry!;
    expect(part).toMatchObject({ date, verdict });
    expect(part.yen.value).toBeCloseTo(yen, 9);
    const measures = Object.fromEntries(part.legs.map(({ leg, measure }) => [leg, measure.value]));
    expect(measures.yen).toBeCloseTo(zYen, 6);
    expect(measures.basket).toBeCloseTo(zBasket, 6);
    expect(measures.assets).toBeCloseTo(zShares, 6);
    expect(measures.link).toBeCloseTo(link, 8);
  });
});
