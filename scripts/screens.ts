import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { LANGUAGES, type Language } from '../src/data/series/entry.ts';
import { PAGES } from '../src/report/page/index.ts';

const HELP = `Pictures of every page of the dashboard at 1440 and 390 px.

  npm run docs:screens                          of the specimen, into docs/screens
  npm run docs:screens -- --home DIR --out DIR  of other data, into a folder of yours

  --home DIR     the data home (default: a specimen of its own)
  --out DIR      where they go (default: docs/screens)
  --as-of T      the instant (default: 2026-02-06T01:00Z)
  --lang L       zh-Hans, zh-Hant or en (default: en wide and zh-Hans on the phone)
  --page ID      one page alone

It needs chromium and fonts-noto-cjk: apt-get install -y chromium fonts-noto-cjk`;

const { values } = parseArgs({
  options: {
    home: { type: 'string' },
    out: { type: 'string', default: 'docs/screens' },
    'as-of': { type: 'string', default: '2026-02-06T01:00Z' },
    lang: { type: 'string' },
    page: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

/** Tall pages are cut here: what is below is seen by scrolling. */
const TALLEST = 2600;

const SHOTS: readonly { width: number; height: number; lang: Language; theme: 'light' | 'dark' }[] = [
  { width: 1440, height: 900, lang: 'en', theme: 'light' },
  { width: 390, height: 844, lang: 'zh-Hans', theme: 'dark' },
];

if (values.help) console.log(HELP);
else await main();

async function main(): Promise<void> {
  const home =
    values.home === undefined
      ? ['--specimen', '--home', join(tmpdir(), 'tidemark-screens')]
      : ['--home', values.home];
  const server = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/doors/cli/main.ts', 'serve', '--port', '0', '--as-of', values['as-of'], ...home],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const url = await addressOf(server.stdout);
    mkdirSync(values.out, { recursive: true });
    const browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--headless', '--no-sandbox', '--disable-gpu'],
    });
    for (const shot of SHOTS) {
      const lang = LANGUAGES.find((one) => one === values.lang) ?? shot.lang;
      const { width, height, theme } = shot;
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: theme,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      for (const { id, path } of pagesWanted()) {
        await page.goto(`${url}${path}?lang=${lang}`);
        await whole(page);
        const file = join(values.out, `${id}-${lang}-${theme}-${width}.jpg`);
        const tall = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ width, height: Math.min(TALLEST, tall) });
        await page.screenshot({ path: file, type: 'jpeg', quality: 78 });
        await page.setViewportSize({ width, height });
        console.log(file);
      }
      await context.close();
    }
    await browser.close();
  } finally {
    server.kill('SIGTERM');
  }
}

function pagesWanted(): readonly { id: string; path: string }[] {
  const all = [
    ...PAGES.map(({ id, path }) => ({ id, path: path.replace(':id', 'btc-usd') })),
    { id: 'report', path: '/report' },
    { id: 'settings', path: '/settings' },
  ];
  return all.filter(({ id }) => values.page === undefined || id === values.page);
}

async function whole(page: Page): Promise<void> {
  await page.waitForSelector('main h1');
  await page.waitForFunction(
    () => !document.querySelector('.skeleton, .reserved, [aria-busy=true], .stale'),
    null,
    {
      timeout: 150_000,
    },
  );
  await page.waitForTimeout(200);
}

function addressOf(out: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    out.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text);
      if (found) resolve(found[0]);
    });
    out.on('end', () => reject(new Error('the server ended before it printed its address')));
  });
}
