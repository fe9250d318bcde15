import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/data/figure.ts';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { endOfDay, formatDay, MS_PER_DAY } from '../../../src/data/time.ts';
import { analogues } from '../../../src/diagnosis/scan/analogues.ts';
import { RISK_CLASSES, scanAnswer } from '../../../src/diagnosis/scan/answer.ts';
import { flight } from '../../../src/diagnosis/scan/flight.ts';
import { jointFall } from '../../../src/diagnosis/scan/joint.ts';
import { JOINT_FORMULAS } from '../../../src/diagnosis/scan/joint-formulas.ts';
import { shock } from '../../../src/diagnosis/scan/shock.ts';
import { figuresOf, IDS, LAST, type LastDay, syntheticColumns, viewOf } from './synthetic-market.ts';

const HOUR = 3_600_000;
/** One hour after the UTC day: the spread and the yield of the day are not yet published. */
const NIGHT = endOfDay(LAST) + HOUR;
const DAYS_LATER = endOfDay(LAST) + 3 * MS_PER_DAY + 20 * HOUR;
const FEW_DRAWS = { seed: 3, draws: 5 };

const EVERYTHING_FELL: LastDay = {
  spy: -0.05,
  qqq: -0.05,
  eem: -0.05,
  'us-hy-oas': 0.004,
  gld: -0.04,
  slv: -0.06,
  'copper-front': -0.05,
  gdx: -0.06,
  uso: -0.06,
  'btc-usd': -0.1,
  tlt: 0.02,
  'dollar-index': 0.015,
  'usd-jpy': -0.02,
  bil: 0,
  sp500: -0.05,
  'us-2y': -0.001,
  'us-5y-market': -0.001,
};

async function all(columns: readonly ObservationColumns[], instant: number) {
  const view = viewOf(columns, instant);
  const figures = figuresOf(view);
  return {
    joint: await jointFall(view, figures, FEW_DRAWS),
    analogues: await analogues(view, figures),
    flight: await flight(view, figures),
    shock: await shock(view, figures),
  };
}

function figuresIn(answer: unknown): Figure[] {
  if (Array.isArray(answer)) return answer.flatMap(figuresIn);
  if (answer === null || typeof answer !== 'object') return [];
  return 'formula' in ((answer as Figure).of ?? {})
    ? [answer as Figure]
    : Object.values(answer).flatMap(figuresIn);
}

describe('the joint fall of a synthetic market', () => {
  const columns = syntheticColumns(EVERYTHING_FELL);

  it('is broad across assets when every class fell and the hedges rose', async () => {
    const { joint, flight, shock } = await all(columns, DAYS_LATER);
    expect([joint.verdict, joint.scope]).toEqual(['broad', 'cross-asset']);
    expect([joint.rank.value, joint.leftOut]).toEqual([1, []]);
    expect(joint.hedges.map(({ hedge, held }) => [hedge, held])).toEqual([
      ['treasuries', true],
      ['dollar', true],
      ['yen', true],
      ['cash', true],
    ]);
    expect(joint.hedges[2]?.change.value).toBeCloseTo(1 / 0.98 - 1, 12);
    expect([flight.kind, shock.kind]).toEqual(['to-treasuries-and-dollar', 'growth']);
  });

  it('is indiscriminate when Treasuries and the yen fell too', async () => {
    const { joint, flight } = await all(
      syntheticColumns({ ...EVERYTHING_FELL, tlt: -0.03, 'usd-jpy': 0.03, 'gold-front': -0.04 }),
      NIGHT,
    );
    expect(joint.verdict).toBe('indiscriminate');
    expect(flight.kind).toBe('to-dollar-cash');
  });

  it('leaves out and names what is not yet known, and scores the rest', async () => {
    const { joint, shock } = await all(columns, NIGHT);
    expect(joint.leftOut.map(({ what, reason }) => [what, reason])).toEqual([['credit', 'not-yet-known']]);
    expect(joint.leftOut[0]?.title.en).toBe('Credit (US high-yield spread (OAS))');
    const credit = joint.classes.find(({ assetClass }) => assetClass === 'credit');
    expect([credit?.move.value, credit?.contribution.value, credit?.members]).toEqual([null, null, []]);
    expect(joint.verdict).toBe('broad');
    expect(shock.kind).toBe('growth');
    expect([shock.yield2y.of.series, shock.yield2y.flags]).toEqual([['us-5y-market'], ['proxy']]);
  });

  it('does not name a shock when neither the 2-year yield nor its proxy is known', async () => {
    const { shock } = await all(
      columns.filter(({ series }) => series !== 'us-5y-market'),
      NIGHT,
    );
    expect([shock.kind, shock.yield2y.value]).toEqual(['not-measured', null]);
    expect(shock.yield2y.why).toMatch(/^the value of 2016-12-30 is released at 2017-01-03T21:15Z/);
  });

  it('names a single member that is not known while its class stays', async () => {
    const without = columns.map((column) => (column.series === 'slv' ? cut(column, 1) : column));
    const { joint } = await all(without, DAYS_LATER);
    expect(joint.leftOut.map(({ what, reason }) => [what, reason])).toEqual([['slv', 'missing']]);
    const metals = joint.classes.find(({ assetClass }) => assetClass === 'metals');
    expect(metals?.members.map(({ id }) => id)).toEqual(['gld', 'copper-front', 'gdx']);
  });

  it('names a hedge that is not known, and does not guess it', async () => {
    const { joint } = await all(
      columns.filter(({ series }) => series !== 'tlt'),
      DAYS_LATER,
    );
    expect(joint.leftOut.map(({ what, reason }) => [what, reason])).toEqual([['tlt', 'missing']]);
    expect(joint.hedges.map(({ hedge }) => hedge)).toEqual(['dollar', 'yen', 'cash']);
    expect(joint.verdict).toBe('broad');
  });

  it('has no value, and says why, when fewer than three classes are known', async () => {
    const few = columns.filter(({ series }) => series === 'spy' || series === 'gld');
    const { joint, analogues } = await all(few, NIGHT);
    expect([joint.verdict, joint.scope, joint.score.value]).toEqual(['not-measured', 'not-measured', null]);
    expect(joint.score.why).toBe('2 of 5 classes are known for 2016-12-30, 3 are needed');
    expect(joint.leftOut.map(({ what }) => what)).toContain('crypto');
    expect(analogues.days).toEqual([]);
  });

  it('has no value in an empty store', async () => {
    const { joint, shock, flight } = await all([], NIGHT);
    expect([joint.verdict, joint.score.value, joint.history, shock.kind, flight.kind]).toEqual([
      'not-measured',
      null,
      [],
      'not-measured',
      'undecided',
    ]);
  });

  it('speaks of the last session that had closed', async () => {
    const { joint } = await all(columns, endOfDay(LAST) - 10 * HOUR);
    expect(joint.history.at(-1)?.date).toBe('2016-12-29');
    const weekend = await all(columns, endOfDay(LAST) + MS_PER_DAY);
    expect(weekend.joint.history.at(-1)?.date).toBe('2016-12-30');
  });

  it('is the exact sum of the points of its classes', async () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const { joint } = await all(syntheticColumns({ spy: -0.03, gld: -0.03, uso: 0.01 }, seed), NIGHT);
      const points = joint.classes.map(({ contribution }) => contribution.value ?? 0);
      expect(points.reduce((sum, part) => sum + part, 0)).toBe(joint.score.value);
    }
  });

  it('falls in line with its history: rank, percentile, rate and histogram agree', async () => {
    const { joint } = await all(syntheticColumns({}, 4), NIGHT);
    const n = joint.of.value as number;
    expect(joint.histogram.reduce((sum, count) => sum + count, 0)).toBe(n);
    const scores = joint.history.map(({ score }) => score).filter((score) => score !== null);
    expect(joint.history).toHaveLength(250);
    expect(scores.at(-1)).toBe(joint.score.value);
    const atLeast = ((joint.perYear.value as number) * n) / 252;
    expect(atLeast).toBeCloseTo(n * (1 - (joint.percentile.value as number)), 6);
    expect(joint.rank.value).toBeLessThanOrEqual(atLeast + 1e-6);
  });

  it('never falls when a member falls more', async () => {
    const member = fc.constantFrom('spy', 'eem', 'gld', 'gdx', 'uso', 'btc-usd');
    const move = fc.double({ min: -0.1, max: 0.05, noNaN: true });
    await fc.assert(
      fc.asyncProperty(
        member,
        move,
        fc.double({ min: 0, max: 0.1, noNaN: true }),
        async (id, first, more) => {
          const score = async (last: number) =>
            (await all(syntheticColumns({ spy: -0.02, gld: -0.02, [id]: last }), NIGHT)).joint.score
              .value as number;
          expect(await score(first - more)).toBeGreaterThanOrEqual(await score(first));
        },
      ),
      { numRuns: 8 },
    );
  });

  it('does not depend on the order in which series are stored', async () => {
    const turned = [...columns].reverse();
    expect(JSON.stringify(await all(turned, NIGHT))).toBe(JSON.stringify(await all(columns, NIGHT)));
  });

  it('does not change by a byte when what is known later changes', async () => {
    const day = fc.integer({ min: LAST - 200, max: LAST });
    await fc.assert(
      fc.asyncProperty(day, fc.double({ min: 0.1, max: 3, noNaN: true }), async (date, factor) => {
        const instant = endOfDay(date) + HOUR;
        const altered = syntheticColumns().map((column) => ({
          ...column,
          values: column.values.map((value, i) =>
            (column.knownAt[i] as number) > instant ? value * factor : value,
          ),
        }));
        expect(JSON.stringify(await all(altered, instant))).toBe(
          JSON.stringify(await all(syntheticColumns(), instant)),
        );
      }),
      { numRuns: 10 },
    );
  });

  it('gives figures that fit the contract, of formulas that are catalogued', async () => {
    const answer = await all(columns, NIGHT);
    const { joint, analogues, flight, shock } = scanAnswer.shape;
    joint.parse(answer.joint);
    analogues.parse(answer.analogues);
    flight.parse(answer.flight);
    shock.parse(answer.shock);
    const known = new Set(JOINT_FORMULAS.map(({ id }) => id));
    const used = new Set(figuresIn(answer).map(({ of }) => of.formula));
    expect([...used].filter((id) => !known.has(id))).toEqual([]);
    expect([...known].filter((id) => !used.has(id))).toEqual([]);
  });

  it('carries the flags of its values', async () => {
    const flagged = columns.map((column) =>
      column.series === 'uso' ? { ...column, flags: column.flags.map(() => 4) } : column,
    );
    const { joint } = await all(flagged, NIGHT);
    expect(joint.score.flags).toContain('suspect');
    const energy = joint.classes[RISK_CLASSES.indexOf('energy')];
    expect(energy?.members[0]?.z.flags).toEqual(['suspect']);
  });
});

describe('the analogues of a synthetic market', () => {
  it('find the day that was like today, and what followed it', async () => {
    const at = 300;
    const columns = syntheticColumns(EVERYTHING_FELL).map((column) => repeatLastMove(column, at));
    const { analogues } = await all(columns, DAYS_LATER);
    const spx = columns[IDS.indexOf('sp500')] as ObservationColumns;
    const nearest = analogues.days[0];
    expect(nearest?.date).toBe(formatDay(spx.dates[at] as number));
    const after = nearest?.after.find(({ series, sessions }) => series === 'sp500' && sessions === 5);
    expect(after?.change.value).toBeCloseTo(
      (spx.values[at + 5] as number) / (spx.values[at] as number) - 1,
      12,
    );
  });

  it('are ten different days before today, nearest first, at least five sessions apart', async () => {
    const { analogues } = await all(syntheticColumns(), NIGHT);
    const distances = analogues.days.map(({ distance }) => distance.value as number);
    const days = analogues.days.map(({ date }) => Date.parse(date) / MS_PER_DAY).sort((a, b) => a - b);
    expect(days).toHaveLength(10);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(Math.max(...days)).toBeLessThan(LAST);
    for (let i = 1; i < days.length; i++)
      expect((days[i] as number) - (days[i - 1] as number)).toBeGreaterThan(4);
  });

  it('say so when an aftermath has not ended, and count only those that have', async () => {
    const columns = syntheticColumns(EVERYTHING_FELL);
    const sessions = columns[0]?.dates.length as number;
    const repeated = columns.map((column) => repeatLastMove(column, sessions - 12));
    const { analogues } = await all(repeated, DAYS_LATER);
    const recent = analogues.days[0]?.after.filter(({ series }) => series === 'sp500') ?? [];
    expect(recent.map(({ change }) => change.value === null)).toEqual([false, false, true, true]);
    expect(recent[2]?.change.why).toBe('20 sessions have not passed since');
    const fan = analogues.fan.find(({ series }) => series === 'sp500')?.horizons ?? [];
    const ended = (n: number) =>
      analogues.days.filter(({ after }) =>
        after.some(
          ({ series, sessions, change }) => series === 'sp500' && sessions === n && change.value !== null,
        ),
      ).length;
    expect(fan.map(({ n }) => n)).toEqual([1, 5, 20, 60].map(ended));
  });
});

/** The series without its last `n` rows. */
function cut(column: ObservationColumns, n: number): ObservationColumns {
  const keep = <T extends { slice(from: number, to: number): T }>(values: T) => values.slice(0, -n);
  return {
    ...column,
    dates: keep(column.dates),
    times: keep(column.times),
    values: keep(column.values),
    knownAt: keep(column.knownAt),
    flags: keep(column.flags),
    rules: keep(column.rules),
  };
}

/** The move of the last session, made once more on an earlier row. */
function repeatLastMove(column: ObservationColumns, at: number): ObservationColumns {
  const { values } = column;
  const last = values.length - 1;
  const price = !['us-hy-oas', 'us-2y', 'us-5y-market'].includes(column.series);
  const [end, before] = [values[last] as number, values[last - 1] as number];
  const level = values[at - 1] as number;
  const wanted = price ? (level * end) / before : level + end - before;
  const shift = price ? wanted / (values[at] as number) : wanted - (values[at] as number);
  return {
    ...column,
    values: values.map((value, i) => (i < at ? value : price ? value * shift : value + shift)),
  };
}
