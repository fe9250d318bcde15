import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/data/series/entry.ts';
import { type ScanAnswer, scanAnswer } from '../../src/diagnosis/scan/answer.ts';
import { reportHtml, reportMarkdown } from '../../src/report/index.ts';
import { inventedAnswer } from './answer.ts';

const CASES: Readonly<Record<string, ScanAnswer>> = {
  'a full answer': inventedAnswer(),
  'a simulated answer': inventedAnswer({ simulated: true }),
  'an answer without any value': inventedAnswer({
    empty: true,
    verdict: 'not-measured',
    scope: 'not-measured',
  }),
  'an answer of two classes': inventedAnswer({
    only: ['equity', 'rates'],
    verdict: 'selective',
    scope: 'equity-only',
  }),
};

const both = Object.entries(CASES).flatMap(([name, answer]) =>
  LANGUAGES.map((language) => ({ name, language, answer })),
);

function textOf(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[a-z#0-9]+;/g, ' ');
}

function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map((match) => match[1] as string);
}

describe.each(both)('the report of $name in $language', ({ language, answer }) => {
  const html = reportHtml({ scan: answer }, language);

  it('is built from an answer that the schema takes', () => {
    expect(scanAnswer.parse(answer)).toEqual(answer);
  });

  it('is the same bytes when it is built again', () => {
    expect(reportHtml({ scan: answer }, language)).toBe(html);
    expect(reportMarkdown({ scan: answer }, language)).toBe(reportMarkdown({ scan: answer }, language));
  });

  it('has one title and says its language', () => {
    expect(html).toMatch(new RegExp(`<html lang="${language}" `));
    expect(html.match(/<h1>/g)).toHaveLength(1);
  });

  it('stands alone: no script, nothing fetched', () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|javascript:|@import|\bon[a-z]+="/i);
    expect(html.match(/url\((?!#)[^)]*\)/g)).toBeNull();
    for (const href of attributes(html, 'href')) expect(href).toMatch(/^#/);
  });

  it('has no id twice and no link to nowhere', () => {
    const ids = attributes(html, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    for (const href of attributes(html, 'href')) expect(ids).toContain(href.slice(1));
    for (const list of attributes(html, 'aria-labelledby')) {
      for (const id of list.split(' ')) expect(ids).toContain(id);
    }
  });

  it('links every figure to the note of its origin, and the note lists it', () => {
    const figures = [...html.matchAll(/<a class="f[^"]*" data-figure="([^"]*)" href="#n(\d+)"/g)];
    expect(figures.length).toBeGreaterThan(20);
    for (const [, id] of figures) expect(id).toMatch(/^scan:[^@]+@2026-02-06T01:00Z#7f3c91$/);
    const notes = html.match(/<li id="n\d+"/g) ?? [];
    expect(new Set(figures.map((match) => match[2])).size).toBe(notes.length);
  });

  it('leaves no hole where a value should stand', () => {
    expect(textOf(html)).not.toMatch(/undefined|NaN|\bnull\b|Infinity|\[object/);
    expect(reportMarkdown({ scan: answer }, language)).not.toMatch(
      /undefined|NaN|\bnull\b|Infinity|\[object/,
    );
  });

  it('names every chart and gives each its table', () => {
    const charts = html.match(/<figure id="fig-[a-z]+">[\s\S]*?<\/figure>/g) ?? [];
    expect(charts.length).toBeGreaterThanOrEqual(3);
    for (const chart of charts) {
      expect(chart).toMatch(/role="img"/);
      expect(chart.includes('<table') || chart.includes('fig-heat')).toBe(true);
    }
  });

  it('has the same number of cells in every row of a table', () => {
    for (const table of html.match(/<table[\s\S]*?<\/table>/g) ?? []) {
      const columns = (table.match(/role="columnheader"/g) ?? []).length;
      for (const row of table.match(/<tr role="row">[\s\S]*?<\/tr>/g) ?? []) {
        expect((row.match(/<t[hd] /g) ?? []).length).toBe(columns);
      }
    }
  });

  it('resolves every footnote of the Markdown', () => {
    const text = reportMarkdown({ scan: answer }, language);
    const used = new Set([...text.matchAll(/\[\^(\d+)\](?!:)/g)].map((match) => match[1]));
    const defined = [...text.matchAll(/^\[\^(\d+)\]:/gm)].map((match) => match[1]);
    expect(new Set(defined).size).toBe(defined.length);
    expect([...used].sort()).toEqual([...defined].sort());
  });
});

describe('a report of simulated data', () => {
  it.each(
    LANGUAGES,
  )('says so at the title, in the running line, on every block, chart and table: %s', (language) => {
    const answer = inventedAnswer({ simulated: true });
    const word = { en: 'SIMULATED', 'zh-Hans': '模拟', 'zh-Hant': '模擬' }[language];
    const html = reportHtml({ scan: answer }, language);
    const tag = `<span class="tag simulated">${word}</span>`;
    expect(html).toContain(`<title>${word} · `);
    expect(html).toContain(`<strong>Tidemark</strong> ${tag}`);
    expect(html).toContain(`<h1>${tag}`);
    expect(html).toContain(`@top-left{content:"Tidemark · ${word}"`);
    const main = html.slice(html.indexOf('<main>'), html.indexOf('</main>'));
    for (const words of main.match(/<p class="words[^"]*">.{0,60}/g) ?? []) expect(words).toContain(tag);
    for (const caption of main.match(/<figcaption>.{0,60}/g) ?? []) expect(caption).toContain(tag);
    for (const caption of main.match(/<div class="cap"[^>]*>.{0,60}/g) ?? []) expect(caption).toContain(tag);
    for (const svg of main.match(/<svg[\s\S]*?<\/svg>/g) ?? []) expect(svg).toContain('-hatch)');
    const markdown = reportMarkdown({ scan: answer }, language);
    expect(markdown).toMatch(new RegExp(`^# \\[${word}\\] `));
    for (const table of markdown.match(/\n\n[^\n]+\n\n(?:[^\n|][^\n]*\n\n)?\| /g) ?? [])
      expect(table).toContain(`[${word}]`);
  });

  it.each(LANGUAGES)('is told apart from one of real data: %s', (language) => {
    const html = reportHtml({ scan: inventedAnswer() }, language);
    expect(html.slice(html.indexOf('<body>'))).not.toMatch(/SIMULATED|模拟|模擬|hatch/);
  });
});

describe('a report of names that are not harmless', () => {
  const bad = '<img src=x onerror=alert(1)>|`*_[x](javascript:1)\n"\'&{b}';
  const clean = inventedAnswer();
  const answer: ScanAnswer = {
    ...clean,
    engine: bad,
    parameters: { universe: bad, window: bad },
    instruments: clean.instruments.map((one) => ({
      ...one,
      title: { en: bad, 'zh-Hans': bad, 'zh-Hant': bad },
      venue: bad,
      quote: bad,
    })),
    joint: {
      ...clean.joint,
      leftOut: clean.joint.leftOut.map((one) => ({
        ...one,
        title: { en: bad, 'zh-Hans': bad, 'zh-Hant': bad },
      })),
    },
    warnings: clean.warnings.map((one) => ({ ...one, title: { en: bad, 'zh-Hans': bad, 'zh-Hant': bad } })),
  };

  it('keeps them words in HTML', () => {
    const html = reportHtml({ scan: answer }, 'en');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('keeps them words in Markdown, and tables whole', () => {
    const text = reportMarkdown({ scan: answer }, 'en');
    expect(text).not.toMatch(/(?<!\\)<img/);
    expect(text).not.toMatch(/(?<!\\)\]\(javascript/);
    const rows = text.split('\n').filter((row) => row.startsWith('| '));
    for (const row of rows) expect(row.endsWith(' |')).toBe(true);
    const columns = (row: string) => (row.match(/(?<!\\)\|/g) ?? []).length;
    for (let index = 1; index < rows.length; index++) {
      if (rows[index]?.includes('---'))
        expect(columns(rows[index] as string)).toBe(columns(rows[index - 1] as string));
    }
  });
});

describe('the shown parts', () => {
  it('of the score add to the shown score', () => {
    const text = reportMarkdown({ scan: inventedAnswer() }, 'en');
    const sentence = /The 43\[\^\d+\] points are made of ([^.]*)\./.exec(text)?.[1] as string;
    const parts = [...sentence.replace(/\[\^\d+\]/g, '').matchAll(/\d+/g)].map(Number);
    // 17.2 + 10.3 + 8.4 + 7.1 = 43.0: floors make 42, the largest remainder is 0.4.
    expect(parts).toEqual([17, 10, 9, 7]);
  });

  it('of the sectors add to the shown move, residual included', () => {
    const text = reportMarkdown({ scan: inventedAnswer() }, 'en').replace(/\[\^\d+\]/g, '');
    const sentence = /The \u22121\.23% of S&amp;P 500 splits by sector[^;]*; the residual is [^%]*%/.exec(
      text,
    )?.[0] as string;
    const points = [...sentence.matchAll(/[\u2212+]\d\.\d\d(?=%)/g)].map((match) =>
      Math.round(Number(match[0].replace('\u2212', '-')) * 100),
    );
    const [move, ...parts] = points as [number, ...number[]];
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(move);
  });
});

describe('what the reader is told', () => {
  it('says of a session that is not the verdict’s own which it is', () => {
    const answer = inventedAnswer();
    const older = answer.instruments.map((one) =>
      one.id === 'us-10y' ? { ...one, date: '2026-02-04' } : one,
    );
    expect(reportMarkdown({ scan: { ...answer, instruments: older } }, 'en')).toMatch(
      /US 10-year yield fell 8\u202fbp\[\^\d+\] to 4\.21% \(4 Feb 2026\)/,
    );
    expect(reportMarkdown({ scan: answer }, 'en')).toMatch(
      /US 10-year yield fell 8\u202fbp\[\^\d+\] to 4\.21%\./,
    );
  });

  it('says of a part without data that it has none', () => {
    const text = reportMarkdown({ scan: inventedAnswer({ only: ['equity', 'rates'] }) }, 'en');
    expect(text).toContain('Crypto: no data at this instant');
    expect(text).toContain('Metals: no data at this instant');
  });

  it('tells a recent larger fall as such, and says "since" only of an older one', () => {
    const text = reportMarkdown({ scan: inventedAnswer() }, 'en').replace(/\[\^\d+\]/g, '');
    expect(text).toContain('the largest one-day fall since 9 Nov 2022');
    expect(text).toContain('less than the one-day fall of 20 Jan 2026');
    expect(text).toContain('the largest one-day fall on record, which begins on 17 Aug 2017');
  });

  it('shows −0.96 as −0.96 where the line is −1', () => {
    expect(reportMarkdown({ scan: inventedAnswer() }, 'en')).toContain('| \u22120.96 |');
  });
});

describe('the direction of colours', () => {
  it('starts with red up in Simplified Chinese and green up elsewhere, and can be chosen', () => {
    const answer = inventedAnswer();
    expect(reportHtml({ scan: answer }, 'zh-Hans')).toContain('data-rise="warm"');
    expect(reportHtml({ scan: answer }, 'zh-Hant')).toContain('data-rise="cool"');
    expect(reportHtml({ scan: answer }, 'en', { rise: 'warm' })).toContain('data-rise="warm"');
  });

  it('changes nothing but itself', () => {
    const answer = inventedAnswer();
    const warm = reportHtml({ scan: answer }, 'en', { rise: 'warm' });
    expect(warm.replace('data-rise="warm"', 'data-rise="cool"')).toBe(reportHtml({ scan: answer }, 'en'));
  });
});

describe('the fonts handed in', () => {
  it('are embedded', () => {
    const html = reportHtml({ scan: inventedAnswer() }, 'en', {
      fonts: { inter: 'd09GMg==', serif: 'd09GMg==' },
    });
    expect(html).toContain(
      'font-family:"Inter Variable";font-weight:200 900;font-display:swap;src:url(data:font/woff2;base64,d09GMg==)',
    );
  });

  it('are refused when they are not base64', () => {
    expect(() => reportHtml({ scan: inventedAnswer() }, 'en', { fonts: { inter: '</style>' } })).toThrow(
      RangeError,
    );
  });
});

describe('a report built in another process', () => {
  it('is the same bytes', () => {
    const script = `const { inventedAnswer } = await import('./test/report/answer.ts');
      const { reportHtml } = await import('./src/report/index.ts');
      process.stdout.write(reportHtml({ scan: inventedAnswer() }, 'zh-Hans'));`;
    const root = new URL('../..', import.meta.url);
    const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    expect(run.stderr).toBe('');
    expect(run.stdout).toBe(reportHtml({ scan: inventedAnswer() }, 'zh-Hans'));
  });
});
