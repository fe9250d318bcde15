import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../../src/data/observation.ts';
import { parseDay, parseInstant } from '../../../../src/data/time.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { demandSplit } from '../../../../src/diagnosis/explain/drivers/oil/demand-fit.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT } from '../../../../src/report/messages/explain/whys.ts';
import { normals } from '../../../measures/random.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../../scan/synthetic.ts';

const TO = parseDay('2026-02-12');
const INSTANT = parseInstant('2026-02-13T01:00Z');

/** Slopes of Brent on copper, yield and dollar of the made-up market. */
const PLANTED = [0.5, 8, -1.2] as const;

interface World {
  readonly rows: number;
  /** Step of copper a session, over the last five. */
  readonly copper?: number;
  /** Step of Brent beside what its signals give, over the last five. */
  readonly own?: number;
  readonly slopes?: readonly [number, number, number];
}

/** Walks of copper (1 %), yield (4 bp) and dollar (0.4 %), still over the last five sessions, and Brent made of them with noise of 0.3 %. */
function market({ rows, copper = 0, own = 0, slopes = PLANTED }: World): ObservationColumns[] {
  const sizes = [0.01, 0.0004, 0.004];
  const steps = sizes.map((size, k) => normals(rows, k + 1).map((z, t) => (t < rows - 5 ? size * z : 0)));
  for (let t = Math.max(0, rows - 5); t < rows; t++) steps[0]![t] = copper;
  const noise = normals(rows, 9).map((z, t) => (t < rows - 5 ? 0.003 * z : own));
  const oil = noise.map((e, t) => e + slopes.reduce((sum, b, k) => sum + b * steps[k]![t]!, 0));
  const path = (values: Float64Array, start: number) => {
    let level = start;
    return values.map((step) => (level += step));
  };
  const price = (id: string, values: Float64Array) =>
    columnsOf(id, rowsUpTo(id, TO, path(values, Math.log(70)).map(Math.exp)));
  return [
    price('copper-front', steps[0]!),
    columnsOf('us-10y-market', rowsUpTo('us-10y-market', TO, path(steps[1]!, 0.04))),
    price('dollar-index', steps[2]!),
    price('brent-front', oil),
  ];
}

async function shockOf(columns: readonly ObservationColumns[], instant = INSTANT) {
  const answer = await explain(viewOf(columns, instant), { window: '5d', part: 'oil-shock' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.drivers!.parts.oilShock!;
}

it('finds the slopes that Brent was made with, where nothing else moves it', () => {
  const rows = 600;
  const walks = [1, 2, 3].map((seed) => {
    let level = 0;
    return normals(rows, seed).map((z) => (level += 0.01 * z));
  });
  const oil = walks[0]!.map((_, t) => PLANTED.reduce((sum, b, k) => sum + b * walks[k]![t]!, 0));
  const found = demandSplit(walks, oil, rows - 1, [0.01, 0.02, -0.03])!;
  expect(found.weeks).toBe(104);
  // 0.5 · 0.01, 8 · 0.02 and −1.2 · −0.03
  for (const [k, value] of [0.005, 0.16, 0.036].entries())
    expect(found.terms[k]!.value).toBeCloseTo(value, 10);
  expect(found.r2).toBeCloseTo(1, 10);
  expect(demandSplit(walks, oil, 250, [0.01, 0.02, -0.03])).toBeUndefined();
  expect(demandSplit(walks, oil, rows - 1, [0.01, Number.NaN, 0])).toBeUndefined();
  expect(demandSplit([walks[0]!, walks[0]!], oil, rows - 1, [0.01, 0.01])).toBeUndefined();
});

describe('the type of an oil move', () => {
  it('is demand where copper goes with it, and not where it moves alone; parts add to the move', async () => {
    const demand = await shockOf(market({ rows: 700, copper: -0.02 }));
    expect(demand).toMatchObject({ kind: 'demand', from: '2026-02-05', date: '2026-02-12' });
    // exp(5 · 0.5 · −2 %) − 1
    expect(demand.move.value).toBeCloseTo(Math.expm1(-0.05), 12);
    expect(demand.demand.value!).toBeLessThan(-0.03);
    const alone = await shockOf(market({ rows: 700, own: -0.01 }));
    expect(alone).toMatchObject({ kind: 'not-demand', demand: { value: 0 } });
    for (const { move, signals, demand: sum, residual } of [demand, alone]) {
      expect(signals.reduce((total, { contribution }) => total + contribution.value!, 0)).toBe(sum.value);
      expect(residual.value).toBe(move.value! - sum.value!);
    }
  });

  it('is left open for an ordinary move, and when the dollar has the sign of something else', async () => {
    expect((await shockOf(market({ rows: 700, own: -0.0005 }))).kind).toBe('undetermined');
    const odd = await shockOf(market({ rows: 700, own: -0.01, slopes: [0.5, 8, 1.2] }));
    expect(odd.kind).toBe('undetermined');
    expect(odd.signals.map(({ expected }) => expected)).toEqual([true, true, false]);
  });

  it('does not depend on the order of the series, nor on what is known later', async () => {
    const columns = market({ rows: 900, copper: -0.02 });
    expect(await shockOf(columns.toReversed())).toEqual(await shockOf(columns));
    const early = parseInstant('2025-10-11T01:00Z');
    const values = async (all: readonly ObservationColumns[]) =>
      JSON.stringify(await shockOf(all, early)).replaceAll(/#[0-9a-f]{6}/g, '');
    for (const how of ['alter', 'remove', 'withdraw'] as const) {
      expect(await values(columns.map((one) => later(one, early, how)))).toBe(await values(columns));
    }
  });

  it('gives reasons with translations for an empty store, one row, few weeks, and prices that never move', async () => {
    const still = market({ rows: 700 }).map((one) => ({ ...one, values: one.values.map(() => 1) }));
    const worlds = [[], market({ rows: 1 }), market({ rows: 200 }), market({ rows: 700 }).slice(1), still];
    for (const columns of worlds) {
      const part = await shockOf(columns);
      expect(part.kind).toBeNull();
      expect(part.demand.value).toBeNull();
      for (const [, why] of JSON.stringify(part).matchAll(/"why":"([^"]+)"/g)) {
        for (const list of [EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT]) {
          expect(
            list.some(([reason]) => reason.test(why!)),
            why,
          ).toBe(true);
        }
      }
    }
  });
});

describeWithPack('the oil move in the data pack', () => {
  // statsmodels OLS on the CSV files of BZ, HG, TNX and DXY: 104 weeks of five sessions of SPY to 2026-01-29, and the window to 2026-02-05.
  it('has the parts that statsmodels gives', async () => {
    const store = await openPack();
    const view = await store.asOf(parseInstant('2026-02-06T01:00Z'));
    const answer = await explain(view, { window: '5d', part: 'oil-shock' });
    const part = answer.drivers!.parts.oilShock!;
    const parts = [-0.014263500040566457, -0.0008655062810358911, 0.02071025425330204];
    for (const [k, { contribution }] of part.signals.entries())
      expect(contribution.value).toBeCloseTo(parts[k]!, 11);
    expect(part.move.value).toBeCloseTo(-0.04468957714608912, 12);
    expect(part.r2.value).toBeCloseTo(0.13654888907342388, 11);
    await store.close();
  });
});
