import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/data/series/entry.ts';
import { PAGES } from '../../../src/report/page/index.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { temporaryFolder } from '../process.ts';
import { describeInBrowser, settled } from './chromium.ts';
import { shownFigures, shows } from './figures.ts';
import { drawnAmiss, sideways, tooSmall } from './layout.ts';
import { AS_OF, Stage } from './stage.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PATHS = [...PAGES.map(({ path }) => path.replace(':id', 'btc-usd')), '/report', '/settings'];

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).exclude('iframe').analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}

/** What every page must bear in every language, on any data. */
function itWalks(
  staged: () => Stage,
  sizes: readonly (readonly [width: number, height: number, scheme: 'light' | 'dark'])[],
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

describeInBrowser('the pages on the specimen', () => {
  const stage = new Stage(['--specimen', '--home', temporaryFolder('pages')]);
  beforeAll(() => stage.open());
  afterAll(() => stage.close());

  itWalks(
    () => stage,
    [
      [1440, 900, 'light'],
      [1440, 900, 'dark'],
      [390, 844, 'light'],
      [390, 844, 'dark'],
    ],
  );

  it('follows the instant on every page: another day, other numbers, and the address keeps it', async () => {
    await stage.page.setViewportSize({ width: 1440, height: 900 });
    await stage.go('/', 'lang=en');
    const before = await shownFigures(stage.page);
    await stage.page.keyboard.press('[');
    await stage.page.waitForFunction(() => new URLSearchParams(window.location.search).has('asof'));
    await settled(stage.page);
    const after = await shownFigures(stage.page);
    expect(after.map(({ id }) => id)).not.toEqual(before.map(({ id }) => id));
    const asOf = new URL(stage.page.url()).searchParams.get('asof');
    expect(asOf! < AS_OF).toBe(true);
    expect(await stage.page.locator('body').innerText()).toMatch(/You are in the past/);
    await stage.page.keyboard.press('1');
    await stage.page.waitForURL(/\/scan/);
    expect(new URL(stage.page.url()).searchParams.get('asof')).toBe(asOf);
  });

  it('opens where a number comes from, and gives the focus back', async () => {
    await stage.go('/', 'lang=en');
    const figure = stage.page.locator('main [data-figure]').first();
    const id = await figure.getAttribute('data-figure');
    await figure.click();
    const drawer = stage.page.locator('aside.drawer');
    await drawer
      .getByText(id as string)
      .first()
      .waitFor();
    expect(await drawer.innerText()).toMatch(/Formula/);
    await stage.page.keyboard.press('Escape');
    expect(await drawer.count()).toBe(0);
    expect(await stage.page.evaluate(() => document.activeElement?.getAttribute('data-figure'))).toBe(id);
  });

  it('changes nothing but the colours of direction when the other is up', async () => {
    await stage.go('/', 'lang=en');
    const colours = () =>
      stage.page.evaluate(() =>
        [...document.querySelectorAll('main *')].map((one) => ({
          moves: one.closest('.up, .down') !== null || one.querySelector('.up, .down') !== null,
          look: ['color', 'backgroundColor', 'borderTopColor', 'fill'].map(
            (name) => getComputedStyle(one)[name as 'color'],
          ),
        })),
      );
    const [green, red] = [await colours(), await switched()];
    async function switched() {
      await stage.page.evaluate(() => {
        document.documentElement.dataset.rise = 'warm';
      });
      return colours();
    }
    const changed = green.map(({ look }, at) => look.join() !== red[at]!.look.join());
    expect(changed.some(Boolean)).toBe(true);
    expect(green.filter(({ moves }, at) => changed[at] && !moves)).toEqual([]);
  });

  it('shows the sentence, the classes, the score and the state of a day without scrolling', async () => {
    await stage.page.setViewportSize({ width: 1440, height: 900 });
    await stage.go('/', 'lang=zh-Hans');
    for (const part of ['h1', '.strip', '.score', '.stats']) {
      const box = await stage.page.locator(`main ${part}`).first().boundingBox();
      expect([part, box !== null && box.y + box.height <= 900]).toEqual([part, true]);
    }
  });

  it('says what is wrong with an instant, and keeps the page usable', async () => {
    await stage.page.goto(`${stage.url}/scan?lang=en&asof=yesterday`);
    await stage.page.getByRole('alert').waitFor();
    expect(await stage.page.getByRole('alert').innerText()).toContain('not an instant');
    expect(await stage.page.getByRole('navigation').first().isVisible()).toBe(true);
  });
});

describeWithPack('with the real pack', () => {
  describeInBrowser('the pages on the real pack', () => {
    let stage: Stage;
    beforeAll(async () => {
      const store = await openPack();
      stage = new Stage(['--home', store.home]);
      await stage.open();
    });
    afterAll(() => stage.close());
    itWalks(
      () => stage,
      [
        [1440, 900, 'light'],
        [390, 844, 'dark'],
      ],
    );
  });
});
