import { cpSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SILENT_PROGRESS } from '../../src/data/effects.ts';
import type { ObservationColumns } from '../../src/data/observation.ts';
import { LANGUAGES } from '../../src/data/series/entry.ts';
import { entryOf } from '../../src/data/series/index.ts';
import { specimenColumns } from '../../src/data/specimen/index.ts';
import { memoryView } from '../../src/data/store/memory.ts';
import { openStore } from '../../src/data/store/open.ts';
import { parseInstant } from '../../src/data/time.ts';
import type { View } from '../../src/data/view.ts';
import { withDerivedSeries } from '../../src/doors/derived-store.ts';
import { planSellers } from '../../src/simulation/engine/job.ts';
import { PathEngine, type Shock } from '../../src/simulation/engine/path.ts';
import type { MarketSpec } from '../../src/simulation/market/spec.ts';
import { SELLERS } from '../../src/simulation/sellers/index.ts';
import type { Seller } from '../../src/simulation/sellers/seller.ts';
import { MARKET_ASSETS } from '../../src/simulation/state/assets.ts';
import { READERS } from '../../src/simulation/state/index.ts';
import { readMarket } from '../../src/simulation/state/market.ts';
import type { SellerState, Setting } from '../../src/simulation/state/reading.ts';
import { midTheta } from '../../src/simulation/state/unknown.ts';
import { describeWithPack } from '../pack.ts';
import { openPack } from '../pack-store.ts';
import {
  EXAMPLES,
  exampleMarket,
  marketChoices,
  shocks,
  sizeFactors,
  stateOf,
  withFields,
} from '../simulation/sellers/examples.ts';
import { settingOf } from '../simulation/state/setting.ts';
import { tempFolder } from '../temp-folder.ts';
import { addedLater, alteredLater, knownUntil, loadLater, reversed } from './later-rows.ts';
import { foreignCharacters } from './scripts.ts';

const IDS = SELLERS.map(({ id }) => id);
const TWO_MINUTES = 120_000;

const shockOf = (moves: readonly number[], over = 60): Shock => ({ moves: Float64Array.from(moves), over });
const FALL = shockOf([-0.15, -0.2, -0.08, -0.08, 0.03]);

/** An engine with some sellers of the catalogue on the example market. */
function engineOf(ids: readonly string[], market: MarketSpec = exampleMarket(), factor = 1): PathEngine {
  return new PathEngine(market, [...planSellers(stateOf(ids, market, factor)).values()]);
}

/** Index of every asset after every step, and what each book's sellers have sold by the end. */
function told(engine: PathEngine, shock: Shock, seed = 3, path = 0): { rows: number[][]; sold: number[] } {
  const rows: number[][] = [];
  engine.run(seed, path, shock, { endStep: ({ index }) => rows.push([...index]) });
  return { rows, sold: [...engine.ledger.sold] };
}

const total = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0);

/**
 * Differences, relative to what was traded: between what was sold, what arbitrage moved and what makers took; between the fills as they were
 * told and the ledger; between the ledger and each seller's own reckoning.
 */
function imbalance(engine: PathEngine, shock: Shock, seed: number): number {
  const { ledger, market, runs } = engine;
  const n = market.books.length;
  const cash = new Float64Array(runs.length);
  const units = new Float64Array(runs.length * n);
  const turnover = new Float64Array(n);
  engine.run(seed, 0, shock, {
    filled(seller, book, quantity, price) {
      cash[seller] = cash[seller]! + quantity * price;
      units[seller * n + book] = units[seller * n + book]! + quantity;
      turnover[book] = turnover[book]! + Math.abs(quantity);
    },
  });
  const usd = 1 + total(ledger.usdSold) + total(ledger.usdBought) + Math.abs(ledger.arbitrageCash);
  const gaps = [(total(ledger.cash) + total(ledger.makersCash) + ledger.arbitrageCash) / usd];
  for (let b = 0; b < n; b++) {
    const size = 1e-6 + turnover[b]! + Math.abs(ledger.arbitrageUnits[b]!);
    const sold = total(runs.map((_, s) => ledger.sold[s * n + b]!));
    gaps.push((sold + ledger.arbitrageUnits[b]! - ledger.makersUnits[b]!) / size);
    for (const [s, run] of runs.entries()) {
      gaps.push((units[s * n + b]! - ledger.sold[s * n + b]!) / size);
      gaps.push((run.balance().sold[b]! - ledger.sold[s * n + b]!) / size);
    }
  }
  for (const [s, run] of runs.entries()) {
    gaps.push((cash[s]! - ledger.cash[s]!) / usd, (run.balance().cash - ledger.cash[s]!) / usd);
  }
  for (let a = 0; a < market.assets.length; a++) {
    const books = market.booksOf(a);
    const moved = total(books.map((b) => ledger.arbitrageUnits[b]!));
    gaps.push(moved / (1e-6 + total(books.map((b) => turnover[b]! + Math.abs(ledger.arbitrageUnits[b]!)))));
  }
  return Math.max(...gaps.map(Math.abs));
}

describe('the catalogue of sellers', () => {
  it('has each id once, in the form of the others, with a reader of its state and an example', () => {
    expect(new Set(IDS).size).toBe(IDS.length);
    for (const id of IDS) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(Object.keys(READERS).sort()).toEqual([...IDS].sort());
    expect(IDS.filter((id) => EXAMPLES[id] === undefined)).toEqual([]);
  });

  it('keeps money and quantity to 1e-9 on every path with all sellers in one market', () => {
    fc.assert(
      fc.property(marketChoices, shocks, sizeFactors, fc.nat(1e6), (choice, moves, factor, seed) => {
        const engine = engineOf(IDS, exampleMarket(choice), factor);
        expect(imbalance(engine, shockOf(moves), seed)).toBeLessThan(1e-9);
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

describe.each(SELLERS.map((entry) => [entry.id, entry] as const))('the seller %s', (id, entry) => {
  const example = EXAMPLES[id]!;

  it('has title and summary in three languages, each in its own script, and a source', () => {
    for (const words of [entry.title, entry.summary]) {
      for (const language of LANGUAGES) expect(words[language].trim()).not.toBe('');
      expect(foreignCharacters(words)).toEqual([]);
    }
    expect(entry.source.trim()).not.toBe('');
  });

  it('says the unit of every number that it takes', () => {
    const numbers = (shape: Shape, path: string): string[] => [
      ...(shape.type === 'number' || shape.type === 'integer'
        ? [`${path}: ${shape.description?.includes('unit: ') ? 'said' : 'no unit'}`]
        : []),
      ...Object.entries(shape.properties ?? {}).flatMap(([name, one]) => numbers(one, `${path}.${name}`)),
      // A list of numbers says it itself.
      ...(shape.items && shape.description === undefined ? numbers(shape.items, path) : []),
    ];
    const found = numbers(z.toJSONSchema(entry.params, { io: 'input' }) as Shape, id);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((line) => line.endsWith('no unit'))).toEqual([]);
  });

  it('trades on the example when everything falls', () => {
    const { ledger } = run(engineOf([id]), FALL);
    expect(total(ledger.usdSold) + total(ledger.usdBought)).toBeGreaterThan(1e6);
  });

  it('keeps money and quantity to 1e-9 on every path, by the ledger and by its own reckoning', () => {
    fc.assert(
      fc.property(marketChoices, shocks, sizeFactors, fc.nat(1e6), (choice, moves, factor, seed) => {
        const engine = engineOf([id], exampleMarket(choice), factor);
        expect(imbalance(engine, shockOf(moves), seed)).toBeLessThan(1e-9);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('does nothing when it has nothing', () => {
    fc.assert(
      fc.property(marketChoices, shocks, (choice, moves) => {
        const market = exampleMarket(choice);
        const { ledger } = run(engineOf([id], market, 0), shockOf(moves));
        expect([...ledger.cash, ...ledger.sold].filter((value) => value !== 0)).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it('runs the same path again to the bit, whatever ran before it', () => {
    const engine = engineOf([id]);
    const first = told(engine, FALL, 3, 7);
    told(engine, shockOf([0.2, 0.2, 0.1, 0.1, 0]), 4, 8);
    expect(told(engine, FALL, 3, 7)).toEqual(first);
    expect(told(engineOf([id]), FALL, 3, 7)).toEqual(first);
  });

  it('never reads a later step: neither a shorter horizon nor another future changes what came before', () => {
    const market = exampleMarket();
    const whole = told(engineOf([id], market), FALL).rows;
    // Cut an hour after a close in New York, so that both know of the same closes.
    const cut = { steps: 24, closes: market.closes.filter((minute) => minute <= 120) };
    expect(told(engineOf([id], { ...market, ...cut }), FALL).rows).toEqual(whole.slice(0, 24));

    const moves = Float64Array.from(FALL.moves);
    const engine = engineOf([id], market);
    const rows: number[][] = [];
    engine.run(3, 0, { moves, over: 600 }, { endStep: ({ index }) => rows.push([...index]) });
    const turned: number[][] = [];
    engine.run(
      3,
      0,
      { moves, over: 600 },
      {
        endStep({ index, step }) {
          turned.push([...index]);
          if (step === 29) moves.fill(-1);
        },
      },
    );
    expect(turned.slice(0, 30)).toEqual(rows.slice(0, 30));
    expect(turned.at(-1)).not.toEqual(rows.at(-1));
  });

  it('refuses what is no size and names the field', () => {
    for (const name of example.sizes) {
      for (const bad of example.signed ? [Number.NaN] : [-1, Number.NaN]) {
        if (name === 'creations' && bad === -1) continue;
        const params = withFields(example.params, [name], () => bad);
        const state = { market: exampleMarket(), sellers: { [id]: params } };
        expect(() => planSellers(state), name).toThrow(
          new RegExp(`^${id}\\.[a-zA-Z0-9.]*\\b${name}: .*(came|received) ${bad}`),
        );
        expect(() => planSellers(state)).toThrow(RangeError);
      }
    }
  });

  it('refuses an asset that is not in the market', () => {
    const strange = JSON.parse(JSON.stringify(example.params).replaceAll('"asset":"', '"asset":"no-'));
    expect(() => planSellers({ market: exampleMarket(), sellers: { [id]: strange } })).toThrow(
      new RegExp(`^${id}\\..*no-`),
    );
  });

  if (entry.side === 'seller') monotone(entry);
});

interface Shape {
  readonly type?: string;
  readonly description?: string;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
}

function run(engine: PathEngine, shock: Shock): PathEngine {
  engine.run(3, 0, shock);
  return engine;
}

/** US dollars at the prices of the start sold by the end of each step, in books so deep that no sale moves them; all but the yen. */
function soldBySteps({ id }: Seller, fall: number): number[] {
  const example = EXAMPLES[id]!;
  const calm = exampleMarket(
    { depth: 1e12, volatility: 1, lasting: 0, refill: 30, makers: 0, stepMinutes: 5, hours: 27 },
    { chance: false },
  );
  const params = withFields(
    example.params,
    Object.keys(example.monotone ?? {}),
    () => Object.values(example.monotone!)[0]!,
  );
  const engine = new PathEngine(calm, [...planSellers({ market: calm, sellers: { [id]: params } }).values()]);
  const rows: number[] = [];
  const yen = calm.assets.findIndex((asset) => asset.id === 'jpy-usd');
  engine.run(
    1,
    0,
    shockOf(
      calm.assets.map((_, a) => (a === yen ? 0 : Math.log1p(fall))),
      0,
    ),
    {
      endStep: ({ assetOf, startPrice }) =>
        rows.push(
          total(engine.ledger.sold.map((units, b) => (assetOf[b] === yen ? 0 : units * startPrice[b]!))),
        ),
    },
  );
  return rows;
}

function monotone(entry: Seller): void {
  it('has sold no less at any step when the price is lower', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.9, max: 0, noNaN: true }),
        fc.double({ min: -0.9, max: 0, noNaN: true }),
        (one, other) => {
          const [deep, shallow] = [
            soldBySteps(entry, Math.min(one, other)),
            soldBySteps(entry, Math.max(one, other)),
          ];
          for (const [step, sold] of shallow.entries()) {
            expect(deep[step], `step ${step}`).toBeGreaterThanOrEqual(sold - 1e-6 * Math.abs(sold) - 1);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
}

const INSTANT = parseInstant('2026-02-06T01:00Z');
const viewOf = (columns: readonly ObservationColumns[]) => memoryView(columns, INSTANT, { entry: entryOf });
const PRICES = Object.fromEntries(MARKET_ASSETS.map(({ id }, k) => [id, 100 + k]));

/** All that a reader says, with its parameters at the middle of its priors. */
function saying(state: SellerState<unknown>): string {
  return JSON.stringify({ ...state, params: state.params(midTheta(state.unknowns)) });
}

const readAll = async (setting: Setting) =>
  new Map(await Promise.all(IDS.map(async (id) => [id, await READERS[id]!(setting)] as const)));

const columns = specimenColumns();
const [base, later, turned, nothing] = await Promise.all(
  [
    columns.map((column) => knownUntil(column, INSTANT)),
    [
      ...columns,
      ...columns.map((column) => alteredLater(column, INSTANT)),
      ...columns.map((column) => addedLater(column, INSTANT)),
    ],
    [...columns]
      .reverse()
      .map((column) => knownUntil(column, INSTANT))
      .map(reversed),
    [],
  ].map((rows) => readAll(settingOf(viewOf(rows), PRICES))),
);

describe.each(IDS)('what %s starts from', (id) => {
  it('is nothing or priors, with sources, on an empty store', () => {
    const state = nothing!.get(id)!;
    for (const { name, low, high, scale, source } of state.unknowns) {
      expect([low < high, scale === 'linear' || low > 0, source.trim() !== ''], name).toEqual([
        true,
        true,
        true,
      ]);
    }
    for (const { name, how, value, inputs } of state.readings) {
      expect([how, inputs, Number.isFinite(value)], name).toEqual(['prior', [], true]);
    }
    expect(state.missing.filter((series) => entryOf(series) === undefined)).toEqual([]);
    expectTaken(id, state, settingMarket());
  });

  it('is taken by the seller, on the specimen', () => {
    expectTaken(id, base!.get(id)!, settingMarket());
  });

  it('does not change a byte when rows known later are altered, added or withdrawn, nor with their order', () => {
    expect(saying(later!.get(id)!)).toBe(saying(base!.get(id)!));
    expect(saying(turned!.get(id)!)).toBe(saying(base!.get(id)!));
  });

  it('names every unknown with what it belongs to, in three languages', () => {
    for (const { name, title } of base!.get(id)!.unknowns) {
      expect(name).toMatch(new RegExp(`^${id}\\.[a-z0-9]+([.-][a-z0-9]+)*$`));
      expect(foreignCharacters(title)).toEqual([]);
    }
  });
});

/** A market with the assets and venues that a setting names. */
function settingMarket(): MarketSpec {
  const like = exampleMarket();
  const books = ['binance', 'bybit', 'okx', 'bitget', 'hyperliquid'].map((venue) => ({
    ...like.assets[0]!.books[0]!,
    venue,
  }));
  const assets = MARKET_ASSETS.map(({ id, kind }, k) => ({
    ...like.assets[kind === 'crypto' ? 0 : 2]!,
    id,
    price: 100 + k,
    ...(kind === 'crypto' ? { books: [...books, like.assets[0]!.books[1]!] } : {}),
  }));
  return { ...like, assets, correlation: assets.map((_, i) => assets.map((_, j) => (i === j ? 1 : 0))) };
}

function expectTaken(id: string, state: SellerState<unknown>, market: MarketSpec): void {
  const ends = (at: 'low' | 'high') =>
    Object.fromEntries(state.unknowns.map((unknown) => [unknown.name, unknown[at]]));
  for (const theta of [midTheta(state.unknowns), ends('low'), ends('high')]) {
    const params = state.params(theta);
    if (params === null) continue;
    expect(planSellers({ market, sellers: { [id]: params } }).size).toBe(1);
  }
}

describeWithPack('what the sellers start from on the real pack', () => {
  it(
    'does not change a byte when rows known later are altered, added or withdrawn, nor does the market',
    async () => {
      const read = async (view: View) => {
        const market = await readMarket({ view, stepMinutes: 5, steps: 288 });
        const setting = { view, start: view.instant, assets: market.assets, stepMinutes: 5, steps: 288 };
        const states = await readAll(setting);
        const spec = market.spec(midTheta(market.unknowns));
        for (const [id, state] of states) expectTaken(id, state, spec);
        const said = [...states].map(([id, state]): [string, string] => [id, saying(state)]);
        return new Map([...said, ['market', JSON.stringify([market, spec])]]);
      };
      const pack = await openPack();
      const home = join(tempFolder(), 'home');
      cpSync(pack.home, home, { recursive: true });
      const before = await read(await pack.asOf(INSTANT));
      await pack.close();
      const effects = { now: () => INSTANT, log: () => {}, progress: () => SILENT_PROGRESS };
      const store = withDerivedSeries(await openStore({ home, effects, entry: entryOf }), effects);
      const ids = (await store.health()).series.map((one) => one.id);
      const receipt = await loadLater(store, ids.filter(entryOf), INSTANT);
      expect(Math.min(receipt.stored / 1000, receipt.tableRows)).toBeGreaterThan(10);
      const after = await read(await store.asOf(INSTANT));
      await store.close();
      for (const [id, text] of before) expect(after.get(id), id).toBe(text);
    },
    TWO_MINUTES,
  );
});
