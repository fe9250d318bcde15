import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/data/series/entry.ts';
import type { ScanAnswer, ScanInstrument } from '../../../src/diagnosis/scan/answer.ts';
import { panoramaBlocks } from '../../../src/report/compose/panorama.ts';
import { deskFor } from '../../../src/report/desk.ts';
import { scanPage } from '../../../src/report/page/scan/page.ts';
import { rareFalls } from '../../../src/report/page/scan/rare.ts';
import { inventedAnswer } from '../answer.ts';
import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from '../scripts.ts';
import { blockOf, figuresOfAnswer, figuresOn, textOf, wordsOn } from './figures.ts';

const scan = inventedAnswer();

/** The answer with the percentile of some instruments set. */
function withPercentiles(values: Readonly<Record<string, number>>): ScanAnswer {
  const set = (one: ScanInstrument) => ({
    ...one,
    percentile: { ...one.percentile, value: values[one.id] ?? 0.5 },
  });
  return { ...scan, instruments: scan.instruments.map(set) };
}

describe('the page of the scan', () => {
  it.each(LANGUAGES)('takes every figure from the answer: %s', (language) => {
    const known = figuresOfAnswer(scan);
    const shown = figuresOn(scanPage.compose({ scan }, language));
    expect(shown.length).toBeGreaterThan(200);
    for (const { id, value } of shown) expect(known.get(id)).toBe(value);
  });

  it.each(LANGUAGES)('has no empty word and no placeholder: %s', (language) => {
    const words = wordsOn(scanPage.compose({ scan }, language)).join('\n');
    expect(words).not.toMatch(/undefined|NaN|\[object/);
    const foreign =
      language === 'zh-Hans' ? TRADITIONAL_ONLY : language === 'zh-Hant' ? SIMPLIFIED_ONLY : /[一-鿿]/;
    expect(words).not.toMatch(foreign);
  });

  it('calls a class rare when half its members fell as on one day in a hundred, and names the rarest of the others', () => {
    const crypto = scan.instruments.filter(({ assetClass }) => assetClass === 'crypto');
    const half = crypto.slice(0, Math.ceil(crypto.length / 2));
    const answer = withPercentiles({
      ...Object.fromEntries(half.map(({ id }) => [id, 0.01])),
      'silver-front': 0.002,
    });
    const { classes, singles, indices } = rareFalls(deskFor(answer, 'en'));
    expect(classes).toEqual(['crypto']);
    expect(singles.map(({ id }) => id)).toEqual(['silver-front']);
    expect(indices).not.toBe(true);
    const sentence = scanPage.compose({ scan: answer }, 'en').answer.join(' ');
    expect(sentence).toMatch(/^\d+ of \d+ fell; rare for crypto and Silver/);
  });

  it('calls nothing rare beyond one day in a hundred', () => {
    const answer = withPercentiles(Object.fromEntries(scan.instruments.map(({ id }) => [id, 0.0101])));
    expect(rareFalls(deskFor(answer, 'en'))).toMatchObject({ classes: [], singles: [] });
    expect(scanPage.compose({ scan: answer }, 'en').answer.join(' ')).toMatch(/none of the falls is rare$/);
  });

  it('never calls a rise rare', () => {
    const rose = scan.instruments.filter(({ change }) => (change.day.value ?? 0) > 0);
    const answer = withPercentiles(Object.fromEntries(rose.map(({ id }) => [id, 0])));
    expect(rareFalls(deskFor(answer, 'en'))).toMatchObject({ classes: [], singles: [] });
  });

  it('has a row for every instrument, with "since" of this year stepped back and an older one in ink', () => {
    const { groups, columns } = blockOf(scanPage.compose({ scan }, 'en').blocks, 'table', 'cross-asset');
    const rows = groups.flatMap((group) => group.rows);
    expect(rows.length).toBe(scan.instruments.length);
    const at = columns.findIndex(({ key }) => key === 'since');
    for (const { cells } of rows) {
      const year = /(\d{4})$/.exec(textOf(cells[at]!.text))?.[1];
      if (year !== undefined) expect(cells[at]!.faint ?? false).toBe(year === '2026');
    }
  });

  it('gives yields no bar beside prices', () => {
    const { groups, columns } = blockOf(scanPage.compose({ scan }, 'en').blocks, 'table', 'cross-asset');
    const at = columns.findIndex(({ key }) => key === 'day');
    for (const { cells } of groups.flatMap((group) => group.rows)) {
      expect(cells[at]!.bar === undefined).toBe(/bp|No value/.test(textOf(cells[at]!.text)));
    }
  });

  it.each(LANGUAGES)('loses no block of the report’s chapter: %s', (language) => {
    let charts = 0;
    const desk = deskFor(scan, language);
    const all = panoramaBlocks(desk, () => ++charts).flatMap((block) => ('id' in block ? [block.id] : []));
    const page = scanPage.compose({ scan }, language);
    const folds = blockOf(page.blocks, 'panel', 'chapter').blocks;
    const slots = folds.map((_, at) => scanPage.slots[`chapter-${at + 1}`]!.compose({ scan }, language));
    const read = slots.flatMap(({ blocks }) => blocks).flatMap((block) => ('id' in block ? [block.id] : []));
    expect(new Set([...read, 'matrix', 'n-1'])).toEqual(new Set([...all, 'matrix', 'n-1']));
  });
});
