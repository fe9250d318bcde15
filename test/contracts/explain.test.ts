import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SILENT_PROGRESS } from '../../src/data/effects.ts';
import type { ObservationColumns } from '../../src/data/observation.ts';
import { entryOf } from '../../src/data/series/index.ts';
import { specimenColumns } from '../../src/data/specimen/index.ts';
import { memoryView } from '../../src/data/store/memory.ts';
import { openStore } from '../../src/data/store/open.ts';
import { parseInstant } from '../../src/data/time.ts';
import { figuresOf } from '../../src/data/trace.ts';
import type { View } from '../../src/data/view.ts';
import { type ExplainAnswer, SECTION_IDS, SECTIONS } from '../../src/diagnosis/explain/answer.ts';
import { explain } from '../../src/diagnosis/explain/explain.ts';
import type { ExplainPart } from '../../src/diagnosis/explain/part.ts';
import { FORMULAS } from '../../src/diagnosis/formulas.ts';
import { withDerivedSeries } from '../../src/doors/derived-store.ts';
import { DERIVED, withDerived } from '../../src/measures/derived/index.ts';
import { describeWithPack } from '../pack.ts';
import { openPack } from '../pack-store.ts';
import { tempFolder } from '../temp-folder.ts';
import { SUMMED, sumsOf } from './explain-sums.ts';
import { addedLater, alteredLater, knownUntil, loadLater, reversed } from './later-rows.ts';

const INSTANT = parseInstant('2026-02-06T01:00Z');
const TWO_MINUTES = 120_000;

const PARTS = SECTION_IDS.flatMap((section) =>
  Object.entries<ExplainPart>(SECTIONS[section]).map(([key, part]) => ({ section, key, part, id: part.id })),
);
type Listed = (typeof PARTS)[number];

const ask = (view: View) => explain(view, { window: '5d' });
const viewOf = (columns: readonly ObservationColumns[]) =>
  withDerived(memoryView(columns, INSTANT, { entry: entryOf }), DERIVED);

function partOf(answer: ExplainAnswer, { section, key }: Listed): unknown {
  return (answer[section]?.parts as Readonly<Record<string, unknown>>)[key];
}

const bytes = (answer: ExplainAnswer, one: Listed) => JSON.stringify(partOf(answer, one));
const figuresIn = (answer: ExplainAnswer, one: Listed) => figuresOf({ part: partOf(answer, one) });

describe('the catalogue of parts', () => {
  it('has unique ids in the form of the first word of a path, and a title and a source for each', () => {
    expect(new Set(PARTS.map(({ id }) => id)).size).toBe(PARTS.length);
    for (const { id, part } of PARTS) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(Object.values(part.title).every((title) => title.trim() !== '')).toBe(true);
      for (const { text, source } of part.formulas) expect([text, source]).not.toContain('');
    }
  });

  it('reads only series that the catalogue or the derived ones have, each named once', () => {
    const view = viewOf([]);
    for (const { id, part } of PARTS) {
      expect(
        part.series.filter((series) => view.entry(series) === undefined),
        id,
      ).toEqual([]);
    }
  });

  it('looks at the sums of every part that says of figures that they sum', () => {
    const saying = PARTS.filter(({ part }) =>
      part.formulas.some(({ text }) => /\bsums? to\b|by subtraction/.test(text)),
    );
    expect(saying.map(({ id }) => id).filter((id) => !SUMMED.includes(id))).toEqual([]);
    expect(SUMMED.filter((id) => !PARTS.some((one) => one.id === id))).toEqual([]);
  });
});

/** What a reader with every figure null can still be told: what is supposed, published lines, how much of a span has values. */
const WITHOUT_DATA = [
  'projection-pace',
  'flow-slope-citi',
  'flow-claim',
  'etf-exhaustion-line',
  'ladder-flow-coverage',
  'stance-pace',
  'stance-equivalent',
  'stance-offset',
];

function expectSound(answer: ExplainAnswer, one: Listed): void {
  const formulas = new Map(FORMULAS.map((formula) => [formula.id, formula]));
  for (const { id, of, value, why, unit, band } of figuresIn(answer, one)) {
    expect(id.startsWith(`explain:${one.id}.`), id).toBe(true);
    expect(formulas.has(of.formula), `${id}: ${of.formula}`).toBe(true);
    expect(unit, id).not.toBe('');
    expect(value === null ? (why ?? '') : 'measured', id).not.toBe('');
    if (band)
      expect([band.low <= band.high, band.level > 0, band.level <= 1], id).toEqual([true, true, true]);
  }
  if (!SUMMED.includes(one.id)) return;
  for (const { of, total, parts } of sumsOf(one.id, figuresIn(answer, one))) {
    const size = parts.reduce((sum, part) => sum + Math.abs(part), Math.abs(total));
    const gap = Math.abs(parts.reduce((sum, part) => sum + part, 0) - total);
    expect(gap, of).toBeLessThanOrEqual(1e-12 * size);
  }
}

const columns = specimenColumns();
const soFar = columns.map((column) => knownUntil(column, INSTANT));

const [base, later, turned, nothing] = await Promise.all([
  ask(viewOf(soFar)),
  ask(
    viewOf([
      ...columns,
      ...columns.map((column) => alteredLater(column, INSTANT)),
      ...columns.map((column) => addedLater(column, INSTANT)),
    ]),
  ),
  ask(viewOf([...soFar].reverse().map(reversed))),
  ask(viewOf([])),
]);

describe.each(PARTS)('the part $id of $section on the specimen', (one) => {
  it('is of its own formulas, has a reason for what it lacks, and sums to what it says', () => {
    expectSound(base, one);
  });

  it('does not change a byte when rows known later are altered, added or withdrawn', () => {
    expect(bytes(later, one)).toBe(bytes(base, one));
  });

  it('does not change a byte with the order in which rows were loaded', () => {
    expect(bytes(turned, one)).toBe(bytes(base, one));
  });

  it('has nothing but reasons to say of an empty store', () => {
    expectSound(nothing, one);
    const told = figuresIn(nothing, one).filter(({ value }) => value !== null);
    expect(told.filter(({ of }) => !WITHOUT_DATA.includes(of.formula)).map(({ id }) => id)).toEqual([]);
  });
});

describe('what is told around the parts', () => {
  const around = ({ liquidity, drivers, flows, havens, network, ...head }: ExplainAnswer) =>
    JSON.stringify([head, [liquidity, drivers, flows, havens, network].map((section) => section?.needs)]);

  it('knows no later row and no order either', () => {
    expect(around(later)).toBe(around(base));
    expect(around(turned)).toBe(around(base));
  });

  it('names every series of the parts as missing where there is none', () => {
    for (const section of SECTION_IDS) {
      const parts = PARTS.filter((one) => one.section === section).flatMap(({ part }) => part.series);
      expect(nothing[section]?.needs.map(({ series }) => series).sort()).toEqual([...new Set(parts)].sort());
    }
  });
});

describeWithPack('the parts on the real pack', () => {
  it(
    'do not change a byte when rows known later are altered, added or withdrawn, and are sound',
    async () => {
      const pack = await openPack();
      const home = join(tempFolder(), 'home');
      cpSync(pack.home, home, { recursive: true });
      const before = await ask(await pack.asOf(INSTANT));
      await pack.close();
      const effects = { now: () => INSTANT, log: () => {}, progress: () => SILENT_PROGRESS };
      const store = withDerivedSeries(await openStore({ home, effects, entry: entryOf }), effects);
      const receipt = await loadLater(
        store,
        [...new Set(PARTS.flatMap(({ part }) => part.series))].filter(entryOf),
        INSTANT,
      );
      expect(Math.min(receipt.stored / 1000, receipt.tableRows)).toBeGreaterThan(10);
      const after = await ask(await store.asOf(INSTANT));
      await store.close();
      expect(after.dataVersion).toBe(before.dataVersion);
      for (const one of PARTS) {
        expect(bytes(after, one), one.id).toBe(bytes(before, one));
        expectSound(before, one);
      }
    },
    TWO_MINUTES,
  );
});
