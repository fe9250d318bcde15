import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import {
  cashIndex,
  returnOver,
  shareBeating,
} from '../../../src/diagnosis/explain/liquidity/cash-returns.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, randomMarket, rowsUpTo, viewOf } from '../scan/synthetic.ts';

const TO = parseDay('2026-02-11');
const INSTANT = parseInstant('2026-02-12T13:00Z');

describe('returns against cash', () => {
  it('holds bills at the yield of the session before', () => {
    // Friday at 3.65 %, three days to Monday, one at 7.3 % to Tuesday.
    const index = cashIndex(Int32Array.of(0, 3, 4), Float64Array.of(0.0365, 0.073, Number.NaN));
    expect([...index].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([0, 0.0003, 0.0005]);
    expect(cashIndex(Int32Array.of(0, 1), Float64Array.of(Number.NaN, 0.01))).toEqual(
      Float64Array.of(Number.NaN, 0),
    );
  });

  it('reads a spread as its holder does, and takes a hole from up to four rows before', () => {
    const values = Float64Array.of(0.03, 0.03, 0.032, Number.NaN);
    const member = { assetClass: 'credit', reading: 'spread' } as const;
    expect(returnOver({ member, values }, 3, 2)).toBeCloseTo(-0.008, 12);
    const gone = Float64Array.of(1, ...new Array(6).fill(Number.NaN));
    expect(returnOver({ member: { ...member, reading: 'itself' }, values: gone }, 6, 1)).toBeNaN();
  });

  it('counts the classes measured only', () => {
    expect(shareBeating([0.02, Number.NaN, 0.001, 0.005], 0.003)).toEqual({ beat: 2, measured: 3 });
  });
});

const IDS = ['spy', 'gld', 'uso', 'btc-usd', 'tlt'];

async function part(columns: Parameters<typeof viewOf>[0], instant = INSTANT) {
  const answer = await explain(viewOf(columns, instant), { window: '5d', part: 'cash-regime' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.liquidity!.parts.cashRegime!;
}

/** Every class falls by a thousandth a session; bills yield 3.65 %. */
function falling(sessions: number) {
  const prices = Array.from({ length: sessions }, (_, t) => 100 * 0.999 ** t);
  const bills = columnsOf('us-3m', rowsUpTo('us-3m', TO, new Array(sessions + 20).fill(0.0365)));
  return [...IDS.map((id) => columnsOf(id, rowsUpTo(id, TO, prices))), bills];
}

it('lights the lamp when nothing beats bills over both spans', async () => {
  const { date, horizons, lamp } = await part(falling(200));
  expect(date).toBe('2026-02-11');
  expect(horizons.map(({ beat }) => beat.value)).toEqual([0, 0, 0]);
  // 60 sessions to 11 February 2026 from 13 November 2025: 90 days at 3.65 %.
  expect(horizons[2]!.cash.value).toBeCloseTo(0.009, 12);
  expect(lamp.on).toBe(true);
  expect(lamp.baseRate).toMatchObject({ value: null, why: 'fewer than 1250 sessions with both spans' });
});

it('measures nothing with fewer than four classes, or without bills', async () => {
  const columns = falling(200);
  expect((await part(columns.slice(0, 3))).lamp.on).toBeNull();
  expect((await part(columns.slice(0, -1))).horizons[0]!.beat.value).toBeNull();
  expect((await part([])).date).toBeNull();
});

it('is changed by nothing known later', async () => {
  const columns = randomMarket([...IDS, 'us-3m'], TO, 120, 11);
  const before = parseInstant('2026-01-10T01:00Z');
  const changed = columns.map((one) => later(one, before, 'alter'));
  expect(JSON.stringify(await part(changed, before))).toBe(JSON.stringify(await part(columns, before)));
});

describeWithPack('cash on the real pack', () => {
  it('was beaten by no class over the five sessions to 5 February 2026', async () => {
    const store = await openPack();
    const view = await store.asOf(parseInstant('2026-02-06T01:00Z'));
    const answer = await explain(view, { window: '5d', part: 'cash-regime' });
    const { horizons, lamp } = answer.liquidity!.parts.cashRegime!;
    expect(horizons.map(({ beat }) => beat.value)).toEqual([0, 2 / 6, 4 / 6]);
    // Mean of SPY, QQQ and EEM over five New York sessions of the CSV files with pandas.
    expect(horizons[0]!.classes[0]!.change.value).toBeCloseTo(-0.03558, 4);
    expect(lamp.on).toBe(false);
  });
});
