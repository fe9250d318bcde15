import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareUpperTail, normalCdf } from '../../src/math/distributions.ts';
import { stream } from '../../src/math/random.ts';
import { type CascadeBook, simulateBookCascade } from '../../src/simulation/book-cascade.ts';

const [STEPS, WIDTH] = [60, 0.001];

/** A ladder whose density falls off with distance, in whole dollars so that sums of it are exact. */
function smooth(levels: number, total: number, width = WIDTH): Float64Array {
  return Float64Array.from({ length: levels + 1 }, (_, j) =>
    Math.round(total * -Math.expm1((-j * width) / 0.08)),
  );
}

/** A ladder of whole dollars with an amount at each of some levels. */
function steps(levels: number, amounts: Record<number, number>): Float64Array {
  const ladder = new Float64Array(levels + 1);
  for (let j = 1; j <= levels; j++) ladder[j] = ladder[j - 1]! + (amounts[j] ?? 0);
  return ladder;
}

function shock(size: number, count = STEPS): Float64Array {
  const drift = new Float64Array(count);
  drift[0] = size;
  return drift;
}

const BOOK: CascadeBook = {
  drift: shock(-0.02),
  volatility: 0.003,
  impact: 6e-7,
  decay: 0.98,
  binWidth: WIDTH,
  longs: smooth(400, 12e9),
  shorts: smooth(400, 6e9),
};

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0) / values.length;

/** The model as it is written down: every level looked at in every round. */
function oracle(book: CascadeBook, seed: number, path: number) {
  const random = stream(seed, path);
  const fan: number[] = [];
  let [f, q] = [0, 0];
  const reached = { longs: 0, shorts: 0 };
  const pushed = () =>
    book.law === 'linear' ? book.impact * q : Math.sign(q) * book.impact * Math.sqrt(Math.abs(q));
  const furthest = (ladder: Float64Array, distance: number) => {
    let level = 0;
    for (let j = 1; j < ladder.length; j++) if (Math.floor(distance / book.binWidth) >= j) level = j;
    return level;
  };
  for (const expected of book.drift) {
    f += expected + book.volatility * random.normal();
    q *= book.decay;
    for (let moved = true; moved; ) {
      moved = false;
      for (const side of ['longs', 'shorts'] as const) {
        const y = f - pushed();
        const level = furthest(book[side], side === 'longs' ? -y : y);
        if (level <= reached[side]) continue;
        const amount = book[side][level]! - book[side][reached[side]]!;
        q += side === 'longs' ? amount : -amount;
        reached[side] = level;
        moved = true;
      }
    }
    fan.push(f - pushed());
  }
  const lowest = Math.min(0, ...fan);
  return {
    fan,
    lowest,
    highest: Math.max(0, ...fan),
    sold: book.longs[reached.longs]!,
    bought: book.shorts[reached.shorts]!,
    stepOfLowest: fan.indexOf(lowest),
  };
}

describe('the cascade in one book', () => {
  it.each([
    'square-root',
    'linear',
  ] as const)('is, path by path, what a slow reading of the %s model gives', (law) => {
    const book = { ...BOOK, law, impact: law === 'linear' ? 8e-12 : BOOK.impact };
    const fan = new Float64Array(40 * STEPS);
    const paths = simulateBookCascade(book, 11, 5, 45, fan);
    for (let i = 0; i < 40; i++) {
      const wanted = oracle(book, 11, 5 + i);
      for (const [t, y] of wanted.fan.entries()) expect(fan[i * STEPS + t]).toBeCloseTo(y, 12);
      expect(paths.lowest[i]).toBeCloseTo(wanted.lowest, 12);
      expect(paths.highest[i]).toBeCloseTo(wanted.highest, 12);
      expect(paths.final[i]).toBe(fan[i * STEPS + STEPS - 1]);
      expect([paths.sold[i], paths.bought[i], paths.stepOfLowest[i]]).toEqual([
        wanted.sold,
        wanted.bought,
        wanted.stepOfLowest,
      ]);
    }
    expect(mean(paths.sold)).toBeGreaterThan(0);
    expect(mean(paths.bought)).toBeGreaterThan(0);
  });

  it('runs over two levels exactly when the first pushes the price to the second', () => {
    // Closed form: S₁ = 4e8 at 2 %, S₂ = 5e8 at 5 %, k = 1e-6: the push of S₁ is 1e-6·√4e8 = 2 %, of both 1e-6·√9e8 = 3 %.
    // The second is reached when shock − 2 % ≤ −5 %, so at a shock of 3 %, where the price falls to −6 %; just before, to −4.99 %.
    const atShock = (size: number) => {
      const longs = steps(60, { 20: 4e8, 50: 5e8 });
      const book = { ...BOOK, drift: shock(size, 1), volatility: 0, impact: 1e-6, longs };
      const { lowest, sold } = simulateBookCascade(book, 1, 0, 1);
      return [lowest[0]!, sold[0]!];
    };
    expect(atShock(-0.0199)).toEqual([-0.0199, 0]);
    const [touched, first] = atShock(-0.0201);
    expect(touched).toBeCloseTo(-0.0401, 14);
    expect(first).toBe(4e8);
    const [short, still] = atShock(-0.0299);
    expect(short).toBeCloseTo(-0.0499, 14);
    expect(still).toBe(4e8);
    const [over, both] = atShock(-0.0301);
    expect(over).toBeCloseTo(-0.0601, 14);
    expect(both).toBe(9e8);
  });

  it('buys shorts back as it sells longs: the market turned upside down is the same market', () => {
    const book = { ...BOOK, volatility: 0 };
    const [down, up] = [book, { ...book, drift: shock(0.02), longs: book.shorts, shorts: book.longs }].map(
      (one) => simulateBookCascade(one, 1, 0, 1),
    );
    expect(up!.highest[0]).toBe(-down!.lowest[0]!);
    expect(up!.final[0]).toBe(-down!.final[0]!);
    expect([up!.bought[0], up!.sold[0]]).toEqual([down!.sold[0], down!.bought[0]]);
    expect(down!.sold[0]).toBeGreaterThan(0);
  });

  it('heals at the rate of the decay once nothing more is sold', () => {
    // Closed form: 4e8 sold at once, k = 1e-6, d = 0.81: √0.81 = 0.9, so the push is 0.02·0.9^t.
    const book = {
      ...BOOK,
      drift: shock(-0.03, 5),
      volatility: 0,
      impact: 1e-6,
      decay: 0.81,
      longs: steps(30, { 20: 4e8 }),
    };
    const fan = new Float64Array(5);
    const paths = simulateBookCascade(book, 1, 0, 1, fan);
    for (let t = 0; t < 5; t++) expect(fan[t]).toBeCloseTo(-0.03 - 0.02 * 0.9 ** t, 14);
    expect(paths.stepOfLowest[0]).toBe(0);
  });

  it('closes a position once, and sells what lies beyond the last level never', () => {
    const drift = Float64Array.of(-0.5, 0.5, -0.5);
    const book = { ...BOOK, drift, volatility: 0, decay: 1, longs: steps(10, { 10: 1e9 }) };
    expect(simulateBookCascade(book, 1, 0, 1).sold[0]).toBe(1e9);
    expect(simulateBookCascade({ ...book, longs: Float64Array.of(0) }, 1, 0, 1).sold[0]).toBe(0);
  });

  it('ends, with every order filled once, at a price that has no bottom', () => {
    const drift = Float64Array.of(-1e308, -1e308, 1);
    const book = { ...BOOK, drift, longs: steps(3, { 1: 5, 3: 7 }), shorts: steps(3, { 2: 4 }) };
    const { lowest, sold, bought } = simulateBookCascade(book, 1, 0, 1);
    expect([lowest[0], sold[0], bought[0]]).toEqual([Number.NEGATIVE_INFINITY, 12, 0]);
  });

  it('gives a path the same numbers in whatever batch it runs', () => {
    const whole = simulateBookCascade(BOOK, 3, 0, 30);
    const parts = [0, 1, 13, 30].slice(0, -1).map((from, k) => ({ from, to: [1, 13, 30][k]! }));
    for (const { from, to } of parts) {
      const part = simulateBookCascade(BOOK, 3, from, to);
      for (const [name, values] of Object.entries(part))
        expect([...values]).toEqual([...whole[name as keyof typeof whole].subarray(from, to)]);
    }
  });
});

describe('a book without forced orders', () => {
  const [n, paths, volatility] = [24, 40_000, 0.01];
  const none = Float64Array.of(0);
  const book = { ...BOOK, drift: new Float64Array(n), volatility, longs: none, shorts: none };
  const walk = simulateBookCascade(book, 2026, 0, paths);

  it('is a random walk whose lowest step follows the discrete arcsine law', () => {
    // Sparre Andersen (1954): P(lowest of S_0 … S_n at k) = u_k u_{n−k}, u_k = C(2k, k)/4^k, for any symmetric continuous law of a step.
    const u = [1];
    for (let k = 1; k <= n; k++) u.push((u[k - 1]! * (2 * k - 1)) / (2 * k));
    const counts = new Float64Array(n + 1);
    for (const step of walk.stepOfLowest) counts[step + 1]!++;
    const statistic = counts.reduce((sum, count, k) => {
      const expected = paths * u[k]! * u[n - k]!;
      return sum + (count - expected) ** 2 / expected;
    }, 0);
    // One seed in 10,000 would fail a sound generator.
    expect(chiSquareUpperTail(statistic, n)).toBeGreaterThan(1e-4);
  });

  it('falls as far as Spitzer’s identity says, and as far beyond a level as the reflection principle', () => {
    // Spitzer (1956): E max(0, S_1 … S_n) = Σ E S_k⁺/k = σ/√(2π) Σ k^(−1/2); five standard errors of the mean of 40,000.
    const expected =
      (-volatility / Math.sqrt(2 * Math.PI)) *
      mean(Array.from({ length: n }, (_, k) => n / Math.sqrt(k + 1)));
    const average = mean(walk.lowest);
    const error = Math.sqrt((mean(walk.lowest.map((y) => y * y)) - average ** 2) / paths);
    expect(Math.abs(average - expected)).toBeLessThan(5 * error);
    // 2Φ(−(a + βσ)/(σ√n)), β = −ζ(1/2)/√(2π) = 0.5826: Broadie, Glasserman & Kou (1997), whose error is o(1/√n); allowed: 0.005 for
    // that and five binomial standard errors, 5·√(p(1 − p)/40,000) ≤ 0.0125.
    for (const a of [0.02, 0.05, 0.08]) {
      const wanted = 2 * normalCdf(-(a + 0.5826 * volatility) / (volatility * Math.sqrt(n)));
      const found = mean(walk.lowest.map((y) => (y <= -a ? 1 : 0)));
      expect(Math.abs(found - wanted)).toBeLessThan(0.005 + 5 * Math.sqrt((wanted * (1 - wanted)) / paths));
    }
  });

  it('has no cascade: impact changes nothing', () => {
    expect(simulateBookCascade({ ...book, impact: 1 }, 2026, 0, 50).final).toEqual(
      walk.final.subarray(0, 50),
    );
  });
});

/** Ladders of 1 to 80 levels with whole dollars, many levels empty. */
const ladders = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5e8 })), { minLength: 1, maxLength: 80 })
  .map((amounts) => steps(amounts.length, Object.fromEntries(amounts.map((usd, j) => [j + 1, usd]))));

const markets = fc.record({
  longs: ladders,
  shorts: ladders,
  impact: fc.double({ min: 0, max: 3e-6, noNaN: true }),
  size: fc.double({ min: -0.04, max: 0.04, noNaN: true }),
  volatility: fc.double({ min: 0, max: 0.01, noNaN: true }),
  seed: fc.nat(1e6),
});

// While quantities do not decay: with decay an earlier sale is forgotten sooner, and a larger shock may leave a higher low on a path.
describe('while quantities do not decay, on the same random numbers', () => {
  const run = (book: Partial<CascadeBook>, seed: number) => {
    const fan = new Float64Array(6 * STEPS);
    const paths = simulateBookCascade({ ...BOOK, decay: 1, ...book }, seed, 0, 6, fan);
    return { ...paths, fan };
  };
  const below = (a: Float64Array, b: Float64Array) => a.every((y, k) => y <= b[k]! + 1e-12);

  it('more longs, fewer shorts or a larger shock never give a higher price at any step', () => {
    fc.assert(
      fc.property(
        markets,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.02, noNaN: true }),
        ({ longs, shorts, impact, size, volatility, seed }, share, more) => {
          const cut = (ladder: Float64Array) => ladder.map((usd) => Math.floor(usd * share));
          const base = { longs: cut(longs), shorts, impact, volatility, drift: shock(size) };
          const { fan, sold } = run(base, seed);
          for (const change of [{ longs }, { shorts: cut(shorts) }, { drift: shock(size - more) }]) {
            const worse = run({ ...base, ...change }, seed);
            expect(below(worse.fan, fan)).toBe(true);
            expect(worse.sold.every((usd, i) => usd >= sold[i]!)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('a thinner book never gives a higher price when there are longs alone', () => {
    fc.assert(
      fc.property(markets, fc.double({ min: 1, max: 3, noNaN: true }), (one, times) => {
        const { longs, impact, size, volatility, seed } = one;
        const base = { longs, shorts: Float64Array.of(0), impact, volatility, drift: shock(size) };
        const thinner = run({ ...base, impact: impact * times }, seed);
        expect(below(thinner.fan, run(base, seed).fan)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('the price stands below that without impact by the impact of what was sold less what was bought', () => {
    fc.assert(
      fc.property(markets, ({ longs, shorts, impact, size, volatility, seed }) => {
        const base = { longs, shorts, volatility, drift: shock(size) };
        const free = run({ ...base, impact: 0 }, seed).final;
        const { final, sold, bought } = run({ ...base, impact }, seed);
        for (let i = 0; i < 6; i++) {
          const net = sold[i]! - bought[i]!;
          expect(free[i]! - final[i]!).toBeCloseTo(Math.sign(net) * impact * Math.sqrt(Math.abs(net)), 12);
        }
      }),
      { numRuns: 60 },
    );
  });
});

it('halving the width of the bins changes the median final fall by less than 2 %', () => {
  const median = (width: number) => {
    const levels = Math.round(0.4 / width);
    const book = {
      ...BOOK,
      binWidth: width,
      longs: smooth(levels, 12e9, width),
      shorts: smooth(levels, 6e9, width),
    };
    return simulateBookCascade(book, 5, 0, 1001).final.toSorted()[500]!;
  };
  for (const width of [0.002, 0.001, 0.0005]) {
    expect(Math.abs(median(width / 2) / median(width) - 1)).toBeLessThan(0.02);
  }
});

describe('what is not a market', () => {
  const ladder = Float64Array.of(0, 1, 2);
  it.each<[RegExp, Partial<CascadeBook>]>([
    [/drift of step 1.*NaN/, { drift: Float64Array.of(0, Number.NaN) }],
    [/volatility.*-0.1/, { volatility: -0.1 }],
    [/volatility/, { volatility: Number.NaN }],
    [/impact/, { impact: Number.POSITIVE_INFINITY }],
    [/impact/, { impact: -1 }],
    [/law.*cubic/, { law: 'cubic' as 'linear' }],
    [/decay.*1.1/, { decay: 1.1 }],
    [/decay/, { decay: Number.NaN }],
    [/bin width.*-0.1/, { binWidth: -0.1 }],
    [/bin width.*0/, { binWidth: 0 }],
    [/longs must start from 0/, { longs: new Float64Array(0) }],
    [/longs must start from 0.*came 5/, { longs: Float64Array.of(5, 6) }],
    [/longs must not descend, came 1 after 2/, { longs: Float64Array.of(0, 2, 1) }],
    [/longs\[2\].*NaN/, { longs: Float64Array.of(0, 2, Number.NaN) }],
    [/shorts must not descend/, { shorts: Float64Array.of(0, -2) }],
    [/shorts\[1\]/, { shorts: Float64Array.of(0, Number.POSITIVE_INFINITY) }],
  ])('is refused with the name of the field: %s', (message, change) => {
    const act = () => simulateBookCascade({ ...BOOK, longs: ladder, shorts: ladder, ...change }, 1, 0, 1);
    expect(act).toThrow(RangeError);
    expect(act).toThrow(message);
  });

  it.each([
    [/from/, -1, 3],
    [/to/, 3, 2],
    [/to/, 0, 1.5],
    [/seed/, 0, 1, -1],
  ])('is refused with the name of the field: %s', (message, from, to, seed = 1) => {
    expect(() => simulateBookCascade(BOOK, seed, from, to)).toThrow(message);
  });

  it('is refused with a fan of another size, and no path at all is no error', () => {
    expect(() => simulateBookCascade(BOOK, 1, 0, 2, new Float64Array(STEPS))).toThrow(/fan.*2 paths/);
    expect(simulateBookCascade(BOOK, 1, 4, 4).lowest).toHaveLength(0);
    expect([...simulateBookCascade({ ...BOOK, drift: new Float64Array(0) }, 1, 0, 1).final]).toEqual([0]);
  });
});
