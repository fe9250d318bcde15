import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/data/series/entry.ts';
import { typstPdf } from '../../src/doors/typst.ts';
import { reportTypst } from '../../src/report/index.ts';
import { inventedAnswer } from '../report/answer.ts';
import { goldenCascade } from '../report/cascade-example.ts';
import { temporaryFolder, tidemark } from './process.ts';

const PACKAGES = {
  'poppler-utils': '/usr/bin/pdftotext',
  'fonts-noto-cjk': '/usr/share/fonts/opentype/noto',
};
const absent = Object.entries(PACKAGES).flatMap(([name, path]) => (existsSync(path) ? [] : [name]));
const runs = absent.length === 0 || process.env.TIDEMARK_PACK_REQUIRED === '1';
if (!runs) {
  process.stderr.write(`the tests of the report on paper do not run: apt-get install ${absent.join(' ')}\n`);
}

const folder = temporaryFolder('paper');

function poppler(tool: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`${tool}: ${stderr}`);
  return stdout;
}

/** Text as pdftotext returns it, without the blanks that justify and wrap it. */
function words(text: string): string {
  return text.replace(/\s+/g, '');
}

describe.skipIf(!runs)('the scan of the specimen as PDF', () => {
  const file = join(folder, 'scan.pdf');
  const asked = ['--specimen', '--home', join(folder, 'home'), '--as-of', '2026-02-12', '--lang', 'zh-Hans'];
  let text: string;

  beforeAll(async () => {
    const { code, out, err } = await tidemark(['scan', ...asked, '--out', file]);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('正在排版 …');
    expect(err).toContain(`wrote ${file}`);
    text = words(poppler('pdftotext', file, '-'));
  });

  it('has every font embedded, in part, with its letters', () => {
    const [, rule, ...fonts] = poppler('pdffonts', file).trimEnd().split('\n');
    expect(rule).toMatch(/^-+ /);
    expect(fonts.length).toBeGreaterThan(3);
    for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +0$/);
    for (const font of fonts) expect(font).toMatch(/\+(Noto(Serif|Sans|SansMono)CJKsc-|DejaVuSansMono )/);
  });

  it('returns the Chinese sentences, the cells of its tables and the notes of the Markdown', async () => {
    const { out } = await tidemark(['scan', ...asked, '--md']);
    expect(text).toContain('模拟');
    const prose = out.split('\n').filter((line) => /^(\*\*\[|[一-鿿])/.test(line) && !line.includes('`'));
    const plain = prose.map((line) => words(line.replace(/\[\^\d+\]|\*\*|\\/g, '').replace(/^\[模拟\]/, '')));
    const long = plain.flatMap((line) => line.split('。')).filter((one) => /^[^\d%]{12,}$/.test(one));
    expect(long.length).toBeGreaterThan(5);
    for (const sentence of long) expect(text).toContain(sentence);
    const rows = out.split('\n').filter((line) => line.startsWith('| ') && line.includes('%'));
    const cells = rows.flatMap((row) => row.split(' | ')).filter((cell) => /^[−+]\d+\.\d+%$/.test(cell));
    expect(cells.length).toBeGreaterThan(50);
    expect(cells.filter((cell) => text.includes(cell)).length).toBeGreaterThan(cells.length / 2);
  });

  it('has the instant for its date and A4 for its pages', () => {
    const info = poppler('pdfinfo', '-isodates', file);
    expect(info).toContain('CreationDate:    2026-02-13T00:00:00Z');
    expect(info).toContain('(A4)');
  });

  it('is the same bytes when made again', async () => {
    const again = join(folder, 'again.pdf');
    expect((await tidemark(['scan', '--fresh', ...asked, '--out', again])).code).toBe(0);
    expect(readFileSync(again).equals(readFileSync(file))).toBe(true);
  });
});

describe.skipIf(!runs)('a chapter on paper', () => {
  it.each<Language>(['en', 'zh-Hans', 'zh-Hant'])('is set in %s with all its signs', (language) => {
    const answers = { scan: inventedAnswer({ simulated: language !== 'en' }), cascade: goldenCascade() };
    const { asOf, dataVersion } = answers.scan;
    const both = { ...answers, cascade: { ...answers.cascade, asOf, dataVersion } };
    expect(Buffer.from(typstPdf(reportTypst(both, language)).subarray(0, 5)).toString()).toBe('%PDF-');
  });
});

describe.skipIf(!runs)('a font that is missing', () => {
  it('is named, with what to install and where else to put it', () => {
    const source = '#set text(font: "Noto Serif CJK Nowhere", fallback: false)\nabc';
    expect(() => typstPdf(source)).toThrow(
      expect.objectContaining({
        message: 'the font "noto serif cjk nowhere" is not installed',
        hint: expect.stringContaining('apt-get install fonts-noto-cjk'),
        exitCode: 1,
      }),
    );
  });

  it.each([
    ['in a sentence', (sign: string) => `a${sign}`],
    [
      'in a picture',
      (sign: string) =>
        `#image(bytes("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>${sign}</text></svg>"), format: "svg")`,
    ],
  ])('ends the report when a sign %s has none: no box stands for it', (_, textOf) => {
    const source = `#set text(font: "Noto Sans CJK SC", fallback: false)\n${textOf('\u{1234a}')}`;
    expect(() => typstPdf(source)).toThrow(
      expect.objectContaining({ message: expect.stringContaining('no font for a sign'), exitCode: 1 }),
    );
  });
});

describe('a report on paper without a file', () => {
  it.each([
    ['pdf', []],
    ['pdf', ['--out', '-']],
    ['docx', []],
    ['docx', ['--out', '-']],
  ])('is refused as %s with the file to name (%j)', async (format, more) => {
    const { code, err } = await tidemark(['report', '--format', format, ...more]);
    expect(code).toBe(2);
    expect(err).toContain(`--format ${format} needs a file`);
    expect(err).toContain(`--out report.${format}`);
  });
});
