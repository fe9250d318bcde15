import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { tiers } from '../../../src/diagnosis/scan/tiers.ts';
import { normals } from '../../measures/random.ts';
import { columnsOf, makerFor, rowsUpTo, viewOf } from './synthetic.ts';

const DAY = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');

/** Closes with the given returns. */
function coin(id: string, returns: ArrayLike<number>) {
  let level = 100;
  const values = [
    level,
    ...Array.from(returns, (r) => {
      level *= 1 + r;
      return level;
    }),
  ];
  return columnsOf(id, rowsUpTo(id, DAY, values));
}

const market = normals(280, 77).map((x) => 0.02 * x);

describe('coins by tier', () => {
  it('give back the beta on falling days that the coins were made with', async () => {
    // On falling days ETH moves by 1.5 times bitcoin exactly, on rising days by 0.2 times: the slope sees the former alone.
    const ether = market.map((r) => (r < 0 ? 1.5 * r : 0.2 * r));
    const solana = market.map((r, t) => (r < 0 ? 2 * r - 0.001 : 0) + (t < 30 ? 0.5 : 0));
    const view = viewOf([coin('btc-usd', market), coin('eth-usd', ether), coin('sol-usd', solana)], INSTANT);
    const found = (await tiers(view, makerFor(view)))!;
    const falling = market.subarray(-250).filter((r) => r < 0).length;
    expect(found.betas.map(({ series }) => series)).toEqual(['eth-usd', 'sol-usd']);
    expect(found.betas[0]!.beta.value).toBeCloseTo(1.5, 9);
    expect(found.betas[1]!.beta.value).toBeCloseTo(2, 9);
    expect(found.betas.map(({ n }) => n.value)).toEqual([falling, falling]);
  });

  it('says why there is no test where a side has one coin, and tells the difference all the same', async () => {
    const view = viewOf(
      [
        coin('btc-usd', market),
        coin('eth-usd', market),
        coin(
          'xrp-usd',
          normals(280, 5).map((x) => 0.03 * x),
        ),
      ],
      INSTANT,
    );
    const found = (await tiers(view, makerFor(view)))!;
    expect(found.counts).toEqual({ alts: 1, majors: 2 });
    expect(found.day.difference.value).not.toBeNull();
    expect(found.day.pValue.value).toBeNull();
    expect(found.day.pValue.why).toBe('fewer than two coins on one side, or coins that moved alike');
    expect(found.recent.pValue.value).not.toBeNull();
    expect(found.tiers.map(({ tier }) => tier)).toEqual(['majors', 'large-alts']);
    expect(found.leftOut).toContain('zec-usd');
  });

  it('is null without altcoins, without majors, and for a history of fewer than 20 days', async () => {
    const alone = viewOf([coin('btc-usd', market), coin('eth-usd', market)], INSTANT);
    expect(await tiers(alone, makerFor(alone))).toBeNull();
    const alts = viewOf([coin('xrp-usd', market), coin('sol-usd', market)], INSTANT);
    expect(await tiers(alts, makerFor(alts))).toBeNull();
    const short = market.subarray(0, 15);
    const young = viewOf([coin('btc-usd', short), coin('xrp-usd', short)], INSTANT);
    expect(await tiers(young, makerFor(young))).toBeNull();
  });

  it('has no beta from fewer than thirty falling days', async () => {
    const few = market.subarray(0, 40);
    const view = viewOf(
      [
        coin('btc-usd', few),
        coin(
          'xrp-usd',
          few.map((r) => 2 * r),
        ),
      ],
      INSTANT,
    );
    const found = (await tiers(view, makerFor(view)))!;
    expect(found.betas[0]!.beta.value).toBeNull();
    expect(found.betas[0]!.n.value).toBe(few.filter((r) => r < 0).length);
  });
});
