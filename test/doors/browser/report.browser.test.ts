import type { ChildProcess } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { address, ending, SOURCE, start, temporaryFolder } from '../process.ts';
import { describeInBrowser, launch, openPage } from './chromium.ts';
import { sideways } from './layout.ts';

describeInBrowser('the report in a browser', () => {
  const folder = temporaryFolder('report');
  let server: ChildProcess;
  let ended: Promise<unknown>;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let report: (lang: string) => string;

  beforeAll(async () => {
    server = start(process.execPath, [...SOURCE, 'serve', '--port', '0', '--home', folder]);
    ended = ending(server);
    const url = await address(server);
    report = (lang) => `${url}/api/v1/report?format=html&lang=${lang}`;
    browser = await launch();
    ({ page, complaints } = await openPage(browser));
    await page.goto(report('en'));
  });

  afterAll(async () => {
    await browser?.close();
    server?.kill('SIGTERM');
    await ended;
  });

  it('opens at a fall of the specimen, says that it is simulated, and shows its table', async () => {
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('h1').innerText()).toMatch(/2026/);
    expect(await page.locator('body').innerText()).toContain('SIMULATED');
    expect(await page.locator('table tbody tr').count()).toBeGreaterThan(30);
    expect(await page.locator('svg[role="img"]').count()).toBeGreaterThan(3);
  });

  it('has every number lead to a note that is there', async () => {
    const targets = await page
      .locator('[data-figure]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    const ids = new Set(await page.locator('[id]').evaluateAll((all) => all.map((one) => `#${one.id}`)));
    expect(targets.length).toBeGreaterThan(100);
    expect(targets.filter((target) => target === null || !ids.has(target))).toEqual([]);
  });

  it.each(['en', 'zh-Hans', 'zh-Hant'])('never scrolls sideways on a narrow screen in %s', async (lang) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(report(lang));
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  });

  it('says nothing on the console and asks for nothing that is refused', () => {
    expect(complaints).toEqual([]);
  });
});
