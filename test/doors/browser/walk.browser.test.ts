import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder, tidemark } from '../process.ts';
import { describeInBrowser, settled } from './chromium.ts';
import { shownFigures } from './figures.ts';
import { Stage } from './stage.ts';

describeInBrowser('a reader of the pages', () => {
  const stage = new Stage(['--specimen', '--home', temporaryFolder('walk')]);
  beforeAll(() => stage.open());
  afterAll(() => stage.close());

  const asked = (name: string) => new URL(stage.page.url()).searchParams.get(name);

  it('types an instant: a wrong one is told in place, one that is later than the data is refused, a right one is shown', async () => {
    await stage.go('/scan', 'lang=en');
    await stage.page.keyboard.press('t');
    const dialog = stage.page.getByRole('dialog');
    const field = dialog.getByRole('textbox');
    await field.fill('yesterday');
    await field.press('Enter');
    expect(await dialog.getByRole('alert').innerText()).toContain('yesterday');
    await field.fill('2031-01-01');
    await field.press('Enter');
    expect(await dialog.getByRole('alert').innerText()).not.toBe('');
    expect(asked('asof')).toBeNull();
    await field.fill('2020-03-12');
    await field.press('Enter');
    await settled(stage.page);
    expect(asked('asof')).toBe('2020-03-12');
    expect(await stage.page.locator('.sessions').innerText()).toContain('12 Mar');
  });

  it('goes to an episode by its flag, and back to the latest', async () => {
    await stage.go('/', 'lang=en');
    await stage.page.keyboard.press('{');
    await stage.page.waitForFunction(() => new URLSearchParams(window.location.search).has('asof'));
    await stage.page.keyboard.press('.');
    await settled(stage.page);
    expect(await stage.page.locator('.machine').getAttribute('class')).not.toContain('past');
  });

  it('goes everywhere by keys, and lists them', async () => {
    await stage.go('/', 'lang=en');
    for (const [keys, path] of [
      ['1', '/scan'],
      ['e l', '/explain/liquidity'],
      ['e n', '/explain/network'],
      ['3', '/cascade'],
      ['7', '/report'],
      ['h', '/'],
    ] as const) {
      for (const key of keys.split(' ')) await stage.page.keyboard.press(key);
      await stage.page.waitForURL((url) => url.pathname === path);
    }
    await stage.page.keyboard.press('?');
    expect(await stage.page.getByRole('dialog').innerText()).toContain('[');
    await stage.page.keyboard.press('Escape');
    expect(await stage.page.getByRole('dialog').count()).toBe(0);
  });

  it('finds a series, and sees its line and its last values', async () => {
    await stage.go('/data', 'lang=en');
    await stage.page.getByRole('searchbox').fill('gold-front');
    await stage.page.getByRole('link', { name: 'gold-front', exact: true }).click();
    await settled(stage.page);
    expect(new URL(stage.page.url()).pathname).toBe('/data/gold-front');
    expect(await stage.page.locator('main svg[role=img]').count()).toBeGreaterThan(0);
    const { out } = await tidemark([
      'data',
      'export',
      'gold-front',
      '--as-of',
      '2026-02-06T01:00Z',
      '--json',
      ...stage.home,
    ]);
    const last = (JSON.parse(out) as { date: string; value: number }[]).at(-1)!;
    expect(await stage.page.locator('#values tbody tr').first().innerText()).toContain(String(last.value));
  });

  it('sorts the table by a column, upwards on the second press', async () => {
    await stage.go('/scan', 'lang=en');
    const table = stage.page.locator('main table').first();
    const zs = async () =>
      (await table.locator('td[data-k=z]').allInnerTexts()).map((text) =>
        Number.parseFloat(text.replace('−', '-').replace(/[^\d.+-].*$/s, '')),
      );
    await table.getByRole('columnheader', { name: 'z', exact: true }).getByRole('button').click();
    const down = (await zs()).filter((z) => !Number.isNaN(z));
    expect(down.length).toBeGreaterThan(20);
    expect(down).toEqual([...down].sort((a, b) => b - a));
    await table.getByRole('columnheader', { name: /^z/ }).getByRole('button').click();
    expect((await zs()).filter((z) => !Number.isNaN(z))).toEqual([...down].reverse());
  });

  it('takes the table away as CSV with the numbers that it shows', async () => {
    await stage.go('/scan', 'lang=en');
    const [file] = await Promise.all([
      stage.page.waitForEvent('download'),
      stage.page.locator('main').getByRole('button', { name: /CSV/ }).first().click(),
    ]);
    const text = readFileSync(await file.path(), 'utf8');
    const bitcoin = text.split('\n').find((line) => line.includes('Bitcoin'));
    const shown = (await shownFigures(stage.page)).find(({ id }) => id.startsWith('scan:btc-usd.close'));
    expect(bitcoin).toBeDefined();
    expect(bitcoin!.replaceAll('"', '').replaceAll(',', '')).toContain(shown!.text.replaceAll(',', ''));
  });

  it('brings the part that an address names into view, though parts above it come later', async () => {
    await stage.page.goto(`${stage.url}/explain/flows?lang=en#about-depth`);
    await settled(stage.page);
    await stage.page.waitForFunction(() => {
      const part = document.getElementById('about-depth');
      return part !== null && part.getBoundingClientRect().top < window.innerHeight / 2 && window.scrollY > 0;
    });
  });

  it('shows what a chart draws as a table, the newest first', async () => {
    await stage.go('/explain/liquidity', 'lang=en');
    const chart = stage.page.locator('#fig-net-liquidity');
    await chart.getByText('Show as table').click();
    const last = await chart.locator('tbody tr td').first().innerText();
    expect(await chart.locator('.picture.wide svg').textContent()).toContain(`${last}`);
  });

  it('moves the shock: the address, the sentence and the check follow', async () => {
    await stage.go('/cascade', 'lang=en');
    const sentence = await stage.page.locator('h1').innerText();
    await stage.page.locator('#cascade-shock').focus();
    await stage.page.keyboard.press('ArrowLeft');
    await stage.page.waitForURL(/shock=/);
    expect(asked('shock')).toBe('btc-usd=-6%');
    await stage.page.waitForFunction(
      (before) => document.querySelector('h1')?.innerText !== before,
      sentence,
    );
    expect(await stage.page.locator('h1').innerText()).toContain('6%');
  });

  it('switches every seller off: the fall is the shock, and nobody sells', async () => {
    await stage.page.goto(`${stage.url}/cascade?lang=en&paths=20&draws=4&sellers=none`);
    await settled(stage.page);
    expect(await stage.page.locator('h1').innerText()).toMatch(/nobody/);
    expect(await stage.page.locator('.cascade-controls').innerText()).toMatch(/−5\.00%[^%]*= −5\.00%/);
  });

  it('says what a shock may be when it cannot be read, and offers the usual one', async () => {
    await stage.page.goto(`${stage.url}/cascade?lang=en&shock=nonsense=-7%25`);
    await stage.page.getByRole('alert').first().waitFor();
    expect(await stage.page.getByRole('alert').first().innerText()).toContain('btc-usd');
  });

  it('keeps what was chosen in the settings: language, direction, theme', async () => {
    await stage.go('/settings', '');
    await stage.page.getByLabel('繁體中文').check();
    await stage.page.waitForFunction(() => document.documentElement.lang === 'zh-Hant');
    await stage.page.goto(`${stage.url}/scan`);
    await settled(stage.page);
    expect(await stage.page.locator('html').getAttribute('lang')).toBe('zh-Hant');
    expect(await stage.page.locator('html').getAttribute('data-rise')).toBe('cool');
    await stage.page.evaluate(() => window.localStorage.clear());
  });

  it('reads the whole report in its page, in the language asked for', async () => {
    await stage.go('/report', 'lang=zh-Hans');
    const report = stage.page.frameLocator('iframe');
    await report.locator('h1').waitFor();
    expect(await report.locator('html').getAttribute('lang')).toBe('zh-Hans');
    await stage.page.getByLabel('English').check();
    await report.locator('html[lang=en] h1').waitFor();
  });

  it('finds all pages on a phone behind one more', async () => {
    await stage.page.setViewportSize({ width: 390, height: 844 });
    await stage.go('/', 'lang=en');
    const bar = stage.page.locator('nav.bottom');
    await bar.getByRole('button').click();
    await bar.getByRole('link', { name: 'Data' }).click();
    await stage.page.waitForURL(/\/data/);
    await stage.page.setViewportSize({ width: 1440, height: 900 });
  });

  it('is told when the server has gone, and goes on when it is back', async () => {
    await stage.go('/scan', 'lang=en');
    await stage.page.context().setOffline(true);
    await stage.page.keyboard.press('[');
    await stage.page.getByRole('alert').first().waitFor();
    await stage.page.context().setOffline(false);
    await stage.page.waitForFunction(() => document.querySelector('[role=alert]') === null);
    await settled(stage.page);
    expect(await shownFigures(stage.page)).not.toEqual([]);
  });
});

describeInBrowser('a page while data come', () => {
  const home = temporaryFolder('news');
  const stage = new Stage(['--home', home]);
  const load = async (name: string, value: number) => {
    const file = join(home, `${name}.csv`);
    const days = Array.from({ length: 40 }, (_, k) =>
      new Date(Date.UTC(2026, 0, 1 + k)).toISOString().slice(0, 10),
    );
    writeFileSync(file, `date,value\n${days.map((day, k) => `${day},${value + k}`).join('\n')}\n`);
    const { code, err } = await tidemark([
      'data',
      'import',
      file,
      '--as',
      name,
      '--unit',
      'usd',
      '--home',
      home,
    ]);
    expect([code, err.includes('Error')]).toEqual([0, false]);
  };
  beforeAll(async () => {
    await load('btc-usd', 60_000);
    await stage.open();
  });
  afterAll(() => stage.close());

  describe('of another process', () => {
    it('says that there are new ones', async () => {
      await stage.page.goto(`${stage.url}/data?lang=en`);
      await settled(stage.page);
      await load('eth-usd', 2_000);
      await stage.page.getByText('New data have come.').waitFor();
    });
  });
});
