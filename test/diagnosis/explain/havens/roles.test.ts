import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../../src/data/time.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { HAVEN_ASSETS } from '../../../../src/diagnosis/explain/havens/returns.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../../scan/synthetic.ts';
import { havenMarket, INSTANT, TO } from './market.ts';

async function rolesIn(columns: Parameters<typeof viewOf>[0], asset?: string) {
  const answer = await explain(viewOf(columns, INSTANT), { window: '5d', part: 'roles', asset });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.havens!.parts.roles!;
}

describe('roles', () => {
  it('gives each asset a label with its betas, whichever asset is asked for and in whatever order they come', async () => {
    const columns = havenMarket(500);
    const part = await rolesIn(columns);
    expect(part.assets.map(({ asset }) => asset)).toEqual([...HAVEN_ASSETS]);
    expect(part.assets.slice(0, 4).map(({ role }) => role)).toEqual([
      'diversifier',
      'hedge',
      'risk-asset',
      'safe-haven',
    ]);
    expect(await rolesIn(columns.toReversed())).toEqual(part);
    const [alone] = (await rolesIn(columns, 'gdx')).assets;
    const among = part.assets.find(({ asset }) => asset === 'gdx')!;
    expect([alone!.role, alone!.calm.value, alone!.stress.value]).toEqual([
      among.role,
      among.calm.value,
      among.stress.value,
    ]);
  });

  it('reads the yen as the return of its holder', async () => {
    const columns = havenMarket(400);
    const part = await rolesIn(columns);
    const yen = part.assets.find(({ asset }) => asset === 'usd-jpy')!;
    const rows = columns.find(({ series }) => series === 'usd-jpy')!.values;
    expect(yen.session.value).toBeCloseTo(rows.at(-2)! / rows.at(-1)! - 1, 12);
  });

  it('does not change by what is known later', async () => {
    const early = parseInstant('2025-06-02T01:00Z');
    const columns = havenMarket(500);
    const at = async (all: typeof columns) =>
      (await explain(viewOf(all, early), { window: '5d', part: 'roles' })).havens!.parts.roles;
    const changed = columns.map((one) => later(one, early, 'alter'));
    const [before, after] = [await at(columns), await at(changed)];
    const valuesOf = (part: typeof before) =>
      part!.assets.map(({ role, since, calm, stress }) => [role, since, calm.value, stress.value]);
    expect(valuesOf(after)).toEqual(valuesOf(before));
  });

  it('says that a sample is too short, or empty, and gives no label', async () => {
    for (const columns of [havenMarket(50), havenMarket(1), []]) {
      const { assets } = await rolesIn(columns);
      expect(assets.map(({ role }) => role)).toEqual(HAVEN_ASSETS.map(() => null));
      expect(assets[0]!.calm).toMatchObject({
        value: null,
        why: 'fewer than 60 sessions with sp500',
      });
    }
  });

  it('passes over a series that does not move and one with holes', async () => {
    const columns = havenMarket(400).map((one) =>
      one.series === 'bil' ? { ...one, values: one.values.map(() => 91.5) } : one,
    );
    const gapped = columns.map((one) =>
      one.series === 'gld' ? columnsOf('gld', rowsUpTo('gld', TO, new Array(30).fill(1))) : one,
    );
    const { assets } = await rolesIn(gapped);
    const roleOf = (id: string) => assets.find(({ asset }) => asset === id)!.role;
    expect([roleOf('bil'), roleOf('gld')]).toEqual([null, null]);
    expect(roleOf('gold-front')).toBe('diversifier');
  });
});

describeWithPack('roles in the data pack', () => {
  // statsmodels 0.14 on the CSV files, OLS with HAC (⌊4(n/100)^{2/9}⌋ lags, no correction): GDX from 2020-02-25, 1,501 rows;
  // TLT from 2022-03-07, 989 rows; the dollar index from 2025-02-28, 241 rows, with Newey–West 0.0914723321 for the stress beta.
  it('has the betas that statsmodels gives over the same sessions', async () => {
    const store = await openPack();
    const view = await store.asOf(INSTANT);
    const part = (await explain(view, { window: '5d', part: 'roles' })).havens!.parts.roles!;
    const told = (id: string) => {
      const { role, since, before, calm, stress, correlation } = part.assets.find(
        ({ asset }) => asset === id,
      )!;
      const rounded = [calm, stress, correlation].map(({ value }) => Number(value!.toFixed(10)));
      return [role, since, before, calm.window!.n, ...rounded];
    };
    expect(told('gdx')).toEqual([
      ...['diversifier', null, null, 1501],
      ...[0.5135243149, 0.4652725188, 0.271013731],
    ]);
    expect(told('tlt')).toEqual([
      ...['diversifier', '2022-03-18', 'hedge', 989],
      ...[0.1631690622, 0.0094873131, 0.109381066],
    ]);
    expect(told('dollar-index')).toEqual([
      ...['diversifier', '2025-02-18', 'hedge', 241],
      ...[-0.0091822626, 0.1896436223, 0.1812846136],
    ]);
    const { between, age, stress } = part.assets.find(({ asset }) => asset === 'dollar-index')!;
    expect(between).toEqual({ from: '2024-09-12', to: '2025-03-21' });
    expect(age.band!.low).toBeLessThan(age.value!);
    expect(age.band!.high).toBeGreaterThan(age.value!);
    // Student’s t with 11 degrees of freedom at 95 %: 1.7958848187.
    expect(stress.band!.high - stress.value!).toBeCloseTo(1.7958848187 * 0.0914723321, 9);
    expect(part.assets.find(({ asset }) => asset === 'btc-usd')!.role).toBe('risk-asset');
    await store.close();
  });
});
