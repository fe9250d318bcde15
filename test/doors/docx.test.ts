import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/data/series/entry.ts';
import { docxBytes } from '../../src/doors/docx.ts';
import { withRaster } from '../../src/doors/raster.ts';
import { composeReport } from '../../src/report/compose/report.ts';
import { reportDocx } from '../../src/report/index.ts';
import { inventedAnswer } from '../report/answer.ts';
import { goldenCascade } from '../report/cascade-example.ts';
import { temporaryFolder, tidemark } from './process.ts';
import { unzip, xmlProblems, type ZipEntry } from './zip.ts';

function answers(simulated: boolean) {
  const scan = inventedAnswer({ simulated });
  const { asOf, dataVersion } = scan;
  return { scan, cascade: { ...goldenCascade(), asOf, dataVersion } };
}

async function parts(language: Language, simulated = false): Promise<ReadonlyMap<string, ZipEntry>> {
  return unzip(Buffer.from(await docxBytes(reportDocx(answers(simulated), language))));
}

function all(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found]) => found as string);
}

function wordsOf(xml: string): string {
  return all(xml, /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g).join('');
}

describe.each<Language>(['en', 'zh-Hans', 'zh-Hant'])('a report as a document of Word in %s', (language) => {
  let entries: ReadonlyMap<string, ZipEntry>;
  let body: string;
  let notes: string;

  beforeAll(async () => {
    entries = await parts(language, language !== 'en');
    body = entries.get('word/document.xml')?.text as string;
    notes = entries.get('word/footnotes.xml')?.text as string;
  });

  it('is well-formed in every part', () => {
    const xml = [...entries].filter(([path]) => /\.(?:xml|rels|svg)$/.test(path));
    expect(xml.length).toBeGreaterThan(10);
    for (const [path, { text }] of xml)
      expect({ path, problems: xmlProblems(text) }).toEqual({ path, problems: [] });
  });

  it('has a footnote for every mark, numbered in the order of the marks', () => {
    const marks = all(body, /<w:footnoteReference w:id="(\d+)"\/>/g);
    const made = all(notes, /<w:footnote w:id="([1-9]\d*)">/g);
    expect(marks.length).toBeGreaterThan(10);
    expect(marks).toEqual(marks.map((_, index) => String(index + 1)));
    expect(made).toEqual(marks);
  });

  it('has every note of the report, also of a table that is folded away under its chart', () => {
    const { notes: all } = composeReport(answers(language !== 'en'), language);
    const made = [...notes.matchAll(/<w:footnote w:id="[1-9]\d*">/g)];
    expect(all.length).toBeGreaterThan(10);
    expect(made).toHaveLength(all.length);
  });

  it('leads every later mention and every link to a bookmark that is there', () => {
    const made = all(body, /w:bookmarkStart[^>]* w:name="([^"]+)"/g);
    const names = new Set(made);
    expect(names.size).toBe(made.length);
    const mentions = all(body, /w:instr=" NOTEREF (\S+) /g);
    expect(mentions.length).toBeGreaterThan(5);
    const anchors = [...all(body, /w:anchor="([^"]+)"/g), ...all(notes, /w:anchor="([^"]+)"/g)];
    for (const name of [...mentions, ...anchors]) expect(names).toContain(name);
  });

  it('says in its notes what the figures are of, and where their ids are', () => {
    const note = all(notes, /(<w:footnote w:id="[1-9].*?<\/w:footnote>)/g).map(wordsOf);
    const title = { en: 'Notes', 'zh-Hans': '注释', 'zh-Hant': '註釋' }[language];
    expect(note.filter((one) => one.includes('btc-usd')).length).toBeGreaterThan(0);
    for (const one of note) expect(one).toMatch(new RegExp(`\\.[a-z{]|${title} \\d`));
  });

  it('has the headings of the outline, and heads that repeat', () => {
    const styles = entries.get('word/styles.xml')?.text as string;
    expect(styles).toMatch(/w:styleId="Heading1".*?<w:outlineLvl w:val="0"\/>/);
    expect(all(body, /<w:pStyle w:val="(Title)"\/>/g)).toHaveLength(1);
    expect(all(body, /<w:pStyle w:val="(Heading1)"\/>/g).length).toBeGreaterThan(2);
    const tables = all(body, /<w:pStyle w:val="(Caption)"\/>/g).length;
    expect(tables).toBeGreaterThan(3);
    expect(all(body, /(<w:tblHeader\/>)/g).length).toBeGreaterThan(3);
  });

  it('is A4 with the margins of the design, and names its language and its Chinese fonts', () => {
    // 210 × 297 mm, 62 and 48 px at 96 dpi, in twentieths of a point
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(body).toMatch(/<w:pgMar w:top="930" w:right="720" w:bottom="930" w:left="720"/);
    const styles = entries.get('word/styles.xml')?.text as string;
    const [tag, font] =
      language === 'zh-Hant' ? ['zh-TW', 'Microsoft JhengHei'] : ['zh-CN', 'Microsoft YaHei'];
    expect(styles).toContain(`w:eastAsia="${tag}"`);
    expect(styles).toContain(`w:eastAsia="${font}"`);
    expect(body.includes('w:hint="eastAsia"')).toBe(language !== 'en');
  });

  it('shows its charts as pictures with words for those who do not see them', () => {
    const pictures = all(body, /<wp:docPr id="\d+" name="[^"]+" descr="([^"]+)"/g);
    expect(pictures.length).toBeGreaterThan(2);
    expect(all(body, /(<asvg:svgBlip)/g)).toHaveLength(pictures.length);
    expect(new Set(all(body, /<wp:docPr id="(\d+)"/g)).size).toBe(pictures.length);
    const svg = [...entries].filter(([path]) => path.endsWith('.svg'));
    for (const [path, { text }] of svg)
      expect({ path, open: text.includes('var(') }).toEqual({ path, open: false });
  });

  it('has the instant for its dates and no clock in its bytes', async () => {
    const properties = entries.get('docProps/core.xml')?.text as string;
    const { asOf } = inventedAnswer({ simulated: false });
    expect(all(properties, /W3CDTF">([^<]+)</g)).toEqual(Array(2).fill(asOf.replace(/Z$/, ':00Z')));
    // 1 January 1980, the first moment that a ZIP file knows
    expect(new Set([...entries.values()].map(({ moment }) => moment))).toEqual(new Set([0x0021_0000]));
    const again = await parts(language, language !== 'en');
    expect([...again]).toEqual([...entries]);
  });
});

describe('a document of Word', () => {
  it('says SIMULATED in its title, its running line and its properties when the data are', async () => {
    const entries = await parts('zh-Hans', true);
    for (const path of ['word/document.xml', 'word/header1.xml', 'docProps/core.xml']) {
      expect({ path, said: entries.get(path)?.text.includes('模拟') }).toEqual({ path, said: true });
    }
  });

  it('leaves out characters that XML forbids', async () => {
    const { scan, cascade } = answers(false);
    const text = JSON.stringify({ scan, cascade }).replaceAll('Bitcoin', 'Bit\\u0001co<&in\\uffff');
    const entries = unzip(Buffer.from(await docxBytes(reportDocx(JSON.parse(text), 'en'))));
    const body = entries.get('word/document.xml')?.text as string;
    expect(body).toContain('Bitco&lt;&amp;in');
    for (const { text: own } of entries.values())
      if (own.startsWith('<?xml')) expect(xmlProblems(own)).toEqual([]);
  });
});

const FONTS = '/usr/share/fonts/opentype/noto';
const runs = existsSync(FONTS) || process.env.TIDEMARK_PACK_REQUIRED === '1';
if (!runs) process.stderr.write('the tests of pixels do not run: apt-get install fonts-noto-cjk\n');

describe.skipIf(!runs)('a picture as pixels', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><title>t</title><rect x="0" y="0" width="20" height="20" fill="#B83A0E"/><text x="22" y="15" font-family="Noto Sans CJK SC">跌</text></svg>';

  it('is a PNG of its size at 144 dpi, in its colours, on white', () => {
    const png = Buffer.from(withRaster('Noto Sans CJK SC', [], (raster) => raster(svg)) as Uint8Array);
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    // 40 × 20 px at 96 dpi
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([60, 30]);
    const rows = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
    const pixel = (x: number, y: number) => [...rows.subarray(y * 181 + 1 + x * 3, y * 181 + 4 + x * 3)];
    expect(pixel(10, 15)).toEqual([0xb8, 0x3a, 0x0e]);
    expect(pixel(59, 29)).toEqual([255, 255, 255]);
    const dark = Array.from({ length: 26 * 30 }, (_, i) => pixel(33 + (i % 26), Math.floor(i / 26)));
    expect(dark.some(([red]) => (red as number) < 64)).toBe(true);
  });

  it('is not made without its font: no letter is missing in one', () => {
    expect(withRaster('Noto Sans CJK Nowhere', [], (raster) => raster(svg))).toBeUndefined();
  });
});

describe('the scan of the specimen as a document of Word', () => {
  const folder = temporaryFolder('word');
  const asked = ['--specimen', '--home', join(folder, 'home'), '--as-of', '2026-02-12', '--lang', 'zh-Hans'];

  it('is the same bytes from two processes, with the Chinese of the Markdown', async () => {
    const files = ['one.docx', 'two.docx'].map((name) => join(folder, name));
    for (const file of files) {
      const { code, out, err } = await tidemark(['scan', ...asked, '--out', file]);
      expect({ code, out }).toEqual({ code: 0, out: '' });
      expect(err).toContain(`wrote ${file}`);
    }
    const [one, two] = files.map((file) => readFileSync(file)) as [Buffer, Buffer];
    expect(one.equals(two)).toBe(true);
    const words = wordsOf(unzip(one).get('word/document.xml')?.text as string).replace(/\s/g, '');
    const { out } = await tidemark(['scan', ...asked, '--md']);
    const headings = out.split('\n').filter((line) => /^#{2,3} \d/.test(line));
    expect(headings.length).toBeGreaterThan(4);
    for (const line of headings) {
      expect(words).toContain(line.replace(/^#+ /, '').replace(/\\/g, '').replace(/\s/g, ''));
    }
  }, 300_000);
});
