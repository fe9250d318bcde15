import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../process.ts';
import { describeInBrowser, settled } from './chromium.ts';
import { itWalks } from './every-page.ts';
import { shownFigures } from './figures.ts';
import { AS_OF, Stage } from './stage.ts';

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
