import { describe, expect, it } from 'vitest';
import { chooseFormat } from '../../../src/doors/cli/format.ts';

const choose = (options: Parameters<typeof chooseFormat>[0]) =>
  chooseFormat(options, ['md', 'html', 'json'], 'md');

describe('the format of an answer', () => {
  it('is --format or its short form, else the ending of --out, else the default', () => {
    expect(choose({ format: 'html' })).toBe('html');
    expect(choose({ json: true })).toBe('json');
    expect(choose({ out: 'x/report.HTML' })).toBe('html');
    expect(choose({ out: 'report.html', md: true })).toBe('md');
    expect(choose({ out: 'report.txt' })).toBe('md');
    expect(choose({})).toBe('md');
  });

  it('may be said twice when both say the same', () => {
    expect(choose({ format: 'json', json: true })).toBe('json');
  });

  it('refuses two formats, and one that there is not', () => {
    expect(() => choose({ md: true, json: true })).toThrow('two formats asked for: md and json');
    expect(() => choose({ format: 'pdf' })).toThrow(
      expect.objectContaining({ exitCode: 2, hint: 'allowed: md, html, json' }),
    );
  });
});
