import { expect, it } from 'vitest';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { memoryView } from '../../../src/data/store/memory.ts';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { normals } from '../../measures/random.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, rowsUpTo } from '../scan/synthetic.ts';

const OPTIONS = { window: '5d', section: 'flows', part: 'treasury-companies' } as const;
const INSTANT = parseInstant('2026-02-13T01:00Z');
const TO = parseDay('2026-02-11');
const N = 600;

/** Bitcoin walks; the share moves twice as far; one share stands for one coin of 1 held. */
function market(): ObservationColumns[] {
  const steps = normals(N, 3);
  let level = Math.log(90_000);
  const bitcoin = Array.from(steps, (step) => {
    level += 0.02 * step;
    return Math.exp(level);
  });
  const share = bitcoin.map((price) => 100 * (price / 90_000) ** 2);
  const days = rowsUpTo('mstr', TO, share);
  const on = (id: string, values: readonly number[]) =>
    columnsOf(
      id,
      days.map(({ date }, t) => ({ date, value: values[t]! })),
    );
  return [
    on('mstr', share),
    on('btc-usd', bitcoin),
    on('strategy-shares', new Array(N).fill(1000)),
    on('strategy-btc-held', new Array(N).fill(2)),
    on(
      'strategy-mnav',
      share.map((price, t) => (price * 1000 + 5000) / (2 * bitcoin[t]!)),
    ),
  ];
}

async function told(columns: readonly ObservationColumns[], instant = INSTANT) {
  const answer = await explain(memoryView(columns, instant, { entry: entryOf }), OPTIONS);
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return { ...answer.flows!.parts.treasuryCompanies!, needs: answer.flows!.needs };
}

it('measures the ratio by its definition, and what the stated one adds to it', async () => {
  const columns = market();
  const part = await told(columns);
  const [share, bitcoin] = columns.map(({ values }) => values.at(-1)!) as [number, number];
  expect(part.date).toBe('2026-02-11');
  expect(part.mnav.value).toBeCloseTo((share * 1000) / (2 * bitcoin), 12);
  expect(part.added.value).toBeCloseTo(5000, 6);
});

it('finds the elasticity of a share that moves twice as far, and continues it', async () => {
  const part = await told(market());
  // ln P = 2 ln S + constant
  expect(part.beta.value).toBeCloseTo(2, 9);
  const at = part.conditional.find(({ bitcoin }) => bitcoin === 90_000)!;
  expect(at.price.value).toBeCloseTo(100, 6);
  expect(at.price.flags).toEqual(['unproven', 'extrapolated']);
});

it('counts debt, preferred shares and cash once they are imported', async () => {
  const claim = (id: string, value: number) => columnsOf(id, [{ date: parseDay('2026-01-05'), value }]);
  const part = await told([
    ...market(),
    claim('strategy-debt', 7000),
    claim('strategy-preferred', 2000),
    claim('strategy-cash', 4000),
  ]);
  // 7,000 + 2,000 − 4,000 = 5,000 is what the stated ratio counts here
  expect(part.enterprise.value).toBeCloseTo(part.stated.value!, 12);
  expect((await told(market())).enterprise.why).toBe(
    'debt, preferred shares and cash of the company are not known',
  );
});

it('changes no byte for what is known later', async () => {
  const cut = parseInstant('2026-01-20T01:00Z');
  const before = await told(market(), cut);
  for (const how of ['alter', 'remove'] as const) {
    expect(
      await told(
        market().map((columns) => later(columns, cut, how)),
        cut,
      ),
    ).toEqual(before);
  }
});

it('gives reasons for an empty view and for constant prices', async () => {
  const none = await told([]);
  expect(none.mnav.why).toBe('no session has the share, bitcoin, the shares and the holdings');
  expect(none.beta.value).toBeNull();
  expect(none.needs.map(({ series }) => series)).toContain('strategy-debt');
  const flat = await told(market().map((columns) => ({ ...columns, values: columns.values.map(() => 5) })));
  expect(flat.beta.value).toBeNull();
});

describeWithPack('the pack', () => {
  it('agrees with pandas, and shows that the stated ratio is not of the common shares', async () => {
    const view = await (await openPack()).asOf(INSTANT);
    const part = (await explain(view, OPTIONS)).flows!.parts.treasuryCompanies!;
    // pandas on MSTR.csv, btcusdt_binance_1d.csv and mstr_mnav_calc.csv, inner join, up to 2026-02-12; the stated ratio is 1.000
    expect(part.mnav.value).toBeCloseTo(0.8206750891033093, 12);
    expect(part.percentile.value).toBeCloseTo(0.072, 12);
    expect(part.stated.value).toBe(1);
    // the convertible notes of Strategy stood at 8.2 bn
    expect(part.added.value! / 1e9).toBeCloseTo(8.49, 2);
    // numpy: covariance over variance of the last 120 log returns
    expect(part.beta.value).toBeCloseTo(1.2696728632247272, 9);
    // sums of mstr_atm_issuance.csv and mstr_btc_purchases.csv, 2025-11-03 to 2026-02-09
    expect(part.funding).toMatchObject({ from: '2025-11-03', to: '2026-02-09' });
    expect(part.funding.issued.value! / 1e6).toBeCloseTo(7218.4, 6);
  });
});
