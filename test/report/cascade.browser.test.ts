import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/data/series/entry.ts';
import { reportFonts } from '../../src/doors/fonts.ts';
import { reportHtml } from '../../src/report/index.ts';
import { exampleCascade } from './cascade-example.ts';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];

const runs = existsSync(CHROMIUM) || process.env.TIDEMARK_PACK_REQUIRED === '1';
if (!runs)
  process.stderr.write(`the tests of the cascade in a browser do not run: there is no ${CHROMIUM}\n`);

/** Texts of pictures that are seen and leave their picture, or lie on one another. */
const FAULTS = `(() => {
  const pictures = [...document.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().width > 0);
  return pictures.flatMap((svg) => {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].filter((text) => text.textContent !== '');
    const boxes = texts.map((text) => text.getBoundingClientRect());
    const cut = texts.filter((_, k) => boxes[k].left < frame.left - 1 || boxes[k].right > frame.right + 1);
    const touching = texts.filter((_, k) => boxes.some((other, j) => j < k &&
      boxes[k].left < other.right - 1 && other.left < boxes[k].right - 1 &&
      boxes[k].top < other.bottom - 3 && other.top < boxes[k].bottom - 3));
    return [...cut, ...touching].map((text) => svg.getAttribute('aria-labelledby') + ': ' + text.textContent);
  });
})()`;

describe.runIf(runs)('a cascade on a screen', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    page = await browser.newPage();
  });

  afterAll(() => browser?.close());

  describe.each(LANGUAGES)('in %s', (language) => {
    it.each([
      320, 390, 900,
    ])('of %i pixels never scrolls sideways, and no word is cut or covered', async (width) => {
      await page.setViewportSize({ width, height: 900 });
      await page.setContent(
        reportHtml({ cascade: exampleCascade() }, language, { fonts: await reportFonts() }),
      );
      await page.evaluate('document.fonts.ready');
      const [inner, scroll] = (await page.evaluate(
        '[document.documentElement.clientWidth, document.documentElement.scrollWidth]',
      )) as [number, number];
      expect(scroll).toBeLessThanOrEqual(inner);
      expect(await page.evaluate(FAULTS)).toEqual([]);
    });
  });
});
