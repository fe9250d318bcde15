import { describe, expect, it } from 'vitest';
import type { ObservationColumns, TableRow, TableRows } from '../../../../src/data/observation.ts';
import { LANGUAGES } from '../../../../src/data/series/entry.ts';
import { entryOf } from '../../../../src/data/series/index.ts';
import { memoryView } from '../../../../src/data/store/memory.ts';
import { endOfDay, parseDay, parseInstant } from '../../../../src/data/time.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { crossSection, stressRows } from '../../../../src/diagnosis/explain/drivers/capex/intensity-cross.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { normals } from '../../../measures/random.ts';
import { columnsOf, later, rowsUpTo } from '../../scan/synthetic.ts';
import { expectTold, storyOf } from './told.ts';

const TO = parseDay('2026-02-12');
const INSTANT = parseInstant('2026-02-13T01:00Z');

type Cells = TableRow['cells'];
type Row = readonly [time: number, cells: Cells];

function tableOf(table: string, rows: readonly Row[]): TableRows {
  return {
    table,
    source: 'test:a',
    rows: rows.map(([time, cells]) => ({ date: parseDay('2026-01-01'), time, knownAt: time, cells })),
  };
}

const day = (text: string) => endOfDay(parseDay(text));

/** The Nasdaq-100 fund and five shares with a beta of 1.2; Amazon falls another 8 % on 6 February 2026. */
function world(rows = 500): ObservationColumns[] {
  const market = normals(rows, 1).map((z) => 0.01 * z);
  const column = (id: string, steps: Float64Array) => {
    let level = 200;
    return columnsOf(
      id,
      rowsUpTo(
        id,
        TO,
        steps.map((r) => (level *= 1 + r)),
      ),
    );
  };
  const shares = ['amzn', 'msft', 'googl', 'meta', 'aapl'];
  return [
    column('qqq', market),
    ...shares.map((id, k) => {
      const steps = normals(rows, k + 2).map((z, t) => 1.2 * market[t]! + 0.008 * z);
      // Sessions to 2026-02-12: the 9th, 10th, 11th and 12th come after the 6th.
      if (id === 'amzn' && rows > 4) steps[rows - 5] = 1.2 * market[rows - 5]! - 0.08;
      return column(id, steps);
    }),
  ];
}

const SHARES = columnsOf('amzn-shares', [{ date: parseDay('2025-07-01'), value: 10e9 }]);

const stated = (firm: string, low: number, more: Cells = {}): Cells => ({
  firm,
  year: 2026,
  low,
  high: low,
  unit: 'usd-bn',
  ...more,
});

async function partsOf(
  columns: readonly ObservationColumns[],
  tables: readonly TableRows[],
  instant = INSTANT,
) {
  const view = memoryView(columns, instant, { entry: entryOf, tables });
  const of = async (part: string) => {
    const answer = await explain(view, { window: '5d', part });
    expect(explainAnswer.parse(answer)).toEqual(answer);
    return answer;
  };
  const answers = {
    'capex-events': await of('capex-events'),
    'capital-intensity': await of('capital-intensity'),
    'capex-pump': await of('capex-pump'),
  };
  return {
    answers,
    events: answers['capex-events'].drivers!.parts.capexEvents!,
    intensity: answers['capital-intensity'].drivers!.parts.capitalIntensity!,
    pump: answers['capex-pump'].drivers!.parts.capexPump!,
  };
}

describe('the answer of shares to capital spending', () => {
  it('is of the next session where the hour is not known, or after the close', async () => {
    // 2026-02-05 21:05Z is 16:05 in New York, after the close; the day alone ends after it too.
    for (const time of [day('2026-02-05'), parseInstant('2026-02-05T21:05Z')]) {
      const { events } = await partsOf(
        [...world(), SHARES],
        [tableOf('capex_guidance', [[time, stated('Amazon', 200)]])],
      );
      const [event] = events.events;
      expect(event).toMatchObject({
        series: 'amzn',
        session: '2026-02-06',
        before: '2026-02-05',
        sessions: 5,
      });
      expect(event!.assumedLate).toBe(time === day('2026-02-05'));
      expect(event!.stated).toBe(event!.assumedLate ? '2026-02-05' : '2026-02-05T21:05Z');
      // −8 % less the noise of α and β, 120 rows of 0.8 %.
      expect(Math.abs(event!.abnormal.value! + 0.08)).toBeLessThan(0.004);
      const { low, high } = event!.abnormal.band!;
      expect((low + high) / 2).toBeCloseTo(event!.abnormal.value!, 12);
      expect(Math.abs(event!.wrongOrder.value!)).toBeLessThan(0.03);
    }
  });

  it('is of the same session before the close, and is worth the value of the evening before times it', async () => {
    const time = parseInstant('2026-02-06T15:00Z');
    const table = tableOf('capex_guidance', [
      [time, stated('amzn', 200)],
      [time, { ...stated('Amazon', 150), year: 2025 }],
      [time, stated('nobody', 10)],
      [parseInstant('2026-02-12T22:00Z'), stated('Microsoft', 100)],
    ]);
    const columns = [...world(), SHARES];
    const { events } = await partsOf(columns, [table]);
    // Two years of one firm are one event; Microsoft’s session is still to come.
    expect(events.events).toHaveLength(1);
    expect(events).toMatchObject({ unknown: ['nobody'], dropped: 1 });
    const [event] = events.events;
    expect(event!.session).toBe('2026-02-06');
    const closes = columns.find(({ series }) => series === 'amzn')!.values;
    expect(event!.value.value! / (10e9 * closes.at(-6)! * event!.abnormal.value!)).toBeCloseTo(1, 12);
    const without = await partsOf(world(), [table]);
    expect(without.events.events[0]!.value).toMatchObject({
      value: null,
      why: 'the number of shares is not known',
    });
  });
});

const statement = (firm: string, period: string, capex: number, more: Cells = {}): Cells => ({
  firm,
  period,
  unit: 'usd-bn',
  revenue: 100,
  operating_cash_flow: 40,
  capex,
  depreciation: 10,
  ...more,
});

describe('capital intensity', () => {
  it('gives outlays, free cash flow and depreciation of sales, and their change', async () => {
    const rows: Row[] = [
      [day('2025-02-01'), statement('Amazon', '2024', 15)],
      [day('2026-02-01'), statement('Amazon', '2025', 30)],
      [day('2026-02-02'), statement('AMAZON', '2025', 32)],
      [day('2026-02-01'), statement('B', '2025', 5, { depreciation: null, operating_cash_flow: null })],
      [day('2026-02-01'), statement('C', '2025', 5, { revenue: 0 })],
      [day('2026-02-01'), statement('D', '2025', 5, { unit: 'eur' })],
      [day('2026-03-01'), statement('Amazon', '2026', 90)],
    ];
    const { intensity } = await partsOf(world(), [tableOf('company_statements', rows)]);
    expect(intensity.refused).toBe(2);
    const [amazon, b] = intensity.firms;
    const last = amazon!.periods.at(-1)!;
    // 32/100, (40 − 32)/100, 10/100, 32/10 and 0.32 − 0.15.
    const values = [last.intensity, last.freeCash, last.depreciation, last.building, amazon!.change];
    for (const [k, value] of [0.32, 0.08, 0.1, 3.2, 0.17].entries())
      expect(values[k]!.value).toBeCloseTo(value, 12);
    expect(amazon!.heavier).toBe(true);
    expect(b!.periods[0]!.freeCash.why).toBe('it is not stated');
    expect(amazon!.stress.value!).toBeLessThan(0);
    expect(intensity.cross.tau.value).toBeNull();
  });

  it('adds four quarters of filings, and sets intensity against the worst sessions across firms', async () => {
    const quarters = ['2025-01-01', '2025-04-01', '2025-07-01'];
    const filed = ['amzn', 'msft', 'googl', 'meta'].flatMap((id, k) =>
      (
        [
          ['revenue', 50],
          ['operating-cash-flow', 20],
          ['capex', 5 + k],
        ] as const
      ).map(([key, value]) =>
        columnsOf(
          `${id}-${key}`,
          ['2024-10-01', ...quarters].map((date) => ({ date: parseDay(date), value: value * 1e9 })),
        ),
      ),
    );
    const { intensity, pump } = await partsOf(
      [...world(), ...filed],
      [tableOf('capex_guidance', [[day('2026-02-05'), stated('Amazon', 160)]])],
    );
    expect(intensity.firms).toHaveLength(4);
    const amazon = intensity.firms.find(({ series }) => series === 'amzn')!;
    // 4 · 5 of 4 · 50.
    expect(amazon.periods.at(-1)).toMatchObject({ period: '2025-07-01', intensity: { value: 0.1 } });
    expect(intensity.cross).toMatchObject({ firms: 4, sessions: 13 });
    expect(intensity.cross.p.value!).toBeGreaterThan(0.05);
    // 160 over four firms · four quarters · 20.
    expect(pump.need.operating.value).toBeCloseTo(0.5, 12);
    expect(pump.need.issuance.why).toBe('the base of the ratio is not measured');
  });

  it('takes the worst 5 % of 250 sessions, and Kendall’s τ across firms', () => {
    const market = normals(400, 1);
    const rows = stressRows(market);
    // 5 % of 250, rounded.
    expect(rows).toHaveLength(13);
    expect(rows[0]!).toBeGreaterThanOrEqual(150);
    const bar = Math.max(...rows.map((row) => market[row]!));
    expect([...market.subarray(150)].filter((r) => r <= bar)).toHaveLength(13);
    expect(stressRows(market.subarray(0, 100))).toEqual([]);
    const test = crossSection(Float64Array.of(1, 2, 3, 4, 5, 6), Float64Array.of(6, 5, 4, 3, 2, 1))!;
    // 2 of the 720 orders are as far from 0.
    expect(test.tau).toBe(-1);
    expect(test.p).toBeLessThan(0.01);
    expect(crossSection(Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 2, 3, 4))).toBeUndefined();
  });
});

describe('the need against its bases', () => {
  it('is a share of a flow and a rate of growth of a stock', async () => {
    const months = Array.from({ length: 12 }, (_, k) => ({
      date: parseDay(`2025-${String(k + 1).padStart(2, '0')}-01`),
      value: 100e9,
    }));
    const { pump } = await partsOf(
      [
        columnsOf('us-ig-issuance', months),
        columnsOf('us-corporate-bonds', [{ date: parseDay('2025-07-01'), value: 8e12 }]),
        columnsOf('gdp', [{ date: parseDay('2025-07-01'), value: 30e12 }]),
      ],
      [tableOf('capex_guidance', [[day('2026-02-06'), stated('four firms', 660)]])],
    );
    // 660/1200, 660/30 000, 660/8000 a year.
    expect(pump.need.issuance).toMatchObject({ value: 0.55, unit: 'fraction' });
    expect(pump.need.output.value).toBeCloseTo(0.022, 12);
    expect(pump.need.bonds).toMatchObject({ value: 0.0825, unit: 'fraction-per-year' });
    expect(pump.need.loans.value).toBeNull();
  });
});

describe('the parts on capital spending', () => {
  const guidance = tableOf('capex_guidance', [
    [day('2025-10-01'), stated('Amazon', 120)],
    [day('2026-02-05'), stated('Amazon', 200)],
  ]);
  const statements = tableOf('company_statements', [
    [day('2025-02-01'), statement('Amazon', '2024', 15)],
    [day('2026-02-01'), statement('Amazon', '2025', 30)],
  ]);

  it('do not depend on the order of the series, nor on what is known later', async () => {
    const columns = [...world(), SHARES];
    const told = async (
      all: readonly ObservationColumns[],
      tables: readonly TableRows[],
      instant = INSTANT,
    ) => {
      const { events, intensity, pump } = await partsOf(all, tables, instant);
      return JSON.stringify([events, intensity, pump]).replaceAll(/#[0-9a-f]{6}/g, '');
    };
    const tables = [guidance, statements];
    expect(await told(columns.toReversed(), tables.toReversed())).toBe(await told(columns, tables));
    const early = parseInstant('2025-10-11T01:00Z');
    const known = tables.map((one) => ({ ...one, rows: one.rows.filter(({ knownAt }) => knownAt <= early) }));
    for (const how of ['alter', 'remove', 'withdraw'] as const) {
      const altered = columns.map((one) => later(one, early, how));
      expect(await told(altered, known, early)).toBe(await told(columns, tables, early));
    }
  });

  it('say what to import, give reasons, and are told in three languages without a hole', async () => {
    const odd = tableOf('capex_guidance', [[day('2026-02-05'), stated('<b>x</b>', 5)]]);
    const still = world().map((one) => ({ ...one, values: one.values.map(() => 1) }));
    for (const columns of [[], world(1), world(60), world(), still, [...world(), SHARES]]) {
      for (const tables of [[], [odd], [guidance, statements]]) {
        const { answers, events, intensity, pump } = await partsOf(columns, tables);
        expectTold([events, intensity, pump]);
        for (const language of LANGUAGES) {
          for (const [id, answer] of Object.entries(answers)) {
            const text = storyOf(answer, id, language);
            if (tables.length === 0) expect(text).toMatch(/capex_guidance|company_statements/);
          }
        }
      }
    }
  });
});
