import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../../src/data/time.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { HAVENS } from '../../../../src/diagnosis/explain/havens/index.ts';
import { later, randomMarket, viewOf } from '../../scan/synthetic.ts';
import { INSTANT, TO } from './market.ts';

const EARLY = parseInstant('2025-11-04T01:00Z');
const KEYS = Object.keys(HAVENS) as (keyof typeof HAVENS)[];
const SERIES = [...new Set(Object.values(HAVENS).flatMap(({ series }) => series))].filter(
  (id) => !/-[14]h$|\./.test(id),
);

type Columns = ReturnType<typeof randomMarket>;

function market(rows: number): Columns {
  return randomMarket(SERIES, TO, rows, 11);
}

async function partsOf(columns: Columns, instant: number) {
  const answer = await explain(viewOf(columns, instant), { window: '5d', section: 'havens' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.havens!.parts;
}

const COLUMNS = market(800);
const NOW = partsOf(COLUMNS, INSTANT);
const THEN = partsOf(COLUMNS, EARLY);

/** Every figure of an answer, wherever it stands. */
function figuresIn(value: unknown): { value: number | null; why?: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('value' in value && 'unit' in value) return [value as { value: number | null; why?: string }];
  return Object.values(value).flatMap(figuresIn);
}

describe('every part of the havens', () => {
  it('has figures enough of a market that is all there', async () => {
    const parts = await NOW;
    for (const key of KEYS) {
      const known = figuresIn(parts[key]).filter(({ value }) => value !== null);
      expect(known.length, key).toBeGreaterThan(5);
    }
  });

  it.each([
    'alter',
    'remove',
    'withdraw',
  ] as const)('does not change by a byte when rows that are known later are changed: %s', async (how) => {
    const changed = COLUMNS.map((one) => later(one, EARLY, how));
    expect(changed).not.toEqual(COLUMNS);
    const [before, after] = [await THEN, await partsOf(changed, EARLY)];
    for (const key of KEYS) expect(withoutIds(after[key]), key).toBe(withoutIds(before[key]));
  });

  it('does not depend on the order in which the series come', async () => {
    const [one, other] = [await NOW, await partsOf(COLUMNS.toReversed(), INSTANT)];
    for (const key of KEYS) expect(other[key], key).toEqual(one[key]);
  });

  it('gives a reason for each figure that too short a sample does not allow, and computes none of nothing', async () => {
    for (const rows of [1, 30]) {
      const parts = await partsOf(market(rows), INSTANT);
      for (const key of KEYS) {
        const told = figuresIn(parts[key]);
        const unknown = told.filter(({ value }) => value === null);
        // A value of coins needs two days and no more; without them it tells nothing at all.
        if (told.length > 0 && key !== 'cryptoValue') expect(unknown.length, key).toBeGreaterThan(0);
        for (const { why } of unknown) expect(why, key).toMatch(/\w/);
      }
    }
    const empty = await partsOf([], INSTANT);
    for (const key of KEYS) {
      const known = figuresIn(empty[key]).filter(({ value }) => value !== null && value !== 0);
      expect(known, key).toEqual([]);
    }
  });
});

/** An answer as text; ids of figures name the state of the data, which later rows do change. */
function withoutIds(part: unknown): string {
  return JSON.stringify(part, (key, value) => (key === 'id' ? undefined : value));
}

it('tells of an asset by its returns, not by its name: two that change prices change roles and places', async () => {
  const names: Readonly<Record<string, string>> = { gdx: 'tlt', tlt: 'gdx' };
  const swapped = COLUMNS.map((one) => {
    const [id, ...field] = one.series.split('.');
    const other = [names[id!] ?? id, ...field].join('.');
    return { ...one, values: (COLUMNS.find(({ series }) => series === other) ?? one).values };
  });
  const [before, after] = [await NOW, await partsOf(swapped, INSTANT)];
  const role = (parts: typeof before, id: string) => {
    const { asset: _, ...one } = parts.roles!.assets.find(({ asset }) => asset === id)!;
    return figuresIn(one).map(({ value }) => value);
  };
  expect(role(after, 'tlt')).toEqual(role(before, 'gdx'));
  expect(role(after, 'gdx')).toEqual(role(before, 'tlt'));
  const mean = (parts: typeof before, id: string) =>
    parts.havenLeague!.league.find(({ member }) => member === id)!.mean.value;
  expect(mean(after, 'tlt')).toBe(mean(before, 'gdx'));
});
