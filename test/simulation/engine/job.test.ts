import { describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '../../../src/diagnosis/answer.ts';
import { type Job, planSellers, runJob } from '../../../src/simulation/engine/job.ts';
import { SELLERS } from '../../../src/simulation/sellers/index.ts';
import { CALM, exampleMarket, stateOf, withFields } from '../sellers/examples.ts';

const IDS = SELLERS.map(({ id }) => id);
const SHOCK = [-0.1, -0.12, -0.04, -0.04, 0.01];
const MARKET = exampleMarket({ ...CALM, hours: 3 });

function jobOf(from: number, to: number): Job {
  const run = { sellers: IDS, shock: SHOCK, over: 60, from, to, keep: [11, 35] };
  return { engine: ENGINE_VERSION, state: stateOf(IDS, MARKET), seed: 4, runs: [run], ladder: true };
}

describe('a job', () => {
  it('gives the same result again, also from a copy of its plain data', () => {
    const first = runJob(jobOf(0, 6));
    expect(runJob(jobOf(0, 6))).toEqual(first);
    expect(runJob(JSON.parse(JSON.stringify(jobOf(0, 6))))).toEqual(first);
  });

  it('is refused by another engine', () => {
    expect(() => runJob({ ...jobOf(0, 1), engine: '0.0.9' })).toThrow(
      /engine of a job must be .* came 0\.0\.9/,
    );
  });

  it('gives a path the same numbers in whatever batch it runs', () => {
    const whole = runJob(jobOf(0, 6)).records[0]!;
    const parts = [runJob(jobOf(0, 2)), runJob(jobOf(2, 6))].map(({ records }) => records[0]!);
    for (const field of ['low', 'final', 'lowMinute', 'healMinutes', 'kept', 'sold', 'bought'] as const) {
      expect(
        parts.flatMap((part) => [...part[field]]),
        field,
      ).toEqual([...whole[field]]);
    }
  });

  it('gives other paths for another seed', () => {
    const first = runJob(jobOf(0, 2)).records[0]!;
    expect(runJob({ ...jobOf(0, 2), seed: 5 }).records[0]!.final).not.toEqual(first.final);
  });
});

describe('bad input', () => {
  const state = stateOf(IDS, MARKET);
  const perpetuals = (change: (params: object) => object) => ({
    ...state,
    sellers: { ...state.sellers, perpetuals: change(state.sellers.perpetuals as object) },
  });
  const assets = (change: (assets: typeof MARKET.assets) => unknown) => ({
    ...state,
    market: { ...MARKET, assets: change(MARKET.assets) as typeof MARKET.assets },
  });

  it.each([
    [
      'negative open interest',
      perpetuals((params) => withFields(params, ['openInterest'], () => -1)),
      /^perpetuals\.venues\.0\.openInterest: .*, came -1$/,
    ],
    [
      'open interest that is no number',
      perpetuals((params) => withFields(params, ['openInterest'], () => Number.NaN)),
      /^perpetuals\.venues\.0\.openInterest: .*NaN/,
    ],
    [
      'tiers whose rates do not ascend',
      perpetuals((params) => withFields(params, ['rate'], (rate) => 0.06 - rate)),
      /^perpetuals\.venues\.0\.tiers: maintenance margin rates must ascend$/,
    ],
    [
      'tiers that do not join',
      perpetuals((params) => withFields(params, ['floor'], (floor) => floor / 2)),
      /^perpetuals\.venues\.0\.tiers: tiers must join from 0 upwards$/,
    ],
    [
      'leverage below 1',
      perpetuals((params) => withFields(params, ['leverage'], () => 0.5)),
      /^perpetuals\.venues\.0\.long\.leverage\.0\.leverage: .*, came 0\.5$/,
    ],
    [
      'a book without depth',
      assets((all) => withFields(all, ['volume'], () => 0)),
      /^market\.assets\.0\..*volume: .*, came 0$/,
    ],
    [
      'a book of linear depth zero',
      assets((all) =>
        all.map((asset) => ({
          ...asset,
          books: asset.books.map((book) => ({ ...book, depth: { law: 'linear', usd: 0 } })),
        })),
      ),
      /^market\.assets\.0\.books\.0\.depth\.usd: .*, came 0$/,
    ],
    [
      'an asset that is not in the market',
      { ...state, sellers: { 'scheduled-flow': { flows: [{ asset: 'tulips', usd: 1, at: 0 }] } } },
      /^scheduled-flow\.asset: not in the market: "tulips"; allowed: btc-usd, /,
    ],
    [
      'a seller that there is not',
      { ...state, sellers: { perpetual: {} } },
      /^sellers: no such seller: "perpetual"; allowed: perpetuals, /,
    ],
  ])('of %s is refused, naming the field', (_, bad, message) => {
    expect(() => planSellers(bad)).toThrow(RangeError);
    expect(() => planSellers(bad)).toThrow(message);
  });

  it('of a shock is refused, naming the run and the asset', () => {
    const run = jobOf(0, 1).runs[0]!;
    const refuse = (shock: number[]) => () => runJob({ ...jobOf(0, 1), runs: [run, { ...run, shock }] });
    // ln(1 − 1.2) is no number.
    expect(refuse([-0.1, Math.log1p(-1.2), 0, 0, 0])).toThrow(
      new RangeError('runs.1.shock.1: a finite log return, came NaN'),
    );
    expect(refuse([-0.1])).toThrow(new RangeError('runs.1.shock: one value an asset, 5, came 1'));
  });
});
