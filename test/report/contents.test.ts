import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/data/series/entry.ts';
import { composeReport } from '../../src/report/compose/report.ts';
import type { ReportDocument } from '../../src/report/document.ts';
import { reportHtml, reportTypst } from '../../src/report/index.ts';
import { messagesOf } from '../../src/report/messages/index.ts';
import { renderHtml } from '../../src/report/render/html.ts';
import { inventedAnswer } from './answer.ts';
import { goldenCascade } from './cascade-example.ts';

const scan = inventedAnswer();
const cascade = { ...goldenCascade(), asOf: scan.asOf, dataVersion: scan.dataVersion };

/** A report of two chapters with an appendix. */
function withAppendix(language: (typeof LANGUAGES)[number]): ReportDocument {
  const document = composeReport({ scan, cascade }, language);
  return {
    ...document,
    back: [
      ...document.back,
      { kind: 'heading', level: 2, number: 'A', text: 'Behind' },
      { kind: 'heading', level: 3, number: 'A.1.1', text: 'More' },
      { kind: 'paragraph', text: ['Told behind.'] },
    ],
  };
}

describe.each(LANGUAGES)('the file of a report in %s', (language) => {
  const html = renderHtml(withAppendix(language), messagesOf(language), {});

  it('links to chapters and sections that are there, before the first of them', () => {
    const nav = /<nav class="contents".*?<\/nav>/s.exec(html)?.[0] ?? '';
    const links = [...nav.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.slice(0, 2)).toEqual(['s-1', 's-1.1']);
    expect(links.at(-1)).toBe('s-A');
    for (const id of links) expect(html.split(` id="${id}"`)).toHaveLength(2);
    expect(html.indexOf('<nav')).toBeLessThan(html.indexOf(' id="s-1"'));
    expect(html.indexOf('<nav')).toBeGreaterThan(html.indexOf('class="box"'));
  });

  it('closes its appendix, opens it on paper, and leaves the notes outside', () => {
    const appendix = /<details class="appendix">.*?<\/details>/s.exec(html)?.[0] ?? '';
    expect(appendix).toMatch(/^<details class="appendix"><summary><h2 id="s-A">/);
    expect(appendix).toContain('Told behind.');
    expect(appendix).not.toContain('<ol class="notes">');
    expect(html).toMatch(/@media print\{[^@]*details\.appendix::details-content\{content-visibility:visible/);
  });

  it('has no contents where there is one chapter', () => {
    expect(reportHtml({ scan }, language)).not.toContain('<nav');
  });

  it('says on paper which page it is of how many', () => {
    expect(reportTypst({ scan }, language)).toMatch(
      /counter\(page\)\.display\(\).*counter\(page\)\.final\(\)/,
    );
  });
});
