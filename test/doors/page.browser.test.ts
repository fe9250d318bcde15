import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { address, ending, SOURCE, start, temporaryFolder } from './process.ts';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const runs = existsSync(CHROMIUM) || process.env.TIDEMARK_PACK_REQUIRED === '1';
if (!runs) process.stderr.write(`the tests of the page in a browser do not run: there is no ${CHROMIUM}\n`);

describe.runIf(runs)('the page in a browser', () => {
  const folder = temporaryFolder('page');
  const said: string[] = [];
  let server: ChildProcess;
  let ended: Promise<unknown>;
  let browser: Browser;
  let page: Page;
  let url: string;

  beforeAll(async () => {
    server = start(process.execPath, [...SOURCE, 'serve', '--port', '0', '--home', folder]);
    ended = ending(server);
    url = await address(server);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => said.push(`error: ${error.message}`));
    page.on('requestfailed', (request) => said.push(`failed: ${request.url()}`));
    page.setDefaultTimeout(100_000);
    await page.goto(url);
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

  it('changes language by a link, and keeps the instant', async () => {
    const heading = await page.locator('h1').innerText();
    await page.getByRole('link', { name: '简体' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
    expect(await page.locator('h1').innerText()).not.toBe(heading);
    await page.getByRole('link', { name: '繁體' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant');
    expect(await page.locator('body').innerText()).toContain('模擬');
  });

  it('shows another instant when one is typed in', async () => {
    await page.goto(`${url}/?lang=en`);
    await page.getByLabel('As known at').fill('2020-03-12');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(new URL(page.url()).searchParams.get('asof')).toBe('2020-03-12');
    expect(await page.locator('h1').innerText()).toContain('12 Mar 2020');
  });

  it.each(['en', 'zh-Hans', 'zh-Hant'])('never scrolls sideways on a narrow screen in %s', async (lang) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`${url}/?lang=${lang}`);
    const [inner, scroll] = (await page.evaluate(
      '[document.documentElement.clientWidth, document.documentElement.scrollWidth]',
    )) as [number, number];
    expect(scroll).toBeLessThanOrEqual(inner);
  });

  it('says nothing on the console and asks for nothing that is refused', () => {
    expect(said).toEqual([]);
  });
});
