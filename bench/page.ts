import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { withServer } from './frame/server.ts';

/** What shows that something was done: a property of what a selector finds has another value. */
interface Shown {
  readonly event: 'click' | 'keydown';
  readonly selector: string;
  readonly property: string;
}

declare global {
  interface Window {
    bench: {
      readonly heading: Promise<number>;
      readonly until: (shown: Shown) => Promise<number>;
      took?: Promise<number>;
    };
  }
}

/**
 * The dashboard in a browser, its answers kept by the server: `node --import tsx bench/page.ts [--home DIR] [--rounds 10]`. Loads are cold, each
 * in a profile of its own; what a reader does is timed in the page, from the event to the frame that shows it. Prints medians, and the load of the machine.
 */
const { values } = parseArgs({
  options: { home: { type: 'string' }, rounds: { type: 'string', default: '10' } },
});
const ROUNDS = Number(values.rounds);

await withServer({ home: values.home }, async ({ base }) => {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  try {
    await loads(browser, base);
    await actions(browser, base);
  } finally {
    await browser.close();
  }
});

async function loads(browser: Browser, base: string): Promise<void> {
  const [paints, headings]: [number[], number[]] = [[], []];
  let bundle = '';
  for (let round = -1; round < ROUNDS; round++) {
    const page = await opened(browser, `${base}/`);
    const heading = await page.evaluate(() => window.bench.heading);
    await settled(page);
    const { paint, files } = await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      files: (
        [
          ...performance.getEntriesByType('navigation'),
          ...performance.getEntriesByType('resource'),
        ] as PerformanceResourceTiming[]
      ).map(({ name, encodedBodySize }) => ({ name, size: encodedBodySize })),
    }));
    await page.context().close();
    if (round < 0) {
      const own = files.filter(({ name }) => name === `${base}/` || name.startsWith(`${base}/assets/`));
      const bytes = own.reduce((sum, { size }) => sum + size, 0);
      bundle = `${own.length} files, ${(bytes / 1000).toFixed(0)} kB as sent`;
      continue;
    }
    paints.push(paint);
    headings.push(heading);
  }
  say('/: first contentful paint', paints);
  say('/: heading drawn', headings);
  console.log(`/: page, scripts, styles and fonts: ${bundle}`);
}

async function actions(browser: Browser, base: string): Promise<void> {
  const page = await opened(browser, `${base}/scan`);
  await settled(page);
  const rows = await markLargestTable(page);
  const figures = page.locator('main button.f:visible');
  const click = { event: 'click', property: 'isConnected' } as const;
  const close = () => page.keyboard.press('Escape');
  await time('/scan: figure to drawer', page, {
    shown: { ...click, selector: 'aside.drawer' },
    act: (round) => figures.nth(round).click(),
    after: close,
  });
  await time('/scan: figure to its origin in the drawer', page, {
    shown: { ...click, selector: 'aside.drawer > header + :not(.skeleton)' },
    act: (round) => figures.nth(ROUNDS + round).click(),
    after: close,
  });
  const heads = page.locator('[data-bench] th button:visible');
  const columns = await heads.count();
  await time(`/scan: sort of a table of ${rows} rows`, page, {
    shown: { event: 'click', selector: '[data-bench] thead', property: 'innerHTML' },
    act: (round) => heads.nth(round % columns).click(),
  });
  await time('/scan: [ to the slider', page, {
    shown: { event: 'keydown', selector: '.machine input[type=range]', property: 'value' },
    act: () => page.keyboard.press('['),
    after: () => settled(page),
  });
}

interface Action {
  readonly shown: Shown;
  readonly act: (round: number) => Promise<void>;
  readonly after?: () => Promise<void>;
}

async function time(name: string, page: Page, { shown, act, after }: Action): Promise<void> {
  const processor = await processorOf(page);
  const [times, costs]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    await page.evaluate((one) => {
      window.bench.took = window.bench.until(one);
    }, shown);
    const before = await processor();
    await act(round);
    times.push((await page.evaluate(() => window.bench.took)) ?? Number.NaN);
    costs.push((await processor()) - before);
    await after?.();
  }
  say(name, times, costs);
}

/** Processor time of the main thread of a page so far, in milliseconds: other work on the machine changes it least. */
async function processorOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
}

/** Marks the table of the page that has most rows, and counts them. */
function markLargestTable(page: Page): Promise<number> {
  return page.evaluate(() => {
    const tables = [...document.querySelectorAll<HTMLTableElement>('main table')];
    const [most] = tables.sort((a, b) => b.rows.length - a.rows.length);
    most?.setAttribute('data-bench', '');
    return most?.rows.length ?? 0;
  });
}

async function opened(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(150_000);
  await page.addInitScript({ path: join(import.meta.dirname, 'frame/in-page.js') });
  await page.goto(url);
  return page;
}

async function settled(page: Page): Promise<void> {
  await page.waitForSelector('main h1');
  await page.waitForFunction(() => !document.querySelector('.skeleton, .reserved, [aria-busy=true], .stale'));
}

function say(name: string, times: readonly number[], costs?: readonly number[]): void {
  const cost = costs ? `, its thread ${medianOf(costs).toFixed(0)} ms of processor time` : '';
  const most = Math.max(...times).toFixed(0);
  console.log(
    `${name}: median ${medianOf(times).toFixed(0)} ms of ${times.length}, most ${most} ms${cost}, load ${loadavg()[0]?.toFixed(1)}`,
  );
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
