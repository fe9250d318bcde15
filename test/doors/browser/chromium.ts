import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { describe } from 'vitest';

const CHROMIUM = '/usr/bin/chromium';
const FONTS = '/usr/share/fonts/opentype/noto';

const missing = [
  ...(existsSync(CHROMIUM) ? [] : ['chromium']),
  ...(existsSync(FONTS) ? [] : ['fonts-noto-cjk']),
];
const required = process.env.TIDEMARK_PACK_REQUIRED === '1';
if (missing.length > 0) {
  process.stderr.write(
    `the tests in a browser ${required ? 'will fail' : 'do not run'}: apt-get install -y ${missing.join(' ')}\n`,
  );
}

/** A suite that needs a browser and Chinese fonts: without them it says what to install and does not run, or fails where they are required. */
export const describeInBrowser: typeof describe.skip =
  missing.length === 0 || required ? describe : describe.skip;

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

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** A page of its own profile, and what it complains of. */
export async function openPage(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.setDefaultTimeout(120_000);
  return { page, complaints };
}

/** Waits until a page of the dashboard has its answer and all its parts. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('main h1');
  await page.waitForFunction(
    () =>
      !document.querySelector('.skeleton, .reserved, [aria-busy=true], .stale') &&
      document.fonts.status === 'loaded',
    null,
    { timeout: 150_000 },
  );
}
