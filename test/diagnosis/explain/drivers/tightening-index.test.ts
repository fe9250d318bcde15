import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../../src/data/observation.ts';
import { formatDay, parseDay, parseInstant } from '../../../../src/data/time.ts';
import { BANKS, monthsBefore } from '../../../../src/diagnosis/explain/drivers/tightening/policy-changes.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf } from '../../scan/synthetic.ts';
import { driversOf, expectNoLookAhead, expectTold } from './part-checks.ts';

const TO = parseDay('2026-02-12');
const INSTANT = parseInstant('2026-02-13T01:00Z');
const PART = 'tightening-index';

/** A rate of 2 % every tenth day of twenty years, and from 2025-12-01 on moved by a step. */
function rateOf(id: string, step: number): ObservationColumns {
  const rows = Array.from({ length: 730 }, (_, k) => {
    const date = TO - 10 * (729 - k);
    return { date, value: date >= parseDay('2025-12-01') ? 0.02 + step : 0.02 };
  });
  return columnsOf(id, rows);
}

/** Inflation by month from 2024: 2 %, and 3 % from 2025-10 on. */
function inflationOf(id: string): ObservationColumns {
  const rows = Array.from({ length: 24 }, (_, k) => {
    const date = parseDay(`${2024 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, '0')}-01`);
    return { date, value: k >= 21 ? 0.03 : 0.02 };
  });
  return columnsOf(id, rows);
}

const world = (steps: readonly number[]) => steps.map((step, k) => rateOf(BANKS[k]!.rate, step));
const ask = async (columns: readonly ObservationColumns[]) =>
  (await driversOf(columns, INSTANT, { part: PART })).parts.tighteningIndex!;

describe('the index of synchronous tightening', () => {
  it('counts the banks up and down, and reads the verdict from them and from real rates', async () => {
    const part = await ask([...world([0.01, 0.005, 0.02, -0.0025]), inflationOf('inflation-japan')]);
    const [three, six] = part.horizons;
    expect(six).toMatchObject({ months: 6, banks: 4, realBanks: 1 });
    expect(six!.up.value).toBe(0.75);
    expect(six!.down.value).toBe(0.25);
    // (1 + 0.5 + 2 − 0.25) % over four banks.
    expect(six!.mean.value).toBeCloseTo(0.008125, 12);
    // Japan: +2 % less the rise of inflation by 1 % from June to December.
    expect(six!.real.value).toBeCloseTo(0.01, 12);
    expect(six!.real.flags).toContain('proxy');
    expect(three!.up.value).toBe(0.75);
    expect(part.verdict).toBe('supports');
    // The ends of December and January, of 194 since December 2009.
    expect(part.base.value).toBeCloseTo(2 / 194, 12);
    expect(part.banks.map(({ changes }) => changes[2]!.value)).toEqual([0.01, 0.005, 0.02, -0.0025]);
  });

  it('refutes the story when no more banks are up than down, and leaves it open without real rates', async () => {
    expect((await ask(world([0.01, -0.01, 0]))).verdict).toBe('refutes');
    expect((await ask(world([0.01, 0.01, 0]))).verdict).toBe('mixed');
    expect((await ask([...world([0.01, 0.01, 0.005]), inflationOf('inflation-japan')])).verdict).toBe(
      'mixed',
    );
  });

  it('goes back by calendar months, to the last day of a shorter one', () => {
    expect(formatDay(monthsBefore(parseDay('2026-03-31'), 1))).toBe('2026-02-28');
    expect(formatDay(monthsBefore(parseDay('2026-02-12'), 12))).toBe('2025-02-12');
    expect(formatDay(monthsBefore(parseDay('2026-01-31'), 2))).toBe('2025-11-30');
  });

  it('does not look ahead and does not depend on the order of the series', async () => {
    const columns = [...world([0.01, 0.005, 0.02]), inflationOf('inflation-japan')];
    await expectNoLookAhead(columns, parseInstant('2026-01-15T23:00Z'), PART);
  });

  it('is told in three languages, and says why with two banks, one row, or none', async () => {
    await expectTold(world([0.01, -0.01, 0]), INSTANT, PART, true);
    for (const columns of [
      [],
      world([0.01, 0.01]),
      [columnsOf('ecb-deposit-rate', [{ date: TO, value: 0.02 }])],
    ]) {
      await expectTold(columns, INSTANT, PART, false);
      expect((await ask(columns)).verdict).toBeNull();
    }
  });
});

describeWithPack('synchronous tightening in the data pack', () => {
  it('says what the three banks decided', async () => {
    const view = await (await openPack()).asOf(INSTANT);
    const part = (await explain(view, { window: '5d', part: PART })).drivers!.parts.tighteningIndex!;
    // Fed: three cuts of 25 bp from September to December 2025; ECB: unchanged since June 2025; Bank of Japan: +25 bp in December 2025.
    expect(part.banks.map(({ series, changes }) => [series, changes[1]!.value])).toEqual([
      ['fed-target-upper', -0.0075],
      ['ecb-deposit-rate', 0],
      ['boj-policy-rate', 0.0025],
    ]);
    expect(part.verdict).toBe('refutes');
    // pandas on CPIAUCSL.csv: December 2025 over December 2024 less June over June, with the cut of 75 bp.
    expect(part.horizons[1]!.real.value).toBeCloseTo(-0.0072285024864752676, 12);
  });
});
