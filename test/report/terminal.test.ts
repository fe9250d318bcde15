import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/data/series/entry.ts';
import { scanText } from '../../src/report/terminal.ts';
import { folded } from '../../src/report/terminal-fold.ts';
import { inventedAnswer } from './answer.ts';

/** Width by the East Asian Width property, for the characters used here: ideographs and full-width signs are two columns. */
function columns(text: string): number {
  return [...text].reduce(
    (sum, char) => sum + (/[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]/.test(char) ? 2 : 1),
    0,
  );
}

const PLAIN = { width: 80, colour: false };

describe.each(LANGUAGES)('the first screen of a scan in %s', (language) => {
  it('fits the width it was given', () => {
    for (const width of [40, 50, 60, 80, 100, 110, 120, 160]) {
      for (const line of scanText(inventedAnswer(), language, { width, colour: false }).split('\n')) {
        expect(columns(line), line).toBeLessThanOrEqual(width);
      }
    }
  });

  it('draws the last closes where there is room, and the same words without them where there is none', () => {
    const wide = scanText(inventedAnswer(), language, { width: 140, colour: false });
    expect(wide).toMatch(/[▁▂▃▄▅▆▇█]{5,20}$/m);
    expect(scanText(inventedAnswer(), language, { width: 100, colour: false })).not.toMatch(/[▁▂▃▅▆▇█]/);
  });

  it('lines up its columns, Chinese or not', () => {
    const lines = scanText(inventedAnswer(), language, { width: 100, colour: false }).split('\n');
    const rows = lines.filter((line) => /[\u2212+]\d+\.\d%\s{2,}\S/.test(line));
    expect(rows.length).toBeGreaterThan(8);
    const end = (line: string) => columns(/^.*?[\u2212+]\d+\.\d%(?=\s{2})/.exec(line)?.[0] as string);
    const first = rows.slice(0, 5).map(end);
    expect(new Set(first).size).toBe(1);
  });

  it('is the same each time, without a control character when colour is off', () => {
    const text = scanText(inventedAnswer(), language, PLAIN);
    expect(scanText(inventedAnswer(), language, PLAIN)).toBe(text);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it('says the same words in colour', () => {
    const coloured = scanText(inventedAnswer(), language, { width: 80, colour: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
    const bare = coloured.replace(/\u001b\[\d+m/g, '');
    expect(coloured).not.toBe(bare);
    expect(bare.replace(/ +$/gm, '')).toBe(scanText(inventedAnswer(), language, PLAIN).replace(/ +$/gm, ''));
  });

  it('says that data are simulated, above the title and in it', () => {
    const word = { en: 'SIMULATED', 'zh-Hans': '模拟', 'zh-Hant': '模擬' }[language];
    const text = scanText(inventedAnswer({ simulated: true }), language, PLAIN);
    expect(text.split('\n')[0]?.startsWith(word)).toBe(true);
    expect((text.match(new RegExp(`\\[${word}\\]`, 'g')) ?? []).length).toBeGreaterThanOrEqual(6);
    expect(scanText(inventedAnswer(), language, PLAIN)).not.toContain(word);
  });

  it('says what has no value', () => {
    const text = scanText(
      inventedAnswer({ empty: true, verdict: 'not-measured', scope: 'not-measured' }),
      language,
      PLAIN,
    );
    expect(text).not.toMatch(/NaN|null|undefined/);
    expect(text).toContain({ en: 'No value', 'zh-Hans': '没有数值', 'zh-Hant': '沒有數值' }[language]);
  });
});

describe('a text folded', () => {
  it('breaks between words and between Chinese characters, never before a closing sign', () => {
    expect(folded('one two three', 8)).toEqual(['one two', 'three']);
    expect(folded('比特币跌了。', 10)).toEqual(['比特币跌', '了。']);
    expect(folded('', 10)).toEqual([]);
    expect(folded('unbreakable', 4)).toEqual(['unbreakable']);
  });

  it('is refused a screen too narrow to read', () => {
    expect(() => scanText(inventedAnswer(), 'en', { width: 20, colour: false })).toThrow(RangeError);
    expect(() => scanText(inventedAnswer(), 'en', { width: 80.5, colour: false })).toThrow(RangeError);
  });
});
