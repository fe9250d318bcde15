import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../src/data/series/entry.ts';
import { entryOf } from '../../src/data/series/index.ts';
import { memoryView } from '../../src/data/store/memory.ts';
import { parseInstant } from '../../src/data/time.ts';
import { explain } from '../../src/diagnosis/explain/explain.ts';
import { DERIVED, withDerived } from '../../src/measures/derived/index.ts';
import { pointsOf, sharesOf } from '../../src/report/cascade/amounts.ts';
import { cascadeChapter } from '../../src/report/cascade/chapter.ts';
import { cascadeDesk } from '../../src/report/cascade/desk.ts';
import { figuresIn, textsOf } from '../../src/report/document.ts';
import { reportHtml, reportMarkdown } from '../../src/report/index.ts';
import { plainText } from '../../src/report/inline.ts';
import { CASCADE_WHYS_HANS, CASCADE_WHYS_HANT } from '../../src/report/messages/cascade/whys.ts';
import type { CascadeAnswer } from '../../src/simulation/cascade/answer.ts';
import { exampleCascade, goldenCascade, nothingSold, withoutPerpetuals } from './cascade-example.ts';
import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './scripts.ts';

const markdown = (answer: CascadeAnswer, language: Language = 'en') =>
  reportMarkdown({ cascade: answer }, language);

function blocksOf(answer: CascadeAnswer, language: Language = 'en') {
  let charts = 0;
  return cascadeChapter(cascadeDesk(answer, language, () => ++charts));
}

/** One decimal, U+2212: written here without the report's own formatter. */
const percentText = (fraction: number) => `${(100 * fraction).toFixed(1).replace('-', '−')}%`;

describe('sub-chapter 2.5', () => {
  const answer = exampleCascade();
  const [bitcoin] = answer.falls as [CascadeAnswer['falls'][number]];

  it('tells the fall of the shocked asset with the figures of the answer, and their bands', () => {
    const [, first] = blocksOf(answer);
    const text = plainText(textsOf(first!)[0]!);
    for (const { value, band } of [bitcoin.low, bitcoin.lowAlone, bitcoin.final]) {
      expect(text).toContain(
        `${percentText(value!)} [90%: ${percentText(band!.low)} to ${percentText(band!.high)}]`,
      );
    }
    expect(text).toContain(Math.round(bitcoin.stop.value!).toLocaleString('en-US'));
    expect(text).toContain('not a forecast');
  });

  it('carries every figure that it prints with a number as a figure of the answer', () => {
    const known = new Set<string>();
    JSON.stringify(answer, (key, value) => {
      if (key === 'id' && typeof value === 'string') known.add(value);
      return value;
    });
    const shown = figuresIn(blocksOf(answer));
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.filter(({ figure }) => !known.has(figure.id))).toEqual([]);
  });

  it('prints shares of the sale that add to 100 and shares of the fall that add to the whole', () => {
    const table = blocksOf(answer).find((block) => block.kind === 'table' && block.id === 'cascade-sellers');
    if (table?.kind !== 'table') throw new Error('no table of sellers');
    const numbers = (at: number) =>
      table.groups.map(({ rows }) =>
        rows.map(({ cells }) => Number(plainText(cells[at]!.text).replace('−', '-').replace('%', '') || 0)),
      );
    const [shares, [, shareWhole]] = numbers(3) as [number[], number[]];
    expect(shares.reduce((sum, one) => sum + Math.round(10 * one), 0)).toBe(Math.round(10 * shareWhole!));
    const [causes, [shock, whole]] = numbers(4) as [number[], number[]];
    expect(causes.reduce((sum, one) => sum + Math.round(100 * one), Math.round(100 * shock!))).toBe(
      Math.round(100 * whole!),
    );
    expect(whole).toBeCloseTo(100 * answer.causes[0]!.whole.value!, 1);
  });

  it('marks every paragraph, chart and table of what is simulated, and leaves what was read unmarked', () => {
    for (const block of blocksOf(answer)) {
      if (block.kind !== 'paragraph' && block.kind !== 'chart' && block.kind !== 'table') continue;
      const marked = plainText(textsOf(block)[0]!).startsWith('SIMULATION');
      expect(marked).toBe(!(block.kind === 'table' && block.id === 'cascade-inputs'));
      if (block.kind === 'chart') for (const { svg } of block.draw()) expect(svg).toContain('>SIMULATION<');
    }
  });

  it('is marked once where the whole market is simulated', () => {
    const text = markdown(goldenCascade());
    expect(text).toContain('[SIMULATED]');
    expect(text).not.toContain('SIMULATION');
  });

  it('says how often chance alone would give an effect, and greys what is not beyond it', () => {
    // z(1 − 0.05/2k)/√(n − 1) with k unknowns that have a correlation and n = 10 draws; scipy.stats.norm.ppf.
    const text = markdown(answer);
    const told = answer.unknowns.filter(({ sensitivity }) => sensitivity.value !== null).length;
    expect(told).toBeGreaterThan(20);
    expect(text).toContain('means nothing');
    const table = blocksOf(answer).find((block) => block.kind === 'table' && block.id === 'cascade-unknowns');
    if (table?.kind !== 'table') throw new Error('no table of unknowns');
    expect(table.groups[0]!.rows.every(({ cells }) => cells[3]!.faint)).toBe(true);
  });

  it.each(LANGUAGES)('leaves no hole and no other script in %s', (language) => {
    for (const one of [answer, withoutPerpetuals(), nothingSold()]) {
      const text = markdown(one, language);
      expect(text).not.toMatch(/undefined|NaN|\bnull\b|Infinity|\[object/);
      expect(reportHtml({ cascade: one }, language)).not.toMatch(/undefined|NaN|Infinity|\[object/);
      if (language === 'zh-Hant') expect(text.match(SIMPLIFIED_ONLY)).toBeNull();
      if (language === 'zh-Hans') expect(text.match(TRADITIONAL_ONLY)).toBeNull();
    }
  });
});

describe('sub-chapter 2.5 of a hostile answer', () => {
  it('says that nothing is liquidated where no perpetual venue takes part', () => {
    const text = markdown(withoutPerpetuals());
    expect(text).toContain('No perpetual venue takes part');
    expect(text).not.toContain('of the longs');
    expect(text).not.toContain('what perpetual venues liquidate');
  });

  it('says that nothing is sold, and draws no clock and no ladder', () => {
    const text = markdown(nothingSold());
    expect(text).toContain('Nothing is sold by force');
    expect(text).not.toContain('Busiest from');
    expect(text).not.toContain('The ladder below the price');
  });

  it('tells one asset alone without the others', () => {
    const answer = exampleCascade();
    const only = <T extends { readonly asset: string }>(items: readonly T[]) =>
      items.filter(({ asset }) => asset === 'btc-usd');
    const text = markdown({
      ...answer,
      falls: only(answer.falls),
      causes: only(answer.causes),
      gain: only(answer.gain),
      ladders: only(answer.ladders),
      layers: only(answer.layers),
      leverage: only(answer.leverage),
      contagion: [],
      unknowns: [],
      readings: [],
      missing: [],
    });
    expect(text).not.toContain('Assets that are not named');
    expect(text).not.toContain('When nothing but');
    expect(text).not.toContain('] What nobody can observe');
  });

  it('stands with next to nothing in it', () => {
    const answer = exampleCascade();
    const bare: CascadeAnswer = {
      ...nothingSold(withoutPerpetuals(answer)),
      falls: [],
      causes: [],
      gain: [],
      ladders: [],
      contagion: [],
      tables: [],
      unknowns: [],
      readings: [],
      missing: [],
    };
    for (const language of LANGUAGES) expect(markdown(bare, language)).not.toMatch(/undefined|NaN/);
  });

  it('lets no markup of a title into the page', () => {
    const answer = exampleCascade();
    const evil = '<script>alert(1)</script>';
    const title = { 'zh-Hans': evil, 'zh-Hant': evil, en: evil };
    const html = reportHtml(
      {
        cascade: {
          ...answer,
          falls: answer.falls.map((one) => ({ ...one, title })),
          sellers: answer.sellers.map((one) => ({ ...one, title, summary: title })),
          causes: answer.causes.map((one) => ({
            ...one,
            sellers: one.sellers.map((own) => ({ ...own, title })),
          })),
        },
      },
      'en',
    );
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
  });
});

describe('a report with an explanation and a cascade', () => {
  const INSTANT = parseInstant('2025-10-10T20:50Z');
  const empty = withDerived(memoryView([], INSTANT, { entry: entryOf }), DERIVED);

  it('has 2.5 after the other questions and before the close, once, figures numbered as they are read', async () => {
    const told = await explain(empty, { window: '5d' });
    const cascade = exampleCascade({ dataVersion: told.dataVersion });
    const text = reportMarkdown({ explain: told, cascade }, 'en');
    const headings = [...text.matchAll(/^### (\S+)/gm)].map(([, number]) => number);
    expect(headings.slice(0, 5)).toEqual(['2.1', '2.2', '2.3', '2.4', '2.5']);
    expect(text.match(/^## 2 /gm)).toHaveLength(1);
    const figures = [...text.matchAll(/^\*\*Figure (\d+) /gm)].map(([, number]) => Number(number));
    expect(figures.length).toBeGreaterThan(4);
    expect(figures).toEqual(figures.map((_, k) => k + 1));
  });

  it('refuses answers of different instants', async () => {
    const told = await explain(empty, { window: '5d' });
    expect(() => reportMarkdown({ explain: told, cascade: exampleCascade() }, 'en')).toThrow(
      /answers of one report differ/,
    );
  });

  it('has in table T-2 what was reported beside what is simulated, only where it was asked for', async () => {
    const told = await explain(empty, { window: '5d', section: 'flows' });
    const liquidations = told.flows!.parts.liquidations!;
    const reported = {
      ...told,
      flows: {
        ...told.flows!,
        parts: {
          ...told.flows!.parts,
          liquidations: {
            ...liquidations,
            total: { ...liquidations.total, value: 688e6 },
            longShare: { ...liquidations.longShare, value: 0.8 },
          },
        },
      },
    };
    const cascade = exampleCascade({ dataVersion: told.dataVersion });
    const rowOf = (text: string, name: string) =>
      text
        .split('\n')
        .slice(text.split('\n').findIndex((line) => line.startsWith('**Table T-2')))
        .find((line) => line.startsWith(`| ${name}`));
    const both = reportMarkdown({ explain: reported, cascade }, 'en');
    expect(rowOf(both, 'Liquidated perpetual positions')).toContain('| $688\u202fm |');
    expect(rowOf(both, 'Longs')).toContain('| 80% |');
    expect(both).toMatch(/\| Item \| Simulated[^|]*\| Reported/);
    expect(markdown(cascade)).not.toMatch(/\| Reported/);
  });
});

describe('parts as printed', () => {
  const fraction = fc.double({ min: -0.5, max: 0.9, noNaN: true });

  test.prop([fc.array(fraction, { minLength: 1, maxLength: 15 })])(
    'of a fall add to the printed whole, and none is off by a last digit',
    (parts) => {
      const whole = parts.reduce((sum, part) => sum + part, 0);
      const hundredths = pointsOf(parts, whole).map((text) =>
        Math.round(100 * Number(text.replace('−', '-').replace('%', ''))),
      );
      const printed = Math.sign(whole) * Math.round(Math.abs(whole) * 1e4);
      expect(Math.abs(hundredths.reduce((sum, one) => sum + one, 0) - printed)).toBeLessThanOrEqual(1);
      hundredths.forEach((one, k) => {
        expect(Math.abs(one - parts[k]! * 1e4)).toBeLessThanOrEqual(1.001);
      });
    },
  );

  test.prop([fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 })])(
    'of what is sold add to 100.0 %',
    (weights) => {
      const all = weights.reduce((sum, one) => sum + one, 0);
      const tenths = sharesOf(weights.map((one) => one / all)).map((text) =>
        Math.round(10 * Number(text.replace('%', ''))),
      );
      expect(tenths.reduce((sum, one) => sum + one, 0)).toBe(1000);
    },
  );
});

describe('a reason of a cascade for no value', () => {
  // The reasons that the simulation gives, with their numbers.
  const REASONS = [
    'no path has a value',
    'it falls by less than 0.5 % without forced sale',
    'no path heals within the horizon',
    'nothing is sold by force',
    'nothing is liquidated',
    'the gain passes 1 in less than half of the draws',
    'fewer than 8 draws, or all alike',
  ];

  it.each([
    ['zh-Hans', CASCADE_WHYS_HANS],
    ['zh-Hant', CASCADE_WHYS_HANT],
  ] as const)('has words in %s', (_, whys) => {
    expect(REASONS.filter((reason) => !whys.some(([pattern]) => pattern.test(reason)))).toEqual([]);
  });
});
