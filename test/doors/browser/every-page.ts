import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../src/data/series/entry.ts';
import { PAGES } from '../../../src/report/page/index.ts';
import { shownFigures, shows } from './figures.ts';
import { drawnAmiss, sideways, tooSmall } from './layout.ts';
import type { Stage } from './stage.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const PATHS = [...PAGES.map(({ path }) => path.replace(':id', 'btc-usd')), '/report', '/settings'];

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).exclude('iframe').analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}

/** What every page must bear in every language, on any data. The rules of axe are slow: `axeIn` names the languages that are held to them. */
export function itWalks(
  staged: () => Stage,
  sizes: readonly (readonly [width: number, height: number, scheme: 'light' | 'dark'])[],
  { axeIn = LANGUAGES }: { axeIn?: readonly Language[] } = {},
): void {
  let values: ReadonlyMap<string, number | null>;
  beforeAll(async () => {
    values = await staged().values();
  });

  describe.each(PATHS)('%s', (path) => {
    it.each(
      LANGUAGES,
    )('is whole in %s: a sentence first, no complaint, nothing cut, nothing that a reader with other means cannot use', async (lang) => {
      const stage = staged();
      stage.complaints.length = 0;
      await stage.page.setViewportSize({ width: 1440, height: 900 });
      await stage.go(path, `lang=${lang}`);
      expect(await stage.page.locator('h1').count()).toBe(1);
      expect((await stage.page.locator('h1').innerText()).length).toBeGreaterThan(3);
      expect(await stage.page.locator('html').getAttribute('lang')).toBe(lang);
      expect(await stage.page.locator('body').innerText()).not.toMatch(/undefined|NaN|\[object/);
      for (const [width, height, colorScheme] of sizes) {
        await stage.page.setViewportSize({ width, height });
        await stage.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        if (axeIn.includes(lang))
          expect([width, colorScheme, await violations(stage.page)]).toEqual([width, colorScheme, []]);
        expect([width, await drawnAmiss(stage.page)]).toEqual([width, []]);
      }
      await stage.page.setViewportSize({ width: 320, height: 700 });
      expect(await sideways(stage.page)).toBeLessThanOrEqual(0);
      expect(await tooSmall(stage.page)).toEqual([]);
      expect(stage.complaints).toEqual([]);
    });

    it('shows the numbers of the command line, each with the id under which it is found again', async () => {
      const stage = staged();
      await stage.page.setViewportSize({ width: 1440, height: 900 });
      await stage.go(path, 'lang=en');
      const figures = await shownFigures(stage.page);
      const wrong = figures.filter(({ id, text }) => {
        const value = values.get(id);
        if (value === undefined) return true;
        return value === null ? /\d/.test(text) : /\d/.test(text) && !shows(text, value, id);
      });
      expect(wrong).toEqual([]);
    });
  });
}
