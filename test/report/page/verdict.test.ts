import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/data/series/entry.ts';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { SCOPES, VERDICTS } from '../../../src/diagnosis/scan/answer.ts';
import { kindOfDay } from '../../../src/report/page/verdict/kind-of-day.ts';
import { verdictPage } from '../../../src/report/page/verdict/page.ts';
import { columnsOf, rowsUpTo, viewOf } from '../../diagnosis/scan/synthetic.ts';
import { inventedAnswer } from '../answer.ts';
import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from '../scripts.ts';
import { blockOf, figuresOfAnswer, figuresOn, textOf, wordsOn } from './figures.ts';

const scan = inventedAnswer();

describe('the page of the verdict', () => {
  it.each(LANGUAGES)('takes every figure from the answer: %s', (language) => {
    const known = figuresOfAnswer(scan);
    const shown = figuresOn(verdictPage.compose({ scan }, language));
    expect(shown.length).toBeGreaterThan(40);
    for (const { id, value } of shown) expect(known.get(id)).toBe(value);
  });

  it.each(LANGUAGES)('has no empty word and no placeholder: %s', (language) => {
    const words = wordsOn(verdictPage.compose({ scan }, language)).join('\n');
    expect(words).not.toMatch(/undefined|NaN|\[object/);
    const foreign =
      language === 'zh-Hans' ? TRADITIONAL_ONLY : language === 'zh-Hant' ? SIMPLIFIED_ONLY : /[一-鿿]/;
    expect(words).not.toMatch(foreign);
  });

  it.each(LANGUAGES)('says the kind of day for each verdict and scope, without a date: %s', (language) => {
    const sentences = VERDICTS.flatMap((verdict) =>
      SCOPES.map((scope) => kindOfDay(verdict, scope, language).join('')),
    );
    for (const sentence of sentences) {
      expect(sentence.length).toBeGreaterThan(5);
      expect(sentence).not.toMatch(/\d/);
    }
    const broad = kindOfDay('broad', 'crypto-led', language).join('');
    expect(broad).not.toBe(kindOfDay('indiscriminate', 'crypto-led', language).join(''));
    expect(broad).not.toBe(kindOfDay('broad', 'equity-led', language).join(''));
  });

  it('calls a broad fall led by crypto by that name', () => {
    expect(kindOfDay('broad', 'crypto-led', 'zh-Hans').join('')).toBe(
      '大范围下跌，由加密领跌；但不是「什么都卖」',
    );
  });

  it('draws the classes hardest fall first, the hedges after a rule, and those not measured without a bar', () => {
    const { cells, line } = blockOf(verdictPage.compose({ scan }, 'en').blocks, 'strip');
    const apart = cells.findIndex((one) => one.apart);
    const risk = cells.slice(0, apart);
    expect(risk.length).toBe(scan.joint.classes.length);
    expect(cells.length - apart).toBe(scan.joint.hedges.length);
    const shares = risk.flatMap(({ bar }) => (bar ? [bar.share] : []));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(risk.filter(({ bar }) => bar === undefined).length).toBe(
      scan.joint.classes.filter(({ move }) => move.value === null).length,
    );
    const hardest = Math.max(...scan.joint.classes.map(({ move }) => move.value ?? 0));
    expect(line).toBeCloseTo(-1 / hardest, 12);
  });

  it('lists falls and what held apart, and its bars over the largest change', () => {
    const table = blockOf(verdictPage.compose({ scan }, 'en').blocks, 'table', 'moves');
    const days = table.groups.map(({ rows }) => rows.map(({ cells }) => cells[1]!));
    for (const cell of days[0]!) expect(cell.bar!.share).toBeLessThan(0);
    for (const cell of days[1] ?? []) expect(cell.bar!.share).toBeGreaterThanOrEqual(0);
    expect(Math.max(...days.flat().map(({ bar }) => Math.abs(bar!.share)))).toBe(1);
  });

  it('says what is released next', () => {
    const words = wordsOn(verdictPage.compose({ scan }, 'en')).join('');
    expect(words).toContain('Look next at US high-yield spread: due 2026-02-06 14:00 UTC.');
  });

  it('has reasons instead of figures where nothing is measured', () => {
    const page = verdictPage.compose(
      { scan: inventedAnswer({ empty: true, verdict: 'not-measured' }) },
      'en',
    );
    expect(page.answer.join(' ')).toBe('No verdict: too few asset classes are known');
    for (const { text, value, why } of figuresOn(page)) {
      if (value !== null) continue;
      expect(text).toBe('No value');
      expect(why).not.toBe('');
    }
  });
});

const TO = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');
const sofr = Array.from({ length: 300 }, (_, t) => 0.0365 + (t % 40) * 1e-5);
const view = viewOf(
  [
    columnsOf('sofr', rowsUpTo('sofr', TO, sofr)),
    columnsOf('iorb', rowsUpTo('iorb', TO, new Array(600).fill(0.0365))),
  ],
  INSTANT,
);
const only = (part: string) => explain(view, { window: '5d', part });
const parts = Object.fromEntries(
  await Promise.all(
    [...new Set(Object.values(verdictPage.slots).flatMap(({ needs }) => needs.parts ?? []))].map(
      async (part) => [part, await only(part)] as const,
    ),
  ),
);

describe('the parts of the page of the verdict', () => {
  it.each(
    LANGUAGES,
  )('show the price of cash beside what has no value, each with its reason: %s', (language) => {
    const { blocks } = verdictPage.slots.state!.compose({ scan, parts }, language);
    const { cells } = blockOf(blocks, 'stats');
    expect(cells.length).toBe(4);
    const known = figuresOfAnswer([scan, parts]);
    for (const { id, value } of figuresOn({ blocks })) expect(known.get(id)).toBe(value);
    for (const { note } of cells) expect(textOf(note)).not.toBe('');
  });

  it.each(LANGUAGES)('measure no seller without its data: %s', (language) => {
    const { blocks } = verdictPage.slots.sellers!.compose({ parts }, language);
    const { items } = blockOf(blocks, 'evidence');
    expect(items.map(({ evidence }) => evidence)).toEqual(new Array(5).fill('not-measured'));
  });

  it.each(LANGUAGES)('name the next releases in order: %s', (language) => {
    const { blocks } = verdictPage.slots.watch!.compose({ scan, parts }, language);
    const { items } = blockOf(blocks, 'agenda');
    expect(items.length).toBeGreaterThan(0);
    for (const { what } of items) expect(textOf(what)).not.toBe('');
  });

  it.each(LANGUAGES)('say so where nothing can be simulated: %s', (language) => {
    const { blocks } = verdictPage.slots.forced!.compose({}, language);
    expect(wordsOn({ blocks }).join('').length).toBeGreaterThan(10);
  });
});
